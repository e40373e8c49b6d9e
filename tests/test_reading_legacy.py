"""Old formats: read where something can read them, else named with what to install or to do."""

import time
from functools import cache
from pathlib import Path

import draft
import pytest
from offices import converted, needs_office
from worddocuments import docx, element, p, parts_of, run, zipped

from evaluator.document import Reading
from evaluator.reading import doc, office, read
from evaluator.refusal import ReportError

TITLE = "云岭县水务局2024年法治政府建设年度报告"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# How WPS begins a document that LibreOffice begins with nothing.
WPS = bytes.fromhex("0609020000000000c000000000000046")


@cache
def old_word() -> bytes:
    return converted(draft.word(), "docx", "doc")


def refused(data: bytes, name: str = "报告.doc") -> ReportError:
    with pytest.raises(ReportError) as caught:
        read(data, name)
    assert caught.value.hint
    return caught.value


def notes(reading: Reading) -> dict[str, str]:
    return {note.code: note.message for note in reading.notes}


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "program", lambda: None)


@pytest.fixture
def no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doc, "LIBRARY", "no_such_library")


@needs_office
@pytest.mark.usefixtures("no_office")
def test_a_doc_by_the_library() -> None:
    reading = read(old_word(), "报告.doc")
    assert (reading.text, reading.format) == (draft.TEXT.rstrip("\n"), "doc")


@needs_office
@pytest.mark.usefixtures("no_office")
def test_a_wps() -> None:
    data = old_word()
    assert read(data[:8] + WPS + data[24:], "报告.wps").text == draft.TEXT.rstrip("\n")


@needs_office
@pytest.mark.usefixtures("no_library")
def test_a_doc_by_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert read(old_word(), "报告.doc").text == draft.TEXT.rstrip("\n")
    assert list(tmp_path.iterdir()) == []


@needs_office
def test_what_the_library_cannot_read_libreoffice_may(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Reading:
        raise ReportError("unsupported", "Word 95", "")

    monkeypatch.setattr(doc, "confined", refuse)
    assert read(old_word(), "报告.doc").text == draft.TEXT.rstrip("\n")


@needs_office
def test_libreoffice_is_ended_in_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(office, "MOST_SECONDS", 0.2)
    started = time.monotonic()
    with pytest.raises(ReportError) as caught:
        office.read_office(old_word(), "MS Word 97")
    assert (caught.value.code, caught.value.message) == ("too-slow", "LibreOffice 转换了 0.2 秒还没有完成，已经停止")
    assert time.monotonic() - started < 10
    assert list(tmp_path.iterdir()) == []


@needs_office
@pytest.mark.usefixtures("no_library")
def test_what_libreoffice_cannot_open() -> None:
    error = refused(OLE + "WordDocument".encode("utf-16-le"))
    assert (error.code, error.message) == ("damaged", "文件已损坏，LibreOffice 也打不开")


@pytest.mark.usefixtures("no_office", "no_library")
@pytest.mark.parametrize("name", ["报告.doc", "报告.wps"])
def test_nothing_there_that_could_read_it(name: str) -> None:
    error = refused(OLE + "WordDocument".encode("utf-16-le"), name)
    assert error.code == "missing-reader"
    assert error.message == "读旧版 Word、WPS 文档（.doc、.wps）要另装组件，这台机器上没有"
    install = "请在下载的程序文件夹里执行 pip install \".[legacy]\"，或安装 LibreOffice"
    assert error.hint == f"{install}；也可以在 Word 或 WPS 里打开，另存为 .docx 再核查"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<?xml version='1.0'?><uof:UOF xmlns:uof='a'/>", "标文通文档（UOF）"),
        (b"<?xml version='1.0'?><w:wordDocument xmlns:w='a'/>", " Word 2003 的 XML 文档"),
        (b"<?xml version='1.0'?><a/>", " XML 文件"),
    ],
)
def test_markup_that_nothing_reads(data: bytes, words: str) -> None:
    error = refused(data, "报告.xml")
    assert error.message == f"这是{words}（开头字节 3C 3F 78 6D），目前不能核查"


@pytest.mark.usefixtures("no_office")
@pytest.mark.parametrize("data", [OLE, OLE + bytes(4000), OLE + b"\xff" * 4000])
def test_an_ole_file_that_is_broken(data: bytes) -> None:
    error = refused(data + "WordDocument".encode("utf-16-le"))
    assert (error.code, error.message) == ("damaged", "文件已损坏或下载不完整")


@needs_office
@pytest.mark.usefixtures("no_office")
def test_an_older_word_is_named() -> None:
    error = refused(old_word().replace(b"\xec\xa5", b"\xdc\xa5", 1))
    assert error.code == "unsupported"
    assert error.message == "这份旧版文档里有读不懂的内容，可能已损坏，或是 Word 97 以前的版本"


def test_a_document_under_a_password() -> None:
    error = refused(OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le"), "报告.docx")
    assert (error.code, error.message) == (
        "encrypted", "这是加密的 Office 文件（开头字节 D0 CF 11 E0），目前不能核查",
    )  # fmt: skip
    assert error.hint == "请在 Word 或 WPS 里输入密码打开，取消密码（文件 → 信息 → 保护文档）后保存，再核查"


@needs_office
@pytest.mark.usefixtures("no_office")
def test_an_old_document_under_a_password() -> None:
    data = bytearray(old_word())
    start = data.index(b"\xec\xa5")
    data[start + 11] |= 1
    assert refused(bytes(data)).code == "encrypted"


@pytest.mark.parametrize(
    ("stream", "words"),
    [("Workbook", "旧版 Excel 工作簿"), ("PowerPoint Document", "旧版演示文稿"), ("Other", "旧版 Office 文件（OLE）")],
)
def test_an_ole_file_that_is_no_document(stream: str, words: str) -> None:
    error = refused(OLE + stream.encode("utf-16-le"))
    assert error.message == f"这是{words}（开头字节 D0 CF 11 E0），目前不能核查"


def flat_opc(parts: dict[str, str]) -> bytes:
    written = "".join(
        f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{content}</pkg:xmlData></pkg:part>'
        for name, content in parts.items()
        if name != "[Content_Types].xml"
    )
    space = "http://schemas.microsoft.com/office/2006/xmlPackage"
    head = '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
    return f'{head}<pkg:package xmlns:pkg="{space}">{written}</pkg:package>'.encode()


def test_flat_opc() -> None:
    note = element("w:footnotes", f'<w:footnote w:id="2">{p("脚注的文字")}</w:footnote>')
    parts = parts_of(p(TITLE) + p("正文", '<w:r><w:footnoteReference w:id="2"/></w:r>'), footnotes=note)
    reading = read(flat_opc(parts), "报告.xml")
    assert (reading.text, reading.format) == (f"{TITLE}\n正文\n脚注的文字", "docx")


def test_flat_opc_without_a_document() -> None:
    assert refused(flat_opc({"word/styles.xml": "<a/>"}), "报告.xml").code == "damaged"


RTF = r"{\rtf1\ansi" + "".join(rf"\u{ord(c) - 65536 if ord(c) > 32767 else ord(c)}?" for c in TITLE) + "}"
ODF = (
    '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    f"<text:p>{TITLE}</text:p></office:text></office:body></office:document>"
)
INSIDE = [
    ("text", TITLE.encode(), "纯文本"),
    ("GBK text", TITLE.encode("gbk"), "纯文本"),
    ("RTF", RTF.encode("ascii"), " RTF 文件"),
    ("ODF", ODF.encode(), " ODF 的 XML 文档（.fodt）"),
    ("Flat OPC", flat_opc(parts_of(p(TITLE))), ""),
]


@pytest.mark.parametrize(("data", "words"), [row[1:] for row in INSIDE], ids=[row[0] for row in INSIDE])
def test_whatever_a_docx_really_is(data: bytes, words: str) -> None:
    reading = read(data, "报告.docx")
    assert reading.text == TITLE
    said = {"wrong-suffix": f"扩展名是 .docx，内容其实是{words}，已按内容读取"}
    assert notes(reading) == (said if words else {})


@needs_office
def test_a_doc_called_docx() -> None:
    words = "旧版 Word 文档（.doc）"
    assert notes(read(old_word(), "报告.docx"))["wrong-suffix"] == f"扩展名是 .docx，内容其实是{words}，已按内容读取"


def test_macros_in_a_document_called_docx() -> None:
    reading = read(docx(p(TITLE, run("。")), parts={"word/vbaProject.bin": "x"}), "报告.docx")
    assert notes(reading) == {"macros": "文档带有宏，没有运行"}


@pytest.mark.parametrize(
    ("stream", "form"),
    [
        (b"\xec\xa5\xc1\x00", "MS Word 97"),
        (b"\xdc\xa5\x68\x00", "MS Word 95"),
        (b"\xdc\xa5\x65\x00", "MS WinWord 6.0"),
        (b"", "MS Word 97"),
    ],
)
def test_which_word_it_was(stream: bytes, form: str) -> None:
    assert doc._form(OLE + bytes(1528) + stream) == form


def test_a_zipped_uof_is_named() -> None:
    error = refused(zipped({"uof.xml": "", "content.xml": ""}), "报告.uof")
    assert error.message == "这是标文通文档（UOF）（开头字节 50 4B 03 04），目前不能核查"
