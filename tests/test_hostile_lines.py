"""Lines that repeat one thing without end: no pattern may try them from each of their places anew."""

import signal
from collections.abc import Iterator
from types import FrameType

import pytest

from checklist.loading import load
from evaluator.assessment import Assessment
from evaluator.evaluation import Options, evaluate
from evaluator.reading import legibility

CHARACTERS = 15_000
# Of the processor, for one line: each takes one or less, one that is quadratic ten. No test measures time,
# which says more of the machine than of the program; here nothing else tells, since a pattern that is tried anew calls
# no function. So the line that needs far more than any is ended.
MOST_SECONDS = 5
UNITS = (
    "1，", "1 2 3 ", "11", "1-2", "1.", "9.5万", "100%", "率达到98%", "5月3日", "2024年", "2024-", "二〇二四年",
    "截至2023年底，", "一", "一是", "（一）", "百", "、", "，", "；", "。", "：", "……", "...", "《", "》《", "（》",
    "“", "”“", "“一”", "委", "的", "我局", "某某局", "不足", "第一责任人", "张三，", "同比", "其中", "其中持证3人",
    "12件修订", "138 ", "电话1", "X", "abc ", "http://a.b/",
    # Many places of one item in one sentence.
    "全年培训执法人员320人次，评查案卷150卷，", "区法院受理案件3件，开展培训，", "县医院演练2次，修订预案，",
)  # fmt: skip
LINES = {
    **{unit: unit * (CHARACTERS // len(unit)) for unit in UNITS},
    "a number of more digits than any": f"受理1件，办结{'1' * 5000}件。{'某某事项' * 5000}",
    # Short, since what tries every way to part such a row needs no long one.
    "a change told in many words": f"由50人增加到60人，增长{'超过' * 40}。",
    "a share told in many words": f"查处500件，其中200件，占{'超过' * 40}成53%。",
    "an average told in many words": f"9个社区演练45场，平均每个社区{'达到' * 40}。",
    "a rate told in many words": f"受理12件，办结率{'达到' * 40}98%。",
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
@pytest.mark.parametrize("name", LINES)
def test_a_line_without_end_costs_its_length(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    # A report of nothing but digits is refused; one that has as many of them beside its text is not.
    monkeypatch.setattr(legibility, "FEWEST_CHINESE", 0)
    assert _judged(f"{HEAD}{LINES[name]}。{TAIL}", "甲.txt").unjudged is None


@pytest.mark.usefixtures("limited")
@pytest.mark.parametrize("name", FILES)
def test_a_file_without_end_costs_its_length(name: str) -> None:
    # Whether it is judged at all is the matter of its format.
    assert _judged(FILES[name], name).report.path == name


def _judged(text: str, path: str) -> Assessment:
    return evaluate(text.encode(), path, load(), Options(links=True))
