"""Days as a text names them: 2025年4月12日, 2025-4-12, 二〇二五年四月十二日, 2025年4月."""

import re
from collections.abc import Iterator
from datetime import date

from checklist.numerals import value_by_digits
from checklist.records import record
from evaluator.mentions.date_forms import ARABIC_YEAR, HAN_YEAR, MARKED_DAY, MONTH_AND_DAY
from evaluator.mentions.enumerators import numeral

_DIGITS = rf"{ARABIC_YEAR}年{MONTH_AND_DAY}|{MARKED_DAY}日?"
_HAN = f"{HAN_YEAR}年{MONTH_AND_DAY}"
_MARKS = str.maketrans(dict.fromkeys("年月日号./-", " "))


@record
class Day:
    """A day in the text; of a month alone the first of it."""

    value: date
    start: int
    end: int


def days_in(text: str, start: int, end: int) -> Iterator[Day]:
    """The days named in the plain text[start:end], those in digits first."""
    for pattern in (_DIGITS, _HAN):
        for match in re.compile(pattern).finditer(text, start, end):
            value = _value(match.group())
            if value:
                yield Day(value, *match.span())


def in_words(day: date) -> str:
    """2025年4月12日: how a day is written to users."""
    return f"{day.year}年{day.month}月{day.day}日"


def _value(written: str) -> date | None:
    # 2024.1-12 is a year's months, no day.
    if len({*written} & {*"-/."}) > 1:
        return None
    year, month, *day = written.translate(_MARKS).split()
    try:
        return date(value_by_digits(year), numeral(month) or 0, (numeral(day[0]) or 0) if day else 1)
    except ValueError:
        return None
