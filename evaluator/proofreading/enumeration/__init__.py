"""Enumerations in running text that skip, repeat, go back, break off, lose their 是, or are of another length."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from checklist.rule import Rule
from evaluator.document import Document
from evaluator.mentions.enumerators import han
from evaluator.mentions.occurrences import clause_end
from evaluator.mentions.points import CIRCLED, Point, lists_in
from evaluator.mentions.series import Break, breaks
from evaluator.proofreading.enumeration.announced import of_other_length
from evaluator.proofreading.enumeration.in_words import out_of_order
from evaluator.proofreading.fault import TextFault
from evaluator.roles.role import SentenceRole

# 第一责任人, 第三方: an ordinal, no point.
ORDINAL = "责任|时间|书记|季度|[批次轮线名届期个款项条类步种方]|产业|阶段"
# What may stand where the first point is not numbered: 首先…二是, 一方面…二是.
FIRST = "首先"
BEGINNING = "首先|第一[,是、:]|其一|一方面|一来|一要|(?:主要|首要|重点)是"
# Or is numbered in another style, in the same paragraph: elsewhere such a number is a heading's.
NUMBERED = r"(?<!\d)1[.、](?!\d)|①|\(一\)|\(1\)"
# 三项, 二十, 四级, 四川: the numeral counts something or belongs to a name and begins no point.
COUNTED = (
    "是要则来项个名次大年级类支条件家户起宗期批场轮套处座部位人方者手维审农资公包季月周日天小时分秒点层线"
    "区县镇村社网端联中全等种份册篇所间台辆架口万亿千百十余多几成倍半会届讲课品证照码书色河湖度号路元角"
    "一二三四五六七八九川亚明峡门沙原江安台平连源都通星合水寨龙国军体院"
)
# The same characters in words: 三会同, 二个别.
WORDS = (
    "个别 会同 会议 会商 村级 村居 合同 合法 合理 合力 部分 部门 人员 人民 人大 条线 类案 大力 大数 "
    "年度 年轻 区级 县级 镇级 社会 社区 网络 网上 中心 全面 全力 全域 全程 农村 农业 资金 资源 公开 "
    "公共 公众 公平 分析 分类 分级 线索 线上 成立 成果 讲好 证据 证明 书面 河道 家庭 支持 方式 方法 "
    "手段 手续 维护 审批 审查 审核 审慎 期限 场所 处置 处罚 处理 座谈 所有 联合 联动 联系 体系 体制 "
    "体现 安全 平台 平安 通过 明确 层级 层层 种类 等待 级别 国有 军民 星级 水平 水利 源头 "
)
ANNOUNCED = "(?:如下|以下|[几两二三四五六]个?方面|主要(?:有|是|表现在|体现在)|具体(?:有|是)):?$"
NUMERALS = "一二三四五六七八九十百千万亿是要来"
MARKS_BEFORE, ENDS_BEFORE = "。;,:", "。;"
WORDS_AFTER = 14
# How far back the beginning of a list is looked for, and how far on its next point.
REACH = 600


def enumeration(document: Document, _rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """One fault for each slip; paragraphs that begin with (一) or 1. are the headings' business."""
    lists = lists_in(document)
    for points in lists:
        lost = dict(_without_is(document, points))
        yield from (_lost_is(document, value, at) for value, at in lost.items())
        yield from _broken(document, points, set(lost))
        if len(points) == 1 and not lost:
            yield from _broken_off(document, points[0])
        if not lost:
            yield from of_other_length(document, points, lists)
    yield from out_of_order(document)


def _broken(document: Document, points: Sequence[Point], lost: set[int]) -> Iterator[TextFault]:
    values = [point.value for point in points]
    for broken in breaks(values, _first(document, points[0])):
        point = points[broken.index]
        missing = range(broken.expected, point.value)
        found = missing and all(_stands_otherwise(document, points, broken, value, lost) for value in missing)
        if not point.heads and not found:
            yield _fault(document, points, broken)


def _first(document: Document, point: Point) -> int:
    """The number with which a list should begin: a 2 where its beginning has no number or another style.

    Where a list without any beginning opens with a higher number, that belongs to something else.
    """
    begin = max(point.scope, point.start - REACH)
    own = max(begin, document.paragraphs[point.paragraph].start)
    text = document.plain.text
    if point.value == 2 and point.style in ("is", "its"):
        begun = re.search(BEGINNING, text[begin : point.start]) or re.search(NUMBERED, text[own : point.start])
        return 2 if begun else 1
    return 2 if point.value == 3 and FIRST in text[own : point.start] else point.value


def _stands_otherwise(document: Document, points: Sequence[Point], broken: Break, value: int, lost: set[int]) -> bool:
    """Whether a number that the list lacks is there in another style, or without its 是."""
    start = points[broken.index - 1].end if broken.index else points[0].scope
    between = document.plain.text[start : points[broken.index].start]
    numeral, word = han(value), "|其次" if value == 2 else ""
    written = rf"{numeral}[是要]|[其第]{numeral}(?!{ORDINAL})|\({numeral}\)|(?<!\d){value}[.、)](?!\d){word}"
    return value in lost or re.search(written, between) is not None


def _without_is(document: Document, points: Sequence[Point]) -> Iterator[tuple[int, int]]:
    """Numbers of a list that lost their 是, in its gaps and after its last point: 二加强…三是, 三深入开展."""
    if points[0].style != "is" or points[0].value != 1:
        return
    for before, after in pairwise(points):
        if after.value == before.value + 2:
            at = _bare_numeral(document, before.value + 1, before.end, after.start, gap=True)
            if at is not None:
                yield before.value + 1, at
    value, at = points[-1].value + 1, points[-1].end
    end = min(document.paragraphs[points[-1].paragraph].end, at + REACH)
    while (found := _bare_numeral(document, value, at, end, gap=False)) is not None:
        yield value, found
        value, at = value + 1, found + 1


def _bare_numeral(document: Document, value: int, start: int, end: int, *, gap: bool) -> int | None:
    """Where a clause begins with the numeral; in a gap nearly any word may follow, else none that counts."""
    text, numeral = document.plain.text, han(value)
    at = text.find(numeral, start, end)
    while at >= 0:
        after = text[at + len(numeral) : at + len(numeral) + 2]
        counts = after[:1] in NUMERALS if gap else after[:1] in COUNTED and f"{after} " not in WORDS
        if text[at - 1] in (MARKS_BEFORE if gap else ENDS_BEFORE) and after.isalpha() and not counts:
            return at
        at = text.find(numeral, at + 1, end)
    return None


def _lost_is(document: Document, value: int, at: int) -> TextFault:
    numeral = han(value)
    message = f"“{numeral}”后面缺“是”字，前面的各点都写作“一是”的样式"
    return TextFault(at, _end(document, at), message, f"改为“{numeral}是”")


def _fault(document: Document, points: Sequence[Point], broken: Break) -> TextFault:
    point = points[broken.index]
    written = document.quote(point.start, point.end)
    expected = _with_value(point, written, broken.expected)
    if any(before.value == point.value for before in points[: broken.index]):
        message = f"列举的“{written}”重复，按顺序应是“{expected}”"
    elif point.value > broken.expected:
        message = f"列举跳到“{written}”，前面没有“{expected}”"
    else:
        message = f"列举的“{written}”顺序颠倒，按顺序应是“{expected}”"
    return TextFault(point.start, _end(document, point.end), message, "核对是序号写错，还是漏了、多了一点")


def _with_value(point: Point, written: str, value: int) -> str:
    """The enumerator as it would be written with another value."""
    if point.style == "circle":
        return CIRCLED[value - 1 : value] or written
    if point.style == "digit":
        return written.replace(str(point.value), str(value))
    return written.replace(han(point.value), han(value))


def _broken_off(document: Document, point: Point) -> Iterator[TextFault]:
    """A list that is announced, opens with 一是 and never goes on: a question."""
    before = document.plain.text[max(0, point.start - 10) : point.start]
    if point.style == "is" and point.value == 1 and re.search(ANNOUNCED, before):
        end, suggestion = _end(document, point.end), "只有一点的不必列举；漏了的请补上"
        yield TextFault(point.start, end, "只有“一是”，后面没有“二是”", suggestion, "info")


def _end(document: Document, at: int) -> int:
    """The end of the clause that begins there, a few words on at most."""
    return clause_end(document.plain.text, at, min(at + WORDS_AFTER, len(document.plain.text)))
