"""Days as a text names them: 2025年4月12日, 2025-4-12, 二〇二五年四月十二日, 2025年4月."""

import re
from collections.abc import Iterator
from datetime import date

from checklist.records import record
from evaluator.mentions.enumerators import numeral
from evaluator.mentions.years import HAN_DIGITS

_DIGITS = r"(20\d\d)(?:年(\d{1,2})月(?:(\d{1,2})[日号])?|([-/.])(\d{1,2})\4(\d{1,2})(?=\d\d:\d\d|(?!\d))日?)"
_NUMERAL = "一二三四五六七八九"
_HAN = f"(二[〇零Oo][〇零Oo{_NUMERAL}]{{2}})年([{_NUMERAL}十]{{1,2}})月(?:([{_NUMERAL}十]{{1,3}})[日号])?"


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
            value = _value(match)
            if value:
                yield Day(value, *match.span())


def _value(match: re.Match[str]) -> date | None:
    year, *rest = (part for part in match.groups() if part and part not in "-/.")
    numbers = [int(part) if part.isdigit() else numeral(part) or 0 for part in rest]
    try:
        return date(int(year.translate(HAN_DIGITS)), numbers[0], numbers[1] if len(numbers) > 1 else 1)
    except ValueError:
        return None
