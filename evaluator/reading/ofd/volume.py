"""A document in an OFD package: which pages it has, and what these share."""

from collections.abc import Mapping, Sequence
from xml.etree.ElementTree import Element

from checklist.records import record
from evaluator.reading.ofd.numbers import NO_BOX, Box, box_of
from evaluator.reading.ofd.package import Package, children, text_at
from evaluator.refusal import ReportError

A4: Box = (0.0, 0.0, 210.0, 297.0)


@record
class Volume:
    """`pages` are parts, empty where one cannot be found; `box` is the size of pages that give none."""

    box: Box
    pages: Sequence[str]
    templates: Mapping[str, str]
    units: Mapping[str, Element]


def volume_of(package: Package, part: str) -> Volume:
    """Raises ReportError."""
    root = package.parse(part)
    templates = {
        template.get("ID", ""): package.find(part, template.get("BaseLoc", ""))
        for template in children(root, "CommonData", "TemplatePage")
    }
    pages = [package.find(part, page.get("BaseLoc", "")) for page in children(root, "Pages", "Page")]
    return Volume(
        _box(text_at(root, "CommonData", "PageArea", "PhysicalBox"), A4), pages, templates, _units(package, part, root)
    )


def contents(package: Package, volume: Volume, page: str) -> tuple[Box, list[Element]]:
    """The size of a page, and what is drawn on it: its templates and itself. Raises ReportError."""
    root = package.parse(page)
    named = [volume.templates.get(template.get("TemplateID", ""), "") for template in children(root, "Template")]
    box = _box(text_at(root, "Area", "PhysicalBox"), volume.box)
    return box, [*(package.parse(part) for part in named if part), root]


def _box(given: str, otherwise: Box) -> Box:
    box = box_of(given)
    return box if box != NO_BOX and box[2] > 0 and box[3] > 0 else otherwise


def _units(package: Package, part: str, root: Element) -> dict[str, Element]:
    """The drawings that pages use by their number."""
    found: dict[str, Element] = {}
    for name in ("PublicRes", "DocumentRes"):
        for resource in children(root, "CommonData", name):
            place = package.find(part, resource.text or "")
            try:
                units = children(
                    package.parse(place) if place else None, "CompositeGraphicUnits", "CompositeGraphicUnit"
                )
                found.update((unit.get("ID", ""), unit) for unit in units)
            except ReportError:
                continue  # fonts and colours, which the words can do without
    return found
