"""The year of the plan: it must be the one after the report year."""

import re
from collections.abc import Iterator, Sequence

from checklist.rule import Rule
from evaluator.document import Document
from evaluator.mentions.occurrences import clause_end, places
from evaluator.mentions.years import Year, years_in
from evaluator.proofreading.fault import TextFault, heading_place
from evaluator.proofreading.plan_year.sentences import AHEAD, NOT_OF_PLAN, begins_with, due_before, told_ahead
from evaluator.roles.role import PLAN, SentenceRole

# Words that name a plan only where the last part of a report looks ahead.
AMBIGUOUS = "(?:(?:重点|主要|目标|工作)(?:工作|任务|措施|举措)|工作(?:重点|目标|要点)|任务目标|改进措施|下一步工作)$"
# 明年(2026年): the brackets say which year is meant.
NAMED_NEXT = r"(?:明年|来年|下一?年度?|下一个?年度)\((?:即)?$"
WORDS_AFTER, LONGEST_NAMED = 24, 7


def plan_year(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """Headings of the plan, and sentences with which it begins, that name another year."""
    year = document.metadata.year
    if year is None:
        return
    for index, section in enumerate(document.sections[1:], 1):
        wrong = _in_heading(document, index, rule, roles)
        if wrong:
            yield _fault(*heading_place(document, section), wrong, year, "标题")
    for wrong in _named_next(document, year):
        yield _fault(wrong.start, wrong.end, wrong, year, "下一年")
    for index in range(len(document.sentences)):
        if wrong := begins_with(document, index, roles, year):
            yield _fault(wrong.start, _clause_end(document, index, wrong), wrong, year, "开头")
        elif wrong := due_before(document, index, roles, year):
            yield _fault(wrong.start, _clause_end(document, index, wrong), wrong, year, "时限")
        elif wrong := told_ahead(document, index, rule, year):
            yield _fault(wrong.start, _clause_end(document, index, wrong), wrong, year, "引语")


def _named_next(document: Document, year: int) -> Iterator[Year]:
    """Years that are said to be the next one, and are not."""
    text = document.plain.text
    for at, after in places(text, ("年(", "年度(", "年(即", "年度(即"), *document.body):
        named = next(years_in(text, after, min(after + LONGEST_NAMED, document.body[1])), None)
        told = re.search(NAMED_NEXT, text[max(0, at - LONGEST_NAMED) : after])
        if told and named and named.start == after and named.value != year + 1 and text.startswith(")", named.end):
            yield named


def _clause_end(document: Document, index: int, wrong: Year) -> int:
    return clause_end(document.plain.text, wrong.end, min(wrong.end + WORDS_AFTER, document.sentences[index].end))


def _fault(start: int, end: int, wrong: Year, year: int, where: str) -> TextFault:
    message = f"报告年度是{year}年，下一年度安排应是{year + 1}年的，这里的{where}写的是{wrong.value}年"
    return TextFault(start, end, message, f"核对后把“{wrong.value}年”改为“{year + 1}年”")


def _in_heading(document: Document, index: int, rule: Rule, roles: Sequence[SentenceRole]) -> Year | None:
    """The wrong year of a plan in a heading; one of several parts is right where one of its years fits."""
    section, text, year = document.sections[index], document.plain.text, document.metadata.year or 0
    if text.find("年", section.start, section.heading_end) < 0:
        return None
    years = list(years_in(text, section.start, section.heading_end))
    title = text[section.start : section.heading_end]
    last = re.search(AMBIGUOUS, title.rstrip("。:")) if years and _looks_ahead(document, index, roles) else None
    told = title[: last.start()] if last else title
    if not years or any(y.value == year + 1 for y in years) or any(word in told for word in rule.unless):
        return None
    at = max(title.rfind(word) for word in rule.words)
    at = last.start() if at < 0 and last else at
    beside = _beside(text, years, section.heading_end) if at >= 0 or "下一步" in title else None
    before = [beside] if beside else [named for named in years if named.end <= section.start + at]
    # 2024年下一步工作安排 gives the plan the year, 2024年存在的不足和下一步工作安排 does not.
    if not before or re.search(NOT_OF_PLAN, text[before[-1].end : section.start + at].removeprefix("下一步")):
        return None
    return before[-1]


def _beside(text: str, years: Sequence[Year], end: int) -> Year | None:
    """The year in brackets behind the plan, or the one to which it looks ahead: 下一步工作安排(2025年), 展望2025年."""
    last = years[-1]
    bracketed = text[last.start - 1] == "(" and text.startswith(")", last.end) and last.end + 1 >= end - 1
    return last if bracketed or text.endswith("展望", 0, last.start) else None


def _looks_ahead(document: Document, index: int, roles: Sequence[SentenceRole]) -> bool:
    """Whether a section is the last of the report and speaks of what will be done."""
    section = document.sections[index]
    if any(other.level <= section.level for other in document.sections[index + 1 :]):
        return False
    if re.search(AHEAD, document.plain.text[section.heading_end : section.end][:200]):
        return True
    return any(told.role == PLAN for told, each in zip(roles, document.sentences, strict=True) if each.section == index)
