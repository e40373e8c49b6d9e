"""Rates that their own numbers contradict, changes that do not add up, parts above the whole."""

from collections.abc import Iterable, Iterator, Sequence

from checklist.rule import Rule
from evaluator.document import Document
from evaluator.mentions.occurrences import Span
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.averages import wrong_averages, wrong_products
from evaluator.proofreading.rate.changes import wrong_changes
from evaluator.proofreading.rate.parts import wrong_parts
from evaluator.proofreading.rate.portions import wrong_portions
from evaluator.proofreading.rate.recomputing import contradicted
from evaluator.proofreading.rate.remainders import wrong_remainders
from evaluator.proofreading.rate.series import wrong_series
from evaluator.proofreading.rate.spelling import spelled
from evaluator.proofreading.rate.stating import KINDS, Stated, percent, stated_in
from evaluator.proofreading.rate.totals import wrong_totals
from evaluator.proofreading.rate.wholes import above_wholes
from evaluator.quotation import quoted
from evaluator.roles.role import SentenceRole

# So close behind the same numbers another fault has told of them.
BESIDE = 12


def rate(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """Faults of figures; the rule's words name rates that cannot exceed 100%, its exceptions those that may.

    A total is told once.
    """
    in_digits = spelled(document.plain.text)
    body = in_digits.place(document.body[0]), in_digits.place(document.body[1])
    paragraphs = (p for p in document.paragraphs if p.kind in ("body", "preamble"))
    spans = ((in_digits.place(paragraph.start), in_digits.place(paragraph.end)) for paragraph in paragraphs)
    yield from map(in_digits.as_given, _in_digits(in_digits.text, body, spans, rule))


def _in_digits(text: str, body: Span, paragraphs: Iterable[Span], rule: Rule) -> Sequence[TextFault]:
    found = [fault for paragraph in paragraphs for fault in _of_rates(text, *paragraph, rule)]
    for wrong in (wrong_changes, wrong_portions, wrong_averages, wrong_products, wrong_parts, wrong_series):
        found += wrong(text, *body)
    for wrong in (wrong_totals, above_wholes, wrong_remainders):
        for total in wrong(text, *body):
            if not any(total.start <= other.start <= total.end + BESIDE for other in found):
                found.append(total)
    return found


def _of_rates(text: str, start: int, end: int, rule: Rule) -> Iterator[TextFault]:
    for stated in stated_in(text, start, end):
        yield from _above_all(stated, rule)
        yield from contradicted(text, stated, start)


def _above_all(stated: Stated, rule: Rule) -> Iterator[TextFault]:
    if stated.value <= 100 or any(word in stated.words for word in rule.unless):
        return
    said = f"{quoted(stated.name)}写的是{percent(stated.value)}"
    if stated.kind in KINDS or any(word in stated.words for word in rule.words):
        yield TextFault(stated.start, stated.end, f"{said}，不可能超过100%", "核对分子、分母和百分比后改正")
    else:
        asked = f"{said}，请核对这个比率能否超过100%"
        yield TextFault(stated.start, stated.end, asked, "核对分子、分母和百分比", "info")
