"""A sheet with a table: header, rows, filter, what stays in view, and how it prints."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from checklist.records import record
from evaluator.ledger.entry import Cell
from evaluator.output.xlsx.cells import put
from evaluator.output.xlsx.looks import Looks

# What a sheet holds at most.
MOST_ROWS = 1_048_576
A4 = 9
# Of rows, in points; the tallest is what spreadsheets allow.
LINE, SPACE, TALLEST = 14.5, 3, 409


@record
class Head:
    """A column: its name, its width in digits of the font, the style of its cells and of its name."""

    name: str
    width: float
    style: str = "text"
    head: str = "head"
    hidden: bool = False


class Table:
    """Rows are added in order; one row is kept free to say how many did not fit. `above` are lines over the header."""

    def __init__(
        self, workbook: Any, looks: Looks, name: str, heads: Sequence[Head], above: Sequence[tuple[str, str]] = ()
    ) -> None:
        self.sheet = workbook.add_worksheet(name)
        self.top = len(above)
        self._looks, self._heads, self._name = looks, heads, name
        self._next = self.top + 1
        self._left_out = 0
        for row, (text, style) in enumerate(above):
            put(self.sheet, (row, 0), text, style, looks)
        for column, head in enumerate(heads):
            self.sheet.set_column(column, column, head.width, None, {"hidden": head.hidden})
            put(self.sheet, (self.top, column), head.name, head.head, looks)
        self._fit_height(self.top, [head.name for head in heads])

    def add(self, cells: Sequence[Cell], styles: Mapping[int, str] | None = None) -> None:
        """A row; `styles` are those of single cells, by column, that are not the column's."""
        if self._next >= MOST_ROWS - 1:
            self._left_out += 1
            return
        for column, (cell, head) in enumerate(zip(cells, self._heads, strict=True)):
            put(self.sheet, (self._next, column), cell, (styles or {}).get(column, head.style), self._looks)
        self._fit_height(self._next, cells)
        self._next += 1

    @property
    def last(self) -> int:
        """The index of the last row, that of the header where there is none."""
        return self._next - 1

    def finish(self, kept: int, subject: str, below: Sequence[Sequence[Cell]] = ()) -> None:
        """`kept` columns stay in view on the left, `subject` is printed on top of every page, `below` are sums."""
        sheet, last, right = self.sheet, self.last, len(self._heads) - 1
        if self._left_out:
            said = f"还有 {self._left_out} 行放不下（一张工作表最多 {MOST_ROWS} 行），请分批检查"
            put(sheet, (last + 1, 0), said, "warning", self._looks)
        elif last + len(below) < MOST_ROWS:
            for row, cells in enumerate(below, last + 1):
                for column, cell in enumerate(cells):
                    put(sheet, (row, column), cell, "head", self._looks)
        sheet.autofilter(self.top, 0, last, right)
        sheet.freeze_panes(self.top + 1, kept)
        sheet.print_area(0, 0, last + (1 if self._left_out else len(below)), right)
        _set_page(sheet, self.top, self._name, subject)

    def _fit_height(self, row: int, cells: Sequence[Cell]) -> None:
        """Excel would do it when it opens the file; LibreOffice and some versions of WPS do not."""
        shown = (
            _lines(cell, head.width)
            for cell, head in zip(cells, self._heads, strict=True)
            if isinstance(cell, str) and not head.hidden
        )
        self.sheet.set_row(row, min(TALLEST, LINE * max(shown, default=1) + SPACE))


def _lines(text: str, width: float) -> int:
    """How many lines the text takes in a column."""
    room = max(2, int(width) - 1)
    # GBK writes in two bytes what is two digits wide, and counts faster than a loop over characters.
    return sum(max(1, math.ceil(len(line.encode("gbk", "replace")) / room)) for line in text.split("\n"))


def _set_page(sheet: Any, top: int, name: str, subject: str) -> None:
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.25, right=0.25, top=0.7, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(top)
    sheet.set_header(f"&L{name}&R{subject}")
    sheet.set_footer("&C第 &P 页，共 &N 页")
