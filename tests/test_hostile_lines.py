"""Lines that repeat one thing without end: no pattern may try them from each of their places anew."""

import json
import subprocess
import sys

import pytest

resource = pytest.importorskip("resource", reason="only Unix limits the time of a process")

CHARACTERS = 30_000
# Of the processor, for one line: each takes two or less, one that is quadratic half a minute. No test measures time,
# which says more of the machine than of the program; here nothing else tells, since a pattern that is tried anew calls
# no function. So the child is ended at the first line that needs far more than any; it has printed those before.
MOST_SECONDS = 10
UNITS = (
    "1，", "1 2 3 ", "11", "1-2", "1.", "9.5万", "100%", "率达到98%", "5月3日", "2024年", "2024-", "二〇二四年",
    "截至2023年底，", "一", "一是", "（一）", "百", "、", "，", "；", "。", "：", "……", "...", "《", "》《", "（》",
    "“", "”“", "“一”", "委", "的", "我局", "某某局", "不足", "第一责任人", "张三，", "同比", "其中", "其中持证3人",
    "12件修订", "138 ", "电话1", "X", "abc ", "http://a.b/",
    # Many places of one item in one sentence.
    "全年培训执法人员320人次，评查案卷150卷，", "区法院受理案件3件，开展培训，",
)  # fmt: skip
LINES = {
    **{unit: unit * (CHARACTERS // len(unit)) for unit in UNITS},
    "a number of more digits than any": f"受理1件，办结{'1' * 5000}件。{'某某事项' * 5000}",
    "one clause that compares and compares": "存在的问题是" + "与" * 2 * CHARACTERS,
    "those addressed, by names as long as may be": f"{'委' * 98}：\n" * 100,
}
HEAD = "云岭县水务局2024年法治政府建设年度报告\n2024年，我局推进依法行政。现将有关情况报告如下：\n一、主要工作\n"
TAIL = "\n二、存在的问题\n人员不足。\n"
MARKED = f"# {HEAD}"
TABS = "\t" * CHARACTERS
# What reading a format looks for, before anything is understood.
FILES = {
    "front.md": "---\n" + "说明：\r\n" * 99 + MARKED + TAIL,
    "heading.md": f"{MARKED}# 标题{' ' * CHARACTERS}文{TAIL}",
    "closed heading.md": f"{MARKED}# 标题{' #' * CHARACTERS}文{TAIL}",
    "table.md": f"{MARKED}{TABS}文{TAIL}",
    "link.html": f'<p>{HEAD}<a href="{"a" * 3 * CHARACTERS}">文</a>{TAIL}</p>',
}
CHECK = """
import json, resource, sys
from checklist.loading import load
from evaluator.evaluation import Options, evaluate
checklist, options = load(), Options(links=True)
reports = json.load(sys.stdin)
for path, text in [["", reports[0][1][:200]], *reports]:
    evaluate(text.encode(), path, checklist, options)
    print(path, flush=True)
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime) + int(sys.argv[1])
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))
"""


def test_a_line_without_end_costs_its_length() -> None:
    reports = {name: f"{HEAD}{line}。{TAIL}" for name, line in LINES.items()} | FILES
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", CHECK, str(MOST_SECONDS)],
        input=json.dumps(list(reports.items())),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout.splitlines(), done.returncode) == (["", *reports], 0), done.stderr[-2000:]
