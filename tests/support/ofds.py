"""OFD files for tests, written part by part."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

NAMESPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
BOX = "0 0 210 297"
SIZE, LEFT, TOP, STEP, ACROSS, ROWS = 5.6, 28.0, 40.0, 10.0, 27, 22
WORD = re.compile(r"[（(《“‘]*(?:[A-Za-z0-9.%]+|.)[，。、；：？！）)》”’%]*")


def part(name: str, inside: str, more: str = "") -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<ofd:{name} {NAMESPACE}{more}>{inside}</ofd:{name}>'


def words(text: str, x: float = LEFT, y: float = TOP, size: float = SIZE, more: str = "") -> str:
    """A text object; its characters follow each other by their widths."""
    steps = " ".join(f"{size if ord(char) > 255 else size / 2}" for char in text[:-1])
    code = f'<ofd:TextCode X="0" Y="{size}" DeltaX="{steps}">{escape(text)}</ofd:TextCode>'
    box = f"{x} {y - size} {len(text) * size} {size * 1.4}"
    return f'<ofd:TextObject ID="9" Boundary="{box}" Font="1" Size="{size}"{more}>{code}</ofd:TextObject>'


def paragraphs(*texts: str, top: float = TOP) -> str:
    """Texts set one below the other, the first line of each two characters in."""
    return _page([row for text in texts for row in _rows(text)], top)


def pages(texts: Iterable[str]) -> list[str]:
    """The same over as many pages as they need."""
    rows = [row for text in texts for row in _rows(text)]
    return [_page(rows[at : at + ROWS], TOP) for at in range(0, len(rows), ROWS)]


def _page(rows: Sequence[tuple[str, float]], top: float) -> str:
    return "".join(words(row, LEFT + indent, top + i * STEP) for i, (row, indent) in enumerate(rows))


def _rows(text: str) -> Iterator[tuple[str, float]]:
    """Lines and their indents; no line begins with a mark or parts a number."""
    row, used, indent = "", 0.0, 2.0
    for word in WORD.findall(text):
        width = sum(1 if ord(char) > 255 else 0.5 for char in word)
        if row and indent + used + width > ACROSS:
            yield row, indent * SIZE
            row, used, indent = "", 0.0, 0.0
        row += word
        used += width
    yield row, indent * SIZE


def path(data: str, more: str = "") -> str:
    return (
        f'<ofd:PathObject ID="8" Boundary="0 0 210 297" LineWidth="0.3"{more}>'
        f"<ofd:AbbreviatedData>{data}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def picture(box: str = BOX) -> str:
    return f'<ofd:ImageObject ID="7" Boundary="{box}" CTM="210 0 0 297 0 0" ResourceID="3"/>'


def content(inside: str, more: str = "") -> str:
    layer = f'<ofd:Content><ofd:Layer ID="2">{inside}</ofd:Layer></ofd:Content>'
    return part("Page", more + layer)


def document(count: int, common: str = "", places: Sequence[str] = ()) -> str:
    named = places or [f"Pages/Page_{i}/Content.xml" for i in range(count)]
    pages = "".join(f'<ofd:Page ID="{i + 1}" BaseLoc="{place}"/>' for i, place in enumerate(named))
    area = f"<ofd:PageArea><ofd:PhysicalBox>{BOX}</ofd:PhysicalBox></ofd:PageArea>"
    return part("Document", f"<ofd:CommonData>{area}{common}</ofd:CommonData><ofd:Pages>{pages}</ofd:Pages>")


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as file:
        for name, inside in parts.items():
            file.writestr(name, inside)
    return out.getvalue()


def parts_of(*pages: str, common: str = "") -> dict[str, str | bytes]:
    """The parts of a document with these pages."""
    root = "<ofd:DocBody><ofd:DocInfo/><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody>"
    parts: dict[str, str | bytes] = {
        "OFD.xml": part("OFD", root, ' Version="1.0" DocType="OFD"'),
        "Doc_0/Document.xml": document(len(pages), common),
    }
    for i, page in enumerate(pages):
        parts[f"Doc_0/Pages/Page_{i}/Content.xml"] = page if page.startswith("<?xml") else content(page)
    return parts


def ofd(*pages: str, common: str = "") -> bytes:
    return zipped(parts_of(*pages, common=common))
