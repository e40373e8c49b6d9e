"""Years as a text names them, those of periods, documents and serial numbers left out."""

import re
from collections.abc import Iterator

from checklist.numerals import may_have_years, value_by_digits
from checklist.records import record
from evaluator.mentions.date_forms import ARABIC_YEAR, HAN_YEAR, OF_YEAR

ARABIC, HAN = f"{ARABIC_YEAR}{OF_YEAR}", f"{HAN_YEAR}{OF_YEAR}"
LONGEST_NAME = 60
# A name is over where one of these stands, or its end was lost.
NO_NAME = "》。\n"


@record
class Year:
    """A year in the text, 年 or 年度 included in its span."""

    value: int
    start: int
    end: int


def years_in(text: str, start: int, end: int) -> Iterator[Year]:
    """The single years named in text[start:end]."""
    for match in _matches(text, start, end):
        begin, stop = match.span()
        is_part = text[begin - 1 : begin].isdigit() or _is_period(text, begin, stop) or in_name(text, begin)
        if not is_part:
            yield Year(value_by_digits(match.group()[:4]), begin, stop)


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    yield from re.compile(ARABIC).finditer(text, start, end)
    if may_have_years(text, start, end):
        yield from re.compile(HAN).finditer(text, start, end)


def _is_period(text: str, start: int, end: int) -> bool:
    """2021-2025年, 2023年至2025年, 2022、2023年."""
    before = text[max(0, start - 2) : start]
    if before[-1:] in tuple("-至到、") and (before[0] == "年" or before[0].isdecimal()):
        return True
    return text[end : end + 1] in tuple("-至到、") and text[end + 1 : end + 3] == "20"


def in_name(text: str, at: int) -> bool:
    """Whether an offset lies inside 《》."""
    opened = text.rfind("《", max(0, at - LONGEST_NAME), at)
    return opened >= 0 and not any(mark in text[opened:at] for mark in NO_NAME)
