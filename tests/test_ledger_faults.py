"""Workbooks that are no ledgers, ledgers that staff spoilt, and workbooks made to do harm."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import openpyxl
import pytest
from assessments import FAILED
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledgers import column, edited, filled, opened, saved, written

from checklist.errors import UserError
from evaluator import limits
from evaluator.ledger import workbook
from evaluator.ledger.columns import SHEET, Column
from evaluator.ledger.reading import read_ledger

DATA = written(FAILED)


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def refused(data: bytes) -> tuple[str, str]:
    Path("账.xlsx").write_bytes(data)
    with pytest.raises(UserError) as fault:
        read_ledger("账.xlsx")
    return fault.value.message, fault.value.hint


def faults(data: bytes) -> list[str]:
    message, hint = refused(data)
    first, *rest = message.splitlines()
    assert first == f"台账有 {len(rest)} 处问题，没有检查"
    assert hint == "请在 Excel 或 WPS 里改好、保存后再检查"
    assert all(line.startswith("账.xlsx ") for line in rest)
    return [line.removeprefix("账.xlsx ") for line in rest]


def test_a_sound_ledger_has_no_fault() -> None:
    Path("账.xlsx").write_bytes(DATA)
    assert len(read_ledger("账.xlsx").entries) == 4


def rezipped(change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    target = BytesIO()
    with ZipFile(BytesIO(DATA)) as source, ZipFile(target, "w", ZIP_DEFLATED) as made:
        for name in source.namelist():
            made.writestr(name, change(name, source.read(name)))
        for name, data in (more or {}).items():
            made.writestr(name, data)
    return target.getvalue()


def poisoned(name: str, data: bytes) -> bytes:
    entity = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    return data.replace(b"?>", b"?>" + entity, 1) if name.endswith("sharedStrings.xml") else data


def unchanged(_: str, data: bytes) -> bytes:
    return data


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "读不了台账 账.xlsx：不是 .xlsx 工作簿"),
        ("序号,单位\n".encode(), "读不了台账 账.xlsx：不是 .xlsx 工作簿"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "读不了台账 账.xlsx：这是旧版 .xls 工作簿"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "读不了台账 账.xlsx：工作簿设了打开密码",
        ),
        (DATA[: len(DATA) // 2], "读不了台账 账.xlsx：文件已损坏或下载不完整"),
        (
            rezipped(unchanged, {"xl/a.xml": b"x" * (limits.RATIO_COUNTS_FROM + 1)}),
            "读不了台账 账.xlsx：文件像是“压缩炸弹”",
        ),
        (rezipped(unchanged, {"../a.xml": b"x"}), "读不了台账 账.xlsx：文件的压缩结构可疑"),
        (rezipped(poisoned), "没有读取台账 账.xlsx：里面有文档类型声明（DOCTYPE），可能是恶意构造的"),
        (
            rezipped(lambda name, data: data[:50] if "sheet2" in name else data),
            "读不了台账 账.xlsx：文件已损坏，或不是 Excel 工作簿",
        ),
        (rezipped(lambda name, data: b"" if "workbook.xml" in name else data), "读不了台账 账.xlsx：文件已损坏，或"),
        (saved(openpyxl.Workbook()), "账.xlsx 不是台账：没有“问题台账”工作表"),
    ],
    ids=["empty", "csv", "xls", "password", "cut", "bomb", "path", "doctype", "sheet", "book", "other"],
)
def test_no_ledger(data: bytes, message: str) -> None:
    said, hint = refused(data)
    assert said.startswith(message)
    assert hint.startswith("请")


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "openpyxl", None)
    assert refused(DATA) == (
        "要安装 openpyxl 才能读台账（.xlsx）",
        "请在下载的程序文件夹里执行 pip install \".[office]\"",
    )


def test_a_file_that_cannot_be_read() -> None:
    with pytest.raises(UserError, match=r"读不了台账 没有\.xlsx（文件或文件夹不存在"):
        read_ledger("没有.xlsx")


def test_far_cells_do_not_make_rows_long() -> None:
    """A cell in the last column and row that there can be."""

    def stretched(name: str, data: bytes) -> bytes:
        far = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        return data.replace(b"</sheetData>", far) if name.endswith("sheet2.xml") else data

    Path("账.xlsx").write_bytes(rezipped(stretched))
    assert len(read_ledger("账.xlsx").entries) == 4


STATES = "只能是：未整改、整改中、已整改、已销号、豁免"
DAYS = "请写成 2026-3-1 或 2026年3月1日"


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"STATUS": "完成"}, [f"第 3 行：不认识整改状态“完成”；{STATES}"]),
        ({"STATUS": 1}, [f"第 3 行：不认识整改状态“1”；{STATES}"]),
        ({"DEADLINE": "三月底"}, [f"第 3 行：读不懂完成时限“三月底”；{DAYS}"]),
        ({"DEADLINE": "2026-2-30"}, [f"第 3 行：读不懂完成时限“2026-2-30”；{DAYS}"]),
        ({"EXPIRES": "2026-13-45"}, [f"第 3 行：读不懂豁免到期“2026-13-45”；{DAYS}"]),
        ({"EXPIRES": 12}, [f"第 3 行：读不懂豁免到期“1900-01-12 00:00:00”；{DAYS}"]),
        ({"STATUS": "豁免"}, ["第 3 行：状态是豁免，还要填写豁免理由、批准人、豁免到期；没有填全的豁免不算数"]),
        (
            {"STATUS": "豁免", "REASON": "  ", "APPROVER": "张三", "EXPIRES": "2026-3-1"},
            ["第 3 行：状态是豁免，还要填写豁免理由；没有填全的豁免不算数"],
        ),
        (
            {"STATUS": "豁免", "REASON": "另报", "APPROVER": "张三", "EXPIRES": "2026-3-1", "FILE": None},
            ["第 3 行：“文件”是空的，不知道豁免的是哪一份报告；请恢复"],
        ),
        (
            {"STATUS": "完成", "DEADLINE": "年底", "EXPIRES": "长期"},
            [
                f"第 3 行：不认识整改状态“完成”；{STATES}",
                f"第 3 行：读不懂完成时限“年底”；{DAYS}",
                f"第 3 行：读不懂豁免到期“长期”；{DAYS}",
            ],
        ),
        ({"KEY": "甲"}, ["第 3 行：隐藏的“编号（勿改）”被改动过（甲）；请恢复，或清空这一格（当作自行添加的行）"]),
    ],
    ids=str,
)
def test_faults_of_a_row(values: dict[str, object], expected: list[str]) -> None:
    assert faults(filled(DATA, 3, **values)) == expected


def test_faults_of_all_rows_at_once() -> None:
    data = filled(filled(DATA, 5, STATUS="好了"), 2, DEADLINE="近期")
    assert faults(data) == [f"第 2 行：读不懂完成时限“近期”；{DAYS}", f"第 5 行：不认识整改状态“好了”；{STATES}"]


def doubled_row(sheet: Any) -> None:
    for cell in list(sheet[3]):
        sheet.cell(7, cell.column).value = cell.value


def doubled_column(sheet: Any) -> None:
    sheet.cell(1, 30).value = "整 改 状 态"


def merged(sheet: Any) -> None:
    sheet.merge_cells("M2:M4")


def without_names(*names: Column) -> Callable[[Any], None]:
    def edit(sheet: Any) -> None:
        for name in names:
            sheet.cell(1, column(sheet, name)).value = None

    return edit


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (doubled_row, ["第 7 行：与第 3 行是同一个问题（编号相同）；请只留一行"]),
        (doubled_column, ["有几列都叫“整改状态”（S、AD 列）；请只留一列，或改成不同的名字"]),
        (merged, ["第 2-4 行：有合并的单元格，不知道各格填的是什么；请取消合并，逐格填写"]),
        (
            lambda sheet: sheet.delete_cols(column(sheet, Column.APPROVER)),
            ["缺少“批准人”这一列；列可以移动，不能删除或改名"],
        ),
        (
            without_names(Column.KEY, Column.STATUS),
            [
                "缺少“整改状态”这一列；列可以移动，不能删除或改名",
                "缺少“编号（勿改）”这一列；列可以移动，不能删除或改名",
            ],
        ),
        (without_names(Column.ADVICE), ["L 列有内容，但第 1 行没有列名；请写上列名"]),
    ],
    ids=["row", "column", "merged", "absent", "unnamed", "nameless"],
)
def test_faults_of_the_sheet(edit: Callable[[Any], None], expected: list[str]) -> None:
    assert faults(edited(DATA, edit)) == expected


def test_a_renamed_sheet_without_needed_columns_is_no_ledger() -> None:
    book = opened(DATA)
    book[SHEET].title = "清单"
    book["清单"].delete_cols(column(book["清单"], Column.KEY))
    assert refused(saved(book))[0] == "账.xlsx 不是台账：没有“问题台账”工作表"


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.tuples(st.integers(0, len(DATA) - 1), st.integers(0, 255)), max_size=8))
def test_broken_bytes_are_refused_or_read(changes: list[tuple[int, int]]) -> None:
    broken = bytearray(DATA)
    for at, byte in changes:
        broken[at] = byte
    read_or_refused(bytes(broken))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_broken_parts_are_refused_or_read(data: st.DataObject) -> None:
    """The zip is sound, what is in it is not."""
    parts = ("xl/workbook.xml", "xl/worksheets/sheet2.xml", "xl/styles.xml", "xl/sharedStrings.xml", "_rels/.rels")
    chosen = data.draw(st.sampled_from(parts))

    def spoilt(name: str, part: bytes) -> bytes:
        if name != chosen:
            return part
        at = data.draw(st.integers(0, len(part) - 1))
        length = data.draw(st.integers(0, 40))
        return part[:at] + data.draw(st.binary(max_size=6)) + part[at + length :]

    read_or_refused(rezipped(spoilt))


def read_or_refused(data: bytes) -> None:
    Path("账.xlsx").write_bytes(data)
    try:
        read_ledger("账.xlsx")
    except UserError as fault:
        assert fault.message and fault.hint
