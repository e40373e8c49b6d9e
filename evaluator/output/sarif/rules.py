"""What can be found, as SARIF describes rules: each item that is judged, each proofreading rule."""

from typing import Any

from checklist.model import Checklist, Item
from checklist.rule import Rule
from evaluator.basis import cite
from evaluator.links.asking import UNANSWERED
from evaluator.output.sarif.results import LEVELS

# GitHub's limit of a description.
LONGEST_DESCRIPTION = 1024
_UNANSWERED = "不足没有对应的安排"
_ASK = "在下一年度安排里写明针对这个问题做什么；安排里已有的，写明针对的是哪个问题"


def rules(checklist: Checklist) -> list[dict[str, Any]]:
    """In the order of the checklist; manual items are never judged and so never found."""
    return [
        *(_item(item, checklist) for item in checklist.items if not item.manual),
        *(_rule(rule, checklist) for rule in checklist.rules),
        _described(UNANSWERED, _UNANSWERED, "每个不足在下一年度安排里有对应的措施", _ASK, "info"),
    ]


def _item(item: Item, checklist: Checklist) -> dict[str, Any]:
    severity = "error" if item.required else "warning"
    described = _described(item.id, item.title, item.asks, _help(item, checklist), severity)
    return {**described, "properties": {"required": item.required, "weight": item.weight}}


def _rule(rule: Rule, checklist: Checklist) -> dict[str, Any]:
    return _described(rule.id, rule.title, rule.advice, _help(rule, checklist), rule.severity)


def _help(found: Item | Rule, checklist: Checklist) -> str:
    """What to write, and on what basis."""
    return "\n".join((found.advice, *(f"依据：{basis.cited}" for basis in cite(found.basis, checklist.norms))))


def _described(name: str, title: str, full: str, advice: str, severity: str) -> dict[str, Any]:
    return {
        "id": name,
        "shortDescription": {"text": title[:LONGEST_DESCRIPTION]},
        "fullDescription": {"text": full[:LONGEST_DESCRIPTION]},
        "help": {"text": advice},
        "defaultConfiguration": {"level": LEVELS[severity]},
    }
