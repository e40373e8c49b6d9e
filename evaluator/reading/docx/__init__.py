"""Word documents (.docx, .docm, .dotx, Flat OPC) read as Word shows them once all revisions are accepted."""

from functools import cache
from xml.etree.ElementTree import Element

from evaluator.document import Reading
from evaluator.reading.archive import Archive
from evaluator.reading.composing import Composition
from evaluator.reading.docx.body import Body
from evaluator.reading.docx.inline import Inline
from evaluator.reading.docx.lists import numbering
from evaluator.reading.docx.names import W
from evaluator.reading.docx.package import Package, flat, zipped
from evaluator.reading.docx.related import Related
from evaluator.reading.docx.styles import Styles
from evaluator.reading.measures import points
from evaluator.reading.tally import Tally
from evaluator.reading.xml import parse
from evaluator.refusal import ReportError

A4 = 595.3 * 841.9
RENDERED = f".//{W}lastRenderedPageBreak"


def read_docx(data: bytes) -> Reading:
    """Raises ReportError."""
    try:
        return read_package(zipped(Archive(data)) if data.startswith(b"PK") else flat(parse(data, "文档")))
    except RecursionError:
        hint = "请在 Word 或 WPS 里打开，另存为新的 .docx 再核查"
        raise ReportError("suspicious", "文档内容一层套一层，套得太深，没有读完", hint) from None


def read_package(package: Package) -> Reading:
    """Raises ReportError."""
    name = package.document()
    root = package.part(name)
    assert root is not None, name
    tally = Tally()
    related = Related(package, package.relations(name), tally)
    composition = Composition()
    body = _body(root, composition, related)
    body.read(root)
    body.inline.page = None
    for kind in ("header", "footer"):
        for part in related.all(kind):
            body.read(part, "header")
    related.look_outside()
    return composition.reading("docx", tally)


def _body(root: Element, composition: Composition, related: Related) -> Body:
    styles = Styles(lambda: related.first("styles"))
    # Only Word says where its pages begin, and only in documents that it has laid out.
    page = None if root.find(RENDERED) is None else 1
    return Body(
        composition,
        Inline(related.tally, styles, page),
        styles,
        cache(lambda: numbering(related.first("numbering"))),
        related,
        _page_area(root),
    )


def _page_area(root: Element) -> float:
    """In square points, that of the last section."""
    *_, size = (Element(""), *root.iter(f"{W}pgSz"))
    width, height = (points(size.get(f"{W}{side}", ""), unit=1 / 20) for side in ("w", "h"))
    return width * height if width and height else A4
