"""Headings that name another year than the report's where they say of which year their part is."""

import re
from collections.abc import Iterator, Sequence

from checklist.rule import Rule
from evaluator.document import Document
from evaluator.mentions.date_forms import LAST_YEAR
from evaluator.mentions.years import Year, years_in
from evaluator.proofreading.body_year.dating import OWN
from evaluator.roles.role import SentenceRole

PART = (
    "短处|弱项|欠缺|困难|薄弱|概况|执法|监督|决策|调解|法治|做了|干了|办了|举措|成效|情况|工作|不足|问题|短板|差距|原因|职责|总结|亮点|回顾|成绩|做法|开展|"
    "落实|履行"
)
# A heading with the year after the report year is wrong only where it tells what is over.
PAST_PART = "成效|成绩|(?:开展|完成|履行|工作)情况|不足|差距|总结|亮点|回顾|第一责任人"
PLANNED = ("安排", "计划", "打算", "思路", "设想", "谋划", "展望", "部署", "方向", "任务")


def wrong_headings(
    document: Document, roles: Sequence[SentenceRole], rule: Rule, year: int
) -> Iterator[tuple[int, Year]]:
    """Headings of the report's own parts that name another year alone."""
    text, elsewhere = document.plain.text, _sections_of_others(document, roles)
    for index, section in enumerate(document.sections[1:], 1):
        if text.find("年", section.start, section.heading_end) < 0:
            continue
        years = list(years_in(text, section.start, section.heading_end))
        if not years or any(named.value == year for named in years) or index in elsewhere:
            continue
        titles = "".join(document.sections[above].title for above in document.path(index))
        # A heading with a word for the last year speaks of that.
        if not any(word in titles for word in (*rule.unless, *LAST_YEAR)):
            wrong = next((y for y in years if _names_a_part(text, y, section.heading_end, year)), None)
            if wrong:
                yield index, wrong


def _sections_of_others(document: Document, roles: Sequence[SentenceRole]) -> set[int]:
    """Sections whose sentences all plan or rectify."""
    held: dict[int, set[str]] = {}
    for sentence, role in zip(document.sentences, roles, strict=True):
        held.setdefault(sentence.section, set()).add(role.role)
    return {section for section, found in held.items() if not found & OWN}


def _names_a_part(text: str, named: Year, end: int, year: int) -> bool:
    """Whether a year in a heading says of which year the part is."""
    if text[named.start - 1] in "自从到至较比" or text.startswith("以来", named.end):
        return False
    words = text[named.end : end]
    if any(word in words for word in PLANNED) and "情况" not in words:
        return False
    return re.search(PART if named.value < year else PAST_PART, words) is not None
