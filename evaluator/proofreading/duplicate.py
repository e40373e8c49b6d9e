"""Paragraphs that stand twice, whole or nearly, and runs of sentences that do."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checklist.model import Rule
from evaluator.document import Document
from evaluator.headings import numbered
from evaluator.fault import Fault
from evaluator.roles import SentenceRole

SHOWN = 30
SHORTEST_CLAUSE = 6
# A clause that stands in more paragraphs than this is a formula.
MOST_HOLDERS = 4
CLAUSE = re.compile("[^,。;:、!?\n]{%d,}" % SHORTEST_CLAUSE)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or sentence without its number, by plain offsets."""

    start: int
    end: int
    words: str


def duplicate(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """The later of two like paragraphs; outside them sentences with figures that stand twice are asked about."""
    shortest, alike = int(rule.limits["shortest"]), rule.limits["alike"]
    paragraphs = list(_paragraphs(document, shortest))
    copied: list[Passage] = []
    for later, earlier, share in _copies(paragraphs, alike):
        copied.append(later)
        yield _fault(document, later, earlier, share)
    for later, earlier in _sentences(document, shortest, copied):
        line = document.place(earlier.start, earlier.end).line
        message = f"这句话和第{line}行的一句完全相同，请核对是否重复"
        yield Fault(later.start, min(later.end, later.start + SHOWN), message, "删去其中一处，或改写为不同的内容", "info")


def _fault(document: Document, later: Passage, earlier: Passage, share: float) -> Fault:
    line = document.place(earlier.start, earlier.end).line
    how = "完全相同" if share >= 1 else f"有{int(share * 100)}%的文字相同"
    message = f"这一段和第{line}行的段落{how}，像是重复粘贴"
    return Fault(later.start, min(later.end, later.start + SHOWN), message, "删去重复的一段；如是漏改的模板，改写为本段应写的内容")


def _paragraphs(document: Document, shortest: int) -> Iterator[Passage]:
    text = document.plain.text
    for paragraph in document.paragraphs:
        if paragraph.kind in ("body", "preamble") and paragraph.end - paragraph.start >= shortest:
            number = numbered(text[paragraph.start : paragraph.start + 12])
            start = paragraph.start + (len(number[0]) if number else 0)
            if paragraph.end - start >= shortest:
                yield Passage(start, paragraph.end, text[start : paragraph.end])


def _copies(passages: Sequence[Passage], alike: float) -> Iterator[tuple[Passage, Passage, float]]:
    """Each passage that is like an earlier one, with the earlier one and how like; found through clauses they share."""
    whole: dict[str, Passage] = {}
    holders: dict[str, list[int]] = {}
    for index, passage in enumerate(passages):
        same = whole.setdefault(passage.words, passage)
        if same is not passage:
            yield passage, same, 1.0
            continue
        clauses = set(CLAUSE.findall(passage.words))
        found = _most_alike(passages, passage, clauses, holders)
        if found is not None:
            share = likeness(passage.words, passages[found].words)
            if share >= alike:
                yield passage, passages[found], share
        for clause in clauses:
            kept = holders.setdefault(clause, [])
            if len(kept) < MOST_HOLDERS:
                kept.append(index)


def _most_alike(
    passages: Sequence[Passage], passage: Passage, clauses: set[str], holders: dict[str, list[int]]
) -> int | None:
    """The earlier passage that shares most words in whole clauses, if it shares a good part and is about as long."""
    shared: Counter[int] = Counter()
    for clause in clauses:
        for index in holders.get(clause, ()):
            shared[index] += len(clause)
    for index, size in shared.most_common(3):
        length = len(passages[index].words)
        if size >= 0.3 * len(passage.words) and 0.8 <= length / len(passage.words) <= 1.25:
            return index
    return None


def likeness(one: str, other: str) -> float:
    """Which part of their pairs of characters two texts share, 0 to 1."""
    first, second = (Counter(a + b for a, b in pairwise(words)) for words in (one, other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def _sentences(
    document: Document, shortest: int, copied: Sequence[Passage]
) -> Iterator[tuple[Passage, Passage]]:
    """Sentences with figures that stand twice, those of copied paragraphs left out."""
    text = document.plain.text
    seen: dict[str, Passage] = {}
    for sentence in document.sentences:
        start = sentence.start + len(sentence.mark)
        if sentence.end - start < shortest or any(c.start <= start < c.end for c in copied):
            continue
        passage = Passage(start, sentence.end, text[start : sentence.end])
        if any(character.isdigit() for character in passage.words):
            earlier = seen.setdefault(passage.words, passage)
            if earlier is not passage:
                yield passage, earlier
