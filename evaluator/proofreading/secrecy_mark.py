"""Secrecy marks and words of internal papers: not a finding that a secret is in it, a place for the secrecy review."""

import re
from collections.abc import Iterator, Sequence

from checklist.folding import squeeze
from checklist.model import Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.roles import SentenceRole

MARK = "(?:绝密|机密|秘密)★(?:长期|[0-9一二三四五六七八九十]{1,2}(?:年|个月))?"
INTERNAL_NUMBER = r"[\u4e00-\u9fff]{0,6}(?:密|内部?)(?:发|字|函|电)?\[20\d\d\]第?\d{1,4}号"
LABEL = "密级:(?:绝密|机密|秘密|内部)"


def secrecy_mark(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """Marks with a star, numbers of internal papers, and the words of the rule."""
    text = document.plain.text
    spans = [(at, end) for at, end in document.words.occurrences(tuple(map(squeeze, rule.words)))]
    if "★" in text:
        spans += [match.span() for match in re.finditer(MARK, text)]
    if "密级:" in text:
        spans += [match.span() for match in re.finditer(LABEL, text)]
    if "密" in text or "内" in text:
        spans += [match.span() for match in re.finditer(INTERNAL_NUMBER, text)] if "]" in text else []
    for start, end in sorted(spans):
        context = text[max(0, start - 4) : end + 4]
        if not any(word in context for word in rule.unless):
            yield Fault(start, end, f"这里有“{document.quote(start, end)}”字样，保密审查时请核对能否公开")
