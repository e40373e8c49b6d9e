"""The tables of an opinion: problems with what to write, text faults, and in the annex every element."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evaluator.assessment import Assessment, Citation, Finding, ItemResult, Verdict
from evaluator.official.parts import Table
from evaluator.output.opinion.norms import UNTOLD, cited
from evaluator.output.opinion.standing import in_short, sentence, telling, with_place
from evaluator.presenting.placing import where
from evaluator.presenting.telling import belongs, heaviest_first, lacking

JUDGED = (Verdict.MET, Verdict.PARTIAL, Verdict.MISSING)


def problems(assessment: Assessment, known: Sequence[Citation]) -> Table | None:
    """Missing before incomplete, each the heaviest first; None where there are none."""
    found = (*heaviest_first(assessment, Verdict.MISSING), *heaviest_first(assessment, Verdict.PARTIAL))
    rows = [
        (_titled(number, item), "".join(_problem(item, known)), "".join(_advice(item)))
        for number, item in enumerate(found, 1)
    ]
    return Table(("要素", "问题、依据和所在处", "修改建议"), (22, 64, 70), rows) if rows else None


def faults(findings: Sequence[Finding], known: Sequence[Citation]) -> Table | None:
    rows = [
        (f"{number}", where(finding.place), "".join(_fault(finding, known)), finding.suggestion)
        for number, finding in enumerate(findings, 1)
    ]
    return Table(("序号", "位置", "问题和原文", "修改建议"), (10, 26, 70, 50), rows) if rows else None


def every_item(assessment: Assessment, known: Sequence[Citation]) -> Table:
    """In the order of the checklist."""
    rows = [
        (
            f"{number}",
            item.title,
            "是" if item.required else "",
            item.shown,
            f"{item.earned:g}/{item.weight:g}" if item.verdict in JUDGED else "—",
            where(evidence.place) if (evidence := telling(item.evidence)) else "—",
            "".join(_grounds(item, known)),
        )
        for number, item in enumerate(assessment.items, 1)
    ]
    heads = ("序号", "要素", "必备", "结论", "得分", "位置", "依据和理由")
    return Table(heads, (9, 31, 9, 20, 14, 16, 57), rows)


def _titled(number: int, item: ItemResult) -> str:
    return f"{number}．{item.title}" + ("（必备）" if item.required else "")


def _problem(item: ItemResult, known: Sequence[Citation]) -> Iterator[str]:
    yield sentence(item.shown)
    yield sentence(item.reason)
    evidence = telling(item.evidence)
    if evidence:
        yield f"见{sentence(with_place(evidence))}"
    if item.nearest:
        yield f"{with_place(item.nearest)}不算：{sentence(item.nearest.why_not)}"
    if item.basis:
        yield f"依据{sentence(cited(item.basis, known))}"


def _advice(item: ItemResult) -> Iterator[str]:
    if place := belongs(item):
        yield sentence(place)
    yield sentence(item.advice)
    yield from map(sentence, lacking(item))


def _fault(finding: Finding, known: Sequence[Citation]) -> Iterator[str]:
    yield f"{finding.shown}：{sentence(finding.message)}"
    yield sentence(f"原文{in_short(finding.quote)}")
    if finding.basis:
        yield f"依据{sentence(cited(finding.basis, known))}"


def _grounds(item: ItemResult, known: Sequence[Citation]) -> Iterator[str]:
    if item.verdict is Verdict.MANUAL:
        yield sentence("、".join(basis.norm + basis.article for basis in item.basis))
    elif item.basis and item.verdict not in UNTOLD:
        # How far a norm goes stands in the table of problems.
        yield sentence(cited([replace(basis, reach="") for basis in item.basis], known))
    yield sentence(item.reason)
