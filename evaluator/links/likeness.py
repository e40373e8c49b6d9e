"""How far two passages speak of the same matter: the words they share, each weighed by how rare it is."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import log
from typing import NamedTuple

from checklist.records import record
from evaluator.links.lexicon import Lexicon, lexicon
from evaluator.links.segmenting import terms

# A side of a matter (队伍, 经费) says less than the matter itself (执法), and 执法+队伍 repeats its parts.
ASPECT_WEIGHT = 0.45
WHOLE_WEIGHT = 0.4
# How rare two characters are that the lexicon does not know as a word.
UNKNOWN_RARITY = 0.5
# Where the passages share only what the first names in passing.
BESIDE = 0.7
# How much weight a concept loses that stands in every one of the compared passages.
OFTEN = 0.6
# So many concepts does a report have before its own frequencies count as much as those of the field.
FEW = 1000


class Mention(NamedTuple):
    """Where a concept stands: the word, its clause and offset in it, and how much it weighs there."""

    word: str
    clause: int
    start: int
    weight: float


Sense = Mapping[str, Sequence[Mention]]


@record
class Likeness:
    """`shared` are the words on which it rests; `topic` tells that one of them names a matter."""

    value: float = 0.0
    shared: tuple[str, ...] = ()
    topic: bool = False


def sense(clauses: Iterable[tuple[str, float]]) -> Sense:
    """The concepts of a passage, of each clause with its weight."""
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for number, (clause, weight) in enumerate(clauses):
        for term in terms(clause):
            for concept in term.concepts:
                found[concept].append(Mention(term.word, number, term.start, weight))
    return dict(found)


class Scale:
    """What a concept weighs in a report: less where the field, the report or what is compared is full of it.

    Least weighs what the organ is named after: in the report of a 水务局 everything speaks of water.
    """

    def __init__(self, report: str, organ: str, among: Sequence[Sense], known: Lexicon | None = None) -> None:
        self._known = known or lexicon()
        self._own = {concept for term in terms(organ) for concept in term.concepts}
        self._report = Counter(concept for term in terms(report) for concept in term.concepts)
        self._among = Counter(concept for one in among for concept in one)
        self._passages = max(3, len(among))
        self._weights: dict[str, float] = {}

    def weight(self, concept: str) -> float:
        if concept not in self._weights:
            often = max(0, self._among[concept] - 1) / self._passages
            self._weights[concept] = self._rarity(concept) * self._kind(concept) * (1 - OFTEN * often)
        return self._weights[concept]

    def likeness(self, one: Sense, other: Sense, aside: bool = False) -> Likeness:
        """`aside`: sides of a matter count also where no word beside them names it."""
        shared = [concept for concept in one if concept in other]
        named = [c for c in shared if c in self._known.topics or self._is_name(c, one, other)]
        clauses = {mention.clause for concept in named for mention in other[concept]}
        pairs = {
            concept: (one[concept][0], met[0])
            for concept in shared
            if (met := [m for m in other[concept] if aside or concept in named or m.clause in clauses])
        }
        value = sum(self.weight(c) * a.weight * b.weight for c, (a, b) in pairs.items())
        if not aside and self._misses_name(one, other):
            value *= BESIDE
        words = dict.fromkeys(_common(a.word, b.word) for a, b in pairs.values())
        return Likeness(value, tuple(words), bool(named))

    def _misses_name(self, one: Sense, other: Sense) -> bool:
        """Whether the first is named for a matter of which the other does not speak."""
        name = [c for c, met in one.items() if met[0].weight == 1.0 and self._kind(c) == 1.0]
        return bool(name) and not any(concept in other for concept in name)

    def _rarity(self, concept: str) -> float:
        """From 0 to 1; the report's own frequencies count where they are higher."""
        met, total = self._known.met, self._known.met.total()
        if concept not in met:
            return UNKNOWN_RARITY
        share = max(met[concept] / total, self._report[concept] / (self._report.total() + FEW))
        return log(1 / share) / log(total)

    def _kind(self, concept: str) -> float:
        if "+" in concept:
            return WHOLE_WEIGHT
        return 1.0 if concept in self._known.topics and concept not in self._own else ASPECT_WEIGHT

    def _is_name(self, concept: str, one: Sense, other: Sense) -> bool:
        """Whether two unknown characters belong to three or more that stand in both passages."""
        return concept not in self._known.met and any(
            _follow(one, a, b) and _follow(other, a, b)
            for c in one
            if c in other and c not in self._known.met
            for a, b in ((concept, c), (c, concept))
        )


def _common(word: str, other: str) -> str:
    """What two words for one concept share, or both (甲/乙) where neither contains the other."""
    shorter, longer = sorted((word, other), key=len)
    return shorter if shorter in longer else f"{word}/{other}"


def _follow(passage: Sense, first: str, second: str) -> bool:
    return any((b.clause, b.start) == (a.clause, a.start + 1) for a in passage[first] for b in passage[second])
