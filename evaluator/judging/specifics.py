"""What makes a passage specific: figures with units, documents in 《》, named things in quotation marks, plain acts."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from checklist.matching import Searchable
from checklist.numerals import COUNTING
from checklist.records import record
from evaluator.mentions.occurrences import places

# A number that counts or measures something: no year, date, numeral of a list, document number or plan period. Repeats
# have bounds, since a row of digits and commas is tried from each of its digits.
_FIGURE = re.compile(
    r"\d(?<![\d\[(+\-.].)[\d,]{0,24}(?:\.\d{1,9})?[余多万亿千百几]{0,4}(?:%|‰|个百分点|(?!年|月|届|时|点|号(?!召))[^\W\d_a-zA-Z])"
    # Without 一: 一次, 一期 say no number.
    r"|[两三四五六七八九十百]{1,9}余?(?:次(?!会)|场次?|期|轮|批(?![准评复示量])|人次|件次|余次)"
    r"|[两三四五六七八九十]{1,3}(?:件(?!事|套)|[起份艘辆堂篇晚遍讲]|[家名](?![单称])|回(?![头复应]))"
    rf"|[{COUNTING}百千]{{2,9}}余?[件起人户名家份处册]"
    rf"|百分之[{COUNTING}百点零]+"
)
# Not a law that is only said to be kept: 严格执行《重大行政决策程序暂行条例》. Marks are few, so they come first.
_KEPT = "".join(f"(?<!{verb}《)" for verb in ("贯彻", "落实", "执行", "遵守", "遵循", "遵照", "按照", "依照"))
_DOCUMENT = re.compile(rf"《{_KEPT}[^《》\n]{{2,60}}")
_QUOTED = re.compile(r"\"[^\"\n]{2,30}\"")
_ACTS = (
    "印发", "制定", "出台", "修订", "编制", "编印", "公布", "发布", "建成", "建立", "成立", "设立", "组建",
    "召开", "举办", "组织", "开展", "推行", "试点", "聘请", "聘任", "选聘", "配备", "配齐", "上线", "接入",
    "启用", "开通", "挂牌", "签订", "审查", "审核", "办理", "受理", "查处", "培训", "演练", "公开", "清理",
    "废止", "承办", "走访", "约谈", "通报", "调整", "下放", "承接", "收回", "增设", "新增", "派驻", "评查",
    "抽查", "化解", "调解", "主持", "听取", "研究", "审议", "听证", "论证", "征求", "备案", "汇编", "梳理",
    "推广", "整合", "升级", "打通", "归集", "共享", "巡查", "排查", "实施", "完成",
)  # fmt: skip
_NEXT_CLAUSES = 2


@record
class Specifics:
    """Sorted offsets at which specific things begin in a text; `everything` has all three and acts (印发)."""

    figures: Sequence[int]
    documents: Sequence[int]
    names: Sequence[int]
    everything: Sequence[int]


def count_in(offsets: Sequence[int], start: int, end: int) -> int:
    """How many of the offsets lie in [start, end)."""
    return bisect_left(offsets, end) - bisect_left(offsets, start)


def find_specifics(text: str) -> Specifics:
    """Everything specific in a plain text; a name inside a document's title is not counted again."""
    figures, documents, names = (_starts(pattern, text) for pattern in (_FIGURE, _DOCUMENT, _QUOTED))
    acts = [start for start, _ in places(text, _ACTS)]
    return Specifics(figures, documents, names, sorted(figures + documents + names + acts))


def _starts(pattern: re.Pattern[str], text: str) -> list[int]:
    return [match.start() for match in pattern.finditer(text)]


def with_next_clauses(words: Searchable, start: int, end: int) -> tuple[int, int]:
    """A clause and the two after it in the same sentence: what was done, and with how much of what."""
    limit = words.sentence_end(end)
    for _ in range(_NEXT_CLAUSES):
        if end >= limit:
            break
        end = words.clause_end(end + 1)
    return start, end
