"""Where a report's headings, openings and predicates point to a role, before anything is decided."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from operator import itemgetter

from checklist.matching import Searchable, Span
from checklist.model import Role
from checklist.records import record
from evaluator.document import Document


@record
class Signals:
    """For every section the roles its heading names and those that the heading's predicates have; for every sentence
    the roles it opens, in the order of its words and with the offset in it where each does, and the roles its
    predicates have."""

    headings: tuple[tuple[str, ...], ...]
    claims: tuple[frozenset[str], ...]
    opens: tuple[dict[str, int], ...]
    says: tuple[frozenset[str], ...]


def find_signals(document: Document, words: Searchable, roles: Sequence[Role]) -> Signals:
    """Every sign of every role in a document; `words` is its plain text."""
    sections = [(s.start, s.heading_end) for s in document.sections]
    sentences = [(s.start, s.end) for s in document.sentences]
    return Signals(
        headings=tuple(
            map(tuple, _by_range(sections, {r.id: words.spans_outside(r.headings, r.headings_unless) for r in roles}))
        ),
        claims=tuple(map(frozenset, _says(words, sections, roles))),
        opens=_by_range(sentences, {r.id: words.spans_outside(r.opens, r.opens_unless) for r in roles}),
        says=tuple(map(frozenset, _says(words, sentences, roles))),
    )


def _by_range(ranges: Sequence[Span], found: Mapping[str, Sequence[Span]]) -> tuple[dict[str, int], ...]:
    """For each range the roles found in it, in the order and with the offset of where they first stand."""
    starts = [start for start, _ in ranges]
    inside: list[dict[str, int]] = [{} for _ in ranges]
    for role, spans in found.items():
        for start, end in spans:
            index = bisect_right(starts, start) - 1
            if index >= 0 and end <= ranges[index][1]:
                inside[index].setdefault(role, start - ranges[index][0])
    return tuple(dict(sorted(roles.items(), key=itemgetter(1))) if len(roles) > 1 else roles for roles in inside)


def _says(words: Searchable, ranges: Sequence[Span], roles: Sequence[Role]) -> list[set[str]]:
    """For each range the roles whose predicates stand in it while none of the role's excuses does."""
    found: list[set[str]] = [set() for _ in ranges]
    starts = [start for start, _ in ranges]
    for role in roles:
        for index in _ranges_of(ranges, starts, words.spans(role.says)):
            found[index].add(role.id)
        for index in _ranges_of(ranges, starts, words.spans(role.says_unless)):
            found[index].discard(role.id)
    return found


def _ranges_of(ranges: Sequence[Span], starts: Sequence[int], spans: Sequence[Span]) -> set[int]:
    """The ranges within which any of the spans stands."""
    places = ((bisect_right(starts, start) - 1, end) for start, end in spans)
    return {index for index, end in places if index >= 0 and end <= ranges[index][1]}
