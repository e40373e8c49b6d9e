"""Measured figures as Chinese tables: in all beside the keyword search, by element, by kind of fault."""

from collections.abc import Iterator, Sequence
from io import StringIO

from rich.box import Box
from rich.console import Console
from rich.table import Table

from evaluator.measuring.figures import Counts, Faults, Figures
from evaluator.measuring.tallying import FACTS
from evaluator.measuring.wilson import Interval, Share

NOTHING = "－"
# A rule under the head, of characters that are one cell wide in every terminal.
LINED = Box("    \n    \n -- \n    \n    \n    \n    \n    \n", ascii=True)
EXPLAINED = (
    "查准率：判为缺失的要素里，标注也是缺失的占多少；查全率：标注为缺失的要素里，判出来的占多少。"
    "“-”两边是 95% 的 Wilson 区间：标注越少，区间越宽，数字越不可靠。"
)


def tables(program: Figures, baseline: Figures, width: int) -> str:
    """All tables, as wide as the screen is."""
    parts = [
        _shown(_overall(program, baseline), width),
        _shown(_by_element("逐个要素：本程序", program), width),
        _shown(_by_element("逐个要素：关键词检索", baseline), width),
        _shown(_by_kind(program), width) if program.faults else "",
    ]
    return "\n".join(filter(None, parts))


def _shown(table: Table, width: int) -> str:
    console = Console(file=StringIO(), width=width, color_system=None, legacy_windows=False)
    with console.capture() as capture:
        console.print(table)
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _table(title: str, heads: Sequence[str], rows: Iterator[Sequence[str]], fixed: int = 1) -> Table:
    """The first `fixed` columns are never wrapped."""
    table = Table(title=title, title_justify="left", title_style="", box=LINED, show_edge=False)
    table.padding = (0, 1, 0, 0)
    for number, head in enumerate(heads):
        table.add_column(head, no_wrap=number < fixed, overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _overall(program: Figures, baseline: Figures) -> Table:
    title = f"有标注的报告 {program.reports} 份，计入的标注 {program.all_items.labels} 条"
    both = zip(_summary(program), _summary(baseline), strict=True)
    rows = ((name, own, other) for (name, own), (_, other) in both)
    return _table(title, ("", "本程序", "关键词检索"), rows)


def _summary(figures: Figures) -> Iterator[tuple[str, str]]:
    counts, faults = figures.all_items, figures.all_faults
    yield "缺失：查准率", _told(counts.precision)
    yield "缺失：查全率", _told(counts.recall)
    yield "缺失：F1", _figure(counts.f1, counts.f1_interval)
    yield "结论一致", _told(counts.agreement)
    yield "依据原文位置对", _told(counts.at_line)
    yield "不适用判对", _told(counts.not_asked)
    for name, title in FACTS.items():
        yield f"{title}读对", _told(figures.facts.get(name, Share()))
    yield "问题找到", _told(faults.found)
    yield "问题找到（看意思才知道的）", _told(faults.hard)
    yield "每份误报", f"{figures.alarms_per_report:.2f}（{faults.alarms} 处）"


def _by_element(title: str, figures: Figures) -> Table:
    heads = ("要素", "缺失", "查准率", "查全率", "F1", "一致", "位置")
    rows = (_element_row(name, counts) for name, counts in figures.items.items())
    return _table(title, heads, rows, fixed=2)


def _element_row(name: str, counts: Counts) -> tuple[str, ...]:
    return (
        name,
        f"{counts.hits + counts.missed}/{counts.labels}",
        _of(counts.precision),
        _of(counts.recall),
        _figure(counts.f1, counts.f1_interval),
        _of(counts.agreement),
        _of(counts.at_line),
    )


def _by_kind(figures: Figures) -> Table:
    rows = (_kind_row(name, faults) for name, faults in figures.faults.items())
    return _table("逐类问题：本程序", ("问题", "找到", "看意思才知道的", "误报"), rows)


def _kind_row(name: str, faults: Faults) -> tuple[str, ...]:
    return name, _told(faults.found), _told(faults.hard), str(faults.alarms)


def _told(share: Share) -> str:
    return f"{_of(share)} {share.hits}/{share.of}" if share.of else NOTHING


def _of(share: Share) -> str:
    return _figure(share.value, share.interval)


def _figure(value: float | None, interval: Interval | None) -> str:
    if value is None or interval is None:
        return NOTHING
    return f"{value:.2f} {interval[0]:.2f}-{interval[1]:.2f}"
