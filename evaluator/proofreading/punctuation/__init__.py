"""Marks that have no partner, marks that are doubled, sentences that ran together, paragraphs that break off."""

from collections.abc import Iterator, Sequence

from checklist.model import Rule
from evaluator.document import Document
from evaluator.headings import numbered
from evaluator.fault import Fault
from evaluator.proofreading.punctuation.stops import lost_stops
from evaluator.proofreading.punctuation.pairing import unpaired
from evaluator.roles import SentenceRole

MARKS = ",。、;:"
# Two of these next to each other; !! and ?! are a matter of style, …… is one mark.
DOUBLED = tuple(a + b for a in MARKS for b in MARKS)
WORDS_BESIDE = 8


def punctuation(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """The four kinds of fault in the paragraphs of the report."""
    yield from unpaired(document)
    yield from lost_stops(document)
    yield from _doubled(document)
    yield from _broken_off(document)


def _doubled(document: Document) -> Iterator[Fault]:
    reached = 0
    for start, end in document.words.occurrences_between(DOUBLED, *document.body):
        if start >= reached and "\n" not in document.plain.text[start:end]:
            reached = end
            shown = "".join(document.quote(start, end).split())
            first = max(document.plain.text.rfind("\n", 0, start) + 1, start - WORDS_BESIDE)
            yield Fault(first, end, f"标点“{shown}”重复", "只留一个正确的标点")


def _broken_off(document: Document) -> Iterator[Fault]:
    """A paragraph that ends in a comma, with nothing after it that could go on."""
    text = document.plain.text
    body = [paragraph for paragraph in document.paragraphs if paragraph.kind in ("body", "preamble", "heading")]
    for index, paragraph in enumerate(body):
        if paragraph.kind == "heading" or text[paragraph.end - 1] not in ",、" or paragraph.end - paragraph.start < 12:
            continue
        following = body[index + 1] if index + 1 < len(body) else None
        if following is None or numbered(text[following.start : following.start + 12]):
            start = max(paragraph.start, paragraph.end - WORDS_BESIDE - 4)
            message = f"段落以“{document.quote(paragraph.end - 1, paragraph.end)}”结尾，句子没有写完"
            yield Fault(start, paragraph.end, message, "补全这一句，或改为句号")
