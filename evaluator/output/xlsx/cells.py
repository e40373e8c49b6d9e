"""One value into one cell: numbers as numbers, dates as dates, and words that stay words whatever they begin with."""

import math
import re
from datetime import date, datetime
from typing import Any

from evaluator.ledger.entry import Cell
from evaluator.output.xlsx.looks import Looks

# What a cell holds at most.
MOST_CHARACTERS = 32_767
# Control characters, marks that turn the direction of text, halves of characters, what is no character.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_BREAK = re.compile("\r\n?|[\u2028\u2029]")
# Spreadsheets take these for the beginning of a formula, tab and carriage return when pasted.
_FORMULA = tuple("=+-@＝＋－＠\t\r")
_FIRST_DAY = date(1900, 3, 1)


def put(sheet: Any, at: tuple[int, int], cell: Cell, style: str, looks: Looks) -> None:
    """`at` is the row and the column, both counted from 0."""
    if isinstance(cell, bool):
        sheet.write_boolean(*at, cell, looks.of(style))
    elif isinstance(cell, (int, float)) and math.isfinite(cell):
        sheet.write_number(*at, cell, looks.of(style))
    elif isinstance(cell, datetime):
        sheet.write_datetime(*at, cell.replace(tzinfo=None), looks.of("moment"))
    # Spreadsheets count the days before wrongly: they believe in 29 February 1900.
    elif isinstance(cell, date) and cell >= _FIRST_DAY:
        sheet.write_datetime(*at, cell, looks.of("date"))
    elif cell is not None and (text := words(str(cell))):
        sheet.write_string(*at, text, looks.of(style, text.startswith(_FORMULA)))
    else:
        sheet.write_blank(*at, None, looks.of(style))


def words(text: str) -> str:
    """The text without what must not stand in a cell, and no longer than fits."""
    kept = _HARMFUL.sub("", _BREAK.sub("\n", text))
    # Characters beyond the first plane count twice.
    if 2 * len(kept) <= MOST_CHARACTERS or len(kept.encode("utf-16-le")) <= 2 * MOST_CHARACTERS:
        return kept
    return kept.encode("utf-16-le")[: 2 * MOST_CHARACTERS - 2].decode("utf-16-le", "ignore") + "…"
