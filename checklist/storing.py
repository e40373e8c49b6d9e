"""A rulebook as plain lists and back: what is shipped and kept, so that a run needs no YAML.

Word sets, phrases and the groups of phrases that are searched together stand once each in tables and are named by
index: the same pattern serves many items. What a report is searched for stands beside them, packed (vocabulary.py), so
that the phrases themselves, most of what is stored, are read only for those who ask how the rules are written.
"""

import json
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import Field, fields, is_dataclass, replace
from datetime import date
from functools import cached_property, partial
from typing import Any

from checklist import model
from checklist.fields import DATES, MANY, NUMBERS, ONE, PHRASES
from checklist.phrases import Phrase
from checklist.records import restored
from checklist.vocabulary import Packed, Vocabulary, Words, pack

FORMAT = 8
# Between the parts, each of which is JSON like the whole.
PART, END = b",\n\n", b"]\n"

Reading = Callable[[Any], Any]


def dump(rulebook: model.Rulebook, stamp: str) -> bytes:
    """The rulebook as JSON, one entry a line; `stamp` says of what it was built."""
    writer = _Writer()
    row = writer.record(replace(rulebook, vocabulary=None))
    sets = [" ".join(words) for words in writer.sets]
    tables = ([FORMAT, stamp], row, pack(tuple(writer.groups)), (sets, writer.rows, writer.members))
    return b"[" + PART.join(map(_lines, tables)) + END


def stamp_of(stored: bytes) -> str | None:
    """Of what a stored rulebook was built; None where it is none of this format."""
    head = stored[: max(stored.find(PART), 0)]
    try:
        version, stamp = json.loads(head[1:])
    except (ValueError, TypeError):
        return None
    return str(stamp) if version == FORMAT else None


def load(stored: bytes) -> model.Rulebook:
    """The rulebook that was dumped; raises ValueError, TypeError or LookupError on anything else."""
    if not stored.endswith(END):
        raise ValueError("cut short")
    # Not split: the phrases, the longest part, would be copied for nothing.
    row = stored.index(PART) + len(PART)
    search = stored.index(PART, row) + len(PART)
    phrases = stored.index(PART, search) + len(PART)
    packed = Packed(*json.loads(stored[search : phrases - len(PART)]))
    table = _Phrases(stored, phrases)
    # The first is the group of none.
    groups = ((), *(_Group(number, table) for number in range(1, len(packed.chains))))
    rulebook = _Reader(groups).record(model.Rulebook, json.loads(stored[row : search - len(PART)]))
    assert isinstance(rulebook, model.Rulebook)
    return replace(rulebook, vocabulary=Vocabulary(groups, packed))


def layout() -> str:
    """The fields of every kind, in order: rows written for another layout cannot be read."""
    kinds = {Phrase: None, **PHRASES, **MANY, **ONE, **DATES, **NUMBERS}
    nested = {kind for table in (ONE, MANY) for row in table.values() for kind in row.values()}
    everyone = sorted({*kinds, *nested}, key=lambda kind: kind.__name__)
    return repr([(kind.__name__, [field.name for field in fields(kind)]) for kind in everyone])


def _lines(rows: Sequence[Any]) -> bytes:
    written = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows)
    return ("[" + ",\n".join(written) + "]").encode()


class _Phrases:
    """The phrases of all groups, which begin somewhere in what is stored; read when the first of them is asked for."""

    def __init__(self, stored: bytes, begin: int) -> None:
        self._stored = stored
        self._begin = begin

    @cached_property
    def groups(self) -> list[tuple[Phrase, ...]]:
        sets, rows, numbers = json.loads(self._stored[self._begin : -len(END)])
        words = [tuple(entries.split(" ")) for entries in sets]
        phrases = [
            Phrase(source, tuple([words[i] for i in indexes]), tuple(gaps), *flags)
            for source, indexes, gaps, *flags in rows
        ]
        return [tuple([phrases[i] for i in group]) for group in numbers]


class _Group(Collection[Phrase]):
    """Some phrases of the table, as a tuple of them would be."""

    def __init__(self, number: int, table: _Phrases) -> None:
        self._number = number
        self._table = table

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Phrase]:
        return iter(self._phrases())

    def __len__(self) -> int:
        return len(self._phrases())

    def __contains__(self, phrase: object) -> bool:
        return phrase in self._phrases()

    def __eq__(self, other: object) -> bool:
        return self._phrases() == (other._phrases() if isinstance(other, _Group) else other)

    def __hash__(self) -> int:
        return hash(self._phrases())

    def _phrases(self) -> tuple[Phrase, ...]:
        return self._table.groups[self._number]


class _Writer:
    """Turns records into rows; numbers the word sets, phrases and groups it meets."""

    def __init__(self) -> None:
        self.sets: dict[Words, int] = {}
        self.rows: list[Any] = []
        self.groups: dict[tuple[Phrase, ...], int] = {(): 0}
        self.members: list[list[int]] = [[]]
        self._numbers: dict[Phrase, int] = {}

    def record(self, record: Any) -> list[Any]:
        phrases = PHRASES.get(type(record), ())
        values = [(field.name in phrases, getattr(record, field.name)) for field in fields(record)]
        return [self._group(value) if grouped else self._value(value) for grouped, value in values]

    def _group(self, group: Collection[Phrase]) -> int:
        phrases = tuple(group)
        number = self.groups.setdefault(phrases, len(self.groups))
        if number == len(self.members):
            self.members.append([self._number(phrase) for phrase in phrases])
        return number

    def _value(self, value: Any) -> Any:
        if isinstance(value, tuple):
            return [self._value(entry) for entry in value]
        if isinstance(value, date):
            return value.isoformat()
        return self.record(value) if is_dataclass(value) else value

    def _number(self, phrase: Phrase) -> int:
        if phrase not in self._numbers:
            source, sets, *rest = (getattr(phrase, field.name) for field in fields(phrase))
            indexes = [self.sets.setdefault(words, len(self.sets)) for words in sets]
            self.rows.append([source, indexes, *rest])
            self._numbers[phrase] = len(self._numbers)
        return self._numbers[phrase]


class _Reader:
    """Turns rows into records, by a plan for each kind: which of its fields are read back, and how."""

    def __init__(self, groups: Sequence[Collection[Phrase]]) -> None:
        self._groups = groups
        self._plans: dict[type, list[tuple[int, Reading]]] = {}

    def record(self, kind: type, row: list[Any]) -> Any:
        plan = self._plans.get(kind)
        if plan is None:
            plan = self._plan(kind)
        for index, read in plan:
            if row[index] is not None:
                row[index] = read(row[index])
        return restored(kind, row)

    def _plan(self, kind: type) -> list[tuple[int, Reading]]:
        readings = [(index, self._reading(kind, field)) for index, field in enumerate(fields(kind))]
        plan = self._plans[kind] = [(index, read) for index, read in readings if read is not None]
        return plan

    def _reading(self, kind: type, field: Field[Any]) -> Reading | None:
        if one := ONE.get(kind, {}).get(field.name):
            return partial(self.record, one)
        if many := MANY.get(kind, {}).get(field.name):
            return lambda rows: tuple([self.record(many, row) for row in rows])
        if field.name in PHRASES.get(kind, ()):
            return self._groups.__getitem__
        if field.name in DATES.get(kind, ()):
            return date.fromisoformat
        return tuple if str(field.type).startswith("tuple[") else None
