"""The points of enumerations in a report, and which of them belong to one list."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from evaluator.document import Document
from evaluator.enumerators import numeral

MARK = re.compile(
    r"(?P<is>[一二三四五六七八九十]{1,3})(?:是|要)|其(?P<its>[一二三四五六七八九十])|第(?P<nth>[一二三四五六七八九十]{1,3})"
    r"|\((?P<bracket>[一二三四五六七八九十]{1,3})\)|\(?(?P<digit>\d{1,2})[).、]?$|(?P<circle>[①-⑳])"
)
DEEPEST = 5
CIRCLED = ord("①")
NUMERALS = "一二三四五六七八九十"


@dataclass(frozen=True, slots=True)
class Point:
    """An enumerator. `scope` is where the section begins that holds its list; it `heads` when a paragraph begins with (一) or 1."""

    style: str
    value: int
    start: int
    end: int
    paragraph: int
    scope: int
    heads: bool = False


def points_of(document: Document) -> list[Point]:
    """Every enumerator of sentences and of the headings 一是, in the order of the text."""
    found = list(_of_sentences(document))
    starts = {paragraph.start: index for index, paragraph in enumerate(document.paragraphs)}
    for index, section in enumerate(document.sections):
        if section.level > DEEPEST and section.start in starts:
            scope = _scope(document, section.parent)
            point = _read(section.number, section.start, starts[section.start], scope, heads=False)
            found += [point] if point else []
    return sorted(found, key=lambda point: point.start)


def _of_sentences(document: Document) -> Iterator[Point]:
    demands = "一要" in document.plain.text
    for sentence in document.sentences:
        paragraph = document.paragraphs[sentence.paragraph]
        scope = _scope(document, sentence.section)
        if sentence.mark:
            heads = sentence.start == paragraph.start and sentence.mark[0] not in NUMERALS + "其第"
            point = _read(sentence.mark, sentence.start, sentence.paragraph, scope, heads)
            if point:
                yield point
        if demands:
            yield from _demands(document, sentence.start, sentence.end, sentence.paragraph, scope)


def _demands(document: Document, start: int, end: int, paragraph: int, scope: int) -> Iterator[Point]:
    """一要…二要…: no marks of sentences."""
    for match in re.compile("(?:(?<=[。;,:])|(?<=\n))([一二三四五六七八九十]{1,2})要").finditer(document.plain.text, start, end):
        value = numeral(match.group(1))
        if value:
            yield Point("is", value, match.start(), match.end(), paragraph, scope)


def _scope(document: Document, section: int) -> int:
    """The start of the nearest section above that is no 一是 itself."""
    while document.sections[section].level > DEEPEST:
        section = document.sections[section].parent
    return document.sections[section].start


def _read(mark: str, start: int, paragraph: int, scope: int, heads: bool) -> Point | None:
    match = MARK.match(mark)
    if not match or match.lastgroup is None:
        return None
    style, written = match.lastgroup, match.group(match.lastgroup)
    value = ord(written) - CIRCLED + 1 if style == "circle" else numeral(written)
    return None if not value else Point(style, value, start, start + len(mark), paragraph, scope, heads)


def lists_in(points: Sequence[Point]) -> list[list[Point]]:
    """The points grouped into lists: a 1 opens a list, another number goes on with the nearest list that it continues."""
    lists: list[list[Point]] = []
    for index, point in enumerate(points):
        own = [found for found in lists if found[-1].scope == point.scope and found[-1].style == point.style]
        if point.value == 1 and not _is_slip(point, own, points[index + 1 :]):
            lists.append([point])
            continue
        home = next((found for found in reversed(own) if found[-1].value == point.value - 1), None) or (own[-1] if own else None)
        if home is None:
            lists.append([point])
        else:
            home.append(point)
    return lists


def _is_slip(point: Point, own: Sequence[Sequence[Point]], after: Sequence[Point]) -> bool:
    """Whether a 1 is a number of the list before it, written wrongly: nothing goes on from it, or the list does."""
    if not own or own[-1][-1].paragraph != point.paragraph:
        return False
    last = own[-1][-1].value
    following = next((p for p in after if p.style == point.style and p.paragraph == point.paragraph), None)
    if following is None:
        return last > 1
    return following.value == last + 2 or (last == 1 and len(own[-1]) == 1 and following.value == 2)
