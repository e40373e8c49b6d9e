"""What somebody must act on: each missing or incomplete item and each finding of a report, in one shape."""

from collections.abc import Iterator

from checklist.records import record
from checklist.waivers import Waiver
from evaluator.assessment import (
    OWING,
    SEVERITIES_SHOWN,
    SHOWN,
    Assessment,
    Citation,
    Evidence,
    Finding,
    ItemResult,
    Verdict,
)
from evaluator.presenting.telling import belongs, lacking, shortened
from evaluator.quotation import quoted

LONGEST_QUOTE = 120
_SEVERITIES = {
    (Verdict.MISSING, True): "error",
    (Verdict.MISSING, False): "warning",
    (Verdict.PARTIAL, True): "warning",
    (Verdict.PARTIAL, False): "info",
}


@record
class Problem:
    """`id` is that of the item or the rule, `kind` missing, partial or finding; what is missing has no evidence.

    `accepted` says why it does not count at the gate, empty where it does: a waiver, or that a baseline has it.
    """

    id: str
    kind: str
    severity: str
    title: str
    message: str
    advice: str
    basis: tuple[Citation, ...]
    evidence: tuple[Evidence, ...]
    required: bool
    waiver: Waiver | None
    accepted: str

    @property
    def told(self) -> tuple[str, ...]:
        """Everything one needs to know, a line each."""
        return (
            f"{self.title}：{self.message}",
            *(f"原文：{quoted(shortened(evidence.quote, LONGEST_QUOTE))}" for evidence in self.evidence[:1]),
            *([f"建议：{self.advice}"] if self.advice else []),
            *(f"依据：{basis.cited}" for basis in self.basis),
            *([self.accepted] if self.accepted else []),
        )


def problems(assessment: Assessment) -> Iterator[Problem]:
    """Items in the order of the checklist, then findings in that of the text; waived ones are problems too."""
    for item in assessment.items:
        if item.verdict in OWING:
            yield _of_item(item)
    for finding in assessment.findings:
        yield _of_finding(finding)


def advice(item: ItemResult) -> str:
    """What to do about an item: its advice, and that of each expectation not met that says something else."""
    return "；".join(filter(None, (item.advice.rstrip("。"), *lacking(item), belongs(item))))


def _of_item(item: ItemResult) -> Problem:
    return Problem(
        id=item.id,
        kind=item.verdict.value,
        severity=_SEVERITIES[item.verdict, item.required],
        title=f"{item.title}{SHOWN[item.verdict][1]}",
        message=item.reason,
        advice=advice(item),
        basis=item.basis,
        evidence=item.evidence if item.verdict is Verdict.PARTIAL else (),
        required=item.required,
        waiver=item.waiver,
        accepted=item.accepted,
    )


def _of_finding(finding: Finding) -> Problem:
    return Problem(
        id=finding.rule,
        kind="finding",
        severity=finding.severity,
        title=f"文字{SEVERITIES_SHOWN[finding.severity][1]}",
        message=finding.message,
        advice=finding.suggestion,
        basis=finding.basis,
        evidence=(Evidence(finding.quote, "", finding.place),),
        required=False,
        waiver=finding.waiver,
        accepted=finding.accepted,
    )
