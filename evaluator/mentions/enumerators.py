"""Enumerators as numbers: 一是 and (三) and 其二 as (style, value), so that what continues a list is known."""

from functools import lru_cache
from itertools import takewhile

_HAN = {c: i for i, c in enumerate("零一二三四五六七八九")}
NUMERALS = "一二三四五六七八九十"
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
        return (_HAN.get(tens, 1) if tens else 1) * 10 + (_HAN.get(ones, 0) if ones else 0)
    return _HAN.get(text)


def han(number: int) -> str:
    """1 to 99 as 一, 十, 十二, 二十: what `numeral` reads."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else NUMERALS[tens - 1] + "十"
    return ten + (NUMERALS[ones - 1] if ones else "")


@lru_cache(maxsize=256)
def read_mark(mark: str) -> tuple[str, int] | None:
    """The style and the value of an enumerator, None when it is none."""
    style, most = _STYLES.get(mark[:1], ("is", 3))
    begin = style != "is"
    words = _leading(mark[begin : begin + most], NUMERALS)
    if words and (style != "bracket" or mark.startswith(")", 1 + len(words))):
        value = numeral(words)
        return None if value is None else (style, value)
    opened = mark.startswith("(")
    digits = "".join(takewhile(str.isdecimal, mark[opened : opened + 2]))
    stopped = digits and mark.startswith((".", ")", "、"), opened + len(digits))
    return ("digit", int(digits)) if stopped else None


def _leading(text: str, among: str) -> str:
    return "".join(takewhile(among.__contains__, text))
