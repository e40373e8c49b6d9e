"""The words of all patterns by how they begin, so that one pass over a text finds them together."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from checklist.phrases import Phrase, marked, names_year

Words = tuple[str, ...]
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
    kinds, by their first two characters; `kinds` the kinds of each set; `singles` by number of a set those of its words
    that have but one character, or a year; `chains` the chains of each group.
    """

    heads: Mapping[str, str]
    kinds: Sequence[Sequence[int]]
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
        heads = packed.heads
        self.heads: dict[int, Entry | str] = dict(zip(pairs("".join(heads))[::2], heads.values(), strict=True))
        self.kinds = packed.kinds
        # By kind the sets that have it, a bit for each.
        self.sets: defaultdict[int, int] = defaultdict(int)
        for number, kinds in enumerate(packed.kinds):
            for kind in kinds:
                self.sets[kind] |= 1 << number
        # By number those words of a set that a pass by heads does not find.
        self.singles = {int(number): words.split(" ") for number, words in packed.singles.items()}

    def entry(self, head: int) -> Entry:
        """The entry of a head, unpacked if it was not yet."""
        entry = self.heads[head]
        if isinstance(entry, str):
            own, longer = None, dict[str, list[tuple[str, int]]]()
            for word, kind in _unpacked(entry):
                if len(word) == 2:
                    own = kind
                else:
                    longer.setdefault(word[:3], []).append((word, kind))
            entry = self.heads[head] = own, longer
        return entry


def _bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


def _unpacked(packed: str) -> Iterator[tuple[str, int]]:
    """The words of a packed entry with their kinds, the shortest first."""
    for part in packed.split(" "):
        word, _, kind = part.partition("\t")
        yield word, int(kind)


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
        heads.setdefault(word[:2], []).append(f"{word}\t{numbers[tuple(users[word])]}")
    kinds: list[list[int]] = [[] for _ in sets]
    for used, kind in numbers.items():
        for number in used:
            kinds[number].append(kind)
    rest = [" ".join(word for word in words if not _has_head(word)) for words in sets]
    singles = {str(number): words for number, words in enumerate(rest) if words}
    chains = [[_row(phrase, chained) for phrase in _chains(group)] for group in groups]
    return Packed({head: " ".join(packed) for head, packed in heads.items()}, kinds, singles, chains)


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
