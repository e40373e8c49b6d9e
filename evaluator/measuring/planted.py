"""Labelled faults matched with findings: each finding serves one fault, the rest are false alarms."""

from collections.abc import Iterable, Iterator

from checklist.records import record
from evaluator.assessment import Finding
from evaluator.measuring.figures import Faults
from evaluator.measuring.gold import KINDS, Defect
from evaluator.measuring.wilson import Share
from evaluator.reading.text import LINE_BREAK

# A finding that covers half the report has found nothing.
LONGEST_FINDING = 400
# How far beside a planted fault a finding may stand.
BESIDE = 2
# What a passage cut out leaves behind is not counted.
GAP_KINDS = ("heading-number", "enumeration")


@record
class Match:
    """The labelled faults, each with whether it was found, and the findings of no fault."""

    defects: tuple[tuple[Defect, bool], ...]
    alarms: tuple[Finding, ...]


def match(defects: Iterable[Defect], text: str, findings: Iterable[Finding]) -> Match:
    """Questions are no alarms, nor are the gaps that cutting a passage out left."""
    free = [finding for finding in findings if finding.rule in KINDS]
    matched: list[tuple[Defect, bool]] = []
    for defect in defects:
        hit = next((f for f in free if f.rule == defect.kind and _fits(f, text, defect)), None)
        if hit:
            free.remove(hit)
        matched.append((defect, hit is not None))
    gap = any(defect.from_cut for defect, _ in matched)
    alarms = [f for f in free if f.severity != "info" and not (gap and f.rule in GAP_KINDS)]
    return Match(tuple(matched), tuple(alarms))


def count(matched: Match) -> dict[str, Faults]:
    """By kind, in the order of the list of kinds."""
    faults: dict[str, Faults] = {}
    for defect, hit in matched.defects:
        if not defect.from_cut:
            counted = Faults(hard=Share(hit, 1)) if defect.hard else Faults(found=Share(hit, 1))
            faults[defect.kind] = faults.get(defect.kind, Faults()) + counted
    for alarm in matched.alarms:
        faults[alarm.rule] = faults.get(alarm.rule, Faults()) + Faults(alarms=1)
    return faults


def line_of(text: str, at: int) -> int:
    return sum(1 for _ in LINE_BREAK.finditer(text, 0, at)) + 1


def _fits(finding: Finding, text: str, defect: Defect) -> bool:
    """Whether the finding stands where the fault does: by its place, else by its line and words."""
    place, quote = finding.place, finding.quote
    for start, end in _places(text, defect.quote):
        over = place.start < end + BESIDE and place.end > start - BESIDE
        if over and place.end - place.start <= LONGEST_FINDING:
            return True
        same_words = len(quote) >= 2 and (quote in defect.quote or defect.quote in quote)
        if (same_words or defect.kind == "duplicate") and place.line == line_of(text, start):
            return True
    return False


def _places(text: str, quote: str) -> Iterator[tuple[int, int]]:
    at = text.find(quote)
    while at >= 0:
        yield at, at + len(quote)
        at = text.find(quote, at + 1)
