"""Word documents made of raw XML, so that a test shows all that matters of the file it reads."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "dgm": "http://schemas.openxmlformats.org/drawingml/2006/diagram",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
SPACES = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
OFFICE_DOCUMENT = f"{R}/officeDocument"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
CONTENT_TYPES = (
    f'<Types xmlns="{TYPES}"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN_TYPE}"/></Types>'
)
PAGE = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(
    *content: str, style: str = "", number: tuple[int, int] | None = None, mark: str = "", more: str = ""
) -> str:
    """A paragraph of runs and other inline XML; plain text becomes a run."""
    properties = f'<w:pStyle w:val="{style}"/>' if style else ""
    if number:
        properties += f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>'
    properties += more + (f"<w:rPr>{mark}</w:rPr>" if mark else "")
    inline = "".join(c if c.startswith("<") else run(c) for c in content)
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{inline}</w:p>"


def picture(width: int, height: int) -> str:
    """In millimetres; a page has 210 by 297."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="{width * 36000}" cy="{height * 36000}"/><a:graphic>'
        "<a:graphicData><pic:pic/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def element(name: str, content: str) -> str:
    return f"<{name} {SPACES}>{content}</{name}>"


def relations(**targets: str) -> str:
    """`footnotes="footnotes.xml"`: the relation rIdfootnotes of that kind; `image="http…"` is external."""
    rows = []
    for name, target in targets.items():
        kind = name.partition("_")[0]
        mode = ' TargetMode="External"' if "://" in target else ""
        rows.append(f'<Relationship Id="rId{name}" Type="{R}/{kind}" Target="{target}"{mode}/>')
    return f'<Relationships xmlns="{RELS}">{"".join(rows)}</Relationships>'


def parts_of(body: str, parts: Mapping[str, str] | None = None, **related: str) -> dict[str, str]:
    """The parts of a document; `footnotes=XML` adds that part and the relation to it."""
    files = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": relations(officeDocument="word/document.xml"),
        "word/document.xml": element("w:document", f"<w:body>{body}{PAGE}</w:body>"),
    }
    targets = {}
    for name, content in related.items():
        if not content.startswith("<"):
            targets[name] = content
        else:
            targets[name] = f"{name}.xml"
            files[f"word/{name}.xml"] = content
    files["word/_rels/document.xml.rels"] = relations(**targets)
    return files | dict(parts or {})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """The same bytes for the same parts: entries bear no date."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return buffer.getvalue()


def docx(body: str, parts: Mapping[str, str] | None = None, **related: str) -> bytes:
    return zipped(parts_of(body, parts, **related))
