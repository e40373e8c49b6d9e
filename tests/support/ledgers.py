"""Ledgers made for tests: written from assessments, filled in as staff do it, and shown as text."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import lru_cache
from io import BytesIO
from typing import Any

import openpyxl
from assessments import CHECKLIST
from rendering import written_by

from checklist.measured import Measured
from checklist.model import Checklist
from evaluator.assessment import Assessment
from evaluator.ledger.columns import SHEET, Column
from evaluator.ledger.entry import Ledger
from evaluator.output.xlsx import XlsxRenderer
from evaluator.run import Ignored, Run

TODAY = date(2026, 3, 1)
MEASURED = {"study": {"判缺失的查准率": "1.00（3/3，95% 区间 0.44-1.00）", "测于": "25 份有标注的报告"}}


def written(
    *assessments: Assessment,
    ledger: Ledger | None = None,
    today: date = TODAY,
    checklist: Checklist = CHECKLIST,
    ignored: tuple[Ignored, ...] = (),
    of: int = 0,
    measured: Measured = MEASURED,
) -> bytes:
    """The bytes of the workbook; `of` is how many reports there were where not all were checked."""
    run = Run(checklist, of or len(assessments), ignored, day=today, ledger=ledger)
    return written_by(XlsxRenderer(run, measured), *assessments, complete=not of)


def opened(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data))


def saved(book: Any) -> bytes:
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def edited(data: bytes, edit: Callable[[Any], None]) -> bytes:
    """The workbook after staff did something to its list of problems."""
    book = opened(data)
    edit(book[SHEET])
    return saved(book)


def column(sheet: Any, name: str) -> int:
    """The number of a column by its name."""
    return next(cell.column for cell in sheet[1] if cell.value == name)


def filled(data: bytes, row: int, **values: object) -> bytes:
    """`values` by the names of Column, in a row as the spreadsheet numbers them."""

    def edit(sheet: Any) -> None:
        for name, value in values.items():
            sheet.cell(row, column(sheet, Column[name])).value = value

    return edited(data, edit)


def table(data: bytes, name: str = SHEET, top: int = 1) -> list[dict[str, Any]]:
    """The rows of a sheet by the names of its columns; dates without the time of day that openpyxl adds."""
    return rows(_read(data)[name], top)


@lru_cache(4)
def _read(data: bytes) -> Any:
    """A workbook of which several sheets are looked at; nobody changes it."""
    return opened(data)


def rows(sheet: Any, top: int = 1) -> list[dict[str, Any]]:
    lines = [[cell.value for cell in row] for row in sheet.iter_rows()][top - 1 :]
    return [dict(zip(lines[0], map(_day, line), strict=True)) for line in lines[1:]]


def _day(value: Any) -> Any:
    return value.date() if isinstance(value, datetime) else value


def shown(data: bytes) -> str:
    """Every cell of every sheet as text."""
    return "\n".join(_shown(opened(data))) + "\n"


def _shown(book: Any) -> Iterator[str]:
    for sheet in book.worksheets:
        yield f"## {sheet.title}"
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield f"{cell.coordinate} {cell.value!r}"
