"""The parts of a Word document and what refers to what; nothing outside the file is ever looked at."""

import posixpath
from collections.abc import Callable, Collection
from xml.etree.ElementTree import Element

from checklist.records import record
from evaluator.reading.archive import XML_PARTS, Archive
from evaluator.reading.docx.names import PACKAGE, RELATIONSHIPS, STRICT
from evaluator.reading.xml import parse
from evaluator.refusal import ReportError

STYLE, END_OF_STYLE = b"<w:style ", b"</w:style>"
LATENT, END_OF_LATENT = b"<w:latentStyles", b"</w:latentStyles>"
USUAL_DOCUMENT = "word/document.xml"


@record
class Relation:
    """Something that a part refers to: its kind (footnotes, header, image …), and where it is."""

    kind: str
    target: str
    external: bool


@record
class Package:
    names: Collection[str]
    load: Callable[[str], Element]

    def part(self, name: str) -> Element | None:
        """The root of an XML part, None where there is no such part. Raises ReportError."""
        return _transitional(self.load(name)) if self._holds(name) else None

    def _holds(self, name: str) -> bool:
        """Whether there is an XML part of that name; nothing else is ever unpacked."""
        return name.lower().endswith(XML_PARTS) and name in self.names

    def relations(self, name: str) -> dict[str, Relation]:
        """What the part of that name refers to, by id; the package itself is the part without a name."""
        folder, file = posixpath.split(name)
        root = self.part(posixpath.join(folder, "_rels", f"{file}.rels"))
        if root is None:
            return {}
        found = (_relation(element, folder) for element in root.iter(f"{RELATIONSHIPS}Relationship"))
        return dict(found)

    def document(self) -> str:
        """The name of the main part. Raises ReportError."""
        for relation in self.relations("").values():
            if relation.kind == "officeDocument" and self._holds(relation.target):
                return relation.target
        if USUAL_DOCUMENT in self.names:
            return USUAL_DOCUMENT
        hint = "请重新下载或复制；能在 Word 或 WPS 里打开的，另存为新的 .docx 再核查"
        raise ReportError("damaged", "文件已损坏或下载不完整：里面没有正文（document.xml）", hint)


def zipped(archive: Archive) -> Package:
    """A .docx, .docm or .dotx."""
    return Package(archive, lambda name: parse(_lean(archive.read(name)), name))


def _lean(part: bytes) -> bytes:
    """Without the styles of tables, which are most of many documents (400 KB of 450) and say nothing here."""
    if STYLE not in part:
        return part
    head, *styles = part.split(STYLE)
    latent, end = head.find(LATENT), head.find(END_OF_LATENT)
    if 0 <= latent < end:
        head = head[:latent] + head[end + len(END_OF_LATENT) :]
    return head + b"".join(map(_without_table, styles))


def _without_table(style: bytes) -> bytes:
    if b'"table"' in style[: style.find(b">")]:
        return style[style.find(END_OF_STYLE) + len(END_OF_STYLE) :]
    return STYLE + style


def flat(root: Element) -> Package:
    """Flat OPC: all parts in one XML file."""
    parts: dict[str, Element] = {}
    for part in root.iter(f"{PACKAGE}part"):
        content = part.find(f"{PACKAGE}xmlData")
        if content is not None and len(content):
            parts[part.get(f"{PACKAGE}name", "").lstrip("/")] = content[0]
    return Package(parts, parts.__getitem__)


def _relation(element: Element, folder: str) -> tuple[str, Relation]:
    target = element.get("Target", "")
    external = element.get("TargetMode") == "External"
    if not external:
        target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    kind = element.get("Type", "").rpartition("/")[2]
    return element.get("Id", ""), Relation(kind, target, external)


def _transitional(root: Element) -> Element:
    """The same with the usual namespaces where it uses those of Strict OOXML."""
    if not root.tag.startswith("{http://purl.oclc.org/ooxml/"):
        return root
    for element in root.iter():
        element.tag = usual_name(element.tag)
        for name in [name for name in element.attrib if name.startswith("{http://purl")]:
            element.set(usual_name(name), element.attrib.pop(name))
    return root


def usual_name(name: str) -> str:
    """The name of an element or attribute in the usual namespaces."""
    space, mark, local = name.rpartition("}")
    return STRICT.get(space + mark, space + mark) + local
