"""A total that its parts do not give: 开展检查30次、督查20次，合计60次; more done than was received."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from evaluator.mentions.occurrences import places, sentence_around, stands_any
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.carried import OF_WHICH, is_carried
from evaluator.proofreading.rate.quantities import Quantity, figure, in_sum, quantities_in
from evaluator.proofreading.rate.wholes import HALVES, are_opposed

TOTALS = (",共", ";共", "合计", "共计", "总计", ",全年")
TOTAL = (
    r"[,;](?:(?:(?:两项|三项|二者|以上)?合计|共计|总计)[^,。;\d]{0,6}|"
    r"(?P<question>共)|(?P<year>全年)[^,。;\d]{0,8})(?=\d)"
)
# 检查30次、督查20次等,共60次 names but some.
NOT_ALL = ("等", "其他", "其它", "另")
MOSTLY = ("居前", "居多", "为主", "最多", "主要", "占")
# Between two parts of one list stands no more than 、 and the words about the next.
JOINED = r"[^,。;:()]*"
# 9件(党委文件3件、政府文件5件): all of its parts, since it does not say 其中.
BRACKETED = r"\([^()。;]{4,60}\)"
BESIDE = r"[^\W\d]{0,4}"
# Nobody is both; other things named after 其中 may overlap.
MEN_AND_WOMEN = "男[^、]*、女"
# More than were received can only be done where some were left from before: a question.
RECEIVED, UNITS = ("受理", "收到", "接到", "接收"), ("件", "起", "宗")
OUTCOMES = ("审结", "办结", "结案", "办复", "答复", "化解")
DONE = tuple(f",{how}{outcome}" for how in ("", "已", "共", "全部") for outcome in OUTCOMES)
# 案件86件,按程序分,简易46件,普通40件: all of its parts, up to the end of the sentence.
DIVIDED = r",(?:其中)?(?:按|从)[^,。;:\d]{1,10}(?:分|划分|区分|归类)[,:](?P<parts>[^。;:]{6,120})"
DIVIDES = (",按", ",从", ",其中按", ",其中从")
MARKS = ",。;()"
LONGEST_BEFORE, LONGEST_OBJECT = 40, 14
LISTED = r"\(?[^、,\d]{1,12}\d+[^、,\d]{1,3}(?:[、,][^、,\d]{1,12}\d+[^、,\d]{1,3})+\)"


def wrong_totals(text: str, start: int, end: int) -> Iterator[TextFault]:
    """Totals in text[start:end] that their list or bracket does not give, and more done than received."""
    for match in re.compile(TOTAL).finditer(text, start, end) if stands_any(text, TOTALS) else ():
        yield from _added_up(text, match)
    for match in re.compile(BRACKETED).finditer(text, start, end):
        yield from _bracketed(text, match)
    for match in re.compile(DIVIDED).finditer(text, start, end) if stands_any(text, DIVIDES) else ():
        yield from _divided(text, match)
    for at, after in places(text, DONE, start, end):
        yield from _beyond_received(text, max(start, at - LONGEST_BEFORE), at, after)


def _added_up(text: str, match: re.Match[str]) -> Iterator[TextFault]:
    begin = sentence_around(text, match.start(), match.start())[0]
    total = quantities_in(text, match.end(), match.end() + 12)[:1]
    words = text[begin : match.start()]
    if match.group("year") and not all(half in words for half in HALVES):
        return
    before = quantities_in(text, begin, match.start())
    parts = before if are_opposed(before) else _last_list(text, before)
    alike = total and all(q.unit in (total[0].unit, total[0].unit.removesuffix("次")) for q in parts)
    if alike and len(parts) > 1 and not any(word in words for word in NOT_ALL):
        severity = "info" if match.group("question") else ""
        for fault in _differing(words, total[0], parts, parts[0].start, total[0].end):
            yield replace(fault, severity=severity)


def _last_list(text: str, found: Sequence[Quantity]) -> list[Quantity]:
    """The last quantities that are joined to one list."""
    parts: list[Quantity] = []
    for quantity in reversed(found):
        if parts and not re.fullmatch(JOINED, text[quantity.end : parts[0].start]):
            break
        parts.insert(0, quantity)
    return parts


def _bracketed(text: str, match: re.Match[str]) -> Iterator[TextFault]:
    words = match.group()
    complete = OF_WHICH not in words or re.search(MEN_AND_WOMEN, words)
    if not complete or not re.fullmatch(LISTED, words) or is_carried(words) or re.search("含|应|实际", words):
        return
    begin = max(sentence_around(text, match.start(), match.start())[0], match.start() - 30)
    whole, parts = quantities_in(text, begin, match.start())[-1:], quantities_in(text, *match.span())
    alike = whole and len(parts) > 1 and all(part.unit == whole[0].unit for part in parts)
    if alike and re.fullmatch(BESIDE, text[whole[0].end : match.start()]):
        yield from _differing(words, whole[0], parts, whole[0].start, match.end())


def _divided(text: str, match: re.Match[str]) -> Iterator[TextFault]:
    begin = sentence_around(text, match.start(), match.start())[0]
    whole, parts = quantities_in(text, begin, match.start())[-1:], quantities_in(text, *match.span("parts"))
    alike = whole and len(parts) > 1 and all(part.unit == whole[0].unit for part in parts)
    if alike and not any(word in match["parts"] for word in (*NOT_ALL, *MOSTLY, OF_WHICH)):
        yield from _differing(match.group(), whole[0], parts, whole[0].start, parts[-1].end)


def _beyond_received(text: str, reach: int, at: int, after: int) -> Iterator[TextFault]:
    """受理73件,审结76件; what has more digits is no number of cases."""
    received = re.search(r"(\d+)(\w)(\D{0,4})$", text[reach:at])
    done = re.compile(r"(\d{1,9})(\w)").match(text, after)
    if not received or not done or not received[2] == done[2] in UNITS or not _is_clear(received[3], MARKS):
        return
    begin, end = sentence_around(text, at, done.end())
    told = _is_received(text[reach : reach + received.start()])
    if told and int(done[1]) > int(received[1]) and not is_carried(text[begin:end]):
        message = f"收到的是{int(received[1])}{done[2]}，办完的却是{int(done[1])}{done[2]}，是不是含上年结转的？"
        yield TextFault(after - len(OUTCOMES[0]), done.end(), message, "核对两个数；含结转的，写明结转多少", "info")


def _is_received(before: str) -> bool:
    """Whether the words before a number say that so many were received."""
    behind = (before.rpartition(word)[2] for word in RECEIVED if word in before)
    return any(len(words) <= LONGEST_OBJECT and _is_clear(words, f"{MARKS}:") for words in behind)


def _is_clear(words: str, marks: str) -> bool:
    return not any(c in marks or c.isdecimal() for c in words)


def _differing(words: str, total: Quantity, parts: Sequence[Quantity], start: int, end: int) -> Iterator[TextFault]:
    added, most = sum(q.least for q in parts), sum(q.most for q in parts)
    if not (added <= total.most and total.least <= most) and not is_carried(words):
        told = f"总数是{figure(total.told)}{total.unit}"
        message = f"{told}，分项相加是{in_sum(parts)}{total.unit}，两者不符"
        yield TextFault(start, end, message, "核对总数和各分项后改正")
