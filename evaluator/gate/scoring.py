"""What the results of a report are worth, and whether it may be published: arithmetic only."""

from collections.abc import Iterable, Sequence

from checklist.rule import SEVERITIES
from evaluator.assessment import OWING, Finding, Gate, ItemResult, Score, Unjudged, Verdict

# Weights are counted in whole millionths and shares in halves, so that nothing is lost in binary fractions.
UNITS = 1_000_000
HALVES = {Verdict.MET: 2, Verdict.PARTIAL: 1, Verdict.MISSING: 0}
GRADES = ((90, "优秀"), (80, "良好"), (60, "一般"), (0, "较差"))

# What fails a report under each --fail-on: verdicts of required items, severities of findings.
FAIL_ON: dict[str, tuple[tuple[Verdict, ...], tuple[str, ...]]] = {
    "missing": ((Verdict.MISSING,), ()),
    "partial": (OWING, ()),
    "error": ((Verdict.MISSING,), ("error",)),
    "warning": (OWING, ("error", "warning")),
    "never": ((), ()),
}
_VERDICT_REASONS = {Verdict.MISSING: "必备要素缺失", Verdict.PARTIAL: "必备要素不完整"}


def score(items: Iterable[ItemResult]) -> Score | None:
    """What the judged items earned of what they weigh; None when nothing that weighs was judged."""
    judged = [(round(item.weight * UNITS), HALVES[item.verdict]) for item in items if item.verdict in HALVES]
    possible = 2 * sum(weight for weight, _ in judged)
    if not possible:
        return None
    earned = sum(weight * halves for weight, halves in judged)
    # Whole tenths, half up, by integer division: 100 x earned / possible may have no finite decimal form.
    tenths = (2000 * earned + possible) // (2 * possible)
    return Score(tenths / 10, earned / (2 * UNITS), possible / (2 * UNITS), grade(tenths / 10))


def grade(value: float) -> str:
    return next(name for least, name in GRADES if value >= least)


def gate(
    items: Sequence[ItemResult],
    findings: Sequence[Finding],
    score: Score | None,
    fail_on: str,
    fail_under: float | None = None,
) -> Gate:
    """Whether a report that was judged may be published, and every reason why not; what is accepted is none."""
    if score is None:
        return Gate(False, ("没有可以评分的要素",))
    verdicts, severities = FAIL_ON[fail_on]
    reasons = [*_of_items(items, verdicts), *_of_findings(findings, severities)]
    if fail_under is not None and score.value < fail_under:
        reasons.append(f"得分 {score.value:.1f}，低于要求的 {fail_under:g}")
    return Gate(not reasons, tuple(reasons))


def shut(unjudged: Unjudged) -> Gate:
    """The gate of a report that was not judged: it passes none."""
    return Gate(False, (f"无法判定：{unjudged.message}",))


def _of_items(items: Sequence[ItemResult], verdicts: Iterable[Verdict]) -> Iterable[str]:
    for verdict in verdicts:
        titles = [item.title for item in items if item.required and item.verdict is verdict and not item.accepted]
        if titles:
            yield f"{_VERDICT_REASONS[verdict]}：{'、'.join(titles)}"


def _of_findings(findings: Sequence[Finding], severities: Iterable[str]) -> Iterable[str]:
    for severity in severities:
        count = sum(finding.severity == severity and not finding.accepted for finding in findings)
        if count:
            yield f"文字核查发现{SEVERITIES[severity]} {count} 处"
