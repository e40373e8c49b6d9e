"""Secrecy marks and words of internal papers: no finding of a secret, a place for the secrecy review."""

import re
from collections.abc import Iterator, Sequence

from checklist.folding import squeeze
from checklist.numerals import COUNTING
from checklist.rule import Rule
from evaluator.document import Document, Note
from evaluator.mentions.date_forms import DOCUMENT_NUMBER
from evaluator.mentions.occurrences import places, squeezed, stands_any
from evaluator.proofreading.fault import TextFault
from evaluator.quotation import quoted
from evaluator.roles.role import SentenceRole
from evaluator.understanding.normalising import UNSEEN

MARK = f"(?:绝密|机密|秘密)★(?:长期|[0-9{COUNTING}]{{1,2}}(?:年|个月))?"
LABEL = "密级:(?:绝密|机密|秘密|内部)"
INTERNAL_NUMBER = rf"[^\W\d_]{{0,6}}(?:密|内部?)(?:发|字|函|电)?{DOCUMENT_NUMBER}"
# Alone on a line, as the mark of a draft stands above its title; in a sentence these are words like any other.
SECRET = ("绝密", "机密", "秘密", "内部")
BARE = rf"(?m)^[\[(]?(?:{'|'.join(SECRET)})(?:件|特急|加急|平急)?[\])]?$"
# A pattern is tried only where the character stands that it cannot do without.
PATTERNS = (
    (("★",), MARK),
    (("密级:",), LABEL),
    (
        tuple(kind + sign for kind in ("密", "内", "内部") for sign in ("[20", "(20", "发", "字", "函", "电")),
        INTERNAL_NUMBER,
    ),
)


def secrecy_mark(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """Marks with a star, numbers of internal papers, and the words of the rule, on the whole page; bare marks above."""
    text = document.plain.text
    spans = set(places(text, squeezed(rule.words)))
    head = text[: _head(document)]
    if any(word in head for word in SECRET):
        spans.update(match.span() for match in re.finditer(BARE, head))
    for signs, pattern in PATTERNS:
        if stands_any(text, signs):
            spans.update(match.span() for match in re.finditer(pattern, text))
    for start, end in sorted(spans):
        if not any(word in text[max(0, start - 4) : end + 4] for word in rule.unless):
            yield TextFault(start, end, f"这里有{quoted(document.quote(start, end))}字样，保密审查时请核对能否公开")


def marks_beside(document: Document) -> Iterator[Note]:
    """A note for each secrecy mark in a page header or footer or in hidden text, which are no part of the report."""
    text = document.reading.text
    beside = [squeeze(text[block.start : block.end]) for block in document.reading.blocks if block.kind in UNSEEN]
    found = (re.search(f"{BARE}|{MARK}|{LABEL}", words) for words in beside)
    for mark in dict.fromkeys(match.group() for match in found if match):
        yield Note("secrecy-mark", f"页眉、页脚或隐藏文字里有{quoted(mark)}字样，保密审查时请核对能否公开")


def _head(document: Document) -> int:
    """Where what stands above the first heading ends; without a heading the whole text does."""
    return next((section.start for section in document.sections if section.title), len(document.plain.text))
