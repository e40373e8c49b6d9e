"""OFD (GB/T 33190), the national format of finished pages: read part by part, without any library."""

from collections.abc import Iterator

from evaluator.document import Reading
from evaluator.limits import MOST_PAGES
from evaluator.reading.ofd.package import AGAIN, Package, children, text_at
from evaluator.reading.ofd.page import sheet_of
from evaluator.reading.ofd.volume import Volume, contents, volume_of
from evaluator.refusal import ReportError
from evaluator.typesetting.composing import compose
from evaluator.typesetting.sheet import Sheet
from evaluator.typesetting.unread import require_size, unread
from evaluator.typesetting.visible import settled


def read_ofd(data: bytes) -> Reading:
    """The text with its pages. Raises ReportError when no page has words that can be read."""
    package = Package(data)
    volumes = [volume_of(package, part) for part in _documents(package)]
    count = sum(len(volume.pages) for volume in volumes)
    if not count:
        raise ReportError("damaged", "OFD 文件已损坏：找不到其中的文档或页", AGAIN)
    if count > MOST_PAGES:
        message = f"OFD 有 {count} 页，超过 {MOST_PAGES} 页的上限，不像是一份年度报告"
        raise ReportError("too-many-pages", message, "请把报告所在的页另存为单独的文件再核查")
    sheets = list(require_size(_sheets(package, volumes)))
    lost, notes = unread(sheets, "OFD")
    text, blocks = compose(sheets)
    return Reading(text, blocks, "ofd", notes, lost)


def _documents(package: Package) -> list[str]:
    part = package.find("", "OFD.xml")
    bodies = children(package.parse(part), "DocBody") if part else ()
    places = [package.find(part, text_at(body, "DocRoot")) for body in bodies]
    return [place for place in places if place]


def _sheets(package: Package, volumes: list[Volume]) -> Iterator[Sheet]:
    pages = ((volume, page) for volume in volumes for page in volume.pages)
    for number, (volume, page) in enumerate(pages, 1):
        try:
            box, drawn = contents(package, volume, page) if page else (volume.box, [])
        except ReportError as error:
            if error.code != "damaged":
                raise
            drawn = []
        if drawn:
            yield settled(sheet_of(number, box, drawn, volume.units))
        else:
            yield Sheet(number, *volume.box[2:], (), absent=True)
