"""The reviewed copy as a user asks for it: one report, one file, and what went wrong in plain words."""

from pathlib import Path

import draft
import pytest
from faultydraft import faulty, signed
from reviewedcopies import comments

from evaluator import cli
from evaluator.output.docx import REDRAWN
from evaluator.output.docx.original import SIGNED
from evaluator.reading.docx import read_docx
from evaluator.running import checking

REPORT, COPY = "报告.docx", "报告_审查意见.docx"


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)


def files() -> set[str]:
    return {path.name for path in Path().iterdir()}


def test_a_copy_beside_the_draft(capsys: pytest.CaptureFixture[str]) -> None:
    Path(REPORT).write_bytes(faulty())
    assert cli.main([REPORT, "-o", COPY]) == 1
    assert capsys.readouterr().err == ""
    assert Path(REPORT).read_bytes() == faulty()
    assert read_docx(Path(COPY).read_bytes()).text == read_docx(faulty()).text


def test_the_copy_checked_and_copied_again_is_the_same() -> None:
    Path(REPORT).write_bytes(faulty())
    cli.main([REPORT, "-o", COPY])
    assert cli.main([COPY, "-o", "再次.docx"]) == 1
    assert Path("再次.docx").read_bytes() == Path(COPY).read_bytes()


def test_several_reports_need_several_copies(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("甲.txt", "乙.txt"):
        Path(name).write_text(draft.TEXT, "utf-8")
    assert cli.main(["甲.txt", "乙.txt", "-o", COPY]) == 2
    assert capsys.readouterr() == (
        "",
        "错误：批注稿（.docx）一次只写一份报告，这次有 2 份\n"
        "  提示：请逐份检查：lawgov-check 报告.docx -o 报告_审查意见.docx；多份一起检查的，请另存为别的格式\n",
    )
    assert files() == {"甲.txt", "乙.txt"}


def test_a_report_that_cannot_be_read_gets_no_copy(capsys: pytest.CaptureFixture[str]) -> None:
    Path(REPORT).write_bytes(b"PK\x03\x04word/")
    assert cli.main([REPORT, "-o", COPY]) == 2
    assert "错误：没有写出批注稿：报告读不出来（文件已损坏或下载不完整" in capsys.readouterr().err
    assert files() == {REPORT}


def test_the_report_itself_is_never_written_over() -> None:
    Path(REPORT).write_bytes(faulty())
    assert cli.main([REPORT, "-o", REPORT]) == 2
    assert Path(REPORT).read_bytes() == faulty()


def test_an_interrupted_run_leaves_no_empty_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(checking, "evaluate", stop)
    Path(REPORT).write_bytes(faulty())
    assert cli.main([REPORT, "-o", COPY]) == 2
    assert "错误：没有写出批注稿：检查中断了" in capsys.readouterr().err
    assert files() == {REPORT}


@pytest.mark.parametrize(
    ("name", "data", "notice"), [(REPORT, signed(), SIGNED), ("报告.txt", draft.TEXT.encode(), REDRAWN)]
)
def test_what_the_copy_lacks_is_told(name: str, data: bytes, notice: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path(name).write_bytes(data)
    cli.main([name, "-o", COPY])
    assert capsys.readouterr().err == f"提示：{notice}\n"
    assert notice in comments(Path(COPY).read_bytes())[0]


def test_it_cannot_be_printed(capsys: pytest.CaptureFixture[str]) -> None:
    Path(REPORT).write_bytes(faulty())
    assert cli.main([REPORT, "-f", "docx"]) == 2
    assert "错误：--format 只能是：" in capsys.readouterr().err


def test_the_help_says_what_a_docx_is(capsys: pytest.CaptureFixture[str]) -> None:
    cli.main(["--help"])
    said = "".join(capsys.readouterr().out.split())
    assert ".docx是批注稿：原稿的副本，加上批注，一次一份" in said
