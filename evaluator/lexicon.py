"""The project's own words: how often each is met, and what it says of a matter - which one, or which side of it."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log

TOPIC, ASPECT, PLAIN = "事项", "方面", "通用"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`means` are the concepts of each word, none for one that says nothing of a matter; a concept is a word too.

    Topics are what a matter is about (执法); the other concepts are sides that many matters have (队伍).
    """

    frequency: Mapping[str, int]
    means: Mapping[str, tuple[str, ...]]
    topics: frozenset[str]
    rarity: Mapping[str, float]


@cache
def lexicon() -> Lexicon:
    return read_lexicon((files("rules") / "lexicon.txt").read_text("utf-8"))


def read_lexicon(text: str) -> Lexicon:
    """Lines of word, frequency and what it says, set apart by blanks; lines with # in front are comments."""
    frequency: dict[str, int] = {}
    means: dict[str, tuple[str, ...]] = {}
    topics: set[str] = set()
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        word, count, says = line.split()
        frequency[word] = int(count)
        means[word] = _concepts(word, says)
        if says == TOPIC:
            topics.add(word)
    return Lexicon(frequency, means, frozenset(topics), _rarity(frequency, means))


def _concepts(word: str, says: str) -> tuple[str, ...]:
    if says == PLAIN:
        return ()
    return tuple(says[1:].split("+")) if says.startswith("=") else (word,)


def _rarity(frequency: Mapping[str, int], means: Mapping[str, tuple[str, ...]]) -> dict[str, float]:
    """From 0 to 1 for each concept: what is in every report ties nothing to anything."""
    met: Counter[str] = Counter()
    for word, concepts in means.items():
        for concept in concepts:
            met[concept] += frequency[word]
    total = met.total()
    return {concept: log(total / count) / log(total) for concept, count in met.items()}
