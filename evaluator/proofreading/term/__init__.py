"""Fixed terms written wrongly: from a list with the right form and the reason, mistyped, or with a wrong member."""

from collections.abc import Iterator, Sequence
from itertools import chain

from checklist.rule import Rule, Term
from evaluator.document import Document
from evaluator.mentions.occurrences import places, squeezed
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.term.lists import misfits
from evaluator.proofreading.term.slips import slips
from evaluator.quotation import quoted
from evaluator.roles.role import SentenceRole

CONTEXT = 12


def term(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """Each wrong term in title and body, told once: as the list has it, else as mistyped, else as no such member."""
    told: list[TextFault] = []
    for fault in chain(_wrong(document, rule), _mistyped(document, rule), _misfits(document, rule)):
        if not any(other.start < fault.end and fault.start < other.end for other in told):
            told.append(fault)
    yield from told


def _wrong(document: Document, rule: Rule) -> Iterator[TextFault]:
    """Terms of the list; where two overlap the longer one."""
    text, reached = document.plain.text, 0
    words = squeezed(tuple(entry.wrong for entry in rule.terms))
    entries = dict(zip(words, rule.terms, strict=True))
    for start, end in sorted(places(text, words), key=lambda span: (span[0], -span[1])):
        entry = entries[text[start:end]]
        if start >= reached and _in_report(document, start) and not _is_right(document, start, end, entry):
            reached = end
            message = f"{quoted(document.quote(start, end))}应为{quoted(entry.right)}：{entry.reason}"
            yield TextFault(start, end, message, f"改为{quoted(entry.right)}")


def _mistyped(document: Document, rule: Rule) -> Iterator[TextFault]:
    """Terms of the rule with a slip, but for those that its list names or that are right as they stand."""
    text = document.plain.text
    known = {*squeezed(tuple(entry.wrong for entry in rule.terms)), *squeezed(rule.unless)}
    for slip in slips(text, rule.words, rule.alike):
        written = text[slip.start : slip.end]
        if _in_report(document, slip.start) and not any(word in written for word in known):
            quote, right = quoted(document.quote(slip.start, slip.end)), quoted(slip.right)
            yield TextFault(slip.start, slip.end, f"{quote}应为{right}，{slip.what}", f"核对后改为{right}")


def _misfits(document: Document, rule: Rule) -> Iterator[TextFault]:
    """Members that do not belong to the list beside whose name they stand."""
    for misfit in misfits(document.plain.text, rule.lists):
        if _in_report(document, misfit.start):
            wrong, right = quoted(document.quote(misfit.start, misfit.end)), quoted(misfit.right)
            reason = f"{quoted(misfit.named.name)}是{'、'.join(misfit.named.members)}"
            yield TextFault(misfit.start, misfit.end, f"{wrong}处应为{right}：{reason}", f"核对后改为{right}")


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
