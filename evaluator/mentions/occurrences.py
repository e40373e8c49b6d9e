"""Where given words stand in a text, and the sentence around a place: plain searching, no patterns."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate

from checklist.folding import squeeze
from checklist.vocabulary import pairs

FULL_STOPS = "。!?\n"
CLAUSE_MARKS = ",。;:!?\n"
# Of a word of one character.
_NO_PAIR = -1
# No sentence of a report is longer; a text without any mark is not searched from end to end.
LONGEST_SENTENCE = 1500

Span = tuple[int, int]


def places(text: str, words: tuple[str, ...], start: int = 0, end: int | None = None) -> list[Span]:
    """Every place of every word within [start, end), in the order of the text."""
    stop = len(text) if end is None else end
    found: set[Span] = set()
    for word in _candidates(text, words):
        found.update(_search(text, word, start, stop))
    return sorted(found)


def stands_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether any of the words stands in the text."""
    return any(word in text for word in _candidates(text, words))


def _search(text: str, word: str, start: int, end: int) -> Iterator[Span]:
    at = text.find(word, start, end)
    while at >= 0:
        yield at, at + len(word)
        at = text.find(word, at + 1, end)


# Hundreds of words are looked for in one text. All its pairs of characters, as numbers, turn nearly all of
# the words away at a fiftieth of what searching costs.
def _candidates(text: str, words: tuple[str, ...]) -> Iterator[str]:
    known, index = _pairs_of_text(text), _by_pair(words)
    for pair in (_NO_PAIR, *known.intersection(index)):
        for word, own in index.get(pair, ()):
            if known.issuperset(own):
                yield word


# Of a report, and of that with its figures in digits.
@lru_cache(maxsize=2)
def _pairs_of_text(text: str) -> frozenset[int]:
    return frozenset(pairs(text))


@lru_cache(maxsize=256)
def _by_pair(words: tuple[str, ...]) -> dict[int, list[tuple[str, list[int]]]]:
    """The words by their last pair, which fewer share than their first, with all their pairs."""
    index: dict[int, list[tuple[str, list[int]]]] = {}
    numbers = pairs("".join(words))  # in one go: word by word they would cost five times as much
    for word, end in zip(words, accumulate(map(len, words)), strict=True):
        own = numbers[end - len(word) : end - 1]
        index.setdefault(own[-1] if own else _NO_PAIR, []).append((word, own))
    return index


@lru_cache(maxsize=256)
def squeezed(words: tuple[str, ...]) -> tuple[str, ...]:
    """Words of a rule as they are compared."""
    return tuple(map(squeeze, words))


def clause_end(text: str, start: int, limit: int) -> int:
    """Where the clause ends in which something begins at `start`; the limit, where that is nearer."""
    return mark_after(text, CLAUSE_MARKS, start + 1, limit)


def mark_after(text: str, marks: str, start: int, end: int) -> int:
    """Where the first of the marks stands in [start, end), `end` where none does."""
    return next((at for at in range(start, end) if text[at] in marks), end)


def sentence_around(text: str, start: int, end: int) -> Span:
    """The sentence, or the sentences, in which a span lies, without the final mark."""
    first, last = max(0, start - LONGEST_SENTENCE), min(len(text), end + LONGEST_SENTENCE)
    begin = max(text.rfind(mark, first, start) for mark in FULL_STOPS) + 1
    stops = [at for mark in FULL_STOPS if (at := text.find(mark, end, last)) >= 0]
    return max(begin, first), min(stops, default=last)
