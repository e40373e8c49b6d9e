"""What the terminal shows: word for word, in any width, colour and encoding."""

import io
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from assessments import CHECKLIST, FAILED, PASSED, UNJUDGED
from rendering import written_by

from evaluator.assessment import SHOWN, Assessment, Verdict
from evaluator.console.layout import cells
from evaluator.console.terminal import FILE, Screen, screen_of
from evaluator.output.text import TextRenderer
from evaluator.output.text.overview import MOST_ROWS
from evaluator.run import Ignored, Run

SNAPSHOTS = Path(__file__).parent / "snapshots"
IGNORED = (Ignored("~$稿.docx", "Word/WPS 打开文档时留下的临时文件"),)


def rendered(
    *assessments: Assessment, screen: Screen = FILE, ignored: tuple[Ignored, ...] = (), of: int = 0
) -> str:
    renderer = TextRenderer(Run(CHECKLIST, of or len(assessments), ignored), screen)
    return written_by(renderer, *assessments, complete=not of).decode()


@pytest.mark.parametrize(
    ("name", "given"),
    [("one", (FAILED,)), ("unjudged", (UNJUDGED,)), ("several", (PASSED, FAILED, UNJUDGED))],
)
def test_snapshot(name: str, given: tuple[Assessment, ...], update_snapshots: bool) -> None:
    path = SNAPSHOTS / f"text-{name}.txt"
    got = rendered(*given, screen=Screen(80), ignored=IGNORED)
    if update_snapshots:
        path.write_text(got, "utf-8")
    assert got == path.read_text("utf-8")


@pytest.mark.parametrize("width", [40, 60, 80, 100, 120])
@pytest.mark.parametrize("given", [(FAILED,), (PASSED, FAILED, UNJUDGED)], ids=["one", "several"])
def test_fits_the_width(width: int, given: tuple[Assessment, ...]) -> None:
    assert [line for line in rendered(*given, screen=Screen(width)).splitlines() if cells(line) > width] == []


def test_everything_is_gbk() -> None:
    rendered(PASSED, FAILED, UNJUDGED, ignored=IGNORED).encode("gbk")
    rendered(FAILED).encode("gbk")
    "".join(symbol + name for symbol, name in SHOWN.values()).encode("gbk")


def test_words_of_a_report_are_never_obeyed() -> None:
    hostile = "\x1b[31m[bold]红[/bold]\u202e\x07"
    facts = replace(FAILED.report, organ=hostile, path=f"{hostile}.txt")
    items = tuple(replace(item, reason=hostile, advice=hostile, title=hostile) for item in FAILED.items)
    for text in (
        rendered(replace(FAILED, report=facts, items=items)),
        rendered(replace(FAILED, report=facts, items=items), replace(UNJUDGED, report=facts)),
    ):
        assert "\x1b" not in text and "\u202e" not in text and "\x07" not in text
        assert "\\x1b[31m[bold]红[/bold]\\u202e\\x07" in text


def test_what_a_person_should_check_of_what_was_found_is_said() -> None:
    plain, heard = (
        replace(FAILED, items=tuple(replace(item, reason=told) for item in FAILED.items))
        for told in ("够", "够；请核对")
    )
    assert "核对  请核对" not in rendered(plain)
    assert rendered(heard).count("核对  请核对") == sum(i.verdict is Verdict.MET for i in FAILED.items)


def test_an_interrupted_run_says_so() -> None:
    assert "已中断：共 5 份，只检查了前 2 份" in rendered(PASSED, FAILED, of=5)


def test_a_long_table_shows_the_worst_and_keeps_no_more() -> None:
    reports = [replace(PASSED, report=replace(PASSED.report, path=f"{n}.txt")) for n in range(3 * MOST_ROWS)]
    text = rendered(*reports, FAILED)
    table = text[text.index("汇总") :].splitlines()
    rows = [line for line in table if line.endswith(".txt")]
    assert len(rows) == MOST_ROWS
    assert rows[0].endswith("甲.txt")
    assert any(f"只列出最需要看的 {MOST_ROWS} 份" in line for line in table)


def test_colour_is_only_paint() -> None:
    painted = rendered(FAILED, screen=Screen(80, lambda text, style: f"<{style}>{text}</>"))
    assert "<bad>× 缺失 2 项</>" in painted
    for style in ("strong", "good", "fair", "bad", "quiet"):
        painted = painted.replace(f"<{style}>", "")
    assert painted.replace("</>", "") == rendered(FAILED, screen=Screen(80))


@pytest.mark.parametrize(
    ("columns", "width"),
    [("0", 100), ("1", 40), ("20", 40), ("80", 80), ("400", 120), ("wide", 100), ("", 100)],
)
def test_width_of_what_is_no_terminal(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    assert screen_of(io.StringIO()).width == width
    assert screen_of(io.StringIO()).paint("法治", "bad") == "法治"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("settings", "painted"),
    [
        ({"TERM": "xterm"}, True),
        ({"TERM": "xterm-256color", "COLORTERM": "truecolor"}, True),
        ({"TERM": "xterm", "NO_COLOR": "1"}, False),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colour_of_a_terminal(
    settings: dict[str, str], painted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "COLORTERM", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in settings.items():
        monkeypatch.setenv(name, value)
    assert screen_of(Terminal()).paint("法治", "bad") == ("\x1b[31m法治\x1b[0m" if painted else "法治")


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({"PYTHONIOENCODING": "utf-8"}, "√法😀".encode()),
        ({"PYTHONIOENCODING": "gbk"}, "√法?".encode("gbk")),
        ({"PYTHONIOENCODING": "ascii"}, b"???"),
        ({"PYTHONIOENCODING": "cp437"}, "√??".encode("cp437")),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "√法😀".encode()),
        ({"LC_ALL": "POSIX"}, "√法😀".encode()),
    ],
    ids=["utf-8", "gbk", "ascii", "cp437", "C", "POSIX"],
)
def test_encodings_of_standard_output(settings: dict[str, str], expected: bytes) -> None:
    code = (
        "from evaluator.console.printing import StandardOutput; StandardOutput().write('\\u221a\\u6cd5\\U0001f600')"
    )
    bare = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "LC_", "LANG"))
    }
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        env=bare | settings,
        cwd=Path(__file__).parent.parent,
    )
    assert (done.stdout, done.stderr) == (expected, b"")
