"""What one paragraph of an OpenDocument text says: deletions out, notes and frames apart."""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from evaluator.reading.composing import SOFT_BREAK
from evaluator.reading.measures import points
from evaluator.reading.odt.names import DRAW, OFFICE, SVG, TABLE, TEXT, XLINK
from evaluator.reading.odt.styles import PLAIN, Style, integer, key
from evaluator.reading.tally import Tally

MOST_SPACES = 100
CHANGE = f"{TEXT}change-id"


@dataclass(slots=True)
class Said:
    """`boxes` hold paragraphs of their own: text boxes, shapes; `pictures` are areas in square points."""

    page: int | None
    text: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    notes: list[Element] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    pictures: list[float | None] = field(default_factory=list)
    is_hidden: bool = False


@dataclass(slots=True)
class Inline:
    tally: Tally
    styles: dict[str, Style]
    page: int | None
    # Deletions by id: where LibreOffice shows them, they stand in the text between two marks.
    deletions: set[str] = field(default_factory=set)
    deleting: set[str] = field(default_factory=set)

    def read(self, element: Element, said: Said) -> None:
        self._put(element.text, said)
        for child in element:
            handler = HANDLERS.get(child.tag)
            if handler is not None:
                handler(self, child, said)
            elif not child.tag.endswith("-source"):
                self.read(child, said)
            self._put(child.tail, said)

    def _put(self, text: str | None, said: Said) -> None:
        if text and not self.deleting:
            (said.hidden if said.is_hidden else said.text).append(text)

    def _span(self, span: Element, said: Said) -> None:
        before = said.is_hidden
        style = self.styles.get(key("text", span.get(f"{TEXT}style-name", "")), PLAIN)
        said.is_hidden = before or style.hidden
        self.read(span, said)
        said.is_hidden = before

    def _spaces(self, element: Element, said: Said) -> None:
        self._put(" " * min(MOST_SPACES, integer(element.get(f"{TEXT}c")) or 1), said)

    def _tab(self, _element: Element, said: Said) -> None:
        self._put("\t", said)

    def _break(self, _element: Element, said: Said) -> None:
        self._put(SOFT_BREAK, said)

    def _page_break(self, _element: Element, said: Said) -> None:
        if self.page is not None:
            self.page += 1
            if not any(map(str.strip, said.text)):
                said.page = self.page

    def _change_starts(self, element: Element, _said: Said) -> None:
        self.deleting |= self.deletions & {element.get(CHANGE, "")}

    def _change_ends(self, element: Element, _said: Said) -> None:
        self.deleting.discard(element.get(CHANGE, ""))

    def _note(self, note: Element, said: Said) -> None:
        said.notes += note.findall(f"{TEXT}note-body")

    def _comment(self, _element: Element, _said: Said) -> None:
        self.tally.comments += 1

    def _box(self, element: Element, said: Said) -> None:
        said.boxes.append(element)

    def _frame(self, frame: Element, said: Said) -> None:
        """One thing in several versions, the best one first."""
        sides = [points(frame.get(f"{SVG}{side}", ""), unit=1) for side in ("width", "height")]
        kinds = {child.tag for child in frame}
        self.tally.objects += bool(kinds & OBJECTS)
        said.boxes += frame.findall(f"{DRAW}text-box")
        if f"{DRAW}image" in kinds and not kinds & (OBJECTS | {f"{DRAW}text-box"}):
            said.pictures.append(sides[0] * sides[1] if sides[0] and sides[1] else None)
            links = (image.get(f"{XLINK}href", "") for image in frame.iter(f"{DRAW}image"))
            self.tally.external |= any("://" in link for link in links)

    def _concealed(self, element: Element, said: Said) -> None:
        said.hidden.append(element.get(f"{TEXT}string-value", ""))

    def _skipped(self, _element: Element, _said: Said) -> None:
        pass


OBJECTS = frozenset({f"{DRAW}object", f"{DRAW}object-ole", f"{DRAW}plugin", f"{DRAW}floating-frame"})
SHAPES = ("custom-shape", "rect", "ellipse", "circle", "polygon", "path", "caption", "connector", "line")
Handler = Callable[[Inline, Element, Said], None]
# What is not named here is looked into: an unknown element hides no text.
HANDLERS: dict[str, Handler] = {
    f"{TEXT}span": Inline._span,
    f"{TEXT}s": Inline._spaces,
    f"{TEXT}tab": Inline._tab,
    f"{TEXT}line-break": Inline._break,
    f"{TEXT}soft-page-break": Inline._page_break,
    f"{TEXT}change-start": Inline._change_starts,
    f"{TEXT}change-end": Inline._change_ends,
    f"{TEXT}note": Inline._note,
    f"{OFFICE}annotation": Inline._comment,
    f"{DRAW}frame": Inline._frame,
    **{f"{DRAW}{name}": Inline._box for name in SHAPES},
    f"{TEXT}hidden-text": Inline._concealed,
    f"{TEXT}hidden-paragraph": Inline._skipped,
    f"{TEXT}ruby-text": Inline._skipped,
    f"{TEXT}script": Inline._skipped,
    f"{TEXT}tracked-changes": Inline._skipped,
    f"{TABLE}table": Inline._box,
}
