"""Another year where the report year belongs: headings and dated facts left over from an older report."""

from collections.abc import Iterator, Sequence

from checklist.model import Rule
from evaluator.document import Document
from evaluator.proofreading.body_year import dating
from evaluator.fault import Fault
from evaluator.years import Year, years_in
from evaluator.roles import PREAMBLE, SentenceRole

LONGEST_PLACE = 60
WORDS_AFTER = 12
# Facts of these are dated by the report year; plans and rectifications name other years rightly.
OWN = ("done", "problem", "cause", PREAMBLE)


def body_year(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """Wrong headings and plainly dated sentences; where such stand, single mentions of the same year below them too."""
    year = document.metadata.year
    if year is None:
        return
    headings = list(_headings(document, roles, rule, year))
    for section, wrong in headings:
        yield _heading_fault(document, section, wrong, year)
    left_over = {(document.path(section)[0], wrong.value) for section, wrong in headings}
    doubtful: list[tuple[int, Year]] = []
    for index, wrong, plain in _dated(document, roles, rule, year):
        top = (document.path(document.sentences[index].section) or (0,))[0]
        if plain:
            left_over.add((top, wrong.value))
            yield _fact_fault(document, index, wrong, year)
        elif wrong.value < year:
            doubtful.append((index, wrong))
    for index, wrong in doubtful:
        top = (document.path(document.sentences[index].section) or (0,))[0]
        if (top, wrong.value) in left_over:
            yield _fact_fault(document, index, wrong, year, "warning")


def _heading_fault(document: Document, section: int, wrong: Year, year: int) -> Fault:
    heading = document.sections[section]
    end = heading.heading_end
    end -= document.plain.text[end - 1] in "。:"
    return Fault(
        heading.start,
        min(end, heading.start + LONGEST_PLACE),
        f"标题写的是{wrong.value}年，报告年度是{year}年，像是沿用了别的年度的文字",
        f"核对后把“{wrong.value}年”改为“{year}年”；下面的内容和数据也要核对是不是{year}年的",
    )


def _fact_fault(document: Document, index: int, wrong: Year, year: int, severity: str = "") -> Fault:
    start = dating.whole_date(document.plain.text, wrong)
    return Fault(
        start,
        min(wrong.end + WORDS_AFTER, document.sentences[index].end),
        f"这里写的是{wrong.value}年的情况，报告年度是{year}年，像是沿用了别的年度的文字",
        f"核对是不是{year}年的情况和数据；如确实要写{wrong.value}年，请写明与{year}年对比",
        severity,
    )


def _headings(
    document: Document, roles: Sequence[SentenceRole], rule: Rule, year: int
) -> Iterator[tuple[int, Year]]:
    """Headings of the report's own parts that name another year alone."""
    elsewhere = _sections_of_others(document, roles)
    for index in range(1, len(document.sections)):
        section = document.sections[index]
        years = list(years_in(document.plain.text, section.start, section.heading_end))
        if not years or any(named.value == year for named in years) or index in elsewhere:
            continue
        titles = "".join(document.sections[above].title for above in document.path(index))
        if not any(word in titles for word in rule.unless):
            wrong = next((y for y in years if dating.names_a_part(document.plain.text, y, section.heading_end, year)), None)
            if wrong:
                yield index, wrong


def _sections_of_others(document: Document, roles: Sequence[SentenceRole]) -> set[int]:
    """Sections whose sentences all plan or rectify."""
    held: dict[int, set[str]] = {}
    for sentence, role in zip(document.sentences, roles, strict=True):
        held.setdefault(sentence.section, set()).add(role.role)
    return {section for section, found in held.items() if not found & set(OWN)}


def _dated(
    document: Document, roles: Sequence[SentenceRole], rule: Rule, year: int
) -> Iterator[tuple[int, Year, bool]]:
    """Sentences that date facts with another year, and whether they do so plainly."""
    starts = [sentence.start for sentence in document.sentences]
    for index, mention in dating.mentions(document, starts):
        if mention.value == year or roles[index].role not in OWN:
            continue
        if dating.is_rightful(document, index, mention, year, rule.unless):
            continue
        yield index, mention, dating.is_plain(document, index, mention, year, rule.words)
