"""PDF files for tests: set by reportlab with fonts that need no file, or written out by hand where they must be odd."""

from collections.abc import Callable, Sequence
from io import BytesIO

from PIL import Image
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Table

SONG = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(SONG))
WIDTH, HEIGHT = A4
MARGIN = 80
Drawing = Callable[[Canvas], None]
STYLE = ParagraphStyle(
    "body", fontName=SONG, fontSize=16, leading=28, wordWrap="CJK", firstLineIndent=32, alignment=TA_JUSTIFY
)
TITLE = ParagraphStyle("title", STYLE, fontSize=22, leading=34, firstLineIndent=0, alignment=TA_CENTER)
GRID = [("GRID", (0, 0), (-1, -1), 0.5, "black"), ("FONT", (0, 0), (-1, -1), SONG, 12)]


def drawn(*pages: Drawing, password: str = "", owner: str = "") -> bytes:
    """One page for each drawing."""
    from reportlab.lib.pdfencrypt import StandardEncryption

    out = BytesIO()
    encrypt = StandardEncryption(password, owner or None) if password or owner else None
    canvas = Canvas(out, pagesize=A4, encrypt=encrypt, invariant=1)
    for page in pages:
        canvas.setFont(SONG, 16)
        page(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def report(
    lines: Sequence[str | Sequence[Sequence[str]]],
    *,
    columns: int = 1,
    height: float = HEIGHT - 2 * MARGIN,
    style: ParagraphStyle = STYLE,
    edges: Callable[[Canvas, int], None] | None = None,
) -> bytes:
    """Lines set as paragraphs, the first as the title; a sequence of rows is a table with lines round its cells."""
    out = BytesIO()
    title = TITLE if columns == 1 else ParagraphStyle("head", style, firstLineIndent=0, alignment=TA_CENTER)
    template = BaseDocTemplate(out, pagesize=A4, invariant=1)
    width = (WIDTH - 2 * MARGIN - 24 * (columns - 1)) / columns
    frames = [Frame(MARGIN + i * (width + 24), MARGIN, width, height, 0, 0, 0, 0) for i in range(columns)]

    def on_page(canvas: Canvas, document: BaseDocTemplate) -> None:
        if edges:
            canvas.setFont(SONG, 12)
            edges(canvas, document.page)

    template.addPageTemplates([PageTemplate("all", frames, onPage=on_page)])
    template.build([_flowable(line, style if i else title, width) for i, line in enumerate(lines)])
    return out.getvalue()


def _flowable(line: str | Sequence[Sequence[str]], style: ParagraphStyle, width: float) -> Flowable:
    if not isinstance(line, str):
        return Table(line, style=GRID)
    paragraph = Paragraph(line, style)
    paragraph.wrap(width, HEIGHT)
    # Where no Chinese font is installed, a character on a line of its own is not read (test_reading_pdf.py).
    last = paragraph.blPara.lines[-1:]
    parts = [part for line in last for part in (line[1] if isinstance(line, tuple) else line.words)]
    if len("".join(part if isinstance(part, str) else part.text for part in parts)) == 1:
        return _flowable(line, ParagraphStyle("smaller", style, fontSize=style.fontSize - 0.5), width)
    return paragraph


def text(*lines: str, top: float = HEIGHT - 100, left: float = MARGIN, leading: float = 28) -> Drawing:
    """Lines one below the other."""

    def draw(canvas: Canvas) -> None:
        for i, line in enumerate(lines):
            canvas.drawString(left, top - i * leading, line)

    return draw


def picture(x: float = 0, y: float = 0, width: float = WIDTH, height: float = HEIGHT) -> Drawing:
    """A picture, the size of the page unless said otherwise."""

    def draw(canvas: Canvas) -> None:
        canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), x, y, width, height)

    return draw


def both(*drawings: Drawing) -> Drawing:
    def draw(canvas: Canvas) -> None:
        for drawing in drawings:
            drawing(canvas)

    return draw


def by_hand(*objects: str, root: int = 1) -> bytes:
    """A file of these objects, numbered from 1."""
    out = b"%PDF-1.7\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    end = f"trailer\n<< /Size {len(objects) + 1} /Root {root} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{end}".encode()


def one_page(font: str, content: str, *more: str) -> bytes:
    """A page with a font that is object 5, its content stream object 4; further objects from 6."""
    return by_hand(
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        font,
        *more,
    )
