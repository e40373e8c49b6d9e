"""One report in full: score and gate first, then what is missing, incomplete, there, and left to a person."""

from collections.abc import Sequence

from checklist.model import LEVELS
from evaluator.assessment import (
    SEVERITIES_SHOWN,
    SHOWN,
    Assessment,
    Evidence,
    Finding,
    Gate,
    ItemResult,
    ReportFacts,
    Score,
    Unjudged,
    Verdict,
)
from evaluator.console.layout import cells, pad, right, shorten, visible
from evaluator.console.page import Page
from evaluator.gate.scoring import GRADES
from evaluator.presenting.placing import where
from evaluator.presenting.telling import belongs, heaviest_first, lacking, shortened
from evaluator.quotation import quoted

STYLES = {Verdict.MET: "good", Verdict.PARTIAL: "fair", Verdict.MISSING: "bad", Verdict.UNJUDGED: "fair"}
SEVERITY_STYLES = {"error": "bad", "warning": "fair", "info": ""}
LONGEST_QUOTE = 120
MOST_PLACES = 2


def write_full(page: Page, assessment: Assessment) -> None:
    _head(page, assessment)
    by_verdict = {v: [item for item in assessment.items if item.verdict is v] for v in Verdict}
    for verdict, write in ((Verdict.MISSING, _missing), (Verdict.PARTIAL, _partial)):
        if by_verdict[verdict]:
            _chapter(page, verdict, len(by_verdict[verdict]))
        for item in heaviest_first(assessment, verdict):
            write(page, item)
    if by_verdict[Verdict.MET]:
        _chapter(page, Verdict.MET, len(by_verdict[Verdict.MET]))
        _met(page, by_verdict[Verdict.MET])
    if assessment.findings:
        _findings(page, assessment.findings)
    if assessment.links is not None and not assessment.unjudged:
        from evaluator.output.text.links import write_links

        write_links(page, assessment.links)
    _rest(page, by_verdict)
    if assessment.notes:
        page.blank()
        page.line(("说明", "strong"))
        for note in assessment.notes:
            page.text(note.message, indent=2)
    if assessment.score:
        _arithmetic(page, assessment.score, by_verdict)


def _head(page: Page, assessment: Assessment) -> None:
    facts, score = assessment.report, assessment.score
    if assessment.unjudged:
        _unjudged(page, facts, assessment.unjudged)
    else:
        page.line((_named(facts) or "未识别出单位", "strong"))
        page.text(facts.path, label="文件")
        if score:
            page.line(("得分  ", "quiet"), (f"{score.value:.1f}", "strong"), (f"  {score.grade}", ""))
        _gate(page, assessment.gate)
    results = [result for results in (assessment.items, assessment.findings) for result in results]
    if waived := sum(result.waiver is not None for result in results):
        page.text(f"已豁免 {waived} 处，仍列在下面", indent=6)


def _unjudged(page: Page, facts: ReportFacts, unjudged: Unjudged) -> None:
    """The file and the reason first: of whom it is may be unknown."""
    page.line((facts.path, "strong"))
    page.text(f"？ 无法判定：{unjudged.message}", style="fair")
    page.text(unjudged.hint, label="建议")
    if named := _named(facts):
        page.text(named, label="报告")


def _named(facts: ReportFacts) -> str:
    """Who reports on which year, as far as it is known."""
    year = f"{facts.year} 年度" if facts.year else ""
    level = LEVELS.get(facts.level or "", "")
    return "  ".join(filter(None, (facts.organ or facts.title, year, level)))


def _gate(page: Page, gate: Gate) -> None:
    page.line(("门槛  ", "quiet"), ("√ 通过", "good") if gate.passed else ("× 不通过", "bad"))
    for reason in gate.reasons:
        page.text(reason, indent=6)


def _chapter(page: Page, verdict: Verdict, count: int) -> None:
    symbol, name = SHOWN[verdict]
    page.blank()
    page.line((f"{symbol} {name} {count} 项", STYLES[verdict]))


def _missing(page: Page, item: ItemResult) -> None:
    page.line((item.title, "strong"), (f"（{_worth(item)}）", "quiet"), indent=2)
    _accepted(page, item)
    _basis(page, item)
    _labelled(page, "原因", item.reason)
    _labelled(page, "写法", item.advice)
    if place := belongs(item):
        _labelled(page, "位置", place)
    if item.nearest:
        _labelled(page, "近似", f"{where(item.nearest.place)} {quoted(shortened(item.nearest.quote, LONGEST_QUOTE))}")
        _labelled(page, "不算", item.nearest.why_not)


def _partial(page: Page, item: ItemResult) -> None:
    page.line((item.title, "strong"), (f"（{_worth(item)}）", "quiet"), indent=2)
    _accepted(page, item)
    for evidence in item.evidence[:MOST_PLACES]:
        _labelled(page, "原文", f"{_standing(evidence)} {quoted(shortened(evidence.quote, LONGEST_QUOTE))}")
    if len(item.evidence) > MOST_PLACES:
        _labelled(page, "原文", f"另有 {len(item.evidence) - MOST_PLACES} 处")
    _labelled(page, "原因", item.reason)
    _labelled(page, "建议", item.advice)
    for advice in lacking(item):
        _labelled(page, "还缺", advice)
    _basis(page, item)


def _met(page: Page, items: Sequence[ItemResult]) -> None:
    """One line each: title, points, place, heading; and behind it what the reason asks a person to check."""
    widest = max(cells(item.title) for item in items)
    for item in items:
        head = pad(item.title, widest) + right(f"{item.weight:g} 分", 8)
        standing = _standing(item.evidence[0]) if item.evidence else ""
        page.line((head, ""), ("  " + shorten(visible(standing), page.room(widest + 12)), "quiet"), indent=2)
        if doubt := item.reason.partition("；")[2]:
            page.text(doubt, label="核对", indent=4)


def _rest(page: Page, by_verdict: dict[Verdict, list[ItemResult]]) -> None:
    """What nobody judged, compactly."""
    page.blank()
    for verdict in (Verdict.UNJUDGED, Verdict.MANUAL, Verdict.NOT_APPLICABLE):
        symbol, name = SHOWN[verdict]
        items = by_verdict[verdict]
        if items:
            page.text("、".join(item.title for item in items), label=f"{symbol} {name} {len(items)} 项")


def _findings(page: Page, findings: Sequence[Finding]) -> None:
    page.blank()
    page.line((f"文字核查 {len(findings)} 处", "strong"))
    for finding in findings:
        name = " ".join(SEVERITIES_SHOWN[finding.severity])
        said = f"  {where(finding.place)}  {finding.message}"
        page.line((name, SEVERITY_STYLES[finding.severity]), (said, ""), indent=2)
        _accepted(page, finding)
        _labelled(page, "原文", quoted(shortened(finding.quote, LONGEST_QUOTE)))
        _labelled(page, "建议", finding.suggestion)


def _arithmetic(page: Page, score: Score, by_verdict: dict[Verdict, list[ItemResult]]) -> None:
    page.blank()
    page.line(("得分怎么来的", "strong"))
    shares = {Verdict.MET: "得", Verdict.PARTIAL: "得一半，计", Verdict.MISSING: "得"}
    parts = [
        f"{SHOWN[verdict][1]} {len(by_verdict[verdict])} 项{share} {_points(by_verdict[verdict])} 分"
        for verdict, share in shares.items()
        if by_verdict[verdict]
    ]
    page.text("；".join(parts) + "；其余的不计分。", indent=2)
    page.text(
        f"得分 = 100 × 得到的 {score.earned:g} ÷ 应得的 {score.possible:g} = {score.value:.1f}（"
        + "，".join(f"{least} 分以上{name}" if least else f"其余{name}" for least, name in GRADES)
        + "）",
        indent=2,
    )


def _points(items: Sequence[ItemResult]) -> str:
    return f"{sum(item.earned for item in items):g}"


def _worth(item: ItemResult) -> str:
    return f"{'必备，' if item.required else ''}{item.weight:g} 分得 {item.earned:g} 分"


def _basis(page: Page, item: ItemResult) -> None:
    for basis in item.basis:
        _labelled(page, "依据", basis.cited)


def _accepted(page: Page, result: ItemResult | Finding) -> None:
    """Nobody should mend what was accepted, or take it for mended."""
    if result.accepted:
        _labelled(page, "结论", result.shown)


def _labelled(page: Page, label: str, text: str) -> None:
    if text:
        page.text(text, label=label, indent=4)


def _standing(evidence: Evidence) -> str:
    heading = "" if evidence.section in evidence.quote else evidence.section
    return f"{where(evidence.place)}  {heading}".rstrip()
