"""What every output says alike of a result: its conclusion, what it still lacks, its quotes cut short."""

from evaluator.assessment import SHOWN, Assessment, ItemResult, Link, Verdict
from evaluator.quotation import quoted

PASSED, FAILED, UNJUDGED = ("√", "通过"), ("×", "不通过"), SHOWN[Verdict.UNJUDGED]
NO_CAUSE = "没有写明，请人工核对"


def conclusion(assessment: Assessment) -> tuple[str, str]:
    """With its symbol."""
    if assessment.unjudged:
        return UNJUDGED
    return PASSED if assessment.gate.passed else FAILED


def order(assessment: Assessment) -> tuple[int, float]:
    """Its place in a table of reports: not judged (0), not passed (1), passed (2), each by score."""
    score = assessment.score.value if assessment.score else -1.0
    return 0 if assessment.unjudged else 1 + assessment.gate.passed, score


def heaviest_first(assessment: Assessment, verdict: Verdict) -> list[ItemResult]:
    """The items with that verdict; those of the same weight in the order of the checklist."""
    items = (item for item in assessment.items if item.verdict is verdict)
    return sorted(items, key=lambda item: -item.weight)


def lacking(item: ItemResult) -> tuple[str, ...]:
    """Advice on what is still expected and was not said yet."""
    told = item.advice + item.reason
    return tuple(e.advice for e in item.expectations if not e.met and e.advice not in told)


def belongs(item: ItemResult) -> str:
    """Where the text of a missing item belongs, empty where nobody can say."""
    return f"写在{quoted(item.insert_after)}之后" if item.insert_after else ""


def no_measure(link: Link) -> str:
    """Of a shortcoming for which the plan has none."""
    return "没有看到对应的措施，是否遗漏？" if link.unanswered else "没有对上，请人工核对"


def shortened(quote: str, longest: int) -> str:
    return quote if len(quote) <= longest else quote[:longest] + "…"
