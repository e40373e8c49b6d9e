"""Dates as staff write them: 2026-3-1, 2026年3月1日, 2026.3.1, 20260301."""

import re
from datetime import date, datetime, timedelta
from unicodedata import normalize

from evaluator.ledger.entry import Cell

# Typed by staff into a cell, so with any marks between or none, and never in characters or of a month alone.
_WRITTEN = re.compile(r"(\d{4})(?:年|[-./])(\d{1,2})(?:月|[-./])(\d{1,2})日?|(\d{4})(\d{2})(\d{2})")
# Spreadsheets count days from here; a number within these (2000 to 2099) is a date whose format was lost.
_EPOCH = date(1899, 12, 30)
_FIRST, _LAST = 36526, 73050


def day_of(cell: Cell) -> date | None:
    """The day that a cell holds, None where it cannot be told; no ledger is of another century."""
    day = _read(cell)
    return day if day and 2000 <= day.year <= 2099 else None


def _read(cell: Cell) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, (int, float)) and not isinstance(cell, bool) and _FIRST <= cell <= _LAST:
        return _EPOCH + timedelta(days=int(cell))
    match = _WRITTEN.fullmatch("".join(normalize("NFKC", str(cell)).split()))
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups() if part))
    except ValueError:
        return None
