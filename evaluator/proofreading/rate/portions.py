"""A portion that its own numbers contradict: 查处案件500件，其中占道经营类200件，占53%; 完成年度300人计划的110%."""

import re
from collections.abc import Iterator

from evaluator.mentions.occurrences import sentence_around
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.carried import OF_WHICH
from evaluator.proofreading.rate.claims import WIDENING, claimed
from evaluator.proofreading.rate.explaining import Share
from evaluator.proofreading.rate.possible import before_shares, is_of_counted, is_of_plan, is_share
from evaluator.proofreading.rate.quantities import Quantity, figure, quantities_in
from evaluator.proofreading.rate.recomputing import CLOSE, OTHER_BASE
from evaluator.proofreading.rate.stating import in_percent, percent

VALUE = rf"(?:为|达到|达|到|:|{WIDENING})*+(?P<stated>\d+(?:\.\d+)?)(?P<measure>[%成])"
# 占审结案件的31.8% has a base of its own, 占全县的20% one that is not there.
OF = r"比|总数的?|全部的?|总量的?|总人数的?|其中的|(?P<base>[^,。;()%\d]{2,10})的"
SHARE = rf"[,(](?:合计|共|约)?占(?:{OF})?(?:比例|比重)?{VALUE}"
PLANNED = r"(?P<plan>\d+(?:\.\d+)?[^,。;\d]{1,8}?)(?:的)?(?:计划|任务|目标|指标)"
PLAN = rf"完成[^,。;\d]{{0,8}}?{PLANNED}[^,。;\d]{{0,4}}?的?{VALUE}"
# 占审结案件80件的5%: the base with its number.
COUNTED = rf"占[^,。;()\d]{{0,14}}(?P<plan>\d+(?:\.\d+)?[^,。;()\d]{{1,8}}?)的{VALUE}"
LONGEST_PART = 40


def wrong_portions(text: str, start: int, end: int) -> Iterator[TextFault]:
    """Portions in text[start:end] that are not what their part is of any whole named before in the sentence."""
    before = before_shares(text, start, end)
    if any(map(is_share, before)):
        for stated in re.compile(SHARE).finditer(text, start, end):
            yield from _contradicted(text, max(start, stated.start() - LONGEST_PART), stated)
    for pattern, is_possible in ((PLAN, is_of_plan), (COUNTED, is_of_counted)):
        if any(map(is_possible, before)):
            for stated in re.compile(pattern).finditer(text, start, end):
                yield from _of_plan(text, stated)


def _contradicted(text: str, reach: int, stated: re.Match[str]) -> Iterator[TextFault]:
    """The part stands right before; behind 其中 it is the only number."""
    sentence = sentence_around(text, stated.start(), stated.start())[0]
    begin = max(sentence, text.rfind(";", 0, stated.start()) + 1)
    found = quantities_in(text, begin, stated.start())
    if len(found) == 1 and begin > sentence and found[0].start >= reach:
        yield from _unlike_others(text, sentence, begin, found[0], stated)
    of_which = text.rfind(OF_WHICH, max(begin, reach), stated.start())
    if len(found) < 2 or found[-1].start < reach or (of_which >= 0 and found[-2].start > of_which):
        return
    part, base = found[-1], stated.group("base")
    named = [q for q in found[:-1] if q.unit == part.unit and (not base or _is_named(q, base))]
    if not named or any(_fits(part, whole, stated) for whole in named):
        return
    sure = len(named) == 1 and (of_which >= 0 or base is not None or _is_close(part, named[0], stated))
    yield _fault(part, named[-1], stated, sure and not re.search(OTHER_BASE, text[begin : stated.start()]))


def _unlike_others(text: str, start: int, end: int, part: Quantity, stated: re.Match[str]) -> Iterator[TextFault]:
    """A part alone behind a semicolon, whose whole is that of the portions before it: 161件,占51.6%;96件,占40.8%."""
    wholes = [q for q in quantities_in(text, start, end) if q.unit == part.unit]
    if any(_fits(part, whole, stated) for whole in wholes):
        return
    for other in re.compile(SHARE).finditer(text, start, end):
        before = [q for q in wholes if q.end <= other.start()]
        if len(before) > 1 and before[-1].least < before[0].least and _gives(before[-1], before[0], other):
            yield _fault(part, before[0], stated, sure=True)
            return


def _is_named(quantity: Quantity, base: str) -> bool:
    """Whether the words about a quantity share two characters with those of the base."""
    words = quantity.before + quantity.after
    return any(base[i : i + 2] in words for i in range(len(base) - 1))


def _is_close(part: Quantity, whole: Quantity, stated: re.Match[str]) -> bool:
    return whole.least > part.least and abs(100 * part.least / whole.least - _stated(stated)[0]) <= CLOSE


def _fault(part: Quantity, whole: Quantity, stated: re.Match[str], sure: bool) -> TextFault:
    computed = percent(round(100 * part.told / whole.told, 1))
    said = percent(_stated(stated)[0])
    message = f"{figure(part.told)}{whole.unit}占{figure(whole.told)}{whole.unit}的{computed}，这里写的是{said}"
    exact = part.least == part.most and whole.least == whole.most
    return TextFault(part.start, stated.end(), message, "核对后改正", "" if sure and exact else "info")


def _fits(part: Quantity, whole: Quantity, stated: re.Match[str]) -> bool:
    """Rounded or cut off."""
    if whole.least <= 0 or part.least > whole.most:
        return True
    return _gives(part, whole, stated)


def _gives(part: Quantity, whole: Quantity, stated: re.Match[str]) -> bool:
    return Share(part, whole).gives(claimed(stated.string, stated.start("stated"), stated.end(), *_stated(stated)))


def _stated(match: re.Match[str]) -> tuple[float, int]:
    return in_percent(match.group("stated"), match.group("measure"))


def _of_plan(text: str, stated: re.Match[str]) -> Iterator[TextFault]:
    """What was done stands before the plan, in its own clause if it can be, and may be more than it."""
    begin = sentence_around(text, stated.start(), stated.start())[0]
    clause = text.rfind(";", begin, stated.start())
    plan = quantities_in(text, stated.start("plan"), stated.end("plan"))
    done = [q for q in quantities_in(text, begin, stated.start()) if plan and q.unit == plan[0].unit]
    done = [q for q in done if q.start > clause] or done
    if done and not any(_gives(part, plan[0], stated) for part in done):
        yield _fault(done[-1], plan[0], stated, len(done) == 1)
