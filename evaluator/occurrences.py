"""Where given words stand in a text, and the sentence around a place: plain searching, no patterns."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from operator import add

from checklist.folding import squeeze

SENTENCE_ENDS = "。!?\n"
# No sentence of a report is longer; a text without any mark is not searched from end to end.
LONGEST_SENTENCE = 1500

Span = tuple[int, int]


def places(text: str, words: Iterable[str], start: int = 0, end: int | None = None) -> list[Span]:
    """Every place of every word within [start, end), in the order of the text."""
    pairs = _pairs(text)
    stop = len(text) if end is None else end
    return sorted({span for word in words if _may_stand(word, pairs) for span in _search(text, word, start, stop)})


def _may_stand(word: str, pairs: frozenset[str]) -> bool:
    return all(pair in pairs for pair in map(add, word, word[1:]))


def _search(text: str, word: str, start: int, end: int) -> Iterator[Span]:
    at = text.find(word, start, end)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + 1, end)


# Hundreds of words are looked for in one text after the other: a set of its pairs turns nearly all of them away.
@lru_cache(maxsize=1)
def _pairs(text: str) -> frozenset[str]:
    return frozenset(map(add, text, text[1:]))


@lru_cache(maxsize=64)
def squeezed(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a rule as they are compared."""
    return tuple(map(squeeze, words))


def sentence_around(text: str, start: int, end: int) -> Span:
    """The sentence, or the sentences, in which a span lies, without the final mark."""
    first = max(0, start - LONGEST_SENTENCE)
    begin = max(text.rfind(mark, first, start) for mark in SENTENCE_ENDS) + 1
    last = min(len(text), end + LONGEST_SENTENCE)
    stops = [at for mark in SENTENCE_ENDS if (at := text.find(mark, end, last)) >= 0]
    return max(begin, first), min(stops, default=last)
