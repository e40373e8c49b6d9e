"""Ratios to floors measured in the same run: machines are noisy and differ, ratios do so less.

Times are those of the processor, since the machine may be shared; only of two workers the clock must tell.

python tests/bench/speed.py [cold memory batch workers length]
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import cache
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent.parent
REPORT = ROOT / "examples" / "drafts" / "complete.txt"
REPORTS = ROOT / "tests" / "data" / "reports"
CHECK = "import sys; from evaluator.starting import check; sys.exit(check())"
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ROOT)}
# Gets the folder of the installed packages and one to write in.
Measure = Callable[[Path, Path], None]
ROUNDS = 15
CHARACTERS = 5_000
# Where its chapter on what was done ends, and what other reports put into it.
CHAPTER_END = 22
SHORTEST_PARAGRAPH = 60
NUMBERED = tuple("一二三四五六七八九十（(第0123456789")


class Cost(NamedTuple):
    """Seconds of the clock and of the processor, and peak memory in MiB."""

    clock: float
    processor: float
    memory: float


def main(names: list[str], measures: Mapping[str, Measure]) -> None:
    """The measures of these names, all of them when none is named."""
    with tempfile.TemporaryDirectory() as folder:
        root = installed(Path(folder))
        for name, measure in measures.items():
            if not names or name in names:
                measure(root, Path(folder))


def installed(folder: Path) -> Path:
    """The packages as they are installed: rules built, code compiled, no pyproject.toml beside them."""
    root = folder / "site"
    for package in ("checklist", "evaluator", "rules"):
        shutil.copytree(ROOT / package, root / package, ignore=shutil.ignore_patterns("__pycache__"))
    ENVIRONMENT["PYTHONPATH"] = str(root)
    run("-c", "from checklist.loading import rebuild; rebuild()")
    run("-m", "compileall", "-q", str(root))
    return root


def run(*args: str) -> Cost:
    """What a Python with these arguments costs."""
    before = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *args], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=ENVIRONMENT, cwd="/"
    )
    errors = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1) or errors:
        sys.exit(f"exit {process.returncode}: {errors.decode()}")
    return Cost(time.perf_counter() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def fastest(*commands: tuple[str, ...]) -> list[float]:
    """Of each command, the two in turn, since the machine's mood changes."""
    times = [[run(*command).processor for command in commands] for _ in range(ROUNDS)]
    return [min(column) for column in zip(*times, strict=True)]


def cold(_root: Path, _folder: Path) -> None:
    floor, check = fastest(("-c", "import click"), ("-c", CHECK, str(REPORT)))
    say(
        "cold run",
        f"{check * 1000:.0f} ms = {check / floor:.2f} x import click ({floor * 1000:.0f} ms)",
        "<= 3",
    )


def memory(_root: Path, _folder: Path) -> None:
    say("peak memory of a cold run", f"{run('-c', CHECK, str(REPORT)).memory:.1f} MiB", "<= 45")


def batch(_root: Path, folder: Path) -> None:
    few, many = reports(folder / "100", 100), reports(folder / "1000", 1000)
    empty = min(run("-c", CHECK, "-f", "json", str(reports(folder / "1", 1))).processor for _ in range(3))
    small = run("-c", CHECK, "-f", "json", str(few)).memory
    cost = run("-c", CHECK, "-f", "json", str(many))
    rate = 1000 / (cost.processor - empty)
    say(f"batch of 1,000 reports of {CHARACTERS:,} characters", f"{rate:.0f} a second", ">= 150")
    say("its memory", f"{cost.memory:.1f} MiB = {cost.memory / small:.2f} x that of 100 reports", "1")


def workers(_root: Path, folder: Path) -> None:
    many = reports(folder / "500", 500)
    one, two = (run("-c", CHECK, "-f", "json", "-j", jobs, str(many)).clock for jobs in ("1", "2"))
    say("two workers", f"{one / two:.2f} x as fast as one ({os.cpu_count()} cores)", "about 2")


def length(_root: Path, folder: Path) -> None:
    times = []
    for size in (CHARACTERS, 100 * CHARACTERS):
        path = folder / f"{size}.txt"
        path.write_text(report(size), "utf-8")
        code = (
            "import sys, time; from pathlib import Path; from checklist.loading import load\n"
            "from evaluator.evaluation import Options, evaluate\n"
            "data, checklist = Path(sys.argv[1]).read_bytes(), load()\n"
            "evaluate(data, 'a', checklist, Options())\n"
            "before = time.process_time()\n"
            "for _ in range(int(sys.argv[2])): evaluate(data, 'a', checklist, Options())\n"
            "print((time.process_time() - before) / int(sys.argv[2]))"
        )
        rounds = "20" if size == CHARACTERS else "1"
        done = subprocess.run(
            [sys.executable, "-c", code, str(path), rounds], capture_output=True, env=ENVIRONMENT, check=True
        )
        times.append(float(done.stdout) / size)
    say("time a character, 500,000 to 5,000", f"{times[1] / times[0]:.2f}", "about 1")


def reports(folder: Path, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        (folder / f"{number:04}.txt").write_text(report(CHARACTERS, number), "utf-8")
    return folder


def report(size: int, number: int = 0) -> str:
    """The example, filled up with paragraphs of the invented reports; no two numbers give the same report."""
    lines = REPORT.read_text("utf-8").splitlines(keepends=True)
    middle = [f"　　全年共办理有关事项{number + 100}件。\n"]
    length = sum(map(len, lines + middle))
    every = paragraphs()
    for paragraph in islice(cycle(every), number % len(every), None):
        if length >= size:
            break
        middle.append(f"　　{paragraph}\n")
        length += len(middle[-1])
    return "".join(lines[:CHAPTER_END] + middle + lines[CHAPTER_END:])


@cache
def paragraphs() -> list[str]:
    """Running text of the invented reports, whose sentences are as long as those of real ones."""
    texts = (path.read_text("utf-8") for path in sorted(REPORTS.glob("*.txt")))
    lines = (line.strip() for text in texts for line in text.splitlines())
    return [
        line
        for line in lines
        if len(line) >= SHORTEST_PARAGRAPH and line.endswith("。") and not line.startswith(NUMBERED)
    ]


def say(what: str, measured: str, wanted: str) -> None:
    print(f"{what:50} {measured:45} wanted {wanted}", flush=True)


MEASURES: dict[str, Measure] = {
    "cold": cold,
    "memory": memory,
    "batch": batch,
    "workers": workers,
    "length": length,
}

if __name__ == "__main__":
    main(sys.argv[1:], MEASURES)
