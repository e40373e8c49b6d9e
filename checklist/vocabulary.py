"""The words of all patterns by how they begin, so that one pass over a text finds them together."""

from collections.abc import Iterable, Mapping, Sequence

from checklist.phrases import marked, names_year

Users = list[int]
# What two characters may begin: the sets that have just these two, and longer words by their first three.
Entry = tuple[Users, dict[str, list[tuple[str, Users]]]]
Heads = dict[str, Entry | str]
Singles = list[tuple[str, Users]]


class Vocabulary:
    """The word sets of many phrases; `heads` and `rest` are what `pack` makes of them, stored with the rules.

    Sets are known by the identity of their tuples: hashing 500 words costs 3 µs, thousands of times a report.
    Entries stay packed until a report has their two characters: a single report needs a quarter of them.
    """

    def __init__(self, sets: Sequence[tuple[str, ...]], heads: Mapping[str, Entry | str], rest: str) -> None:
        self.number_of = {id(words): number for number, words in enumerate(sets)}
        self._sets = sets  # alive as long as their ids are looked up
        self.heads: Heads = dict(heads)
        self.singles: Singles = list(_unpacked(rest))


def entry_at(heads: Heads, head: str) -> Entry:
    """The entry of a head, unpacked if it was not yet."""
    entry = heads.get(head, "")
    if isinstance(entry, str):
        packed, entry = entry, ([], {})
        heads[head] = entry
        for word, users in _unpacked(packed):
            _add(entry, word, users)
    return entry


def pack(sets: Iterable[tuple[str, ...]]) -> tuple[dict[str, str], str]:
    """Every word with the numbers of its sets, by its first two characters; and those that have but one, or a year."""
    users: dict[str, Users] = {}
    for number, words in enumerate(sets):
        for word in words:
            users.setdefault(marked(word), []).append(number)
    heads: dict[str, list[str]] = {}
    for word in sorted(users, key=len):
        head = "" if len(word) < 2 or names_year(word) else word[:2]
        heads.setdefault(head, []).append(f"{word}\t{','.join(map(str, users[word]))}")
    rest = heads.pop("", [])
    return {head: " ".join(packed) for head, packed in heads.items()}, " ".join(rest)


def _unpacked(packed: str) -> Iterable[tuple[str, Users]]:
    for part in packed.split(" ") if packed else ():
        word, _, users = part.partition("\t")
        yield word, [int(user) for user in users.split(",")]


def _add(entry: Entry, word: str, users: Users) -> None:
    exact, longer = entry
    if len(word) == 2:
        exact += users
    else:
        longer.setdefault(word[:3], []).append((word, users))
