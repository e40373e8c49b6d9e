"""A change that is stated with both its ends: 由86.4%提高到100%，提高13.6个百分点; 由120件增至150件，增长25%."""

import re
from collections.abc import Iterator

from evaluator.fault import Fault

UP = "提高|提升|上升|增加|增长|升|增|增幅"
DOWN = "下降|降低|减少|压减|压缩|缩短|降|减|降幅"
POINTS = re.compile(
    rf"(?:由|从)[^,。;%\n]{{0,12}}?(\d+(?:\.\d+)?)%,?(?:{UP}|{DOWN})?(?:到|至|为)[^,。;%\n]{{0,6}}?(\d+(?:\.\d+)?)%,"
    rf"(?:同比|共|净|累计|较上年|比上年)?(?:{UP}|{DOWN})(?:了|达|为)?(\d+(?:\.(\d+))?)个百分点"
)
SHARE = re.compile(
    rf"(?:由|从)[^,。;%\d\n]{{0,14}}?(\d+)([\u4e00-\u9fff]{{1,3}}?)(?:{UP}|{DOWN})(?:到|至|为)[^,。;%\d\n]{{0,8}}?(\d+)\2,"
    rf"(?:同比|较上年|比上年|比例)?({UP}|{DOWN})(?:了|达|为)?(\d+(?:\.(\d+))?)%"
)


def wrong_changes(text: str, start: int, end: int) -> Iterator[Fault]:
    """Changes in a paragraph that do not lead from one end to the other."""
    if text.find("由", start, end) < 0 and text.find("从", start, end) < 0:
        return
    for match in POINTS.finditer(text, start, end):
        first, last, stated = (float(match.group(i)) for i in (1, 2, 3))
        computed = abs(last - first)
        if abs(computed - stated) >= 10 ** -len(match.group(4) or "") + 1e-9:
            message = f"从{first:g}%到{last:g}%相差{computed:.4g}个百分点，这里写的是{stated:g}个百分点"
            yield Fault(match.start(3), match.end(), message, "核对后改正")
    for match in SHARE.finditer(text, start, end):
        first, last, stated = (float(match.group(i)) for i in (1, 3, 5))
        if first and abs(abs(last - first) / first * 100 - stated) >= 10 ** -len(match.group(6) or "") + 1e-9:
            computed = abs(last - first) / first * 100
            message = f"从{first:g}到{last:g}，变化是{computed:.1f}%，这里写的是{stated:g}%"
            yield Fault(match.start(4), match.end(), message, "核对后改正")
