"""The ledger's round: written, filled in by staff, read back as waivers, carried on by the next check."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from assessments import CHECKLIST, FAILED, FINDING, PASSED, PLACE, RESULTS, UNJUDGED
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledgers import TODAY, column, edited, filled, opened, saved, table, written
from offices import converted, needs_calc

from checklist.rule import Rule
from checklist.waivers import Waiver
from evaluator.assessment import Assessment, Verdict
from evaluator.ledger.columns import SHEET, STAFF, Column
from evaluator.ledger.dates import day_of
from evaluator.ledger.entry import Cell, Key, Ledger
from evaluator.ledger.keys import parsed, quote_key, report_key, unit_key
from evaluator.ledger.reading import read_ledger
from evaluator.ledger.waiving import waivers
from evaluator.output.xlsx.cells import words

LATER = date(2026, 4, 1)
RULES = replace(CHECKLIST, rules=(Rule("plan-year", "plan-year", "安排的年份", "error", "核对"),))


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def ledger_of(data: bytes) -> Ledger:
    Path("台账.xlsx").write_bytes(data)
    return read_ledger("台账.xlsx")


def carried(data: bytes, *now: Assessment, today: date = LATER) -> list[dict[str, Any]]:
    """The problems of the next ledger, when the reports are checked again."""
    return table(written(*now, ledger=ledger_of(data), today=today, checklist=RULES))


def mended(*ids: str, findings: bool = False) -> Assessment:
    items = tuple(replace(item, verdict=Verdict.MET) if item.id in ids else item for item in RESULTS)
    return replace(FAILED, items=items, findings=() if findings else FAILED.findings)


def states(rows: list[dict[str, Any]]) -> list[tuple[str, str, str | None]]:
    return [(row[Column.SUBJECT], row[Column.STATUS], row[Column.REMARK]) for row in rows]


UNTOUCHED = [(name, "未整改", None) for name in ("causes", "rectification", "next-plan", "plan-year")]


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2026年3月", None), ("三月一日", None), ("2026-13-45", None), ("2026-2-29", None), ("26-3-1", None),
        ("2026-3-1 前", None), ("长期", None), ("", None), (True, None), (20260230, None), (1.5, None), (99999, None),
        (date(1999, 12, 31), None), (date(2100, 1, 1), None), ("1026-3-1", None), ("²026-3-1-1", None),
        ("2026-3-1", TODAY), ("2026-03-01", TODAY), ("2026年3月1日", TODAY), ("2026年3月1", TODAY), ("2026.3.1", TODAY),
        ("2026/3/1", TODAY), ("２０２６年３月１日", TODAY), (" 2026 年 3 月 1 日 ", TODAY), ("20260301", TODAY),
        (20260301, TODAY), (46082, TODAY), (46082.75, TODAY), (TODAY, TODAY), (datetime(2026, 3, 1, 9, 30), TODAY),
    ],
    ids=repr,
)  # fmt: skip
def test_dates_as_they_are_typed(cell: Cell, day: date | None) -> None:
    assert day_of(cell) == day


@pytest.mark.parametrize(
    "text",
    ["", "甲", "a/b/c/d/1", "//causes//0", "//causes//", "/////", "//a/b//1", "0123456789ab/x/causes//1", "=1"],
)
def test_no_key(text: str) -> None:
    assert parsed(text) is None


def test_keys_come_back_and_tell_apart() -> None:
    key = Key(report_key("a/甲.txt"), unit_key(FAILED.report), "plan-year", quote_key("2023年安排"), 2)
    assert parsed(f" {key} ") == key
    assert parsed(str(Key("", "", "causes"))) == Key("", "", "causes")
    same = {report_key(path) for path in ("a/甲.txt", "./a/甲.txt", "a//甲.txt", "a\\甲.txt", "a/b/../甲.txt")}
    assert same == {key.report}
    assert report_key("-") == ""
    assert quote_key("2023年 安排") == quote_key("２０２３年安排") != quote_key("2024年安排")
    assert unit_key(replace(FAILED.report, organ=None)) == ""
    assert unit_key(replace(FAILED.report, year=2025)) != key.unit


def test_nothing_filled_in_is_no_waiver_and_changes_nothing() -> None:
    data = written(FAILED)
    assert list(waivers(ledger_of(data), ["甲.txt"])) == []
    assert states(carried(data, FAILED)) == UNTOUCHED


DECISION = {"STATUS": "豁免", "REASON": "另文报告", "APPROVER": "张三", "EXPIRES": "2026年12月31日"}


def test_rows_marked_as_waived_become_waivers() -> None:
    data = filled(filled(written(FAILED), 2, **DECISION), 5, **DECISION, DEADLINE="2026-5-1")
    said = "另文报告", "张三", date(2026, 12, 31)
    path = str(Path("甲.txt").absolute())
    assert list(waivers(ledger_of(data), ["甲.txt"])) == [
        Waiver("causes", path, *said, origin="台账.xlsx 第 2 行"),
        Waiver("plan-year", path, *said, quote="2023年安排", origin="台账.xlsx 第 5 行"),
    ]


@pytest.mark.parametrize("path", ["甲.txt", "./甲.txt", "{here}/甲.txt", "别处/甲.txt", None])
def test_a_waiver_names_one_file_however_this_run_types_it(path: str | None) -> None:
    here = str(Path.cwd())
    data = filled(written(FAILED), 2, **DECISION)
    (waiver,) = waivers(ledger_of(data), [path.format(here=here)] if path else [])
    assert waiver.report == f"{here}/甲.txt"


def moved(sheet: Any) -> None:
    """The columns in reverse order, and a title above."""
    rows = [[cell.value for cell in row][::-1] for row in sheet.iter_rows()]
    sheet.delete_rows(1, sheet.max_row)
    sheet.append(["全县整改台账"])
    for row in rows:
        sheet.append(row)


def spaced(sheet: Any) -> None:
    for cell in sheet[1]:
        cell.value = f" {cell.value[:2]}　{cell.value[2:]}\n"


def sorted_and_filtered(sheet: Any) -> None:
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), 2):
        for place, value in enumerate(row, 1):
            sheet.cell(number, place).value = value
    sheet.auto_filter.add_filter_column(0, ["1"])
    sheet.row_dimensions[3].hidden = True


def gaps(sheet: Any) -> None:
    sheet.insert_rows(3, 2)


def renamed(sheet: Any) -> None:
    sheet.title = "整改清单"


def narrower(sheet: Any) -> None:
    for name in (Column.LEADER, Column.PERSON, Column.ADVICE, Column.NUMBER):
        sheet.delete_cols(column(sheet, name))


@pytest.mark.parametrize("change", [moved, spaced, sorted_and_filtered, gaps, renamed, narrower])
def test_what_staff_do_to_the_sheet_does_not_matter(change: Callable[[Any], None]) -> None:
    data = filled(filled(written(FAILED), 2, **DECISION), 4, STATUS="整改中", DEADLINE="2026.3.15", MEASURE="=补写")
    plain, changed = ledger_of(data), ledger_of(edited(data, change))
    assert {entry.key for entry in changed.entries} == {entry.key for entry in plain.entries}
    assert [replace(waiver, origin="") for waiver in waivers(changed, ["甲.txt"])] == [
        replace(waiver, origin="") for waiver in waivers(plain, ["甲.txt"])
    ]
    assert carried(edited(data, change), FAILED) == carried(data, FAILED)


def test_lines_and_quotes_that_shift_do_not_matter() -> None:
    data = filled(written(FAILED), 5, STATUS="整改中", PERSON="李四")
    place = replace(PLACE, line=90, end_line=91, start=900, end=904)
    now = replace(FAILED, findings=(replace(FINDING, place=place, quote="2023 年安排"),))
    row = carried(data, now)[3]
    assert (row[Column.STATUS], row[Column.PERSON], row[Column.PLACE]) == ("整改中", "李四", "第 90-91 行")


def test_findings_with_the_same_words_are_told_apart() -> None:
    twice = replace(FAILED, findings=(FINDING, replace(FINDING, place=replace(PLACE, line=50, end_line=50))))
    data = filled(written(twice), 6, PERSON="李四")
    assert [row[Column.PERSON] for row in carried(data, twice)[3:]] == [None, "李四"]


def test_what_is_mended_is_closed() -> None:
    data = filled(written(FAILED), 2, STATUS="整改中", REMARK="已催")
    rows = carried(data, mended("causes", "next-plan", findings=True))
    closed = "2026-04-01 核查：未再发现，自动销号"
    assert states(rows) == [
        ("rectification", "未整改", None),
        ("causes", "已销号", f"已催\n{closed}"),
        ("next-plan", "已销号", closed),
        ("plan-year", "已销号", closed),
    ]
    assert {row[Column.VERDICT] for row in rows[1:]} == {"√ 未再发现"}
    assert [row[Column.NUMBER] for row in rows] == [1, 2, 3, 4]


def test_what_was_closed_stays_closed_and_says_it_once() -> None:
    after = written(mended("causes"), ledger=ledger_of(written(FAILED)), today=LATER, checklist=RULES)
    again = carried(after, mended("causes"), today=date(2026, 5, 1))
    assert states(again)[-1] == ("causes", "已销号", "2026-04-01 核查：未再发现，自动销号")


@pytest.mark.parametrize(
    ("status", "now", "remark"),
    [
        ("未整改", "未整改", None),
        ("整改中", "整改中", None),
        ("已整改", "未整改", "2026-04-01 核查：标为已整改，仍有此问题"),
        ("已销号", "未整改", "2026-04-01 核查：重新出现"),
        (" 整改 中 ", "整改中", None),
        (None, "未整改", None),
    ],
)
def test_what_is_still_there(status: str | None, now: str, remark: str | None) -> None:
    assert states(carried(filled(written(FAILED), 2, STATUS=status), FAILED))[0] == ("causes", now, remark)


def test_only_what_was_judged_is_closed() -> None:
    data = written(FAILED)
    unread = replace(UNJUDGED, report=FAILED.report)
    unasked = tuple(replace(item, verdict=Verdict.NOT_APPLICABLE) for item in RESULTS)
    assert states(carried(data, unread)) == UNTOUCHED
    assert states(carried(data, replace(FAILED, items=unasked))) == [UNTOUCHED[3], *UNTOUCHED[:3]]
    # The rule is not in this checklist: nobody looked.
    rows = table(written(mended(findings=True), ledger=ledger_of(data), today=LATER))
    assert states(rows) == UNTOUCHED


def test_a_report_that_was_not_checked_keeps_its_rows() -> None:
    other = replace(FAILED, report=replace(FAILED.report, path="丁.txt", organ="某镇"))
    rows = carried(filled(written(FAILED, other), 6, PERSON="李四"), FAILED)
    assert [(row[Column.FILE], row[Column.PERSON]) for row in rows[3:6]] == [
        ("甲.txt", None), ("丁.txt", "李四"), ("丁.txt", None),
    ]  # fmt: skip
    assert states(rows[4:]) == UNTOUCHED


def at(path: str, organ: str | None = "某县人民政府", year: int = 2024) -> Assessment:
    return replace(FAILED, report=replace(FAILED.report, path=path, organ=organ, year=year))


@pytest.mark.parametrize(
    ("now", "whose"),
    [
        ([at("乙.txt", None)], None),
        ([at("甲.txt", "另一县人民政府")], None),
        ([at("甲.txt", year=2025)], None),
        ([at("改/甲.txt"), at("改/甲（二稿）.txt")], None),
        ([at("甲.txt")], 0),
        ([at("./甲.txt")], 0),
        ([at("改/甲（二稿）.txt")], 0),
        ([at("甲.txt", None)], 0),
        ([at("改/甲.txt"), at("甲.txt")], 1),
    ],
    ids=["both gone", "other organ", "other year", "two", "same", "typed", "moved", "organ unknown", "one of two"],
)
def test_which_report_a_row_speaks_of(now: list[Assessment], whose: int | None) -> None:
    """The row stands first among those of its report, or after all others with what else is of no report now."""
    data = filled(written(at("甲.txt")), 2, PERSON="李四")
    rows = carried(data, *now)
    assert [number for number, row in enumerate(rows) if row[Column.PERSON]] == [
        4 * (len(now) if whose is None else whose)
    ]
    assert len(rows) == 4 * (len(now) + (whose is None))


def test_overdue() -> None:
    data = written(FAILED)
    for row, values in enumerate(
        (
            {"STATUS": "整改中", "DEADLINE": "2026-3-31"},
            {"STATUS": "未整改", "DEADLINE": date(2026, 4, 1)},
            DECISION | {"EXPIRES": "2026-3-31"},
            {"STATUS": "已整改", "DEADLINE": "2026-3-31"},
        ),
        2,
    ):
        data = filled(data, row, **values)
    rows = carried(data, mended(findings=True))
    assert [row[Column.OVERDUE] for row in rows] == ["超期", None, "豁免到期", None]
    assert [row[Column.DEADLINE] for row in rows[:2]] == [date(2026, 3, 31), date(2026, 4, 1)]


def test_a_decision_from_elsewhere_fills_what_staff_left_open() -> None:
    waiver = Waiver("causes", "甲.txt", "另文报告", "张三", date(2026, 12, 31))
    now = replace(FAILED, items=tuple(replace(item, waiver=waiver) for item in RESULTS))
    data = filled(filled(written(FAILED), 3, STATUS="整改中"), 4, **DECISION | {"APPROVER": "王五"})
    rows = carried(data, now)
    assert [(row[Column.STATUS], row[Column.APPROVER]) for row in rows] == [
        ("豁免", "张三"), ("整改中", None), ("豁免", "王五"), ("未整改", None),
    ]  # fmt: skip


def test_what_staff_added_is_carried_on() -> None:
    def edit(sheet: Any) -> None:
        last = sheet.max_column
        for row, value in enumerate(("督办 人", "赵六", 12.5, date(2026, 3, 2), True), 1):
            sheet.cell(row, last + 1).value = value
        sheet.append(["自行发现：报告没有盖章"])

    rows = carried(edited(written(FAILED), edit), mended("causes"))
    assert [row["督办 人"] for row in rows] == [12.5, date(2026, 3, 2), True, "赵六", None]
    assert (rows[4][Column.NUMBER], rows[4][Column.STATUS], rows[4][Column.KEY]) == (5, None, None)


def test_a_row_of_staffs_own_keeps_what_it_says() -> None:
    def edit(sheet: Any) -> None:
        for name, value in ((Column.UNIT, "某镇"), (Column.PROBLEM, "没有盖章"), (Column.STATUS, "整改中")):
            sheet.cell(6, column(sheet, name)).value = value

    row = carried(edited(written(FAILED), edit), FAILED)[4]
    assert (row[Column.UNIT], row[Column.PROBLEM], row[Column.STATUS]) == ("某镇", "没有盖章", "整改中")


def test_other_sheets_are_named() -> None:
    book = opened(written(PASSED))
    book.create_sheet("会议记录")
    assert ledger_of(saved(book)).other_sheets == ("会议记录",)
    assert ledger_of(written(PASSED)).other_sheets == ()


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1, max_size=40), min_size=7, max_size=7))
def test_whatever_staff_write_is_carried_on(texts: list[str]) -> None:
    """Twice: what the program wrote it reads again. Blanks around are no words."""
    names = [name for name in STAFF if name not in (Column.STATUS, Column.DEADLINE, Column.EXPIRES)]
    said = {name: words(text) or "无" for name, text in zip(names, texts, strict=True)}
    ledger = ledger_of(written(FAILED))
    first = replace(ledger.entries[0], cells={**ledger.entries[0].cells, **said})
    data = written(FAILED, ledger=replace(ledger, entries=(first, *ledger.entries[1:])))
    row = carried(data, FAILED)[0]
    assert {name: row[name] for name in names} == said


@needs_calc
def test_a_ledger_saved_by_another_program() -> None:
    data = filled(filled(written(FAILED), 2, **DECISION), 4, STATUS="整改中", DEADLINE=date(2026, 3, 15))
    resaved = converted(data, "xlsx", "xlsx", "xlsx:Calc MS Excel 2007 XML")
    assert resaved != data
    assert list(waivers(ledger_of(resaved), ["甲.txt"])) == list(waivers(ledger_of(data), ["甲.txt"]))
    assert carried(resaved, FAILED) == carried(data, FAILED)


def test_a_ledger_carried_on_without_change_is_the_same() -> None:
    data = filled(filled(written(FAILED, PASSED), 2, **DECISION), 4, STATUS="整改中", DEADLINE="2026-3-15")
    once = written(FAILED, PASSED, ledger=ledger_of(data))
    assert written(FAILED, PASSED, ledger=ledger_of(once)) == once
    assert opened(once)[SHEET].max_row == 5
