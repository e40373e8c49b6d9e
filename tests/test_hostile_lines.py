"""Lines that repeat one thing without end: no pattern may try them from each of their places anew."""

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from checklist.loading import load
from evaluator.evaluation import Options, evaluate
from evaluator.reading import legibility

CHARACTERS = 20_000
# A line takes at most a second and a half. No time is measured: what needs more than this of the processor is ended.
# A number tried from each of its digits took 9 to 15.
MOST_SECONDS = 7
UNITS = (
    "1，", "1 2 3 ", "11", "1-2", "1.", "9.5万", "100%", "率达到98%", "5月3日", "2024年", "2024-", "二〇二四年",
    "截至2023年底，", "一", "一是", "（一）", "、", "，", "；", "。", "：", "《", "》《", "（》", "“", "”“",
    "“一”", "委", "的", "我局", "某某局", "不足", "第一责任人", "张三，", "138 ", "电话1", "X", "abc ",
    "http://a.b/",
)  # fmt: skip
HEAD = "云岭县水务局2024年法治政府建设年度报告\n2024年，我局推进依法行政。现将有关情况报告如下：\n一、主要工作\n"
END = "。\n二、存在的问题\n人员不足。\n"


@pytest.fixture
def limited() -> Iterator[None]:
    """Fails the test where it takes so much of the processor's time."""
    if not hasattr(signal, "setitimer"):
        pytest.skip("only Unix limits the time of a test")

    def late(_number: int, _frame: FrameType | None) -> None:
        pytest.fail(f"more than {MOST_SECONDS} s")

    before = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    yield
    signal.setitimer(signal.ITIMER_PROF, 0)
    signal.signal(signal.SIGPROF, before)


@pytest.mark.usefixtures("limited")
@pytest.mark.parametrize("unit", UNITS)
def test_a_line_without_end_costs_its_length(unit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # A report of nothing but digits is refused; one that has as many of them beside its text is not.
    monkeypatch.setattr(legibility, "FEWEST_CHINESE", 0)
    line = unit * (CHARACTERS // len(unit))
    assert evaluate(f"{HEAD}{line}{END}".encode(), "甲.txt", load(), Options()).unjudged is None
