"""问题台账: one row a problem, what the program found on the left, what staff fill in on the right."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from evaluator.assessment import SEVERITIES_SHOWN, SHOWN, Verdict
from evaluator.ledger.columns import DATES, MENDED, SHEET, STAFF, Column, Status
from evaluator.ledger.entry import Row
from evaluator.output.xlsx.looks import Looks
from evaluator.output.xlsx.table import Head, Table

WIDTHS: Mapping[Column, tuple[float, str]] = {
    Column.NUMBER: (5, "whole"),
    Column.UNIT: (11, "text"),
    Column.FILE: (12, "text"),
    Column.SUBJECT: (12, "text"),
    Column.TITLE: (11, "text"),
    Column.BASIS: (17, "text"),
    Column.DEGREE: (7, "centre"),
    Column.VERDICT: (7, "centre"),
    Column.PROBLEM: (18, "text"),
    Column.QUOTE: (21, "text"),
    Column.PLACE: (7, "text"),
    Column.ADVICE: (25, "text"),
    Column.MEASURE: (14, "text"),
    Column.LEADER: (7, "text"),
    Column.OFFICE: (8, "text"),
    Column.PERSON: (7, "text"),
    Column.DEADLINE: (11, "date"),
    Column.OVERDUE: (5, "red"),
    Column.STATUS: (8, "centre"),
    Column.REASON: (10, "text"),
    Column.APPROVER: (7, "text"),
    Column.EXPIRES: (11, "date"),
    Column.REMARK: (13, "text"),
}
KEY_WIDTH = 44
EXTRA_WIDTH = 12
# Rows below the last for problems that staff add; they have the drop-downs too.
SPARE = 200
_SHADES = {
    Status.OPEN: Verdict.MISSING,
    Status.UNDER_WAY: Verdict.PARTIAL,
    Status.MENDED: Verdict.MET,
    Status.CLOSED: Verdict.MET,
    Status.WAIVED: Verdict.NOT_APPLICABLE,
}
_VERDICTS = {" ".join(shown): str(verdict) for verdict, shown in SHOWN.items()} | {
    MENDED: Verdict.MET,
    " ".join(SEVERITIES_SHOWN["error"]): Verdict.MISSING,
    " ".join(SEVERITIES_SHOWN["warning"]): Verdict.PARTIAL,
    " ".join(SEVERITIES_SHOWN["info"]): Verdict.MANUAL,
}


def write(workbook: Any, looks: Looks, rows: Sequence[Row], extra: Sequence[str]) -> None:
    heads = _heads(extra)
    names = [head.name for head in heads]
    table = Table(workbook, looks, SHEET, heads)
    verdict = names.index(Column.VERDICT)
    for row in rows:
        style = _VERDICTS.get(str(row.get(Column.VERDICT)).partition("（")[0], "centre")
        table.add([row.get(name) for name in names], {verdict: style})
    table.finish(2, "黄色表头由工作人员填写；列可以移动、排序、筛选，不要删除或改名")
    _help_filling_in(table, looks, names)


def _heads(extra: Sequence[str]) -> tuple[Head, ...]:
    ours = (
        Head(column, width, style, "asked" if column in STAFF else "head") for column, (width, style) in WIDTHS.items()
    )
    more = (Head(name, EXTRA_WIDTH, "text", "asked") for name in extra)
    return (*ours, *more, Head(Column.KEY, KEY_WIDTH, hidden=True))


def _help_filling_in(table: Table, looks: Looks, names: Sequence[str]) -> None:
    first, last = table.top + 1, table.last + SPARE
    status = names.index(Column.STATUS)
    table.sheet.data_validation(first, status, last, status, _choice())
    for name in DATES:
        column = names.index(name)
        table.sheet.data_validation(first, column, last, column, _day())
    for state, verdict in _SHADES.items():
        shade = {"type": "cell", "criteria": "==", "value": f'"{state}"', "format": looks.shade(verdict)}
        table.sheet.conditional_format(first, status, last, status, shade)


def _choice() -> dict[str, Any]:
    return {
        "validate": "list",
        "source": [str(status) for status in Status],
        "error_title": "整改状态",
        "error_message": f"只能选：{'、'.join(Status)}",
    }


def _day() -> dict[str, Any]:
    return {
        "validate": "date",
        "criteria": "between",
        "minimum": date(2000, 1, 1),
        "maximum": date(2099, 12, 31),
        "error_title": "日期",
        "error_message": "请写成 2026-3-1 这样的日期",
    }
