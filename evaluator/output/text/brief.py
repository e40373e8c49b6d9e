"""One report among several: whether it passes, its score, and the titles of what it lacks."""

from evaluator.assessment import Assessment, Verdict
from evaluator.output.text.links import summary
from evaluator.page import Page


def write_brief(page: Page, assessment: Assessment) -> None:
    facts, score, unjudged = assessment.report, assessment.score, assessment.unjudged
    page.line((facts.path, "strong"))
    if unjudged:
        page.text(f"？ 无法判定：{unjudged.message}", indent=2, style="fair")
        page.text(unjudged.hint, label="建议", indent=4)
    else:
        symbol, said, style = ("√", "通过", "good") if assessment.gate.passed else ("×", "不通过", "bad")
        worth = f"{score.value:.1f} 分  {score.grade}" if score else ""
        year = f"{facts.year} 年度" if facts.year else ""
        rest = "  ".join(filter(None, (worth, facts.organ, year)))
        page.line((f"{symbol} {said}", style), ("  " + rest, ""), indent=2)
        _titles(page, assessment, Verdict.MISSING, "缺失")
        _titles(page, assessment, Verdict.PARTIAL, "不完整")
        if assessment.findings:
            page.text(f"{len(assessment.findings)} 处", label="文字核查", indent=4)
        if assessment.links:
            page.text(summary(assessment.links), label="安排对照", indent=4)
    page.blank()


def _titles(page: Page, assessment: Assessment, verdict: Verdict, label: str) -> None:
    items = [item for item in assessment.items if item.verdict is verdict]
    if items:
        page.text(
            "、".join(f"{item.title}（必备）" if item.required else item.title for item in items),
            label=label,
            indent=4,
        )
