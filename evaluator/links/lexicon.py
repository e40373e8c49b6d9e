"""The project's own words: how often each is met, and which matter it names, or which side of one."""

from collections import Counter
from collections.abc import Mapping
from functools import cache

from checklist.loading import RULES
from checklist.records import record

TOPIC, PLAIN = "事项", "通用"


@record
class Lexicon:
    """`means` are the concepts of each word, none for one that says nothing of a matter.

    Topics are what a matter is about (执法); other concepts are sides that many matters have (队伍). A word
    for both (执法队伍) has a concept of its own besides, 执法+队伍. `met` counts concepts in reports.
    """

    frequency: Mapping[str, int]
    means: Mapping[str, tuple[str, ...]]
    topics: frozenset[str]
    met: Counter[str]


@cache
def lexicon() -> Lexicon:
    return read_lexicon((RULES / "lexicon.txt").read_text("utf-8"))


def read_lexicon(text: str) -> Lexicon:
    """Lines of word, frequency and what it says, set apart by blanks; lines with # in front are comments."""
    frequency: dict[str, int] = {}
    means: dict[str, tuple[str, ...]] = {}
    topics: set[str] = set()
    met: Counter[str] = Counter()
    for line in text.splitlines():
        if not line or line.startswith("#"):
            continue
        word, count, says = line.split()
        frequency[word], means[word] = int(count), _concepts(word, says)
        met.update(dict.fromkeys(means[word], frequency[word]))
        topics.update((word,) if says == TOPIC else (c for c in means[word] if "+" in c))
    return Lexicon(frequency, means, frozenset(topics), met)


def _concepts(word: str, says: str) -> tuple[str, ...]:
    if says == PLAIN:
        return ()
    if not says.startswith("="):
        return (word,)
    whole = says[1:]
    return (*whole.split("+"), whole) if "+" in whole else (whole,)
