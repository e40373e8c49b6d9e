"""From a report that is no .docx the same comments on a new document with its words."""

from io import BytesIO

import docx as python_docx
import draft
import pdfs
import pytest
from offices import converted, needs_office
from reviewedcopies import anchored, assessed, comments, copied, copy_of, part, saying
from shipped import checklist
from worddocuments import p, parts_of

from evaluator.assessment import Verdict
from evaluator.evaluation import Options, evaluate
from evaluator.output.docx import REDRAWN
from evaluator.output.docx.retyping import retyped

FAULTS = draft.TEXT.replace("结案11件", "结案××件").replace("1件案件超期", "1 件\n  案件超期")
PAGE = "<!DOCTYPE html><html><head><title>年报</title></head><body>{}</body></html>"
FORMATS = {
    "txt": ("报告.txt", draft.TEXT.encode()),
    "gb18030": ("报告.txt", draft.TEXT.encode("gb18030")),
    "lines ended as on a Mac of old": ("报告.txt", draft.TEXT.replace("\n", "\r").encode()),
    "md": ("报告.md", draft.TEXT.replace("一、主要", "## 一、主要").encode()),
    "html": ("报告.html", PAGE.format("".join(f"<p>{line}</p>" for line in draft.LINES)).encode()),
    "rtf": (
        "报告.rtf",
        (
            "{\\rtf1\\ansi\\uc1 "
            + "".join(f"\\u{ord(c) - (ord(c) > 32767) * 65536}?" if c != "\n" else "\\par " for c in draft.TEXT)
            + "}"
        ).encode(),
    ),
}


@pytest.mark.parametrize(("name", "data"), FORMATS.values(), ids=FORMATS)
def test_the_copy_is_judged_as_the_original(name: str, data: bytes) -> None:
    before = assessed(data, name)
    after = evaluate(copied(before), "报告.docx", checklist(), Options())
    assert [(i.id, i.verdict, [e.quote for e in i.evidence]) for i in after.items] == [
        (i.id, i.verdict, [e.quote for e in i.evidence]) for i in before.items
    ]
    assert (after.score, [f.quote for f in after.findings]) == (before.score, [f.quote for f in before.findings])


@pytest.mark.parametrize(("name", "data"), FORMATS.values(), ids=FORMATS)
def test_the_words_are_all_there_with_headings_as_understood(name: str, data: bytes) -> None:
    opened = python_docx.Document(BytesIO(copy_of(data, name)))
    assert [(paragraph.text, paragraph.style.name) for paragraph in opened.paragraphs] == [
        (line, STYLES.get(line, "Normal")) for line in draft.LINES
    ]


# python-docx calls them so whatever the case in the file.
STYLES = {draft.TITLE: "Title"} | {
    line: "Heading 2" if line.startswith("（") else "Heading 1"
    for line in draft.LINES
    if line[1:2] in "、一二" and line != draft.TITLE and len(line) < 30 and line[0] in "一二三四（"
}


def test_comments_stand_on_the_very_words() -> None:
    after = copy_of(FAULTS.encode(), "报告.txt")
    assert [*saying(after, "处还没有填写").values()] == ["××"]
    assert anchored(after)[0] == draft.TITLE
    lacking = [i for i in assessed(FAULTS.encode(), "报告.txt").items if i.verdict is Verdict.MISSING]
    assert lacking and len(saying(after, "× 缺失")) == len(lacking)


def test_lines_broken_by_their_width_are_one_paragraph() -> None:
    wrapped = []
    for line in draft.LINES:
        wrapped += [line[at : at + 30] for at in range(0, len(line), 30)]
    data = "\n".join(wrapped).encode()
    document = assessed(data, "报告.txt").original
    assert document
    opened = python_docx.Document(BytesIO(retyped(document.document).data))
    assert draft.STUDY in [paragraph.text for paragraph in opened.paragraphs]


def test_blanks_within_a_line_stay_and_a_line_break_between_letters_is_a_blank() -> None:
    text = draft.TEXT.replace("办理行政处罚案件12件", "办理 行政处罚\t案件 12 件，平台 Law Link 上线")
    opened = python_docx.Document(BytesIO(copy_of(text.encode(), "报告.txt")))
    assert any("办理 行政处罚 案件 12 件，平台 Law Link 上线" in paragraph.text for paragraph in opened.paragraphs)


def test_what_no_xml_may_hold_is_left_out() -> None:
    text = draft.TEXT.replace("专题学习", "专\x0c题\x01学\ufffe习<&>").replace("结案11件", "结案XX件")
    after = copy_of(text.encode(), "报告.txt")
    assert "专题学习&lt;&amp;&gt;" in part(after).decode()
    assert [*saying(after, "处还没有填写").values()] == ["XX"]


def test_the_summary_says_that_the_document_is_new() -> None:
    (lines, *_) = comments(copy_of(draft.TEXT.encode(), "报告.txt")).values()
    assert lines[-2] == REDRAWN


def test_word_in_one_xml_file_is_no_docx() -> None:
    written = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{content}</pkg:xmlData></pkg:part>'
        for name, content in parts_of("".join(map(p, draft.LINES))).items()
    )
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    data = f'<?xml version="1.0"?><pkg:package xmlns:pkg="{space}">{written}</pkg:package>'.encode()
    after = copy_of(data, "报告.xml")
    assert anchored(after)[0] == draft.TITLE
    assert REDRAWN in comments(after)[0]


def test_a_pdf() -> None:
    before = assessed(pdfs.report(draft.LINES), "报告.pdf")
    after = copied(before)
    opened = python_docx.Document(BytesIO(after))
    assert draft.TITLE in "".join(paragraph.text for paragraph in opened.paragraphs)
    assert anchored(after)[0] == draft.TITLE


@needs_office
@pytest.mark.parametrize("form", ["odt", "doc"])
def test_other_word_processors(form: str) -> None:
    before = assessed(converted(draft.word(), "docx", form), f"报告.{form}")
    after = evaluate(copied(before), "报告.docx", checklist(), Options())
    assert after.score == before.score
    assert [*saying(copied(before), "× 缺失：上年度").values()] != []


@needs_office
@pytest.mark.parametrize("name", ["报告.docx", "报告.txt"])
def test_libreoffice_opens_the_copy_and_shows_every_comment(name: str) -> None:
    data = draft.word() if name.endswith("docx") else FAULTS.encode()
    after = copy_of(data, name)
    opened = converted(after, "docx", "fodt").decode()
    assert opened.count("<office:annotation ") == opened.count("<office:annotation-end ") == len(comments(after)) > 5
    assert opened.count("<dc:creator>lawgov-check</dc:creator>") == len(comments(after))
    assert converted(after, "docx", "pdf").startswith(b"%PDF")
