"""What a found passage must say: the tests that decide between met and partial."""

from collections.abc import Callable, Mapping, Sequence

from checklist.model import Expectation, Item
from checklist.records import record
from evaluator.judging.locating import CLAUSE, Hit
from evaluator.judging.own_year import is_of_year, mends_last_year
from evaluator.judging.specifics import count_in, with_next_clauses
from evaluator.judging.view import View
from evaluator.roles.role import RECTIFIED
from evaluator.understanding.naming import organ_of, year_of

# From so many specific sentences on, what is said outside the announced section is no mention in passing.
_MANY = 2
# By what a title may have to state, what it states of it.
_STATED: Mapping[str, Callable[[str], object]] = {"organ": organ_of, "year": year_of}


@record
class Found:
    """The hits that are more than formulas, and the ranges of the text in which the expectations are looked for.

    `mended` is true for the item on what became of last year's problems, which may name last year.
    """

    hits: tuple[Hit, ...]
    ranges: tuple[tuple[int, int], ...]
    mended: bool = False


def substance(view: View, item: Item, hits: Sequence[Hit]) -> Found:
    """The hits without mere formulas and mentions in passing, and the range of the text that belongs to each."""
    solid = _at_home(view, [h for h in hits if not _hollow(view, item, h)])
    scope = item.found_in.scope if item.found_in else "sentence"
    mended = bool(item.found_in and RECTIFIED in item.found_in.throughout)
    return Found(solid, _joined([_reach(view, hit, scope) for hit in solid]), mended)


def _at_home(view: View, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits below headings that announce the item, where these say nothing specific and others hardly more.

    In all other cases every hit is returned: so no section of empty words is saved by one clause elsewhere.
    """
    homes = {view.sentences[hit.sentence].section for hit in hits if hit.heading}
    home = tuple(hit for hit in hits if view.sentences[hit.sentence].section in homes)
    if not homes or _specific_sentences(view, home):
        return tuple(hits)
    # As nothing specific is said at home, all that is stands in passing.
    return tuple(hits) if _specific_sentences(view, hits) >= _MANY else home


def _hollow(view: View, item: Item, hit: Hit) -> bool:
    """Whether the hit is part of a formula: from it to a hollow phrase nothing is countable or named, nor right behind
    that what the item must say, with how often."""
    sentence = view.sentences[hit.sentence]
    if not item.hollow or not view.words.first(item.hollow, sentence.start, sentence.end):
        return False
    specifics = view.specifics
    specific = (specifics.figures, specifics.documents, specifics.names)
    return any(
        not any(count_in(offsets, min(start, hit.start), max(end, hit.end)) for offsets in specific)
        and not _goes_on(view, item, end, sentence.end)
        for start, end in view.words.spans(item.hollow)
        if sentence.start <= start < sentence.end
    )


def _goes_on(view: View, item: Item, at: int, limit: int) -> bool:
    """Whether behind a formula, in the next clause, stands what the item must say, with a figure: 召开会议4次."""
    start = view.words.clause_end(at) + 1
    end = min(view.words.clause_end(start), limit) if start < limit else start
    said = any(each.says and view.words.first(each.says, start, end) for each in item.complete_when)
    return said and count_in(view.specifics.figures, start, end) > 0


def _reach(view: View, hit: Hit, scope: str) -> tuple[int, int]:
    if hit.heading:
        return hit.start, hit.end
    if scope == CLAUSE:
        return with_next_clauses(view.words, hit.start, hit.end)
    sentence = view.sentences[hit.sentence]
    following = view.sentences[min(hit.sentence + 1, len(view.sentences) - 1)]
    # Only a point's title (一是深入学习……。) needs the sentence after it to say what it means.
    goes_on = bool(sentence.mark) and following.paragraph == sentence.paragraph and not following.mark
    return sentence.start, following.end if goes_on else sentence.end


def _joined(ranges: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)


def holds(view: View, expectation: Expectation, found: Found) -> bool:
    """Whether any one of the expectation's tests is passed by what was found."""
    if expectation.own_year:
        return _speaks_of_own_year(view, found)
    return any(
        (
            _counts(view.specifics.figures, expectation.figures, found),
            _counts(view.specifics.documents, expectation.documents, found),
            bool(expectation.points) and _points(view, found) >= expectation.points,
            bool(expectation.clauses) and len({hit.start for hit in found.hits}) >= expectation.clauses,
            bool(expectation.sentences) and _specific_sentences(view, found.hits) >= expectation.sentences,
            expectation.heading and any(hit.heading for hit in found.hits),
            _says(view, expectation, found),
        )
    )


def title_holds(view: View, span: tuple[int, int], expectation: Expectation) -> bool:
    """The same for the title line: what it states, or the words it has."""
    title = view.document.plain.text[span[0] : span[1]]
    if expectation.states:
        return all(_STATED[name](title) is not None for name in expectation.states)
    return view.words.first(expectation.says, *span) is not None


def _counts(offsets: Sequence[int], least: int, found: Found) -> bool:
    return bool(least) and sum(count_in(offsets, *r) for r in found.ranges) >= least


def _points(view: View, found: Found) -> int:
    """Enumerated sentences, numbered subsections, and the parts of a sentence divided by semicolons."""
    indices = {hit.sentence for hit in found.hits}
    marks = sum(1 for index in indices if view.sentences[index].mark)
    sections = {view.sentences[index].section for index in indices}
    subsections = sum(1 for s in sections if view.document.sections[s].level > 1 and view.document.sections[s].number)
    text = view.document.plain.text
    parts = max((text.count(";", view.sentences[i].start, view.sentences[i].end) for i in indices), default=0)
    return max(marks, subsections if subsections > 1 else 0, parts + 1 if parts else 0)


def _specific_sentences(view: View, hits: Sequence[Hit]) -> int:
    """In how many sentences something countable or named is said."""
    indices = {hit.sentence for hit in hits}
    specific = view.specifics.everything
    return sum(1 for i in indices if count_in(specific, view.sentences[i].start, view.sentences[i].end))


def _says(view: View, expectation: Expectation, found: Found) -> bool:
    """Whether what was found says it, in as many clauses as are asked for."""
    clauses = 0
    for start, end in found.ranges:
        while said := view.words.first(expectation.says, start, end):
            clauses += 1
            if clauses >= expectation.in_clauses:
                return True
            start = view.words.clause_end(said[1]) + 1
    return False


def _speaks_of_own_year(view: View, found: Found) -> bool:
    """False where what was found is of another year than the report."""
    year = view.document.metadata.year
    if year is None:
        return True
    text = view.document.plain.text
    facts = [text[start:end] for start, end in found.ranges]
    if found.mended:
        return mends_last_year(facts, year)
    sentences = [view.sentences[index] for index in sorted({hit.sentence for hit in found.hits})]
    facts_of = (view.specifics.figures, view.specifics.documents)
    telling = [each for each in sentences if any(count_in(facts, each.start, each.end) for facts in facts_of)]
    return is_of_year([text[each.start : each.end] for each in telling or sentences], facts, year)
