"""What stands in a drawing, new or old (DrawingML, VML): text boxes, pictures and their size, diagrams."""

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from evaluator.reading.docx.names import (
    CHART,
    DIAGRAM,
    MC,
    OFF,
    OFFICE,
    PICTURE,
    RELATED,
    VML,
    WP,
    A,
    R,
    T,
    W,
)
from evaluator.reading.measures import POINTS, points

TEXT_BOX = f"{W}txbxContent"
CHOICE, FALLBACK = f"{MC}Choice", f"{MC}Fallback"
ALTERNATIVES = f"{MC}AlternateContent"
FRAMES = frozenset({f"{WP}inline", f"{WP}anchor"})
PICTURES = frozenset({f"{PICTURE}pic", f"{VML}imagedata"})
# Charts and diagrams (SmartArt) keep their words in a part of their own.
ELSEWHERE = {f"{CHART}chart": f"{R}id", f"{DIAGRAM}relIds": f"{R}dm"}
EMU = 1 / 12700
SIDES = re.compile(r"(?:^|;)\s*(width|height):([^;]*)")


@dataclass(slots=True)
class Drawing:
    """`pictures` are areas in square points, None where unknown; `parts` are relation ids."""

    boxes: list[Element] = field(default_factory=list)
    pictures: list[float | None] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    objects: int = 0


def draw(element: Element) -> Drawing:
    drawing = Drawing()
    _see(element, drawing, None)
    return drawing


def chosen(alternatives: Element) -> Element | None:
    """The one branch of several that say the same: the new one, unless only the old one has words."""
    new, old = alternatives.find(CHOICE), alternatives.find(FALLBACK)
    if new is None or (old is not None and not _has_words(new) and _has_words(old)):
        return old
    return new


def words(paragraph: Element) -> str:
    """The text of a DrawingML paragraph."""
    return "".join(text.text or "" for text in paragraph.iter(f"{A}t"))


def _has_words(element: Element) -> bool:
    return any(next(element.iter(tag), None) is not None for tag in (T, f"{A}t"))


def _see(element: Element, drawing: Drawing, area: float | None) -> None:
    tag = element.tag
    if tag == TEXT_BOX:
        drawing.boxes.append(element)
        return
    if tag == ALTERNATIVES:
        branch = chosen(element)
        if branch is not None:
            _see(branch, drawing, area)
        return
    if tag == f"{A}p":
        drawing.words.append(words(element))
        return
    _note(element, drawing, area)
    area = _area(element) if tag in FRAMES or tag.startswith(VML) else area
    for child in element:
        _see(child, drawing, area)


def _note(element: Element, drawing: Drawing, area: float | None) -> None:
    tag = element.tag
    if tag in PICTURES:
        drawing.pictures.append(area)
    elif tag == f"{VML}textpath":
        drawing.words.append(element.get("string", ""))
    elif tag == f"{OFFICE}OLEObject":
        drawing.objects += 1
    elif tag in ELSEWHERE:
        drawing.parts.append(element.get(ELSEWHERE[tag], element.get(RELATED, "")))


def _area(element: Element) -> float | None:
    """In square points: of a DrawingML frame by its extent, of a VML shape by its style."""
    if element.get("behindDoc", "0") not in OFF:
        return 0.0  # behind the text: a decoration
    extent = element.find(f"{WP}extent")
    if extent is not None:
        sides = [points(extent.get(side, ""), unit=EMU) for side in ("cx", "cy")]
    else:
        written = dict(SIDES.findall(element.get("style", "")))
        sides = [points(written.get(side, ""), unit=POINTS["px"]) for side in ("width", "height")]
    return sides[0] * sides[1] if sides[0] and sides[1] else None
