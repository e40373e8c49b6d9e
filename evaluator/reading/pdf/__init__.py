"""PDF by way of PDFium: its pages become sheets, these a text; pages without readable words are named."""

from collections.abc import Iterator
from typing import Any

from evaluator.document import Note, Reading
from evaluator.extras import installing
from evaluator.limits import MOST_PAGES
from evaluator.refusal import ReportError
from evaluator.typesetting.composing import compose
from evaluator.typesetting.sheet import Sheet
from evaluator.typesetting.unread import require_size, unread
from evaluator.typesetting.visible import settled

try:
    import pypdfium2 as pdfium
except ImportError:  # it is an extra
    pdfium = None

SAVE_AGAIN = "请用 PDF 阅读器打开，确认内容完整后另存，或找到 Word、WPS 原稿再核查"


def read_pdf(data: bytes) -> Reading:
    """The text with its pages. Raises ReportError when no page has words that can be read."""
    if pdfium is None:
        hint = f"{installing('pdf')}；或者用原来的程序另存为 .docx 或 .txt 再核查"
        raise ReportError("missing-extra", "要安装 pypdfium2 才能读 PDF", hint)
    document = _open(data)
    sheets = list(require_size(_sheets(document)))
    lost, notes = unread(sheets, "PDF")
    text, blocks = compose(sheets)
    return Reading(text, blocks, "pdf", (*notes, *_more(document)), lost)


def _open(data: bytes) -> Any:
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        raise _refusal(error.err_code) from None
    if len(document) > MOST_PAGES:
        message = f"PDF 有 {len(document)} 页，超过 {MOST_PAGES} 页的上限，不像是一份年度报告"
        raise ReportError("too-many-pages", message, "请把报告所在的页另存为单独的 PDF 再核查")
    if not len(document):
        raise ReportError("damaged", "PDF 里一页也没有", SAVE_AGAIN)
    return document


def _refusal(code: int | None) -> ReportError:
    if code == pdfium.raw.FPDF_ERR_PASSWORD:
        hint = "请用密码打开，另存为不加密的文件再核查"
        return ReportError("encrypted", "PDF 有打开密码，读不出内容", hint)
    if code == pdfium.raw.FPDF_ERR_SECURITY:
        hint = "请找到没有加密的文件再核查"
        return ReportError("encrypted", "PDF 用不支持的方式加密，读不出内容", hint)
    return ReportError("damaged", "PDF 文件已损坏或下载不完整，打不开", SAVE_AGAIN)


def _sheets(document: Any) -> Iterator[Sheet]:
    from evaluator.reading.pdf.page import sheet_of

    for index in range(len(document)):
        try:
            page = document[index]
            yield settled(sheet_of(page, index + 1))
            page.close()
        except pdfium.PdfiumError:
            yield Sheet(index + 1, 0.0, 0.0, (), absent=True)


def _more(document: Any) -> Iterator[Note]:
    """What a PDF can hold besides its pages."""
    if attached := document.count_attachments():
        yield Note("attachments", f"PDF 里附有 {attached} 个文件，没有读；报告如果在附件里，请单独核查")
