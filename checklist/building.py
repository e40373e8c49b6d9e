"""Plain validated data -> the records of model.py; patterns are parsed here and nowhere else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from types import MappingProxyType
from typing import Any

from checklist import model
from checklist.fields import DATES, MANY, NUMBERS, ONE, PHRASES
from checklist.gathering import Gathered
from checklist.parsing import Source
from checklist.phrases import Lists, Phrase, parse
from checklist.profiles import checklist_for
from checklist.rule import Name
from checklist.wordlists import write_out


def build(sources: Sequence[Source]) -> model.Rulebook:
    """The rulebook that sources without faults make."""
    gathered = Gathered(sources)
    lists, _ = write_out({entry.id: entry.data for entry in gathered.of("words")})
    builder = Builder(lists, {entry.id: entry.data for entry in gathered.of("patterns")})
    (head,) = (entry.data for entry in gathered.of("checklist"))
    common = [{**entry.data, "common": True} for entry in gathered.of("look_alikes")]
    parts: dict[str, Any] = {
        section: tuple(builder.record(kind, _excused(entry.data, common)) for entry in gathered.of(section))
        for section, kind in MANY[model.Rulebook].items()
    }
    return _with_digests(model.Rulebook(head["id"], head["version"], head["title"], **parts))


def _with_digests(rulebook: model.Rulebook) -> model.Rulebook:
    """The digest of a checklist is that of all it says, in the order in which it says it."""
    checklists = [checklist_for(rulebook, profile.id) for profile in rulebook.profiles]
    digests = {c.profile: sha256(repr(c).encode()).hexdigest()[:16] for c in checklists}
    return replace(rulebook, digests=digests)


class Builder:
    """Builds records; remembers the phrases, since the same pattern stands in many places."""

    def __init__(self, lists: Lists, groups: Mapping[str, Sequence[str]] = MappingProxyType({})) -> None:
        self._lists = lists
        self._groups = groups
        self._phrases: dict[str, Phrase] = {}

    def phrase(self, pattern: str) -> Phrase:
        """The phrase of a pattern. Raises PhraseError."""
        if pattern not in self._phrases:
            self._phrases[pattern] = parse(pattern, self._lists)
        return self._phrases[pattern]

    def names_group(self, pattern: str) -> bool:
        """Whether the pattern is nothing but the name of a group of patterns."""
        return pattern.startswith("{") and pattern.endswith("}") and pattern[1:-1] in self._groups

    def written_out(self, pattern: str) -> Sequence[str]:
        """The patterns of the group that the pattern names, else itself."""
        return self._groups[pattern[1:-1]] if self.names_group(pattern) else (pattern,)

    def record(self, kind: type, data: Any) -> Any:
        """The record of a kind that the data describe."""
        if kind is model.FoundIn and "passages" in data:
            data = {**data, "passages": _plain_together(data["passages"])}
        if kind is model.Applies:
            return _applies(data)
        if kind is Name:
            data = {"first_year": None, "last_year": None, **data}
        return kind(**{key: self._value(kind, key, value) for key, value in data.items()})

    def _value(self, kind: type, key: str, value: Any) -> Any:
        if one := ONE.get(kind, {}).get(key):
            return self.record(one, value)
        if many := MANY.get(kind, {}).get(key):
            return tuple(self.record(many, entry) for entry in value)
        if key in PHRASES.get(kind, ()):
            return tuple(self.phrase(each) for pattern in value for each in self.written_out(pattern))
        if key in DATES.get(kind, ()):
            return date.fromisoformat(value)
        if key in NUMBERS.get(kind, ()):
            return float(value)
        return tuple(value) if isinstance(value, list) else value


def _excused(data: Any, common: Sequence[Any]) -> Any:
    """An item that is looked for clause by clause, with what looks like any such item; all else as it is."""
    found = data.get("found_in", {})
    if found.get("scope") != "clause":
        return data
    return {**data, "found_in": {**found, "unless": [*common, *found.get("unless", ())]}}


def years(text: str | int) -> tuple[int | None, int | None]:
    """First and last year of `2021`, `2021..`, `..2020` or `2015..2020`."""
    first, dots, last = str(text).partition("..")
    return (int(first) if first else None, int(last or (0 if dots else first)) or None)


def _plain_together(passages: Sequence[Any]) -> list[Any]:
    """The patterns that ask for nothing besides as one passage: searched once, not once for each."""
    plain = [passage for passage in passages if isinstance(passage, str)]
    return ([{"says": plain}] if plain else []) + [p for p in passages if not isinstance(p, str)]


def _applies(data: Mapping[str, Any]) -> model.Applies:
    first, last = years(data["years"]) if "years" in data else (None, None)
    return model.Applies(first, last, tuple(data.get("levels", ())))
