"""Whatever a report says, pages, workbooks and Word documents open and hold nothing but words."""

import zipfile
from dataclasses import replace
from io import BytesIO

import ledgers
import pages
import papers
import reviewedcopies
from hypothesis import example, given
from lxml import etree
from rendering import BY_HAND, rendered
from traps import ASSESSMENTS, HARMFUL, ILLEGAL, TRAPS, WORST, anything, hostile, runs, worst

from evaluator.assessment import Assessment, Original, Verdict
from evaluator.document import Place
from evaluator.evaluation import Options, document_of
from evaluator.run import Ignored

# A text that has every trap in it and can be read as a report.
DRAFT = "\n\n".join(
    ("某县2024年法治政府建设年度报告", "一、主要做法", *(f"开展{trap}工作。" for trap in TRAPS if trap != "\x00"))
)


def within(assessment: Assessment) -> Assessment:
    """With an original, and all that a comment may stand on somewhere in it."""
    data = DRAFT.encode("utf-8", "ignore")
    document = document_of(data, "甲.txt", Options(organ="某县", year=2024, level="county"))

    def moved(place: Place) -> Place:
        start = place.start % len(document.reading.text)
        return replace(place, start=start, end=min(start + place.end - place.start, len(document.reading.text)))

    items = (
        replace(item, evidence=tuple(replace(e, place=moved(e.place)) for e in item.evidence))
        for item in assessment.items
    )
    findings = (replace(finding, place=moved(finding.place)) for finding in assessment.findings)
    return replace(assessment, items=tuple(items), findings=tuple(findings), original=Original(data, document))


def to_mend(assessment: Assessment) -> int:
    owed = sum(item.verdict in (Verdict.MISSING, Verdict.PARTIAL) for item in assessment.items)
    return owed + len(assessment.findings)


@anything
@runs
@worst
def test_html(assessment: Assessment, ignored: tuple[Ignored, ...], of: int) -> None:
    """Well-formed, of no elements and attributes but those of a harmless page, and with all results."""
    data = hostile("html", assessment, ignored, of)
    assert not HARMFUL.search(data.decode())
    page = pages.parsed(data)
    assert {node.tag for node in page.all()} <= HARMLESS_TAGS
    assert {name for node in page.all() for name in node.attributes} <= HARMLESS_ATTRIBUTES
    results = [node for node in page.all("div", class_="result") if node["data-kind"] != "link"]
    assert len(results) == len(assessment.items) + len(assessment.findings)


HARMLESS = pages.parsed(rendered("html", *BY_HAND, ignored=(Ignored("", ""),), of=9)).all()
HARMLESS_TAGS = {node.tag for node in HARMLESS}
HARMLESS_ATTRIBUTES = {name for node in HARMLESS for name in node.attributes}


@anything
@runs
@worst
def test_xlsx(assessment: Assessment, ignored: tuple[Ignored, ...], of: int) -> None:
    """Every problem is a row, and no cell is anything but a number, a day or words."""
    book = ledgers.opened(hostile("xlsx", assessment, ignored, of))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"} and not any(cell.hyperlink for cell in cells)
    assert not [cell for cell in cells if cell.data_type == "s" and ILLEGAL.search(cell.value)]
    assert len(ledgers.rows(book[ledgers.SHEET])) == to_mend(assessment)


@anything
@runs
@worst
def test_opinion(assessment: Assessment, ignored: tuple[Ignored, ...], of: int) -> None:
    """Every element is a row of the annex, and nothing in the text is a field or a link."""
    data = hostile("opinion", assessment, ignored, of)
    paper = papers.opened(data)
    text = paper.element.body.xpath("string()")
    assert not HARMFUL.search(text) and not ILLEGAL.search(text)
    assert len(paper.tables[-1].rows) == 1 + len(assessment.items)
    assert tags(data, "word/document.xml") <= OURS


@anything
@given(ASSESSMENTS.map(within))
@example(within(WORST))
def test_docx(assessment: Assessment) -> None:
    """Every problem is a comment on words of the report, and nothing in it is anything but words."""
    data = rendered("docx", assessment)
    said, words = reviewedcopies.comments(data), reviewedcopies.anchored(data)
    assert len(said) == len(words) == 1 + to_mend(assessment)
    assert not [line for lines in said.values() for line in lines if HARMFUL.search(line) or ILLEGAL.search(line)]
    assert all("".join(each.split()) for each in words.values())
    assert tags(data, "word/comments.xml") == {"comments", "comment", "p", "r", "t"}


def tags(data: bytes, part: str) -> set[str]:
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {etree.QName(node).localname for node in etree.fromstring(package.read(part)).iter()}


OURS = tags(rendered("opinion", *BY_HAND), "word/document.xml")
