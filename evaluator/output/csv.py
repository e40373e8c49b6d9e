"""CSV for spreadsheets and scripts: one row for each report, item, finding, link, note and file left out.

Bytes of UTF-8 with a byte order mark, so that Excel and WPS show Chinese, on standard output too, whatever its own
encoding is. A text that a spreadsheet might take for a formula, or that begins with an apostrophe, gets one more
apostrophe in front, so that taking one away always gives the text back.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from evaluator.assessment import (
    SEVERITIES_SHOWN,
    SHOWN,
    Assessment,
    Citation,
    Evidence,
    Finding,
    ItemResult,
    Link,
    Nearest,
    Tie,
)
from evaluator.console.layout import visible
from evaluator.console.terminal import Screen
from evaluator.presenting.placing import where
from evaluator.presenting.problems import advice
from evaluator.presenting.telling import conclusion
from evaluator.run import Run, Summary

COLUMNS = (
    *("文件", "单位", "年度", "类别", "编号", "名称", "结论", "等次", "必备", "分值", "得分", "原因", "建议", "依据"),
    *("原文", "章节", "页", "行", "止行", "列", "其他位置", "近似原文", "近似行", "不算的理由"),
    *("豁免理由", "批准人", "豁免到期"),
)
# Excel reads the wide ones as formulas too where Chinese is set.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠']")

Row = Mapping[str, str | float | None]


class CsvRenderer:
    def __init__(self, run: Run, _screen: Screen) -> None:
        self._run = run

    def begin(self) -> bytes:
        return b"\xef\xbb\xbf" + _written([dict(zip(COLUMNS, COLUMNS, strict=True))])

    def add(self, assessment: Assessment) -> bytes:
        facts = assessment.report
        known: Row = {"文件": facts.path, "单位": facts.organ, "年度": facts.year}
        return _written({**known, **row} for row in _rows(assessment))

    def end(self, summary: Summary) -> bytes:
        rows: list[Row] = [
            {"文件": file.path, "类别": "未检查", "结论": "未检查", "原因": file.reason} for file in self._run.ignored
        ]
        if not summary.complete:
            why = f"已中断：共 {self._run.reports} 份，只检查了前 {summary.reports} 份"
            rows.append({"类别": "未完成", "原因": why})
        return _written(rows)


def _written(rows: Iterable[Row]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="")
    writer.writerows({column: _cell(value) for column, value in row.items()} for row in rows)
    return text.getvalue().encode()


def _cell(value: str | float | None) -> str | float | None:
    if not isinstance(value, str):
        return f"{value:g}" if isinstance(value, float) else value
    shown = visible(value)
    return "'" + shown if _FORMULA.match(shown) else shown


def _rows(assessment: Assessment) -> Iterator[Row]:
    yield _report(assessment)
    yield from map(_item, assessment.items)
    yield from map(_finding, assessment.findings)
    yield from map(_link, assessment.links or ())
    for note in assessment.notes:
        yield {"类别": "说明", "编号": note.code, "原因": note.message}


def _report(assessment: Assessment) -> Row:
    score, unjudged = assessment.score, assessment.unjudged
    row: Row = {"类别": "报告", "名称": assessment.report.title, "结论": conclusion(assessment)[1]}
    if score:
        row = {**row, "等次": score.grade, "分值": 100, "得分": score.value}
    if unjudged:
        return {**row, "编号": unjudged.code, "原因": unjudged.message, "建议": unjudged.hint}
    return {**row, "原因": "；".join(assessment.gate.reasons)}


def _item(item: ItemResult) -> Row:
    return {
        "类别": "要素",
        "编号": item.id,
        "名称": item.title,
        "结论": SHOWN[item.verdict][1],
        "必备": "是" if item.required else "否",
        "分值": item.weight,
        "得分": item.earned,
        "原因": item.reason,
        "建议": advice(item),
        "依据": _cited(item.basis),
        **_standing(item.evidence),
        **_near(item.nearest),
        **_accepted(item),
    }


def _finding(finding: Finding) -> Row:
    return {
        "类别": "文字",
        "编号": finding.rule,
        "结论": SEVERITIES_SHOWN[finding.severity][1],
        "原因": finding.message,
        "建议": finding.suggestion,
        "依据": _cited(finding.basis),
        **_standing([Evidence(finding.quote, "", finding.place)]),
        **_accepted(finding),
    }


def _link(link: Link) -> Row:
    answer = "没有看到对应的安排" if link.unanswered else "有对应的安排" if link.measures else "没有对上"
    return {
        "类别": "安排对照",
        "结论": answer,
        "原因": _said(link.cause) if link.cause else "",
        "建议": "；".join(map(_said, link.measures)),
        **_standing([link.problem]),
    }


def _said(tie: Tie) -> str:
    return f"{where(tie.place)} {tie.quote}"


def _cited(basis: Iterable[Citation]) -> str:
    return "；".join(entry.cited for entry in basis)


def _standing(evidence: Sequence[Evidence]) -> Row:
    """The first place in columns of its own; of any others where they are, each once."""
    if not evidence:
        return {}
    first, place = evidence[0], evidence[0].place
    _, *others = dict.fromkeys(where(entry.place) for entry in evidence)
    return {
        "原文": first.quote,
        "章节": first.section,
        "页": place.page,
        "行": place.line,
        "止行": place.end_line,
        "列": place.column,
        "其他位置": "；".join(others),
    }


def _near(nearest: Nearest | None) -> Row:
    if nearest is None:
        return {}
    return {"近似原文": nearest.quote, "近似行": nearest.place.line, "不算的理由": nearest.why_not}


def _accepted(result: ItemResult | Finding) -> Row:
    waiver = result.waiver
    if waiver is None:
        return {"豁免理由": result.accepted} if result.accepted else {}
    return {"豁免理由": waiver.reason, "批准人": waiver.approver, "豁免到期": waiver.expires.isoformat()}
