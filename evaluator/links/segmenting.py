"""A text as words of the lexicon, by jieba: no other dictionary, no cache file, nothing on standard error."""

import re
import warnings
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from itertools import pairwise
from typing import Any, NamedTuple

from evaluator.links.lexicon import Lexicon, lexicon

_HAN = re.compile("[\u4e00-\u9fff]")


class Term(NamedTuple):
    """A word that says something of a matter; `concepts` are what it says, an unknown word itself."""

    word: str
    start: int
    concepts: tuple[str, ...]


def terms(text: str) -> tuple[Term, ...]:
    """The telling words of a text in their order; of unknown ones (直播带货的…) each pair of characters."""
    known = lexicon()
    found: list[Term] = []
    unknown = start = 0
    for word in [*_tokenizer().cut(text, HMM=False), ""]:
        if len(word) == 1 and word not in known.means and _HAN.match(word):
            unknown += 1
        else:
            found += _pairs(text, start - unknown, start)
            unknown = 0
            if known.means.get(word):
                found.append(Term(word, start, known.means[word]))
        start += len(word)
    return tuple(found)


def _pairs(text: str, start: int, end: int) -> Iterator[Term]:
    for at, (first, second) in enumerate(pairwise(text[start:end]), start):
        yield Term(first + second, at, (first + second,))


@cache
def _tokenizer() -> Any:
    """jieba's own loading would write a cache file into the common temporary folder and tell of it."""
    with warnings.catch_warnings():
        # jieba 0.42 imports pkg_resources, which warns that it is going away.
        warnings.simplefilter("ignore")
        import jieba
    tokenizer = jieba.Tokenizer()
    tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(BytesIO(_dictionary(lexicon())))
    tokenizer.initialized = True
    return tokenizer


def _dictionary(known: Lexicon) -> bytes:
    return "\n".join(f"{word} {count}" for word, count in known.frequency.items()).encode()
