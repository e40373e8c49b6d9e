"""Another year where the report year belongs: headings and dated facts left over from an older report."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from checklist.rule import Rule
from evaluator.document import Document
from evaluator.mentions.years import Year, years_in
from evaluator.proofreading.body_year.dating import OWN, Dating
from evaluator.proofreading.body_year.headings import wrong_headings
from evaluator.proofreading.fault import TextFault, heading_place
from evaluator.roles.role import SentenceRole


def body_year(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """Wrong headings and plainly dated sentences; below such, single mentions of the same year too."""
    year = document.metadata.year
    if year is None:
        return
    yield from _titled(document, year)
    left_over: set[tuple[int, int]] = set()
    for section, wrong in wrong_headings(document, roles, rule, year):
        left_over.add((document.path(section)[0], wrong.value))
        yield _heading_fault(document, section, wrong, year)
    doubtful: list[tuple[int, Dating]] = []
    for top, dating in _dated(document, roles, rule, year):
        if dating.is_plain():
            left_over.add((top, dating.year.value))
            yield _fact_fault(dating, year)
        else:
            doubtful.append((top, dating))
    for top, dating in doubtful:
        if (top, dating.year.value) in left_over and dating.year.value < year:
            yield _fact_fault(dating, year, "warning")


def _titled(document: Document, year: int) -> Iterator[TextFault]:
    """A title with another year than the one on which the report reports."""
    span = document.metadata.title_span
    wrong = next((y for y in years_in(document.plain.text, *span)), None) if span else None
    if wrong and wrong.value != year:
        yield TextFault(
            wrong.start,
            wrong.end,
            f"标题写的是{wrong.value}年，正文写的是{year}年的情况，像是沿用了别的年度的文字",
            f"核对后把标题里的“{wrong.value}年”改为“{year}年”",
        )


def _heading_fault(document: Document, section: int, wrong: Year, year: int) -> TextFault:
    return TextFault(
        *heading_place(document, document.sections[section]),
        f"标题写的是{wrong.value}年，报告年度是{year}年，像是沿用了别的年度的文字",
        f"核对后把“{wrong.value}年”改为“{year}年”；下面的内容和数据也要核对是不是{year}年的",
    )


def _fact_fault(dating: Dating, year: int, severity: str = "") -> TextFault:
    wrong = dating.year
    return TextFault(
        dating.begin,
        dating.end,
        f"这里写的是{wrong.value}年的情况，报告年度是{year}年，像是沿用了别的年度的文字",
        f"核对是不是{year}年的情况和数据；如确实要写{wrong.value}年，请写明与{year}年对比",
        severity,
    )


def _dated(document: Document, roles: Sequence[SentenceRole], rule: Rule, year: int) -> Iterator[tuple[int, Dating]]:
    """Sentences about ourselves that name another year, with the topmost section in which they stand."""
    starts = [sentence.start for sentence in document.sentences]
    for named in years_in(document.plain.text, *document.body):
        index = bisect_right(starts, named.start) - 1
        if named.value == year or index < 0 or roles[index].role not in OWN:
            continue
        sentence, dating = document.sentences[index], Dating(document, index, named, year, rule)
        if named.end <= sentence.end and not dating.is_rightful():
            yield (document.path(sentence.section) or (0,))[0], dating
