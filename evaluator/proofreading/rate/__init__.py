"""Rates that their own numbers contradict, changes that do not add up, parts above the whole."""

from collections.abc import Iterator, Sequence

from checklist.model import Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.proofreading.rate.changes import wrong_changes
from evaluator.proofreading.rate.parts import wrong_parts
from evaluator.proofreading.rate.portions import wrong_portions
from evaluator.proofreading.rate.recomputing import contradicted
from evaluator.proofreading.rate.stating import Stated, percent, stated_in
from evaluator.proofreading.rate.totals import wrong_totals
from evaluator.roles.role import SentenceRole


def rate(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """Faults of figures, paragraph by paragraph; the rule's exceptions are rates that may exceed 100%."""
    text = document.plain.text
    for paragraph in document.paragraphs:
        if paragraph.kind not in ("body", "preamble"):
            continue
        if text.find("%", paragraph.start, paragraph.end) >= 0:
            for stated in stated_in(text, paragraph.start, paragraph.end):
                yield from _above_all(stated, rule)
                yield from contradicted(text, stated, paragraph.start)
    yield from wrong_changes(text, *document.body)
    yield from wrong_portions(text, *document.body)
    yield from wrong_parts(text, *document.body)
    yield from wrong_totals(text, *document.body)


def _above_all(stated: Stated, rule: Rule) -> Iterator[Fault]:
    if stated.value > 100 and not any(word in stated.words for word in rule.unless):
        message = f"“{stated.name}”写的是{percent(stated.value)}，不可能超过100%"
        yield Fault(stated.start, stated.end, message, "核对分子、分母和百分比后改正")
