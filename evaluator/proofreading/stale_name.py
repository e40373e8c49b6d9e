"""Names that were current in other years: plans that are over, laws that were replaced, organs renamed."""

import re
from collections.abc import Iterator, Sequence

from checklist.rule import Name, Rule
from evaluator.document import Document
from evaluator.mentions.occurrences import places, sentence_around, squeezed
from evaluator.proofreading.fault import TextFault
from evaluator.quotation import quoted
from evaluator.roles.role import SentenceRole

# 原区环保局: how far before a name its 原 may stand.
BEFORE = 5


def stale_name(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """Each stale name where it stands first; within the grace after its last year it is a question."""
    text, year = document.plain.text, document.metadata.year
    if year is None:
        return
    named = [(form, name) for name in rule.names for form in _forms(name.name)]
    words = squeezed(tuple(form for form, _ in named))
    stale = {word: name for word, (_, name) in zip(words, named, strict=True) if not _is_current(name, year)}
    for start, end in places(text, words, *document.body):
        name = stale.get(text[start:end])
        if name and not _is_history(text, start, end, squeezed((*rule.unless, *name.unless))):
            del stale[text[start:end]]
            yield _fault(document, (start, end), name, year, rule.limits["grace"])


def _forms(name: str) -> Sequence[str]:
    """The name as the rule has it; of a law its full title too."""
    return (name, f"《中华人民共和国{name[1:]}") if name.startswith("《") and name.endswith("法》") else (name,)


def _is_current(name: Name, year: int) -> bool:
    # A report may plan with the names of the next year.
    return (name.first_year or year) <= year + 1 and year <= (name.last_year or year)


def _fault(document: Document, span: tuple[int, int], name: Name, year: int, grace: float) -> TextFault:
    over = name.last_year is not None and year > name.last_year
    until = f"到{name.last_year}年为止" if over else f"从{name.first_year}年起才有"
    message = f"{quoted(document.quote(*span))}{until}，报告年度是{year}年，请核对是否仍然适用"
    asks = over and year - (name.last_year or year) <= grace
    return TextFault(*span, message, name.instead, "info" if asks else "")


def _is_history(text: str, start: int, end: int, excuses: Sequence[str]) -> bool:
    """Whether the sentence tells of the past, or of the end of what is named."""
    first, last = sentence_around(text, start, end)
    was = re.search("原(?![则因有来]).{0,4}$", text[max(first, start - BEFORE) : start])
    return was is not None or any(word in text[first:last] for word in excuses)
