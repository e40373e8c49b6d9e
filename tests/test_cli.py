"""The command: what it refuses, how it ends, what it prints and writes."""

import io
import json
import os
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from assessments import CHECKLIST, FAILED, PASSED

from checklist.loading import load
from checklist.model import Checklist
from evaluator import cli, output
from evaluator.assessment import Assessment
from evaluator.console.layout import cells
from evaluator.evaluation import Options, evaluate, refused
from evaluator.refusal import ReportError
from evaluator.run import VERSION
from evaluator.running import checking
from evaluator.running.collecting import SUFFIXES

ROOT = Path(__file__).parent.parent
SCHEMA = json.loads((Path(output.__file__).parent / "schema.json").read_text("utf-8"))
Run = Callable[..., tuple[int, str, str]]


def judged(data: bytes, path: str, *_: object) -> Assessment:
    """A stage in place of the real one: what it finds is told by the contents."""
    match data:
        case b"empty":
            return refused(path, ReportError("empty", "空文件", "请核对"), CHECKLIST, Options())
        case b"bug":
            raise ZeroDivisionError("ours")
        case b"stop":
            raise KeyboardInterrupt
    made = PASSED if data == b"pass" else FAILED
    return replace(made, report=replace(made.report, path=path))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in an empty folder; files are really read, and judged by the word they hold."""
    monkeypatch.setattr(checking, "evaluate", judged)
    monkeypatch.setattr(cli, "load", lambda *_: CHECKLIST)
    monkeypatch.setattr(cli, "rulebook", lambda *_: None)
    monkeypatch.setattr(cli, "checklist_for", lambda *_: CHECKLIST)
    monkeypatch.chdir(tmp_path)

    def run(*args: str, **files: str) -> tuple[int, str, str]:
        for name, contents in files.items():
            Path(f"{name}.txt").write_text(contents)
        code = cli.main(args)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def reported(text: str) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(text)
    jsonschema.Draft202012Validator(SCHEMA).validate(parsed)
    return parsed


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (["pass"], 0),
        (["pass", "pass"], 0),
        (["fail"], 1),
        (["pass", "fail"], 1),
        (["empty"], 3),
        (["pass", "fail", "empty"], 3),
        (["pass", "stop"], 130),
        (["stop", "pass"], 130),
        (["fail", "empty", "stop", "bug"], 130),
        (["bug"], 70),
        (["pass", "fail", "empty", "bug"], 70),
        (["bug", "stop"], 70),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else str(value),
)
@pytest.mark.parametrize("style", ["text", "json"])
def test_exit_codes(run: Run, files: list[str], code: int, style: str) -> None:
    got, out, err = run("-f", style, ".", **{f"r{number}": word for number, word in enumerate(files)})
    assert got == code
    assert ("ZeroDivisionError: ours" in err) == ("bug" in files and code == 70)
    if style == "json":
        done = files[: files.index("stop")] if "stop" in files else files
        summary = {"passed": done.count("pass"), "failed": done.count("fail")}
        summary |= {"reports": len(done), "unjudged": done.count("empty") + done.count("bug")}
        assert reported(out)["summary"] == summary
        assert reported(out)["complete"] is ("stop" not in files)


@pytest.mark.parametrize(
    ("args", "message", "hint"),
    [
        ([], "没有给出报告", " 报告；用 "),
        (["--formt", "json", "a.txt"], "没有 --formt 这个选项，是不是 --format？", "--help"),
        (["--previous", "b.txt", "a.txt"], "没有 --previous 这个选项", "--help"),
        (["-f", "yaml", "a.txt"], "--format 只能是：text、json", "--help"),
        (
            ["--level", "village", "a.txt"],
            "--level 只能是：province（省级）、city（市级）、county（县（区）级）、township（乡镇（街道））",
            "--help",
        ),
        (["--year", "x", "a.txt"], "--year 应为 2000 到 2100 之间的年份，如 2024 或 2024年", "--help"),
        (["--fail-under", "101", "a.txt"], "--fail-under 应为 0 到 100 之间的数", "--help"),
        (["--fail-under", "nan", "a.txt"], "--fail-under 应为 0 到 100 之间的数", "--help"),
        (["-j", "0", "a.txt"], "--jobs 应为 1 到 64 之间的整数", "--help"),
        (["--rules", "没有", "a.txt"], "--rules 指的“没有”打不开（文件或文件夹不存在）", "请核对路径"),
        (["--waivers", "folder", "a.txt"], "--waivers 指的“folder”是文件夹，应为文件", "请核对路径"),
        (["--baseline", "长" * 300, "a.txt"], f"--baseline 指的“{'长' * 300}”打不开（名称太长）", "请核对路径"),
        (["a.txt", "--organ"], "--organ 后面要写单位", "--help"),
        (["a.txt", "-o"], "-o 后面要写文件", "--help"),
        (["a.txt", "--links=3"], "--links 后面不能写值", "--help"),
        (["没有.txt", "a.txt"], "找不到文件或文件夹：没有.txt", "请核对路径"),
        (["folder"], "没有可以检查的报告：folder", "图.jpg：不是能检查的格式（.jpg）"),
        (["nothing"], "没有可以检查的报告：nothing", "文件夹里没有文件，请核对路径"),
        (["~$b.txt"], "没有可以检查的报告：~$b.txt", "打开文档时留下的临时文件"),
        (["nothing", "a.txt"], "没有可以检查的报告：nothing", "不用检查的，请从命令里去掉"),
        (["-f", "json", "a.txt", "folder"], "没有可以检查的报告：folder", "不用检查的，请从命令里去掉"),
        (["--outline", "a.txt", "folder"], "没有可以检查的报告：folder", "不用检查的，请从命令里去掉"),
        (["a.txt", "-o", "b.xyz"], "不能保存为 b.xyz：不认识这种扩展名", "可用的扩展名：.json"),
        (["a.txt", "-o", "nowhere/b.json"], "不能写入 nowhere/b.json（文件或文件夹不存在）", "确认文件夹存在"),
        (["a.txt", "-o", "长" * 300 + ".csv"], f"不能写入 {'长' * 300}.csv（名称太长）", "确认文件夹存在"),
        (["a.txt", "-o", "长" * 300 + ".xlsx"], f"不能写入 {'长' * 300}.xlsx（名称太长）", "确认文件夹存在"),
        (["a.txt", "-o", "folder.json"], "不能写入 folder.json：这是一个文件夹", "加上文件名"),
        (["a.json", "-o", "a.json"], "不能保存为 a.json：这是要检查的报告本身", "换一个文件名"),
        (["a.txt", "--outline", "-o", "b.json"], "--outline 只看读成了什么，不能与 -o 同用", "去掉其中一个"),
        (["a.txt", "--outline", "-f", "json"], "--outline 只看读成了什么，不能与 -f 同用", "去掉其中一个"),
        (["a.txt", "--outline", "--links"], "--outline 只看读成了什么，不能与 --links 同用", "去掉其中一个"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_nothing_can_be_trusted(run: Run, args: list[str], message: str, hint: str) -> None:
    for folder in ("folder", "nothing", "folder.json"):
        Path(folder).mkdir()
    for name in ("folder/图.jpg", "~$b.txt", "a.json"):
        Path(name).write_text("pass")
    before = sorted(Path().rglob("*"))
    code, out, err = run(*args, a="pass")
    assert (code, out) == (2, "")
    assert err.startswith(f"错误：{message}") and hint in err
    assert sorted(Path().rglob("*")) == sorted([*before, Path("a.txt")])
    assert Path("a.json").read_text() == "pass"


@pytest.mark.parametrize("again", ["a.txt", "./a.txt"])
@pytest.mark.parametrize("style", ["text", "json", "markdown", "github", "csv"])
def test_what_is_named_twice_is_said(run: Run, again: str, style: str) -> None:
    code, out, _ = run("-f", style, "a.txt", again, a="pass")
    assert code == 0
    assert "只检查一次" in out


def test_rules_with_faults(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from checklist.errors import Fault, RuleError

    faults = (Fault("a.yaml", 3, 5, "不认识的键", "是不是 title？"), Fault("b.yaml", 1, 1, "没有编号"))
    monkeypatch.setattr(cli, "rulebook", lambda *_: (_ for _ in ()).throw(RuleError(faults)))
    assert run("a.txt", a="pass") == (
        2,
        "",
        "错误：规则有 2 处问题，没有检查\n"
        "a.yaml:3:5: 不认识的键\n  提示：是不是 title？\nb.yaml:1:1: 没有编号\n",
    )


@pytest.mark.parametrize(("form", "digest"), [("text", False), ("markdown", False), ("sarif", True), ("json", True)])
def test_options_reach_the_judging(run: Run, monkeypatch: pytest.MonkeyPatch, form: str, digest: bool) -> None:
    seen: list[object] = []

    def evaluate(data: bytes, path: str, _checklist: object, options: object) -> Assessment:
        seen.append((data, path, options))
        return PASSED

    monkeypatch.setattr(checking, "evaluate", evaluate)
    facts = ("--year", "2024", "--level", "township", "--organ", "某镇")
    assert run(*facts, "--fail-on", "partial", "--fail-under", "59.5", "-f", form, "a.txt", a="x")[0] == 0
    assert seen == [(b"x", "a.txt", Options(2024, "某镇", "township", "partial", 59.5, digest=digest))]


# (option, what it means, how it is written)
SPELLINGS = [
    *(("--level", "province", word) for word in ("province", "省", "省级", "自治区")),
    *(("--level", "city", word) for word in ("City", "市", "市级", "地级市", "自治州")),
    *(("--level", "county", word) for word in ("县", "区县", "县级", "县（区）级", "县级市", " 区 ", "县人民政府")),
    *(("--level", "township", word) for word in ("乡", "镇", "街道", "乡镇（街道）", "镇、街道", "街道办")),
    *(("--level", "department", word) for word in ("局", "部门", "委办局", "市直部门")),
    *(("--year", 2024, word) for word in ("2024", "2024年", "2024 年度", "２０２４年", "２０２４")),
]


@pytest.mark.parametrize(("option", "meant", "written"), SPELLINGS)
def test_what_clerks_write(
    run: Run, monkeypatch: pytest.MonkeyPatch, option: str, meant: object, written: str
) -> None:
    seen: list[Options] = []

    def evaluate(_data: bytes, _path: str, _checklist: object, options: Options) -> Assessment:
        seen.append(options)
        return PASSED

    monkeypatch.setattr(checking, "evaluate", evaluate)
    assert run(option, written, "a.txt", a="x")[0] == 0
    (options,) = seen
    assert {"--level": options.level, "--year": options.year}[option] == meant


@pytest.mark.parametrize(
    "args",
    [("--level", word) for word in ("村", "国家", "级", "")]
    + [("--year", word) for word in ("24年", "二十四年", "2024年初", "2024-2025", "年", "")],
    ids=" ".join,
)
def test_what_nobody_understands_is_told_how_to_write(run: Run, args: tuple[str, str]) -> None:
    code, out, err = run(*args, "a.txt", a="pass")
    assert (code, out) == (2, "")
    assert ("也可以写省、市、县、区、镇、街道、局等" if args[0] == "--level" else "如 2024 或 2024年") in err


def typed(monkeypatch: pytest.MonkeyPatch, data: bytes, terminal: bool = False) -> None:
    stream = io.TextIOWrapper(io.BytesIO(data))
    stream.isatty = lambda: terminal  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", stream)


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, b"fail")
    code, out, _ = run("-", "-f", "json")
    assert (code, reported(out)["reports"][0]["report"]["path"]) == (1, "-")


def test_a_terminal_is_not_waited_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    typed(monkeypatch, b"", terminal=True)
    code, out, err = run("-")
    assert (code, out) == (2, "")
    assert err.startswith("错误：没有给出报告：标准输入是键盘\n  提示：用法：lawgov-check 文件或文件夹，或")


def test_output_files(run: Run) -> None:
    Path("old.json").write_text("old")
    Path("old.json").chmod(0o640)
    Path("link.json").symlink_to("old.json")
    code, out, err = run("r0.txt", "-o", "link.json", "-o", "新.JSON", r0="fail")
    assert (code, err) == (1, "")
    assert "× 不通过" in out
    assert Path("link.json").is_symlink()
    assert Path("old.json").stat().st_mode & 0o777 == 0o640
    assert Path("old.json").read_text("utf-8") == Path("新.JSON").read_text("utf-8")
    assert reported(Path("old.json").read_text("utf-8"))["summary"]["failed"] == 1
    assert sorted(path.name for path in Path().iterdir()) == ["link.json", "old.json", "r0.txt", "新.JSON"]


def test_an_interrupted_run_leaves_whole_files(run: Run) -> None:
    code, _, err = run(".", "-o", "o.json", r0="pass", r1="fail", r2="stop", r3="pass")
    got = reported(Path("o.json").read_text("utf-8"))
    assert (code, got["complete"], len(got["reports"])) == (130, False, 2)
    assert err == "错误：已中断，只检查了 2 份（共 4 份）\n  提示：已检查的结果已经写出，并标明不完整\n"


def test_a_full_disk_leaves_the_old_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("o.json").write_text("old")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    code, out, err = run("r0.txt", "-o", "o.json", r0="pass")
    assert code == 2
    assert "√ 通过" in out
    assert err.startswith("错误：不能写入 o.json（磁盘满了）")
    assert Path("o.json").read_text() == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["o.json", "r0.txt"]


def test_our_bug_in_an_output_leaves_the_old_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    Path("o.json").write_text("old")
    monkeypatch.setattr("evaluator.output.json.report", lambda _: 1 / 0)
    code, _, err = run("r0.txt", "-o", "o.json", r0="pass")
    assert code == 70
    assert "ZeroDivisionError" in err and "程序内部出错，这不是您的问题" in err
    assert Path("o.json").read_text() == "old"
    assert sorted(path.name for path in Path().iterdir()) == ["o.json", "r0.txt"]


def test_messages_are_masked_and_harmless(run: Run) -> None:
    _, _, err = run("\x1b[31m13800138000.txt")
    assert "\x1b" not in err and "13800138000" not in err


def test_help_fits_and_names_every_option(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, out, _ = run("--help")
    assert code == 0
    assert [line for line in out.splitlines() if cells(line) > 80] == []
    for param in cli.command.params:
        for name in param.opts if param.param_type_name == "option" else ():
            assert f"{name}" in out
    assert "、".join(SUFFIXES) in out.replace("、\n  ", "、")
    assert "例子：\n  lawgov-check 2024年度报告.txt\n" in out


def test_version_is_that_of_the_package(run: Run) -> None:
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert run("--version") == (0, f"lawgov-check {declared}\n", "")
    assert declared == VERSION


def test_a_reader_who_leaves_is_no_error(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_bytes((ROOT / "examples/drafts" / "complete.txt").read_bytes())
    command = f"{sys.executable} -m evaluator.cli -f json {tmp_path} | head -c 100"
    done = subprocess.run(
        ["bash", "-c", f"{command}; echo ${{PIPESTATUS[0]}}"], capture_output=True, cwd=ROOT
    )
    assert done.stderr == b""
    assert done.stdout.endswith(b"2\n")


def test_a_full_device() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "evaluator.cli", "examples/drafts/complete.txt"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=ROOT,
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("错误：屏幕输出写不出去")


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_signals(tmp_path: Path, sent: signal.Signals) -> None:
    """The reader is slow to take what is written, so that the signal comes in the middle of the run."""
    for number in range(2000):
        (tmp_path / f"{number:04}.txt").write_bytes(b"x")
    command = [sys.executable, "-m", "evaluator.cli", "-f", "json", str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout and process.stderr
        first = process.stdout.read(100_000)
        process.send_signal(sent)
        rest, errors = process.stdout.read(), process.stderr.read()
    got = reported((first + rest).decode())
    assert (process.returncode, got["complete"]) == (130, False)
    assert 0 < len(got["reports"]) < 2000
    assert "Traceback" not in errors.decode()


GOOD = "examples/drafts/complete.txt"
BODY = (ROOT / GOOD).read_text("utf-8")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(" \n　\t\r\n".encode(), id="blank"),
        pytest.param(b"\0" * 5000, id="nul"),
        pytest.param(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, id="png"),
        pytest.param(b"PK\x03\x04" + b"x" * 2000, id="zip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), id="ole"),
        pytest.param(b"%PDF-1.7\n" + bytes(2000), id="pdf"),
        pytest.param(b"Annual report on the rule of law.\n" * 100, id="english"),
        pytest.param("锟斤拷烫烫烫".encode() * 500, id="mojibake"),
        pytest.param(
            "关于印发2024年法治政府建设工作要点的通知\n各科室：\n请认真贯彻执行。\n".encode() * 10,
            id="notice",
        ),
        pytest.param(b"\xff\xfe\xfd" + b"\x81" * 999, id="wrong bytes"),
    ],
)
def test_a_report_that_cannot_be_judged(data: bytes, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "稿.txt"
    path.write_bytes(data)
    assert cli.main(["-f", "json", str(path), str(ROOT / GOOD)]) == 3
    printed = capfd.readouterr()
    got = reported(printed.out)
    assert printed.err == ""
    first, second = got["reports"]
    assert first["unjudged"]["message"] and first["unjudged"]["hint"]
    assert (first["score"], first["missing"], first["gate"]["passed"]) == (None, [], False)
    assert len(first["items"]) == len(second["items"])
    assert second["score"]["value"] > 60


@cache
def real_checklist() -> Checklist:
    return load()


@cache
def verdicts(data: bytes) -> list[tuple[str, str]]:
    return [(item.id, item.verdict) for item in evaluate(data, "稿.txt", real_checklist(), Options()).items]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"\xef\xbb\xbf" + BODY.encode(), id="bom"),
        pytest.param(BODY.encode("gb18030"), id="gb18030"),
        pytest.param(BODY.encode("utf-16"), id="utf-16"),
        pytest.param(BODY.encode("utf-16-le"), id="utf-16-le"),
        pytest.param(BODY.replace("\n", "\r").encode(), id="cr"),
        pytest.param(BODY.replace("\n", "\r\n").encode(), id="crlf"),
        pytest.param(
            BODY.translate(str.maketrans("0123456789", "０１２３４５６７８９")).encode(),
            id="full-width digits",
        ),
        pytest.param(BODY.replace("法治", "法\u200b治").encode(), id="zero-width"),
        pytest.param(BODY.replace("法治", "法 治").encode(), id="spaced"),
    ],
)
def test_how_a_report_is_written_does_not_matter(data: bytes) -> None:
    assert verdicts(data) == verdicts(BODY.encode())


def test_outline_shows_what_was_understood(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "空.txt").write_bytes(b"")
    assert cli.main(["--outline", str(ROOT / GOOD), str(tmp_path / "空.txt")]) == 3
    printed = capfd.readouterr()
    for words in ("标题  ", "年度  ", "（第 1 行）", "引言  ", "一、"):
        assert words in printed.out
    assert "空.txt 无法判定" in printed.err
