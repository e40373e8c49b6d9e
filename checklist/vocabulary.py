"""The words of all patterns by how they begin, so that one pass over a text finds them together."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import compress, count
from typing import NamedTuple

from checklist.phrases import Phrase, marked, names_year

Words = tuple[str, ...]
# Between packed heads, and between a word and its kind: marks that end a sentence, which no word has.
HEAD, KIND = ";!"
# Phrases that are searched for together.
Group = Collection[Phrase]
# What two characters begin: the kind of the word that they are themselves, None where they are none, and by their first
# three the longer words with their kinds.
Entry = tuple[int | None, dict[str, list[tuple[str, int]]]]
# A chain as it is stored: the numbers of its sets, its gaps, at_start, at_end.
Row = tuple[list[int], list[int], bool, bool]


class Chain(NamedTuple):
    """What a search needs of a phrase that is more than words: its sets by number, and how they follow each other.

    `needs` has a bit for each set.
    """

    needs: int
    sets: Sequence[int]
    gaps: Sequence[int]
    at_start: bool
    at_end: bool


class Search(NamedTuple):
    """The number of a group's plain words, and its chains."""

    plain: int
    chains: Sequence[Chain]


class Packed(NamedTuple):
    """The groups as a search needs them, plain enough to be stored with the rules.

    Words that stand in the same sets are of one kind: nine words in ten share theirs. `heads` are the words with their
    kinds by their first two characters, `kinds` the kinds of each set, `sets` the sets of each kind: one text each,
    since parting it costs less than reading thousands of texts. `singles` are by number of a set those of its words
    that have but one character, or a year; `chains` the chains of each group.
    """

    heads: str
    kinds: str
    sets: str
    singles: Mapping[str, str]
    chains: Sequence[Sequence[Row]]


class Vocabulary:
    """What is searched for by number: of each group all plain words together, of its chains one set after the other.

    Groups are known by their identity: hashing 500 words costs 3 µs, thousands of times a report. Words stay packed
    until a report has their first two characters: a single report needs a quarter of them.
    """

    def __init__(self, groups: Sequence[Group], packed: Packed) -> None:
        self._groups = groups  # alive as long as their ids are looked up
        self.searches = {
            id(group): Search(number, [Chain(_bits(row[0]), *row) for row in rows])
            for number, (group, rows) in enumerate(zip(groups, packed.chains, strict=True))
        }
        heads = packed.heads.split(HEAD) if packed.heads else []
        keys = pairs("".join([head[:2] for head in heads]))[::2]
        self._heads: dict[int, Entry | str] = dict(zip(keys, heads, strict=True))
        self._kinds: list[list[int] | str] = [*packed.kinds.split(";")]
        self._sets: list[int | str] = [*packed.sets.split(";")]
        # By number those words of a set that a pass by heads does not find.
        self.singles = {int(number): words.split(" ") for number, words in packed.singles.items()}

    def starts(self, numbers: Sequence[int]) -> Iterator[tuple[int, Entry]]:
        """Where words may begin in a text whose pairs are given, and which."""
        heads = self._heads
        for start in compress(count(), map(heads.__contains__, numbers)):
            entry = heads[numbers[start]]
            if isinstance(entry, str):
                entry = heads[numbers[start]] = _entry(entry)
            yield start, entry

    def kinds_of(self, number: int) -> list[int]:
        """The kinds of the words of a set."""
        kinds = self._kinds[number]
        if isinstance(kinds, str):
            kinds = self._kinds[number] = _numbers(kinds)
        return kinds

    def sets_of(self, kind: int) -> int:
        """The sets that have the words of a kind, a bit for each."""
        sets = self._sets[kind]
        if isinstance(sets, str):
            sets = self._sets[kind] = _bits(_numbers(sets))
        return sets


def _entry(packed: str) -> Entry:
    """The words of a packed head, the shortest first."""
    head, rest = packed[:2], packed[2:]
    own, longer = None, dict[str, list[tuple[str, int]]]()
    for part in rest.split(" "):
        end, _, kind = part.partition(KIND)
        if end:
            longer.setdefault(head + end[0], []).append((head + end, int(kind)))
        else:
            own = int(kind)
    return own, longer


def _numbers(packed: str) -> list[int]:
    return [int(number) for number in packed.split(",") if number]


def _bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


def pairs(text: str) -> list[int]:
    """Each character of a text with the one after it as one number: strings of two would cost five times as much."""
    wide = memoryview(text.encode("utf-32-le", "surrogatepass"))
    found = [0] * max(len(text) - 1, 0)
    for first in (0, 1):
        of_eight = wide[4 * first : 4 * first + len(found[first::2]) * 8]
        found[first::2] = of_eight.cast("Q").tolist()
    return found


def pack(groups: Sequence[Group]) -> Packed:
    """The words and chains of the groups, as they are stored."""
    chained = {words: number for number, words in enumerate(_chained(groups), len(groups))}
    sets = [[*map(marked, words)] for words in (*map(plain_words, groups), *chained)]
    users: dict[str, list[int]] = {}
    for number, words in enumerate(sets):
        for word in filter(_has_head, words):
            users.setdefault(word, []).append(number)
    numbers = {tuple(used): kind for kind, used in enumerate(dict.fromkeys(map(tuple, users.values())))}
    heads: dict[str, list[str]] = {}
    for word in sorted(users, key=len):
        heads.setdefault(word[:2], []).append(f"{word[2:]}{KIND}{numbers[tuple(users[word])]}")
    kinds: list[list[int]] = [[] for _ in sets]
    for used, kind in numbers.items():
        for number in used:
            kinds[number].append(kind)
    rest = [" ".join(word for word in words if not _has_head(word)) for words in sets]
    singles = {str(number): words for number, words in enumerate(rest) if words}
    chains = [[_row(phrase, chained) for phrase in _chains(group)] for group in groups]
    joined = HEAD.join(head + " ".join(words) for head, words in heads.items())
    return Packed(joined, _joined(kinds), _joined(numbers), singles, chains)


def _joined(rows: Iterable[Sequence[int]]) -> str:
    return ";".join(",".join(map(str, row)) for row in rows)


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
