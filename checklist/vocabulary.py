"""The words of all patterns by how they begin, so that one pass over a text finds them together."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from checklist.phrases import Phrase, marked, names_year

Words = tuple[str, ...]
# Phrases that are searched for together.
Group = tuple[Phrase, ...]
# What two characters begin: whether they are a word themselves, and longer words by their first three.
Entry = tuple[bool, dict[str, list[str]]]
Heads = dict[str, Entry | str]


class Search(NamedTuple):
    """The number of a group's plain words, and its chains with the numbers of their sets."""

    plain: int
    chains: tuple[tuple[Phrase, list[int]], ...]


class Vocabulary:
    """What is searched for by number: of each group all plain words together, of its chains one set after the other.

    `heads` and `rest` are what `pack` makes of the groups, stored with the rules. Groups are known by the identity of
    their tuples: hashing 500 words costs 3 µs, thousands of times a report. Words stay packed until a report has
    their first two characters: a single report needs a quarter of them.
    """

    def __init__(self, groups: Sequence[Group], heads: Mapping[str, str], rest: str) -> None:
        chained = {words: number for number, words in enumerate(_chained(groups), len(groups))}
        self.searches = {id(group): _search(number, group, chained) for number, group in enumerate(groups)}
        self._groups = groups  # alive as long as their ids are looked up
        self.heads: Heads = dict(heads)
        self._users: dict[str, str | list[int]] = {}
        # By number those words of a set that a pass by heads does not find.
        self.singles: dict[int, list[str]] = {}
        for word in self._unpacked(rest):
            for user in self.users(word):
                self.singles.setdefault(user, []).append(marked(word))

    def entry(self, head: str) -> Entry:
        """The entry of a head, unpacked if it was not yet."""
        entry = self.heads[head]
        if isinstance(entry, str):
            longer: dict[str, list[str]] = {}
            words = self._unpacked(entry)
            for word in words:
                if word != head:
                    longer.setdefault(word[:3], []).append(word)
            entry = self.heads[head] = words[0] == head, longer
        return entry

    def _unpacked(self, packed: str) -> list[str]:
        """The words of a packed entry, the shortest first; their users are noted."""
        words = []
        for part in packed.split(" ") if packed else ():
            word, _, users = part.partition("\t")
            self._users[word] = users
            words.append(word)
        return words

    def users(self, word: str) -> list[int]:
        """The numbers of the sets that have a word, read when it is first found: most never are."""
        users = self._users[word]
        if isinstance(users, str):
            users = self._users[word] = [int(user) for user in users.split(",")]
        return users


def _search(number: int, group: Group, chained: Mapping[Words, int]) -> Search:
    chains = [(phrase, [chained[words] for words in phrase.words]) for phrase in group if not phrase.is_plain]
    return Search(number, tuple(chains))


def pack(groups: Sequence[Group]) -> tuple[dict[str, str], str]:
    """Every word with the numbers of its sets, by its first two characters; and those that have but one, or a year."""
    users: dict[str, list[int]] = {}
    for number, words in enumerate([*map(plain_words, groups), *_chained(groups)]):
        for word in words:
            users.setdefault(marked(word), []).append(number)
    heads: dict[str, list[str]] = {}
    for word in sorted(users, key=len):
        head = "" if len(word) < 2 or names_year(word) else word[:2]
        heads.setdefault(head, []).append(f"{word}\t{','.join(map(str, users[word]))}")
    rest = heads.pop("", [])
    return {head: " ".join(packed) for head, packed in heads.items()}, " ".join(rest)


def plain_words(group: Group) -> Words:
    """The words of those among the phrases that are nothing but words."""
    return tuple(sorted({word for phrase in group if phrase.is_plain for word in phrase.words[0]}))


def _chained(groups: Sequence[Group]) -> Iterable[Words]:
    """The word sets of all chains, each once."""
    return dict.fromkeys(words for group in groups for phrase in group if not phrase.is_plain for words in phrase.words)
