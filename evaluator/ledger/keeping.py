"""What staff have written into a workbook is not overwritten by accident."""

from collections.abc import Iterable
from pathlib import Path

from checklist.errors import UserError
from evaluator.ledger.columns import STAFF, Column, Status
from evaluator.ledger.entry import Entry, Ledger
from evaluator.ledger.reading import read_ledger


def read_and_keep(path: str | None, targets: Iterable[str]) -> Ledger | None:
    """The ledger at the path. Raises UserError, also where a target has what would be lost."""
    ledger = read_ledger(path) if path else None
    for target in targets:
        _require_kept(target, ledger)
    return ledger


def _require_kept(path: str, ledger: Ledger | None) -> None:
    """Raises UserError where a new ledger at the path would take away more than it brings along from `ledger`."""
    target = Path(path)
    if not target.is_file() or not target.stat().st_size:
        return
    if ledger and target.samefile(ledger.path):
        if ledger.other_sheets:
            names = "、".join(ledger.other_sheets)
            raise UserError(f"不能写入 {path}：里面另有工作表 {names}，写新台账会丢掉", "请换一个文件名")
        return
    try:
        filled = sum(map(_is_filled, read_ledger(path).entries))
    except UserError as error:
        hint = "请换一个文件名；确实不要原来的文件的，先删掉它"
        raise UserError(f"不能写入 {path}：已经有这个工作簿，但看不出里面填写了什么\n{error.message}", hint) from None
    if filled:
        hint = f"要把填写的内容带过来，加上 --ledger {path}；不要带的，换一个文件名"
        raise UserError(f"不能写入 {path}：里面有 {filled} 行填写过的内容，会丢掉", hint)


def _is_filled(entry: Entry) -> bool:
    """Whether anything is there that the program had not written on its first run."""
    foreign = [name for name, cell in entry.cells.items() if cell is not None and name not in set(Column)]
    written = any(entry.cells.get(column) for column in STAFF if column is not Column.STATUS)
    return entry.key is None or bool(foreign) or written or entry.cells[Column.STATUS] != Status.OPEN
