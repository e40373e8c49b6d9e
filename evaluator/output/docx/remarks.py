"""What the comments say: one for each finding and each element that lacks something, and one for the whole."""

from collections.abc import Iterator, Sequence

from checklist.records import record
from evaluator.assessment import (
    SEVERITIES_SHOWN,
    SHOWN,
    Assessment,
    Evidence,
    Finding,
    ItemResult,
    Verdict,
)
from evaluator.document import Document
from evaluator.masking import cover
from evaluator.output.docx.summing import summary
from evaluator.presenting.telling import belongs, lacking, shortened
from evaluator.quotation import quoted

LONGEST_QUOTE = 60
MOST_QUOTES = 3
Span = tuple[int, int]


@record
class Remark:
    """A comment before it has its place: what it is on, by offsets into the text as read, and its lines.

    `quote` are the words it is on, for a place where no comment can stand on the very words.
    """

    start: int
    end: int
    lines: tuple[str, ...]
    quote: str = ""


def remarks(assessment: Assessment, document: Document, notices: Sequence[str]) -> tuple[Remark, ...]:
    """The summary first, the others in the order of the text."""
    return (
        Remark(*_title(document), tuple(summary(assessment, notices))),
        *sorted(_remarks(assessment, document), key=lambda remark: remark.start),
    )


def _remarks(assessment: Assessment, document: Document) -> Iterator[Remark]:
    headings = {document.place(s.start, s.heading_end).start for s in document.sections[1:]}
    for item in assessment.items:
        if item.verdict is Verdict.MISSING:
            yield Remark(*_gap(item, document), tuple(_missing(item)))
        elif item.verdict is Verdict.PARTIAL:
            # What was said too vaguely is a sentence; a heading only where there is nothing else.
            on = next((e for e in item.evidence if e.place.start not in headings), (*item.evidence, None)[0])
            span = (on.place.start, on.place.end) if on else _gap(item, document)
            yield Remark(*span, tuple(_partial(item, on)), on.quote if on else "")
    for finding in assessment.findings:
        yield Remark(finding.place.start, finding.place.end, tuple(_fault(finding)), finding.quote)


def _missing(item: ItemResult) -> Iterator[str]:
    yield _headed(item, f"{_shown(item)}{_worth(item)}")
    yield f"原因：{item.reason}"
    yield f"应写：{item.advice}"
    if place := belongs(item):
        yield f"位置：{place}"
    if item.nearest:
        yield f"相近的原文：{quoted(shortened(item.nearest.quote, LONGEST_QUOTE))}，但{item.nearest.why_not}"
    yield from _grounds(item)


def _partial(item: ItemResult, on: Evidence | None) -> Iterator[str]:
    yield _headed(item, f"{_shown(item)}{_worth(item)}")
    yield f"原因：{item.reason}"
    yield f"建议：{item.advice}"
    yield from (f"还缺：{advice}" for advice in lacking(item))
    others = [evidence for evidence in item.evidence if evidence is not on]
    for evidence in others[:MOST_QUOTES]:
        yield f"另见：{quoted(shortened(evidence.quote, LONGEST_QUOTE))}"
    yield from _grounds(item)


def _fault(finding: Finding) -> Iterator[str]:
    yield _headed(finding, f"{' '.join(SEVERITIES_SHOWN[finding.severity])}：{finding.message}")
    if finding.suggestion:
        yield f"建议：{finding.suggestion}"
    yield from _grounds(finding)


def _shown(item: ItemResult) -> str:
    return f"{' '.join(SHOWN[item.verdict])}：{item.title}"


def _worth(item: ItemResult) -> str:
    return f"（{'必备要素，' if item.required else ''}{item.weight:g} 分得 {item.earned:g} 分）"


def _headed(result: ItemResult | Finding, line: str) -> str:
    return f"【{result.accepted}】{line}" if result.accepted else line


def _grounds(result: ItemResult | Finding) -> Iterator[str]:
    return (f"依据：{basis.cited}" for basis in result.basis)


def _gap(item: ItemResult, document: Document) -> Span:
    """Where a missing element belongs: the heading it follows, else the end of the body, for the title its top."""
    if item.id == "title":
        return _title(document)
    for index, section in enumerate(document.sections):
        if index and item.insert_after is not None and cover(document.heading(index)) == item.insert_after:
            return _span(document, section.start, section.heading_end)
    last = next((p for p in reversed(document.paragraphs) if p.kind == "body"), None)
    return _span(document, last.start, last.end) if last else _title(document)


def _title(document: Document) -> Span:
    """The title, or the first line where there is none."""
    first = 0, max(0, document.plain.text.find("\n"))
    start, end = document.metadata.title_span or first
    return _span(document, start, end) if start < end else (0, 0)


def _span(document: Document, start: int, end: int) -> Span:
    place = document.place(start, end)
    return place.start, place.end
