"""What is said to be left of a whole and is not: 受理200件，办结180件，其余30件正在办理."""

from collections.abc import Iterator, Sequence
from itertools import product

from evaluator.mentions.occurrences import places, sentence_around
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.carried import is_carried
from evaluator.proofreading.rate.quantities import Quantity, figure, quantities_in

REST = ("其余", "剩余", "余下")
# 还有30件正在办理 are the rest, 还有30件优秀案例 are other ones.
STILL, UNDONE = ("还有", "尚有", "仍有"), ("正在", "正", "尚未", "未", "还没", "没有", "待", "在办")
REACH, LONGEST_FIGURE = 4, 16
LONGEST_SENTENCE, MOST_NUMBERS = 200, 6
UNCLEAR = ("新增", "另有", "还有", "等")


def wrong_remainders(text: str, start: int, end: int) -> Iterator[TextFault]:
    """Remainders in text[start:end] that no number before in the sentence leaves, whatever is taken from it."""
    for at, after in places(text, (*REST, *STILL), start, end):
        begin = max(sentence_around(text, at, at)[0], at - LONGEST_SENTENCE)
        rest = next(iter(quantities_in(text, after, min(end, after + LONGEST_FIGURE))), None)
        if rest is None or rest.start - after > REACH or _is_unclear(text[begin:at]):
            continue
        if text.startswith(STILL, at) and not text.startswith(UNDONE, rest.end):
            continue
        before = [q for q in quantities_in(text, begin, at) if q.unit == rest.unit]
        if 1 < len(before) <= MOST_NUMBERS and not _is_left(rest, before):
            yield _fault(before, rest)


def _is_unclear(words: str) -> bool:
    return is_carried(words) or any(word in words for word in UNCLEAR)


def _is_left(rest: Quantity, before: Sequence[Quantity]) -> bool:
    """Whether some of the numbers, others taken from them, leave the rest."""
    for signs in product((1, 0, -1), repeat=len(before)):
        signed = list(zip(signs, before, strict=True))
        least = sum(q.least if sign > 0 else sign * q.most for sign, q in signed)
        most = sum(q.most if sign > 0 else sign * q.least for sign, q in signed)
        if 1 in signs and -1 in signs and least <= rest.most and rest.least <= most:
            return True
    return False


def _fault(before: Sequence[Quantity], rest: Quantity) -> TextFault:
    unit, whole, parts = rest.unit, before[0], before[1:]
    left = f"{figure(whole.told)}{unit}减去前面列出的{'、'.join(figure(part.told) for part in parts)}{unit}"
    message = f"{left}，剩下的不是{figure(rest.told)}{unit}，是不是有重复或者遗漏？"
    return TextFault(rest.start, rest.end, message, "核对总数、已列的数和其余的数", "info")
