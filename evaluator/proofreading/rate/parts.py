"""Parts that are more than their whole: 清理文件100件，保留80件、修改15件、废止20件."""

import re
from collections import Counter
from collections.abc import Iterator

from evaluator.fault import Fault
from evaluator.occurrences import places, stands_any
from evaluator.proofreading.rate.quantities import Quantity, quantities_in

MARKS = "。;\n"
REACH = 300
# Outcomes of which each thing has exactly one, and those without which a text has nothing to add up.
OUTCOMES = (
    (("废止", "失效"), ("保留", "继续有效", "修改", "修订", "废止", "失效")),
    (("撤销", "确认违法", "变更"), ("维持", "撤销", "驳回", "确认违法", "变更", "责令履行")),
    (("正在办理", "未办结", "在办"), ("已办结", "正在办理", "未办结", "在办")),
    (("不合格",), ("合格", "不合格")),
    (("不满意",), ("满意", "基本满意", "不满意")),
)


def wrong_parts(text: str, start: int, end: int) -> Iterator[Fault]:
    """Wholes in text[start:end] that are less than the sum of the outcomes named after them."""
    for telling, outcomes in OUTCOMES:
        if not stands_any(text, telling):
            continue
        counted = [at for at, after in places(text, outcomes, start, end) if text[after : after + 1].isdigit()]
        sentences = Counter(_sentence(text, at, start, end) for at in counted)
        for sentence, size in sentences.items():
            if size > 1:
                yield from _in_sentence(text, *sentence, outcomes)


def _sentence(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    first = max(start, at - REACH)
    begin = max(text.rfind(mark, first, at) for mark in MARKS) + 1
    stop = re.compile(f"[{MARKS}]").search(text, at, min(end, at + REACH))
    return max(begin, first), stop.start() if stop else min(end, at + REACH)


def _in_sentence(text: str, start: int, end: int, outcomes: tuple[str, ...]) -> Iterator[Fault]:
    found = [q for q in quantities_in(text, start, end) if q.least == q.most]
    parts = [q for q in found if _outcome(q, outcomes)]
    if len(parts) < 2 or len({_outcome(q, outcomes) for q in parts}) < len(parts):
        return
    wholes = [q for q in found if q.start < parts[0].start and q.unit == parts[0].unit]
    total = sum(q.least for q in parts)
    if not wholes or any(q.unit != parts[0].unit for q in parts) or total <= max(q.least for q in wholes):
        return
    unit, added = parts[0].unit, "+".join(f"{q.least:g}" for q in parts)
    message = f"总数是{wholes[-1].least:g}{unit}，分项相加是{added}={total:g}{unit}，多于总数"
    yield Fault(parts[0].start, parts[-1].end, message, "核对总数和各分项后改正")


def _outcome(quantity: Quantity, outcomes: tuple[str, ...]) -> str:
    """The outcome that the words right before a quantity name."""
    return max((word for word in outcomes if quantity.before.endswith(word)), key=len, default="")
