"""The blocks of a document in their order: numbered paragraphs, tables, content controls, text boxes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from xml.etree.ElementTree import Element

from evaluator.reading.composing import PROSE, Composition, labelled
from evaluator.reading.docx import drawing
from evaluator.reading.docx.inline import Inline, Said
from evaluator.reading.docx.names import PPR, RELATED, RPR, P, W
from evaluator.reading.docx.related import Related
from evaluator.reading.docx.styles import PLAIN, Style, Styles, outline_level, value
from evaluator.reading.numbering import Numbering

# In a cell of so many paragraphs the table is the frame of a page, not a table.
PAGE_IN_A_CELL = 6


@dataclass(slots=True)
class Body:
    composition: Composition
    inline: Inline
    styles: Styles
    numbering: Callable[[], Numbering]
    related: Related
    page_area: float
    # A paragraph whose mark was deleted goes on in the next one.
    _carried: Said | None = None
    _kinds: list[str] = field(default_factory=lambda: ["paragraph"])

    def read(self, container: Element, kind: str = "") -> None:
        """Every block in the container; what is in no known element is looked for deeper down."""
        self._kinds.append(kind or self._kinds[-1])
        self._blocks(container)
        self._end_carried()
        self._kinds.pop()

    def _blocks(self, container: Element) -> None:
        for child in container:
            if child.tag == P:
                self._paragraph(child)
            elif handler := HANDLERS.get(child.tag):
                handler(self, child)
            elif len(child):
                self._blocks(child)

    def _paragraph(self, paragraph: Element) -> None:
        properties = paragraph.find(PPR)
        mark = None if properties is None else properties.find(RPR)
        said, self._carried = self._carried or Said(self.inline.page), None
        style = self.styles.get(value(properties, f"{W}pStyle"))
        said.is_hidden = style.hidden
        self.inline.read(paragraph, said)
        if _has(mark, f"{W}del") or _has(mark, f"{W}moveFrom"):
            self._carried = said
        else:
            self._put(said, properties, style)

    def _end_carried(self) -> None:
        if self._carried is not None:
            carried, self._carried = self._carried, None
            self._put(carried, None, PLAIN)

    def _put(self, said: Said, properties: Element | None, style: Style) -> None:
        text, hidden = "".join(said.text), "".join(said.hidden).strip()
        shown = bool(text.strip())
        number = self._number(properties, style) if shown or not hidden else ""
        if shown:
            kind, level = self._kind(properties, style)
            self.composition.add(labelled(number, text), kind, level, said.page)
        if hidden:
            self.composition.add(hidden, "hidden", page=said.page)
        for drawn in said.drawings:
            self._drawn(drawn)
        for note in said.notes:
            self._note(*note)

    def _kind(self, properties: Element | None, style: Style) -> tuple[str, int]:
        kind = self._kinds[-1]
        if kind not in PROSE:
            return kind, 0
        direct = outline_level(properties)
        level = style.level if direct is None else direct
        return ("heading", level) if level else (kind, 0)

    def _number(self, properties: Element | None, style: Style) -> str:
        direct = None if properties is None else properties.find(f"{W}numPr")
        list_ = value(direct, f"{W}numId") or style.list
        if list_ is None or list_ == "0":
            return ""
        written = value(direct, f"{W}ilvl")
        depth = int(written) if written and written.isdecimal() and len(written) < 3 else style.depth
        if depth is None:
            depth = self.numbering().depth(list_, value(properties, f"{W}pStyle") or "")
        return self.numbering().number(list_, depth)

    def _drawn(self, drawn: drawing.Drawing) -> None:
        for area in drawn.pictures:
            self.composition.picture(None if area is None else area / self.page_area)
        self.inline.tally.objects += drawn.objects
        for box in drawn.boxes:
            self.read(box, "box" if self._kinds[-1] == "paragraph" else "")
        for words in (*drawn.words, *(w for part in drawn.parts for w in self.related.words(part))):
            self.composition.add(words, self._side_kind(), page=self.inline.page)

    def _side_kind(self) -> str:
        """Words in a diagram are no prose and no headings."""
        return "cell" if self._kinds[-1] in PROSE else self._kinds[-1]

    def _note(self, kind: str, id_: str) -> None:
        note = self.related.note(kind, id_)
        if note is not None:
            self.read(note, "note" if self._kinds[-1] != "header" else "header")

    def _table(self, table: Element) -> None:
        """One cell alone is a frame round its paragraphs."""
        self._end_carried()
        cells = len(list(islice(table.iter(f"{W}tc"), 2)))
        self._kinds.append("cell" if cells > 1 and self._kinds[-1] in PROSE else self._kinds[-1])
        self._blocks(table)
        self._kinds.pop()

    def _row(self, row: Element) -> None:
        properties = row.find(f"{W}trPr")
        deleted, inserted = (_has(properties, f"{W}{name}") for name in ("del", "ins"))
        self.inline.tally.revisions += deleted or inserted
        if not deleted:
            self._blocks(row)

    def _cell(self, cell: Element) -> None:
        if _has(cell.find(f"{W}tcPr"), f"{W}cellDel"):
            self.inline.tally.revisions += 1
            return
        page = self._kinds[-1] == "cell" and len(cell.findall(P)) >= PAGE_IN_A_CELL
        self.read(cell, "paragraph" if page else "")

    def _alternatives(self, alternatives: Element) -> None:
        branch = drawing.chosen(alternatives)
        if branch is not None:
            self._blocks(branch)

    def _foreign(self, element: Element) -> None:
        """Another file put in whole (altChunk), or a part of a master document: seen in Word, not read."""
        self.related.name_unread(element.get(RELATED, ""))

    def _skipped(self, _element: Element) -> None:
        pass


def _has(properties: Element | None, name: str) -> bool:
    return properties is not None and properties.find(name) is not None


SKIPPED = (
    *("sdtPr", "sdtEndPr", "customXmlPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sectPr"),
    *("moveFrom", "del"),
)
HANDLERS: dict[str, Callable[[Body, Element], None]] = {
    **{f"{W}{name}": Body._skipped for name in SKIPPED},
    f"{W}tbl": Body._table,
    f"{W}tr": Body._row,
    f"{W}tc": Body._cell,
    f"{W}altChunk": Body._foreign,
    f"{W}subDoc": Body._foreign,
    drawing.ALTERNATIVES: Body._alternatives,
}
