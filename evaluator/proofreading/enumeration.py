"""Enumerations in running text that skip, repeat, go back, break off, or lose their 是."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checklist.model import Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.points import Point, lists_in, points_of
from evaluator.roles import SentenceRole
from evaluator.series import Break, breaks, han

WRITTEN = {"is": "{}是", "its": "其{}", "nth": "第{}", "bracket": "（{}）", "digit": "{}.", "circle": "（{}）"}
# What may stand where the first point is not numbered: 首先…二是, 一方面…二是.
BEGINNING = r"首先|第一|其一|一方面|一来|一要|(?:主要|首要|重点)是|1[.、]|①|\(一\)|\(1\)"
# 三项, 二十, 四级: the numeral counts something and begins no point.
COUNTED = (
    "是要则来项个名次大年级类支条件家户起宗期批场轮套处座部位人方者手维审农资公包季月周日天小时分秒点层线"
    "区县镇村社网端联中全等种份册篇所间台辆架口万亿千百十余多几成倍半会届讲课品证照码书色河湖度号路元角"
    "一二三四五六七八九"
)
ANNOUNCED = "(?:如下|以下|几个?方面|[两二三四五六]个方面|主要(?:有|是|表现在|体现在)|具体(?:有|是)):?$"
MARKS_BEFORE, ENDS_BEFORE = "。;,:", "。;"
WORDS_AFTER = 14


def enumeration(document: Document, _rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """One fault for each slip; paragraphs that begin with (一) or 1. are the headings' business."""
    for points in lists_in(points_of(document)):
        lost = dict(_without_is(document, points))
        yield from (_lost_is(document, value, at) for value, at in lost.items())
        yield from _broken(document, points, set(lost))
        if len(points) == 1 and not lost:
            yield from _broken_off(document, points[0])


def _broken(document: Document, points: Sequence[Point], lost: set[int]) -> Iterator[Fault]:
    values = [point.value for point in points]
    first = values[0] if _begins_otherwise(document, points[0]) else 1
    for broken in breaks(values, first):
        point = points[broken.index]
        missing = range(broken.expected, point.value)
        found = missing and all(_stands_otherwise(document, points, broken, value, lost) for value in missing)
        if not point.heads and not found:
            yield _fault(document, points, broken)


def _begins_otherwise(document: Document, point: Point) -> bool:
    """Whether a list may begin with another number than 1: its beginning is not numbered, or numbered in another style."""
    if point.value != 2 or point.style not in ("is", "its"):
        return True
    return re.search(BEGINNING, document.plain.text[point.scope : point.start]) is not None


def _stands_otherwise(
    document: Document, points: Sequence[Point], broken: Break, value: int, lost: set[int]
) -> bool:
    """Whether a number that the list lacks is there in another style, or without its 是."""
    start = points[broken.index - 1].end if broken.index else points[0].scope
    between = document.plain.text[start : points[broken.index].start]
    numeral = han(value)
    forms = [f"{numeral}是", f"{numeral}要", f"其{numeral}", f"第{numeral}", f"({numeral})", f"{value}.", f"{value}、"]
    return value in lost or any(form in between for form in forms) or (value == 2 and "其次" in between)


def _without_is(document: Document, points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """Numbers of a list that lost their 是, in its gaps and after its last point: 二加强…三是, 三深入开展."""
    if points[0].style != "is" or points[0].value != 1:
        return
    for before, after in pairwise(points):
        if after.value == before.value + 2:
            at = _bare_numeral(document, before.value + 1, before.end, after.start, MARKS_BEFORE)
            if at is not None:
                yield before.value + 1, at
    value, at, end = points[-1].value + 1, points[-1].end, document.paragraphs[points[-1].paragraph].end
    while (found := _bare_numeral(document, value, at, end, ENDS_BEFORE)) is not None:
        yield value, found
        value, at = value + 1, found + 1


def _bare_numeral(document: Document, value: int, start: int, end: int, marks: str) -> int | None:
    text, numeral = document.plain.text, han(value)
    at = text.find(numeral, start, end)
    while at >= 0:
        after = text[at + len(numeral) : at + len(numeral) + 1]
        if text[at - 1] in marks and after.isalpha() and after not in COUNTED:
            return at
        at = text.find(numeral, at + 1, end)
    return None


def _lost_is(document: Document, value: int, at: int) -> Fault:
    numeral = han(value)
    message = f"“{numeral}”后面缺“是”字，前面的各点都写作“一是”的样式"
    return Fault(at, _end(document, at), message, f"改为“{numeral}是”")


def _fault(document: Document, points: Sequence[Point], broken: Break) -> Fault:
    point = points[broken.index]
    written, expected = (_written(point.style, value) for value in (point.value, broken.expected))
    if any(before.value == point.value for before in points[: broken.index]):
        message = f"列举的“{written}”重复，按顺序应是“{expected}”"
    elif point.value > broken.expected:
        message = f"列举跳到“{written}”，前面没有“{expected}”"
    else:
        message = f"列举的“{written}”顺序颠倒，按顺序应是“{expected}”"
    return Fault(point.start, _end(document, point.end), message, "核对是序号写错，还是漏了、多了一点")


def _written(style: str, value: int) -> str:
    return WRITTEN[style].format(value if style in ("digit", "circle") else han(value))


def _broken_off(document: Document, point: Point) -> Iterator[Fault]:
    """A list that is announced, opens with 一是 and never goes on: a question."""
    before = document.plain.text[max(0, point.start - 10) : point.start]
    if point.style == "is" and point.value == 1 and re.search(ANNOUNCED, before):
        message = "只有“一是”，后面没有“二是”"
        yield Fault(point.start, _end(document, point.end), message, "只有一点的不必列举；漏了的请补上", "info")


def _end(document: Document, at: int) -> int:
    """The end of the clause, a few words on at most."""
    mark = re.compile("[,。;:!?\n]").search(document.plain.text, at, at + WORDS_AFTER)
    return mark.start() if mark else min(at + WORDS_AFTER, len(document.plain.text))
