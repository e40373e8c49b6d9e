"""Which rows of an old ledger speak of which report of this run, also where its file was moved or renamed."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from checklist.records import record
from evaluator.ledger.entering import Found
from evaluator.ledger.entry import Entry

T = TypeVar("T")


@record
class Dossier:
    """The rows of one report."""

    report: str
    unit: str
    entries: tuple[Entry, ...]


# The same path, organ and year; then the same organ and year, where only one on either side has them; then the same
# path, where organ or year are not known: a file that now holds the report of another organ is another report.
TRAITS: tuple[Callable[[Found | Dossier], str], ...] = (
    lambda known: known.report + known.unit,
    lambda known: known.unit,
    lambda known: known.report,
)


def paired(found: Sequence[Found], entries: Iterable[Entry]) -> tuple[dict[int, Dossier], tuple[Entry, ...]]:
    """The dossier of each report by its index in `found`, and the entries of no report of this run."""
    dossiers, own = _dossiers(entries)
    reports = dict(enumerate(found))
    pairs: dict[int, Dossier] = {}
    for trait in TRAITS:
        theirs = _once((trait(dossier), number) for number, dossier in dossiers.items())
        for value, index in _once((trait(report), index) for index, report in reports.items()).items():
            if value in theirs and _compatible(reports[index], dossiers[theirs[value]]):
                pairs[index] = dossiers.pop(theirs[value])
                del reports[index]
    return pairs, (*(entry for dossier in dossiers.values() for entry in dossier.entries), *own)


def _compatible(report: Found, dossier: Dossier) -> bool:
    return report.unit == dossier.unit or not (report.unit and dossier.unit)


def _dossiers(entries: Iterable[Entry]) -> tuple[dict[int, Dossier], list[Entry]]:
    """The rows by report, and those that staff wrote themselves."""
    by_report: dict[tuple[str, str], list[Entry]] = {}
    own = []
    for entry in entries:
        if entry.key:
            by_report.setdefault((entry.key.report, entry.key.unit), []).append(entry)
        else:
            own.append(entry)
    return dict(enumerate(Dossier(*names, tuple(rows)) for names, rows in by_report.items())), own


def _once(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """By value what alone has it; the empty value is nobody's."""
    found: dict[str, list[T]] = {}
    for value, thing in pairs:
        found.setdefault(value, []).append(thing)
    return {value: things[0] for value, things in found.items() if value and len(things) == 1}
