"""The year of the plan: it must be the one after the report year."""

import re
from collections.abc import Iterator, Sequence

from checklist.model import Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.roles.role import PLAN, PROBLEM, SentenceRole
from evaluator.years import Year, years_in

# Between a year and the word for the plan: the year belongs to something else.
NOT_OF_PLAN = "下一|下步|下年|下阶段|今后|明年|来年|新的一年|未来|不足|问题|差距|短板|原因|成效|成绩"
# Words that name a plan only where the last part of a report looks ahead.
AMBIGUOUS = "(?:(?:重点|主要|目标|工作)(?:工作|任务|措施|举措)|工作(?:重点|目标)|任务目标|改进措施)$"
AHEAD = (
    "拟|打算|力争|争取|要(?:以|继续|坚持|进一步)|重点(?:抓|做|推进|围绕|从)|(?:做|抓)好以下|将(?:要|以|把|继续|坚持|重点|着力|进一步|深入|全面|紧|围绕|持续|认真|切实|按照|从|在|努力|大力|抓)"
)
LOOKS_BACK = "成绩|成效|虽然|尽管|取得|已经|完成了"
LONGEST_PLACE = 60
# Within a plan the word that looks ahead stands this close to the year of a measure.
CLOSE = 12
WORDS_AFTER = 24
# How many sentences after the shortcomings a plan without heading may begin.
NEAR = 12


def plan_year(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """Headings of the plan, and sentences with which it begins, that name another year."""
    year = document.metadata.year
    if year is None:
        return
    for index, section in enumerate(document.sections[1:], 1):
        wrong = _in_heading(document, index, rule, year)
        if wrong:
            end = section.heading_end - (document.plain.text[section.heading_end - 1] in "。:")
            yield _fault(section.start, min(end, section.start + LONGEST_PLACE), wrong, year, "标题")
    for index, sentence in enumerate(document.sentences):
        dated = document.plain.text.startswith(("20", "二"), sentence.start + len(sentence.mark))
        wrong = _in_sentence(document, index, roles, year) if dated else None
        if wrong:
            limit = min(wrong.end + WORDS_AFTER, sentence.end)
            mark = re.compile("[,。;:!?]").search(document.plain.text, wrong.end + 1, limit)
            yield _fault(wrong.start, mark.start() if mark else limit, wrong, year, "开头")


def _fault(start: int, end: int, wrong: Year, year: int, where: str) -> Fault:
    message = f"报告年度是{year}年，下一年度安排应是{year + 1}年的，这里的{where}写的是{wrong.value}年"
    return Fault(start, end, message, f"核对后把“{wrong.value}年”改为“{year + 1}年”")


def _in_heading(document: Document, index: int, rule: Rule, year: int) -> Year | None:
    """The wrong year of a plan in a heading; one of several parts is right where one of its years fits."""
    section, text = document.sections[index], document.plain.text
    if text.find("年", section.start, section.heading_end) < 0:
        return None
    years = list(years_in(text, section.start, section.heading_end))
    title = text[section.start : section.heading_end]
    if not years or any(y.value == year + 1 for y in years) or any(word in title for word in rule.unless):
        return None
    at = max(title.rfind(word) for word in rule.words)
    if at < 0 and re.search(AMBIGUOUS, section.title) and _looks_ahead(document, index):
        at = len(title)
    before = [named for named in years if named.end <= section.start + at]
    if not before or re.search(NOT_OF_PLAN, text[before[-1].end : section.start + at]):
        return None
    return before[-1]


def _looks_ahead(document: Document, index: int) -> bool:
    """Whether a section is the last of the report and speaks of what will be done."""
    section = document.sections[index]
    if any(other.level <= section.level for other in document.sections[index + 1 :]):
        return False
    return re.search(AHEAD, document.plain.text[section.heading_end : section.end][:200]) is not None


def _in_sentence(document: Document, index: int, roles: Sequence[SentenceRole], year: int) -> Year | None:
    """The year with which a plan begins when it is not the next one, and what will be done follows."""
    sentence, text = document.sentences[index], document.plain.text
    begins = _begins_plan(document, index, roles)
    if not begins and roles[index].role != PLAN:
        return None
    start = sentence.start + len(sentence.mark)
    first = next(years_in(text, start, start + 6), None)
    if first is None or first.start != start or first.value == year + 1:
        return None
    ahead = re.compile(AHEAD).search(text, first.end, min(sentence.end, first.end + (60 if begins else CLOSE)))
    if ahead is None or re.search(f"{NOT_OF_PLAN}|{LOOKS_BACK}", text[first.end : ahead.start()]):
        return None
    # 2024年启动的工程将继续推进 is no plan for 2024; 2024年,我局将… is.
    if not begins and re.search("[,的]", text[first.end : ahead.start()].removeprefix(",")):
        return None
    return None if any(y.value == year + 1 for y in years_in(text, first.end, sentence.end)) else first


def _begins_plan(document: Document, index: int, roles: Sequence[SentenceRole]) -> bool:
    """A paragraph of the plan, or one right after the shortcomings, where a plan without heading begins."""
    sentence = document.sentences[index]
    if sentence.start != document.paragraphs[sentence.paragraph].start:
        return False
    if roles[index].role == PLAN:
        return True
    near = {role.role for role in roles[max(0, index - NEAR) : index + 1]}
    return index > 0.7 * len(roles) and PROBLEM in near
