"""One assessment held against the labels of its report: what agrees is counted, what differs is listed."""

from collections.abc import Collection, Iterable, Iterator

from evaluator.assessment import SHOWN, Assessment, ItemResult, Verdict
from evaluator.measuring.figures import Counts, Difference, Figures
from evaluator.measuring.gold import Gold
from evaluator.measuring.planted import Match, count, line_of, match
from evaluator.measuring.wilson import Share
from evaluator.quotation import quoted

FOUND = (Verdict.MET, Verdict.PARTIAL)
# Shorter quotes stand anywhere and show nothing.
SHORTEST_EVIDENCE = 4
FACTS = {"organ": "机关", "level": "级别", "year": "年度", "published": "公布日期"}

Row = tuple[str, str, str]


def tally(gold: Gold, text: str, assessment: Assessment, asked: Collection[str]) -> Figures:
    """The figures of one report; `text` as it is read, `asked` the elements that the profile asks."""
    results = {item.id: item for item in assessment.items}
    names = [name for name in gold.counted if name in asked]
    matched = match(gold.defects, text, assessment.findings)
    return Figures(
        reports=1,
        items={name: _counts(gold, text, name, results.get(name)) for name in names},
        faults=count(matched),
        facts={name: Share(_knows(gold, assessment, name), 1) for name in gold.facts},
        differences=_differences(gold, names, assessment, matched),
    )


def _differences(gold: Gold, names: Iterable[str], assessment: Assessment, matched: Match) -> tuple[Difference, ...]:
    results = {item.id: item for item in assessment.items}
    rows = (
        *_other_facts(gold, assessment),
        *_other_verdicts(gold, names, results),
        *_other_faults(matched),
    )
    if assessment.unjudged:
        rows = (("全部", "可以判定", f"无法判定：{assessment.unjudged.message}"),)
    return tuple(Difference(str(gold.report), *row) for row in rows)


def _counts(gold: Gold, text: str, name: str, item: ItemResult | None) -> Counts:
    wanted = gold.elements[name]
    got = item.verdict if item else Verdict.MISSING
    if wanted is Verdict.NOT_APPLICABLE:
        return Counts(not_asked=Share(item is None or got is wanted, 1))
    absent = wanted is Verdict.MISSING
    # An element that the labels ask for and the program does not is as good as called missing.
    called = got in (Verdict.MISSING, Verdict.NOT_APPLICABLE)
    return Counts(
        hits=absent and called,
        false_hits=not absent and called,
        missed=absent and not called,
        true_rest=not absent and not called,
        agreed=wanted is got,
        at_line=Share() if absent or not item else _at_line(text, gold.quotes.get(name, ""), item),
    )


def _at_line(text: str, quote: str, item: ItemResult) -> Share:
    """Whether any evidence of what was found stands on the line of the quote, or next to it."""
    if not quote or quote not in text or item.verdict not in FOUND:
        return Share()
    line = line_of(text, text.find(quote))
    near = (
        e.place.line - 1 <= line <= e.place.end_line + 1 and len(e.quote) >= SHORTEST_EVIDENCE for e in item.evidence
    )
    return Share(any(near), 1)


def _knows(gold: Gold, assessment: Assessment, name: str) -> bool:
    """Whether the fact is right; of an organ the full name is, and a part of it."""
    wanted, got = gold.facts[name], getattr(assessment.report, name)
    if name == "organ" and wanted and got:
        return str(wanted) in got or got in str(wanted)
    return bool(wanted == got)


def _other_facts(gold: Gold, assessment: Assessment) -> Iterator[Row]:
    for name, wanted in gold.facts.items():
        if not _knows(gold, assessment, name):
            yield FACTS[name], str(wanted or "没有"), str(getattr(assessment.report, name) or "没有")


def _other_verdicts(gold: Gold, names: Iterable[str], results: dict[str, ItemResult]) -> Iterator[Row]:
    for name in names:
        wanted, item = gold.elements[name], results.get(name)
        if item and item.verdict is not wanted:
            yield name, SHOWN[wanted][1], SHOWN[item.verdict][1]


def _other_faults(matched: Match) -> Iterator[Row]:
    for defect, hit in matched.defects:
        if not (hit or defect.hard or defect.from_cut):
            yield defect.kind, quoted(defect.quote), "没有找到"
    for alarm in matched.alarms:
        yield alarm.rule, "没有标注", f"第 {alarm.place.line} 行{quoted(alarm.quote)}"
