"""An empty Word document in official form: the few parts that it needs, and nothing else."""

from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from evaluator.official.form import BOTTOM, FOOTER, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from evaluator.official.styling import font_table, styles

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = ("styles", "settings", "fontTable")
_TWIPS = 1440 / 25.4  # to a millimetre
# Left and right pages carry their number outside; marks are not squeezed; 15 is what Word and WPS write today.
_SETTINGS = (
    '<w:evenAndOddHeaders/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting '
    'w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)


def blank() -> BytesIO:
    """The document as a file."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        for name, content in _parts():
            package.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + content)
    file.seek(0)
    return file


def _parts() -> Iterator[tuple[str, str]]:
    yield "[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types">{"".join(_types())}</Types>'
    yield "_rels/.rels", _relations(("officeDocument", "word/document.xml"))
    yield "word/_rels/document.xml.rels", _relations(*((name, f"{name}.xml") for name in _RELATED))
    yield "word/document.xml", _element("document", f"<w:body>{_page()}</w:body>")
    yield "word/styles.xml", _element("styles", styles())
    yield "word/settings.xml", _element("settings", _SETTINGS)
    yield "word/fontTable.xml", _element("fonts", font_table())


def _types() -> Iterator[str]:
    kind = "application/vnd.openxmlformats-package.relationships+xml"
    yield f'<Default Extension="rels" ContentType="{kind}"/>'
    for name, kind in (("document", "document.main"), *((name, name) for name in _RELATED)):
        yield f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'


def _relations(*targets: tuple[str, str]) -> str:
    rows = (f'<Relationship Id="rId{kind}" Type="{_R}/{kind}" Target="{target}"/>' for kind, target in targets)
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def _element(name: str, content: str) -> str:
    return f'<w:{name} xmlns:w="{_W}" xmlns:r="{_R}">{content}</w:{name}>'


def _page() -> str:
    top, bottom, left, right, footer, width, height = (
        round(length * _TWIPS) for length in (TOP, BOTTOM, LEFT, RIGHT, FOOTER, PAGE_WIDTH, PAGE_HEIGHT)
    )
    return (
        f'<w:sectPr><w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" '
        f'w:left="{left}" w:header="850" w:footer="{footer}" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>'
    )
