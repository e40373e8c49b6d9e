"""Quotes for a result: the evidence of what was found, and where what was not found belongs."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from checklist.model import FoundIn, Item
from checklist.phrases import CLAUSE_ENDS
from evaluator.assessment import Evidence
from evaluator.judging.locating import Hit
from evaluator.judging.specifics import count_in
from evaluator.judging.view import View

MOST_HEADINGS = 9
MOST_SECTIONS = 3
MOST_SENTENCES = 4
# A chapter that tells of an item in passing has less than this part of the sentences of the one that has most.
MOSTLY = 3
SHORTEST_QUOTE = 12
LONGEST_QUOTE = 90
# What numbers are written with.
NUMBER = "0123456789Xx- \u3000"


def quote_title(view: View) -> Evidence:
    """The title as evidence; there must be one."""
    span = view.document.metadata.title_span
    assert span is not None
    return _evidence(view, *span, section=0)


def evidence_for(view: View, found_in: FoundIn, hits: Sequence[Hit]) -> tuple[Evidence, ...]:
    """A heading that announces it and what is said there first; then other places, their headings and chapters."""
    spans: dict[tuple[int, int], int] = {}
    best = _best(view, hits)
    announced, headings = _headings(view, found_in, hits)
    for section in announced[:1]:
        spans |= {_heading_span(view, section): section}
    for hit in sorted(best, key=lambda h: (view.sentences[h.sentence].section not in headings[:1], h.start)):
        sentence = view.sentences[hit.sentence]
        start = sentence.start if hit.end - sentence.start <= LONGEST_QUOTE else hit.start
        spans[excerpt(view, start, sentence.end)] = sentence.section
    for section in headings:
        spans.setdefault(_heading_span(view, section), section)
    return tuple(_evidence(view, *span, section=section) for span, section in spans.items())


def _heading_span(view: View, section: int) -> tuple[int, int]:
    return view.document.sections[section].start, view.document.sections[section].heading_end


def _headings(view: View, found_in: FoundIn, hits: Sequence[Hit]) -> tuple[list[int], tuple[int, ...]]:
    """The headings that announce the item; and all: these, those with most of it below them, then their chapters."""
    sections = Counter(section for hit in hits if (section := view.sentences[hit.sentence].section))
    nearest = sorted(sections, key=sections.__getitem__, reverse=True)[:MOST_SECTIONS]
    announced = list(dict.fromkeys(hit.heading for hit in hits if hit.heading))[:MOST_SECTIONS]
    if not found_in.headings and (found_in.throughout or not found_in.passages):
        said = sorted({hit.sentence for hit in hits})
        announced = [_mostly(view, section, said) for section in sections]
    chapters = [section for each in announced + nearest for section in view.document.path(each)]
    return announced, tuple(dict.fromkeys(announced + nearest + chapters))[:MOST_HEADINGS]


def _mostly(view: View, section: int, said: Sequence[int]) -> int:
    """The highest of a section and those above it of whose sentences most are `said`: a chapter on measures is not
    where the one point in it on last year's problems is announced."""
    for above in view.document.path(section):
        span = view.document.sections[above]
        first, end = (bisect_left(view.starts, at) for at in (span.start, span.end))
        if 2 * count_in(said, first, end) > end - first:
            return above
    return section


def _best(view: View, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """At most MOST_SENTENCES hits, one a sentence: the first, then those that say most that is specific."""
    first_of_sentence = list({hit.sentence: hit for hit in reversed(hits)}.values())[::-1]
    ranked = sorted(first_of_sentence[1:], key=lambda h: -_weight(view, h))
    return tuple(first_of_sentence[:1] + ranked[: MOST_SENTENCES - 1])


def _weight(view: View, hit: Hit) -> int:
    return count_in(view.specifics.everything, hit.start, hit.end)


def excerpt(view: View, start: int, end: int) -> tuple[int, int]:
    """As much of a sentence as a reader needs, cut at the end of a clause."""
    if end - start <= LONGEST_QUOTE:
        return start, end
    text = view.document.plain.text
    cut = max((text.rfind(mark, start + SHORTEST_QUOTE, start + LONGEST_QUOTE) for mark in CLAUSE_ENDS), default=-1)
    if cut > 0:
        return start, cut
    # Half a number of a person would not be known as one, and so not be covered.
    whole = len(text[start : start + LONGEST_QUOTE].rstrip(NUMBER))
    return start, start + (whole if whole >= SHORTEST_QUOTE else LONGEST_QUOTE)


def _evidence(view: View, start: int, end: int, section: int) -> Evidence:
    document, place = view.document, view.document.place(start, end)
    return Evidence(document.reading.text[place.start : place.end], document.heading(section), place)


def heading_after(view: View, item: Item, hits: Mapping[str, Sequence[Hit]]) -> str | None:
    """The heading of the first item in `follows` that the report has; the text belongs after that section.

    What is told of that item in passing, in the chapter of another one, shows no place.
    """
    for before in item.follows:
        home = _at_home(view, hits, before, {before, *item.follows})
        if home:
            return view.document.heading(home[-1])
    return None


def _at_home(view: View, hits: Mapping[str, Sequence[Hit]], before: str, allowed: Set[str]) -> list[int]:
    """The sections in which an item is told, in their order: those that its headings announce, else its chapters."""
    path = view.document.path
    others = [hit for other, found in hits.items() if other not in allowed for hit in found]
    chapters = {hit.heading for hit in others if hit.heading and path(hit.heading) == (hit.heading,)}
    shared = {hit.sentence for hit in others}
    told = [hit for hit in hits.get(before, ()) if not chapters.intersection(path(_section(view, hit)))]
    own = [hit for hit in told if hit.sentence not in shared]
    # Most of what was done belongs to one area or another.
    counted = own if 2 * len(own) >= len(told) else told
    announced = [hit.heading for hit in counted if hit.heading]
    chapters_told = Counter(path(_section(view, hit))[0] for hit in counted if path(_section(view, hit)))
    most = max(chapters_told.values(), default=0)
    return announced or sorted(chapter for chapter, times in chapters_told.items() if times * MOSTLY >= most)


def _section(view: View, hit: Hit) -> int:
    return view.sentences[hit.sentence].section
