"""A report that was published after the last day on which it was due."""

from collections.abc import Iterator, Sequence
from datetime import date

from checklist.model import Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.roles.role import SentenceRole


def late_publication(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """The publication date as stated; the limits say from which day of the next year on it is late."""
    said = document.metadata
    if said.published is None or said.published_span is None or said.year is None:
        return
    due = date(said.year + 1, int(rule.limits["month"]), int(rule.limits["day"]))
    if said.published >= due:
        start, end = said.published_span
        end += document.plain.text[end] == "日"
        day, last = (f"{d.year}年{d.month}月{d.day}日" for d in (said.published, due))
        yield Fault(start, end, f"公开日期是{day}，{said.year}年的报告应在{last}之前公开")
