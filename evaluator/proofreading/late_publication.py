"""A report that was published after the last day on which it was due, or was signed only then."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from checklist.rule import Rule
from evaluator.document import Document
from evaluator.mentions.dates import Day, days_in, in_words
from evaluator.mentions.occurrences import places, sentence_around, squeezed
from evaluator.proofreading.fault import TextFault
from evaluator.roles.role import SentenceRole

MADE_PUBLIC = "[^。;\n]{0,24}?(?:公开|公布|发布|刊登|刊载|上网|挂网)"
# Who signs writes no more than that beside the date.
LONGEST_SIGNATURE = 40
STOPS = "。;?!"


def late_publication(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """The publication date as stated, else the date of the report; the limits say from which day on it is late.

    The rule's words are what the report calls itself, its exceptions stand beside days on which it was not signed.
    """
    year = document.metadata.year
    if year is None:
        return
    due = date(year + 1, int(rule.limits["month"]), int(rule.limits["day"]))
    told = _published(document) or next(_announced(document, rule, year), None)
    day = told or _signed(document, rule)
    if day and day.value >= due:
        said = in_words(day.value)
        last = f"{year}年的报告应在{in_words(due)}之前公开"
        message = f"公开日期是{said}，{last}" if told else f"落款日期是{said}，公开不会早于这一天；{last}"
        yield TextFault(day.start, day.end, message)


def _published(document: Document) -> Day | None:
    said = document.metadata
    if said.published is None or said.published_span is None:
        return None
    start, end = said.published_span
    return Day(said.published, start, end + (document.plain.text[end : end + 1] == "日"))


def _announced(document: Document, rule: Rule, year: int) -> Iterator[Day]:
    """本报告于2025年4月20日在政府网站公开, wherever it stands."""
    text = document.plain.text
    for start, end in places(text, squeezed(rule.words)):
        sentence = sentence_around(text, start, end)
        for day in days_in(text, *sentence):
            if day.value.year > year and re.compile(MADE_PUBLIC).match(text, day.end):
                yield day


def _signed(document: Document, rule: Rule) -> Day | None:
    """The date below the report, else the one above it."""
    below = [p for p in document.paragraphs if p.kind == "signature"] or document.paragraphs[-1:]
    start = below[0].start if below else len(document.plain.text)
    title = document.metadata.title_span
    above = (title[1], document.body[0]) if title else (0, 0)
    for first, last in ((start, len(document.plain.text)), above):
        for day in days_in(document.plain.text, first, last):
            if _is_signature(document.plain.text, day, rule):
                return day
    return None


def _is_signature(text: str, day: Day, rule: Rule) -> bool:
    """A short line without a sentence, with the date and perhaps who signs."""
    line = text[text.rfind("\n", 0, day.start) + 1 :].partition("\n")[0]
    return len(line) <= LONGEST_SIGNATURE and not any(mark in line for mark in (*STOPS, *rule.unless))
