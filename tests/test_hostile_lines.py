"""Lines that repeat one thing without end: no pattern may try them from each of their places anew."""

import subprocess
import sys

import pytest

resource = pytest.importorskip("resource", reason="only Unix limits the time of a process")

CHARACTERS = 40_000
# All of them take some ten seconds; one that is quadratic takes minutes alone. No time is measured: a child that needs
# more than this of the processor is ended.
MOST_SECONDS = 150
UNITS = (
    "1，", "1 2 3 ", "11", "1-2", "1.", "9.5万", "100%", "率达到98%", "5月3日", "2024年", "2024-", "二〇二四年",
    "截至2023年底，", "一", "一是", "（一）", "、", "，", "；", "。", "：", "《", "》《", "（》", "“", "”“",
    "“一”", "委", "的", "我局", "某某局", "不足", "第一责任人", "张三，", "138 ", "电话1", "X", "abc ",
    "http://a.b/",
)  # fmt: skip
CHECK = """
import sys
from checklist.loading import load
from evaluator.evaluation import Options, evaluate
checklist = load()
head = "云岭县水务局2024年法治政府建设年度报告\\n2024年，我局推进依法行政。现将有关情况报告如下：\\n一、主要工作\\n"
for unit in sys.argv[2:]:
    line = unit * (int(sys.argv[1]) // len(unit))
    evaluate(f"{head}{line}。\\n二、存在的问题\\n人员不足。\\n".encode(), unit, checklist, Options())
    print(unit)
"""


def test_a_line_without_end_costs_its_length() -> None:
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", CHECK, str(CHARACTERS), *UNITS],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS)),
    )
    assert (done.returncode, done.stdout.splitlines()) == (0, [*UNITS]), done.stderr[-2000:]
