"""Numbered parts that their total does not give: 培训2批共260人，其中第一批140人，第二批110人."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter

from checklist.numerals import COUNTING, value_by_units
from evaluator.mentions.occurrences import places, sentence_around
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.carried import is_carried
from evaluator.proofreading.rate.quantities import Quantity, figure, in_sum, is_told_as_total, quantities_in

# A series begins so; 第一责任人, 第一次 begin none.
KINDS = "批|期|轮|场|季度|片区|小组"
FIRST = tuple(f"第{one}{kind}" for one in "一1" for kind in KINDS.split("|"))
PART = rf"第(?P<number>[{COUNTING}]|\d)(?P<kind>{KINDS})[^\W\d_]{{0,8}}(?=\d)"
COUNT = rf"(?<![第\d{COUNTING}])(?P<count>[两{COUNTING}]|\d)个?(?:{{kind}})"
# So many there always are.
KNOWN = {"季度": 4}
# The total may stand right before the parts.
BEFORE = r"[^\d。;]{0,6}[,:(](?:其中|分别是|即)?"
LONGEST_UNIT = 12


def wrong_series(text: str, start: int, end: int) -> Iterator[TextFault]:
    """Totals in text[start:end] that the whole series of first, second … parts in their sentence contradicts."""
    sentences = {sentence_around(text, at, after) for at, after in places(text, FIRST, start, end)}
    for begin, stop in sorted(sentences):
        for kind, group in groupby(re.compile(PART).finditer(text, begin, stop), key=itemgetter("kind")):
            yield from _in_series(text, (begin, stop), kind, list(group))


def _in_series(text: str, sentence: tuple[int, int], kind: str, told: Sequence[re.Match[str]]) -> Iterator[TextFault]:
    parts = [q for match in told for q in quantities_in(text, match.end(), match.end() + LONGEST_UNIT)[:1]]
    if not _is_whole(text, sentence, kind, told) or len({part.unit for part in parts}) > 1 or len(parts) < len(told):
        return
    total = _total(text, sentence, told[0].start(), parts)
    added, most = sum(part.least for part in parts), sum(part.most for part in parts)
    if total and not (added <= total.most and total.least <= most) and not is_carried(text[slice(*sentence)]):
        message = f"总数是{figure(total.told)}{total.unit}，分项相加是{in_sum(parts)}{total.unit}，两者不符"
        first, last = min(total, parts[0], key=attrgetter("start")), max(total, parts[-1], key=attrgetter("end"))
        yield TextFault(first.start, last.end, message, "核对总数和各分项后改正")


def _is_whole(text: str, sentence: tuple[int, int], kind: str, told: Sequence[re.Match[str]]) -> bool:
    """Whether the parts are numbered on from the first, and as many as the sentence says that there are."""
    numbers = [_value(match["number"]) for match in told]
    said = {_value(match["count"]) for match in re.compile(COUNT.format(kind=kind)).finditer(text, *sentence)}
    return numbers == list(range(1, len(told) + 1)) and len(told) in (said or {KNOWN.get(kind, 0)})


def _value(written: str) -> int:
    return int(written) if written.isdecimal() else value_by_units(written)


def _total(text: str, sentence: tuple[int, int], at: int, parts: Sequence[Quantity]) -> Quantity | None:
    """The total of their unit, which stands right before the first part, or behind a word for totals after the last."""
    before = quantities_in(text, sentence[0], at)[-1:]
    after = quantities_in(text, parts[-1].end, sentence[1])[:1]
    if before and before[0].unit == parts[0].unit and re.fullmatch(BEFORE, text[before[0].end : at]):
        return before[0]
    told = after and after[0].unit == parts[0].unit and is_told_as_total(after[0], text[sentence[0] : parts[-1].end])
    return after[0] if told else None
