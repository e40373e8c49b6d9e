"""OpenDocument texts (.odt, .ott, .fodt) read as a word processor shows them, deletions gone."""

from xml.etree.ElementTree import Element

from evaluator.document import Reading
from evaluator.reading.archive import Archive
from evaluator.reading.composing import Composition
from evaluator.reading.measures import points
from evaluator.reading.numbering import Numbering
from evaluator.reading.odt.body import A4, Body
from evaluator.reading.odt.inline import Inline
from evaluator.reading.odt.names import MANIFEST, OFFICE, STYLE, TEXT
from evaluator.reading.odt.styles import lists, styles
from evaluator.reading.tally import Tally
from evaluator.reading.xml import parse
from evaluator.refusal import ReportError

CONTENT, STYLES, ENTRIES = "content.xml", "styles.xml", "META-INF/manifest.xml"
HEADERS = ("header", "header-left", "header-first", "footer", "footer-left", "footer-first")
PAGE = f"{STYLE}page-layout-properties"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"


def read_odt(data: bytes) -> Reading:
    """Raises ReportError."""
    tally = Tally()
    try:
        roots = _zipped(Archive(data), tally) if data.startswith(b"PK") else [parse(data, "文档")]
        return _read(roots, tally)
    except RecursionError:
        hint = "请用 WPS 或 LibreOffice 打开，另存为 .docx 再核查"
        raise ReportError("suspicious", "文档内容一层套一层，套得太深，没有读完", hint) from None


def _zipped(archive: Archive, tally: Tally) -> list[Element]:
    if ENTRIES in archive:
        manifest = parse(archive.read(ENTRIES), ENTRIES)
        if next(manifest.iter(f"{MANIFEST}encryption-data"), None) is not None:
            hint = "请用 WPS 或 LibreOffice 打开，去掉密码后再核查"
            raise ReportError("encrypted", "文档加了密码，读不出来", hint)
    if CONTENT not in archive:
        hint = "请重新下载或复制；能打开的，另存为 .docx 再核查"
        raise ReportError("damaged", "文件已损坏或下载不完整：里面没有正文（content.xml）", hint)
    tally.macros = any(name.startswith(("basic/", "scripts/")) for name in archive)
    return [parse(archive.read(name), name) for name in (CONTENT, STYLES) if name in archive]


def _read(roots: list[Element], tally: Tally) -> Reading:
    text = roots[0].find(f".//{OFFICE}text")
    if text is None:
        hint = "只能核查文字文档；表格和演示文稿请把报告全文另存为 .docx 再核查"
        raise ReportError("unsupported", "这份 ODF 文件不是文字文档", hint)
    paged = next(text.iter(f"{TEXT}soft-page-break"), None) is not None
    composition = Composition()
    inline = Inline(tally, styles(roots), 1 if paged else None)
    body = Body(composition, inline, Numbering(lists(roots)), _page_area(roots))
    body.read(text)
    inline.page = None
    for root in roots:
        for master in root.iter(f"{STYLE}master-page"):
            for header in (part for name in HEADERS for part in master.findall(f"{STYLE}{name}")):
                body.read(header, "header")
    return composition.reading("odt", tally)


def _page_area(roots: list[Element]) -> float:
    for layout in (layout for root in roots for layout in root.iter(PAGE)):
        width, height = (points(layout.get(f"{FO}page-{side}", ""), unit=1) for side in ("width", "height"))
        if width and height:
            return width * height
    return A4
