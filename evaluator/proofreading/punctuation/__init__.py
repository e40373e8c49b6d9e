"""Marks without a partner, marks that are doubled, sentences that ran together, paragraphs that break off."""

from collections.abc import Iterator, Sequence

from checklist.model import Rule
from evaluator.document import Document
from evaluator.mentions.occurrences import places
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.punctuation.pairing import unpaired
from evaluator.proofreading.punctuation.stops import lost_stops
from evaluator.roles.role import SentenceRole
from evaluator.understanding.headings import numbered

MARKS = ",。、;:"
# !! and ?! are a matter of style, …… is one mark.
DOUBLED = tuple(a + b for a in MARKS for b in MARKS)
WORDS_BEFORE = 8
SHORTEST = 12


def punctuation(document: Document, _rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """The four kinds of fault in the paragraphs of the report."""
    yield from unpaired(document)
    yield from lost_stops(document)
    yield from _doubled(document)
    yield from _broken_off(document)


def _doubled(document: Document) -> Iterator[TextFault]:
    text, reached = document.plain.text, 0
    for start, end in places(text, DOUBLED, *document.body):
        if start >= reached:
            reached = end
            shown = "".join(document.quote(start, end).split())
            line = text.rfind("\n", max(0, start - WORDS_BEFORE), start) + 1
            yield TextFault(max(line, start - WORDS_BEFORE, 0), end, f"标点“{shown}”重复", "只留一个正确的标点")


def _broken_off(document: Document) -> Iterator[TextFault]:
    """A paragraph that ends in a comma, where what comes next cannot go on with it."""
    text = document.plain.text
    body = [paragraph for paragraph in document.paragraphs if paragraph.kind != "signature"]
    for index, paragraph in enumerate(body):
        if text[paragraph.end - 1] not in ",、" or paragraph.end - paragraph.start < SHORTEST:
            continue
        following = body[index + 1] if index + 1 < len(body) else None
        if following is None or numbered(text[following.start : following.start + SHORTEST]):
            message = f"段落以“{document.quote(paragraph.end - 1, paragraph.end)}”结尾，句子没有写完"
            start = paragraph.end - SHORTEST
            yield TextFault(start, paragraph.end, message, "补全这一句，或改为句号")
