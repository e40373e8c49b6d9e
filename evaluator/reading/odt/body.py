"""The blocks of an OpenDocument text in their order: paragraphs with their numbers, lists, tables, frames."""

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from xml.etree.ElementTree import Element

from evaluator.reading.composing import PROSE, Composition, labelled
from evaluator.reading.numbering import Numbering
from evaluator.reading.odt.inline import HANDLERS as INLINE
from evaluator.reading.odt.inline import Inline, Said
from evaluator.reading.odt.names import DRAW, OFFICE, STYLE, TABLE, TEXT
from evaluator.reading.odt.styles import OUTLINE, PLAIN, Style, integer, key

# In a cell of so many paragraphs the table is the frame of a page, not a table.
PAGE_IN_A_CELL = 6
A4 = 595.3 * 841.9


@dataclass(slots=True)
class Item:
    """Where in a list we are; a number that was given out is given out no more."""

    list: str
    depth: int
    value: int | None = None
    numbers: bool = True


@dataclass(slots=True)
class Body:
    composition: Composition
    inline: Inline
    numbering: Numbering
    page_area: float = A4
    _items: list[Item] = field(default_factory=list)
    _kinds: list[str] = field(default_factory=lambda: ["paragraph"])
    _hidden: bool = False
    # A paragraph whose end was deleted goes on in the next one.
    _carried: Said | None = None

    def read(self, container: Element, kind: str = "") -> None:
        """Every block in the container, which is no part of the list around it."""
        self._kinds.append(kind or self._kinds[-1])
        items, self._items = self._items, []
        self._blocks(container)
        self._items = items
        self._end_carried()
        self._kinds.pop()

    def _blocks(self, container: Element) -> None:
        for child in container:
            if handler := HANDLERS.get(child.tag):
                handler(self, child)
            elif child.tag in INLINE:
                self._inline(child)
            elif len(child) and not child.tag.endswith("-source"):
                self._blocks(child)

    def _paragraph(self, paragraph: Element) -> None:
        said, self._carried = self._carried or Said(self.inline.page), None
        said.is_hidden = self._hidden or self._style(paragraph).hidden
        self.inline.read(paragraph, said)
        if self.inline.deleting:
            self._carried = said
        else:
            self._put(said, paragraph)

    def _end_carried(self) -> None:
        if self._carried is not None:
            carried, self._carried = self._carried, None
            self._put(carried, None)

    def _inline(self, element: Element) -> None:
        """A frame or page break between paragraphs."""
        said = Said(self.inline.page)
        INLINE[element.tag](self.inline, element, said)
        self._put(said, None)

    def _put(self, said: Said, paragraph: Element | None) -> None:
        text, hidden = "".join(said.text), "".join(said.hidden).strip()
        number = "" if paragraph is None or (hidden and not text.strip()) else self._number(paragraph)
        if text.strip():
            kind, level = self._kind(paragraph)
            self.composition.add(labelled(number, text), kind, level, said.page)
        if hidden:
            self.composition.add(hidden, "hidden", page=said.page)
        for area in said.pictures:
            self.composition.picture(None if area is None else area / self.page_area)
        for box in said.boxes:
            self.read(box, "box" if self._kinds[-1] == "paragraph" else "")
        for note in said.notes:
            self.read(note, "note" if self._kinds[-1] != "header" else "header")

    def _kind(self, paragraph: Element | None) -> tuple[str, int]:
        kind = self._kinds[-1]
        if kind in PROSE and paragraph is not None and paragraph.tag == f"{TEXT}h":
            return "heading", integer(paragraph.get(f"{TEXT}outline-level")) or 1
        return kind, 0

    def _style(self, paragraph: Element) -> Style:
        name = paragraph.get(f"{TEXT}style-name", "")
        return self.inline.styles.get(key("paragraph", name), PLAIN)

    def _number(self, paragraph: Element) -> str:
        if not self._items:
            return self._number_of_heading(paragraph)
        item = self._items[-1]
        if not item.numbers:
            return ""
        item.numbers = False
        return self.numbering.number(item.list or self._style(paragraph).list or "", item.depth, item.value)

    def _number_of_heading(self, paragraph: Element) -> str:
        level = integer(paragraph.get(f"{TEXT}outline-level"))
        if paragraph.tag != f"{TEXT}h" or not level or paragraph.get(f"{TEXT}is-list-header") == "true":
            return ""
        list_ = self._style(paragraph).list
        return self.numbering.number(OUTLINE if list_ is None else list_, level - 1)

    def _list(self, element: Element) -> None:
        outer = self._items[-1] if self._items else None
        name = element.get(f"{TEXT}style-name") or (outer.list if outer else "")
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if outer is None and not goes_on:
            self.numbering.begin_anew(name)
        depth = outer.depth + 1 if outer else 0
        for child in element:
            numbers = child.tag == f"{TEXT}list-item"
            self._items.append(Item(name, depth, integer(child.get(f"{TEXT}start-value")), numbers))
            self._blocks(child)
            self._items.pop()

    def _table(self, table: Element) -> None:
        """One cell alone is a frame round its paragraphs."""
        cells = len(list(islice(table.iter(f"{TABLE}table-cell"), 2)))
        self.read(table, "cell" if cells > 1 and self._kinds[-1] in PROSE else "")

    def _cell(self, cell: Element) -> None:
        page = self._kinds[-1] == "cell" and len(cell.findall(f"{TEXT}p")) >= PAGE_IN_A_CELL
        self.read(cell, "paragraph" if page else "")

    def _section(self, section: Element) -> None:
        before = self._hidden
        self._hidden = before or section.get(f"{TEXT}display") == "none"
        self._blocks(section)
        self._hidden = before

    def _changes(self, changes: Element) -> None:
        """What was deleted is kept here, or in the text between marks that refer to it."""
        regions = changes.findall(f"{TEXT}changed-region")
        self.inline.tally.revisions += len(regions)
        self.inline.deletions |= {
            region.get(f"{TEXT}id", "") for region in regions if region.find(f"{TEXT}deletion") is not None
        }

    def _skipped(self, _element: Element) -> None:
        pass


HANDLERS: dict[str, Callable[[Body, Element], None]] = {
    f"{TEXT}p": Body._paragraph,
    f"{TEXT}h": Body._paragraph,
    f"{TEXT}list": Body._list,
    f"{TABLE}table": Body._table,
    f"{TABLE}table-cell": Body._cell,
    f"{TEXT}section": Body._section,
    f"{TEXT}tracked-changes": Body._changes,
    f"{OFFICE}forms": Body._skipped,
    f"{DRAW}glue-point": Body._skipped,
    f"{STYLE}style": Body._skipped,
}
