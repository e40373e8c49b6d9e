"""Fixed terms written wrongly: from a list with the right form and the reason, or off by one character."""

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from checklist.model import Rule, Term
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.occurrences import places, squeezed
from evaluator.roles.role import SentenceRole

CONTEXT = 12


def term(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """Each wrong term in title and body; where two overlap the longer one."""
    text, reached = document.plain.text, 0
    words = squeezed(tuple(entry.wrong for entry in rule.terms))
    entries = dict(zip(words, rule.terms, strict=True))
    for start, end in sorted(places(text, words), key=lambda span: (span[0], -span[1])):
        entry = entries[text[start:end]]
        if start >= reached and _in_report(document, start) and not _is_right(document, start, end, entry):
            reached = end
            message = f"“{document.quote(start, end)}”应为“{entry.right}”：{entry.reason}"
            yield Fault(start, end, message, f"改为“{entry.right}”")
    yield from _off_by_one(document, rule.words, frozenset((*words, *squeezed(rule.unless))))


def _off_by_one(document: Document, terms: tuple[str, ...], known: Set[str]) -> Iterator[Fault]:
    """Terms with one character exchanged: one of the halves stands, and the other nearly."""
    text, halves = document.plain.text, _halves(terms)
    for at, end in places(text, tuple(halves)):
        for before, term, right in halves[text[at:end]]:
            start = at - before
            written = text[max(0, start) : start + len(term)]
            if _is_slip(written, term) and _in_report(document, start) and not any(word in written for word in known):
                message = f"“{document.quote(start, start + len(term))}”应为“{right}”，有一个字不同"
                yield Fault(start, start + len(term), message, f"核对后改为“{right}”")


@lru_cache(maxsize=8)
def _halves(terms: tuple[str, ...]) -> dict[str, list[tuple[int, str, str]]]:
    """Each half of a term with how much of the term stands before it, the term, and how it is written."""
    halves: dict[str, list[tuple[int, str, str]]] = {}
    for right, term in zip(terms, squeezed(terms), strict=True):
        half = len(term) // 2
        halves.setdefault(term[:half], []).append((0, term, right))
        halves.setdefault(term[half:], []).append((half, term, right))
    return halves


def _is_slip(written: str, term: str) -> bool:
    """Whether exactly one character is another one, and a Chinese one."""
    if written == term or len(written) != len(term):
        return False
    other = [a for a, b in zip(written, term, strict=True) if a != b]
    return len(other) == 1 and "\u4e00" <= other[0] <= "\u9fff"


def _in_report(document: Document, at: int) -> bool:
    title = document.metadata.title_span
    if title is None:
        # A title in which the term itself is wrong may not have been known as one.
        return at < document.body[1]
    return document.body[0] <= at < document.body[1] or title[0] <= at < title[1]


def _is_right(document: Document, start: int, end: int, entry: Term) -> bool:
    """Whether one of the contexts in which the word is right stands around it."""
    around = document.plain.text[max(0, start - CONTEXT) : end + CONTEXT]
    return any(context in around for context in squeezed(entry.unless))
