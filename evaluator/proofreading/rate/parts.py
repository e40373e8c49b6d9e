"""Parts that are more than their whole: 清理文件100件，保留80件、修改15件、废止20件."""

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from checklist.records import record
from evaluator.mentions.occurrences import mark_after, places, stands_any
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.carried import OF_WHICH, is_carried
from evaluator.proofreading.rate.quantities import Quantity, figure, in_sum, quantities_in

MARKS = "。;\n"
REACH = 300


@record
class Outcomes:
    """Outcomes of which each thing has exactly one, where a `telling` one is named: 合格 and 优秀 may be of the same
    files, 优秀, 良好 and 合格 are not. `bases` are the words for the whole."""

    telling: tuple[str, ...]
    all: tuple[str, ...]
    bases: tuple[str, ...]


def _outcomes(telling: str, others: str, bases: str) -> Outcomes:
    return Outcomes(tuple(telling.split()), (*telling.split(), *others.split()), tuple(bases.split()))


OUTCOMES = (
    _outcomes("废止 失效 取消 保留 继续有效", "修改 修订 合并", "清理 梳理 排查 评估 审查 现行 现有"),
    _outcomes("撤销 确认违法 变更 维持 驳回", "责令履行 终止", "审结 办结 结案 受理 收到 接收 作出 办理"),
    _outcomes("正在办理 未办结 在办", "已办结", "受理 收到 接收 立案 承办 办理 登记 接到"),
    _outcomes("良好", "优秀 合格 不合格 一般 较差", "抽查 检查 评查 抽取 考评 参加 参考 考核 测评"),
    _outcomes("不合格", "合格", "抽查 检查 评查 检测 抽检 参加 参考 考试"),
    _outcomes("未整改 正在整改", "整改到位 已整改 完成整改 整改完成", "发现 排查 查出 梳理 反馈 检查出"),
    _outcomes("不予公开 部分公开 无法提供", "予以公开 不予处理", "申请 受理 收到 办理"),
    _outcomes("不满意 基本满意", "满意", "回访 测评 评价 收回 调查"),
)


def wrong_parts(text: str, start: int, end: int) -> Iterator[TextFault]:
    """Wholes in text[start:end] that are less than the sum of the outcomes named after them."""
    for outcomes in OUTCOMES:
        if not stands_any(text, outcomes.telling):
            continue
        counted = [at for at, after in places(text, outcomes.all, start, end) if text[after : after + 1].isdigit()]
        sentences = Counter(_sentence(text, at, start, end) for at in counted)
        for sentence, size in sentences.items():
            if size > 1:
                yield from _in_sentence(text, *sentence, outcomes)


def _sentence(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    first = max(start, at - REACH)
    begin = max(text.rfind(mark, first, at) for mark in MARKS) + 1
    return max(begin, first), mark_after(text, MARKS, at, min(end, at + REACH))


def _in_sentence(text: str, start: int, end: int, outcomes: Outcomes) -> Iterator[TextFault]:
    found = [q for q in quantities_in(text, start, end) if q.least == q.most]
    parts = [q for q in found if _outcome(q, outcomes.all)]
    if len(parts) < 2 or not any(_outcome(q, outcomes.telling) for q in parts):
        return
    if len({_outcome(q, outcomes.all) for q in parts}) < len(parts):
        return
    whole, total = _whole(text, found, parts, outcomes), sum(q.least for q in parts)
    if whole is None or any(q.unit != parts[0].unit for q in parts) or total <= whole.least:
        return
    message = f"总数是{figure(whole.told)}{whole.unit}，分项相加是{in_sum(parts)}{whole.unit}，多于总数"
    yield TextFault(parts[0].start, parts[-1].end, message, "核对总数和各分项后改正")


def _whole(text: str, found: Sequence[Quantity], parts: Sequence[Quantity], outcomes: Outcomes) -> Quantity | None:
    """What 其中 stands right behind, else the most of what may be the whole."""
    before = [q for q in found if q.start < parts[0].start and q.unit == parts[0].unit]
    if not before or is_carried(text[before[0].start : parts[0].start]):
        return None
    if OF_WHICH in text[before[-1].end : parts[0].start]:
        return before[-1]
    bases = (q for q in before if _is_base(q, outcomes) and not _is_one_of_a_row(text, q))
    return max(bases, key=attrgetter("least"), default=None)


def _is_base(quantity: Quantity, outcomes: Outcomes) -> bool:
    return any(word in quantity.before + quantity.after for word in outcomes.bases)


def _is_one_of_a_row(text: str, quantity: Quantity) -> bool:
    """清理规章6件、规范性文件93件: what follows is a part of both."""
    return text.startswith("、", quantity.end)


def _outcome(quantity: Quantity, outcomes: tuple[str, ...]) -> str:
    """The outcome that the words right before a quantity name."""
    return max((word for word in outcomes if quantity.before.endswith(word)), key=len, default="")
