"""Bytes to blocks: what a file is comes from its bytes, and READERS says who reads it."""

from dataclasses import replace
from pathlib import PurePath

from evaluator.document import Note, Reading
from evaluator.reading import text
from evaluator.reading.finding import Reader, reader
from evaluator.reading.legibility import require_legible
from evaluator.reading.sniffing import sniff
from evaluator.refusal import ReportError


def _guarded(name: str) -> Reader:
    """The reader of that name, in a child process where there is much to read."""

    def read_guarded(data: bytes) -> Reading:
        from evaluator.reading.guarding import guarded

        return guarded(name, data)

    return read_guarded


def _confined(name: str) -> Reader:
    """Always in a child process, for formats whose libraries may never come back."""

    def read_confined(data: bytes) -> Reading:
        from evaluator.reading.confined import confined

        return confined(name, data)

    return read_confined


READERS: dict[str, Reader] = {
    "text": text.read_text,
    "docx": _guarded("docx"),
    "odt": _guarded("odt"),
    "rtf": _guarded("rtf"),
    "doc": lambda data: reader("doc")(data),
    "html": _guarded("html"),
    "pdf": _confined("pdf"),
    "ofd": _confined("ofd"),
}
# What a name promises, and what is looked for below a folder. A named file may be called anything.
SUFFIXES = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".markdown": "text",
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".dotm": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".fodt": "odt",
    ".rtf": "rtf",
    ".doc": "doc",
    ".dot": "doc",
    ".wps": "doc",
    ".wpt": "doc",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".shtml": "html",
    ".mhtml": "html",
    ".mht": "html",
    ".pdf": "pdf",
    ".ofd": "ofd",
}

SAVE_AS_TEXT = "请在 Word、WPS 或浏览器里打开，另存为纯文本（.txt，编码选 UTF-8）再核查"
HINTS = {
    "encrypted": "请在 Word 或 WPS 里输入密码打开，取消密码（文件 → 信息 → 保护文档）后保存，再核查",
    "image": "图片里的文字读不出来，请找到报告的文字稿再核查",
    "archive": "请先解压，再核查里面的报告",
    "zip": "请先解压，再核查里面的报告；如果本是 Word 文档，文件可能已损坏或下载不完整",
    "program": "这不是文档，请核对文件",
}
# What a report may come in and cannot be read from, by the name alone: below a folder such files are not opened.
UNREAD = {
    **dict.fromkeys((".uof", ".uot", ".xml", ".xlsx", ".xls", ".et", ".pptx", ".ppt", ".dps"), SAVE_AS_TEXT),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".tif", ".tiff", ".bmp"), HINTS["image"]),
    **dict.fromkeys((".zip", ".rar", ".7z", ".gz"), HINTS["archive"]),
}


def read(data: bytes, name: str) -> Reading:
    """What the bytes hold; `name` is for messages. Raises ReportError when it is no text to be judged."""
    kind, words = sniff(data)
    read_kind = READERS.get(kind)
    if read_kind is None:
        start = data[:4].hex(" ").upper()
        message = f"这是{_apart(words)}（开头字节 {start}），目前不能核查"
        code = "encrypted" if kind == "encrypted" else "unsupported"
        raise ReportError(code, message, HINTS.get(kind, SAVE_AS_TEXT))
    return require_legible(_named_rightly(read_kind(data), kind, words, name))


def _named_rightly(reading: Reading, kind: str, words: str, name: str) -> Reading:
    """With a note where the suffix promises another format than the bytes are."""
    suffix = PurePath(name).suffix.lower()
    if SUFFIXES.get(suffix, kind) == kind:
        return reading
    note = Note("wrong-suffix", f"扩展名是 {suffix}，内容其实是{_apart(words)}，已按内容读取")
    return replace(reading, notes=(*reading.notes, note))


def _apart(words: str) -> str:
    """With the blank that stands between Chinese and a Latin word."""
    return f" {words}" if words[:1].isascii() else words
