"""Paragraphs that stand twice, whole or nearly; sentences that do are asked about."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from operator import add

from checklist.records import record
from checklist.rule import Rule
from evaluator.document import Document, Sentence
from evaluator.proofreading.fault import TextFault
from evaluator.roles.role import SentenceRole

SHOWN = 30
TWICE = "从这里起又是一份本单位同一年度的报告，像是整份粘贴了两遍，或两个版本放在了一起；现在是合在一起判定的"
CLAUSE = "[^,。;:、!?\n]{8,}"
STOPS = "。;,!?"
# From its first digit on, and no longer than numbers are: a row of digits must not be tried from each of them.
FIGURE = r"(?<!\d)\d[\d.,]{0,24}[%万亿]?[^\W\d_]"
# Alike paragraphs share so much in whole clauses or so many figures, and are about as long.
SHARED, SHARED_FIGURES, SHORTER, LONGER = 0.2, 2, 0.8, 1.25
# One that has all of so many figures of the other may have a sentence more.
MANY_FIGURES, MUCH_LONGER = 4, 1.5


@record
class Passage:
    """A paragraph or sentence, by plain offsets; `words` are compared, those of a run-in heading are none of them."""

    start: int
    end: int
    words: str


def duplicate(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """The later of two paragraphs that are as alike as the limit says, and as long; of a second report its title."""
    shortest = int(rule.limits["shortest"])
    copied: set[int] = set()
    if document.anew:
        yield TextFault(*document.anew, TWICE, "只留一份：整份重复粘贴的，删去一份；是两个版本的，留下定稿再核查")
    for later, earlier, share in _copies(list(_paragraphs(document, shortest)), rule.limits):
        copied.add(later.start)
        if _is_told(document, earlier, later):
            continue
        message = f"这一段和第{_line(document, earlier)}行的段落{_how(document, later, earlier, share)}，像是重复粘贴"
        yield _fault(later, message, "删去重复的一段；如是套用后漏改，改写为本段应写的内容")
    for later, earlier, count in _in_a_row(_sentences(document, rule.limits, copied)):
        if _is_told(document, earlier, later):
            continue
        these, those = ("这句话", "一句") if count == 1 else (f"这{count}句话", f"{count}句")
        message = f"{these}和第{_line(document, earlier)}行的{those}完全相同，请核对是否重复"
        sure = len(later.words) >= rule.limits["sentence"] or _is_beside(document, later, earlier)
        severity = "warning" if sure else "info"
        yield _fault(later, message, "删去其中一处，或改写为不同的内容", severity)


def _is_told(document: Document, earlier: Passage, later: Passage) -> bool:
    """Whether that they are alike is nothing new: the whole report stands twice."""
    return document.anew is not None and earlier.start < document.anew[0] < later.start


def _fault(later: Passage, message: str, suggestion: str, severity: str = "") -> TextFault:
    return TextFault(later.start, min(later.end, later.start + SHOWN), message, suggestion, severity)


def _how(document: Document, later: Passage, earlier: Passage, share: float) -> str:
    if share < 1:
        return f"有{int(share * 100)}%的文字相同"
    text = document.plain.text
    same = text[later.start : later.end] == text[earlier.start : earlier.end]
    return "完全相同" if same else "除段首标题外完全相同"


def _is_beside(document: Document, later: Passage, earlier: Passage) -> bool:
    """Whether no line break stands between them."""
    return "\n" not in document.plain.text[earlier.end : later.start]


def _line(document: Document, passage: Passage) -> int:
    return document.place(passage.start, passage.end).line


def _paragraphs(document: Document, shortest: int) -> Iterator[Passage]:
    text = document.plain.text
    # A paragraph pasted under another heading is the same all the same.
    headings = {section.start: section.heading_end for section in document.sections if section.run_in}
    for paragraph in document.paragraphs:
        start, end = paragraph.start, paragraph.end
        if end - start >= shortest and paragraph.kind in ("body", "preamble"):
            words = text[headings.get(start, start) : end]
            yield Passage(start, end, words if len(words) >= shortest else text[start:end])


def _copies(
    passages: Sequence[Passage], limits: Mapping[str, float]
) -> Iterator[tuple[Passage, Passage, float]]:
    """Each passage that is like an earlier one, that one, and how like; found by what they share."""
    whole: dict[str, Passage] = {}
    holders: dict[str, Passage] = {}
    starting = {passage.start: passage for passage in passages}
    for passage in passages:
        earlier = whole.setdefault(passage.words, passage)
        if earlier is not passage:
            yield passage, earlier, 1.0
            continue
        found = _most_alike(passage, holders, starting)
        if found and (share := likeness(passage.words, found.words)) >= _required(passage, found, limits):
            yield passage, found, share


def _required(passage: Passage, other: Passage, limits: Mapping[str, float]) -> float:
    """How alike they must be: less where every figure of the one is in the other."""
    figures, others = re.findall(FIGURE, passage.words), re.findall(FIGURE, other.words)
    same = len(figures) >= SHARED_FIGURES and figures == others
    return limits["same_figures"] if same or _has_all(figures, others) else limits["alike"]


def _has_all(figures: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one has all the many figures of the other."""
    fewer, more = sorted((figures, others), key=len)
    return len(fewer) >= MANY_FIGURES and set(fewer) <= set(more)


def _about_as_long(one: Passage, other: Passage) -> bool:
    ratio = len(other.words) / len(one.words)
    if SHORTER <= ratio <= LONGER:
        return True
    figures = (re.findall(FIGURE, each.words) for each in (one, other))
    return 1 / MUCH_LONGER <= ratio <= MUCH_LONGER and _has_all(*figures)


def _most_alike(
    passage: Passage, holders: dict[str, Passage], starting: Mapping[int, Passage]
) -> Passage | None:
    """The earlier passage that shares most with this one, if it is much and they are about as long."""
    clauses, figures = _shared(CLAUSE, passage, holders), _shared(FIGURE, passage, holders)
    length = len(passage.words)
    much = {start for start, shared in clauses.items() if sum(map(len, shared)) >= SHARED * length}
    much |= {start for start, shared in figures.items() if len(shared) >= SHARED_FIGURES}
    alike = [starting[start] for start in much if _about_as_long(passage, starting[start])]
    return max(alike, key=lambda other: likeness(passage.words, other.words), default=None)


def _shared(pattern: str, passage: Passage, holders: dict[str, Passage]) -> dict[int, list[str]]:
    """What of that pattern earlier passages had first, by where they start."""
    shared: dict[int, list[str]] = {}
    for words in re.findall(pattern, passage.words):
        holder = holders.setdefault(words, passage)
        if holder is not passage:
            shared.setdefault(holder.start, []).append(words)
    return shared


def likeness(one: str, other: str) -> float:
    """Which part of their pairs of characters two texts share, 0 to 1."""
    first, second = (Counter(map(add, words, words[1:])) for words in (one, other))
    return 2 * (first & second).total() / max(1, first.total() + second.total())


def _in_a_row(pairs: Iterable[tuple[Passage, Passage]]) -> Iterator[tuple[Passage, Passage, int]]:
    """Sentences that follow each other in both places, pasted together, as one; with how many they are."""
    run: list[tuple[Passage, Passage]] = []
    for later, earlier in pairs:
        if run and (run[-1][0].end, run[-1][1].end) != (later.start, earlier.start):
            yield _whole(run)
            run = []
        run.append((later, earlier))
    if run:
        yield _whole(run)


def _whole(run: Sequence[tuple[Passage, Passage]]) -> tuple[Passage, Passage, int]:
    later, earlier = (
        Passage(each[0].start, each[-1].end, "".join(passage.words for passage in each))
        for each in zip(*run, strict=True)
    )
    return later, earlier, len(run)


def _sentences(document: Document, limits: Mapping[str, float], copied: Set[int]) -> Iterator[tuple[Passage, Passage]]:
    """Sentences that stand twice in a paragraph, or with figures anywhere; those of copied paragraphs left out."""
    text = document.plain.text
    seen: dict[str, Sentence] = {}
    for sentence in document.sentences:
        start, end = sentence.start + len(sentence.mark), sentence.end
        if end - start <= limits["beside"]:
            continue
        words = text[start:end].rstrip(STOPS)
        earlier = seen.setdefault(words, sentence)
        if earlier is sentence or document.paragraphs[sentence.paragraph].start in copied:
            continue
        long = len(words) >= limits["shortest"] and any(map(str.isdigit, words))
        if long or (earlier.paragraph == sentence.paragraph and len(words) >= limits["beside"]):
            yield Passage(start, end, words), Passage(earlier.start, earlier.end, words)
