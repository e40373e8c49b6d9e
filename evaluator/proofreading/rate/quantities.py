"""Counted things in a passage: how many, of what unit, and the words that say what they are."""

import re
from collections.abc import Iterable

from checklist.records import record
from evaluator.mentions.occurrences import mark_after

NUMBER = r"(?<![\d.])(\d+(?:\.\d+)?)([万亿千百])?(余|多|几)?(人次|件次|家次|场次|个次|[^\W\d_])"
SCALES = {"百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
MARKS = ',。;:!?()"\n'
# 2024年, 12月, 第3季度, 5个工作日 count no things.
NO_UNITS = "年月日号时点分秒届季级"
NO_THINGS = ("月", "百分点", "工作日", "学时", "小时")
# Different words for the same unit.
SAME_UNITS = {"名": "人", "位": "人", "宗": "件", "起": "件", "例": "件", "桩": "件"}
LONGEST_LABEL = 30
TOTALS = ("共计", "合计", "累计", "总计", "共")


@record
class Quantity:
    """As many of a unit as `told`, and so between `least` and `most`; `before` and `after` are the words about it up to
    a mark."""

    told: float
    least: float
    most: float
    unit: str
    before: str
    after: str
    start: int
    end: int


def quantities_in(text: str, start: int, end: int) -> list[Quantity]:
    """The quantities of text[start:end]; words between two of them without a mark belong to the second."""
    matches = [m for m in re.compile(NUMBER).finditer(text, start, end) if not _is_no_thing(m)]
    found: list[Quantity] = []
    reached = start
    for index, match in enumerate(matches):
        first, at = max(reached, match.start() - LONGEST_LABEL), match.start()
        before = text[max(first, *(text.rfind(mark, first, at) + 1 for mark in MARKS)) : at]
        following = matches[index + 1].start() if index + 1 < len(matches) else None
        after = _after(text, match.end(), following, end)
        unit = SAME_UNITS.get(match.group(4), match.group(4))
        found.append(Quantity(*_bounds(match), unit, before, after, match.start(), match.end()))
        reached = match.end()
    return found


def _is_no_thing(match: re.Match[str]) -> bool:
    unit = match.group(4)
    return unit in NO_UNITS or (unit == "个" and match.string.startswith(NO_THINGS, match.end()))


def _after(text: str, start: int, following: int | None, end: int) -> str:
    at = mark_after(text, MARKS, start, following or end)
    return "" if at == following else text[start : min(at, start + LONGEST_LABEL)]


def _bounds(match: re.Match[str]) -> tuple[float, float, float]:
    """1.3万 is anything that rounds to it, 400余 a little more than 400."""
    digits, scale = match.group(1), SCALES.get(match.group(2) or "", 1)
    value = float(digits) * scale
    if match.group(3):
        return value, value, value * 1.1
    half = scale * 10 ** -len(digits.partition(".")[2]) / 2 if scale > 1 else 0
    return value, value - half, value + half


def added(one: Quantity, other: Quantity) -> Quantity:
    """Both together."""
    told, least, most = one.told + other.told, one.least + other.least, one.most + other.most
    return Quantity(told, least, most, one.unit, "", "", one.start, other.end)


def lessened(whole: Quantity, part: Quantity) -> Quantity:
    """What is left of the whole without the part."""
    told, least, most = whole.told - part.told, whole.least - part.most, whole.most - part.least
    return Quantity(told, least, most, whole.unit, "", "", whole.start, part.end)


def figure(number: float) -> str:
    """As it is written: 480, 1.2万."""
    return f"{number / 10_000:g}万" if number >= 10_000 else f"{number:g}"


def in_sum(parts: Iterable[Quantity]) -> str:
    """What they make together: 91+72+68=231."""
    told = [part.told for part in parts]
    return f"{'+'.join(map(figure, told))}={figure(sum(told))}"


def is_told_as_total(quantity: Quantity, before: str) -> bool:
    """Whether it is the total of what `before` tells: 累计培训360人次 behind 每期培训60人, not 共有130人报名."""
    words = quantity.before
    ends = [words.rfind(word) + len(word) for word in TOTALS if word in words]
    return bool(ends) and not quantity.after and words[max(ends) :] in before
