"""Numbers with which paragraphs begin: skipped, repeated, out of order, lost, of another style."""

import re
from collections.abc import Iterator, Sequence

from checklist.numerals import COUNTING
from checklist.records import record
from checklist.rule import Rule
from evaluator.document import Document
from evaluator.mentions.enumerators import han, numeral
from evaluator.mentions.occurrences import mark_after
from evaluator.mentions.series import Break, breaks
from evaluator.proofreading.fault import TextFault
from evaluator.roles.role import SentenceRole
from evaluator.understanding.headings import numbered

FIGURES = rf"\d{{1,2}}|[{COUNTING}]{{1,3}}"
CIRCLED = (0x2460, 0x3220, 0x2474, 0x2488)
# 第一部分 stands above 一、; deeper than this are enumerations.
PART, DEEPEST = 0, 5
WRITTEN = {0: "第{}部分", 1: "{}、", 2: "({})", 3: "{}.", 4: "({})", 5: "({})"}
BY_WORD = 2
LONGEST_NUMBER, LONGEST_PLACE = 12, 40
# How many numbers on the next of a level is looked for.
NEAR = 60
BEGINNINGS = frozenset(f"{COUNTING}第(0123456789①②③④⑤⑥⑦⑧⑨⑩㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩⑴⑵⑶⑷⑸⒈⒉⒊⒋⒌")


@record
class Number:
    """A number at the start of a paragraph; value None where its numeral is lost.

    `fresh`: a heading without number stands between it and the number before. `above` is what stands before the
    value of a number without a mark: 2. in 2.6, nothing in 3; None in all others.
    """

    level: int
    value: int | None
    start: int
    end: int
    fresh: bool = False
    above: str | None = None


class Series:
    """Numbers of one level under one heading; `first` is where they may begin."""

    def __init__(self, level: int, first: int, outer: "Series | None" = None) -> None:
        self.level = level
        self.first = first
        self.outer = outer
        self.numbers: list[Number] = []

    def that_goes_on_with(self, value: int | None) -> "Series":
        """Itself, or the series around it when that one goes on with the value and this does not."""
        outer = self.outer
        if outer and value not in (None, 1, self.last + 1) and value == outer.last + 1:
            return outer
        return self

    @property
    def last(self) -> int:
        return next((n.value for n in reversed(self.numbers) if n.value), self.first - 1)


def heading_number(document: Document, _rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """One fault for each slip of the pen."""
    numbers = tuple(_numbers(document))
    for number in numbers:
        written = _written(number.level, number.value) if number.value else ""
        if written and document.plain.text.startswith(written * 2, number.start):
            yield TextFault(number.start, number.end, f"序号“{written}”写了两遍", "删去一个")
    for series in _series(numbers):
        yield from (_restyled(n, series) for n in series.numbers if n.level != series.level)
        values = [number.value for number in series.numbers]
        # Of a single one nobody can tell whether others were not seen.
        if len(values) > 1 or values[0] is None:
            for broken in breaks(values, series.first):
                if not _stands_inside(document.plain.text, series, broken):
                    yield _fault(series, broken)


def _numbers(document: Document) -> Iterator[Number]:
    named = (section for section in document.sections[1:] if section.heading_end > section.start)
    headings = {section.start: (section.number, section.level) for section in named}
    text, fresh = document.plain.text, False
    pasted: set[str] = set()
    for paragraph in document.paragraphs:
        start, end = paragraph.start, paragraph.end
        if start not in headings and text[start] not in BEGINNINGS:
            fresh = fresh or (end - start <= LONGEST_PLACE and text[end - 1] not in "。;:!?,、")
            continue
        found = headings.get(start) or numbered(text[start : min(end, start + LONGEST_NUMBER)])
        words, level = found or ("", 0)
        if end - start >= LONGEST_PLACE and _is_pasted(text[start : start + LONGEST_PLACE], pasted):
            continue
        if words and level <= DEEPEST and paragraph.kind in ("body", "heading"):
            level = PART if words[0] == "第" else level
            above, own = _parted(words)
            yield Number(level, _value(own), start, _end(text, start, end), fresh, above)
        fresh = start in headings and not words


def _parted(words: str) -> tuple[str | None, str]:
    """2. and 6 of 2.6, which no mark follows; all other numbers have one."""
    if not words[-1].isdecimal():
        return None, words
    above, dot, own = words.rpartition(".")
    return above + dot, own


def _is_pasted(beginning: str, pasted: set[str]) -> bool:
    """A paragraph pasted twice brings its number along: that is one fault, told elsewhere."""
    seen = beginning in pasted
    pasted.add(beginning)
    return seen


def _end(text: str, start: int, end: int) -> int:
    return mark_after(text, "。;:\n", start, min(end, start + LONGEST_PLACE))


def _value(words: str) -> int | None:
    digits = re.search(FIGURES, words)
    if digits:
        return numeral(digits.group())
    base = next((base for base in CIRCLED if base <= ord(words[0]) < base + 20), None)
    return None if base is None else ord(words[0]) - base + 1


def _series(numbers: Sequence[Number]) -> list[Series]:
    """The numbers grouped by their level and the heading above them."""
    found: list[Series] = []
    stack: list[Series] = []
    ended: dict[int, int] = {}
    for index, number in enumerate(numbers):
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        depth = next((i for i, series in enumerate(stack) if series.level == number.level), len(stack))
        if depth == len(stack) and stack and _is_restyled(number, stack[-1], following):
            depth -= 1
        ended.update((series.level, series.last) for series in stack[depth + 1 :])
        del stack[depth + 1 :]
        if depth < len(stack) and _begins_anew(stack[depth], numbers, index):
            # A list inside a section may have the style of the headings above it, which go on after it.
            stack[depth] = Series(number.level, 1, outer=stack[depth])
            found.append(stack[depth])
        elif depth == len(stack):
            # 1. 2. may run on across (一) and (二).
            runs_on = number.value == ended.get(number.level, 0) + 1
            stack.append(Series(number.level, number.value if runs_on and number.value else 1))
            found.append(stack[depth])
        stack[depth] = stack[depth].that_goes_on_with(number.value)
        stack[depth].numbers.append(number)
    return found


def _is_restyled(number: Number, series: Series, following: Number | None) -> bool:
    """三 written (三): the level above goes on after it as if it were its own."""
    if number.value in (1, None) or number.value != series.last + 1 or following is None:
        return False
    return following.level == series.level and following.value == number.value + 1


def _begins_anew(series: Series, numbers: Sequence[Number], index: int) -> bool:
    """Whether a 1 opens a new list: after a heading without number, or where a 2 follows it."""
    number = numbers[index]
    if number.value != 1 or series.last == 1:
        return number.value == 1 and number.fresh
    if number.fresh or number.level > BY_WORD:
        return True
    after = next((n for n in numbers[index + 1 : index + NEAR] if n.level <= number.level), None)
    return after is not None and after.level == number.level and after.value == 2


def _stands_inside(text: str, series: Series, broken: Break) -> bool:
    """Whether the numbers that seem to lack stand inside a paragraph before, where a line break was lost."""
    number = series.numbers[broken.index]
    if number.value is None or number.value <= broken.expected or number.level != series.level:
        return False
    line = text.rfind("\n", 0, number.start - 1)
    before = series.numbers[broken.index - 1].start if broken.index else line
    between = text[before + 1 : number.start]
    return all(_written(number.level, value) in between for value in range(broken.expected, number.value))


def _written(level: int, value: int) -> str:
    return WRITTEN[level].format(han(value) if level <= BY_WORD else value)


def _fault(series: Series, broken: Break) -> TextFault:
    number = series.numbers[broken.index]
    expected = _shown(number, series.level, broken.expected)
    if number.value is None:
        message = f"序号里的数字丢了，按前后顺序应是“{expected}”"
    else:
        message = _told(series, broken, number.value, expected)
    return TextFault(number.start, number.end, message, f"改为“{expected}”，或核对是否漏了、多了一段")


def _restyled(number: Number, series: Series) -> TextFault:
    expected = _shown(number, series.level, number.value or 1)
    message = f"序号的样式和同级标题不一致，应是“{expected}”"
    return TextFault(number.start, number.end, message, f"改为“{expected}”")


def _shown(like: Number, level: int, value: int) -> str:
    if like.above is not None:
        return f"{like.above}{value}"
    return _written(level, value).replace("(", "（").replace(")", "）")


def _told(series: Series, broken: Break, value: int, expected: str) -> str:
    written = _shown(series.numbers[broken.index], series.level, value)
    if any(number.value == value for number in series.numbers[: broken.index]):
        return f"序号“{written}”重复，按顺序应是“{expected}”"
    if value > broken.expected:
        return f"序号跳到“{written}”，按顺序应是“{expected}”"
    return f"序号“{written}”顺序颠倒，按顺序应是“{expected}”"
