"""Paragraphs that stand twice, whole or nearly; sentences that do are asked about."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from checklist.model import Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.headings import numbered
from evaluator.roles import SentenceRole

SHOWN = 30
LONGEST_NUMBER = 12
CLAUSE = "[^,。;:、!?\n]{7,}"
# A clause that stands in more paragraphs than this is a formula.
MOST_HOLDERS = 4
MOST_COMPARED = 3
# Alike paragraphs share so much in whole clauses, and are about as long.
SHARED, SHORTER, LONGER = 0.2, 0.8, 1.25


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph or sentence without its number, by plain offsets."""

    start: int
    end: int
    words: str


def duplicate(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """The later of two paragraphs that are as alike as the limit says, and as long."""
    shortest = int(rule.limits["shortest"])
    copied: list[Passage] = []
    for later, earlier, share in _copies(list(_paragraphs(document, shortest)), rule.limits["alike"]):
        copied.append(later)
        how = "完全相同" if share >= 1 else f"有{int(share * 100)}%的文字相同"
        message = f"这一段和第{_line(document, earlier)}行的段落{how}，像是重复粘贴"
        yield _fault(later, message, "删去重复的一段；如是套用后漏改，改写为本段应写的内容")
    for later, earlier in _sentences(document, shortest, copied):
        message = f"这句话和第{_line(document, earlier)}行的一句完全相同，请核对是否重复"
        yield _fault(later, message, "删去其中一处，或改写为不同的内容", "info")


def _fault(later: Passage, message: str, suggestion: str, severity: str = "") -> Fault:
    return Fault(later.start, min(later.end, later.start + SHOWN), message, suggestion, severity)


def _line(document: Document, passage: Passage) -> int:
    return document.place(passage.start, passage.end).line


def _paragraphs(document: Document, shortest: int) -> Iterator[Passage]:
    text = document.plain.text
    for paragraph in document.paragraphs:
        if paragraph.kind in ("body", "preamble") and paragraph.end - paragraph.start >= shortest:
            number = numbered(text[paragraph.start : paragraph.start + LONGEST_NUMBER])
            start = paragraph.start + (len(number[0]) if number else 0)
            yield Passage(start, paragraph.end, text[start : paragraph.end])


def _copies(passages: Sequence[Passage], alike: float) -> Iterator[tuple[Passage, Passage, float]]:
    """Each passage that is like an earlier one, with that one and how like; found by the clauses they share."""
    whole: dict[str, Passage] = {}
    holders: dict[str, list[int]] = {}
    for index, passage in enumerate(passages):
        earlier = whole.setdefault(passage.words, passage)
        if earlier is not passage:
            yield passage, earlier, 1.0
            continue
        clauses = set(re.findall(CLAUSE, passage.words))
        for candidate in _alike(passages, passage, clauses, holders):
            share = likeness(passage.words, candidate.words)
            if share >= alike:
                yield passage, candidate, share
                break
        for clause in clauses:
            kept = holders.setdefault(clause, [])
            if len(kept) < MOST_HOLDERS:
                kept.append(index)


def _alike(
    passages: Sequence[Passage], passage: Passage, clauses: set[str], holders: dict[str, list[int]]
) -> Iterator[Passage]:
    """The earlier passages that share most in whole clauses."""
    shared: Counter[int] = Counter()
    for clause in clauses:
        for index in holders.get(clause, ()):
            shared[index] += len(clause)
    length = len(passage.words)
    for index, size in shared.most_common(MOST_COMPARED):
        if size >= SHARED * length and SHORTER <= len(passages[index].words) / length <= LONGER:
            yield passages[index]


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
        if sentence.end - start >= shortest:
            passage = Passage(start, sentence.end, text[start : sentence.end])
            earlier = seen.setdefault(passage.words, passage)
            own = earlier is passage or any(c.start <= start < c.end for c in copied)
            if not own and any(map(str.isdigit, passage.words)):
                yield passage, earlier
