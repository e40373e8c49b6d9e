"""A ledger as it was read back: its rows with what staff filled in."""

from collections.abc import Mapping
from datetime import date

from checklist.records import record

Cell = str | int | float | bool | date | None
Row = Mapping[str, Cell]


@record
class Key:
    """What makes a problem the same one on the next run, wherever its row and its line went.

    `report` and `unit` are digests of the report's path and of its organ and year, empty where unknown;
    `subject` is the id of an item or a rule, `quote` a digest of the words a finding stands on, `nth` tells
    equal findings apart, from 1.
    """

    report: str
    unit: str
    subject: str
    quote: str = ""
    nth: int = 1

    def __str__(self) -> str:
        return "/".join((self.report, self.unit, self.subject, self.quote, str(self.nth)))


@record
class Entry:
    """One row. `key` is None where staff wrote it themselves; `cells` are by the names of the columns, staff's
    own columns among them, dates as dates and the status one of Status."""

    line: int
    key: Key | None
    cells: Row


@record
class Ledger:
    """`extra` are the columns that staff added, `other_sheets` the sheets that are none of the program's."""

    path: str
    entries: tuple[Entry, ...]
    extra: tuple[str, ...] = ()
    other_sheets: tuple[str, ...] = ()
