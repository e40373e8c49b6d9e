"""A change that is stated with both its ends: 由86.4%提高到100%，提高13.6个百分点; 2106件,较上年的1950件增长8%."""

import re
from collections.abc import Iterator, Sequence

from checklist.records import record
from evaluator.mentions.date_forms import ARABIC_YEAR, LAST_YEAR, THIS_YEAR
from evaluator.mentions.occurrences import places, stands_any
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.claims import WIDENING, Claim, claimed
from evaluator.proofreading.rate.possible import changes_told, has_both_ends, has_comparison
from evaluator.proofreading.rate.stating import in_percent

# Written by their first characters: alternatives are what compiling a pattern costs.
UP = "提[高升]|上[升涨]|增[加长幅]?|[涨升]幅?|攀升|多"
DOWN = "下降|降[低幅]?|减[少幅]?|压[减缩降]|缩[短减]|精简|削减|回落|少"
CHANGED = f"(?:{UP}|{DOWN})(?:率|比例|幅度)?(?:了|达到|达|为|{WIDENING})*+"
UNIT = r"(?:%|[万亿]?[^\W\d_余多几])"
OLD, NEW = (rf"(?<![\d.])(?P<{end}>\d+(?:\.\d+)?)(?P<{end}_unit>{UNIT})" for end in ("old", "new"))
STATED = rf"{CHANGED}(?P<stated>\d+(?:\.\d+)?)(?P<measure>%|个百分点|[万亿]?[^\W\d_])"
# Words that say of nothing else that it changed.
SINCE = (
    "(?:同比|环比|共|净|累计|实际|较上年|较去年|比上年|比去年|比例|时限|时间|办理|审批|平均|总体|整体|幅度|同期|,)*"
)
WORDS = r"[^,。;%\d\n]"
# 个工作日, 以内.
REST = r"[^,。;:%()\d\n]{0,6}"
# In figures alone: whoever counts writes no year in characters, and each alternative is dear.
BEFORE_THIS = f"(?:(?:{'|'.join(LAST_YEAR)}|前一年|{ARABIC_YEAR}年)度?|同期|年初)(?:同期)?"
THIS = f"(?:{'|'.join(THIS_YEAR)}|{ARABIC_YEAR}年)度?"
LIMIT = "[法规承][定诺](?:办结|办理|审批)?时[限间长]"
IN_YEAR = f"(?:{ARABIC_YEAR}年度?)?"
ENDS = rf"{IN_YEAR}{WORDS}{{0,14}}?{OLD}{WORDS}{{0,10}}?[到至为成]{IN_YEAR}{WORDS}{{0,8}}?{NEW}"
# Between a change and its ends: 增长6.1%,失业率由5%下降到4% tells of two.
OWN = "(?:以上|左右)?,?(?:即|已|均|平均|分别|总数|总量|比例|占比|人均|时限|时间|同比|其中)?"
BETWEEN = (
    rf"[由从]{ENDS}{REST}[,(]{SINCE}{STATED}",
    rf"{LIMIT}{ENDS}{REST}[,(]{SINCE}{STATED}",
    rf"{STATED}{OWN}[由从]{ENDS}",
)
YEARS = rf",{THIS}"
OF_YEARS = (
    rf"(?P<before>{BEFORE_THIS})的?{WORDS}{{0,8}}?{OLD}{REST},(?P<now>{THIS}){WORDS}{{0,8}}?{NEW}{REST}[,(]{SINCE}{STATED}",
)
# Forms that begin with a number, as every clause might: looked for around what stands behind it.
COMPARED = rf"[,(](?:(?:同?[较比]|与)(?:{BEFORE_THIS}|{LIMIT})|{BEFORE_THIS}(?:为|是)?\d)"
COMPARING = (
    rf"{NEW}{REST}[,(](?:同?[较比]|与)(?:{BEFORE_THIS}|{LIMIT})的?(?:相比)?{WORDS}{{0,6}}?{OLD}{WORDS}{{0,4}}?{STATED}",
    rf"{NEW}{REST}[,(]{BEFORE_THIS}(?:为|是)?{OLD}{REST}[,)]+{SINCE}{STATED}",
    rf"{NEW}{REST}[,(]{SINCE}{STATED}[,(]{BEFORE_THIS}(?:为|是)?{OLD}",
)
BEFORE, AFTER, LONGEST_LEAD, LONGEST_NUMBER = 36, 60, 10, 10
# 2106件,较上年增加156件,增长8%: the earlier end is what is left without the change.
ADDED = (
    rf"{NEW}{REST}[,(](?:同比|[较比]{BEFORE_THIS}[底末]?)(?:净|共)?"
    r"(?P<way>增加|增长|上升|多|减少|下降|少)了?"
    rf"(?P<change>\d+(?:\.\d+)?)(?P<old_unit>{UNIT}){REST}[,、(](?:同比)?{STATED}"
)
# 120件,同比增长20%,比去年多办30件: the same, the other way round.
BEHIND = (
    rf"{NEW}{REST}[,(](?:同比|[较比]{BEFORE_THIS}[底末]?)?{STATED}{REST}[,、(](?:[较比]{BEFORE_THIS}[底末]?)?(?:净|共)?"
    rf"(?P<way>增加|增长|上升|多|减少|下降|少)了?[^\W\d]{{0,2}}?(?P<change>\d+(?:\.\d+)?)(?P<old_unit>{UNIT})"
)
VERBAL = tuple(f"{way}{verb}" for way in "多少" for verb in "办查收调审立受结培检巡")
SINCE_WHEN = ("同比", *(than + when for than in "较比" for when in ("上", "去", "前一年", "20", "年初", "同期")))
# 是原来的2.5倍: what is left of the way is not what was added.
BEFORE_THAT = "(?:原来|上年度?|去年|此前|年初|[上同]期)的"
MULTIPLE = rf"[由从]{ENDS}{REST}[,(](?:是|为|达|达到|相当于){BEFORE_THAT}(?P<times>\d+(?:\.\d+)?)倍"
IMPOSSIBLE = (
    r"(?:下降|降低|减少|压减|压缩|缩短|缩减|精简|压降|降幅|减幅)率?(?:了|达到|达|为|超过?|约|近)*+"
    r"(\d{3,}(?:\.\d+)?)%"
)


@record
class Change:
    """From `first` to `last` of `unit`; `stated` in per cent, points or units, to so many decimals."""

    first: float
    last: float
    unit: str
    stated: float
    measure: str
    decimals: int
    claim: Claim
    start: int
    end: int

    @property
    def difference(self) -> float:
        return abs(self.last - self.first)

    @property
    def share(self) -> float:
        return 100 * self.difference / self.first if self.first else self.stated

    def fits(self) -> bool:
        """Rounded or cut off; a rise of percentages said in per cent may be meant in points."""
        if not self.claim.plain:
            share = self.share if self.measure == "%" else self.difference
            return self.claim.holds(share, share)
        near = 10**-self.decimals + 1e-9
        if self.measure != "%" or (self.unit == "%" and abs(self.difference - self.stated) < near):
            return bool(abs(self.difference - self.stated) < near)
        return bool(abs(self.share - self.stated) < near + self._rounding())

    def _rounding(self) -> float:
        """How far the share may be off since 1.2万 is only what rounds to it."""
        if self.unit[0] not in "万亿" or not self.first:
            return 0.0
        tenth = 0.05 if self.first % 1 or self.last % 1 else 0.5
        return 100 * tenth * (1 + self.last / self.first) / self.first


def wrong_changes(text: str, start: int, end: int) -> Iterator[TextFault]:
    """Changes in text[start:end] that do not lead from one end to the other."""
    told: set[int] = set()
    changes = changes_told(text, start, end)
    for match in _stated(text, start, end, changes):
        change = _change(match)
        if change and change.start not in told and not change.fits():
            told.add(change.start)
            yield _fault(change)
    for match in re.compile(MULTIPLE).finditer(text, start, end) if "倍" in text else ():
        yield from _wrong_multiple(match)
    for match in _above_all(text, start, end, changes):
        if float(match.group(1)) > 100:
            yield TextFault(*match.span(), f"“{match.group()}”不可能，最多只能减少100%", "核对后改正")


def _stated(text: str, start: int, end: int, changes: Sequence[int]) -> Iterator[re.Match[str]]:
    if changes and has_both_ends(text, changes, start, end):
        yield from _all(BETWEEN, text, start, end)
    if changes and re.compile(YEARS).search(text, start, end):
        yield from (match for match in _all(OF_YEARS, text, start, end) if _is_in_order(match))
    for added in places(text, SINCE_WHEN, start, end):
        first, last = max(start, added[0] - BEFORE), min(end, added[1] + AFTER)
        # 多办30件: a verb may stand between, and the number is no change by its neighbours.
        near = sum(first < at < last for at in changes) + stands_any(text[first:last], VERBAL)
        if near > 1:
            yield from (match for match in _all((ADDED, BEHIND), text, first, last) if _is_beside(match, added[0]))
    if changes and has_comparison(text, changes, start, end):
        yield from _compared(text, start, end)


def _is_beside(match: re.Match[str], at: int) -> bool:
    """Whether the first of the two changes is told right behind that place."""
    return 0 <= min(match.start("way"), match.start("stated")) - at < LONGEST_LEAD


def _is_in_order(match: re.Match[str]) -> bool:
    """Of two years with their number the earlier one is named first: 2024年480件,2023年400件 is the other way round."""
    before, now = match.group("before", "now")
    return not (before[0] == now[0] == "2" and before >= now)


def _all(patterns: Sequence[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for pattern in patterns:
        yield from re.compile(pattern).finditer(text, start, end)


def _compared(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    for compared in re.compile(COMPARED).finditer(text, start, end):
        first, last = max(start, compared.start() - BEFORE), min(end, compared.end() + AFTER)
        found = (re.compile(pattern).search(text, first, last) for pattern in COMPARING)
        yield from (match for match in found if match and match.start() < compared.end() <= match.end())


def _above_all(text: str, start: int, end: int, changes: Sequence[int]) -> Iterator[re.Match[str]]:
    """Decreases of three digits."""
    if any(text[at : at + 3].isdecimal() and "%" in text[at : at + LONGEST_NUMBER] for at in changes):
        yield from re.compile(IMPOSSIBLE).finditer(text, start, end)


def _change(match: re.Match[str]) -> Change | None:
    """None where the two ends are not of one unit, or the change is of another thing."""
    unit, measure, stated = match.group("old_unit"), match.group("measure"), match.group("stated")
    measures = ("%", "成", "个百分点") if unit == "%" else ("%", "成", unit)
    if unit != match.group("new_unit") or measure not in measures:
        return None
    value, decimals = in_percent(stated, measure)
    last = float(match.group("new"))
    first = float(match.group("old")) if "old" in match.groupdict() else _without(match, last)
    start, end = match.start("stated"), match.end("measure")
    claim = claimed(match.string, start, end, value, decimals)
    return Change(first, last, unit, value, measure.replace("成", "%"), decimals, claim, start, end)


def _wrong_multiple(match: re.Match[str]) -> Iterator[TextFault]:
    first, last, times = (float(match.group(name)) for name in ("old", "new", "times"))
    if first and match.group("old_unit") == match.group("new_unit"):
        start, end = match.start("times"), match.end() - 1
        claim = claimed(match.string, start, end + 1, 100 * times, -1)
        if not claim.holds(100 * last / first, 100 * last / first):
            message = f"{last:g}是{first:g}的{round(last / first, 2):g}倍，这里写的是{times:g}倍"
            yield TextFault(start, match.end(), message, "核对后改正")


def _without(match: re.Match[str], last: float) -> float:
    """What there was before the change that is stated in units."""
    change = float(match.group("change"))
    return last + change if match.group("way") in ("减少", "下降", "少") else last - change


def _fault(change: Change) -> TextFault:
    if change.measure == "%":
        computed = f"从{change.first:g}到{change.last:g}的变化是{round(change.share, 1):g}%"
    elif change.unit == "%":
        computed = f"从{change.first:g}%到{change.last:g}%相差{change.difference:.4g}个百分点"
    else:
        unit = change.unit
        computed = f"从{change.first:g}{unit}到{change.last:g}{unit}相差{change.difference:g}{unit}"
    message = f"{computed}，这里写的是{change.stated:g}{change.measure}"
    return TextFault(change.start, change.end, message, "核对后改正")
