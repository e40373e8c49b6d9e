"""The same report in every format gives the same text, sections, verdicts and findings."""


import draft
import pytest
from offices import converted, needs_office
from shipped import checklist

from evaluator.assessment import Assessment
from evaluator.document import Document
from evaluator.evaluation import Options, document_of, evaluate

# What LibreOffice is to write for a format that it calls otherwise.
HOW = {"docx": "docx:MS Word 2007 XML", "dotx": "dotx:MS Word 2007 XML Template"}


def concluded(assessment: Assessment) -> tuple[object, ...]:
    items = [(item.id, item.verdict, [(e.quote, e.section) for e in item.evidence]) for item in assessment.items]
    findings = [(finding.rule, finding.quote, finding.place.line) for finding in assessment.findings]
    return assessment.score, items, findings, assessment.unjudged


def outlined(document: Document) -> list[tuple[object, ...]]:
    return [(s.number, s.title, s.level, s.parent) for s in document.sections]


def made(form: str) -> bytes:
    if form == "word":
        return draft.word()
    if form in ("doc", "wps"):
        return converted(draft.word(), "docx", "doc")
    return converted(draft.word(), "docx", form, HOW.get(form, ""))


@needs_office
@pytest.mark.parametrize("form", ["word", "docx", "dotx", "doc", "wps", "odt", "fodt", "rtf"])
def test_the_same_report_in_every_format(form: str) -> None:
    data, plain = made(form), draft.TEXT.encode()
    name = f"报告.{'docx' if form == 'word' else form}"
    read, typed = document_of(data, name, Options()), document_of(plain, "报告.txt", Options())
    assert read.reading.text == draft.TEXT.rstrip("\n")
    assert outlined(read) == outlined(typed)
    assert concluded(evaluate(data, name, checklist(), Options())) == concluded(
        evaluate(plain, "报告.txt", checklist(), Options())
    )
    assert [note.message for note in read.reading.notes if note.code != "very-short"] == [
        "有 2 处修订还没有接受，按全部接受后的文字核查"
    ]
