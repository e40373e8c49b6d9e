"""The examples that stand with the proofreading rules, each read as a report or as a passage of one."""

from collections.abc import Iterator
from typing import NamedTuple

from checklist.model import Checklist, Rulebook
from checklist.profiles import checklist_for
from checklist.rule import Rule
from evaluator.console.page import Page
from evaluator.document import Document
from evaluator.judging.view import look_at
from evaluator.proofreading import findings
from evaluator.quotation import quoted
from evaluator.reading import read
from evaluator.structure import fragment, understand

# The year of the report from which a passage is taken.
YEAR = 2024
# An example whose first line has this is a whole report.
TITLED = "法治政府建设年度报告"
KINDS = {"found": "应当找出问题", "clean": "不应当找出问题"}


class Proof(NamedTuple):
    """One example; `kind` is found or clean, `number` counts those of its kind from 1, `quotes` are what was found."""

    rule: Rule
    kind: str
    number: int
    text: str
    quotes: tuple[str, ...]

    @property
    def passed(self) -> bool:
        return bool(self.quotes) is (self.kind == "found")


def proofs(rulebook: Rulebook) -> Iterator[Proof]:
    """Every example of every proofreading rule, in the order of the rules."""
    checklist = checklist_for(rulebook, rulebook.profiles[0].id)
    for rule in rulebook.rules:
        for kind in KINDS:
            for number, text in enumerate(getattr(rule.examples, kind), 1):
                yield Proof(rule, kind, number, text, _quotes(text, rule, checklist))


def _quotes(text: str, rule: Rule, checklist: Checklist) -> tuple[str, ...]:
    document = example(text)
    roles = look_at(document, checklist).roles
    return tuple(finding.quote for finding in findings(document, rule, checklist.norms, roles))


def example(text: str) -> Document:
    """A report where the first line is a title of one, else a passage."""
    is_report = TITLED in text.partition("\n")[0]
    return understand(read(text.encode(), "例文.txt")) if is_report else fragment(text, YEAR)


def write_unproved(page: Page, proof: Proof) -> None:
    page.line(
        (f"× {proof.rule.id}", "bad"),
        (f"  {proof.rule.title}  examples.{proof.kind} 第 {proof.number} 条", ""),
    )
    found = "、".join(map(quoted, proof.quotes)) or "没有找出"
    page.text(f"{KINDS[proof.kind]}，结果：{found}", label="结论", indent=4)
    page.text(proof.text, label="例文", indent=4)
    page.blank()
