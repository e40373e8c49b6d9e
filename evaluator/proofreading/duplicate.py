"""Paragraphs that stand twice, whole or nearly; sentences that do are asked about."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from operator import add, itemgetter

from checklist.model import Rule
from checklist.records import record
from evaluator.document import Document, Sentence
from evaluator.fault import Fault
from evaluator.roles.role import SentenceRole

SHOWN = 30
CLAUSE = "[^,。;:、!?\n]{10,}"
# Alike paragraphs share so much in whole clauses, and are about as long.
SHARED, SHORTER, LONGER = 0.2, 0.8, 1.25


@record
class Passage:
    """A paragraph or sentence, by plain offsets."""

    start: int
    end: int
    words: str


def duplicate(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """The later of two paragraphs that are as alike as the limit says, and as long."""
    shortest = int(rule.limits["shortest"])
    copied: set[int] = set()
    for later, earlier, share in _copies(list(_paragraphs(document, shortest)), rule.limits["alike"]):
        copied.add(later.start)
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
        start, end = paragraph.start, paragraph.end
        if end - start >= shortest and paragraph.kind in ("body", "preamble"):
            yield Passage(start, end, text[start:end])


def _copies(passages: Sequence[Passage], alike: float) -> Iterator[tuple[Passage, Passage, float]]:
    """Each passage that is like an earlier one, that one, and how like; found by clauses they share."""
    whole: dict[str, Passage] = {}
    holders: dict[str, Passage] = {}
    starting = {passage.start: passage for passage in passages}
    for passage in passages:
        earlier = whole.setdefault(passage.words, passage)
        if earlier is not passage:
            yield passage, earlier, 1.0
            continue
        shared: Counter[int] = Counter()
        for clause in re.findall(CLAUSE, passage.words):
            holder = holders.setdefault(clause, passage)
            if holder is not passage:
                shared[holder.start] += len(clause)
        found = _most_alike(passage, shared, starting) if shared else None
        if found and (share := likeness(passage.words, found.words)) >= alike:
            yield passage, found, share


def _most_alike(passage: Passage, shared: Counter[int], starting: Mapping[int, Passage]) -> Passage | None:
    """The earlier passage that shares most in whole clauses, if it is much and they are about as long."""
    start, size = max(shared.items(), key=itemgetter(1))
    found, length = starting[start], len(passage.words)
    fits = size >= SHARED * length and SHORTER <= len(found.words) / length <= LONGER
    return found if fits else None


def likeness(one: str, other: str) -> float:
    """Which part of their pairs of characters two texts share, 0 to 1."""
    first, second = (Counter(map(add, words, words[1:])) for words in (one, other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def _sentences(document: Document, shortest: int, copied: Set[int]) -> Iterator[tuple[Passage, Passage]]:
    """Sentences with figures that stand twice, those of copied paragraphs left out."""
    text = document.plain.text
    seen: dict[str, Sentence] = {}
    for sentence in document.sentences:
        start, end = sentence.start + len(sentence.mark), sentence.end
        if end - start < shortest:
            continue
        words = text[start:end]
        earlier = seen.setdefault(words, sentence)
        own = earlier is sentence or document.paragraphs[sentence.paragraph].start in copied
        if not own and any(map(str.isdigit, words)):
            yield Passage(start, end, words), Passage(earlier.start, earlier.end, words)
