"""What is named of a whole and is more than it: 执法人员40人，其中持证45人; 三类案件分别占55%、30%、25%."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import attrgetter

from evaluator.mentions.occurrences import mark_after, places, sentence_around, stands_any
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.carried import OF_WHICH, is_carried
from evaluator.proofreading.rate.quantities import Quantity, figure, in_sum, quantities_in

RESPECTIVELY = "分别占"
MARKS, STOPS = ",。;:()\n", "。;"
BESIDE = r"[^,。;\d]{0,6}[,(:]?"
LONGEST_BEFORE, LONGEST_SENTENCE = 40, 120
# 婚姻家庭91件、邻里72件 are kinds; 涉企案件90件、简易程序60件 may be the same ones. No yuan is spent twice.
KIND, PERSONS_AND_ACTS, MONEY = "[^\\W\\d涉不未已经中含较逾当]{2,6}", ("人", "人次", "次", "场", "场次"), "元"
FEWEST_KINDS, LONGEST_KINDS = 3, 90
HALVES = ("上半年", "下半年")
# Nothing is both; nor with 未 or 无 and without: 已整改, 未整改.
OPPOSED = (
    *(("专职", "兼职"), ("在编", "协管"), ("在编", "编外"), ("在编", "聘用"), ("主动公开", "依申请公开"), ("男", "女")),
    *(("一般程序", "简易程序"), ("普通程序", "简易程序"), ("线上", "线下"), ("行政", "刑事")),
    *(("建议", "提案"), ("人大", "政协"), ("城镇", "农村"), ("国内", "国外"), HALVES),
)
NOT = ("未", "无", "不", "没有")
# Of persons two kinds may be the same.
SHARES = r"分别占[^,。;%\d]{0,8}(\d+(?:\.\d+)?%(?:[、,和及]+\d+(?:\.\d+)?%)+)"
SHARE, FEWEST_SHARES = "占", 3
IN_A_ROW = rf"(?:[^,;。、\d%()]{{1,14}}{SHARE}(?:比)?[约近为达]*\d+(?:\.\d+)?%[,、;和]*){{{FEWEST_SHARES},}}"
SORTED = ("类", "种", "案", "件", "其他", "其它")
OVERLAPPING = ("多选", "可选", "重复", "交叉", "同时")


def above_wholes(text: str, start: int, end: int) -> Iterator[TextFault]:
    """Parts behind 其中 in text[start:end] that are more than the whole before it, and shares of more than 100%."""
    for at, after in places(text, (OF_WHICH,), start, end):
        yield from (_above_all_before if text[at - 1] in STOPS else _above_its_whole)(text, at, after)
    for match in re.compile(SHARES).finditer(text, start, end) if stands_any(text, (RESPECTIVELY,)) else ():
        yield from _above_all(text, match, match.group(1))
    has_row = text.count(SHARE, start, end) >= FEWEST_SHARES
    for match in re.compile(IN_A_ROW).finditer(text, start, end) if has_row else ():
        yield from _above_all(text, match, match.group())


def _above_its_whole(text: str, at: int, after: int) -> Iterator[TextFault]:
    begin = sentence_around(text, at, at)[0]
    # The whole stands right before; in a sentence of hundreds of parts the rest would be read again for each.
    wholes = quantities_in(text, max(begin, at - LONGEST_BEFORE), at)
    limit = mark_after(text, MARKS, after, stop := min(after + LONGEST_KINDS, len(text)))
    parts = quantities_in(text, after, limit if limit < stop else after)
    if not wholes or not parts or parts[0].unit != wholes[-1].unit:
        return
    if re.fullmatch(BESIDE, text[wholes[-1].end : at]) and not is_carried(text[begin:at]):
        yield from _above(wholes[-1], parts)


def _above_all_before(text: str, at: int, after: int) -> Iterator[TextFault]:
    """排查纠纷386件，化解371件。其中，山林128件、邻里174件、其他99件: more than anything in the sentence before."""
    begin = sentence_around(text, at - 1, at - 1)[0]
    limit = mark_after(text, MARKS, after + 1, stop := min(after + LONGEST_KINDS, len(text)))
    parts = quantities_in(text, after, limit if limit < stop else after)
    before = quantities_in(text, max(begin, at - LONGEST_SENTENCE), at)
    alike = [whole for whole in before if parts and whole.unit == parts[0].unit]
    if alike and not is_carried(text[begin:at]):
        yield from _above(max(alike, key=attrgetter("most")), parts)


def _above(whole: Quantity, parts: Sequence[Quantity]) -> Iterator[TextFault]:
    if parts[0].least > whole.most:
        yield _fault(whole, parts[0].end, f"其中的一项却是{figure(parts[0].told)}{whole.unit}")
    elif all(part.unit == whole.unit for part in parts) and sum(part.least for part in parts) > whole.most:
        fault = _fault(whole, parts[-1].end, f"其中各项相加是{in_sum(parts)}{whole.unit}")
        if are_opposed(parts) or whole.unit == MONEY:
            yield fault
        elif _are_kinds(parts):
            yield replace(fault, severity="info")


def _are_kinds(parts: Sequence[Quantity]) -> bool:
    named = all(re.fullmatch(KIND, _name(part)) for part in parts)
    return named and parts[0].unit not in PERSONS_AND_ACTS and len(parts) >= FEWEST_KINDS


def are_opposed(parts: Sequence[Quantity]) -> bool:
    """Whether they are two, named so that nothing is both."""
    if len(parts) != 2:
        return False
    one, other = map(_name, parts)
    if any(first in one and second in other for pair in OPPOSED for first, second in (pair, pair[::-1])):
        return True
    without = next((other.removeprefix(word) for word in NOT if other.startswith(word)), "")
    return len(without) > 1 and one.endswith(without)


def _name(part: Quantity) -> str:
    return part.before.rpartition("、")[2].rpartition(OF_WHICH)[2]


def _fault(whole: Quantity, end: int, told: str) -> TextFault:
    message = f"总数是{figure(whole.told)}{whole.unit}，{told}，多于总数"
    return TextFault(whole.start, end, message, "核对总数和各分项后改正")


def _are_shares_of_one(around: str) -> bool:
    return any(word in around for word in SORTED) and not any(word in around for word in OVERLAPPING)


def _above_all(text: str, match: re.Match[str], listed: str) -> Iterator[TextFault]:
    """Shares of one whole that are more than all of it, however they were rounded."""
    shares = [float(share) for share in re.findall(r"\d+(?:\.\d+)?(?=%)", listed)]
    around = text[max(0, match.start() - LONGEST_BEFORE) : match.end()]
    if sum(shares) > 100 + len(shares) and _are_shares_of_one(around):
        told = "+".join(f"{share:g}%" for share in shares)
        yield TextFault(*match.span(), f"各项占比相加是{told}={sum(shares):g}%，超过100%", "核对各项占比后改正")
