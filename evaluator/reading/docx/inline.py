"""What one paragraph says, in the final view: insertions in, deletions out, fields by their results."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from evaluator.reading.composing import SOFT_BREAK
from evaluator.reading.docx import drawing
from evaluator.reading.docx.names import ID, MATH, OFF, R_, RPR, VAL, T, W
from evaluator.reading.docx.styles import Styles, switched_on, value
from evaluator.reading.tally import Tally

VANISH = f"{W}vanish"
RUN_STYLE = f"{W}rStyle"
# Bullets and boxes that fonts of symbols have; whatever else they draw is shown as a box.
SYMBOLS = {
    "F0FE": "☑", "F052": "☑", "F0FC": "√", "F0FB": "×", "F0A8": "□", "F0A3": "□", "F06F": "□",
    "F06C": "●", "F06E": "■", "F075": "◆", "F0B7": "·", "F0A7": "■", "F0D8": "➢", "F0E8": "→", "F0B0": "°",
    "F0B1": "±", "F0B3": "≥", "F0B4": "×", "F06D": "μ",
}  # fmt: skip
UNKNOWN_SYMBOL = "□"
# So many fields may be open at once, one within the other; older ones are taken to have ended.
MOST_FIELDS = 50
PRIVATE = range(0xE000, 0xF900)


@dataclass(slots=True)
class Said:
    """`notes` are references to footnotes and endnotes: the kind of note and its id."""

    page: int | None
    text: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    notes: list[tuple[str, str]] = field(default_factory=list)
    drawings: list[drawing.Drawing] = field(default_factory=list)
    is_hidden: bool = False


@dataclass(slots=True)
class Inline:
    """What goes on from one paragraph to the next: the page, and the fields that are open."""

    tally: Tally
    styles: Styles
    page: int | None
    # The revision that goes on: its kind and author.
    _revision: tuple[str, str] | None = None
    # For each open field whether its instruction is still being given, not yet its result.
    _fields: deque[bool] = field(default_factory=lambda: deque(maxlen=MOST_FIELDS))

    def read(self, paragraph: Element, said: Said) -> None:
        # An instruction that no paragraph ever ends must not swallow the rest of the document.
        if True in self._fields:
            self._fields = deque((asking for asking in self._fields if not asking), MOST_FIELDS)
        self._inside(paragraph, said)

    def _inside(self, element: Element, said: Said) -> None:
        for child in element:
            handler = HANDLERS.get(child.tag)
            if handler is not None:
                handler(self, child, said)
            elif len(child):
                self._inside(child, said)

    def _run(self, run: Element, said: Said) -> None:
        self._revision = None
        before = said.is_hidden
        properties = run.find(RPR)
        if properties is not None and len(properties):
            said.is_hidden = before or self._vanishes(properties)
        for child in run:
            if child.tag == T:
                self._put(child.text or "", said)
            elif handler := HANDLERS.get(child.tag):
                handler(self, child, said)
            elif len(child):
                self._inside(child, said)
        said.is_hidden = before

    def _vanishes(self, properties: Element) -> bool:
        vanish = properties.find(VANISH)
        if vanish is not None:
            return vanish.get(VAL) not in OFF
        style = properties.find(RUN_STYLE)
        return style is not None and self.styles.get(style.get(VAL, "")).hidden

    def _put(self, text: str, said: Said) -> None:
        if True not in self._fields:
            (said.hidden if said.is_hidden else said.text).append(text)

    def _text(self, element: Element, said: Said) -> None:
        self._put(element.text or "", said)

    def _tab(self, _element: Element, said: Said) -> None:
        self._put("\t", said)

    def _break(self, _element: Element, said: Said) -> None:
        self._put(SOFT_BREAK, said)

    def _hyphen(self, _element: Element, said: Said) -> None:
        self._put("-", said)

    def _symbol(self, element: Element, said: Said) -> None:
        code = element.get(f"{W}char", "").upper()
        known = SYMBOLS.get(code) or SYMBOLS.get(f"F0{code[-2:]}" if code.startswith("00") else "")
        try:
            character = known or chr(int(code, 16))
        except (ValueError, OverflowError):
            character = UNKNOWN_SYMBOL
        self._put(UNKNOWN_SYMBOL if ord(character) in PRIVATE else character, said)

    def _field(self, element: Element, said: Said) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            self._put(_filled_in(element), said)
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()

    def _page_break(self, _element: Element, said: Said) -> None:
        if self.page is None:
            return
        self.page += 1
        if not any(map(str.strip, said.text)):
            said.page = self.page

    def _revised(self, element: Element, said: Said) -> None:
        if len(element):
            revision = self._count(element)
            self._inside(element, said)
            self._revision = revision

    def _deleted(self, element: Element, _said: Said) -> None:
        if len(element):
            self._revision = self._count(element)

    def _count(self, element: Element) -> tuple[str, str]:
        """Word writes one revision in several pieces."""
        revision = element.tag, element.get(f"{W}author", "")
        self.tally.revisions += revision != self._revision
        return revision

    def _skipped(self, _element: Element, _said: Said) -> None:
        pass

    def _comment(self, _element: Element, _said: Said) -> None:
        self.tally.comments += 1

    def _footnote(self, element: Element, said: Said) -> None:
        said.notes.append(("footnotes", element.get(ID, "")))

    def _endnote(self, element: Element, said: Said) -> None:
        said.notes.append(("endnotes", element.get(ID, "")))

    def _drawing(self, element: Element, said: Said) -> None:
        said.drawings.append(drawing.draw(element))

    def _object(self, element: Element, said: Said) -> None:
        """Its picture is only a preview of what is embedded."""
        found = drawing.draw(element)
        found.pictures.clear()
        found.objects = 1
        said.drawings.append(found)

    def _alternatives(self, element: Element, said: Said) -> None:
        branch = drawing.chosen(element)
        if branch is not None:
            self._inside(branch, said)


def _filled_in(field: Element) -> str:
    """What an old form shows that is no text: the entry chosen from a list, a box with or without a tick."""
    data = field.find(f"{W}ffData")
    if data is None:
        return ""
    choice, box = data.find(f"{W}ddList"), data.find(f"{W}checkBox")
    if box is not None:
        ticked = switched_on(box, f"{W}checked")
        return "☑" if (switched_on(box, f"{W}default") if ticked is None else ticked) else "□"
    if choice is None:
        return ""
    entries = [entry.get(VAL, "") for entry in choice.findall(f"{W}listEntry")]
    chosen = value(choice, f"{W}result") or value(choice, f"{W}default") or "0"
    return entries[int(chosen)] if chosen.isdecimal() and len(chosen) < 4 and int(chosen) < len(entries) else ""


Handler = Callable[[Inline, Element, Said], None]
SKIPPED = (
    *("pPr", "rPr", "sdtPr", "sdtEndPr", "smartTagPr", "customXmlPr", "fldData", "ffData"),
    # A move is counted where its text arrives.
    *("moveFrom", "instrText", "delInstrText", "delText", "rt", "rubyPr"),
)
# What is not named here is looked into: an unknown element hides no text.
HANDLERS: dict[str, Handler] = {
    **{f"{W}{name}": Inline._skipped for name in SKIPPED},
    R_: Inline._run,
    T: Inline._text,
    f"{MATH}t": Inline._text,
    f"{W}tab": Inline._tab,
    f"{W}ptab": Inline._tab,
    f"{W}br": Inline._break,
    f"{W}cr": Inline._break,
    f"{W}noBreakHyphen": Inline._hyphen,
    f"{W}sym": Inline._symbol,
    f"{W}fldChar": Inline._field,
    f"{W}lastRenderedPageBreak": Inline._page_break,
    f"{W}ins": Inline._revised,
    f"{W}moveTo": Inline._revised,
    f"{W}del": Inline._deleted,
    f"{W}commentReference": Inline._comment,
    f"{W}footnoteReference": Inline._footnote,
    f"{W}endnoteReference": Inline._endnote,
    f"{W}drawing": Inline._drawing,
    f"{W}pict": Inline._drawing,
    f"{W}object": Inline._object,
    drawing.ALTERNATIVES: Inline._alternatives,
}
