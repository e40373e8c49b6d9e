"""The examples that stand with the rules, each judged as a section of an otherwise empty report."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from checklist.model import TITLE, Applies, Item, Rulebook
from checklist.profiles import checklist_for
from evaluator.assessment import SHOWN, ItemResult, Verdict
from evaluator.console.page import Page
from evaluator.document import Document
from evaluator.judging.verdicts import judge
from evaluator.judging.view import look_at
from evaluator.structure import fragment

# The year in which examples are written, where the item is asked in it.
YEAR = 2024


class Trial(NamedTuple):
    """One example; `number` counts those of its kind from 1."""

    item: Item
    text: str
    number: int
    document: Document
    expected: Verdict
    got: ItemResult

    @property
    def passed(self) -> bool:
        return self.got.verdict is self.expected


def trials(rulebook: Rulebook) -> Iterator[Trial]:
    """Every example of every item, in the order of the rules, judged beside all other items as in a report.

    No profile changes what they come to.
    """
    checklist = replace(checklist_for(rulebook, rulebook.profiles[0].id), items=rulebook.items)
    for index, item in enumerate(rulebook.items):
        for verdict in (Verdict.MET, Verdict.PARTIAL, Verdict.MISSING):
            for number, text in enumerate(getattr(item.examples, verdict.value), 1):
                document = _read(text, item)
                got = judge(look_at(document, checklist), checklist)[index]
                yield Trial(item, text, number, document, verdict, got)


def _read(text: str, item: Item) -> Document:
    year = _year(item.applies)
    is_title = item.found_in is not None and TITLE in item.found_in.roles
    return fragment("", year, title=text) if is_title else fragment(text, year)


def _year(applies: Applies) -> int:
    return min(max(YEAR, applies.first_year or YEAR), applies.last_year or YEAR)


def write_failure(page: Page, trial: Trial) -> None:
    expected, got = SHOWN[trial.expected][1], SHOWN[trial.got.verdict][1]
    page.line(
        (f"× {trial.item.id}", "bad"),
        (f"  {trial.item.title}  examples.{trial.expected.value} 第 {trial.number} 条", ""),
    )
    page.text(f"应判{expected}，判成了{got}", label="结论", indent=4)
    page.text(trial.got.reason, label="原因", indent=4)
    if trial.got.nearest:
        page.text(trial.got.nearest.why_not, label="不算，因为", indent=4)
    page.text(trial.text, label="例文", indent=4)
    page.blank()
