"""Numbers with which paragraphs begin, level by level: skipped, repeated, out of order, lost, in another style."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from checklist.model import Rule
from evaluator.document import Document
from evaluator.enumerators import numeral
from evaluator.headings import numbered
from evaluator.fault import Fault
from evaluator.series import Break, breaks, han
from evaluator.roles import SentenceRole

DIGITS = re.compile(r"\d{1,2}|[一二三四五六七八九十]{1,3}")
CIRCLED = (0x2460, 0x3220, 0x2474, 0x2488)
# 一是, 其一, 第一 are enumerations.
DEEPEST = 5
PART = 0
LONGEST_PLACE = 40
WRITTEN = {0: "第{}部分", 1: "{}、", 2: "({})", 3: "{}.", 4: "({})", 5: "({})"}


@dataclass(frozen=True, slots=True)
class Number:
    """A number at the start of a paragraph; value None where the numeral is lost. `fresh`: a heading without number stands before."""

    level: int
    value: int | None
    start: int
    end: int
    fresh: bool = False


@dataclass(slots=True)
class Series:
    """Numbers of one level under one heading; `first` is where it may begin."""

    level: int
    first: int
    numbers: list[Number] = field(default_factory=list)

    @property
    def last(self) -> int:
        values = [number.value for number in self.numbers if number.value is not None]
        return values[-1] if values else self.first - 1


def heading_number(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """One fault for each slip of the pen."""
    numbers = tuple(_numbers(document))
    text = document.plain.text
    for number in numbers:
        doubled = re.compile(r"([一二三四五六七八九十]{1,3}、)\1").match(text, number.start)
        if doubled:
            yield Fault(number.start, number.end, f"序号“{doubled.group(1)}”重复写了两遍", "删去一个")
    for series in _series(numbers):
        values = [number.value for number in series.numbers]
        if len(values) == 1 and values[0] is not None:
            continue
        for broken in breaks(values, series.first):
            if not _stands_inside(text, series, broken):
                yield _fault(document, series, broken)


def _numbers(document: Document) -> Iterator[Number]:
    unnumbered = {section.start for section in document.sections[1:] if not section.number}
    text = document.plain.text
    fresh = False
    for paragraph in document.paragraphs:
        if paragraph.kind not in ("body", "heading"):
            continue
        found = numbered(text[paragraph.start : min(paragraph.end, paragraph.start + 12)])
        if paragraph.start in unnumbered:
            fresh = True
        elif found and found[1] <= DEEPEST:
            words, level = found
            start, end = paragraph.start, min(paragraph.end, paragraph.start + LONGEST_PLACE)
            yield Number(PART if words[0] == "第" else level, _value(words), start, _heading_end(text, start, end), fresh)
            fresh = False


def _value(words: str) -> int | None:
    base = next((base for base in CIRCLED if base <= ord(words[0]) < base + 20), None)
    if base is not None:
        return ord(words[0]) - base + 1
    digits = DIGITS.search(words)
    return numeral(digits.group()) if digits else None


def _heading_end(text: str, start: int, end: int) -> int:
    stop = re.compile("[。;:\n]").search(text, start, end)
    return stop.start() if stop else end


def _series(numbers: Sequence[Number]) -> Iterator[Series]:
    """The numbers grouped by the heading above them and their level."""
    stack: list[Series] = []
    ended: dict[int, int] = {}
    for index, number in enumerate(numbers):
        depth = next((i for i, series in enumerate(stack) if series.level == number.level), len(stack))
        if depth == len(stack) and _is_of_parent(number, stack, numbers, index):
            depth = len(stack) - 1
        for series in stack[depth + 1 :]:
            ended[series.level] = series.last
            yield series
        del stack[depth + 1 :]
        if depth < len(stack) and _begins_anew(number, stack[depth], numbers, index):
            yield stack.pop()
        if depth >= len(stack):
            # 1. 2. may run on across (一) and (二).
            runs_on = number.value == ended.get(number.level, 0) + 1
            stack.append(Series(number.level, number.value or 1 if runs_on else 1))
        stack[depth].numbers.append(number)
    yield from stack


def _is_of_parent(number: Number, stack: Sequence[Series], numbers: Sequence[Number], index: int) -> bool:
    """三 written (三): the only one of its style, and the level above goes on after it."""
    if not stack or number.value in (1, None) or number.value != stack[-1].last + 1:
        return False
    following = numbers[index + 1] if index + 1 < len(numbers) else None
    return following is not None and following.level == stack[-1].level and following.value == number.value + 1


def _begins_anew(number: Number, series: Series, numbers: Sequence[Number], index: int) -> bool:
    """A restart at 1 is a new list where a heading without number stands before it or a 2 follows."""
    if number.value != 1 or not series.numbers:
        return False
    if number.fresh or (number.level > 2 and series.last != 1):
        return True
    following = next((n for n in numbers[index + 1 :] if n.level <= number.level), None)
    return following is not None and following.level == number.level and following.value == 2 and series.last != 1


def _stands_inside(text: str, series: Series, broken: Break) -> bool:
    """Whether the numbers that seem to lack stand inside the paragraphs before, where a line break was lost."""
    number = series.numbers[broken.index]
    if number.value is None or number.value <= broken.expected or number.level != series.level:
        return False
    since = series.numbers[broken.index - 1].start if broken.index else max(0, text.rfind("\n", 0, number.start - 1))
    between = text[since + 1 : number.start]
    return all(_written(number.level, value) in between for value in range(broken.expected, number.value))


def _written(level: int, value: int) -> str:
    return WRITTEN[level].format(han(value) if level <= 2 else value)


def _fault(document: Document, series: Series, broken: Break) -> Fault:
    number = series.numbers[broken.index]
    expected = _written(series.level, broken.expected)
    if number.value is None:
        message = f"序号里的数字丢了，按前后顺序应是“{expected}”"
    elif number.level != series.level:
        message = f"序号的样式和同级标题不一致，应是“{expected}”"
    else:
        message = _told(series, broken, number.value, expected)
    return Fault(number.start, number.end, message, f"改为“{expected}”，或核对是否漏了、多了一段")


def _told(series: Series, broken: Break, value: int, expected: str) -> str:
    before = series.numbers[: broken.index]
    written = _written(series.level, value)
    if any(number.value == value for number in before):
        return f"序号“{written}”重复，前面已经有了，按顺序应是“{expected}”"
    if value > broken.expected:
        return f"序号跳到“{written}”，按顺序应是“{expected}”"
    return f"序号“{written}”顺序颠倒，按顺序应是“{expected}”"

