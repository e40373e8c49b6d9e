"""A small complete rulebook for tests, and the faults of rules written in a test."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from textwrap import dedent

from checklist.errors import Fault
from checklist.loading import compiled, read_files
from checklist.model import Rulebook
from checklist.parsing import Source, parse
from checklist.surplus import surplus_of
from checklist.validation import DATES, faults_of

RULES = Path(__file__).parent.parent / "data" / "rules"

# What a file needs around it to be without faults.
FRAME = """\
checklist: {id: report, version: "1", title: 报告}
norms:
  - {id: law, title: 法}
"""
ITEM = """\
  - id: study
    title: 学习
    asks: 学了什么
    basis: [{norm: law}]
    weight: 100
    required: true
    found_in: {roles: [done], passages: [学习]}
    advice: 写明学了什么
    examples: {met: [甲], partial: [乙], missing: [丙]}
"""
ADVICE = "    advice: 写明学了什么\n"
RULE = """\
rules:
  - id: term
    kind: term
    title: 用语
    severity: error
    advice: 改正
    examples: {found: [甲], clean: [乙]}
"""


def item(old: str = "", new: str = "") -> str:
    """A file with one item, in which something is written otherwise."""
    assert old in ITEM
    return FRAME + "items:\n" + ITEM.replace(old, new, 1)


@cache
def sample() -> Rulebook:
    """The rulebook of tests/data/rules."""
    return compiled(read_files((RULES,)))


def faults(*texts: str) -> list[str]:
    """The faults of files a.yaml, b.yaml, … with these texts, each as it is printed."""
    return _printed(faults_of(_sources(texts)))


def surplus(*texts: str) -> list[str]:
    """What the same files say for nothing, likewise."""
    return _printed(surplus_of(_sources(texts)))


def _sources(texts: tuple[str, ...]) -> list[Source]:
    names = (f"{letter}.yaml" for letter in "abcdef")
    return [parse(name, dedent(text).encode(), DATES) for name, text in zip(names, texts, strict=False)]


def _printed(faults: Iterable[Fault]) -> list[str]:
    return [str(fault).replace("\n  提示：", " | ") for fault in faults]
