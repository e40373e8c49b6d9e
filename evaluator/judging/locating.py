"""Where a report speaks of an item: passages that count, and those that only look so and were turned away, with why."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise

from checklist.model import FoundIn, LookAlike, Passage
from checklist.records import record
from checklist.vocabulary import Group
from evaluator.judging.acting import only_actor, other_actor
from evaluator.judging.view import View

CLAUSE = "clause"
_BY_ANOTHER = "这是{}做的事，不是本机关做的"
# The index of a sentence, and where a clause of it begins and ends.
Clause = tuple[int, int, int]
# No part of a report on one matter, such as what the heads did, has more sentences.
LONGEST_SECTION = 20
# In a heading: what joins one matter to another.
SEVERAL = ",、和与及并"


@record
class Hit:
    """A clause (or a whole sentence, when its heading is what counts) that speaks of the item.

    `heading` is the section whose heading announced it, 0 where the words of the clause did; `certain` where these
    can mean nothing else.
    """

    sentence: int
    start: int
    end: int
    heading: int = 0
    certain: bool = False


@record
class TurnedAway:
    """A clause with the item's words that does not count."""

    sentence: int
    start: int
    end: int
    why: str


@record
class Located:
    """What counts, what was turned away, and the headings that speak of the item with nothing below them."""

    hits: tuple[Hit, ...]
    turned_away: tuple[TurnedAway, ...] = ()
    empty_headings: tuple[int, ...] = ()


def locate(view: View, found_in: FoundIn) -> Located:
    """Every place of the document that `found_in` describes, in the order of the text.

    There are four ways of finding: by headings, by roles of which all counts, by words, and by roles alone.
    """
    level = view.document.metadata.level
    look_alikes = [each for each in found_in.unless if each.misleads(level) and view.words.spans(each.says)]
    headed = _by_heading(view, found_in)
    ways = [headed, _throughout(view, found_in), _by_words(view, found_in, look_alikes)]
    if not found_in.headings and not found_in.passages:
        ways.append(_by_role(view, found_in, look_alikes))
    hits = [hit for way in ways for hit in way.hits]
    away = sorted((away for way in ways for away in way.turned_away), key=lambda away: away.start)
    told = _told(view, found_in, hits, look_alikes)
    return Located(_distinct(told), tuple(away), headed.empty_headings)


def _told(view: View, found_in: FoundIn, hits: Sequence[Hit], look_alikes: Sequence[LookAlike]) -> list[Hit]:
    """The hits, without sentences below a heading that are of others, or may be of its other matters.

    The latter where the heading joins several matters, words of the item stand below it and single clauses count.
    """
    spoken = {view.sentences[hit.sentence].section for hit in hits if not hit.heading}
    told = {hit.sentence for hit in hits if not hit.heading}
    headings = {hit.heading for hit in hits if view.sentences[hit.sentence].section in spoken}
    several = {each for each in headings if found_in.scope == CLAUSE and names_several(view, each)}
    return [
        hit
        for hit in hits
        if hit.sentence in told or not (hit.heading in several or _is_of_others(view, found_in, look_alikes, hit))
    ]


def _is_of_others(view: View, found_in: FoundIn, look_alikes: Sequence[LookAlike], hit: Hit) -> bool:
    """Whether a sentence below a heading only looks like the item, or tells of nobody but others."""
    if _only_looks_so(view, look_alikes, hit):
        return True
    return found_in.own and only_actor(view, found_in, hit.start, hit.end) is not None


def _only_looks_so(view: View, look_alikes: Sequence[LookAlike], hit: Hit) -> bool:
    """Whether half of what is said, as semicolons divide it, has words of a look-alike."""
    text = view.document.plain.text
    marks = [at for at in range(hit.start, hit.end - 1) if text[at] == ";"]
    parts = list(pairwise([hit.start, *marks, hit.end]))
    alike = sum(any(view.words.first(each.says, *part) for each in look_alikes) for part in parts)
    return 2 * alike >= len(parts)


def names_several(view: View, heading: int) -> bool:
    """Whether a heading joins one matter to another."""
    title = view.document.sections[heading].title
    return bool(heading) and any(mark in title for mark in SEVERAL)


def _fits(view: View, sentence: int, found_in: FoundIn) -> bool:
    """Whether the sentence has one of the roles in which the item may stand."""
    return view.roles[sentence].role in found_in.roles


def _whole(view: View, index: int, heading: int = 0) -> Hit:
    """The sentence as a hit, from its first character to its last."""
    sentence = view.sentences[index]
    return Hit(index, sentence.start, sentence.end, heading)


def _distinct(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """The hits in the order of the text, one for each span: that with the nearest heading."""
    by_span: dict[tuple[int, int], Hit] = {}
    for hit in sorted(hits, key=lambda h: (h.start, h.end, -h.heading)):
        by_span.setdefault((hit.start, hit.end), hit)
    return tuple(by_span.values())


def headed_sections(view: View, found_in: FoundIn) -> tuple[int, ...]:
    """The sections whose own heading speaks of the item."""
    words, sections = view.words, view.document.sections
    starts = [section.start for section in sections]
    places = ((bisect_right(starts, start) - 1, end) for start, end in words.spans(found_in.headings))
    named = {index for index, end in places if index > 0 and end <= sections[index].heading_end}
    foreign = found_in.headings_unless
    return tuple(i for i in sorted(named) if not words.first(foreign, starts[i], sections[i].heading_end))


def _below(view: View, headings: Group) -> list[bool]:
    """Of every section whether its heading, or one above it, speaks of another item, and of nothing else."""
    below = [False]
    for section in view.document.sections[1:]:
        own = view.words.first(headings, section.start, section.heading_end) is not None
        said = bisect_left(view.starts, section.end) - bisect_left(view.starts, section.start) if own else 0
        below.append(0 < said <= LONGEST_SECTION or below[section.parent])
    return below


def _by_heading(view: View, found_in: FoundIn) -> Located:
    """The sentences below fitting headings, and the headings that have none."""
    headed = set(headed_sections(view, found_in))
    if not headed:
        return Located(())
    above = _headings_above(view, headed)
    headings = [above[sentence.section] for sentence in view.sentences]
    told = [_whole(view, i, heading) for i, heading in enumerate(headings) if heading and _fits(view, i, found_in)]
    empty = headed.difference(*map(view.document.path, {hit.heading for hit in told}))
    return Located(tuple(told), empty_headings=tuple(sorted(empty)))


def _throughout(view: View, found_in: FoundIn) -> Located:
    """The sentences of the roles of which every one counts, whatever its words."""
    if not found_in.throughout:
        return Located(())
    return Located(tuple([_whole(view, i) for i, told in enumerate(view.roles) if told.role in found_in.throughout]))


def _by_role(view: View, found_in: FoundIn, look_alikes: Sequence[LookAlike]) -> Located:
    """Every sentence of the roles, but what only looks so or stands below another item's heading."""
    foreign = _below(view, found_in.headings_unless)
    hits: list[Hit] = []
    away: list[TurnedAway] = []
    for index, sentence in enumerate(view.sentences):
        if not _fits(view, index, found_in) or foreign[sentence.section]:
            continue
        why = _look_alike(view, look_alikes, sentence.start, (sentence.start, sentence.end))
        if why is None and found_in.own and (other := only_actor(view, found_in, sentence.start, sentence.end)):
            why = _BY_ANOTHER.format(other)
        if why is None:
            hits.append(_whole(view, index))
        else:
            away.append(TurnedAway(index, sentence.start, sentence.end, why))
    return Located(tuple(hits), tuple(away))


def _headings_above(view: View, headed: Collection[int]) -> list[int]:
    """Of every section the heading that announces it, 0 where none does.

    What stands below other headings under a heading of several matters may be any of these.
    """
    apart = {heading for heading in headed if names_several(view, heading)}
    above = [0]
    for index, section in enumerate(view.document.sections[1:], start=1):
        inherited = 0 if above[section.parent] in apart else above[section.parent]
        above.append(index if index in headed else inherited)
    return above


def _by_words(view: View, found_in: FoundIn, look_alikes: Sequence[LookAlike]) -> Located:
    """The clauses with the words of any passage, with the sentences that go along with one that counts."""
    decided: dict[Clause, str | None] = {}
    certain: set[Clause] = set()
    along: list[Hit] = []
    for passage, clause, beside in ((each, *found) for each in found_in.passages for found in _clauses(view, each)):
        # Half of the words stand in a clause with others of the item.
        if clause not in decided:
            decided[clause] = _why_not(view, found_in, look_alikes, clause)
        if decided[clause] is None and beside != clause[0]:
            along.append(_whole(view, beside))
        if passage.certain:
            certain.add(clause)
    hits = [Hit(*clause, certain=clause in certain) for clause, why in decided.items() if why is None]
    away = [TurnedAway(*clause, why) for clause, why in decided.items() if why is not None]
    return Located((*along, *hits), tuple(away))


def _clauses(view: View, passage: Passage) -> Iterator[tuple[Clause, int]]:
    """Each clause with the words of the passage, with the sentence in which the words stand that must go along."""
    for start, end in view.words.spans_outside(passage.says, passage.not_in):
        index = view.sentence_at(start)
        if index < 0 or end > view.sentences[index].end:
            continue
        clause = _clause(view, index, start, end)
        excused = passage.unless and view.words.first(passage.unless, *clause)
        beside = None if excused or not _comes_after(view, passage, index, clause) else _beside(view, passage, index)
        if beside is not None:
            yield (index, *clause), beside


def _clause(view: View, index: int, start: int, end: int) -> tuple[int, int]:
    """Where the clause around a span begins and ends, within its sentence."""
    first, last = view.words.clause_around((start, end))
    sentence = view.sentences[index]
    return max(first, sentence.start), min(last, sentence.end)


def _comes_after(view: View, passage: Passage, index: int, clause: tuple[int, int]) -> bool:
    """Whether the words that must come before the clause stand before it in its paragraph."""
    if not passage.after:
        return True
    paragraph = view.document.paragraphs[view.sentences[index].paragraph]
    return view.words.first(passage.after, paragraph.start, clause[0]) is not None


def _beside(view: View, passage: Passage, index: int) -> int | None:
    """The sentence, this or the next of its paragraph, in which the words stand that must go along; None without."""
    if not passage.along:
        return index
    first = view.sentences[index]
    following = min(index + 1, len(view.sentences) - 1)
    last = view.sentences[following] if view.sentences[following].paragraph == first.paragraph else first
    found = view.words.first(passage.along, first.start, last.end)
    return None if found is None else index if found[0] < first.end else following


def _why_not(view: View, found_in: FoundIn, look_alikes: Sequence[LookAlike], clause: Clause) -> str | None:
    """Why a clause with the item's words does not count, None where it does."""
    index, start, end = clause
    sentence = view.sentences[index]
    excuse = _look_alike(view, look_alikes, sentence.start, (start, end))
    if excuse is not None:
        return excuse
    if found_in.own and (other := other_actor(view, found_in, sentence.start, (start, end))):
        return _BY_ANOTHER.format(other)
    if _fits(view, index, found_in):
        return None
    role = view.roles[index].role
    return f"这句话在“{view.role_titles.get(role, role)}”里，不算"


def _look_alike(view: View, look_alikes: Sequence[LookAlike], sentence: int, clause: tuple[int, int]) -> str | None:
    """Why a clause does not count: what says so ends in it, and may begin earlier in the sentence (处罚……听证)."""
    for look_alike in look_alikes:
        if view.words.reaches(look_alike.says, sentence, clause):
            return look_alike.why
    return None
