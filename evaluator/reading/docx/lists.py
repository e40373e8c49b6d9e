"""The lists of a Word document as its numbering part defines them."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from evaluator.reading.docx.names import OFF, VAL, W
from evaluator.reading.docx.styles import value
from evaluator.reading.numbering import DEEPEST, Level, List, Numbering


def numbering(root: Element | None) -> Numbering:
    """The lists by the id that paragraphs use."""
    if root is None:
        return Numbering({})
    abstract = {e.get(f"{W}abstractNumId", ""): e for e in root.findall(f"{W}abstractNum")}
    # A list may only name a list style: it is then like the list that defines this style.
    defining = {value(e, f"{W}styleLink"): e for e in reversed(abstract.values())}
    families = {id_: _levels(defining.get(value(e, f"{W}numStyleLink") or "", e)) for id_, e in abstract.items()}
    lists = {}
    for element in root.findall(f"{W}num"):
        family = value(element, f"{W}abstractNumId") or ""
        levels = dict(families.get(family, {}))
        overrides = element.findall(f"{W}lvlOverride")
        for override in overrides:
            levels.update(_levels(override))
        lists[element.get(f"{W}numId", "")] = List(family, levels, dict(_starts(overrides)))
    return Numbering(lists)


def _levels(element: Element) -> dict[int, Level]:
    found = {_depth(e): _level(e) for e in element.findall(f"{W}lvl")}
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


def _depth(element: Element) -> int:
    depth = _integer(element.get(f"{W}ilvl"))
    return -1 if depth is None else depth


def _integer(written: str | None) -> int | None:
    # A number of thousands of digits is no number of a paragraph, and Python refuses to read it.
    return int(written) if written and written.isdecimal() and len(written) < 10 else None
