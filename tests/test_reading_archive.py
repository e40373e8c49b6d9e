"""A zip or an XML file that is broken or built to do harm is refused with a reason before it costs much."""

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_BZIP2, ZipFile

import pytest
from worddocuments import docx, p, parts_of, zipped

from evaluator import limits
from evaluator.reading import read
from evaluator.reading.archive import Archive
from evaluator.reading.docx import read_docx
from evaluator.reading.xml import parse
from evaluator.refusal import ReportError

TITLE = p("云岭县水务局2024年法治政府建设年度报告")
SOUND = docx(TITLE)


def refused(data: bytes) -> ReportError:
    with pytest.raises(ReportError) as caught:
        read(data, "报告.docx")
    assert caught.value.hint
    return caught.value


def with_part(name: str, content: str | bytes) -> bytes:
    return zipped(dict[str, str | bytes](parts_of(TITLE)) | {name: content})


def bomb(size: int) -> bytes:
    start = b'<w:document xmlns:w="a"><w:p><w:r><w:t>'
    return with_part("word/document.xml", start + b" " * size)


REAL = zlib.decompressobj


class Counted:
    """zlib's inflater, with a count of all that it ever gave out."""

    total = 0

    def __init__(self, bits: int) -> None:
        self._real = REAL(bits)

    def decompress(self, data: bytes, most: int = 0) -> bytes:
        out = self._real.decompress(data, most)
        Counted.total += len(out)
        return out

    def __getattr__(self, name: str) -> object:
        return getattr(self._real, name)


@pytest.fixture
def inflated(monkeypatch: pytest.MonkeyPatch) -> type[Counted]:
    monkeypatch.setattr("zipfile.zlib.decompressobj", Counted)
    Counted.total = 0
    return Counted


def test_a_bomb_is_refused_without_inflating_a_byte(inflated: type[Counted]) -> None:
    data = bomb(60 * limits.MEBIBYTE)
    assert len(data) < 160_000
    error = refused(data)
    assert (error.code, inflated.total) == ("zip-bomb", 0)
    assert error.message.startswith("文件像是“压缩炸弹”：解压后是原来的 ")


def test_a_bomb_that_lies_about_its_size_inflates_no_more_than_it_claims(inflated: type[Counted]) -> None:
    size = 60 * limits.MEBIBYTE
    data = bomb(size)
    true = ZipFile(BytesIO(data)).getinfo("word/document.xml").file_size
    error = refused(data.replace(struct.pack("<I", true), struct.pack("<I", 1000)))
    assert error.code == "damaged"
    assert inflated.total < 100_000


def test_a_part_larger_than_any_report_is_not_inflated(
    monkeypatch: pytest.MonkeyPatch, inflated: type[Counted]
) -> None:
    monkeypatch.setattr(limits, "MOST_PART", 1000)
    error = refused(with_part("word/document.xml", "x" * 1001))
    assert (error.code, inflated.total < 5000) == ("zip-bomb", True)


def test_all_parts_together(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = Archive(zipped({"a": "x" * 600, "b": "x" * 600}))
    monkeypatch.setattr(archive, "_left", 1000)
    archive.read("a")
    with pytest.raises(ReportError) as caught:
        archive.read("b")
    assert caught.value.message == "文件像是“压缩炸弹”：其中的 b 解压后超过 0 MB，没有读取"


def test_many_pictures_are_no_bomb() -> None:
    assert read_docx(with_part("word/media/image1.bmp", b"\x00" * (15 * limits.MEBIBYTE))).text


def test_too_many_entries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_ENTRIES", 20)
    many = dict[str, str | bytes](parts_of(TITLE)) | {f"word/media/{n}.png": "" for n in range(20)}
    assert refused(zipped(many)).message == "文件像是“压缩炸弹”：里面有超过 20 个文件，没有读取"


def test_an_archive_in_the_archive_is_left_alone(inflated: type[Counted]) -> None:
    inner = bomb(20 * limits.MEBIBYTE)
    read_docx(with_part("word/embeddings/oleObject1.docx", inner))
    assert inflated.total < 20_000


def doubled(name: str) -> bytes:
    buffer = BytesIO(SOUND)
    with pytest.warns(UserWarning), ZipFile(buffer, "a") as archive:
        archive.writestr(name, "<w:document/>")
    return buffer.getvalue()


def test_two_entries_of_one_name() -> None:
    error = refused(doubled("word/document.xml"))
    assert (
        error.message
        == "文件的压缩结构可疑：有两个同名的文件（word/document.xml），不知道以哪个为准，没有读取"
    )
    with ZipFile(buffer := BytesIO(SOUND), "a") as archive:
        archive.writestr("Word/Document.XML", "<w:document/>")
    assert refused(buffer.getvalue()).code == "suspicious"


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "word/..\\..\\a.dll", "C:/a.dll", "\\\\host\\a"]
)
def test_names_that_lead_elsewhere(name: str) -> None:
    assert refused(with_part(name, "x")).code == "suspicious"


@pytest.mark.parametrize("name", ["word/a..b.xml", "word/...", "customXml/item1.xml"])
def test_names_that_do_not(name: str) -> None:
    assert read_docx(with_part(name, "x")).text


def test_truncated() -> None:
    error = refused(SOUND[: len(SOUND) // 2])
    assert error.code == "damaged"
    assert error.message == "文件已损坏或下载不完整：开头是 ZIP 压缩包（50 4B 03 04），但压缩结构不完整"


def test_damaged_in_the_middle() -> None:
    at = SOUND.index(b"word/document.xml") + 40
    assert refused(SOUND[:at] + b"\xff" * 20 + SOUND[at + 20 :]).code == "damaged"


def test_without_a_document() -> None:
    parts = parts_of(TITLE)
    del parts["word/document.xml"]
    assert refused(zipped(parts)).message == "文件已损坏或下载不完整：里面没有正文（document.xml）"


def test_a_zip_that_is_no_document() -> None:
    error = refused(zipped({"报告.txt": "正文"}))
    assert error.message == "这是 ZIP 压缩包（开头字节 50 4B 03 04），目前不能核查"


@pytest.mark.parametrize("name", ["报告.docx", "材料/word/document.xml"])
def test_a_zip_with_a_document_in_it_is_no_document(name: str) -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        archive.writestr(name, SOUND)
        archive.writestr("说明.txt", "正文")
    error = refused(buffer.getvalue())
    assert error.message == "这是 ZIP 压缩包（开头字节 50 4B 03 04），目前不能核查"
    assert error.hint.startswith("请先解压")


def test_an_entry_under_a_password() -> None:
    flagged = bytearray(SOUND)
    for magic, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = 0
        while (start := flagged.find(magic, start)) >= 0:
            flagged[start + at] |= 1
            start += 4
    error = refused(bytes(flagged))
    assert (error.code, error.message) == ("encrypted", "压缩包加了密码，读不出其中的 _rels/.rels")


def test_a_compression_that_office_does_not_use() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_BZIP2) as archive:
        for name, content in parts_of(TITLE).items():
            archive.writestr(name, content)
    assert refused(buffer.getvalue()).code == "damaged"


LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
XML = [
    ("external entity", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
    ("external DTD", '<!DOCTYPE a SYSTEM "http://a.invalid/a.dtd"><a/>'),
    ("billion laughs", f"{LAUGHS}<a>&b;</a>"),
    ("after a comment", f"<?xml version='1.0'?><!-- -->\n{LAUGHS}<a/>"),
]


@pytest.mark.parametrize("text", [row[1] for row in XML], ids=[row[0] for row in XML])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_type_is_refused(text: str, encoding: str) -> None:
    error = refused(with_part("word/document.xml", text.encode(encoding)))
    assert error.code == "doctype"
    assert error.message == "word/document.xml 里有文档类型声明（DOCTYPE），可能是恶意构造的，没有读取"


@pytest.mark.parametrize("part", ["word/_rels/document.xml.rels", "_rels/.rels"])
def test_a_document_type_in_any_part(part: str) -> None:
    assert refused(with_part(part, LAUGHS + "<a/>")).code == "doctype"


@pytest.mark.parametrize(
    "data",
    [b"", b"<a>", b"<a></b>", b"<a>&x;</a>", b"\xff\xfe", b"<?xml version='1.0' encoding='nonsense'?><a/>",
     b"<?xml version='1.0' encoding='cp037'?><a/>", b"<a/>" + b"<b/>", b"text"],
)  # fmt: skip
def test_xml_that_is_none(data: bytes) -> None:
    with pytest.raises(ReportError) as caught:
        parse(data, "正文")
    assert (caught.value.code, caught.value.message) == ("damaged", "文件已损坏：正文 不完整或写法有误")


def test_more_markup_than_any_report_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluator.reading.xml.MOST_MARKUP", 100)
    with pytest.raises(ReportError) as caught:
        parse(b"<a>" + b"<b/>" * 100 + b"</a>", "正文")
    assert caught.value.code == "too-large"


def test_a_stored_document_is_read() -> None:
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts_of(TITLE).items():
            archive.writestr(name, content)
    assert read_docx(buffer.getvalue()) == read_docx(SOUND)
