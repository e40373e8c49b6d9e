"""Word's automatic numbers, which stand nowhere in the text: 一、（二）3. as Word would show them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from evaluator.reading.docx.names import OFF, VAL, W
from evaluator.reading.docx.styles import value
from evaluator.reading.numerals import numeral

COUNTER = re.compile("%([1-9])")
BULLET = "·"
DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """`restart` is the depth (from 1) after which it begins anew; 0 never, None after any above it."""

    start: int = 1
    style: str = "decimal"
    text: str = ""
    restart: int | None = None
    legal: bool = False
    paragraph_style: str = ""


@dataclass(frozen=True, slots=True)
class List:
    """Lists of one `family` count on together, unless their `starts` make them begin anew."""

    family: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has counted."""

    lists: dict[str, List]
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[str] = field(default_factory=set)

    def depth(self, list_: str, style: str) -> int:
        """The depth at which a list numbers paragraphs of a style that does not name the depth itself."""
        levels = self.lists[list_].levels if list_ in self.lists else {}
        return next((depth for depth, level in levels.items() if level.paragraph_style == style), 0)

    def number(self, list_: str, depth: int) -> str:
        """The number of the next paragraph at that depth; counts it."""
        found = self.lists.get(list_)
        if found is None or depth not in found.levels:
            return ""
        counters = self._counters.setdefault(found.family, {})
        if found.starts and list_ not in self._begun:
            for begun in found.starts:
                counters.pop(begun, None)
        self._begun.add(list_)
        counters[depth] = counters[depth] + 1 if depth in counters else _start(found, depth)
        for deeper in [d for d in counters if d > depth and _restarts(found.levels.get(d), depth)]:
            del counters[deeper]
        return _written(found, depth, counters)


def numbering(root: Element | None) -> Numbering:
    """The lists by the id that paragraphs use."""
    if root is None:
        return Numbering({})
    abstract = {e.get(f"{W}abstractNumId", ""): e for e in root.findall(f"{W}abstractNum")}
    lists = {}
    for element in root.findall(f"{W}num"):
        family = value(element, f"{W}abstractNumId") or ""
        levels = _levels(_linked(abstract.get(family), abstract))
        overrides = element.findall(f"{W}lvlOverride")
        for override in overrides:
            levels.update(_levels(override))
        lists[element.get(f"{W}numId", "")] = List(family, levels, dict(_starts(overrides)))
    return Numbering(lists)


def _linked(element: Element | None, abstract: dict[str, Element]) -> Element | None:
    """Where a list only names a list style, the list that defines this style."""
    link = value(element, f"{W}numStyleLink")
    if link is None:
        return element
    return next((other for other in abstract.values() if value(other, f"{W}styleLink") == link), element)


def _levels(element: Element | None) -> dict[int, Level]:
    found = {} if element is None else {_depth(e): _level(e) for e in element.findall(f"{W}lvl")}
    return {depth: level for depth, level in found.items() if 0 <= depth < DEEPEST}


def _starts(overrides: list[Element]) -> Iterator[tuple[int, int]]:
    for override in overrides:
        start = _integer(value(override, f"{W}startOverride"))
        if start is not None:
            yield _depth(override), start


def _level(element: Element) -> Level:
    legal = element.find(f"{W}isLgl")
    start = _integer(value(element, f"{W}start"))
    return Level(
        start=1 if start is None else start,
        style=_format(element),
        text=value(element, f"{W}lvlText") or "",
        restart=_integer(value(element, f"{W}lvlRestart")),
        legal=legal is not None and legal.get(VAL) not in OFF,
        paragraph_style=value(element, f"{W}pStyle") or "",
    )


def _format(element: Element) -> str:
    """A format that older Word does not know stands beside a fallback, which is good enough."""
    return value(element, f"{W}numFmt") or next(
        (found.get(VAL, "") for found in element.iter(f"{W}numFmt") if found.get(VAL) != "custom"), "decimal"
    )


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


def _depth(element: Element) -> int:
    depth = _integer(element.get(f"{W}ilvl"))
    return -1 if depth is None else depth


def _integer(written: str | None) -> int | None:
    # A number of thousands of digits is no number of a paragraph, and Python refuses to read it.
    return int(written) if written and written.isdecimal() and len(written) < 10 else None
