"""Rates that their own numbers contradict: recomputed where the numbers stand beside them, asked where the base is unclear."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checklist.model import Rule
from evaluator.document import Document
from evaluator.proofreading.rate.changes import wrong_changes
from evaluator.fault import Fault
from evaluator.proofreading.rate.parts import wrong_parts
from evaluator.proofreading.rate.quantities import Quantity, quantities_in
from evaluator.roles import SentenceRole

# The name of a rate right before its number.
NAME = re.compile(
    r"([\u4e00-\u9fff]{0,10}(?:率|满意度|占比|比例|比重))(?:约|均|都|已|高|仅|只|分别)*(?:为|是|达到|达|成|到|至|保持在|稳定在|提升至|提升到|提高到|提高至|上升到|升至|增至|:|,)*"
    r"(约|近|超过?|接近|不低于)?$"
)
# By the end of a rate's name: what it counts, and of what, the surest base first.
RATES: tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...] = (
    (("出庭率", "出庭应诉率", "应诉率"), ("实际出庭", "出庭应诉", "出庭"), ("应出庭", "应由", "应当", "需出庭", "须出庭")),
    (("调解成功率", "成功率", "调解率", "调处率", "调成率", "化解率", "和解率"), ("调解成功", "成功调解", "成功化解", "调处成功", "成功", "调成", "化解", "办结"), ("受理", "排查", "调解", "调处", "接到", "收到", "办理", "梳理")),
    (("办复率", "答复率", "回复率", "反馈率"), ("办复", "答复", "回复", "反馈"), ("受理", "收到", "接到", "承办", "办理", "接收")),
    (("审结率", "结案率", "办结率", "处置率", "办理率"), ("审结", "结案", "办结", "处置", "办理完毕"), ("受理", "收到", "接收", "接到", "收", "立案", "承办", "办理", "登记", "交办", "查处", "转办")),
    (("合格率", "通过率", "及格率", "优秀率", "达标率"), ("合格", "通过", "及格", "优秀", "达标"), ("参考", "参加", "应考", "抽查", "抽检", "检测", "报考", "评查", "检查", "考试", "测试")),
    (("参考率", "参训率", "参学率", "参会率", "到课率"), ("参考", "参训", "参加", "实到", "实际"), ("应参", "应考", "应到", "应训")),
    (("满意率", "满意度", "好评率"), ("满意", "好评"), ("回访", "评价", "测评", "评议", "收回", "回收")),
    (("胜诉率", "败诉率"), ("胜诉", "败诉"), ("审结", "判决", "裁判")),
    (("维持率", "纠错率", "撤销率"), ("维持", "纠错", "纠正", "撤销"), ("审结", "办结", "作出")),
    (("整改率", "整改完成率", "整治率"), ("完成整改", "整改到位", "已整改", "整改"), ("排查", "发现", "查出", "反馈", "梳理")),
    (("破案率",), ("破",), ("立",)),
    (("采纳率",), ("采纳",), ("提出", "收到", "征集")),
    (("网办率", "覆盖率", "上线率", "配备率", "持证率", "履约率", "归档率", "公示率", "公开率"), ("实现", "覆盖", "配备", "持证", "归档", "公示", "公开", "履约"), ("应公开", "应公示", "应归档", "共有")),
)
QUALIFIED = ("按期", "按时", "及时", "一次性", "首次", "当场", "当年", "限时", "现场", "实质", "前端", "就地")
# Cases of other years, or that are not counted, make another base.
OTHER_BASE = "结转|结余|上年|旧存|遗留|积案|存案|撤回|撤诉|终止|不予受理|不予立案|未到期|正在|在办|尚在|移送|退回|扣除|剔除"
SAME_KIND = ("办结", "审结", "结案", "答复", "办复", "回复", "化解", "调解成功", "整改", "合格", "出庭", "满意")


@dataclass(frozen=True, slots=True)
class Stated:
    """A rate as stated, in per cent; `start` is where its name begins, `end` after the %."""

    name: str
    value: float
    decimals: int
    about: str
    start: int
    end: int


def rate(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """Rates against their numbers, changes against both their ends, parts against their whole."""
    text = document.plain.text
    starts = [paragraph for paragraph in document.paragraphs if paragraph.kind in ("body", "preamble")]
    for paragraph in starts:
        if text.find("%", paragraph.start, paragraph.end) >= 0:
            for stated in _stated(text, paragraph.start, paragraph.end):
                yield from _judged(document, stated, paragraph.start, rule)
            yield from wrong_changes(text, paragraph.start, paragraph.end)
        yield from wrong_parts(text, paragraph.start, paragraph.end)


def _stated(text: str, start: int, end: int) -> Iterator[Stated]:
    for match in re.compile(r"(?<![\d.])(\d+(?:\.(\d+))?)%").finditer(text, start, end):
        name = NAME.search(text, max(start, match.start() - 24), match.start())
        if name:
            decimals = len(match.group(2) or "")
            begin = match.start() - len(name.group()) + (len(name.group(1)) - len(_short(name.group(1))))
            about = name.group(2) or ""
            yield Stated(name.group(1), float(match.group(1)), decimals, about, begin, match.end())


def _short(name: str) -> str:
    """The name of a rate without the words that lead up to it."""
    ends = [end for ends, _, _ in RATES for end in ends if name.endswith(end)]
    return max(ends, key=len, default=name)


def _judged(document: Document, stated: Stated, paragraph: int, rule: Rule) -> Iterator[Fault]:
    if stated.value > 100 and not any(word in stated.name for word in rule.unless):
        yield Fault(
            stated.start,
            stated.end,
            f"“{_short(stated.name)}”写的是{_percent(stated.value)}，不可能超过100%",
            "核对分子、分母和百分比后改正",
        )
        return
    kind = next((kind for kind in RATES if stated.name.endswith(kind[0])), None)
    if kind is None:
        return
    text = document.plain.text
    sentence = max(paragraph, document.words.sentence_start(stated.start))
    near = quantities_in(text, sentence, stated.start)
    yield from _contradicted(text, stated, near, kind, (sentence, paragraph))


def _contradicted(
    text: str,
    stated: Stated,
    near: Sequence[Quantity],
    kind: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
    bounds: tuple[int, int],
) -> Iterator[Fault]:
    sentence, paragraph = bounds
    yield from _all_done(text, stated, sentence, kind)
    part = _part(near, stated, kind[1], kind[2])
    whole = _whole(near, part, kind[2]) if part else None
    if part is None or whole is None or _fits(stated, part, whole):
        return
    wider = quantities_in(text, paragraph, stated.start)
    if _explained(stated, near, wider, part):
        return
    sure = part.most <= whole.least and not re.search(OTHER_BASE, text[sentence : stated.start])
    sure = sure and any(word in whole.before + whole.after for word in kind[2])
    yield _fault(stated, part, whole, sure)


def _part(near: Sequence[Quantity], stated: Stated, done: Sequence[str], base: Sequence[str]) -> Quantity | None:
    """The quantity that the rate counts: the last whose words say so, and the words of the base do not."""
    qualifier = next((word for word in QUALIFIED if word in stated.name), "")
    for quantity in reversed(near):
        words = quantity.before + quantity.after
        if any(word in words for word in done) and not any(word in words for word in base if word not in done):
            return quantity if qualifier in words else None
    return None


def _whole(near: Sequence[Quantity], part: Quantity, base: Sequence[str]) -> Quantity | None:
    """The base: by its words, else the only other quantity of the same unit in the sentence."""
    others = [q for q in near if q is not part and q.unit == part.unit and q.start < part.start]
    for word in base:
        for quantity in reversed(others):
            if word in quantity.before + quantity.after:
                return quantity
    return others[0] if len(others) == 1 else None


def _fits(stated: Stated, part: Quantity, whole: Quantity) -> bool:
    """Whether the numbers give the rate, rounded or cut off."""
    if whole.least <= 0:
        return True
    slack = 10**-stated.decimals * (1 if not stated.about else 20) + 1e-9
    low, high = 100 * part.least / whole.most, 100 * part.most / whole.least
    return low - slack < stated.value < high + slack


def _explained(stated: Stated, near: Sequence[Quantity], wider: Sequence[Quantity], part: Quantity) -> bool:
    """Whether other numbers that stand there give the rate: carried-over cases added, another base, another count."""
    alike = [q for q in wider if q.unit == part.unit]
    here = [q for q in near if q.unit == part.unit]
    sums = [_sum(a, b) for a in here for b in here if a.start < b.start]
    return any(
        _fits(stated, count, base) for count in (*here, *sums) for base in (*alike, *sums) if base.least >= count.least
    ) and not (stated.value == 100 and len(here) <= 2)


def _sum(one: Quantity, other: Quantity) -> Quantity:
    return Quantity(one.least + other.least, one.most + other.most, one.unit, "", "", one.start, other.end)


def _all_done(
    text: str, stated: Stated, sentence: int, kind: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
) -> Iterator[Fault]:
    """全部办结 and then 办结率98%."""
    if stated.value >= 100 or any(word in stated.name for word in QUALIFIED):
        return
    before = text[max(sentence, stated.start - 16) : stated.start]
    done = [word for word in kind[1] if word in SAME_KIND and word in stated.name]
    if any(re.search(f"全部(?:按[时期])?{word},", before) for word in done):
        message = f"前面写全部{done[0]}，“{_short(stated.name)}”却写{_percent(stated.value)}，前后不一致"
        yield Fault(stated.start, stated.end, message, "核对后统一")


def _fault(stated: Stated, part: Quantity, whole: Quantity, sure: bool) -> Fault:
    name, computed = _short(stated.name), 100 * part.least / whole.least
    sum_said = f"{_number(part.least)}÷{_number(whole.least)}={_percent(round(computed, max(1, stated.decimals)))}"
    if sure:
        message = f"“{name}”写的是{_percent(stated.value)}，按这里的数字算是{sum_said}"
        return Fault(stated.start, stated.end, message, "核对分子、分母和百分比后改正")
    message = f"“{name}”写的是{_percent(stated.value)}，按相近的数字算是{sum_said}，不知道是不是以别的数为分母"
    return Fault(stated.start, stated.end, message, "核对后写明这个比率以什么为分母", "info")


def _percent(value: float) -> str:
    return f"{value:g}%"


def _number(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:g}"
