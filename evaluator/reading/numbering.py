"""Automatic numbers, which stand nowhere in the text: 一、（二）3. as a word processor would show them."""

import re
from dataclasses import dataclass, field

from checklist.records import record
from evaluator.reading.numerals import numeral

COUNTER = re.compile("%([1-9])")
BULLET = "·"
DEEPEST = 9


@record
class Level:
    """`text` has %1 for the number of the first level; depths count from 0.

    `restart` is the depth (from 1) after which it begins anew; 0 never, None after any above it.
    """

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    paragraph_style: str = ""


@record
class List:
    """Lists of one `family` count on together, unless their `starts` make them begin anew."""

    family: str
    levels: dict[int, Level]
    starts: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Numbering:
    """The lists of a document by their names, and how far each has counted."""

    lists: dict[str, List]
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def depth(self, name: str, style: str) -> int:
        """The depth at which a list numbers paragraphs of a style that does not name the depth itself."""
        levels = self.lists[name].levels if name in self.lists else {}
        return next((depth for depth, level in levels.items() if level.paragraph_style == style), 0)

    def number(self, name: str, depth: int, value: int | None = None) -> str:
        """The number of the next paragraph at that depth; counts it, or begins with a value."""
        found = self.lists.get(name)
        if found is None or depth not in found.levels:
            return ""
        counters = self._counters.setdefault(found.family, {})
        if found.starts and name not in self._begun:
            for begun in found.starts:
                counters.pop(begun, None)
        self._begun.add(name)
        following = counters[depth] + 1 if depth in counters else _start(found, depth)
        counters[depth] = following if value is None else value
        for deeper in [d for d in counters if d > depth and _restarts(found.levels.get(d), depth)]:
            del counters[deeper]
        return _written(found, depth, counters)

    def begin_anew(self, name: str) -> None:
        if name in self.lists:
            self._counters.pop(self.lists[name].family, None)


def _start(list_: List, depth: int) -> int:
    level = list_.levels.get(depth, Level())
    return list_.starts.get(depth, level.start)


def _restarts(level: Level | None, after: int) -> bool:
    restart = None if level is None else level.restart
    return restart is None or after < restart


def _written(list_: List, depth: int, counters: dict[int, int]) -> str:
    level = list_.levels[depth]
    if level.style == "bullet":
        return BULLET

    def count(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = list_.levels.get(at, Level())
        style = "decimal" if level.legal and other.style != "none" else other.style
        return numeral(counters.get(at, _start(list_, at)), style)

    return COUNTER.sub(count, level.text)
