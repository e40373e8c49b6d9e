"""Enumerators as numbers: 一是 and (三) and 其二 as (style, value), so that what continues a list is known."""

from functools import lru_cache
from itertools import takewhile

from checklist.numerals import COUNTING, DIGITS

# In what is counted zero is 零, never 〇.
_VALUES = {c: i for i, c in enumerate(f"零{DIGITS[1:]}")}
# The styles that have a mark in front of their numeral, and the most characters of that.
_STYLES = {"其": ("its", 1), "第": ("nth", 3), "(": ("bracket", 3)}


def numeral(text: str) -> int | None:
    """The value of a Chinese or Arabic numeral up to 99, None when it is none."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.partition("十")
    if ten:
        if len(tens) > 1 or len(ones) > 1:
            return None
        return (_VALUES.get(tens, 1) if tens else 1) * 10 + (_VALUES.get(ones, 0) if ones else 0)
    return _VALUES.get(text)


def han(number: int) -> str:
    """1 to 99 as 一, 十, 十二, 二十: what `numeral` reads."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else COUNTING[tens - 1] + "十"
    return ten + (COUNTING[ones - 1] if ones else "")


@lru_cache(maxsize=256)
def read_mark(mark: str) -> tuple[str, int] | None:
    """The style and the value of an enumerator, None when it is none."""
    style, most = _STYLES.get(mark[:1], ("is", 3))
    begin = style != "is"
    words = _leading(mark[begin : begin + most], COUNTING)
    if words and (style != "bracket" or mark.startswith(")", 1 + len(words))):
        value = numeral(words)
        return None if value is None else (style, value)
    opened = mark.startswith("(")
    digits = "".join(takewhile(str.isdecimal, mark[opened : opened + 2]))
    stopped = digits and mark.startswith((".", ")", "、"), opened + len(digits))
    return ("digit", int(digits)) if stopped else None


def _leading(text: str, among: str) -> str:
    return "".join(takewhile(among.__contains__, text))
