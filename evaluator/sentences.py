"""Sentences of a paragraph: cut at final marks and before the enumerators in it, 一是 其二 第三 (四) 5."""

import re
from collections.abc import Iterator

END = re.compile("[。!?][\"')》\\]]*")
NUMERALS = "一二三四五六七八九十"
HAN = f"[{NUMERALS}]{{1,2}}"
# Each begins with a set of characters, so that the search skips everything else quickly.
POINT = re.compile(f"({HAN})是")
ORDINAL = re.compile(rf"[。!?;:,、\"')》\]](?:其{HAN}(?:是|(?=[,:]))|第{HAN}(?=[,:、]))")
BRACKETED = re.compile(rf"[。!?;:](?:\({HAN}\)|\(\d{{1,2}}\)|\d{{1,2}}[.、](?!\d)|[①-⑳])")
COUNTED = re.compile(rf"。{HAN}、(?![{NUMERALS}])")
MARK = re.compile(
    rf"{HAN}是|其{HAN}(?:是|(?=[,:]))|第{HAN}(?=[,:、])|\({HAN}\)|\(\d{{1,2}}\)|\d{{1,2}}[.、](?!\d)|[①-⑳]|{HAN}、"
)
BEFORE_POINT = "。!?;:,、\"')》]"
# 之一是, 统一是, 第一是: no enumerator although a mark may have been lost before it.
NEVER_BEFORE = f"之统唯第不同合专单万归如划{NUMERALS}"


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The sentences of text[start:end] as (start, end, enumerator)."""
    marks = set(_marks(text, start, end))
    cuts = sorted({*marks, *(m.end() for m in END.finditer(text, start, end)), end})
    at = start
    for cut in cuts:
        if cut > at:
            mark = MARK.match(text, at, cut) if at == start or at in marks else None
            yield at, cut, mark.group() if mark else ""
            at = cut


def _marks(text: str, start: int, end: int) -> Iterator[int]:
    """Where an enumerator begins inside the paragraph."""
    expected = 1
    for point in POINT.finditer(text, start, end):
        at, value = point.start(), _value(point.group(1))
        if at == start or text[at - 1] in BEFORE_POINT or _lost_stop(text, point, value == expected, end):
            yield at
            expected = value + 1
    for pattern in (ORDINAL, BRACKETED, COUNTED):
        for mark in pattern.finditer(text, start, end):
            yield mark.start() + 1


def _lost_stop(text: str, point: re.Match[str], expected: bool, end: int) -> bool:
    """…机制一是深入…二是: the mark before it is missing, but the count goes on."""
    if not expected or text[point.start() - 1] in NEVER_BEFORE:
        return False
    return point.group() != "一是" or text.find("二是", point.end(), end) > 0


def _value(numeral: str) -> int:
    """一 to 十九 and 二十, 三十 …; other writings do not stand before 是."""
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return NUMERALS.index(numeral[-1]) + 1
    return (NUMERALS.index(tens) + 1 if tens else 1) * 10 + (NUMERALS.index(ones[0]) + 1 if ones else 0)
