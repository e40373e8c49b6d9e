"""Enumerators as numbers: 一是 and (三) and 其二 as (style, value), so that what continues a list is known."""

import re
from functools import lru_cache

_HAN = {c: i for i, c in enumerate("零一二三四五六七八九")}
_MARK = (
    r"^(?:(?P<is>[一二三四五六七八九十]{1,3})(?:则|要|是|来|方面)?(?=.|$)|其(?P<its>[一二三四五六七八九十])|第(?P<nth>[一二三四五六七八九十]{1,3})"
    r"|\((?P<bracket>[一二三四五六七八九十]{1,3})\)|\(?(?P<digit>\d{1,2})[.)、])"
)


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


@lru_cache(maxsize=256)
def read_mark(mark: str) -> tuple[str, int] | None:
    """The style and the value of an enumerator, None when it is none."""
    match = re.match(_MARK, mark) if mark else None
    if not match or match.lastgroup is None:
        return None
    value = numeral(match.group(match.lastgroup))
    return None if value is None else (match.lastgroup, value)
