"""规则与依据: what reports were held against, item by item and rule by rule, and how sure each is."""

from collections.abc import Iterator, Sequence
from typing import Any

from checklist.citing import basis_line
from checklist.describing import applies_text
from checklist.measured import Measured
from checklist.model import Checklist, Item
from checklist.norm import Basis
from checklist.rule import Rule
from evaluator.assessment import SEVERITIES_SHOWN
from evaluator.ledger.columns import SHEETS
from evaluator.ledger.entry import Cell
from evaluator.output.xlsx.looks import Looks
from evaluator.output.xlsx.table import Head, Table

HEADS = (
    Head("类别", 10, "centre"),
    Head("编号", 18),
    Head("名称", 22),
    Head("依据", 44),
    Head("要求", 44),
    Head("写法或改法", 44),
    Head("要求程度", 10, "centre"),
    Head("分值", 7, "weight"),
    Head("适用", 18),
    Head("清单版本", 9, "centre"),
    Head("实测准确度", 34),
)


def write(workbook: Any, looks: Looks, checklist: Checklist, measured: Measured) -> None:
    table = Table(workbook, looks, SHEETS[3], HEADS)
    for item in checklist.items:
        table.add((*_item(item, checklist), checklist.version, _measured(measured, item.id)))
    for rule in checklist.rules:
        table.add((*_rule(rule, checklist), checklist.version, _measured(measured, rule.id)))
    table.finish(3, f"清单 {checklist.id} {checklist.version} 版，方案 {checklist.profile_shown}")


def _item(item: Item, checklist: Checklist) -> Iterator[Cell]:
    yield from ("要素", item.id, item.title, _basis(item.basis, checklist), item.asks, item.advice)
    yield "待人工" if item.manual else "必备" if item.required else "非必备"
    yield from (item.weight, applies_text(item.applies))


def _rule(rule: Rule, checklist: Checklist) -> Iterator[Cell]:
    yield from ("文字核查", rule.id, rule.title, _basis(rule.basis, checklist), None, rule.advice)
    yield from (SEVERITIES_SHOWN[rule.severity][1], None, None)


def _basis(basis: Sequence[Basis], checklist: Checklist) -> str:
    return "\n".join(basis_line(entry, checklist.norms) for entry in basis)


def _measured(measured: Measured, name: str) -> str:
    return "\n".join(f"{label} {figure}" for label, figure in measured.get(name, {}).items())
