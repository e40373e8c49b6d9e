"""A report that was published after the last day on which it was due."""

from collections.abc import Iterator, Sequence
from datetime import date

from checklist.model import Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.roles import SentenceRole


def late_publication(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """The line that states the publication date; the limits say from which month and day on it is late."""
    said = document.metadata
    if said.published is None or said.published_span is None or said.year is None:
        return
    due = date(said.year + 1, int(rule.limits["month"]), int(rule.limits["day"]))
    if said.published >= due:
        day = f"{said.published.year}年{said.published.month}月{said.published.day}日"
        message = f"公开日期是{day}，{said.year}年的报告应在{due.year}年{due.month}月{due.day}日之前公开"
        yield Fault(*said.published_span, message)
