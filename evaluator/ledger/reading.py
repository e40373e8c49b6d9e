"""A ledger that staff have filled in, read back: every fault by its row, all at once, before anything runs."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from unicodedata import normalize

from checklist.errors import UserError
from evaluator.ledger.columns import DATES, SHEET, SHEETS, Column, Status
from evaluator.ledger.dates import day_of
from evaluator.ledger.entry import Cell, Entry, Ledger
from evaluator.ledger.header import Header, absent, doubled, header_of, letter, list_of_problems
from evaluator.ledger.keys import parsed
from evaluator.ledger.workbook import Sheet, sheets

_STATUSES = {str(status): status for status in Status}
_DECISION = (Column.REASON, Column.APPROVER, Column.EXPIRES)
_OVERLOOKED = (Column.NUMBER, Column.OVERDUE)


def read_ledger(path: str) -> Ledger:
    """Raises UserError with every fault of the file."""
    found = sheets(path)
    sheet = list_of_problems(found)
    if sheet is None:
        raise UserError(f"{path} 不是台账：没有“{SHEET}”工作表", "请核对文件：要用本程序以 -o 写出的台账")
    header = header_of(sheet)
    _refuse(path, _of_header(header))
    lines = _lines(sheet, header)
    rows = (_of_row(*line) for line in lines.items())
    _refuse(path, chain(_of_nameless(sheet, header), _of_merged(sheet, header), _of_keys(lines), *rows))
    others = tuple(other.name for other in found if other is not sheet and other.name not in SHEETS)
    return Ledger(path, tuple(_entry(*line) for line in lines.items()), header.extra, others)


def _refuse(path: str, faults: Iterator[str]) -> None:
    found = tuple(faults)
    if found:
        said = "\n".join(f"{path} {fault}" for fault in found)
        raise UserError(f"台账有 {len(found)} 处问题，没有检查\n{said}", "请在 Excel 或 WPS 里改好、保存后再检查")


def _lines(sheet: Sheet, header: Header) -> dict[int, dict[str, Cell]]:
    """The rows below the header by their line, as far as there is anything in them."""
    lines = {
        line: {name: _plain(row[index]) for index, name in header.names.items() if index < len(row)}
        for line, row in enumerate(sheet.rows, 1)
        if line > header.line and row
    }
    return {line: cells for line, cells in lines.items() if any(_said(cells, name) for name in cells)}


def _plain(value: object) -> Cell:
    """Times of day and spans of time, which only staff's own columns may have, as words."""
    return value if value is None or isinstance(value, (str, int, float, date)) else str(value)


def _said(cells: Mapping[str, Cell], name: str) -> str:
    cell = cells.get(name)
    return "" if cell is None else str(cell).strip()


def _of_header(header: Header) -> Iterator[str]:
    for column in absent(header):
        yield f"缺少“{column}”这一列；列可以移动，不能删除或改名"
    for name, letters in doubled(header):
        yield f"有几列都叫“{name}”（{letters} 列）；请只留一列，或改成不同的名字"


def _of_nameless(sheet: Sheet, header: Header) -> Iterator[str]:
    filled = {i for row in sheet.rows[header.line :] for i, cell in enumerate(row) if cell is not None}
    for index in sorted(filled - set(header.names)):
        yield f"{letter(index)} 列有内容，但第 {header.line} 行没有列名；请写上列名"


def _of_merged(sheet: Sheet, header: Header) -> Iterator[str]:
    for first, last in sheet.merged:
        if last > header.line:
            rows = f"第 {first} 行" if first == last else f"第 {first}-{last} 行"
            yield f"{rows}：有合并的单元格，不知道各格填的是什么；请取消合并，逐格填写"


def _of_keys(lines: Mapping[int, Mapping[str, Cell]]) -> Iterator[str]:
    seen: dict[str, int] = {}
    for line, cells in lines.items():
        key = _said(cells, Column.KEY)
        if key and parsed(key) is None:
            yield f"第 {line} 行：隐藏的“{Column.KEY}”被改动过（{key}）；请恢复，或清空这一格（当作自行添加的行）"
        if key in seen:
            yield f"第 {line} 行：与第 {seen[key]} 行是同一个问题（编号相同）；请只留一行"
        elif key:
            seen[key] = line


def _of_row(line: int, cells: Mapping[str, Cell]) -> Iterator[str]:
    status = _said(cells, Column.STATUS)
    if status and _status(cells) is None:
        yield f"第 {line} 行：不认识整改状态“{status}”；只能是：{'、'.join(_STATUSES)}"
    for column in DATES:
        written = _said(cells, column)
        if written and day_of(cells[column]) is None:
            yield f"第 {line} 行：读不懂{column}“{written}”；请写成 2026-3-1 或 2026年3月1日"
    if _status(cells) is Status.WAIVED and _said(cells, Column.KEY):
        lacking = [column for column in _DECISION if not _said(cells, column)]
        if lacking:
            yield f"第 {line} 行：状态是豁免，还要填写{'、'.join(lacking)}；没有填全的豁免不算数"
        if not _said(cells, Column.FILE):
            yield f"第 {line} 行：“{Column.FILE}”是空的，不知道豁免的是哪一份报告；请恢复"


def _status(cells: Mapping[str, Cell]) -> Status | None:
    """Nothing filled in is 未整改."""
    written = "".join(normalize("NFKC", _said(cells, Column.STATUS)).split())
    return _STATUSES.get(written) if written else Status.OPEN


def _entry(line: int, cells: Mapping[str, Cell]) -> Entry:
    typed: dict[str, Cell] = {name: cell for name, cell in cells.items() if name not in _OVERLOOKED}
    key = parsed(_said(cells, Column.KEY))
    # A row of staff's own may be a remark or a sum, which has no status.
    typed[Column.STATUS] = _status(cells) if key or _said(cells, Column.STATUS) else None
    for column in DATES:
        typed[column] = day_of(cells[column]) if _said(cells, column) else None
    return Entry(line, key, typed)
