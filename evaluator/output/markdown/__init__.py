"""Markdown for merge requests: what to mend as tables, everything else folded; several reports in sum at the end."""

from evaluator.assessment import Assessment, Verdict
from evaluator.console.terminal import Screen
from evaluator.output.markdown.literal import literal, table
from evaluator.output.markdown.report import head, sections
from evaluator.presenting.telling import conclusion
from evaluator.run import Run, Summary

# A comment takes some 65,000 characters; a longer list is for a file.
MOST_IGNORED = 20


class MarkdownRenderer:
    """Of each report its line of the summary is kept."""

    def __init__(self, run: Run, _screen: Screen) -> None:
        self._run = run
        self._rows: list[tuple[str, ...]] = []

    def begin(self) -> str:
        return ""

    def add(self, assessment: Assessment) -> str:
        self._rows.append(_row(assessment))
        parts = [head(assessment), *sections(assessment)]
        return "\n\n".join(parts) + "\n\n"

    def end(self, summary: Summary) -> str:
        parts = []
        if self._run.reports > 1:
            counts = f"通过 {summary.passed}，不通过 {summary.failed}，无法判定 {summary.unjudged}"
            parts = [
                f"## 汇总 {summary.reports} 份：{counts}",
                table(("文件", "单位", "结论", "得分", "缺失", "不完整", "文字"), self._rows),
            ]
        if not summary.complete:
            parts.append(f"**已中断：共 {self._run.reports} 份，只检查了前 {summary.reports} 份**")
        parts += self._ignored()
        return "".join(part + "\n\n" for part in parts).removesuffix("\n")

    def _ignored(self) -> list[str]:
        files = self._run.ignored
        if not files:
            return []
        rows = [(literal(file.path), literal(file.reason)) for file in files[:MOST_IGNORED]]
        more = [f"另有 {len(files) - MOST_IGNORED} 个"] if len(files) > MOST_IGNORED else []
        return [f"### 没有检查的文件 {len(files)} 个", table(("文件", "原因"), rows), *more]


def _row(assessment: Assessment) -> tuple[str, ...]:
    facts, score = assessment.report, assessment.score
    verdicts = [item.verdict for item in assessment.items]
    return (
        literal(facts.path),
        literal(facts.organ or ""),
        " ".join(conclusion(assessment)),
        f"{score.value:.1f}" if score else "",
        str(verdicts.count(Verdict.MISSING)),
        str(verdicts.count(Verdict.PARTIAL)),
        str(len(assessment.findings)),
    )
