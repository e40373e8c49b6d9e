"""The points of enumerations in a report - 一是, 其二, 第三, (四), 5. - and which of them make one list."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from checklist.numerals import COUNTING
from checklist.records import record
from evaluator.document import Document
from evaluator.mentions.enumerators import numeral

DEMAND = f"(?:^|(?<=[。;,:\n]))[{COUNTING}]{{1,2}}要"
# Headings of this level and above are no points themselves.
DEEPEST = 5
# How many lists back one may go on.
NEAREST = 4
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
OPENING = "“‘「『"
LONGEST_QUOTED = 60
IN_LINE = tuple(COUNTING + "其第")


@record
class Point:
    """An enumerator. `scope` is where the section of its list begins; it `heads` a paragraph as (一) or 1."""

    style: str
    value: int
    start: int
    end: int
    paragraph: int
    scope: int
    heads: bool = False


def points_of(document: Document) -> list[Point]:
    """Every enumerator of sentences and of the headings 一是, in the order of the text."""
    found = [*_of_sentences(document), *_of_headings(document)]
    if "一要" in document.plain.text:
        found += _demands(document)
    return sorted((point for point in found if not _is_quoted(document, point)), key=lambda point: point.start)


def _is_quoted(document: Document, point: Point) -> bool:
    """Whether it is somebody's wording in quotation marks: 归为“一是必报、二是选报”两类."""
    text, begins = document.plain.text, document.paragraphs[point.paragraph].start
    opening = text.rfind('"', max(begins, point.start - LONGEST_QUOTED), point.start)
    closing = text.find('"', point.end, point.end + LONGEST_QUOTED)
    if opening < 0 or closing < 0 or "。" in text[opening:closing]:
        return False
    written = document.quote(opening, opening + 1)
    return written in OPENING or (written == '"' and text.count('"', begins, point.start) % 2 == 1)


def _of_sentences(document: Document) -> Iterator[Point]:
    for sentence in document.sentences:
        if sentence.mark:
            begins = sentence.start == document.paragraphs[sentence.paragraph].start
            heads = begins and not sentence.mark.startswith(IN_LINE)
            scope = _scope(document, sentence.section)
            yield from _read(sentence.mark, sentence.start, sentence.paragraph, scope, heads)


def _of_headings(document: Document) -> Iterator[Point]:
    starts = {paragraph.start: index for index, paragraph in enumerate(document.paragraphs)}
    for section in document.sections:
        if section.number and section.level > DEEPEST and section.start in starts:
            scope = _scope(document, section.parent)
            yield from _read(section.number, section.start, starts[section.start], scope)


def _demands(document: Document) -> Iterator[Point]:
    """一要…二要…: no marks of sentences."""
    for sentence in document.sentences:
        for match in re.compile(DEMAND).finditer(document.plain.text, sentence.start, sentence.end):
            scope = _scope(document, sentence.section)
            yield from _read(match.group(), match.start(), sentence.paragraph, scope)


def _scope(document: Document, section: int) -> int:
    """The start of the nearest section above that is no 一是 itself."""
    while document.sections[section].level > DEEPEST:
        section = document.sections[section].parent
    return document.sections[section].start


def _read(mark: str, start: int, paragraph: int, scope: int, heads: bool = False) -> Iterator[Point]:
    style = _style(mark)
    written = mark.strip("其第()是要.、")
    value = CIRCLED.index(mark[0]) + 1 if style == "circle" else numeral(written) if style else None
    if value:
        yield Point(style, value, start, start + len(mark), paragraph, scope, heads)


def _style(mark: str) -> str:
    """Empty where it is none: 六、 numbers a heading."""
    if mark[0] in COUNTING:
        return "is" if mark[-1] in "是要" else ""
    if mark[0] == "(":
        return "bracket" if mark[1:2] in tuple(COUNTING) else "digit"
    if mark[0] in CIRCLED:
        return "circle"
    return "digit" if mark[0].isdigit() else {"其": "its", "第": "nth"}.get(mark[0], "")


def lists_in(document: Document) -> list[list[Point]]:
    """The points as lists: a 1 opens one, another number goes on with the nearest list that it continues."""
    points = points_of(document)
    by_style: dict[str, list[list[Point]]] = {}
    for index, point in enumerate(points):
        lists = by_style.setdefault(point.style, [])
        own = [found for found in lists[-NEAREST:] if found[-1].scope == point.scope]
        if point.value == 1 and not (own and _is_slip(document, points, index, own[-1])):
            lists.append([point])
            continue
        near = [own[-1]] if own and _has_just_begun(document, own[-1], point) else (own or lists[-NEAREST:])[::-1]
        home = next((found for found in near if found[-1].value == point.value - 1), None)
        if home is None and not own:
            lists.append([point])
        else:
            (home or own[-1]).append(point)
    return [found for lists in by_style.values() for found in lists]


def _has_just_begun(document: Document, last: Sequence[Point], point: Point) -> bool:
    """Whether the list before is a 1 alone, announced by a colon in the same paragraph: none ends so soon."""
    announced = document.plain.text[last[0].start - 1] == ":"
    return len(last) == 1 and announced and last[0].paragraph == point.paragraph


def _is_slip(document: Document, points: Sequence[Point], index: int, before: Sequence[Point]) -> bool:
    """Whether a 1 is a wrong number of the list before it: nothing goes on from it, or that list does."""
    point, last = points[index], before[-1].value
    if document.plain.text[point.start - 1] == ":":
        return False
    if before[-1].paragraph != point.paragraph:
        return _goes_on_below(document, points, index, before[-1])
    rest = (points[i] for i in range(index + 1, len(points)))
    beside = takewhile(lambda other: other.paragraph == point.paragraph, rest)
    following = next((other for other in beside if other.style == point.style), None)
    if following is None:
        # 一是…，一是… is another way to say 一方面…，另一方面….
        return last > 1 or document.plain.text[point.start - 1] in "。;"
    return following.value == last + 2 or (last == 1 and len(before) == 1 and following.value == 2)


def _goes_on_below(document: Document, points: Sequence[Point], index: int, before: Point) -> bool:
    """Whether each point begins a paragraph, and the next goes on as if this one had its right number, or none does."""
    point = points[index]
    following = next((other for other in points[index + 1 :] if other.style == before.style), None)
    if following is None or following.scope != before.scope:
        return before.value > 1 and _are_paragraphs(document, before, point)
    return following.value == before.value + 2 and _are_paragraphs(document, before, point, following)


def _are_paragraphs(document: Document, *points: Point) -> bool:
    """Whether each point begins a paragraph, the one after that of the point before it."""
    beside = points[-1].paragraph - points[0].paragraph == len(points) - 1 and points[0].scope == points[-1].scope
    return beside and all(point.start == document.paragraphs[point.paragraph].start for point in points)
