"""How one result is put into words in an opinion: what speaks for it, where it stands, its quote."""

from collections.abc import Sequence

from evaluator.assessment import Evidence, Nearest
from evaluator.presenting.placing import where
from evaluator.presenting.telling import shortened
from evaluator.quotation import quoted

LONGEST_QUOTE = 30


def telling(evidence: Sequence[Evidence]) -> Evidence | None:
    """What is said rather than the heading above it."""
    said = (each for each in evidence if each.section not in each.quote)
    return next(said, evidence[0] if evidence else None)


def with_place(evidence: Evidence | Nearest) -> str:
    return f"{where(evidence.place)}{in_short(evidence.quote)}"


def in_short(quote: str) -> str:
    return quoted(shortened(quote, LONGEST_QUOTE))


def sentence(text: str) -> str:
    """With a stop at its end, and only one."""
    return text if not text or text.endswith(("。", "！", "？", "…")) else f"{text}。"
