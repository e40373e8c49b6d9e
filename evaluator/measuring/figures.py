"""How right the program is on labelled reports, as counts that add up, and what is computed from them."""

from collections.abc import Iterable, Mapping
from dataclasses import field, fields

from checklist.records import record
from evaluator.measuring.wilson import Interval, Share

NO_SHARE = Share()


@record
class Counts:
    """Of one element: missing told from not missing, agreement on the verdict, evidence at the right line.

    A hit is an element that the labels call missing and so does the program. `not_asked` counts the labels
    that say so, which stand apart.
    """

    hits: int = 0
    false_hits: int = 0
    missed: int = 0
    true_rest: int = 0
    agreed: int = 0
    at_line: Share = NO_SHARE
    not_asked: Share = NO_SHARE

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))

    @property
    def labels(self) -> int:
        return self.hits + self.false_hits + self.missed + self.true_rest

    @property
    def precision(self) -> Share:
        return Share(self.hits, self.hits + self.false_hits)

    @property
    def recall(self) -> Share:
        return Share(self.hits, self.hits + self.missed)

    @property
    def agreement(self) -> Share:
        return Share(self.agreed, self.labels)

    @property
    def f1(self) -> float | None:
        share = self._overlap.value
        return None if share is None else _rising(share)

    @property
    def f1_interval(self) -> Interval | None:
        """F1 is no share, but rises with one: that of the hits among all that either side calls missing."""
        interval = self._overlap.interval
        return interval and (_rising(interval[0]), _rising(interval[1]))

    @property
    def _overlap(self) -> Share:
        return Share(self.hits, self.hits + self.false_hits + self.missed)


def _rising(overlap: float) -> float:
    return 2 * overlap / (1 + overlap)


@record
class Faults:
    """Of one kind of fault: those planted that were found, the hard ones apart, and findings of nothing."""

    found: Share = NO_SHARE
    hard: Share = NO_SHARE
    alarms: int = 0

    def __add__(self, other: "Faults") -> "Faults":
        return Faults(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(self)))


@record
class Difference:
    """One thing that the labels and the program see differently; `wanted` and `got` in Chinese."""

    report: str
    what: str
    wanted: str
    got: str


@record
class Figures:
    """Counts by element, kind of fault and fact (organ, level, year, published) over so many reports."""

    reports: int = 0
    items: Mapping[str, Counts] = field(default_factory=dict)
    faults: Mapping[str, Faults] = field(default_factory=dict)
    facts: Mapping[str, Share] = field(default_factory=dict)
    differences: tuple[Difference, ...] = ()

    @property
    def all_items(self) -> Counts:
        return sum(self.items.values(), Counts())

    @property
    def all_faults(self) -> Faults:
        return sum(self.faults.values(), Faults())

    @property
    def alarms_per_report(self) -> float:
        return self.all_faults.alarms / max(1, self.reports)


def total(parts: Iterable[Figures]) -> Figures:
    """The figures of many reports; elements and kinds in the order in which they were first seen."""
    reports = 0
    items: dict[str, Counts] = {}
    faults: dict[str, Faults] = {}
    facts: dict[str, Share] = {}
    differences: list[Difference] = []
    for part in parts:
        reports += part.reports
        items |= {name: items.get(name, Counts()) + counts for name, counts in part.items.items()}
        faults |= {name: faults.get(name, Faults()) + counts for name, counts in part.faults.items()}
        facts |= {name: facts.get(name, NO_SHARE) + share for name, share in part.facts.items()}
        differences += part.differences
    return Figures(reports, items, faults, facts, tuple(differences))
