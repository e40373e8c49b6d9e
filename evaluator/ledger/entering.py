"""What of an assessment goes into the ledger: each item that is missing or incomplete, each finding."""

from collections import Counter
from collections.abc import Iterator, Mapping

from checklist.model import Checklist
from checklist.records import record
from checklist.rule import Rule
from checklist.waivers import Waiver
from evaluator.assessment import OWING, SEVERITIES_SHOWN, SHOWN, Assessment, Citation, Finding, ItemResult, Verdict
from evaluator.ledger.columns import Column
from evaluator.ledger.entry import Key, Row
from evaluator.ledger.keys import quote_key, report_key, unit_key
from evaluator.links.asking import UNANSWERED
from evaluator.presenting.placing import where
from evaluator.presenting.telling import belongs, lacking

MOST_QUOTES = 2
UNANSWERED_TITLE = "没有对应安排的不足"


@record
class LedgerProblem:
    key: Key
    cells: Row
    waiver: Waiver | None = None


@record
class Found:
    """What one report came to. `settled` are the items it satisfies and the rules that were looked for in all of it."""

    report: str
    unit: str
    problems: tuple[LedgerProblem, ...]
    settled: frozenset[str]


def found_in(assessment: Assessment, checklist: Checklist) -> Found:
    facts = assessment.report
    report, unit = report_key(facts.path), unit_key(facts)
    head: Row = {Column.UNIT: facts.organ or facts.title or "", Column.FILE: facts.path}
    items = (
        LedgerProblem(Key(report, unit, item.id), {**head, **_item(item)}, item.waiver)
        for item in assessment.items
        if item.verdict in OWING
    )
    rules = {rule.id: rule for rule in checklist.rules}
    findings = (
        LedgerProblem(Key(report, unit, finding.rule, quote, nth), {**head, **_finding(finding, rules)}, finding.waiver)
        for finding, quote, nth in _numbered(assessment.findings)
    )
    return Found(report, unit, (*items, *findings), frozenset(_settled(assessment, checklist)))


def _settled(assessment: Assessment, checklist: Checklist) -> Iterator[str]:
    yield from (item.id for item in assessment.items if item.verdict is Verdict.MET)
    if not assessment.unjudged:
        yield from (rule.id for rule in checklist.rules)
        if assessment.links is not None:
            yield UNANSWERED


def _numbered(findings: tuple[Finding, ...]) -> Iterator[tuple[Finding, str, int]]:
    """Each finding with the digest of its words and the how-manyth it is of those with the same."""
    seen: Counter[tuple[str, str]] = Counter()
    for finding in findings:
        same = finding.rule, quote_key(finding.quote)
        seen[same] += 1
        yield finding, same[1], seen[same]


def _item(item: ItemResult) -> Row:
    quotes, places = _standing(item)
    return {
        Column.SUBJECT: item.id,
        Column.TITLE: item.title,
        Column.BASIS: _cited(item.basis),
        Column.DEGREE: "必备" if item.required else "非必备",
        Column.VERDICT: _shown(SHOWN[item.verdict], item),
        Column.PROBLEM: item.reason,
        Column.QUOTE: quotes,
        Column.PLACE: places,
        Column.ADVICE: "\n".join(_advice(item)),
    }


def _shown(words: tuple[str, str], result: ItemResult | Finding) -> str:
    """Waivers have columns of their own; what a baseline has stands only here."""
    return " ".join(words) + (f"（{result.accepted}）" if result.known else "")


def _standing(item: ItemResult) -> tuple[str, str]:
    if item.nearest:
        return f"{item.nearest.quote}\n（最接近，但不算：{item.nearest.why_not}）", where(item.nearest.place)
    shown = item.evidence[:MOST_QUOTES]
    return "\n".join(e.quote for e in shown), "\n".join(where(e.place) for e in shown)


def _advice(item: ItemResult) -> Iterator[str]:
    if item.advice:
        yield item.advice
    if place := belongs(item):
        yield f"{place}。"
    yield from (f"还缺：{advice}" for advice in lacking(item))


def _finding(finding: Finding, rules: Mapping[str, Rule]) -> Row:
    rule = rules.get(finding.rule)
    return {
        Column.SUBJECT: finding.rule,
        Column.TITLE: rule.title if rule else UNANSWERED_TITLE if finding.rule == UNANSWERED else finding.rule,
        Column.BASIS: _cited(finding.basis),
        Column.DEGREE: "文字核查",
        Column.VERDICT: _shown(SEVERITIES_SHOWN[finding.severity], finding),
        Column.PROBLEM: finding.message,
        Column.QUOTE: finding.quote,
        Column.PLACE: where(finding.place),
        Column.ADVICE: finding.suggestion or (rule.advice if rule else ""),
    }


def _cited(basis: tuple[Citation, ...]) -> str:
    return "\n".join(entry.cited for entry in basis)
