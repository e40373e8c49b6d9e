"""One report among several: whether it passes, its score, and the titles of what it lacks."""

from collections import Counter
from collections.abc import Sequence

from evaluator.assessment import Assessment, Finding, ItemResult, Verdict
from evaluator.console.page import Page
from evaluator.output.text.links import summary


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
            page.text(_findings(assessment.findings), label="文字核查", indent=4)
        if assessment.links:
            page.text(summary(assessment.links), label="安排对照", indent=4)
        for note in assessment.notes:
            page.text(note.message, label="说明", indent=4)
    page.blank()


def _titles(page: Page, assessment: Assessment, verdict: Verdict, label: str) -> None:
    items = [item for item in assessment.items if item.verdict is verdict]
    if items:
        page.text(
            "、".join(map(_title, items)),
            label=label,
            indent=4,
        )


def _title(item: ItemResult) -> str:
    marks = "，".join(filter(None, ("必备" if item.required else "", item.accepted)))
    return f"{item.title}（{marks}）" if marks else item.title


def _findings(findings: Sequence[Finding]) -> str:
    """How many there are, and of them how many for each reason do not count."""
    accepted = Counter(finding.accepted for finding in findings if finding.accepted)
    marks = "".join(f"（{count} 处{why}）" for why, count in accepted.items())
    return f"{len(findings)} 处{marks}"
