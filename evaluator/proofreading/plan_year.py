"""The year of the plan: it must be the one after the report year."""

import re
from collections.abc import Iterator, Sequence

from checklist.model import Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.years import Year, years_in
from evaluator.roles import SentenceRole

# Between a year and the word for the plan: the year belongs to something else.
NOT_OF_PLAN = re.compile("下一|下步|下年|下阶段|今后|明年|来年|新的一年|未来|不足|问题|差距|短板|原因|成效|成绩")
# Words that name a plan only where the last part of a report looks ahead.
AMBIGUOUS = re.compile("(?:(?:重点|主要|目标|工作)(?:工作|任务|措施|举措)|工作(?:重点|目标)|任务目标|改进措施)$")
AHEAD = (
    "拟|打算|力争|争取|将(?:要|以|继续|坚持|重点|着力|进一步|深入|全面|紧|围绕|持续|认真|切实|按照|从|在|努力|大力|抓)"
)
BEFORE = "成绩|成效|虽然|尽管|取得|已经|完成了"
LONGEST_PLACE = 60


def plan_year(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """Headings of the plan, and sentences with which it begins, that name another year."""
    year = document.metadata.year
    if year is None:
        return
    for index in range(1, len(document.sections)):
        wrong = _wrong_in_heading(document, index, rule, year)
        if wrong:
            section = document.sections[index]
            end = min(_without_stop(document.plain.text, section.heading_end), section.start + LONGEST_PLACE)
            yield _fault(section.start, end, wrong, year, "标题")
    for index in range(len(roles)):
        wrong = _wrong_in_sentence(document, index, roles, year)
        if wrong:
            yield _fault(wrong.start, min(wrong.end + 12, document.sentences[index].end), wrong, year, "开头")


def _fault(start: int, end: int, wrong: Year, year: int, where: str) -> Fault:
    return Fault(
        start,
        end,
        f"报告年度是{year}年，下一年度安排应是{year + 1}年的，这里的{where}写的是{wrong.value}年",
        f"核对后把“{wrong.value}年”改为“{year + 1}年”",
    )


def _without_stop(text: str, end: int) -> int:
    return end - 1 if text[end - 1] in "。:" else end


def _wrong_in_heading(document: Document, index: int, rule: Rule, year: int) -> Year | None:
    """The year of a plan that a heading names wrongly; a heading of several parts is right where one fits."""
    section, text = document.sections[index], document.plain.text
    years = list(years_in(text, section.start, section.heading_end))
    if not years or any(named.value == year + 1 for named in years):
        return None
    title = text[section.start : section.heading_end]
    if any(word in title for word in rule.unless):
        return None
    at = max((title.rfind(word) for word in rule.words), default=-1)
    if at < 0 and AMBIGUOUS.search(section.title) and _looks_ahead(document, index):
        at = len(title)
    before = [named for named in years if named.end <= section.start + at]
    if not before or NOT_OF_PLAN.search(text, before[-1].end, section.start + at):
        return None
    return before[-1]


def _looks_ahead(document: Document, index: int) -> bool:
    """Whether a section is the last of the report and speaks of what will be done."""
    section = document.sections[index]
    if any(other.level <= section.level for other in document.sections[index + 1 :]):
        return False
    return re.search(AHEAD, document.plain.text[section.heading_end : section.end][:200]) is not None


def _wrong_in_sentence(document: Document, index: int, roles: Sequence[SentenceRole], year: int) -> Year | None:
    """The year with which a plan begins: the report year or an earlier one, and then what will be done."""
    sentence = document.sentences[index]
    if sentence.start != document.paragraphs[sentence.paragraph].start or sentence.mark:
        return None
    text = document.plain.text
    first = next(years_in(text, sentence.start, min(sentence.end, sentence.start + 6)), None)
    if first is None or first.start != sentence.start or first.value == year + 1:
        return None
    ahead = re.compile(AHEAD).search(text, first.end, min(sentence.end, first.end + 60))
    if ahead is None or not _in_plan(index, roles):
        return None
    between = text[first.end : ahead.start()]
    named = any(other.value == year + 1 for other in years_in(text, first.end, sentence.end))
    return None if named or NOT_OF_PLAN.search(between) or re.search(BEFORE, between) else first


def _in_plan(index: int, roles: Sequence[SentenceRole]) -> bool:
    """A sentence of the plan, or one near the end right after the shortcomings, where a plan without heading begins."""
    if roles[index].role == "plan":
        return True
    near = {role.role for role in roles[max(0, index - 12) : index + 1]}
    return index > 0.7 * len(roles) and "problem" in near
