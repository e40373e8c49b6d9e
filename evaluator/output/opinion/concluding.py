"""What the opinion on a report comes to: publish it, mend it first, send it back, or no opinion at all.

The rule, in words that a person can hold it to. What is accepted counts neither way.

1. A report that could not be judged gets no conclusion.
2. 退回重报: three or more required elements are missing, or the score is below 60 (较差).
3. 建议公开: no required element is missing or incomplete, no text fault is an error, and the gate is passed.
4. 修改后公开: everything else.

A stricter --fail-on or --fail-under thus never leaves 建议公开 standing on a report that does not pass, and a milder
one never buys it.
"""

from enum import StrEnum

from checklist.records import record
from evaluator.assessment import Assessment, Verdict
from evaluator.gate.scoring import GRADES, gate, score

SEVERAL = 3
LEAST = next(least for least, name in GRADES if name == "一般")


class Conclusion(StrEnum):
    PUBLISH = "建议公开"
    MEND = "修改后公开"
    SEND_BACK = "退回重报"
    NONE = "无法作出结论，请换用可读文本"


@record
class Concluded:
    """The conclusion and everything that speaks against publishing the report as it is."""

    conclusion: Conclusion
    reasons: tuple[str, ...] = ()


def conclude(assessment: Assessment) -> Concluded:
    if assessment.unjudged or assessment.score is None:
        return Concluded(Conclusion.NONE, assessment.gate.reasons)
    items = [item for item in assessment.items if not item.accepted]
    findings = [finding for finding in assessment.findings if not finding.accepted]
    missing = sum(item.required and item.verdict is Verdict.MISSING for item in items)
    standing = score(items)
    owed = [gate(items, findings, standing or assessment.score, strict) for strict in ("partial", "error")]
    reasons = tuple(dict.fromkeys(reason for each in (*owed, assessment.gate) for reason in each.reasons))
    poor = standing is not None and standing.value < LEAST
    if missing >= SEVERAL or poor:
        return Concluded(Conclusion.SEND_BACK, (*reasons, f"得分低于{LEAST}分") if poor else reasons)
    return Concluded(Conclusion.MEND if reasons else Conclusion.PUBLISH, reasons)
