"""A rate against the numbers beside it: asserted where its base is clear, asked where it is not."""

import re
from collections.abc import Iterator, Sequence

from evaluator.mentions.occurrences import sentence_around
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.carried import CARRIED
from evaluator.proofreading.rate.explaining import OPPOSITES, Share, is_explained
from evaluator.proofreading.rate.quantities import Quantity, added, figure, lessened, quantities_in
from evaluator.proofreading.rate.stating import RESULTS, Kind, Stated, percent, stated_in
from evaluator.quotation import quoted

# Cases of other years, or that are not counted, make another base.
OTHER_BASE = "|".join((
    *CARRIED, "撤回", "撤诉", "终止", "不予受理", "不予立案", "未到期", "正在", "在办", "尚在", "移送", "退回", "扣除",
    "剔除",
))  # fmt: skip
LONGEST_SENTENCE, LONGEST_LEAD = 300, 12
# What goes on with the sentence before, and what tells behind a rate what it is of.
GOES_ON = ("其中", "已", "现已", "目前已")
FOLLOWING = r"(?:以上|以下|左右)?(?:\([^()]{1,60}\)|[,:][^。;\n]{1,60})"
# How far back in the paragraph other numbers may explain a rate.
REACH = 800
MOST_NEAR = 10
# A rate this close to what its numbers give has no other base.
CLOSE = 15
TRIED = "开庭"
# What any rate may be of.
COMMON = frozenset({"案件", "事项", "问题", "工作", "业务"})
# 新增持证12人 are not all who have one.
ADDED = "新增"
# Who should and who did: 应考640人,实考608人. 应急 and 应诉 are other words.
DUE, ACTUAL = "应(?!急|诉|用|对|聘|届|邀|战|考评)[^,。;]{0,6}$", "实(?:际|[到考训出参缴收有])[^,。;]{0,6}$"


def contradicted(text: str, stated: Stated, paragraph: int) -> Iterator[TextFault]:
    """The fault of a rate that no numbers of its sentence explain."""
    if stated.kind is None or stated.value > 100:
        return
    sentence = max(paragraph, _sentence(text, stated), stated.start - LONGEST_SENTENCE)
    before = text[sentence : stated.start]
    near = quantities_in(text, sentence, stated.start)[-MOST_NEAR:]
    share = (
        _share(near, stated, stated.kind)
        or _share(_told_before(text, stated, paragraph), stated, stated.kind)
        or _share(_beside(text, stated), stated, stated.kind)
        or _share([*near, *_failed(text, stated)], stated, stated.kind)
    )
    if share is None:
        yield from _all_done(stated, stated.kind, before)
    elif not (
        share.fits(stated)
        or _is_of_others(text, share, stated, sentence)
        or _is_of_the_next(text, share, stated)
        or _is_explained(text, share, stated, near, paragraph)
    ):
        share = _counted(share, stated.kind)
        clear = _is_clear(share, stated, stated.kind) and not re.search(OTHER_BASE, before)
        yield _fault(stated, share, clear and share.part.most <= share.whole.least)


def _sentence(text: str, stated: Stated) -> int:
    """Where the sentence begins; that before it, where the rate begins a sentence."""
    begins = sentence_around(text, stated.start, stated.start)[0]
    if stated.start - begins > LONGEST_LEAD or begins == 0 or text[begins - 1] == "\n":
        return begins
    return sentence_around(text, begins - 1, begins - 1)[0]


def _is_clear(share: Share, stated: Stated, kind: Kind) -> bool:
    """Whether the base is surely this: its words say so, or the rate is close to what the numbers give."""
    told = share.whole.before + share.whole.after
    if any(word in told for word in _surely(kind, stated)) and not _is_narrower(share, stated):
        return True
    if stated.value == 100 and kind.bases and kind.bases[0].startswith("应"):
        return False
    return abs(100 * share.part.least / share.whole.least - stated.value) <= CLOSE


def _surely(kind: Kind, stated: Stated) -> Sequence[str]:
    """The words of a base that leave no doubt: of what was tried in court not all had to be attended."""
    return [word for word in kind.bases if word != TRIED or stated.value < 100]


def _is_of_others(text: str, share: Share, stated: Stated, sentence: int) -> bool:
    """Whether the rate, behind a semicolon, is called after a thing that was not named before."""
    things = stated.words.removesuffix(stated.name)
    before = text[sentence : stated.start - len(things)]
    pairs = {things[i : i + 2] for i in range(len(things) - 1)} - COMMON
    named = 2 * sum(pair in before for pair in pairs) >= len(pairs)
    return not named and ";" in text[min(share.part.end, stated.start) : stated.start]


def _is_of_the_next(text: str, share: Share, stated: Stated) -> bool:
    """Whether the numbers stand behind the rate, and another rate behind them that they give."""
    following = re.compile(FOLLOWING).match(text, stated.end)
    return following is not None and any(share.fits(other) for other in stated_in(text, *following.span()))


def _is_narrower(share: Share, stated: Stated) -> bool:
    """Whether the rate has a qualifier that its count lacks, and may count others."""
    return stated.qualifier not in share.part.before + share.part.after


def _told_before(text: str, stated: Stated, paragraph: int) -> Sequence[Quantity]:
    """What is counted up to the rate, where its sentence goes on with what an earlier one counted: 其中办结389件."""
    sentence = sentence_around(text, stated.start, stated.start)[0]
    if not text.startswith(GOES_ON, sentence):
        return ()
    return quantities_in(text, max(paragraph, sentence - LONGEST_SENTENCE), stated.start)[-MOST_NEAR:]


def _beside(text: str, stated: Stated) -> Sequence[Quantity]:
    """What stands in brackets between the name and the value, or behind: 审结率达98.1%,全年受理86件,审结81件."""
    inside = quantities_in(text, stated.start, stated.end)
    following = re.compile(FOLLOWING).match(text, stated.end)
    return inside or (quantities_in(text, *following.span()) if following else ())


def _failed(text: str, stated: Stated) -> Sequence[Quantity]:
    """What is told behind a rate not to count for it: 抽检320批次,合格率96%,不合格9批次."""
    following = re.compile(FOLLOWING).match(text, stated.end)
    told = quantities_in(text, *following.span()) if following else ()
    return [quantity for quantity in told if quantity.before.startswith(OPPOSITES)]


def _behind(text: str, stated: Stated) -> Sequence[Quantity]:
    """What stands in brackets right behind the rate: 整改率98.4%(应改248家,完成244家)."""
    bracket = re.compile(r"\([^()]{1,60}\)").match(text, stated.end)
    return quantities_in(text, *bracket.span()) if bracket else ()


def _wider(text: str, stated: Stated, paragraph: int) -> Sequence[Quantity]:
    """What is counted before in the paragraph and may be the base."""
    return quantities_in(text, max(paragraph, stated.start - REACH), stated.start)


def _share(near: Sequence[Quantity], stated: Stated, kind: Kind) -> Share | None:
    part = _part(near, stated, kind)
    whole = _whole(near, part, kind) if part else None
    if part and whole:
        return Share(part, whole)
    return None if stated.name.endswith(RESULTS) else _due_and_actual(near)


def _counted(share: Share, kind: Kind) -> Share:
    """The share, of what was counted: where 不合格12批次 is told, of the rest."""
    words = share.part.before + share.part.after
    opposite = any(word + count in words for count in kind.counts for word in OPPOSITES)
    return Share(lessened(share.whole, share.part), share.whole) if opposite else share


def _due_and_actual(near: Sequence[Quantity]) -> Share | None:
    """Who should and who did, right before a rate of whatever name."""
    if len(near) < 2 or near[-1].unit != near[-2].unit:
        return None
    due, actual = near[-2:]
    said = re.search(DUE, due.before) and re.search(ACTUAL, actual.before)
    return Share(actual, due) if said else None


def _part(near: Sequence[Quantity], stated: Stated, kind: Kind) -> Quantity | None:
    """The last quantity whose words say what the rate counts, and not what it counts of."""
    for quantity in reversed(near):
        words = quantity.before + quantity.after
        count = next((word for word in kind.counts if word in words), "")
        if count and not any(word in _without(words, count, kind.bases) for word in kind.bases):
            return quantity if stated.qualifier in words and ADDED not in words else None
    return None


def _without(words: str, count: str, bases: Sequence[str]) -> str:
    """The words without what is counted; 考试合格 is counted, not examined."""
    for base in bases:
        words = words.replace(base + count, "")
    return words.replace(count, "")


def _whole(near: Sequence[Quantity], part: Quantity, kind: Kind) -> Quantity | None:
    """The base by its words, else the only other quantity of the same unit before."""
    alike = [q for q in near if q.unit == part.unit and q != part]
    others = [q for q in alike if q.start < part.start]
    for word in kind.bases:
        for quantity in (*reversed(others), *alike[len(others) :]):
            if word in quantity.before + quantity.after:
                return _enough(quantity, others, part)
    return others[0] if len(others) == 1 else None


def _enough(whole: Quantity, others: Sequence[Quantity], part: Quantity) -> Quantity:
    """The base with what is counted beside it, as far as it is less than its part: 建议88件、提案95件,共183件."""
    for beside in others:
        if whole.least >= part.least:
            break
        whole = added(whole, beside) if whole.start < beside.start else whole
    return whole


def _is_explained(text: str, share: Share, stated: Stated, before: Sequence[Quantity], paragraph: int) -> bool:
    if stated.value == 100 and len(before) <= 2:
        return False
    behind = _behind(text, stated)
    return is_explained(stated, share, [*before, *behind], [*_wider(text, stated, paragraph), *behind])


def _all_done(stated: Stated, kind: Kind, before: str) -> Iterator[TextFault]:
    """全部办结 and then 办结率98%."""
    if stated.value >= 100 or stated.qualifier:
        return
    done = [word for word in kind.counts if word in stated.name and re.search(f"全部(?:按[时期])?{word},$", before)]
    if done:
        message = f"前面写全部{done[0]}，{quoted(stated.name)}却写{percent(stated.value)}，前后不一致"
        yield TextFault(stated.start, stated.end, message, "核对后统一")


def _fault(stated: Stated, share: Share, clear: bool) -> TextFault:
    computed = percent(round(100 * share.part.told / share.whole.told, max(1, stated.decimals)))
    division = f"{figure(share.part.told)}÷{figure(share.whole.told)}={computed}"
    said = f"{quoted(stated.name)}写的是{percent(stated.value)}"
    if clear:
        message = f"{said}，按这里的数字算是{division}"
        return TextFault(stated.start, stated.end, message, "核对分子、分母和百分比后改正")
    message = f"{said}，按相近的数字算是{division}，是不是以别的数为分母？"
    return TextFault(stated.start, stated.end, message, "核对后写明这个比率以什么为分母", "info")
