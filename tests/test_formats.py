"""The same report in every format gives the same text, sections, verdicts and findings."""

import json
from functools import cache
from pathlib import Path

import draft
import pytest
from offices import converted, needs_office
from worddocuments import p, parts_of, zipped

from checklist.loading import load
from checklist.model import Checklist
from evaluator.assessment import Assessment
from evaluator.cli import main
from evaluator.document import Document
from evaluator.evaluation import Options, document_of, evaluate

# What LibreOffice is to write for a format that it calls otherwise.
HOW = {"docx": "docx:MS Word 2007 XML", "dotx": "dotx:MS Word 2007 XML Template"}


@cache
def checklist() -> Checklist:
    return load()


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




def test_a_folder_of_all_kinds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound, title = draft.word(), draft.TITLE
    files = {
        "好.docx": sound,
        "好.txt": draft.TEXT.encode(),
        "其实是.doc": sound,
        "断.docx": sound[:2000],
        "密.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
        "空.rtf": b"",
        "坏.odt": b"PK\x03\x04" + b"mimetypeapplication/vnd.oasis.opendocument.text",
        "毒.docx": zipped(parts_of(p(title)) | {"word/document.xml": "<!DOCTYPE a><a/>"}),
        "图.png": b"\x89PNG",
        "~$好.docx": b"x",
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    assert main(["-f", "json", str(tmp_path)]) == 3
    found = json.loads(capsys.readouterr().out)
    codes = {Path(r["report"]["path"]).name: r["unjudged"] and r["unjudged"]["code"] for r in found["reports"]}
    assert codes == {
        "好.docx": None, "好.txt": None, "其实是.doc": None, "断.docx": "damaged", "密.docx": "encrypted",
        "空.rtf": "empty", "坏.odt": "damaged", "毒.docx": "doctype",
    }  # fmt: skip
    assert {Path(row["path"]).name for row in found["ignored"]} == {"图.png", "~$好.docx"}
    assert all(row["reason"] for row in found["ignored"])
