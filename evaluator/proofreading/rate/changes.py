"""A change that is stated with both its ends: 由86.4%提高到100%，提高13.6个百分点."""

import re
from collections.abc import Iterator

from evaluator.fault import Fault
from evaluator.occurrences import places

CHANGED = "(?:提高|提升|上升|增加|增长|下降|降低|减少|压减|压缩|缩短|增幅|降幅|减幅|升|增|降|减)"
SINCE = "(?:同比|共|净|累计|较上年|比上年|比例)?"
POINTS = (
    rf"[由从][^,。;%\n]{{0,12}}?(\d+(?:\.\d+)?)%{CHANGED}?[到至为][^,。;%\n]{{0,6}}?(\d+(?:\.\d+)?)%,{SINCE}"
    rf"{CHANGED}[了达为]?(\d+(?:\.(\d+))?)个百分点"
)
SHARE = (
    rf"[由从](?:20\d\d年)?[^,。;%\d\n]{{0,14}}?(\d+)([^\W\d_]{{1,3}}?){CHANGED}[到至为](?:20\d\d年)?[^,。;%\d\n]{{0,8}}?(\d+)\2,{SINCE}"
    rf"{CHANGED}[了达为]?(\d+(?:\.(\d+))?)%"
)


LONGEST = 60


def wrong_changes(text: str, start: int, end: int) -> Iterator[Fault]:
    """Changes in text[start:end] that do not lead from one end to the other."""
    for at, _ in places(text, ("由", "从"), start, end):
        words = text[at : min(end, at + LONGEST)]
        if "个百分点" in words and (match := re.compile(POINTS).match(text, at, end)):
            yield from _wrong_points(match)
        elif "%" in words and (match := re.compile(SHARE).match(text, at, end)):
            yield from _wrong_share(match)


def _wrong_points(match: re.Match[str]) -> Iterator[Fault]:
    first, last, stated = (float(match.group(i)) for i in (1, 2, 3))
    if not _fits(abs(last - first), stated, match.group(4)):
        difference = f"从{first:g}%到{last:g}%相差{abs(last - first):.4g}个百分点"
        yield Fault(match.start(3), match.end(), f"{difference}，这里写的是{stated:g}个百分点", "核对后改正")


def _wrong_share(match: re.Match[str]) -> Iterator[Fault]:
    first, last, stated = (float(match.group(i)) for i in (1, 3, 4))
    computed = 100 * abs(last - first) / first if first else stated
    if not _fits(computed, stated, match.group(5)):
        message = f"从{first:g}到{last:g}的变化是{round(computed, 1):g}%，这里写的是{stated:g}%"
        yield Fault(match.start(4), match.end(), message, "核对后改正")


def _fits(computed: float, stated: float, decimals: str | None) -> bool:
    """Rounded or cut off."""
    return bool(abs(computed - stated) < 10 ** -len(decimals or "") + 1e-9)
