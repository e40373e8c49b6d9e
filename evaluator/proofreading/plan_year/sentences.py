"""Sentences of the plan: the year with which it begins, and the year by which a measure is to be done."""

import re
from collections.abc import Sequence

from checklist.rule import Rule
from evaluator.document import Document
from evaluator.mentions.date_forms import YEAR
from evaluator.mentions.years import Year, years_in
from evaluator.roles.role import PLAN, PREAMBLE, PROBLEM, SentenceRole

AHEAD = (
    "拟|打算|力争|争取|要(?:以|继续|坚持|进一步)|重点(?:抓|做|推进|围绕|从|是)|(?:做|抓)好(?:以下|如下|[两三四五六七八九十]项)|主要安排|"
    "将(?:要|以|把|继续|坚持|重点|着力|进一步|深入|全面|紧|围绕|持续|认真|切实|按照|从|在|努力|大力|突出|集中|聚焦|统筹|抓|招|推|实施|完善|开展|组织|加|建|制定|修订|启动|完成|落实|强|提|严)"
)
# What may stand before the year with which a plan begins.
LEAD = (
    f"(?:展望|面向|面对|针对(?:上述|以上|这些)[^,。;]{{0,8}},|下一步,?|下步,?|新的一年里?,|今后,?|"
    f"为了?(?:进一步|扎实|全力|切实)?(?:做好|抓好|推进)(?={YEAR}年度?(?:法治|依法|各项|全)))?在?"
)
# Between a year and what will be done, or the word for the plan: the year belongs to something else.
NOT_OF_PLAN = "下一|下步|下年|下阶段|今后|明年|来年|新的一年|未来|不足|问题|差距|短板|原因|成效|成绩"
LOOKS_BACK = "成绩|成效|虽然|尽管|取得|已经|完成了"
# Within a plan the word that looks ahead stands this close to the year of a measure.
CLOSE, FAR = 12, 60
# How many sentences after the shortcomings a plan without heading may begin.
NEAR = 12
LAST_PART = 0.7
# 2024年底前完成 dates what will be done, 2024年底前印发的文件 what there was.
WILL = "力争|确保|争取|计划|预计|拟于?|拟在|将在|将于"
DEADLINE = "(?:上半年|下半年|[一二三四]季度|年?底之?前|年?底|年?内|\\d{1,2}月(?:底|末)?之?前)"
TO_BE_DONE = (
    "(?:全部|基本|全面|力争|确保)?(?:完成|实现|建成|达到|命名|出台|修订|建立|培训|组织|开展|投入|上线|覆盖|推开|招录|配[备齐]|轮训|评查|解决)"
)
# 推动2024年工作再上新台阶.
RISING = "(?:确保|推动|推进|做好|开创|谋划好?|抓好)$"
RISEN = "[^,。;的]{0,16}(?:再上|迈上|开创|取得新|落到实处|各项工作|各项任务|目标任务)"
# 紧扣2024年目标任务: what is aimed at.
AIMED = "(?:紧扣|围绕|聚焦|锚定|瞄准|紧盯|按照|(?<!未)按)$"
AIM = "度?(?:(?!反馈|考核|督察|整改|未|问题)[^,。;的]){0,12}?(?:目标|任务|重点工作|工作要点|工作重点)"
ACT = ",?(?:推进|开展|组织|加强|完善|修订|制定|实施|完成|培训|深化|强化|健全|建立)"
# What a plan is called besides: 2024年度法治政府建设主要工作安排.
HEAD = "法治政府建设|依法行政|法治建设|工作|主要|重点|的|初步|总体"
DONE_ALREADY = "了|已|成效|成果|基础上|存在|不足|问题"
NOT_A_THING = "(?!的|了)[^,。;]{0,8}?"


def begins_with(document: Document, index: int, roles: Sequence[SentenceRole], year: int) -> Year | None:
    """The year with which a plan begins when it is not the next one, and what will be done follows."""
    sentence, text = document.sentences[index], document.plain.text
    start = sentence.start + len(sentence.mark)
    if text.find("年", start, start + FAR) < 0:
        return None
    begins = _begins_plan(document, index, roles)
    if not begins and roles[index].role != PLAN:
        return None
    # Most plans name no other year, and compiling the form costs more than all the searching.
    if all(named.value == year + 1 for named in years_in(text, start, sentence.end)):
        return None
    first = _leading_year(text, start, sentence.end)
    if first is None or first.value == year + 1:
        return None
    if _is_measure(document, index, first):
        return first
    if not _looks_ahead(text, first.end, sentence.end, begins):
        return None
    return None if any(y.value == year + 1 for y in years_in(text, first.end, sentence.end)) else first


def _leading_year(text: str, start: int, end: int) -> Year | None:
    """The year with which a sentence begins, or to which its first words lead."""
    lead = re.compile(LEAD).match(text, start, end)
    start = lead.end() if lead else start
    first = next(years_in(text, start, start + 6), None)
    return first if first and first.start == start else None


def _looks_ahead(text: str, start: int, end: int, begins: bool) -> bool:
    """Whether what follows upon a year will be done in it; where no plan begins, right behind the year."""
    ahead = re.compile(AHEAD).search(text, start, min(end, start + (FAR if begins else CLOSE)))
    if ahead is None or re.search(f"{NOT_OF_PLAN}|{LOOKS_BACK}", text[start : ahead.start()]):
        return False
    # 2024年启动的工程将继续推进 is no plan for 2024; 2024年,我局将… is.
    return begins or re.search("[,的]", text[start : ahead.start()].removeprefix(",")) is None


def _is_measure(document: Document, index: int, first: Year) -> bool:
    """三是2024年推进…: a measure of the plan that begins with its year, and tells of nothing done."""
    sentence, text = document.sentences[index], document.plain.text
    if not sentence.mark or index < LAST_PART * len(document.sentences):
        return False
    act = re.compile(ACT).match(text, first.end)
    return act is not None and re.search(DONE_ALREADY, text[act.end() : sentence.end]) is None


def _begins_plan(document: Document, index: int, roles: Sequence[SentenceRole]) -> bool:
    """A paragraph of the plan, or one right after the shortcomings, where a plan without heading begins."""
    sentence = document.sentences[index]
    if sentence.start != document.paragraphs[sentence.paragraph].start:
        return False
    if roles[index].role == PLAN:
        return True
    near = {role.role for role in roles[max(0, index - NEAR) : index + 1]}
    return index > LAST_PART * len(roles) and PROBLEM in near


def told_ahead(document: Document, index: int, rule: Rule, year: int) -> Year | None:
    """The year of the plan in 现将2023年情况和2024年安排报告如下 when it is not the next one."""
    sentence, text = document.sentences[index], document.plain.text
    if document.paragraphs[sentence.paragraph].kind != PREAMBLE or text.find("如下", sentence.start, sentence.end) < 0:
        return None
    planned = f"(?:{HEAD}){{0,3}}?(?:{'|'.join(rule.words)})(?!的?(?:{'|'.join(rule.unless)}))"
    others = (named for named in years_in(text, sentence.start, sentence.end) if named.value != year + 1)
    return next((named for named in others if re.compile(planned).match(text, named.end)), None)


def due_before(document: Document, index: int, roles: Sequence[SentenceRole], year: int) -> Year | None:
    """A year that is over when the plan begins, by which a measure of it is to be done."""
    sentence, text = document.sentences[index], document.plain.text
    if roles[index].role != PLAN or index < LAST_PART * len(roles) or text.find("年", sentence.start, sentence.end) < 0:
        return None
    return next((y for y in years_in(text, sentence.start, sentence.end) if y.value <= year and _is_due(text, y)), None)


def _is_due(text: str, named: Year) -> bool:
    if re.search(f"(?:{WILL})[到于在]?$", text[max(0, named.start - 3) : named.start]):
        return re.compile(f"[^,。;]{{0,12}}?{TO_BE_DONE}(?!的)").match(text, named.end) is not None
    if re.search(RISING, text[max(0, named.start - 3) : named.start]):
        return re.compile(RISEN).match(text, named.end) is not None
    if re.search(AIMED, text[max(0, named.start - 3) : named.start]):
        return re.compile(AIM).match(text, named.end) is not None
    due = re.compile(f"{DEADLINE}(?:,[^,。;]{{0,10}}?)?{NOT_A_THING}{TO_BE_DONE}(?![^,。;]{{0,4}}的)")
    return due.match(text, named.end) is not None
