"""Official papers as a reader of Word sees them: the text of paragraphs and tables, and the pages of the print."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pypdfium2 as pdfium
from docx import Document
from docx.table import Table
from offices import converted


def opened(data: bytes) -> Any:
    return Document(BytesIO(data))


def shown(data: bytes) -> str:
    """Paragraphs with their styles and tables with bars between their cells, in the order of the document."""
    return "".join(line + "\n" for line in _lines(opened(data)))


def rows(data: bytes) -> list[list[list[str]]]:
    """The tables, each as its rows."""
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in opened(data).tables]


def pages(data: bytes) -> list[str]:
    """The text of each page as LibreOffice prints it."""
    document = pdfium.PdfDocument(converted(data, "docx", "pdf"))
    return [page.get_textpage().get_text_bounded().strip() for page in document]


def _lines(document: Any) -> Iterator[str]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from (" | ".join(cell.text for cell in row.cells) for row in part.rows)
        else:
            yield f"[{part.style.name}] {part.text}"
