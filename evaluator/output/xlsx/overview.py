"""总览: one row a report, from which office to what conclusion; above it what the run was held against."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checklist.model import LEVELS
from evaluator.assessment import Assessment, Verdict
from evaluator.ledger.columns import SHEETS, Column, Status
from evaluator.ledger.entry import Cell, Row
from evaluator.output.xlsx.looks import Looks
from evaluator.output.xlsx.table import Head, Table
from evaluator.presenting.telling import FAILED, PASSED, UNJUDGED, conclusion
from evaluator.run import NAME, VERSION, Run, Summary

SUBJECT = "法治政府建设年度报告核查台账"
HEADS = (
    Head("序号", 6, "whole"),
    Head("单位", 22),
    Head("主体类型", 12, "centre"),
    Head("文件", 28),
    Head("年度", 7, "whole"),
    Head("得分", 8, "score"),
    Head("等次", 8, "centre"),
    Head("必备缺失数", 8, "whole"),
    Head("缺失数", 8, "whole"),
    Head("不完整数", 8, "whole"),
    Head("文字问题数", 8, "whole"),
    Head("豁免数", 8, "whole"),
    Head("基线已有数", 8, "whole"),
    Head("结论", 10, "centre"),
    Head("不通过的原因", 44),
    Head("检查日期", 12, "date"),
)
_STYLES = {
    " ".join(shown): verdict
    for shown, verdict in ((PASSED, Verdict.MET), (FAILED, Verdict.MISSING), (UNJUDGED, Verdict.UNJUDGED))
}
CONCLUSION = [head.name for head in HEADS].index("结论")


def line(assessment: Assessment, run: Run) -> tuple[Cell, ...]:
    """Everything of a report but its number."""
    facts, score = assessment.report, assessment.score
    return (
        facts.organ or facts.title,
        LEVELS.get(facts.level or ""),
        facts.path,
        facts.year,
        score.value if score else None,
        score.grade if score else None,
        *_counts(assessment),
        " ".join(conclusion(assessment)),
        "\n".join(assessment.gate.reasons),
        run.day,
    )


def _counts(assessment: Assessment) -> tuple[int | None, ...]:
    """Missing and required, missing, incomplete, findings, waived, known.

    Of a report that was read in part something may be known to be incomplete; that nothing is missing nobody knows.
    """
    missing = [item for item in assessment.items if item.verdict is Verdict.MISSING]
    partial = sum(item.verdict is Verdict.PARTIAL for item in assessment.items)
    results = [result for results in (assessment.items, assessment.findings) for result in results]
    accepted = sum(result.waiver is not None for result in results), sum(result.known for result in results)
    certain = partial, len(assessment.findings), *accepted
    if assessment.unjudged:
        return None, None, *(count or None for count in certain)
    return sum(item.required for item in missing), len(missing), *certain


def write(workbook: Any, looks: Looks, lines: Sequence[Sequence[Cell]], above: Iterator[tuple[str, str]]) -> None:
    table = Table(workbook, looks, SHEETS[0], HEADS, tuple(above))
    for number, cells in enumerate(lines, 1):
        row = (number, *cells)
        table.add(row, {CONCLUSION: _STYLES[str(row[CONCLUSION])]})
    table.finish(2, SUBJECT)


def facts(run: Run, summary: Summary, problems: Counter[str]) -> Iterator[tuple[str, str]]:
    """The lines over the table, with their styles."""
    checklist = run.checklist
    yield SUBJECT, "title"
    if not summary.complete:
        yield f"已中断：共 {run.reports} 份，只检查了 {summary.reports} 份，本台账不完整", "warning"
    yield _counted(run, summary), "plain"
    yield _standing(problems), "plain"
    yield (
        f"核查清单：{checklist.title}（{checklist.id}）{checklist.version} 版，方案 {checklist.profile_shown}，"
        f"校验值 {checklist.digest}；{NAME} {VERSION}，{run.day}",
        "plain",
    )
    if run.ledger:
        yield f"填写的内容带自：{run.ledger.path}", "plain"
    yield "程序看的是写了没有、写得具不具体，不核对事实和数据，不代替合法性审查和保密审查。", "plain"


def _counted(run: Run, summary: Summary) -> str:
    ignored = f"；没有检查的文件 {len(run.ignored)} 个，见“{SHEETS[4]}”" if run.ignored else ""
    said = f"通过 {summary.passed}，不通过 {summary.failed}，无法判定 {summary.unjudged}"
    return f"报告 {summary.reports} 份：{said}{ignored}"


def _standing(problems: Mapping[str, int]) -> str:
    said = "，".join(f"{status} {problems[status]}" for status in Status if problems[status])
    overdue = f"；其中超期 {problems['超期']}" if problems["超期"] else ""
    return f"问题 {sum(problems[status] for status in Status)} 个{'：' if said else ''}{said}{overdue}"


def standing(rows: Sequence[Row]) -> Counter[str]:
    """How many problems have each status, and how many are overdue."""
    counted = Counter(str(row.get(Column.STATUS)) for row in rows)
    return counted + Counter(str(row.get(Column.OVERDUE)) for row in rows if row.get(Column.OVERDUE))
