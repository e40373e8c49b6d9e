"""Fixed terms written wrongly: from a list with the right form and the reason, or off by one character."""

from collections.abc import Iterator, Sequence, Set

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
    known = {*words, *squeezed(rule.unless)}
    for right in rule.words:
        yield from _off_by_one(document, right, known)


def _off_by_one(document: Document, right: str, known: Set[str]) -> Iterator[Fault]:
    """A term with one character exchanged: one of its halves stands, and the other nearly."""
    text, (term,) = document.plain.text, squeezed((right,))
    half = len(term) // 2
    for part, before in ((term[:half], 0), (term[half:], half)):
        for at, _ in places(text, (part,)):
            start = at - before
            written = text[max(0, start) : start + len(term)]
            if _is_slip(written, term) and _in_report(document, start) and not any(word in written for word in known):
                message = f"“{document.quote(start, start + len(term))}”应为“{right}”，有一个字不同"
                yield Fault(start, start + len(term), message, f"核对后改为“{right}”")


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
