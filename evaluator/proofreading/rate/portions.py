"""A portion that its own numbers contradict: 查处案件500件，其中占道经营类200件，占53%."""

import re
from collections.abc import Iterator

from evaluator.fault import Fault
from evaluator.occurrences import places, sentence_around
from evaluator.proofreading.rate.quantities import Quantity, quantities_in
from evaluator.proofreading.rate.recomputing import Share
from evaluator.proofreading.rate.stating import percent

OF_WHICH = "其中"
# 占审结案件的31.8% has a base of its own.
SHARE = r"[,(]占(?:比|总数的?|全部的?|总量的?)?(?:约|近|为|达)?(\d+(?:\.(\d+))?)%"
LONGEST_PART = 40


def wrong_portions(text: str, start: int, end: int) -> Iterator[Fault]:
    """Portions in text[start:end] that are not what their part is of any whole named before in the sentence."""
    for at, after in places(text, (OF_WHICH,), start, end):
        limit = min(end, after + LONGEST_PART)
        stated = re.compile(SHARE).search(text, after, limit)
        if stated and not re.search("[。;\n]", text[after : stated.start()]):
            yield from _contradicted(text, at, after, stated)


def _contradicted(text: str, at: int, after: int, stated: re.Match[str]) -> Iterator[Fault]:
    parts = quantities_in(text, after, stated.start())
    begin = max(sentence_around(text, at, at)[0], text.rfind(";", 0, at) + 1)
    wholes = [q for q in quantities_in(text, begin, at) if parts and q.unit == parts[0].unit]
    if len(parts) != 1 or not wholes or any(_fits(parts[0], whole, stated) for whole in wholes):
        return
    whole = wholes[-1]
    computed = percent(round(100 * parts[0].least / whole.least, 1))
    message = f"{parts[0].least:g}{whole.unit}占{whole.least:g}{whole.unit}的{computed}，这里写的是{stated.group(1)}%"
    unclear = len(wholes) > 1 or parts[0].least != parts[0].most or whole.least != whole.most
    yield Fault(parts[0].start, stated.end(), message, "核对后改正", "info" if unclear else "")


def _fits(part: Quantity, whole: Quantity, stated: re.Match[str]) -> bool:
    """Rounded or cut off."""
    if whole.least <= 0 or part.least > whole.most:
        return True
    return Share(part, whole).gives(float(stated.group(1)), 10 ** -len(stated.group(2) or ""))
