"""All reports of a run at a glance: a matrix of reports and elements, worst first, as much of it as a page can show."""

from collections import Counter
from typing import NamedTuple

from checklist.records import record
from evaluator.assessment import OWING, SHOWN, Assessment, Verdict, acceptance
from evaluator.presenting.telling import conclusion, order

# So that memory does not grow with the reports; browsers are slow with longer tables.
MOST_ROWS = 5000


@record
class Cell:
    """One element of one report; `href` leads to it, empty where there is nothing to do."""

    kind: str
    symbol: str
    said: str
    href: str


class Row(NamedTuple):
    """A report in the table; they sort as they stand there."""

    rank: int
    score: float
    number: int
    anchor: str
    said: str
    path: str
    name: str
    findings: int
    cells: tuple[Cell, ...]

    def count(self, verdict: str) -> int:
        return sum(cell.kind == verdict for cell in self.cells)


class Overview:
    """What is kept of the reports seen so far: rows for the worst, counts of all."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._verdicts: dict[str, Counter[Verdict]] = {}
        self.seen = 0

    def add(self, assessment: Assessment, anchor: str) -> None:
        self.seen += 1
        for item in assessment.items:
            self._verdicts.setdefault(item.title, Counter())[item.verdict] += 1
        facts = assessment.report
        self._rows.append(
            Row(
                *order(assessment),
                self.seen,
                anchor,
                " ".join(conclusion(assessment)),
                facts.path,
                facts.organ or facts.title or "",
                len(assessment.findings),
                _cells(assessment, anchor),
            )
        )
        if len(self._rows) > 2 * MOST_ROWS:
            self._rows = self.rows

    @property
    def rows(self) -> list[Row]:
        return sorted(self._rows)[:MOST_ROWS]

    @property
    def titles(self) -> tuple[str, ...]:
        return tuple(self._verdicts)

    def counted(self, verdict: Verdict) -> tuple[int, ...]:
        """For each element in how many of all reports it is so."""
        return tuple(counts[verdict] for counts in self._verdicts.values())


def _cells(assessment: Assessment, anchor: str) -> tuple[Cell, ...]:
    cells = []
    for number, item in enumerate(assessment.items, 1):
        symbol, name = SHOWN[item.verdict]
        said = f"{item.title}：{name}{acceptance(item.waiver, item.accepted)}"
        to_do = item.verdict in OWING
        cells.append(Cell(item.verdict.value, symbol, said, f"#{anchor}-i{number}" if to_do else ""))
    return tuple(cells)
