"""lawgov-check --ledger, from the command line to the file."""

from pathlib import Path
from typing import Any

import pytest
from assessments import CHECKLIST, FAILED
from ledgers import edited, filled, opened, saved, table, written
from test_ledger import DECISION

from evaluator import cli
from evaluator.assessment import Assessment
from evaluator.evaluation import Options
from evaluator.ledger.columns import Column
from evaluator.output import xlsx
from evaluator.running import checking

DATA = written(FAILED)
SEEN: list[Options] = []


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with one report, which is found wanting; what it is checked with is seen."""
    monkeypatch.chdir(tmp_path)
    Path("甲.txt").write_text("x")
    SEEN.clear()

    def judged(_data: bytes, _path: str, _checklist: object, options: Options) -> Assessment:
        SEEN.append(options)
        return FAILED

    monkeypatch.setattr(checking, "evaluate", judged)
    monkeypatch.setattr(cli, "load", lambda *_: CHECKLIST)
    monkeypatch.setattr(cli, "rulebook", lambda *_: None)
    monkeypatch.setattr(cli, "checklist_for", lambda *_: CHECKLIST)


def run(capsys: pytest.CaptureFixture[str], *args: str) -> tuple[int, str]:
    return cli.main(["甲.txt", *args]), capsys.readouterr().err


FILLED = filled(DATA, 2, **DECISION)
FAULTY = filled(DATA, 2, STATUS="好了")


def with_sheet(data: bytes) -> bytes:
    book = opened(data)
    book.create_sheet("会议记录")
    return saved(book)


@pytest.mark.parametrize(
    ("data", "args", "said"),
    [
        (FAULTY, ["--ledger", "账.xlsx"], "错误：台账有 1 处问题，没有检查\n账.xlsx 第 2 行：不认识整改状态“好了”"),
        (FAULTY, ["--ledger", "账.xlsx", "-o", "账.xlsx"], "错误：台账有 1 处问题，没有检查"),
        (FILLED, ["-o", "账.xlsx"], "错误：不能写入 账.xlsx：里面有 1 行填写过的内容，会丢掉\n  提示：要把"),
        (FAULTY, ["-o", "账.xlsx"], "错误：不能写入 账.xlsx：已经有这个工作簿，但看不出里面填写了什么\n台账有 1 处"),
        (b"x", ["-o", "账.xlsx"], "错误：不能写入 账.xlsx：已经有这个工作簿，但看不出里面填写了什么\n读不了台账"),
        (
            with_sheet(DATA),
            ["--ledger", "账.xlsx", "-o", "./账.xlsx"],
            "错误：不能写入 ./账.xlsx：里面另有工作表 会议记录，写新台账会丢掉\n  提示：请换一个文件名",
        ),
        (b"", ["--ledger", "没有.xlsx"], "错误：--ledger 指的“没有.xlsx”打不开（文件或文件夹不存在）"),
        (
            DATA,
            ["--ledger", "账.xlsx", "--outline"],
            "错误：--outline 只看读成了什么，不能与 --ledger 同用\n  提示：去掉其中一个",
        ),
        (DATA, ["-f", "xlsx"], "错误：--format 只能是："),
    ],
    ids=["faulty", "in-place", "overwritten", "unread", "no-workbook", "sheet", "absent", "outline", "printed"],
)
def test_nothing_runs(capsys: pytest.CaptureFixture[str], data: bytes, args: list[str], said: str) -> None:
    Path("账.xlsx").write_bytes(data)
    code, err = run(capsys, *args)
    assert (code, SEEN) == (2, [])
    assert err.startswith(said)
    assert Path("账.xlsx").read_bytes() == data
    assert {path.name for path in Path().iterdir()} == {"甲.txt", "账.xlsx"}


def test_a_missing_library_stops_before_the_run(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(xlsx, "xlsxwriter", None)
    code, err = run(capsys, "-o", "账.xlsx")
    assert (code, SEEN) == (2, [])
    assert err == (
        "错误：要安装 XlsxWriter 才能写台账（.xlsx）\n  提示：请在下载的程序文件夹里执行 pip install \".[office]\"\n"
    )
    assert [path.name for path in Path().iterdir()] == ["甲.txt"]


@pytest.mark.parametrize("old", [None, b"", DATA], ids=["new", "empty file", "nothing filled in"])
def test_a_ledger_is_written(capsys: pytest.CaptureFixture[str], old: bytes | None) -> None:
    if old is not None:
        Path("账.xlsx").write_bytes(old)
    assert run(capsys, "-o", "账.xlsx") == (1, "")
    assert len(table(Path("账.xlsx").read_bytes())) == 4
    assert SEEN[0].waivers == ()


@pytest.mark.parametrize("target", ["账.xlsx", "新账.xlsx"])
def test_a_ledger_is_carried_on(capsys: pytest.CaptureFixture[str], target: str) -> None:
    Path("账.xlsx").write_bytes(FILLED)
    assert run(capsys, "--ledger", "账.xlsx", "-o", target)[0] == 1
    (waiver,) = SEEN[0].waivers
    assert (waiver.accepts, waiver.origin) == ("causes", "账.xlsx 第 2 行")
    assert waiver.report == str(Path("甲.txt").absolute())
    rows = table(Path(target).read_bytes())
    assert [(row[Column.STATUS], row[Column.APPROVER]) for row in rows] == [("豁免", "张三"), *[("未整改", None)] * 3]
    if target != "账.xlsx":
        assert Path("账.xlsx").read_bytes() == FILLED


def test_a_ledger_is_read_without_a_new_one(capsys: pytest.CaptureFixture[str]) -> None:
    def below_a_title(sheet: Any) -> None:
        sheet.insert_rows(1, 3)
        sheet["A1"] = "整改台账"

    Path("账.xlsx").write_bytes(edited(FILLED, below_a_title))
    assert run(capsys, "--ledger", "账.xlsx")[0] == 1
    assert [waiver.origin for waiver in SEEN[0].waivers] == ["账.xlsx 第 5 行"]
