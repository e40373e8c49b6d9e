"""What is named of a whole and is more than it: 执法人员40人，其中持证45人; 三类案件分别占55%、30%、25%."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evaluator.mentions.occurrences import mark_after, places, sentence_around, stands_any
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.parts import CARRIED
from evaluator.proofreading.rate.quantities import Quantity, quantities_in

OF_WHICH = "其中"
RESPECTIVELY = "分别占"
MARKS = ",。;:()\n"
BESIDE = r"[^,。;\d]{0,6}[,(:]?"
LONGEST_BEFORE = 40
# 婚姻家庭91件、邻里72件、土地承包68件 are kinds; 涉企案件90件、简易程序60件 may be the same ones.
KIND, COUNTED_BY_KIND = "[^\\W\\d涉不未已经中含较逾当]{2,6}", "件"
FEWEST_KINDS, LONGEST_KINDS = 3, 90
# Of persons two kinds may be the same.
SHARES = r"分别占[^,。;%\d]{0,8}(\d+(?:\.\d+)?%(?:[、,和及]+\d+(?:\.\d+)?%)+)"
SORTED = "[类种案件]"


def above_wholes(text: str, start: int, end: int) -> Iterator[TextFault]:
    """Parts behind 其中 in text[start:end] that are more than the whole before it, and shares of more than 100%."""
    for at, after in places(text, (OF_WHICH,), start, end):
        yield from _above_its_whole(text, at, after)
    for match in re.compile(SHARES).finditer(text, start, end) if stands_any(text, (RESPECTIVELY,)) else ():
        yield from _above_all(text, match)


def _above_its_whole(text: str, at: int, after: int) -> Iterator[TextFault]:
    begin = sentence_around(text, at, at)[0]
    # The whole stands right before; in a sentence of hundreds of parts the rest would be read again for each.
    wholes = quantities_in(text, max(begin, at - LONGEST_BEFORE), at)
    limit = mark_after(text, MARKS, after, stop := min(after + LONGEST_KINDS, len(text)))
    parts = quantities_in(text, after, limit if limit < stop else after)
    if not wholes or not parts or parts[0].unit != wholes[-1].unit:
        return
    if re.fullmatch(BESIDE, text[wholes[-1].end : at]) and not re.search(CARRIED, text[begin:at]):
        yield from _above(wholes[-1], parts)


def _above(whole: Quantity, parts: Sequence[Quantity]) -> Iterator[TextFault]:
    total = sum(part.least for part in parts)
    if parts[0].least > whole.most:
        yield _fault(whole, parts[0].end, f"其中的一项却是{parts[0].least:g}{whole.unit}")
    elif _are_kinds(parts) and total > whole.most:
        added = "+".join(f"{part.least:g}" for part in parts)
        yield replace(_fault(whole, parts[-1].end, f"其中各项相加是{added}={total:g}{whole.unit}"), severity="info")


def _are_kinds(parts: Sequence[Quantity]) -> bool:
    names = (part.before.rpartition("、")[2].rpartition(OF_WHICH)[2] for part in parts)
    alike = all(part.unit == COUNTED_BY_KIND for part in parts)
    return alike and len(parts) >= FEWEST_KINDS and all(re.fullmatch(KIND, name) for name in names)


def _fault(whole: Quantity, end: int, told: str) -> TextFault:
    message = f"总数是{whole.least:g}{whole.unit}，{told}，多于总数"
    return TextFault(whole.start, end, message, "核对总数和各分项后改正")


def _above_all(text: str, match: re.Match[str]) -> Iterator[TextFault]:
    """Shares of one whole that are more than all of it, however they were rounded."""
    shares = [float(share) for share in re.findall(r"[\d.]+", match.group(1))]
    before = text[max(0, match.start() - LONGEST_BEFORE) : match.start()]
    if sum(shares) > 100 + len(shares) and re.search(SORTED, before):
        told = "+".join(f"{share:g}%" for share in shares)
        yield TextFault(*match.span(), f"各项占比相加是{told}={sum(shares):g}%，超过100%", "核对各项占比后改正")
