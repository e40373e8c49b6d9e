"""Rates that their own numbers contradict, changes that do not add up, parts above the whole."""

from collections.abc import Iterator, Sequence

from checklist.model import Rule
from evaluator.document import Document
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.changes import wrong_changes
from evaluator.proofreading.rate.parts import wrong_parts
from evaluator.proofreading.rate.portions import wrong_portions
from evaluator.proofreading.rate.recomputing import contradicted
from evaluator.proofreading.rate.stating import KINDS, Stated, percent, stated_in
from evaluator.proofreading.rate.totals import wrong_totals
from evaluator.quotation import quoted
from evaluator.roles.role import SentenceRole

# So close behind the same numbers another fault has told of them.
BESIDE = 12


def rate(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """Faults of figures; the rule's words name rates that cannot exceed 100%, its exceptions those that may.

    A total is told once.
    """
    text, body = document.plain.text, document.body
    found = [*_of_rates(document, rule), *wrong_changes(text, *body), *wrong_portions(text, *body)]
    found += wrong_parts(text, *body)
    yield from found
    for total in wrong_totals(text, *body):
        if not any(total.start <= other.start <= total.end + BESIDE for other in found):
            yield total


def _of_rates(document: Document, rule: Rule) -> Iterator[TextFault]:
    text = document.plain.text
    for paragraph in document.paragraphs:
        if paragraph.kind in ("body", "preamble") and text.find("%", paragraph.start, paragraph.end) >= 0:
            for stated in stated_in(text, paragraph.start, paragraph.end):
                yield from _above_all(stated, rule)
                yield from contradicted(text, stated, paragraph.start)


def _above_all(stated: Stated, rule: Rule) -> Iterator[TextFault]:
    if stated.value <= 100 or any(word in stated.words for word in rule.unless):
        return
    said = f"{quoted(stated.name)}写的是{percent(stated.value)}"
    if stated.kind in KINDS or any(word in stated.words for word in rule.words):
        yield TextFault(stated.start, stated.end, f"{said}，不可能超过100%", "核对分子、分母和百分比后改正")
    else:
        asked = f"{said}，请核对这个比率能否超过100%"
        yield TextFault(stated.start, stated.end, asked, "核对分子、分母和百分比", "info")
