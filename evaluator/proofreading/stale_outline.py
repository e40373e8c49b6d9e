"""An outline whose period is over, cited as the guide of today."""

import re
from collections.abc import Iterator, Sequence

from checklist.folding import squeeze
from checklist.model import Name, Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.roles import SentenceRole

LONGEST_TITLE = 40
# So many years after the end of its period nobody closes an outline any more.
MOST_CLOSING = 1


def stale_outline(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """Where the rule's words make the outline a guide and its exceptions do not tell of its end."""
    year = document.metadata.year
    if year is None:
        return
    for name in rule.names:
        if name.last_year is not None and year > name.last_year:
            for start, end in document.words.occurrences_between((squeeze(name.name),), *document.body):
                if _guides(document, start, end, rule, year - name.last_year):
                    yield _fault(document, start, end, name, year)


def _fault(document: Document, start: int, end: int, name: Name, year: int) -> Fault:
    text = document.plain.text
    opened = text.rfind("《", max(0, start - LONGEST_TITLE), start)
    closed = text.find("》", end, end + 10)
    whole = opened >= 0 and closed > 0 and "》" not in text[opened:start]
    span = (opened, closed + 1) if whole else (start, end)
    # A new outline may not be out yet when the old period has just ended.
    severity = "info" if name.first_year and year <= (name.last_year or year) + MOST_CLOSING else ""
    message = f"这份纲要的规划期到{name.last_year}年为止，{year}年的报告不应再以它为当前依据"
    return Fault(*span, message, name.instead, severity)


def _guides(document: Document, start: int, end: int, rule: Rule, since: int) -> bool:
    text = document.plain.text
    first, last = document.words.sentence_start(start), document.words.sentence_end(end)
    clause = re.split("[,;:]", text[max(first, start - 40) : start])[-1] + re.split("[,;]", text[end : min(last, end + 30)])[0]
    around = text[max(first, start - 20) : min(last, end + 24)]
    if any(word in around for word in rule.unless):
        return False
    return since > MOST_CLOSING or any(word in clause for word in rule.words)
