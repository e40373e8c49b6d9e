"""How one result is put into words in an opinion: its verdict with a waiver, its place, its quote."""

from collections.abc import Sequence

from checklist.waivers import Waiver
from evaluator.assessment import SHOWN, Evidence, ItemResult
from evaluator.placing import where

LONGEST_QUOTE = 30


def verdict(item: ItemResult) -> str:
    """× 缺失, with the waiver where there is one: it stays visible."""
    symbol, name = SHOWN[item.verdict]
    return f"{symbol} {name}{waived(item.waiver)}"


def waived(waiver: Waiver | None) -> str:
    if waiver is None:
        return ""
    until = waiver.expires
    return f"（已豁免：{waiver.reason}，{waiver.approver}批准，至{until.year}年{until.month}月{until.day}日）"


def telling(evidence: Sequence[Evidence]) -> Evidence | None:
    """What is said rather than the heading above it."""
    said = (each for each in evidence if each.section not in each.quote)
    return next(said, evidence[0] if evidence else None)


def quoted(evidence: Evidence) -> str:
    return f"{where(evidence.place)}“{shortened(evidence.quote)}”"


def shortened(quote: str) -> str:
    return quote if len(quote) <= LONGEST_QUOTE else quote[:LONGEST_QUOTE] + "…"


def sentence(text: str) -> str:
    """With a stop at its end, and only one."""
    return text if not text or text.endswith(("。", "！", "？", "…")) else f"{text}。"
