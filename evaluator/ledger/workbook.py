"""A workbook from outside as plain rows of cells: looked through before a library opens it, nothing believed of it."""

import re
import warnings
import zlib
from collections.abc import Sequence
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from checklist.errors import UserError
from checklist.obstacles import obstacle
from checklist.records import record
from evaluator.extras import installing
from evaluator.ledger.entry import Cell
from evaluator.limits import MEBIBYTE, MOST_BYTES
from evaluator.reading.archive import Archive
from evaluator.reading.xml import DOCTYPES
from evaluator.refusal import ReportError

try:
    import openpyxl
except ImportError:  # it is an extra
    openpyxl = None

RESAVE = "请在 Excel 或 WPS 里打开，确认无误后另存为新的 .xlsx 再用"
# More columns are no ledger; a cell far to the right would make every row that long.
MOST_COLUMNS = 200
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')
# What openpyxl raises at workbooks that lie: it checks little of what it parses.
_FAULTS = (
    *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, OSError, RuntimeError),
    *(SyntaxError, TypeError, ValueError, BadZipFile, zlib.error),
)


@record
class Sheet:
    """`rows` hold the values of the cells, formulas by their last result; `merged` are (first, last) lines."""

    name: str
    rows: tuple[tuple[Cell, ...], ...]
    merged: tuple[tuple[int, int], ...]


def sheets(path: str) -> tuple[Sheet, ...]:
    """Raises UserError where the file is no sound workbook."""
    if openpyxl is None:
        raise UserError("要安装 openpyxl 才能读台账（.xlsx）", installing("office"))
    data = _contents(path)
    try:
        archive = Archive(data)
        parts = {name: archive.read(name) for name in archive if name.endswith((".xml", ".rels"))}
    except ReportError as error:
        raise UserError(f"读不了台账 {path}：{error.message}", RESAVE) from None
    if any(mark in part for part in parts.values() for mark in DOCTYPES):
        raise UserError(f"没有读取台账 {path}：里面有文档类型声明（DOCTYPE），可能是恶意构造的", RESAVE)
    try:
        # It warns of what it leaves out: drop-downs, print settings.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = openpyxl.load_workbook(BytesIO(data), read_only=True, data_only=True, keep_links=False)
            return tuple(_sheet(sheet, parts) for sheet in book.worksheets)
    except _FAULTS as fault:
        raise UserError(f"读不了台账 {path}：文件已损坏，或不是 Excel 工作簿", RESAVE) from fault


def _contents(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise UserError(f"读不了台账 {path}（{obstacle(error)}）", "请核对路径和权限，并先关闭打开着它的程序") from None
    if len(data) > MOST_BYTES:
        raise UserError(f"没有读取台账 {path}：超过 {MOST_BYTES // MEBIBYTE} MB", "请核对文件")
    if data.startswith(_OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise UserError(f"读不了台账 {path}：工作簿设了打开密码", "请在 Excel 或 WPS 里去掉密码后再用")
        raise UserError(f"读不了台账 {path}：这是旧版 .xls 工作簿", "请在 Excel 或 WPS 里另存为 .xlsx 再用")
    if not data.startswith(b"PK"):
        raise UserError(f"读不了台账 {path}：不是 .xlsx 工作簿", "请核对文件：要用本程序以 -o 写出的台账")
    return data


def _sheet(sheet: Any, parts: dict[str, bytes]) -> Sheet:
    # The library does not tell merged cells of a sheet that it only reads through.
    part = parts[sheet._worksheet_path.lstrip("/").lower()]
    merged = ((int(first), int(last)) for _, first, _, last in _MERGED.findall(part))
    # The size that the file declares may be anything.
    sheet.reset_dimensions()
    rows = islice(sheet.iter_rows(values_only=True, max_col=MOST_COLUMNS), 1_048_576)
    return Sheet(sheet.title, tuple(map(_trimmed, rows)), tuple(merged))


def _trimmed(row: Sequence[Any]) -> tuple[Cell, ...]:
    """Without the empty cells at its end."""
    # A row far below leaves a million such before it.
    if row.count(None) == len(row):
        return ()
    end = len(row)
    while end and row[end - 1] is None:
        end -= 1
    return tuple(row[:end])
