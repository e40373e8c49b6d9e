"""What a file is, by its bytes: names lie, first bytes and the names inside an archive seldom do."""

import re

# The kind is the key in READERS, the words are for the user.
Signature = tuple[bytes, str, str]

SIGNATURES: tuple[Signature, ...] = (
    (b"%PDF", "pdf", "PDF 文件"),
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
ZIP = (b"PK\x03\x04", b"PK\x05\x06")
# A zip is known by the names of its entries, and by the type that OpenDocument puts first, uncompressed.
ZIPPED: tuple[Signature, ...] = (
    (b"word/", "docx", "Word 文档（.docx）"),
    (b"OFD.xml", "ofd", "OFD 版式文件"),
    (b"uof.xml", "uof", "标文通文档（UOF）"),
    (b"opendocument.text", "odt", "ODF 文档（.odt）"),
    (b"content.xml", "odt", "ODF 文档"),
    (b"xl/workbook", "xlsx", "Excel 工作簿"),
    (b"ppt/presentation", "pptx", "演示文稿"),
    (b"", "zip", "ZIP 压缩包"),
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The names of the streams of an OLE file stand in its directory as UTF-16.
STREAMS: tuple[tuple[str, str, str], ...] = (
    ("EncryptedPackage", "encrypted", "加密的 Office 文件"),
    ("WordDocument", "doc", "旧版 Word 文档（.doc）"),
    ("Workbook", "xls", "旧版 Excel 工作簿"),
    ("PowerPoint Document", "ppt", "旧版演示文稿"),
    ("", "ole", "旧版 Office 文件（OLE）"),
)
MARKUP: tuple[Signature, ...] = (
    (b"<pkg:package", "docx", "Word 的 XML 文档（Flat OPC）"),
    # Named only: LibreOffice, which opens them, loses headings of the one and revisions of the other.
    (b"<uof:uof", "uof", "标文通文档（UOF）"),
    (b"<w:worddocument", "word-2003", "Word 2003 的 XML 文档"),
    (b"<office:document", "odt", "ODF 的 XML 文档（.fodt）"),
    (b"<html", "html", "网页（HTML）"),
    (b"<!doctype html", "html", "网页（HTML）"),
    (b"<?xml", "xml", "XML 文件"),
    # Parts of pages, as crawlers keep them.
    *(
        (opening, "html", "网页（HTML）")
        for opening in (b"<head", b"<body", b"<meta", b"<title", b"<table", b"<div", b"<p")
    ),
)
# A page saved with its pictures as one file.
MHTML = b"multipart/related"
MAIL = re.compile(rb"[a-z][a-z-]*:")
UTF_16 = (b"\xff\xfe", b"\xfe\xff")
HEAD = 1024
TYPE, TYPED = b"mimetype", 128


def sniff(data: bytes) -> tuple[str, str]:
    """The kind of file, and what it is called in Chinese."""
    for magic, kind, words in SIGNATURES:
        if data.startswith(magic):
            return kind, words
    if data.startswith(ZIP):
        return _zipped(data)
    if data.startswith(OLE):
        return next((kind, words) for name, kind, words in STREAMS if name.encode("utf-16-le") in data)
    head = data[:HEAD].decode("utf-16", "ignore").encode() if data.startswith(UTF_16) else data[:HEAD]
    head = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(b"%pdf-"):
        return "pdf", "PDF 文件"
    if MHTML in head and MAIL.match(head):
        return "html", "网页（MHTML）"
    if head.startswith(b"<"):
        for opening, kind, words in MARKUP:
            if opening in head:
                return kind, words
    return "text", "纯文本"


def _zipped(data: bytes) -> tuple[str, str]:
    """By the names at its root; in a damaged zip, whose names cannot be listed, by whatever stands in it."""
    from evaluator.reading.archive import names_in

    names = names_in(data)
    if not names:
        return next((kind, words) for entry, kind, words in ZIPPED if entry in data)
    told = data[:TYPED] if names[0] == TYPE.decode() else b""
    return next(
        (kind, words)
        for entry, kind, words in ZIPPED
        if entry in told or any(name.startswith(entry.decode().lower()) for name in names)
    )
