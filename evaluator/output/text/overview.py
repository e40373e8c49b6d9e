"""All reports of a run in sum: counts, a table from worst to best, what most lack, the files left out."""

from collections import Counter
from typing import NamedTuple

from evaluator.assessment import Assessment, Verdict
from evaluator.console.layout import right
from evaluator.console.page import Page
from evaluator.presenting.telling import order
from evaluator.run import Ignored, Run, Summary

# A longer table is no overview; and so that memory does not grow with the reports.
MOST_ROWS = 40
MOST_IGNORED = 10
_WIDTHS = (6, 8, 6, 8, 6, 6)
# Columns that are there where something stands in them.
_ACCEPTED = {"豁免": "waived", "基线": "known"}


class Row(NamedTuple):
    """A report in the table; they sort as they stand there."""

    rank: int
    score: float
    number: int
    missing: int
    partial: int
    waived: int
    known: int
    path: str


class Overview:
    """What is kept of the reports seen so far."""

    def __init__(self) -> None:
        self._rows: list[Row] = []
        self._missing: Counter[str] = Counter()
        self._partial: Counter[str] = Counter()
        self._seen = 0

    def add(self, assessment: Assessment) -> None:
        missing = [item.title for item in assessment.items if item.verdict is Verdict.MISSING]
        partial = [item.title for item in assessment.items if item.verdict is Verdict.PARTIAL]
        self._missing.update(missing)
        self._partial.update(partial)
        self._seen += 1
        results = [result for results in (assessment.items, assessment.findings) for result in results]
        accepted = sum(result.waiver is not None for result in results), sum(result.known for result in results)
        counts = len(missing), len(partial), *accepted
        self._rows.append(Row(*order(assessment), self._seen, *counts, assessment.report.path))
        if len(self._rows) > 2 * MOST_ROWS:
            self._rows = sorted(self._rows)[:MOST_ROWS]

    def write(self, page: Page, run: Run, summary: Summary) -> None:
        if not summary.complete:
            page.blank()
            page.line((f"已中断：共 {run.reports} 份，只检查了前 {summary.reports} 份", "bad"))
        if run.reports > 1:
            self._write_counts(page, summary)
            self._write_table(page)
            self._write_items(page)
        _write_ignored(page, run.ignored)
        if run.reports > 1:
            page.blank()
            page.text("要看某一份缺什么、依据什么、写在哪里，请单独检查那个文件：lawgov-check 文件名")

    def _write_counts(self, page: Page, summary: Summary) -> None:
        page.line(
            (f"汇总  {summary.reports} 份", "strong"),
            (f"：通过 {summary.passed}，不通过 {summary.failed}，无法判定 {summary.unjudged}", ""),
        )

    def _write_table(self, page: Page) -> None:
        page.blank()
        rows = sorted(self._rows)[:MOST_ROWS]
        more = [(title, field) for title, field in _ACCEPTED.items() if any(getattr(row, field) for row in rows)]
        head = ("得分", "结论", "缺失", "不完整", *(title for title, _ in more))
        page.line((_columns(*head) + "  文件", "quiet"), indent=2)
        for row in rows:
            said, style = (("无法判定", "fair"), ("不通过", "bad"), ("通过", "good"))[row.rank]
            counts = (row.missing, row.partial, *(getattr(row, field) for _, field in more))
            judged = (f"{row.score:.1f}", said, *map(str, counts)) if row.rank else ("", said, *[""] * len(counts))
            page.line((_columns(*judged), style), (f"  {row.path}", ""), indent=2)
        if self._seen > MOST_ROWS:
            page.text(f"只列出最需要看的 {MOST_ROWS} 份；全部结果请加 -o 结果.html 或 -o 结果.csv 保存", indent=2)

    def _write_items(self, page: Page) -> None:
        if not self._missing and not self._partial:
            return
        page.blank()
        page.line((f"{right('缺失', 6)}{right('不完整', 8)}  要素", "quiet"), indent=2)
        titles = sorted(self._missing | self._partial, key=lambda t: (-self._missing[t], -self._partial[t]))
        for title in titles:
            counts = f"{right(str(self._missing[title]), 6)}{right(str(self._partial[title]), 8)}"
            page.line((f"{counts}  {title}", ""), indent=2)


def _columns(*cells: str) -> str:
    return "".join(right(cell, width) for cell, width in zip(cells, _WIDTHS, strict=False))


def _write_ignored(page: Page, ignored: tuple[Ignored, ...]) -> None:
    if not ignored:
        return
    page.blank()
    page.line((f"没有检查的文件 {len(ignored)} 个", "strong"))
    for file in ignored[:MOST_IGNORED]:
        page.text(f"{file.path}：{file.reason}", indent=2)
    if len(ignored) > MOST_IGNORED:
        page.text(f"另有 {len(ignored) - MOST_IGNORED} 个；全部名单请加 -o 结果.csv 保存", indent=2)
