"""How far two passages speak of the same matter: the words they share, each weighed by how rare it is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from evaluator.lexicon import Lexicon, lexicon
from evaluator.segmenting import Term

# A side of a matter (队伍, 经费) says less than the matter itself (执法).
ASPECT_WEIGHT = 0.45
# Two characters that the lexicon does not know as a word.
UNKNOWN_RARITY = 0.5
# What is named in passing weighs less than what the passage is about.
IN_PASSING = 0.5


@dataclass(frozen=True, slots=True)
class Mention:
    word: str
    start: int
    weight: float


@dataclass(frozen=True, slots=True)
class Likeness:
    """`shared` are the words on which it rests; `topic` tells that one of them names a matter."""

    value: float = 0.0
    shared: tuple[str, ...] = ()
    topic: bool = False


Sense = Mapping[str, Mention]


def sense(first: Iterable[Term], rest: Iterable[Term] = ()) -> Sense:
    """The concepts of a passage: what it is about (`first`) and what it names in passing."""
    found: dict[str, Mention] = {}
    for terms, weight in ((first, 1.0), (rest, IN_PASSING)):
        for term in terms:
            for concept in term.concepts:
                found.setdefault(concept, Mention(term.word, term.start, weight))
    return found


@dataclass(frozen=True, slots=True)
class Scale:
    """What a concept weighs: by its rarity in the field, and among the passages that are compared."""

    among: Sequence[Sense]
    known: Lexicon = field(default_factory=lexicon)
    met: Counter[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "met", Counter(concept for one in self.among for concept in one))

    def weight(self, concept: str) -> float:
        rarity = self.known.rarity.get(concept, UNKNOWN_RARITY)
        side = 1.0 if concept in self.known.topics else ASPECT_WEIGHT
        often = max(0, self.met[concept] - 1) / max(3, len(self.among))
        return rarity * side * (1 - 0.6 * often)

    def likeness(self, one: Sense, other: Sense) -> Likeness:
        shared = [concept for concept in one if concept in other]
        value = sum(self.weight(c) * one[c].weight * other[c].weight for c in shared)
        names = any(concept in self.known.topics for concept in shared)
        return Likeness(value, _words(one, other, shared), names or _unknown_name(one, other, shared, self.known))


def _words(one: Sense, other: Sense, shared: Sequence[str]) -> tuple[str, ...]:
    """Each word as it stands in both passages, two where they put it differently."""
    pairs = ((one[c].word, other[c].word) for c in shared)
    return tuple(dict.fromkeys(a if a == b else f"{a}/{b}" for a, b in pairs))


def _unknown_name(one: Sense, other: Sense, shared: Sequence[str], known: Lexicon) -> bool:
    """Whether three characters or more that are no word of the lexicon stand in both."""
    unknown = [c for c in shared if c not in known.means]
    return any(
        one[b].start == one[a].start + 1 and other[b].start == other[a].start + 1 for a, b in pairwise(unknown)
    )
