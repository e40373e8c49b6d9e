"""What a new check makes of the rows of an old ledger: kept with what staff wrote, closed, or opened again."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import count

from evaluator.ledger.columns import DATES, MENDED, Column, Status
from evaluator.ledger.entering import Found, LedgerProblem
from evaluator.ledger.entry import Cell, Entry, Key, Ledger, Row
from evaluator.ledger.pairing import paired

UNDONE = (Status.OPEN, Status.UNDER_WAY)
CLAIMED = (Status.MENDED, Status.CLOSED)


def rows(found: Sequence[Found], ledger: Ledger | None, today: date) -> Iterator[Row]:
    """The rows of the new ledger: report by report, then what is of no report of this run."""
    numbers = count(1)
    dossiers, rest = paired(found, ledger.entries if ledger else ())
    for index, report in enumerate(found):
        entries = dossiers[index].entries if index in dossiers else ()
        for row in _of_report(report, entries, today):
            yield _finished(row, next(numbers), today)
    for entry in rest:
        yield _finished(entry.cells, next(numbers), today)


def _of_report(report: Found, entries: Sequence[Entry], today: date) -> Iterator[Row]:
    known = {_matter(entry.key): entry for entry in entries if entry.key}
    for problem in report.problems:
        entry = known.pop(_matter(problem.key), None)
        yield _still_there(problem, entry, today) | {Column.KEY: str(problem.key)}
    for entry in known.values():
        assert entry.key
        # The report may have another path or organ now; the row goes with it.
        key = replace(entry.key, report=report.report, unit=report.unit)
        settled = entry.key.subject in report.settled
        yield (_mended(entry.cells, today) if settled else dict(entry.cells)) | {Column.KEY: str(key)}


def _matter(key: Key) -> tuple[str, str, int]:
    return key.subject, key.quote, key.nth


def _still_there(problem: LedgerProblem, entry: Entry | None, today: date) -> dict[str, Cell]:
    if entry is None:
        return {**problem.cells, Column.STATUS: Status.OPEN} | _decided(problem)
    row = {**entry.cells, **problem.cells}
    status = row.get(Column.STATUS)
    if status in CLAIMED:
        said = "重新出现" if status == Status.CLOSED else "标为已整改，仍有此问题"
        return row | {Column.STATUS: Status.OPEN, Column.REMARK: _remark(row, f"{today} 核查：{said}")}
    return row | (_decided(problem) if status == Status.OPEN else {})


def _decided(problem: LedgerProblem) -> dict[str, Cell]:
    """What a waiver from elsewhere says, for a row on which staff have decided nothing."""
    if problem.waiver is None:
        return {}
    return {
        Column.STATUS: Status.WAIVED,
        Column.REASON: problem.waiver.reason,
        Column.APPROVER: problem.waiver.approver,
        Column.EXPIRES: problem.waiver.expires,
    }


def _mended(row: Row, today: date) -> dict[str, Cell]:
    if row.get(Column.STATUS) == Status.CLOSED:
        return dict(row)
    return {
        **row,
        Column.VERDICT: MENDED,
        Column.STATUS: Status.CLOSED,
        Column.REMARK: _remark(row, f"{today} 核查：未再发现，自动销号"),
    }


def _remark(row: Row, more: str) -> str:
    return "\n".join(filter(None, (str(row.get(Column.REMARK) or ""), more)))


def _finished(row: Row, number: int, today: date) -> Row:
    return {**row, Column.NUMBER: number, Column.OVERDUE: _overdue(row, today)}


def _overdue(row: Row, today: date) -> str:
    status, deadline, expires = (row.get(name) for name in (Column.STATUS, *DATES))
    if status in UNDONE and isinstance(deadline, date) and deadline < today:
        return "超期"
    return "豁免到期" if status == Status.WAIVED and isinstance(expires, date) and expires < today else ""
