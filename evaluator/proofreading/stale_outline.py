"""An outline whose period is over, cited as the guide of today, however its period or its year is written."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from checklist.numerals import spelt_by_digits, value_by_digits
from checklist.records import record
from checklist.rule import Name, Rule
from evaluator.document import Document
from evaluator.mentions.date_forms import MONTH_AND_DAY, YEAR
from evaluator.mentions.occurrences import Span, places, sentence_around, squeezed
from evaluator.proofreading.fault import TextFault
from evaluator.roles.role import SentenceRole

# 2015-2020年, 2015年至2020年, 2015-20年, and 20152020 where the dash was lost.
PERIOD = rf"(?<!\d)({YEAR})年?(?:[-至到]{{0,3}}({YEAR})|-+(2\d))(?!\d)年?"
PASSED = "[^,。;:《》\\d]{0,14}?(?:印发|发布|颁布|下发|出台|公布|制定|制发|颁发)的?"
# 2015年12月国务院印发的《…》, 2015年版《…》; behind the title 《…》(中发〔2015〕36号).
ISSUED = rf"(?<!\d)({YEAR})年(?:{MONTH_AND_DAY})?(?:{PASSED}|版?的?)$"
ISSUED_ENDS = ("年", "月", "日", "号", "版", "的", "发", "布", "台", "定")
NUMBERED = rf"\([^()《》。]{{0,8}}[(\[]({YEAR})[)\]]"
DOCUMENTS = ("纲要", "方案", "意见", "规划", "计划")
MARKS = "。,;:!?、\n"
LONGEST_TITLE, LONGEST_PERIOD = 60, 12
# How far from its period the name of an outline without title marks stands, and where its year is looked for.
NEAR, REACH = 18, 32
# How far around an outline the words stand that tell what it is cited for.
BEFORE, AFTER = 40, 24
# So many years after the end of its period nobody sums up an outline any more.
MOST_CLOSING = 1


@record
class Cited:
    """An outline as it is cited, its title included: the plain span, and which of the rule's names it is."""

    start: int
    end: int
    name: Name


def stale_outline(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """Where the rule's words make the outline a guide and its exceptions do not tell of its end."""
    year, reached = document.metadata.year or 0, 0
    over = tuple(name for name in rule.names if (name.last_year or 0) < year)
    for cited in sorted(_cited(document, over), key=lambda found: (found.start, -found.end)):
        last = cited.name.last_year or 0
        if cited.start >= reached and _guides(document.plain.text, cited, rule, year):
            reached = cited.end
            message = f"这份纲要的规划期到{last}年为止，{year}年的报告不应再以它为当前依据"
            severity = "info" if last >= rule.limits["asked_from"] else ""
            yield TextFault(cited.start, cited.end, message, cited.name.instead, severity)


def _cited(document: Document, names: tuple[Name, ...]) -> Iterator[Cited]:
    """The outlines that the text names with their period, or with the year in which they were issued."""
    text = document.plain.text
    for period in _periods(text, names, *document.body):
        start, end = _title(text, *period.span())
        ends = value_by_digits(period.group(2) or "20" + period.group(3))
        yield from _named(text, start, end, [name for name in names if name.last_year == ends])
    for name in names:
        for at, after in places(text, squeezed((name.name,)), *document.body):
            start, end = _title(text, at, after)
            issued = _issued(text, start, end)
            if issued == name.first_year and not re.compile(PERIOD).search(text, start, end):
                yield from _named(text, start, end, [name])


def _periods(text: str, names: tuple[Name, ...], start: int, end: int) -> Iterator[re.Match[str]]:
    """The periods that end as those of the names do, each looked for around its last year."""
    reached = start
    for at, after in places(text, _ends(names), start, end):
        first = max(reached, at - LONGEST_PERIOD)
        # Most years end no period, and compiling what reads one costs more than all the searching.
        begun = text.find("20", first, at) >= 0 or text.find("二", first, at) >= 0
        match = re.compile(PERIOD).search(text, first, min(end, after + 1)) if begun else None
        if match and match.end() >= after:
            reached = match.end()
            yield match


@lru_cache(maxsize=8)
def _ends(names: tuple[Name, ...]) -> tuple[str, ...]:
    """How the last year of a period may be written: 2020, -20年, 二〇二〇."""
    years = sorted({name.last_year for name in names if name.last_year})
    short = (f"-{year % 100:02}{mark}" for year in years for mark in "年)")
    han = (written for year in years for written in spelt_by_digits(year))
    return (*map(str, years), *short, *han)


def _named(text: str, start: int, end: int, names: Sequence[Name]) -> Iterator[Cited]:
    """The first of the names that the title has, if it is a document's."""
    title = text[start:end]
    name = next((name for name in names if squeezed((name.name,))[0] in title), None)
    if name and any(word in title for word in DOCUMENTS):
        yield Cited(start, end, name)


def _title(text: str, start: int, end: int) -> Span:
    """The title in which a place lies or to which it is joined; without title marks the words around it."""
    line = text.rfind("\n", max(0, start - LONGEST_TITLE), start) + 1
    opened, closed = (text.rfind(mark, max(line, start - LONGEST_TITLE), start) for mark in "《》")
    if opened > closed:
        closing = text.find("》", end, end + LONGEST_TITLE)
        return opened, _bracket(text, closing + 1) if closing > 0 else end
    if 0 <= opened < closed and closed >= start - 2:
        return opened, end + text.startswith(")", end)
    if text.startswith("《", end) and (closing := text.find("》", end, end + LONGEST_TITLE)) > 0:
        return start, closing + 1
    return _words(text, start, end)


def _bracket(text: str, at: int) -> int:
    """The end of a period in brackets that stands behind the title."""
    behind = re.compile(rf"\({PERIOD}\)").match(text, at) if text.startswith("(", at) else None
    return behind.end() if behind else at


def _words(text: str, start: int, end: int) -> Span:
    """From the name before a period to its bracket, or from the period to the document that follows."""
    first = max(text.rfind(mark, max(0, start - NEAR), start) for mark in MARKS) + 1
    named = text.find("法治政府", max(first, start - NEAR), start)
    if named >= 0:
        return named, end + text.startswith(")", end)
    follows = re.compile(rf"的?[^{MARKS}《》]{{0,{NEAR}}}?(?:{'|'.join(DOCUMENTS)})").match(text, end)
    return start, follows.end() if follows else end + text.startswith(")", end)


def _issued(text: str, start: int, end: int) -> int | None:
    """The year that stands before a title as that of its issue, or in its number behind."""
    head = text[max(0, start - REACH) : start]
    # Few titles have either about them, and compiling what reads it costs more than all else.
    found = re.search(ISSUED, head) if "年" in head and head.endswith(ISSUED_ENDS) else None
    if not found and text.startswith("(", end):
        found = re.compile(NUMBERED).match(text, end)
    return value_by_digits(found.group(1)) if found else None


def _guides(text: str, cited: Cited, rule: Rule, year: int) -> bool:
    first, last = sentence_around(text, cited.start, cited.end)
    before = re.split("[,;:]", text[max(first, cited.start - BEFORE) : cited.start])[-1]
    after = re.split("[,;]", text[cited.end : min(last, cited.end + AFTER)])[0]
    if any(word in before + "《》" + after for word in rule.unless) or _is_history(before, cited.name):
        return False
    return year - (cited.name.last_year or 0) > MOST_CLOSING or any(word in before + after for word in rule.words)


def _is_history(before: str, name: Name) -> bool:
    """A year of its own period, in which something was done: 从2016年第一次对照."""
    years = re.findall(rf"({YEAR})年", re.sub(ISSUED, "", before))
    return any(value_by_digits(year) <= (name.last_year or 0) + MOST_CLOSING for year in years)
