"""An outline whose period is over, cited as the guide of today."""

import re
from collections.abc import Iterator, Sequence

from checklist.model import Name, Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.occurrences import places, sentence_around, squeezed
from evaluator.roles.role import SentenceRole

LONGEST_TITLE = 40
# How far around an outline the words stand that tell what it is cited for.
BEFORE, AFTER = 20, 24
# So many years after the end of its period nobody sums up an outline any more.
MOST_CLOSING = 1


def stale_outline(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """Where the rule's words make the outline a guide and its exceptions do not tell of its end."""
    year = document.metadata.year
    for name in rule.names:
        since = year - name.last_year if year and name.last_year else 0
        if since > 0:
            for start, end in places(document.plain.text, squeezed((name.name,)), *document.body):
                if _guides(document, start, end, rule, since):
                    asks = (name.last_year or 0) >= rule.limits["asked_from"]
                    yield _fault(document, start, end, name, since, "info" if asks else "")


def _fault(document: Document, start: int, end: int, name: Name, since: int, severity: str) -> Fault:
    text = document.plain.text
    opened = text.rfind("《", max(0, start - LONGEST_TITLE), start)
    closed = text.find("》", end, end + 10)
    if opened >= 0 and closed > 0 and "》" not in text[opened:start]:
        start, end = opened, closed + 1
    year = (name.last_year or 0) + since
    message = f"这份纲要的规划期到{name.last_year}年为止，{year}年的报告不应再以它为当前依据"
    return Fault(start, end, message, name.instead, severity)


def _guides(document: Document, start: int, end: int, rule: Rule, since: int) -> bool:
    text = document.plain.text
    first, last = sentence_around(text, start, end)
    before, after = text[max(first, start - 2 * BEFORE) : start], text[end : min(last, end + AFTER)]
    if any(word in before[-BEFORE:] + after for word in rule.unless):
        return False
    clause = re.split("[,;:]", before)[-1] + re.split("[,;]", after)[0]
    return since > MOST_CLOSING or any(word in clause for word in rule.words)
