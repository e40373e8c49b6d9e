"""Bytes to blocks: what a file is comes from its bytes, and READERS says who reads it."""

from collections.abc import Callable

from evaluator.document import Reading
from evaluator.errors import ReportError
from evaluator.reading import text
from evaluator.reading.legibility import require_legible

READERS: dict[str, Callable[[bytes], Reading]] = {
    "text": text.read_text,
}

# What the first bytes of a file say it is; the kind is the key in READERS, the words are for the user.
SIGNATURES: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "pdf", "PDF 文件"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", "旧版 Word/WPS 文件（.doc、.wps）或加密的 Office 文件"),
    (b"{\\rtf", "rtf", "RTF 文件"),
    (b"\x89PNG", "image", "PNG 图片"),
    (b"\xff\xd8\xff", "image", "JPEG 图片"),
    (b"GIF8", "image", "GIF 图片"),
    (b"II*\x00", "image", "TIFF 图片"),
    (b"MM\x00*", "image", "TIFF 图片"),
    (b"Rar!", "archive", "RAR 压缩包"),
    (b"7z\xbc\xaf\x27\x1c", "archive", "7z 压缩包"),
    (b"\x1f\x8b", "archive", "GZIP 压缩包"),
    (b"MZ\x90\x00", "program", "Windows 程序"),
    (b"\x7fELF", "program", "Linux 程序"),
)
# A zip is known by what it holds; the names of its entries stand in it uncompressed.
ZIPPED: tuple[tuple[bytes, str, str], ...] = (
    (b"word/document", "docx", "Word 文档（.docx）"),
    (b"OFD.xml", "ofd", "OFD 版式文件"),
    (b"opendocument.text", "odt", "ODF 文档（.odt）"),
    (b"xl/workbook", "xlsx", "Excel 工作簿"),
    (b"ppt/presentation", "pptx", "演示文稿"),
    (b"", "zip", "ZIP 压缩包"),
)
MARKUP: tuple[tuple[bytes, str, str], ...] = (
    (b"<html", "html", "网页（HTML）"),
    (b"<!doctype html", "html", "网页（HTML）"),
    (b"<?xml", "xml", "XML 文件"),
)
HEAD = 1024

SAVE_AS_TEXT = "请在 Word、WPS 或浏览器里打开，另存为纯文本（.txt，编码选 UTF-8）再核查"
HINTS = {
    "image": "图片里的文字读不出来，请找到报告的文字稿再核查",
    "archive": "请先解压，再核查里面的报告",
    "zip": "请先解压，再核查里面的报告；如果本是 Word 文档，文件可能已损坏或下载不完整",
    "program": "这不是文档，请核对文件",
}


def read(data: bytes, name: str) -> Reading:
    """What the bytes hold; `name` is for messages. Raises ReportError when it is no text to be judged."""
    kind, words = sniff(data)
    reader = READERS.get(kind)
    if reader is None:
        start = data[:4].hex(" ").upper()
        message = f"{name or '该文件'}是{words}（开头字节 {start}），目前不能核查"
        raise ReportError("unsupported", message, HINTS.get(kind, SAVE_AS_TEXT))
    return require_legible(reader(data))


def sniff(data: bytes) -> tuple[str, str]:
    """The kind of file, and what it is called in Chinese."""
    for magic, kind, words in SIGNATURES:
        if data.startswith(magic):
            return kind, words
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return next((kind, words) for entry, kind, words in ZIPPED if entry in data)
    head = data[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"<"):
        for opening, kind, words in MARKUP:
            if opening in head:
                return kind, words
    return "text", "纯文本"
