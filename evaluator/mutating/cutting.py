"""Passages cut out of a report, as the labels or the program itself name them, and pasted in elsewhere."""

from collections.abc import Collection, Iterator

from checklist.model import Checklist, Item
from checklist.records import record
from evaluator.assessment import Verdict
from evaluator.document import Document
from evaluator.judging.locating import locate
from evaluator.judging.view import View, look_at
from evaluator.measuring.gold import Gold, Labels
from evaluator.mutating.rearranging import edited, indent_of

# What the law asks of every report; 主要举措 is nearly all of a report and cannot be cut out of it.
CUTTABLE = ("study", "first-responsible", "rectification", "shortcomings", "causes", "next-plan")
FINAL = "。！？!?；;"

Span = tuple[int, int]


@record
class Excerpt:
    """Pieces of the text as read, in their order; `labels` are the verdicts of a report without them."""

    name: str
    spans: tuple[Span, ...]
    labels: Labels

    def cut_from(self, text: str) -> str:
        return edited(text, ((start, end, "") for start, end in self.spans))

    def pieces(self, text: str) -> Iterator[str]:
        """The paragraphs as they can stand elsewhere: with their indent, and ended where they were cut."""
        for start, end in self.spans:
            words = text[start:end].strip()
            if words:
                yield indent_of(text, start) + _ended(words)


def labelled_passages(gold: Gold, text: str) -> Iterator[Excerpt]:
    for number, cut in enumerate(gold.cuts, 1):
        span = cut.span(text)
        if span:
            yield Excerpt(f"按标注第 {number} 处删去一段（{cut.element}）", (span,), cut.labels)


def listed_passages(document: Document, checklist: Checklist) -> Iterator[Excerpt]:
    """For each item that can be cut all that the program counts as the item, or as touching it."""
    view = look_at(document, checklist)
    for item in checklist.items:
        if item.id in CUTTABLE and (sentences := _sentences_of(view, item)):
            spans = tuple(_merged(_spans(document, sentences), document.reading.text))
            yield Excerpt(f"删去列出的全部原文（{item.id}）", spans, {item.id: Verdict.MISSING})


def _sentences_of(view: View, item: Item) -> set[int]:
    places = [place for place in (item.found_in, item.touched_by) if place]
    return {hit.sentence for place in places for hit in locate(view, place).hits}


def _spans(document: Document, sentences: Collection[int]) -> Iterator[Span]:
    """The sentences, and the headings below which nothing is left."""
    emptied = _emptied(document, sentences)
    for section in emptied:
        start, end = document.sections[section].start, document.sections[section].heading_end
        yield document.plain.original(start), document.plain.original(end - 1) + 1
    for index in sentences:
        sentence = document.sentences[index]
        yield document.plain.original(sentence.start), document.plain.original(sentence.end - 1) + 1


def _emptied(document: Document, sentences: Collection[int]) -> list[int]:
    held: dict[int, list[int]] = {}
    for index, sentence in enumerate(document.sentences):
        for section in document.path(sentence.section):
            held.setdefault(section, []).append(index)
    return [section for section, inside in held.items() if set(inside) <= set(sentences)]


def _merged(spans: Iterator[Span], text: str) -> Iterator[Span]:
    """Those with nothing but blanks between them as one; lines left empty go along."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return iter(merged)


def _ended(words: str) -> str:
    """A clause that was cut out of a sentence ends like one; a heading on its own line stays as it is."""
    if words[-1] in FINAL or "\n" in words:
        return words
    return words.rstrip("，,、：:") + "。"
