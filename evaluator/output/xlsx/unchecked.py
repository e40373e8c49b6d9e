"""未能检查: the reports that could not be judged and the files left out, each with why and what to do."""

from collections.abc import Iterator, Sequence
from typing import Any

from evaluator.assessment import Assessment
from evaluator.ledger.columns import SHEETS
from evaluator.ledger.entry import Cell
from evaluator.output.xlsx.looks import Looks
from evaluator.output.xlsx.table import Head, Table
from evaluator.run import Ignored, Run, Summary

HEADS = (Head("序号", 6, "whole"), Head("文件", 50), Head("情形", 14, "centre"), Head("原因", 50), Head("怎么办", 60))
IGNORED_HINT = "不是报告的，不用处理；是报告的，另存为 .docx 或 .txt，单独给出文件名再检查"
Line = Sequence[Cell]


def lines(assessment: Assessment) -> Iterator[Line]:
    if assessment.unjudged:
        yield assessment.report.path, "无法判定", assessment.unjudged.message, assessment.unjudged.hint


def rest(run: Run, summary: Summary) -> Iterator[Line]:
    """What was not even tried."""
    yield from (_ignored(file) for file in run.ignored)
    if not summary.complete:
        count = run.reports - summary.reports
        yield f"其余 {count} 份报告", "没有检查", "检查中途停止", "请重新检查全部报告"


def _ignored(file: Ignored) -> Line:
    return file.path, "没有检查", file.reason, IGNORED_HINT


def write(workbook: Any, looks: Looks, rows: Sequence[Line]) -> None:
    table = Table(workbook, looks, SHEETS[4], HEADS)
    for number, row in enumerate(rows, 1):
        table.add((number, *row))
    table.finish(2, "不能判定的报告不算缺失，也不算通过")
