"""Standard output gets all that is written, however little it takes at a time; a closed stream is told in one line."""

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from evaluator.console.streams import whole

ROOT = Path(__file__).parent.parent
GOOD = "examples/drafts/complete.txt"
UNBUFFERED = {**os.environ, "PYTHONUNBUFFERED": "1"}


class Sip(io.RawIOBase):
    """Takes seven bytes of every write, as a full pipe takes what still fits."""

    def __init__(self) -> None:
        self.taken = b""

    def writable(self) -> bool:
        return True

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self.taken += bytes(data[:7])
        return min(7, len(data))


def test_what_is_taken_in_sips_is_written_to_the_end() -> None:
    sip = Sip()
    unbuffered = io.TextIOWrapper(sip, "utf-8", write_through=True)  # type: ignore[arg-type]
    stream = whole(unbuffered)
    stream.write("法治政府建设\n" * 9000)
    stream.buffer.write(b"end")
    stream.flush()
    assert sip.taken == ("法治政府建设\n" * 9000 + "end").encode()


def test_a_stream_with_a_buffer_stays() -> None:
    stream = io.TextIOWrapper(io.BytesIO())
    assert whole(stream) is stream


@pytest.fixture
def many(tmp_path: Path) -> Path:
    for number in range(300):
        (tmp_path / f"{number:03}.txt").write_bytes(b"x")
    return tmp_path


def test_a_stopped_run_goes_on_where_it_was(many: Path) -> None:
    """The pipe is full when the run is stopped: the write under way has put a part of its bytes."""
    command = [sys.executable, "-m", "evaluator.cli", "-f", "json", str(many)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT, env=UNBUFFERED) as process:
        assert process.stdout
        taken = process.stdout.read(1000)
        for _ in range(5):
            time.sleep(0.2)
            process.send_signal(signal.SIGSTOP)
            process.send_signal(signal.SIGCONT)
            taken += process.stdout.read(5000)
        taken += process.stdout.read()
    assert process.returncode == 3
    got = json.loads(taken)
    assert (got["complete"], len(got["reports"])) == (True, 300)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupted_run_ends_what_it_writes(many: Path, sent: signal.Signals) -> None:
    command = [sys.executable, "-m", "evaluator.cli", "-f", "json", "-o", str(many / "结果.csv"), str(many)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, cwd=ROOT, env=UNBUFFERED) as process:
        assert process.stdout and process.stderr
        taken = process.stdout.read(1000)
        time.sleep(0.3)
        process.send_signal(sent)
        time.sleep(0.3)
        taken += process.stdout.read()
        errors = process.stderr.read().decode()
    got = json.loads(taken)
    assert (process.returncode, got["complete"]) == (130, False)
    assert 0 < len(got["reports"]) < 300
    assert errors.startswith("错误：已中断，只检查了")
    assert [path.name for path in many.glob("[!0-9]*")] + [*many.glob(".*")] == ["结果.csv"]


@pytest.mark.parametrize("jobs", ["1", "3"])
def test_a_closed_terminal(many: Path, jobs: str) -> None:
    """All processes in it are told, the first one twice; what it was to save is saved."""
    command = [sys.executable, "-m", "evaluator.cli", "-j", jobs, "-o", str(many / "结果.json"), str(many)]
    terminal, end = os.openpty()
    with subprocess.Popen(command, stdout=end, stderr=end, cwd=ROOT, start_new_session=True) as process:
        os.close(end)
        assert os.read(terminal, 100)
        os.killpg(process.pid, signal.SIGHUP)
        os.kill(process.pid, signal.SIGHUP)
        os.close(terminal)
        # Where the wish to stop came while a class was made, Python ends itself by SIGINT: shells call that 130 too.
        assert process.wait(60) in (2, 130, -signal.SIGINT)
    got = json.loads((many / "结果.json").read_text("utf-8"))
    assert got["complete"] is False and 0 < len(got["reports"]) < 300
    assert {report["unjudged"]["code"] for report in got["reports"]} == {"not-chinese"}
    assert [path.name for path in many.glob("[!0-9]*")] + [*many.glob(".*")] == ["结果.json"]


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (f"{GOOD} >&-", "屏幕输出已被关闭", ">&-"),
        ("--help >&-", "屏幕输出已被关闭", ">&-"),
        ("- <&-", "没有给出报告：标准输入已被关闭", "<&-"),
    ],
)
def test_a_closed_stream(words: str, message: str, hint: str) -> None:
    done = shell(words)
    assert (done.returncode, done.stdout) == (2, b"")
    first, second = done.stderr.decode().splitlines()
    assert first.startswith(f"错误：{message}") and second.startswith("  提示：") and hint in second


def test_complaints_stay_out_of_the_results() -> None:
    done = shell("没有.txt 2>&-")
    assert (done.returncode, done.stdout, done.stderr) == (2, b"", b"")


def shell(words: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(["sh", "-c", f"{sys.executable} -m evaluator.cli {words}"], capture_output=True, cwd=ROOT)
