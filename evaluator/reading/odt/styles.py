"""What OpenDocument styles say: numbered by which list, hidden; and the lists themselves."""

import re
from collections.abc import Iterable
from xml.etree.ElementTree import Element

from checklist.records import record
from evaluator.limits import MOST_ANCESTORS
from evaluator.reading.numbering import DEEPEST, Level, List
from evaluator.reading.odt.names import LOEXT, STYLE, TEXT

# LibreOffice writes %1% for the number of the first level.
WHOLE = re.compile("%([1-9])%")
OUTLINE = "\0outline"
# A format is written as the beginning of what it counts: "一, 二, 三, ...".
FORMATS = {
    "1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman",
    "一": "chineseCounting", "壹": "chineseLegalSimplified", "甲": "ideographTraditional",
    "子": "ideographZodiac", "①": "decimalEnclosedCircle", "１": "decimalFullWidth",
}  # fmt: skip


@record
class Style:
    """`list` is "" where the style takes the number away, None where it says nothing."""

    list: str | None = None
    hidden: bool = False


PLAIN = Style()


def styles(roots: Iterable[Element]) -> dict[str, Style]:
    """By family and name, each with what it inherits."""
    elements = {_key(e): e for root in roots for e in root.iter(f"{STYLE}style")}
    return {key: _style(key, elements) for key in elements}


def key(family: str, name: str) -> str:
    return f"{family} {name}"


def lists(roots: Iterable[Element]) -> dict[str, List]:
    """By the name of the list style; the numbering of headings outside lists is OUTLINE."""
    found = {}
    for root in roots:
        for element in root.iter(f"{TEXT}list-style"):
            name = element.get(f"{STYLE}name", "")
            found[name] = List(name, _levels(element))
        for element in root.iter(f"{TEXT}outline-style"):
            found[OUTLINE] = List(OUTLINE, _levels(element))
    return found


def integer(written: str | None) -> int | None:
    return int(written) if written and written.isdecimal() and len(written) < 10 else None


def _key(element: Element) -> str:
    return key(element.get(f"{STYLE}family", ""), element.get(f"{STYLE}name", ""))


def _style(name: str, elements: dict[str, Element]) -> Style:
    list_: str | None = None
    hidden: str | None = None
    seen: set[str] = set()
    while name in elements and name not in seen and len(seen) < MOST_ANCESTORS:
        seen.add(name)
        element = elements[name]
        list_ = element.get(f"{STYLE}list-style-name") if list_ is None else list_
        properties = element.find(f"{STYLE}text-properties")
        if hidden is None and properties is not None:
            hidden = properties.get(f"{TEXT}display")
        name = key(element.get(f"{STYLE}family", ""), element.get(f"{STYLE}parent-style-name", ""))
    return Style(list_, hidden == "none")


def _levels(element: Element) -> dict[int, Level]:
    found = {}
    for child in element:
        depth = (integer(child.get(f"{TEXT}level")) or 0) - 1
        if 0 <= depth < DEEPEST:
            found[depth] = _level(child, depth)
    return found


def _level(element: Element, depth: int) -> Level:
    if element.tag.endswith("-bullet") or element.tag.endswith("-image"):
        return Level(style="bullet")
    written = element.get(f"{STYLE}num-format", "")
    style = FORMATS.get(written.partition(",")[0].strip(), "decimal") if written else "none"
    start = integer(element.get(f"{TEXT}start-value"))
    text = element.get(f"{LOEXT}num-list-format") or _text(element, depth)
    return Level(1 if start is None else start, style, WHOLE.sub(r"%\1", text) if written else "")


def _text(element: Element, depth: int) -> str:
    """Before LibreOffice wrote the text of a number whole, it was put together of these."""
    shown = integer(element.get(f"{TEXT}display-levels")) or 1
    numbers = ".".join(f"%{level}" for level in range(max(1, depth + 2 - shown), depth + 2))
    return element.get(f"{STYLE}num-prefix", "") + numbers + element.get(f"{STYLE}num-suffix", "")
