"""An OFD file is read page by page, even where its maker wrote paths, prefixes or encodings wrong."""

import random
from collections.abc import Callable

import draft
import ofdkit
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ofds import content, document, ofd, paragraphs, part, parts_of, path, picture, words, zipped
from sameness import assert_same, texts

from evaluator import limits
from evaluator.document import Reading
from evaluator.reading import read
from evaluator.reading.ofd import read_ofd
from evaluator.refusal import ReportError

LINES = [line for line in draft.LINES if line not in (cell for row in draft.TABLE for cell in row)]
HALF = 9
TEXT = "一、主要举措和成效"


def edges(number: int) -> str:
    return words("云岭县水务局文件", 28, 15, 4) + words(f"— {number} —", 98, 285, 4)


REPORT = ofd(paragraphs(*LINES[:HALF]) + edges(1), paragraphs(*LINES[HALF:]) + edges(2))


def test_the_same_report() -> None:
    reading = assert_same(REPORT, "报告.ofd", LINES).reading
    assert texts(reading, "header") == ["云岭县水务局文件", "— 1 —", "云岭县水务局文件", "— 2 —"]
    assert {block.page for block in reading.blocks} == {1, 2}


def test_a_second_reader_finds_the_same_words() -> None:
    ours = read_ofd(REPORT).text
    assert sorted("".join(ours.split())) == sorted("".join(ofdkit.extract_text(REPORT).split()))


def test_tables() -> None:
    lines = "".join(f"M 28 {y} L 128 {y} " for y in (50, 60, 70)) + "".join(
        f"M {x} 50 L {x} 70 " for x in (28, 78, 128)
    )
    cells = words("事项", 30, 57) + words("件数", 80, 57) + words("行政处罚", 30, 67) + words("12", 80, 67)
    assert texts(read_ofd(ofd(path(lines) + cells)), "cell") == ["事项", "件数", "行政处罚", "12"]


def renamed(change: Callable[[dict[str, str | bytes]], None]) -> bytes:
    parts = parts_of(words(TEXT))
    change(parts)
    return zipped(parts)


def page_part(inside: str | bytes) -> bytes:
    return renamed(lambda parts: parts.update({"Doc_0/Pages/Page_0/Content.xml": inside}))


def located(place: str) -> bytes:
    return renamed(lambda parts: parts.update({"Doc_0/Document.xml": document(1, places=[place])}))


def resource(inside: str) -> str:
    unit = f'<ofd:CompositeGraphicUnit ID="5"><ofd:Content>{inside}</ofd:Content></ofd:CompositeGraphicUnit>'
    return part("Res", f"<ofd:CompositeGraphicUnits>{unit}</ofd:CompositeGraphicUnits>")


PLAIN = content(words(TEXT))
PREFIX = "<ofd:Page>" + PLAIN.partition("<ofd:Content>")[1] + PLAIN.partition("<ofd:Content>")[2]
UNIT = resource(words(TEXT, 0, 6))
COMPOSITE = '<ofd:CompositeObject ID="6" Boundary="20 40 100 10" ResourceID="5"/>'
TEMPLATED = parts_of(
    content("", '<ofd:Template TemplateID="4"/>'), common='<ofd:TemplatePage ID="4" BaseLoc="Tpls/T.xml"/>'
) | {"Doc_0/Tpls/T.xml": PLAIN}
COMPOSED = parts_of(COMPOSITE, common="<ofd:PublicRes>PublicRes.xml</ofd:PublicRes>") | {"Doc_0/PublicRes.xml": UNIT}
TOLERATED = [
    ("as it should be", page_part(PLAIN)),
    ("backslashes", located("Pages\\Page_0\\Content.xml")),
    ("from the root", located("/Doc_0/Pages/Page_0/Content.xml")),
    ("from the root without saying so", located("Doc_0/Pages/Page_0/Content.xml")),
    ("other letters", located("pages/page_0/content.XML")),
    ("through the folder above", located("../Doc_0/./Pages/Page_0/Content.xml")),
    ("no namespace", page_part(PLAIN.replace("ofd:", "").replace("xmlns", "x"))),
    ("a prefix that nothing declares", page_part(PREFIX)),
    ("an empty prefix", page_part(PLAIN.replace("ofd:", ":").replace("xmlns:", "xmlns"))),
    ("GBK declared as UTF-8", page_part(PLAIN.encode("gbk"))),
    ("GBK declared", page_part(PLAIN.replace("UTF-8", "GB2312").encode("gbk"))),
    ("UTF-16", page_part(PLAIN.replace("UTF-8", "UTF-16").encode("utf-16"))),
    ("a block", page_part(content(f"<ofd:PageBlock><ofd:PageBlock>{words(TEXT)}</ofd:PageBlock></ofd:PageBlock>"))),
    ("a template", zipped(TEMPLATED)),
    ("a composite object", zipped(COMPOSED)),
    ("distances in short", page_part(content(words(TEXT).replace(" ".join(["5.6"] * 8), "g 8 5.6")))),
    ("no distances", page_part(content(words(TEXT).replace("DeltaX", "Delta")))),
    ("enlarged", page_part(content(words(TEXT, size=2.8, more=' CTM="2 0 0 2 0 0"')))),
    ("radicals", page_part(content(words("⼀、主要举措和成效")))),
    ("a seal", page_part(content(words(TEXT) + picture("150 250 40 40")))),
]


@pytest.mark.parametrize("data", [row[1] for row in TOLERATED], ids=[row[0] for row in TOLERATED])
def test_what_makers_do(data: bytes) -> None:
    reading = read(data, "报告.ofd")
    assert (texts(reading), reading.unread, reading.notes) == ([TEXT], "", ())


NESTED = COMPOSITE * 20
LOOP = resource(NESTED)
CURVES = "M 0 0 " + "B 1 1 2 2 3 3 " * 6000
DOCTYPE = PLAIN.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>')
REFUSED = [
    ("a scan", ofd(picture(), picture() + words("2", 100, 280)), "scanned", "OFD 的全部 2 页是扫描的图片，没有文字"),
    ("words as paths", ofd(path(CURVES)), "drawn-text", "OFD 的全部 1 页的文字是画出来的图形，读不出来"),
    ("no codes", ofd(words("\ue000\ue001\ue002法治")), "broken-fonts", None),
    ("empty pages", ofd("", ""), "empty", "OFD 有 2 页，但没有任何文字"),
    ("no pages", zipped(parts_of() | {"Doc_0/Document.xml": document(0)}), "damaged", None),
    ("no document", zipped({"OFD.xml": part("OFD", "")}), "damaged", "OFD 文件已损坏：找不到其中的文档或页"),
    ("no page there", located("Pages/Page_9/Content.xml"), "damaged-pages", "OFD 的全部 1 页在文件里找不到，或已损坏"),
    ("a path that leads out", located("../../../etc/passwd"), "damaged-pages", None),
    ("cut off", REPORT[: len(REPORT) // 2], "damaged", None),
    ("a document type", page_part(DOCTYPE), "doctype", None),
    ("a name that leads out", renamed(lambda parts: parts.update({"../a": "x"})), "suspicious", None),
    ("a bomb", renamed(lambda parts: parts.update({"a": b"\0" * (limits.RATIO_COUNTS_FROM + 1)})), "zip-bomb", None),
    (
        "objects within themselves",
        zipped(COMPOSED | {"Doc_0/PublicRes.xml": LOOP}),
        "too-large",
        "OFD 的一页里有超过 500000 个对象，没有读完",
    ),
    (
        "too many pages",
        zipped(parts_of() | {"Doc_0/Document.xml": document(2001)}),
        "too-many-pages",
        "OFD 有 2001 页，超过 2000 页的上限，不像是一份年度报告",
    ),
]


@pytest.mark.parametrize(("data", "code", "message"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_read_says_why(data: bytes, code: str, message: str | None) -> None:
    with pytest.raises(ReportError) as caught:
        read(data, "报告.ofd")
    assert caught.value.code == code
    assert message in (None, caught.value.message)
    assert "docx" not in caught.value.hint and caught.value.hint


def test_pages_that_cannot_be_read_are_named() -> None:
    parts = parts_of(words(TEXT), picture(), words(TEXT))
    del parts["Doc_0/Pages/Page_2/Content.xml"]
    reading = read(zipped(parts), "报告.ofd")
    assert reading.unread == "第 2 页是扫描的图片，没有文字；第 3 页在文件里找不到，或已损坏"


@pytest.mark.parametrize("more", [' Visible="false"', ' Alpha="0"', ' Fill="false"'])
def test_words_that_nobody_sees_are_hidden(more: str) -> None:
    hidden = words(TEXT, y=80, more=more)
    assert texts(read_ofd(ofd(words(TEXT) + hidden)), "hidden") == [TEXT]
    recognised = read_ofd(ofd(picture() + hidden))
    assert (texts(recognised, "paragraph"), [note.code for note in recognised.notes]) == ([TEXT], ["recognised"])


PIECES = [b"<", b">", b"/", b'"', b"ofd:", b"99999999", b"-1e308", b"nan", b"g 999999999 1", b"\x00", b"\xff\xfe", b"L"]


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 2**32))
def test_broken_files_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    parts = parts_of(paragraphs(*LINES[:4]) + path("M 0 0 L 9 0 C"), COMPOSITE + picture("0 0 9 9"))
    for name in chance.choices(sorted(parts), k=chance.randint(0, 3)):
        inside = parts[name] if isinstance(parts[name], bytes) else str(parts[name]).encode()
        broken = bytearray(inside)
        for _ in range(chance.randint(1, 8)):
            at = chance.randrange(len(broken))
            word = chance.choice([*PIECES, chance.randbytes(2)])
            broken[at : at + chance.choice((0, len(word), 30))] = word
        parts[name] = bytes(broken)
    data = bytearray(zipped(parts))
    for _ in range(chance.choice((0, 0, 5))):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        reading = read_ofd(bytes(data))
        assert isinstance(reading, Reading)
    except ReportError as error:
        assert error.hint
