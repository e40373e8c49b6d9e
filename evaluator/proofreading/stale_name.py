"""Names that were current in other years: plans that are over, laws that were replaced, organs that were renamed."""

from collections.abc import Iterator, Sequence

from checklist.folding import squeeze
from checklist.model import Name, Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.roles import SentenceRole


def stale_name(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """Each stale name where it first stands; within the limit of grace after its last year it is a question."""
    year = document.metadata.year
    if year is None:
        return
    for name in rule.names:
        if _is_current(name, year):
            continue
        for start, end in document.words.occurrences_between((squeeze(name.name),), *document.body):
            if not _is_history(document, start, end, (*rule.unless, *name.unless)):
                grace = name.last_year is not None and year - name.last_year <= rule.limits.get("grace", 0)
                message = f"“{document.quote(start, end)}”{_period(name)}，报告年度是{year}年，请核对是否仍然适用"
                yield Fault(start, end, message, name.instead, "info" if grace else "")
                break


def _is_current(name: Name, year: int) -> bool:
    return (name.first_year or year) <= year <= (name.last_year or year)


def _period(name: Name) -> str:
    if name.last_year is None:
        return f"从{name.first_year}年起才有"
    return f"到{name.last_year}年为止"


def _is_history(document: Document, start: int, end: int, words: Sequence[str]) -> bool:
    """Whether the sentence tells of the past or of the end of what is named."""
    words_of = document.words
    sentence = words_of.text[words_of.sentence_start(start) : words_of.sentence_end(end)]
    before = sentence[: start - words_of.sentence_start(start)]
    return any(squeeze(word) in sentence for word in words) or before.endswith(("原", "原来的"))
