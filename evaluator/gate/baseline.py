"""What an earlier run found already: only what is new against it fails the gate.

A report is found again by its path; by its bytes where it was moved; by organ and year where it was moved and edited.
Two reports on different years are never the same. Within it an item is known where its verdict is no worse than it
was, a finding where its rule found the same words, wherever they stand now. What was waived then is not known: a
baseline would outlive the waiver.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from checklist.errors import UserError
from checklist.folding import squeeze
from checklist.obstacles import obstacle
from checklist.records import record
from evaluator.assessment import Finding, ItemResult, ReportFacts, Verdict
from evaluator.masking import cover
from evaluator.run import NAME

SCHEMA_VERSION = 1
HOW_BAD = {Verdict.MET: 0, Verdict.PARTIAL: 1, Verdict.MISSING: 2}
_RENEW = f"用现在的版本重新生成：{NAME} 报告 -o 基线.json"

# The rule and the words that it found, as they are compared.
Found = tuple[str, str]
Name = tuple[str | int, ...]


@record
class Earlier:
    """What one report had: how bad which items were, and how often each rule found the same words."""

    path: str
    sha256: str
    organ: str | None
    year: int | None
    items: dict[str, int] = field(repr=False)
    findings: Counter[Found] = field(repr=False)


@record
class Baseline:
    """The reports by each of their names."""

    named: dict[Name, list[Earlier]] = field(repr=False)


@record
class Compared:
    """The results, each marked where it is known; `mended` counts the known problems that are gone."""

    items: tuple[ItemResult, ...]
    findings: tuple[Finding, ...]
    mended: int = 0


def load(path: str, checklist_id: str) -> Baseline:
    """The baseline that a JSON result makes. Raises UserError where nothing can be compared with it."""
    try:
        data = json.loads(Path(path).read_bytes())
    except OSError as error:
        raise UserError(f"读不了基线 {path}（{obstacle(error)}）", "请检查文件的权限") from None
    except (ValueError, RecursionError):
        raise UserError(f"基线 {path} 不是 JSON", _RENEW) from None
    try:
        _require_comparable(path, data, checklist_id)
        return _indexed(map(_earlier, data["reports"]))
    except (LookupError, TypeError, ValueError, AttributeError):
        raise UserError(f"基线 {path} 不是 {NAME} 的结果", _RENEW) from None


def _require_comparable(path: str, data: Any, checklist_id: str) -> None:
    if data["tool"]["name"] != NAME:
        raise ValueError
    if data["schema_version"] != SCHEMA_VERSION:
        raise UserError(f"基线 {path} 的版本是 {data['schema_version']}，只能用 {SCHEMA_VERSION}", _RENEW)
    if data["checklist"]["id"] != checklist_id:
        raise UserError(f"基线 {path} 用的是另一份清单（{data['checklist']['id']}）", _RENEW)
    if data["complete"] is not True:
        raise UserError(f"基线 {path} 不完整：那一次检查中途停止了", _RENEW)


def _earlier(entry: dict[str, Any]) -> Earlier:
    facts = entry["report"]
    items = {item["id"]: HOW_BAD.get(Verdict(item["verdict"]), 0) for item in entry["items"] if not item["waiver"]}
    # A question fails nothing, and is asked or not by how the program is called.
    told = [f for f in entry["findings"] if not f["waiver"] and f["severity"] != "info"]
    found = [(f["rule"], squeeze(f["quote"])) for f in told]
    return Earlier(facts["path"], facts["sha256"], facts["organ"], facts["year"], items, Counter(found))


def _indexed(reports: Iterable[Earlier]) -> Baseline:
    named: dict[Name, list[Earlier]] = {}
    for report in reports:
        for name in filter(None, _names(report.path, report.sha256, report.organ, report.year)):
            named.setdefault(name, []).append(report)
    return Baseline(named)


def compare(
    items: Sequence[ItemResult], findings: Sequence[Finding], facts: ReportFacts, baseline: Baseline
) -> Compared:
    """The results marked with what is known; a report that the baseline has not is all new."""
    earlier = _same_report(facts, baseline)
    if earlier is None:
        return Compared(tuple(items), tuple(findings))
    left = Counter(earlier.findings)
    known = tuple(replace(f, known=_was_found(f, left) and not f.waiver) for f in findings)
    pairs = [(item, earlier.items.get(item.id, 0)) for item in items]
    marked = tuple(replace(i, known=0 < HOW_BAD.get(i.verdict, 0) <= before and not i.waiver) for i, before in pairs)
    better = sum(HOW_BAD.get(item.verdict, before) < before for item, before in pairs)
    # What was not read may still be there.
    whole = all(item.verdict is not Verdict.UNJUDGED for item in items)
    return Compared(marked, known, better + left.total() if whole else 0)


def _was_found(finding: Finding, left: Counter[Found]) -> bool:
    """Whether it is one of those left, which it takes away: of two alike one may be new."""
    key = finding.rule, squeeze(cover(finding.quote))
    found = left[key] > 0
    left[key] -= found
    return found


def _same_report(facts: ReportFacts, baseline: Baseline) -> Earlier | None:
    """None also where two of the same name are there, as two drafts of one report: which one was meant?"""
    mine = _names(cover(facts.path), facts.sha256, cover(facts.organ or ""), facts.year)
    for name in filter(None, mine):
        same = [e for e in baseline.named.get(name, ()) if None in (e.year, facts.year) or e.year == facts.year]
        if len(same) == 1:
            return same[0]
    return None


def _names(path: str, sha256: str, organ: str | None, year: int | None) -> tuple[Name | None, ...]:
    """By what a report is found again, the surest first."""
    return (
        ("path", path.replace("\\", "/").removeprefix("./")),
        ("sha256", sha256) if sha256 else None,
        ("organ", organ, year) if organ and year else None,
    )
