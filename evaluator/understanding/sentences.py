"""Sentences of a paragraph: cut at final marks and before the enumerators in it, 一是 其二 第三 (四) 5."""

import re
from collections.abc import Iterator

from checklist.numerals import COUNTING
from evaluator.mentions.enumerators import numeral
from evaluator.understanding.headings import numbered

END = re.compile("[。!?][\"')》\\]]*")
# 一是一、二是二 is a saying.
POINT = re.compile(rf"([{COUNTING}]{{1,2}})是(?!\1[、,。;\"])")
# A mark and something numbered behind it: 其一 第二, (三) 4. 5、 ⑥; which of them count is decided below.
NUMBERED = re.compile(f"[。!?;:,、\"')》\\]](?=[其第(]?[{COUNTING}]{{1,2}}[,:)、]|\\(?\\d\\d?[.)、]|[①-⑳])")
# 其一是 counts as 一是 does.
ITS = "其"
BEFORE_POINT = "。!?;:,、\"')》]"
BEFORE_NUMBER = "。!?;:"
# 之一是, 统一是, 第一是: no enumerator although a mark may have been lost before it.
NEVER_BEFORE = f"之统唯第不同合专单万归如划{COUNTING}"
POINT_LEVEL = 6


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The sentences of text[start:end] as (start, end, enumerator)."""
    if is_unwritten(text, start, end):
        return
    marks = {*_points(text, start, end), *_numbers(text, start, end), start}
    cuts = sorted({*marks, *(m.end() for m in END.finditer(text, start, end)), end})
    at = start
    for cut in cuts:
        if cut > at:
            found = numbered(text, at) if at in marks else None
            mark = found[0] if found and at + len(found[0]) <= cut else ""
            yield at, cut, mark.rstrip(",:、") if found and found[1] == POINT_LEVEL else mark
            at = cut


def is_unwritten(text: str, start: int, end: int) -> bool:
    """【待补充：写明培训几次。】 as a whole paragraph says what to write, and nothing of the report."""
    if not text.startswith("[待", start):
        return False
    depth = 0
    for at in range(start, end):
        depth += (text[at] == "[") - (text[at] == "]")
        if not depth:
            return at == end - 1
    return False


def _points(text: str, start: int, end: int) -> Iterator[int]:
    """Where 一是, 二是 … begin."""
    expected = 1
    for point in POINT.finditer(text, start, end):
        at, value = point.start(), numeral(point.group(1)) or 0
        if at > start and text[at - 1] == ITS:
            at -= 1
        if text.rfind("《", start, at) > text.rfind("》", start, at) >= -1 and text.find("》", at, end) >= 0:
            continue  # a title may be called 《一是一，二是二》
        if at == start or text[at - 1] in BEFORE_POINT or _lost_stop(text, point, value == expected, end):
            yield at
            expected = value + 1


def _lost_stop(text: str, point: re.Match[str], expected: bool, end: int) -> bool:
    """…机制一是深入…二是: the mark before it is missing, but the count goes on."""
    if not expected or text[point.start() - 1] in (ITS, *NEVER_BEFORE):
        return False
    return point.group() != "一是" or text.find("二是", point.end(), end) > 0


def _numbers(text: str, start: int, end: int) -> Iterator[int]:
    """Where the other enumerators begin."""
    for match in NUMBERED.finditer(text, start, end):
        found = numbered(text, match.end())
        if found and _counts(text, match.end(), *found):
            yield match.end()


def _counts(text: str, at: int, number: str, level: int) -> bool:
    """其一 and 第一 count after any mark, 一、 only after a stop, the rest after a clause."""
    before = text[at - 1]
    if level == 1:
        return before == "。" and text[at + len(number)] not in COUNTING
    return level == POINT_LEVEL or before in BEFORE_NUMBER
