"""XML from strangers: no document type, so no entities, nothing fetched; its size bounded before parsing."""

from xml.etree.ElementTree import Element, ParseError, XMLParser

from evaluator.limits import MOST_MARKUP
from evaluator.refusal import ReportError

# Every encoding that expat accepts writes these in one of three ways: like ASCII, or as UTF-16.
DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("ascii", "utf-16-le", "utf-16-be"))


def parse(data: bytes, part: str) -> Element:
    """The root element; `part` is for messages. Raises ReportError."""
    if any(mark in data for mark in DOCTYPES):
        raise ReportError(
            "doctype",
            f"{part} 里有文档类型声明（DOCTYPE），可能是恶意构造的，没有读取",
            "正常的 Office 文档没有这种声明；请在 Word 或 WPS 里打开，确认无误后另存为新的 .docx 再核查",
        )
    if data.count(b"<") + data.count(b"=") > MOST_MARKUP:
        hint = "请确认是否为单份报告；在 Word 或 WPS 里打开，另存为新的 .docx 再核查"
        raise ReportError("too-large", f"{part} 里的标记超过 {MOST_MARKUP} 个，没有读取", hint)
    parser = XMLParser()
    try:
        parser.feed(data)
        root: Element = parser.close()
    except (ParseError, ValueError, LookupError) as fault:
        hint = "请在 Word 或 WPS 里打开（可用“打开并修复”），另存为新的 .docx 再核查"
        raise ReportError("damaged", f"文件已损坏：{part} 不完整或写法有误", hint) from fault
    return root
