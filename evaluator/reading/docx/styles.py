"""What a style says of its paragraphs: a heading of which level, numbered by which list, hidden."""

import re
from collections.abc import Callable, Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from checklist.records import record
from evaluator.limits import MOST_ANCESTORS
from evaluator.reading.docx.names import OFF, PPR, RPR, VAL, W

HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
BODY_LEVEL = 9


@record
class Style:
    """`level` is 0 for body text; `list` None where nothing is said of it, "0" where it is none."""

    level: int = 0
    list: str | None = None
    depth: int | None = None
    hidden: bool = False


PLAIN = Style()


class Styles:
    """The styles by id, each with what it inherits; read when first named: of 300 a document uses five or none."""

    def __init__(self, load: Callable[[], Element | None]) -> None:
        self._load = load
        self._known: dict[str, Style] = {}

    def get(self, name: str | None) -> Style:
        """Paragraphs that name no style are plain."""
        if name is None:
            return PLAIN
        if name not in self._known:
            self._known[name] = _style(name, self._elements) if name in self._elements else PLAIN
        return self._known[name]

    @cached_property
    def _elements(self) -> dict[str, Element]:
        root = self._load()
        found = () if root is None else root.findall(f"{W}style")
        return {element.get(f"{W}styleId", ""): element for element in found}


def switched_on(properties: Element | None, name: str) -> bool | None:
    """A yes-or-no property; None where nothing is said."""
    element = None if properties is None else properties.find(name)
    return None if element is None else element.get(VAL) not in OFF


def value(properties: Element | None, path: str) -> str | None:
    element = None if properties is None else properties.find(path)
    return None if element is None else element.get(VAL)


def outline_level(properties: Element | None) -> int | None:
    """The level of a heading from 1, 0 for body text."""
    written = value(properties, f"{W}outlineLvl")
    if written is None or not written.isdecimal():
        return None
    return int(written) + 1 if int(written) < BODY_LEVEL else 0


def _style(name: str, elements: dict[str, Element]) -> Style:
    """From the style itself up through those it is based on: the first to say something decides."""
    level: int | None = None
    list_: str | None = None
    depth: int | None = None
    hidden: bool | None = None
    for element in _ancestry(name, elements):
        paragraph, run = element.find(PPR), element.find(RPR)
        level = _level(element, paragraph) if level is None else level
        list_ = value(paragraph, f"{W}numPr/{W}numId") if list_ is None else list_
        depth = _number(value(paragraph, f"{W}numPr/{W}ilvl")) if depth is None else depth
        hidden = switched_on(run, f"{W}vanish") if hidden is None else hidden
    return Style(level or 0, list_, depth, bool(hidden))


def _ancestry(name: str | None, elements: dict[str, Element]) -> Iterator[Element]:
    seen: set[str] = set()
    while name is not None and name in elements and name not in seen and len(seen) < MOST_ANCESTORS:
        seen.add(name)
        yield elements[name]
        name = value(elements[name], f"{W}basedOn")


def _level(element: Element, paragraph: Element | None) -> int | None:
    level = outline_level(paragraph)
    named = HEADING_NAME.fullmatch(value(element, f"{W}name") or "") if level is None else None
    return int(named[1]) if named else level


def _number(written: str | None) -> int | None:
    return int(written) if written and written.isdecimal() else None
