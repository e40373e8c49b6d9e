"""A PDF is read as the person before the screen reads it, or it says which of its pages cannot be read."""

import random

import draft
import pdfs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import converted, needs_office
from pdfs import both, drawn, one_page, picture, text
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from sameness import assert_same, texts
from shipped import checklist
from worddocuments import docx, p

from evaluator.assessment import Verdict
from evaluator.document import Reading
from evaluator.evaluation import Options, evaluate
from evaluator.reading import pdf, read
from evaluator.reading.confined import confined
from evaluator.reading.pdf import read_pdf
from evaluator.refusal import ReportError

LINES = list(draft.LINES)
AT = LINES.index(draft.TABLE[0][0])
WITH_TABLE = [*LINES[:AT], draft.TABLE, *LINES[AT + 4 :]]
SMALL = ParagraphStyle("small", pdfs.STYLE, fontSize=10.5, leading=17, firstLineIndent=21)
BLOCKS = ParagraphStyle("blocks", pdfs.STYLE, fontSize=12, leading=20, firstLineIndent=0, spaceAfter=10)
OPENING = "　　2024年，我局认真落实法治政府建设的各项要求。"


def edges(canvas: Canvas, page: int) -> None:
    canvas.drawString(pdfs.MARGIN, pdfs.HEIGHT - 40, "云岭县水务局文件")
    canvas.drawCentredString(pdfs.WIDTH / 2, 40, f"— {page} —")


@pytest.mark.parametrize(
    "data",
    [
        pdfs.report(WITH_TABLE),
        pdfs.report(WITH_TABLE, edges=edges),
        pdfs.report(WITH_TABLE, style=BLOCKS),
        pdfs.report(WITH_TABLE, style=SMALL, columns=2, height=300),
    ],
    ids=["indented", "with edges", "blocks", "two columns"],
)
def test_the_same_report(data: bytes) -> None:
    document = assert_same(data, "报告.pdf", LINES)
    assert texts(document.reading, "cell") == ["事项", "件数", "行政处罚", "12"]


@needs_office
def test_the_same_report_as_libreoffice_prints_it() -> None:
    indent = '<w:ind w:firstLine="640"/>'
    body = "".join(p(line, more=indent) for line in LINES)
    assert_same(converted(docx(body), "docx", "pdf"), "报告.pdf", LINES)


def test_places_have_their_page() -> None:
    made = pdfs.report([draft.TITLE, draft.OPENING, *[draft.STUDY] * 12, "二、存在的不足", draft.SHORT])
    found = evaluate(made, "报告.pdf", checklist(), Options())
    shortcomings = next(item for item in found.items if item.id == "shortcomings")
    assert {evidence.place.page for evidence in shortcomings.evidence} == {2}


def refused(data: bytes) -> ReportError:
    with pytest.raises(ReportError) as caught:
        read(data, "报告.pdf")
    return caught.value


COMPOSITE = "<< /Type /Font /Subtype /Type0 /BaseFont /A+Fang /Encoding /Identity-H /DescendantFonts [6 0 R] >>"
DESCENDANT = (
    "<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A+Fang /FontDescriptor 7 0 R "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> >>",
    "<< /Type /FontDescriptor /FontName /A+Fang /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 "
    "/Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
)
CODES = "".join(f"{code:04x}" for code in range(300, 340))
TYPE_3 = (
    "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] "
    "/CharProcs << /g1 6 0 R >> /Encoding << /Type /Encoding /Differences [65 /g1] >> "
    "/FirstChar 65 /LastChar 65 /Widths [1000] >>"
)
GLYPH = "<< /Length 27 >>\nstream\n1000 0 d0 0 0 750 750 re f\nendstream"
LATIN = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
PAGES = "<< /Type /Catalog /Pages 2 0 R >>"
# Of characters without shapes, as those of a font that is neither in the file nor installed.
SHAPELESS = (
    "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [0.001 0 0 0.001 0 0] /CharProcs << /g1 6 0 R >> "
    "/Encoding << /Type /Encoding /Differences [65 /g1 /g1] >> /FirstChar 65 /LastChar 66 /Widths [1000 1000] "
    "/ToUnicode 7 0 R >>"
)
NO_GLYPH = "<< /Length 9 >>\nstream\n1000 0 d0\nendstream"
CODED = (
    "begincmap 1 begincodespacerange <41> <42> endcodespacerange "
    "2 beginbfchar <41> <6cd5> <42> <6cbb> endbfchar endcmap"
)
TO_UNICODE = f"<< /Length {len(CODED)} >>\nstream\n{CODED}\nendstream"
SHAPES = "0 0 m " + "1 1 2 2 3 3 c " * 6000 + "f"

REFUSED = [
    ("a scan", drawn(picture(), picture()), "scanned", "PDF 的全部 2 页是扫描的图片，没有文字"),
    ("a scan with numbers", drawn(*(both(picture(), text(f"— {n} —", top=40)) for n in (1, 2))), "scanned", None),
    ("words as shapes", one_page(LATIN, SHAPES), "drawn-text", "PDF 的全部 1 页的文字是画出来的图形，读不出来"),
    (
        "no codes",
        one_page(COMPOSITE, f"BT /F1 16 Tf 80 700 Td <{CODES}> Tj ET", *DESCENDANT),
        "broken-fonts",
        "PDF 的全部 1 页的字体没有正确的文字编码，复制出来是乱码",
    ),
    ("type 3", one_page(TYPE_3, "BT /F1 16 Tf 80 700 Td (AAAAAAAA) Tj ET", GLYPH), "broken-fonts", None),
    ("cid:n", drawn(text("(cid:12)(cid:345)(cid:6)做法")), "broken-fonts", None),
    ("nothing on it", drawn(text()), "empty", "PDF 有 1 页，但没有任何文字"),
    ("a password", drawn(text(OPENING), password="秘密"), "encrypted", "PDF 有打开密码，读不出内容"),
    ("cut off", pdfs.report(LINES)[:3000], "damaged", "PDF 文件已损坏或下载不完整，打不开"),
    ("the head alone", b"%PDF-1.7\n", "damaged", None),
    ("no pages", pdfs.by_hand(PAGES, "<< /Type /Pages /Kids [] /Count 0 >>"), "damaged", None),
    (
        "pages in a circle",
        pdfs.by_hand(PAGES, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"),
        "damaged-pages",
        None,
    ),
    (
        "a million pages",
        pdfs.by_hand(PAGES, "<< /Type /Pages /Kids [] /Count 1000000 >>"),
        "too-many-pages",
        "PDF 有 1000000 页，超过 2000 页的上限，不像是一份年度报告",
    ),
    ("an endless picture", one_page(LATIN, "BI /W 99999 /H 99999 /BPC 8 /CS /G ID xx"), "empty", None),
]


@pytest.mark.parametrize(("data", "code", "message"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_read_says_why(data: bytes, code: str, message: str | None) -> None:
    error = refused(data)
    assert (error.code, bool(error.hint)) == (code, True)
    assert message in (None, error.message)


@pytest.mark.parametrize(("alone", "unread"), [("", False), ("BT /F1 16 Tf 80 650 Td (A) Tj ET", True)])
def test_a_character_by_itself_of_a_font_that_is_not_there(alone: str, unread: bool) -> None:
    page = one_page(SHAPELESS, f"BT /F1 16 Tf 80 700 Td (ABABAB) Tj ET {alone}", NO_GLYPH, TO_UNICODE)
    reading = read(page, "报告.pdf")
    assert (reading.text, bool(reading.unread)) == ("法治法治法治\n", unread)
    assert [note.code for note in reading.notes] == ["missing-fonts"] * unread


WHOLE = both(text(OPENING), picture(100, 100, 80, 80))
READ = [
    ("an owner's password", drawn(text(OPENING), owner="秘密")),
    ("a wrong /Prev", drawn(text(OPENING)).replace(b"/Size", b"/Prev 9 /Size")),
    ("no cross references", drawn(text(OPENING)).replace(b"startxref", b"startxxxx")),
    ("blanks before it", b"\r\n" + drawn(text(OPENING))),
    ("a seal", drawn(WHOLE)),
    ("a page without anything", drawn(text(OPENING), text())),
    ("turned", drawn(both(lambda canvas: canvas.setPageRotation(90), text(OPENING, top=400)))),
    ("broadside", drawn(both(lambda canvas: canvas.rotate(90), text(OPENING, top=-300)))),
    ("a note beside it", drawn(both(lambda canvas: canvas.textAnnotation("批注", (9, 9, 50, 50)), text(OPENING)))),
]


@pytest.mark.parametrize("data", [row[1] for row in READ], ids=[row[0] for row in READ])
def test_what_can_be_read(data: bytes) -> None:
    reading = read(data, "报告.pdf")
    assert (texts(reading), reading.unread, reading.notes) == ([OPENING.strip()], "", ())


MIXED = drawn(text(*LINES[:4]), picture(), picture(), text("做法\ue123\ue124\ue125"), picture(), text(OPENING))


def test_pages_that_cannot_be_read_are_named() -> None:
    reading = read(MIXED, "报告.pdf")
    assert reading.unread == "第 2—3、5 页是扫描的图片，没有文字；第 4 页的字体没有正确的文字编码，复制出来是乱码"
    assert [note.code for note in reading.notes] == ["scanned", "broken-fonts"]


def test_what_may_stand_on_a_scanned_page_is_not_called_missing() -> None:

    made = drawn(text(draft.TITLE, *[draft.STUDY[:26]] * 14), picture())
    found = evaluate(made, "报告.pdf", checklist(), Options())
    verdicts = {item.id: item.verdict for item in found.items}
    assert verdicts["title"] is Verdict.MET
    assert verdicts["shortcomings"] is Verdict.UNJUDGED
    assert found.unjudged is not None and "第 2 页是扫描的图片" in found.unjudged.message


def invisible(canvas: Canvas) -> None:
    words = canvas.beginText(pdfs.MARGIN, 700)
    words.setTextRenderMode(3)
    words.textOut(OPENING.strip())
    canvas.drawText(words)


def test_words_recognised_in_a_scan_are_read_and_noted() -> None:
    reading = read(drawn(both(picture(), invisible)), "报告.pdf")
    assert texts(reading, "paragraph") == [OPENING.strip()]


def test_words_that_nobody_sees_are_hidden() -> None:
    reading = read_pdf(drawn(both(text(OPENING), invisible)))
    assert texts(reading, "hidden") == [OPENING.strip()]
    assert [note.message for note in reading.notes] == ["第 1 页有看不见的文字，没有当作正文"]


def askew(canvas: Canvas) -> None:
    canvas.saveState()
    canvas.translate(150, 300)
    canvas.rotate(45)
    canvas.drawString(0, 0, "征求意见稿")
    canvas.restoreState()


def test_a_watermark_is_set_aside() -> None:
    reading = read_pdf(drawn(both(askew, text(OPENING))))
    assert (texts(reading, "paragraph"), texts(reading, "header")) == ([OPENING.strip()], ["征求意见稿"])


def test_without_the_extra_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "pdfium", None)
    with pytest.raises(ReportError) as caught:
        read_pdf(drawn(text(OPENING)))
    assert (caught.value.code, caught.value.message) == ("missing-extra", "要安装 pypdfium2 才能读 PDF")
    assert "pip install \".[pdf]\"" in caught.value.hint


SEEDS = [pdfs.report(WITH_TABLE[:9], edges=edges), MIXED, drawn(WHOLE, both(picture(), invisible))]
TOKENS = [b"/", b"<<", b">>", b"[", b"]", b"(", b" 0 R", b"obj", b"99999999", b"-1", b"endstream", b"Tj", b"\x00"]


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(SEEDS), st.integers(0, 2**32))
def test_broken_files_are_read_or_refused(data: bytes, seed: int) -> None:
    chance = random.Random(seed)
    broken = bytearray(data)
    for _ in range(chance.randint(1, 30)):
        at = chance.randrange(len(broken))
        word = chance.choice([*TOKENS, chance.randbytes(2)])
        broken[at : at + chance.choice((0, len(word), 40))] = word
    try:
        assert isinstance(confined("pdf", bytes(broken), seconds=20), Reading)
    except ReportError as error:
        assert error.code != "too-slow"
