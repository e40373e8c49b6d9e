"""The words of all patterns by how they begin, so that one pass over a text finds them together."""

from collections.abc import Iterable, Sequence

from checklist.phrases import YEARS, year_forms

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

    def __init__(self, sets: Sequence[tuple[str, ...]], heads: dict[str, str], rest: str) -> None:
        self.number_of = {id(words): number for number, words in enumerate(sets)}
        self._sets = sets  # alive as long as their ids are looked up
        self._heads = heads
        self._rest = rest
        self._of_year: dict[int | None, tuple[Heads, Singles]] = {}

    def of_year(self, year: int | None) -> tuple[Heads, Singles]:
        """All words by their beginnings, with the years of a report on that year; and single characters."""
        if year not in self._of_year:
            self._of_year[year] = self._written_out(year)
        return self._of_year[year]

    def _written_out(self, year: int | None) -> tuple[Heads, Singles]:
        heads: Heads = dict(self._heads)
        singles = []
        for word, users in _unpacked(self._rest):
            for form in forms(word, year):
                if len(form) < 2:
                    singles.append((form, users))
                else:
                    _add(entry_at(heads, form[:2]), form, users)
        return heads, singles


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
    """Every word with the numbers of its sets, by head; and those that have none or depend on the year."""
    users: dict[str, Users] = {}
    for number, words in enumerate(sets):
        for word in words:
            users.setdefault(word, []).append(number)
    heads: dict[str, list[str]] = {}
    for word in sorted(users, key=len):
        head = "" if len(word) < 2 or "{" in word else word[:2]
        heads.setdefault(head, []).append(f"{word}\t{','.join(map(str, users[word]))}")
    rest = heads.pop("", [])
    return {head: " ".join(packed) for head, packed in heads.items()}, " ".join(rest)


def forms(word: str, year: int | None) -> tuple[str, ...]:
    """The word with its years in every way they are written; none where the report's year is not known."""
    found: tuple[str, ...] = (word,)
    for name, offset in YEARS.items() if "{" in word else ():
        mark = "{" + name + "}"
        if mark in word:
            years = () if year is None else year_forms(year + offset)
            found = tuple(form.replace(mark, written) for form in found for written in years)
    return found


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
