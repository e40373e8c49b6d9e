"""The words of all patterns, indexed by their first two characters, so that one pass over a text finds them all."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress, count
from typing import NamedTuple

from checklist.phrases import Phrase, marked, names_year

Words = tuple[str, ...]
# Between packed heads, between their words by the third character, and between a word and its kind: marks that end a
# sentence, which no word has.
HEAD, THIRD, KIND = ";?!"
# How many bits of the number of a pair its first character has.
POINT = 32
# Phrases that are searched for together.
Group = Collection[Phrase]
Span = tuple[int, int]
Sets = Sequence[int]
# How long the ends of some words are, and each with the kind of the word.
Tails = tuple[Sequence[int], Mapping[str, int]]
# What two characters begin: the kind of the word that they are themselves, None where they are none, and by their third
# what follows the two in longer words; packed until a text has all three.
Entry = tuple[int | None, dict[int, Tails | str]]
# Where words stand that are in the same sets, in the order of the text, and the numbers of these sets.
Hits = Iterator[tuple[Sequence[Span], Sets]]
# A chain as it is stored: the numbers of its sets, its gaps, at_start, at_end.
Row = tuple[list[int], list[int], bool, bool]


class Chain(NamedTuple):
    """What a search needs of a phrase that is more than words: its sets by number, and how they follow each other."""

    sets: Sets
    gaps: Sequence[int]
    at_start: bool
    at_end: bool


class Search(NamedTuple):
    """The number of a group's plain words, and its chains."""

    plain: int
    chains: Sequence[Chain]


class Packed(NamedTuple):
    """The groups as a search needs them, plain enough to be stored with the rules.

    Words that are in exactly the same sets are of one kind, and are stored by kind. `firsts` are the two characters
    with which words begin, `heads` what follows each two of them with its kind, `sets` the sets of each kind: one text
    each, since parting it costs less than reading thousands of texts. `singles` are the words that have but one
    character, or a year, with their sets; `chains` the chains of each group.
    """

    firsts: str
    heads: str
    sets: str
    singles: Mapping[str, Sets]
    chains: Sequence[Sequence[Row]]


class Vocabulary:
    """The index. Word sets have numbers: one set for all plain words of a group, one for each link of its chains.

    Groups are known by their identity: hashing 500 words costs 3 µs, thousands of times a report. Words stay packed
    until a report has their first three characters: a single report needs few of them.
    """

    def __init__(self, groups: Sequence[Group], packed: Packed) -> None:
        self._groups = groups  # alive as long as their ids are looked up
        self.searches = {
            id(group): Search(number, [Chain(*row) for row in rows])
            for number, (group, rows) in enumerate(zip(groups, packed.chains, strict=True))
        }
        # Each two of the first characters stand together; the numbers between them are of neighbours.
        numbers = pairs(packed.firsts)[::2]
        self._entries = _Entries(zip(numbers, packed.heads.split(HEAD), strict=False))
        self._sets: list[Sets | str] = [*packed.sets.split(";")]
        # The words that a pass by heads does not find, with the sets that have them.
        self._characters = {ord(word): sets for word, sets in packed.singles.items() if len(word) == 1}
        self.years = {word: sets for word, sets in packed.singles.items() if len(word) > 1}

    def hits(self, text: str) -> Hits:
        """Where all words but those with a year stand in a text."""
        for kind, spans in self._by_kind(text).items():
            yield spans, self._sets_of(kind)
        points = _wide(text).cast("I").tolist()
        found: dict[int, list[Span]] = {point: [] for point in self._characters.keys() & points}
        for at in compress(count(), map(found.__contains__, points)):
            found[points[at]].append((at, at + 1))
        for point, spans in found.items():
            yield spans, self._characters[point]

    def _by_kind(self, text: str) -> Mapping[int, Sequence[Span]]:
        """Where the words of each kind stand."""
        found: defaultdict[int, list[Span]] = defaultdict(list)
        entries, numbers = self._entries, [*pairs(text), 0]
        for start in compress(count(), map(entries.packed.__contains__, numbers)):
            own, longer = entries[numbers[start]]
            begin = start + 2
            if own is not None:
                found[own].append((start, begin))
            third = numbers[start + 1] >> POINT
            rest = longer.get(third)
            if rest is None:
                continue
            if isinstance(rest, str):
                rest = longer[third] = _words(rest)
            lengths, words = rest
            for length in lengths:
                kind = words.get(text[begin : begin + length])
                if kind is not None and begin + length <= len(text):
                    found[kind].append((start, begin + length))
        return found

    def _sets_of(self, kind: int) -> Sets:
        """The sets that have the words of a kind."""
        sets = self._sets[kind]
        if isinstance(sets, str):
            sets = self._sets[kind] = [int(number) for number in sets.split(",")]
        return sets


class _Entries(dict[int, Entry]):
    """By two first characters, the words that begin with them; unpacked when a text first has the two."""

    def __init__(self, packed: Iterable[tuple[int, str]]) -> None:
        super().__init__()
        self.packed = dict(packed)

    def __missing__(self, number: int) -> Entry:
        own, *longer = self.packed[number].split(THIRD)
        entry = self[number] = int(own) if own else None, {ord(words[0]): words for words in longer}
        return entry


def _words(packed: str) -> Tails:
    parts = (part.partition(KIND) for part in packed.split(" "))
    kinds = {word: int(kind) for word, _, kind in parts}
    return sorted({*map(len, kinds)}), kinds


def pairs(text: str) -> list[int]:
    """Each character of a text with the one after it as one number: strings of two would cost five times as much."""
    wide = _wide(text)
    found = [0] * max(len(text) - 1, 0)
    for first in (0, 1):
        of_eight = wide[4 * first : 4 * first + len(found[first::2]) * 8]
        found[first::2] = of_eight.cast("Q").tolist()
    return found


def _wide(text: str) -> memoryview:
    """A text as the numbers of its characters, four bytes each."""
    return memoryview(text.encode("utf-32-le", "surrogatepass"))


def pack(groups: Sequence[Group]) -> Packed:
    """The words and chains of the groups, as they are stored."""
    chained = {words: number for number, words in enumerate(_chained(groups), len(groups))}
    sets = [[*map(marked, words)] for words in (*map(plain_words, groups), *chained)]
    users: dict[str, list[int]] = {}
    for number, words in enumerate(sets):
        for word in words:
            users.setdefault(word, []).append(number)
    singles = {word: numbers for word, numbers in users.items() if not _has_head(word)}
    headed = {word: tuple(numbers) for word, numbers in users.items() if word not in singles}
    kinds = {numbers: kind for kind, numbers in enumerate(dict.fromkeys(headed.values()))}
    heads: dict[str, tuple[list[str], dict[str, list[str]]]] = {}
    for word in sorted(headed, key=len):
        own, longer = heads.setdefault(word[:2], ([], {}))
        kind = str(kinds[headed[word]])
        if len(word) == 2:
            own.append(kind)
        else:
            longer.setdefault(word[2], []).append(word[2:] + KIND + kind)
    packed = (THIRD.join(("".join(own), *map(" ".join, longer.values()))) for own, longer in heads.values())
    used = ";".join(",".join(map(str, numbers)) for numbers in kinds)
    chains = [[_row(phrase, chained) for phrase in _chains(group)] for group in groups]
    return Packed("".join(heads), HEAD.join(packed), used, singles, chains)


def _has_head(word: str) -> bool:
    return len(word) > 1 and not names_year(word)


def _row(chain: Phrase, sets: Mapping[Words, int]) -> Row:
    return [sets[words] for words in chain.words], list(chain.gaps), chain.at_start, chain.at_end


def plain_words(group: Group) -> Words:
    """The words of those among the phrases that are nothing but words."""
    return tuple(sorted({word for phrase in group if phrase.is_plain for word in phrase.words[0]}))


def _chains(group: Group) -> Iterator[Phrase]:
    return (phrase for phrase in group if not phrase.is_plain)


def _chained(groups: Sequence[Group]) -> Iterable[Words]:
    """The word sets of all chains, each once."""
    return dict.fromkeys(words for group in groups for chain in _chains(group) for words in chain.words)
