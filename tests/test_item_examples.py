"""An example of an item is judged beside all other items, as the same words are in a report."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from proofs import report
from shipped import checklist

from checklist import loading
from checklist.model import Examples, Rulebook
from evaluator.assessment import ItemResult, Verdict
from evaluator.evaluation import Options, evaluate
from evaluator.examples.of_items import trials

Judge = Callable[[str, str], ItemResult]
# Item, words, what becomes of them, and why they do not count.
HEARD = [
    ("area-institutions", "全年完成合法性审核46件，提出意见120条。", Verdict.MISSING, "用词更像在说“行政决策”"),
    ("area-institutions", "全年完成合法性审核46件，提出修改意见120条。", Verdict.MET, ""),
    ("area-digital", "执法人员用手机端检查，现场打印文书1.2万份。", Verdict.MISSING, "用词更像在说“行政执法”"),
    ("area-digital", "执法人员用手机端检查，现场打印文书1.2万份，数据实时传回系统。", Verdict.MET, ""),
]


def as_example(name: str, words: str) -> ItemResult:
    (got,) = of_examples(loading.rulebook(), name, Examples(met=(words,)))
    return got


def of_examples(book: Rulebook, name: str, examples: Examples) -> list[ItemResult]:
    """What an item becomes in examples that only it has."""
    items = tuple(replace(item, examples=examples if item.id == name else Examples()) for item in book.items)
    return [trial.got for trial in trials(replace(book, items=items))]


def in_report(name: str, words: str) -> ItemResult:
    text = report(parts=f"一、主要举措和成效\n{words}\n")
    return next(i for i in evaluate(text.encode(), "报告.txt", checklist(), Options()).items if i.id == name)


@pytest.mark.parametrize("judged", [as_example, in_report])
@pytest.mark.parametrize(("name", "words", "verdict", "why"), HEARD)
def test_rivals_are_heard(judged: Judge, name: str, words: str, verdict: Verdict, why: str) -> None:
    got = judged(name, words)
    assert (got.id, got.verdict, got.nearest.why_not if got.nearest else "") == (name, verdict, why)


OWN = """
items:
  - id: own-study
    title: 其他学习
    asks: 还学了什么
    basis: [{norm: supervision-rules}]
    weight: 0
    required: false
    found_in: {roles: [done], passages: [学习]APART}
    complete_when: [{id: how-often, figures: 1, advice: 写明几次}]
    advice: 写明学了什么、学了几次
    examples:
      met: [专题学习档案管理知识4次。]
      partial: [专题学习档案管理知识。]
      missing: [专题学习习近平法治思想4次。]
profiles:
  - {id: own, title: 本地, extends: national, adds: [own-study]}
"""


@pytest.mark.parametrize(("apart", "verdict"), [("", Verdict.MET), (", apart_from: [study]", Verdict.MISSING)])
def test_what_stands_apart_does_not_count(apart: str, verdict: Verdict, tmp_path: Path) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(OWN.replace("APART", apart), "utf-8")
    book = loading.rulebook([file])
    (own,) = (item for item in book.items if item.id == "own-study")
    verdicts = [got.verdict for got in of_examples(book, own.id, own.examples)]
    assert verdicts == [Verdict.MET, Verdict.PARTIAL, verdict]
