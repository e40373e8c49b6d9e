"""What a careful reader concluded of a report, its gold labels: NAME.gold.json beside the report NAME.txt."""

from collections.abc import Mapping
from pathlib import Path

from checklist.records import record
from evaluator.assessment import Verdict
from evaluator.running.collecting import SUFFIXES

SUFFIX = ".gold.json"
VALUES = {
    "present": Verdict.MET,
    "weak": Verdict.PARTIAL,
    "missing": Verdict.MISSING,
    "na": Verdict.NOT_APPLICABLE,
}
# The kinds of faults that labels name; findings of other rules are not counted.
KINDS = (
    "plan-year",
    "body-year",
    "heading-number",
    "enumeration",
    "placeholder",
    "rate",
    "personal-info",
    "punctuation",
    "late-publication",
    "stale-outline",
    "term",
    "duplicate",
)
Labels = Mapping[str, Verdict]
Facts = Mapping[str, str | int | None]


@record
class Defect:
    """A fault of the text. `hard`: only the sense shows it; `from_cut`: the gap that a cut passage left."""

    kind: str
    quote: str
    hard: bool = False
    from_cut: bool = False


@record
class Cut:
    """A passage, from the words with which it begins to those before which it ends (None: all the rest).

    `also` are the labels that other elements have without it; the ambiguous ones are left out.
    """

    element: str
    begin: str
    end: str | None
    also: Labels

    @property
    def labels(self) -> Labels:
        return {self.element: Verdict.MISSING, **self.also}

    def span(self, text: str) -> tuple[int, int] | None:
        """Where it stands, None where it does not."""
        start = text.find(self.begin)
        end = len(text) if self.end is None else text.find(self.end, start + len(self.begin))
        return (start, end) if start >= 0 and end >= 0 else None


@record
class Gold:
    """The labels of one report; `facts` are those that were stated of organ, level, year and published."""

    report: Path
    elements: Labels
    quotes: Mapping[str, str]
    ambiguous: frozenset[str]
    defects: tuple[Defect, ...]
    cuts: tuple[Cut, ...]
    facts: Facts

    @property
    def counted(self) -> Labels:
        """The labels on which careful readers agree."""
        return {name: label for name, label in self.elements.items() if name not in self.ambiguous}


def labels_of(report: Path) -> Path:
    """Where the labels of a report stand, if it has any."""
    return report.with_name(report.stem + SUFFIX)


def report_of(labels: Path) -> Path | None:
    """The report that stands beside the labels."""
    name = labels.name.removesuffix(SUFFIX)
    candidates = (labels.with_name(name + suffix) for suffix in SUFFIXES)
    return next((path for path in candidates if path.is_file()), None)
