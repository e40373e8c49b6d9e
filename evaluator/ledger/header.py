"""The line of the sheet that names its columns, wherever it is and in whatever order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from unicodedata import normalize

from checklist.records import record
from evaluator.ledger.columns import NEEDED, SHEET, Column
from evaluator.ledger.entry import Cell
from evaluator.ledger.workbook import Sheet

# Staff write a title above; nobody writes twenty lines of it.
MOST_ABOVE = 20


@record
class Header:
    """`line` is 1-based; `names` are the columns by their index, ours as Column, staff's own as they wrote them."""

    line: int
    names: Mapping[int, str]

    @property
    def extra(self) -> tuple[str, ...]:
        return tuple(name for name in self.names.values() if not isinstance(name, Column))


def list_of_problems(sheets: Sequence[Sheet]) -> Sheet | None:
    """The sheet by its name; where it was renamed, the one whose header has every needed column."""
    named = [sheet for sheet in sheets if _squeezed(sheet.name) == SHEET]
    return next(iter(named or [sheet for sheet in sheets if not absent(header_of(sheet))]), None)


def header_of(sheet: Sheet) -> Header:
    """The line with most of our columns."""
    lines = [Header(line, _names(row)) for line, row in enumerate(islice(sheet.rows, MOST_ABOVE), 1)]
    return max(lines, key=lambda header: len(set(NEEDED) - set(absent(header))), default=Header(1, {}))


def absent(header: Header) -> tuple[Column, ...]:
    return tuple(column for column in NEEDED if column not in header.names.values())


def doubled(header: Header) -> Iterator[tuple[str, str]]:
    """Each name that two columns have, with their letters."""
    letters: dict[str, list[str]] = {}
    for index, name in header.names.items():
        letters.setdefault(name, []).append(letter(index))
    yield from ((name, "、".join(each)) for name, each in letters.items() if len(each) > 1)


def letter(index: int) -> str:
    """A to Z, AA to ZZ: as spreadsheets call a column."""
    first, second = divmod(index, 26)
    return (chr(64 + first) if first else "") + chr(65 + second)


def _names(row: Sequence[Cell]) -> dict[int, str]:
    return {index: _named(str(cell)) for index, cell in enumerate(row) if cell is not None and str(cell).strip()}


def _named(written: str) -> str:
    return _OURS.get(_squeezed(written), written.strip())


def _squeezed(text: str) -> str:
    return "".join(normalize("NFKC", text).split())


_OURS = {_squeezed(column): column for column in Column}
