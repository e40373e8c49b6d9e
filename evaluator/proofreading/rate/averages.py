"""Averages that their numbers do not give (9个社区演练45场，平均每个社区6场), and products (每期60人，5期共360人)."""

import re
from collections.abc import Iterator, Sequence

from evaluator.mentions.occurrences import places, sentence_around
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.claims import WIDENING, claimed
from evaluator.proofreading.rate.quantities import SAME_UNITS, Quantity, figure, is_told_as_total, quantities_in

SIGNS = ("平均",)
# 平均每个社区6场, 每个社区平均开展6场; the unit of what is shared out is that of the total.
EACH = r"(?P<counter>[个名家所位户件])?(?P<who>[^\W\d_]{0,5}?)"
EACH_FIRST = r"(?P<kind>[个名家所位户件])?(?P<body>[^\W\d_]{0,5}?)"
DONE = f"(?:开展|组织|举办|办理|受理|培训|接待|调解|达|到|有|为|{WIDENING})*+"
AVERAGE = rf"(?:平均每{EACH}|每{EACH_FIRST}平均){DONE}(?P<value>\d+(?:\.\d+)?)"
# 每期培训60人,共举办5期,累计培训360人次; 每期不少于60人 says no more than the least.
OF_EACH = r"每(?P<kind>[期批场轮班])[^\W\d_]{0,6}?(?<![近约于过超达])(?=\d)"
EVERY = ("每期", "每批", "每场", "每轮", "每班")
NEAR_ENOUGH = ("以上", "以下", "左右", "上下", "至", "到", "~", "-")
REACH, LONGEST_SENTENCE = 10, 200


def wrong_averages(text: str, start: int, end: int) -> Iterator[TextFault]:
    """Averages in text[start:end] that one number of bodies and one total before in the sentence contradict."""
    for at, _ in places(text, SIGNS, start, end):
        near = max(start, at - REACH), min(end, at + 3 * REACH)
        stated = re.compile(AVERAGE).search(text, *near) if text.find("每", *near) >= 0 else None
        if stated is None or not stated.start() <= at < stated.end():
            continue
        begin = max(start, sentence_around(text, at, at)[0], at - LONGEST_SENTENCE)
        each = quantities_in(text, stated.start("value"), min(end, stated.end() + REACH))
        parts = _shared_out(quantities_in(text, begin, stated.start()), stated, each[0].unit) if each else None
        if parts:
            yield from _contradicted(text, stated, *parts)


def wrong_products(text: str, start: int, end: int) -> Iterator[TextFault]:
    """Totals in text[start:end] that are not so many times what each has: 每期60人，共5期，累计360人次."""
    for at, _ in places(text, EVERY, start, end):
        begin, stop = sentence_around(text, at, at)
        each = re.compile(OF_EACH).match(text, at)
        counted = quantities_in(text, each.end(), stop) if each else []
        if each is None or len(counted) != 3 or text.startswith(NEAR_ENOUGH, counted[0].end):
            continue
        if is_told_as_total(counted[2], text[max(start, begin) : counted[1].end]):
            yield from _multiplied(each["kind"], *counted)


def _multiplied(kind: str, one: Quantity, times: Quantity, total: Quantity) -> Iterator[TextFault]:
    alike = total.unit.removesuffix("次") == one.unit.removesuffix("次") and times.unit == kind
    least, most = one.least * times.least, one.most * times.most
    if alike and not (least <= total.most and total.least <= most):
        told = f"{figure(one.told)}×{figure(times.told)}={figure(one.told * times.told)}"
        message = f"总数是{figure(total.told)}{total.unit}，每{kind}{figure(one.told)}{one.unit}，{told}，两者不符"
        yield TextFault(one.start, total.end, message, "核对每一次的数、次数和总数")


def _shared_out(before: Sequence[Quantity], stated: re.Match[str], unit: str) -> tuple[Quantity, Quantity] | None:
    """The one total and the one number of bodies among whom it is shared out; None where it is not clear which."""
    counter, who = stated["counter"] or stated["kind"] or "", stated["who"] or stated["body"] or ""
    text, counted = stated.string, SAME_UNITS.get(counter, counter)
    bodies = [q for q in before if counted in ("", q.unit) and (q.unit == who or text.startswith(who, q.end))]
    totals = [q for q in before if q.unit == unit and q not in bodies]
    return (totals[0], bodies[0]) if len(totals) == len(bodies) == 1 and bodies[0].least > 0 else None


def _contradicted(text: str, stated: re.Match[str], total: Quantity, bodies: Quantity) -> Iterator[TextFault]:
    written = stated["value"]
    claim = claimed(text, stated.start("value"), stated.end(), float(written), len(written.partition(".")[2]))
    if not claim.holds(total.least / bodies.most, total.most / bodies.least):
        each = f"{total.told / bodies.told:.1f}".removesuffix(".0")
        among = f"{figure(total.told)}{total.unit}分到{figure(bodies.told)}{bodies.unit}"
        message = f"{among}，平均是{each}{total.unit}，这里写的是{written}"
        yield TextFault(total.start, stated.end(), message, "核对总数、个数和平均数")
