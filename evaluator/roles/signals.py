"""Where a report's headings, openings and predicates point to a role, before anything is decided."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from checklist.matching import Searchable, Span
from checklist.model import Role
from checklist.records import record
from evaluator.document import Document, Section

Counts = dict[str, int]


@record
class Signals:
    """For every section the roles its heading names, those that it speaks of as another's matter (`foreign`) and those
    that its predicates have; for every sentence the roles it opens, in the order of its words and with the offset in
    it where each does, and the roles its predicates have, with the number of clauses that do."""

    headings: tuple[tuple[str, ...], ...]
    foreign: tuple[Counts, ...]
    claims: tuple[Counts, ...]
    opens: tuple[Counts, ...]
    says: tuple[Counts, ...]


def find_signals(document: Document, words: Searchable, roles: Sequence[Role]) -> Signals:
    """Every sign of every role in a document; `words` is its plain text."""
    sections = [(s.start, s.heading_end) for s in document.sections]
    sentences = [(s.start, s.end) for s in document.sentences]
    says = _says(words, sentences, roles)
    opens = {r.id: [*words.spans_outside(r.opens, r.opens_unless), *_turns(words, sentences, r, says)] for r in roles}
    return Signals(
        headings=tuple(_headings(document, words, sections, roles)),
        foreign=_by_range(sections, {r.id: words.spans(r.headings_unless) for r in roles}),
        claims=_says(words, sections, roles),
        opens=_by_range(sentences, opens),
        says=says,
    )


def _headings(
    document: Document, words: Searchable, headings: Sequence[Span], roles: Sequence[Role]
) -> Iterator[tuple[str, ...]]:
    """For each section the roles that its heading names and what stands below it does not belie."""
    found = _by_range(headings, {r.id: words.spans_outside(r.headings, r.headings_unless) for r in roles})
    asking = {role.id: role for role in roles if role.headings_with}
    for section, named in zip(document.sections, found, strict=True):
        yield tuple(each for each in named if each not in asking or _bears_out(document, words, section, asking[each]))


def _bears_out(document: Document, words: Searchable, section: Section, role: Role) -> bool:
    """Whether a heading, or a sentence below it that tells of nothing else, has the words that it must be with.

    A heading that has them bears nothing out where all below it tells of something else, without such a word.
    """
    headed = words.first(role.headings_with, section.start, section.heading_end) is not None
    first = bisect_left(document.sentences, section.start, key=lambda sentence: sentence.start)
    last = bisect_left(document.sentences, section.end, key=lambda sentence: sentence.start)
    spans = [(told.start, told.end) for told in document.sentences[first:last]]
    alike = [words.first(role.opens_unless, *span) is not None for span in spans]
    with_words = [words.first(role.headings_with, *span) is not None for span in spans]
    if headed:
        return not spans or not all(alike) or any(with_words)
    # What the first sentence names is what the heading means.
    return alike[:1] != [True] and any(told for told, other in zip(with_words, alike, strict=True) if not other)


def _by_range(ranges: Sequence[Span], found: Mapping[str, Sequence[Span]]) -> tuple[Counts, ...]:
    """For each range the roles found in it, in the order and with the offset of where they first stand."""
    starts = [start for start, _ in ranges]
    inside: list[Counts] = [{} for _ in ranges]
    for role, spans in found.items():
        for index, start, _ in _within(ranges, starts, spans):
            offset = start - ranges[index][0]
            inside[index][role] = min(offset, inside[index].get(role, offset))
    return tuple(dict(sorted(roles.items(), key=itemgetter(1))) if len(roles) > 1 else roles for roles in inside)


def _says(words: Searchable, ranges: Sequence[Span], roles: Sequence[Role]) -> tuple[Counts, ...]:
    """For each range the roles whose predicates stand in it, and in how many clauses; none where an excuse does."""
    found: list[Counts] = [{} for _ in ranges]
    starts = [start for start, _ in ranges]
    for role in roles:
        clauses = {(index, words.clause_end(end)) for index, _, end in _within(ranges, starts, words.spans(role.says))}
        for index, _ in clauses:
            found[index][role.id] = found[index].get(role.id, 0) + 1
        for index, _, _ in _within(ranges, starts, words.spans(role.says_unless)):
            found[index].pop(role.id, None)
    return tuple(found)


def _turns(words: Searchable, ranges: Sequence[Span], role: Role, says: Sequence[Counts]) -> Iterator[Span]:
    """The predicates of a role that stand behind one of its turns in the sentence."""
    starts = [start for start, _ in ranges]
    for index, _, end in _within(ranges, starts, words.spans_outside(role.turns, role.opens_unless)):
        said = words.first(role.says, end, ranges[index][1]) if role.id in says[index] else None
        if said:
            yield said


def _within(ranges: Sequence[Span], starts: Sequence[int], spans: Sequence[Span]) -> Iterator[tuple[int, int, int]]:
    """The spans that lie within a range, with its index."""
    for start, end in spans:
        index = bisect_right(starts, start) - 1
        if index >= 0 and end <= ranges[index][1]:
            yield index, start, end
