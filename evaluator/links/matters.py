"""The shortcomings, causes and plans of a report one by one: a sub-section, a point of a list, a sentence."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from checklist.matching import Span
from checklist.numerals import COUNTING
from checklist.records import record
from evaluator.judging.view import View
from evaluator.links.segmenting import terms
from evaluator.mentions.enumerators import numeral, read_mark
from evaluator.roles.role import CAUSE, PLAN, PROBLEM

ROLES = (PROBLEM, CAUSE, PLAN)
# What sums up the points before it is none itself.
_SUMMING_UP = re.compile("上述|以上|这些|此类|究其|产生")
# 一是…;二行政…;三重点…: a list that goes on without 是.
_BARE_NUMERAL = re.compile(f"([{COUNTING[1:]}])(?![是、])")
# 2024年，将重点做好以下工作: is no part of the first of them.
_LEADING_OVER = re.compile("[^:;。]{0,30}(?:工作|任务|以下|如下|方面|实事|重点|要点)[^:;。]{0,6}:(?=.)")
_PART_END = re.compile(";|$")


@record
class Matter:
    """`spans` are its sentences, cut at semicolons, by plain offsets; `heading` is the sub-section naming it.

    A matter that is a point of a list may stand below a heading too; then the heading names the list.
    """

    role: str
    spans: tuple[Span, ...]
    section: int
    heading: int = 0
    listed: bool = False


def matters(view: View, told: Sequence[str]) -> dict[str, tuple[Matter, ...]]:
    """The matters of each role in the order of the text; `told` is the role of every sentence."""
    by_section: defaultdict[int, set[str]] = defaultdict(set)
    for role, sentence in zip(told, view.sentences, strict=True):
        by_section[sentence.section].add(role)
    leading = {view.document.sections[section].parent for section, held in by_section.items() if PLAN in held}
    return {
        role: tuple(
            matter
            for section, run in _runs(view, told, role)
            if role != PLAN or section not in leading - {0}
            for matter in _in_run(view, role, run, _naming(view, section, by_section[section]))
        )
        for role in ROLES
    }


def _runs(view: View, told: Sequence[str], role: str) -> Iterator[tuple[int, list[int]]]:
    chosen = [i for i, own in enumerate(told) if own == role]
    return ((section, list(run)) for section, run in groupby(chosen, lambda i: view.sentences[i].section))


def _naming(view: View, section: int, held: set[str]) -> int:
    """The section where its heading names a matter, else 0: not that of a chapter, nor 存在的不足."""
    own = view.document.sections[section]
    if section == 0 or own.parent == 0 or held - set(ROLES):
        return 0
    return section if terms(view.words.text[own.start : own.heading_end]) else 0


def _in_run(view: View, role: str, run: Sequence[int], heading: int) -> Iterator[Matter]:
    marks = [read_mark(view.sentences[i].mark) for i in run]
    style = next((mark[0] for mark in marks if mark), None)
    if style is None:
        yield from _unlisted(view, role, run, heading)
        return
    point: list[int] = []
    for index, mark in zip(run, marks, strict=True):
        begins = mark is not None and mark[0] == style
        if begins or (point and _ends_list(view, point[-1], index)):
            yield from _point(view, role, point, heading)
            point = []
        if begins or point:
            point.append(index)
    yield from _point(view, role, point, heading)


def _ends_list(view: View, last: int, index: int) -> bool:
    """Whether a sentence without enumerator no longer belongs to the point before it."""
    sentence, before = view.sentences[index], view.sentences[last]
    if _SUMMING_UP.match(view.words.text, sentence.start):
        return True
    begins = view.document.paragraphs[before.paragraph].start == before.start
    return sentence.paragraph != before.paragraph and not begins


def _point(view: View, role: str, point: Sequence[int], heading: int) -> Iterator[Matter]:
    spans: list[Span] = []
    value = 1
    for index in point:
        for part in _parts(view, index):
            bare = _BARE_NUMERAL.match(view.words.text, part[0])
            if spans and bare and numeral(bare[1]) == value + 1:
                yield Matter(role, tuple(spans), view.sentences[index].section, heading, listed=True)
                spans, value = [], value + 1
            spans.append(part)
    if spans:
        yield Matter(role, tuple(spans), view.sentences[point[0]].section, heading, listed=True)


def _unlisted(view: View, role: str, run: Sequence[int], heading: int) -> Iterator[Matter]:
    section = view.sentences[run[0]].section
    parts = [part for index in run for part in _parts(view, index)]
    if heading:
        yield Matter(role, tuple(parts), section, heading)
        return
    for part in parts:
        if view.words.text[part[1] - 1] != ":" and not _SUMMING_UP.match(view.words.text, part[0]):
            yield Matter(role, (part,), section)


def _parts(view: View, index: int) -> Iterator[Span]:
    """A sentence cut at its semicolons, without what only leads over to it."""
    text, sentence = view.words.text, view.sentences[index]
    lead = _LEADING_OVER.match(text, sentence.start, sentence.end)
    at = lead.end() if lead else sentence.start
    for cut in _PART_END.finditer(text, at, sentence.end):
        if cut.start() > at:
            yield at, cut.end()
        at = cut.end()
