"""要素覆盖矩阵: reports down, items across, each verdict as a symbol and as a colour."""

from collections.abc import Mapping, Sequence
from typing import Any

from checklist.records import record
from evaluator.assessment import OWING, SHOWN, Assessment, ItemResult, Verdict
from evaluator.ledger.columns import SHEETS
from evaluator.ledger.entry import Cell
from evaluator.output.xlsx.looks import Looks
from evaluator.output.xlsx.table import Head, Table

WAIVED, KNOWN = "豁", "基"
LEGEND = (
    "  ".join(" ".join(shown) for shown in SHOWN.values())
    + f"；带“{WAIVED}”字的已经豁免，带“{KNOWN}”字的基线已有"
)
FIRST = (Head("序号", 6, "whole"), Head("单位", 20), Head("文件", 24), Head("得分", 8, "score"))
ITEM_WIDTH = 10


@record
class Line:
    """A report: what stands before its verdicts, and these by item, each with the mark of what is accepted."""

    head: Sequence[Cell]
    verdicts: Mapping[str, tuple[Verdict, str]]


def line(assessment: Assessment) -> Line:
    facts, score = assessment.report, assessment.score
    head = facts.organ or facts.title, facts.path, score.value if score else None
    return Line(head, {item.id: (item.verdict, _mark(item)) for item in assessment.items})


def write(workbook: Any, looks: Looks, lines: Sequence[Line], titles: Mapping[str, str]) -> None:
    """`titles` are the items across, in the order of the checklist."""
    heads = (*FIRST, *(Head(title, ITEM_WIDTH, "centre") for title in titles.values()))
    table = Table(workbook, looks, SHEETS[2], heads, [(LEGEND, "plain")])
    for number, report in enumerate(lines, 1):
        across = [report.verdicts.get(item) for item in titles]
        styles = {len(FIRST) + index: told[0] for index, told in enumerate(across) if told}
        table.add((number, *report.head, *map(_shown, across)), styles)
    table.finish(2, LEGEND, [_sums(lines, titles, verdict) for verdict in OWING] if lines else ())


def _mark(item: ItemResult) -> str:
    return WAIVED if item.waiver else KNOWN if item.known else ""


def _shown(told: tuple[Verdict, str] | None) -> str:
    return SHOWN[told[0]][0] + told[1] if told else ""


def _sums(lines: Sequence[Line], titles: Mapping[str, str], verdict: Verdict) -> Sequence[Cell]:
    """How many reports have the verdict, item by item."""
    counts = (sum(verdict in report.verdicts.get(item, ()) for report in lines) for item in titles)
    return (None, f"{SHOWN[verdict][1]}合计", *(None for _ in FIRST[2:]), *counts)
