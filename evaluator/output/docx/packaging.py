"""A Word file with some of its parts exchanged: the others keep their bytes, their order and how they were packed."""

import posixpath
import re
import shutil
from collections.abc import Callable, Collection, Mapping
from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from checklist.errors import UserError
from evaluator.output.docx.markup import Child, as_utf8, edited, in_encoding, top, with_children
from evaluator.reading.archive import FAULTS

TYPES_PART = "[Content_Types].xml"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NO_RELATIONS = f'{HEAD}<Relationships xmlns="{RELATIONS}"/>'.encode()
PREFIX = "application/vnd.openxmlformats-officedocument.wordprocessingml."
MAIN_TYPE, COMMENTS_TYPE = f"{PREFIX}document.main+xml", f"{PREFIX}comments+xml"


def repacked(data: bytes, changed: Mapping[str, bytes], dropped: Collection[str]) -> bytes:
    """The zip with parts changed, added or left out, by their names; names are compared without regard to case."""
    buffer = BytesIO()
    try:
        with ZipFile(BytesIO(data)) as source, ZipFile(buffer, "w") as target:
            _repack(source, target, changed, {name.lower() for name in dropped})
    except FAULTS as fault:
        raise UserError(
            "没有写出批注稿：原件里有损坏的部分（如图片），复制不了",
            "请在 Word 或 WPS 里打开原件，另存为新的 .docx 再核查",
        ) from fault
    return buffer.getvalue()


def _repack(source: ZipFile, target: ZipFile, changed: Mapping[str, bytes], gone: Collection[str]) -> None:
    new = {name.lower(): part for name, part in changed.items()}
    for entry in source.infolist():
        name = entry.filename.replace("\\", "/").lower()
        if name in new:
            target.writestr(_like(entry), new.pop(name))
        elif name not in gone:
            with source.open(entry) as old, target.open(_like(entry), "w") as copy:
                shutil.copyfileobj(old, copy)
    for name in changed:
        if name.lower() in new:
            target.writestr(ZipInfo(name), new[name.lower()], ZIP_DEFLATED)


def zipped_anew(document: str, styles: str) -> bytes:
    """A Word file of a document part and its styles."""
    xml = "application/xml"
    overrides = {"/word/document.xml": MAIN_TYPE, "/word/styles.xml": f"{PREFIX}styles+xml"}
    types = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items())
    rels = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    parts = {
        TYPES_PART: f'<Types xmlns="{TYPES}">{rels}<Default Extension="xml" ContentType="{xml}"/>{types}</Types>',
        "_rels/.rels": _one_relation(f"{OFFICE}/officeDocument", "word/document.xml"),
        "word/document.xml": document,
        "word/_rels/document.xml.rels": _one_relation(f"{OFFICE}/styles", "styles.xml"),
        "word/styles.xml": styles,
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w") as target:
        for name, part in parts.items():
            target.writestr(ZipInfo(name), HEAD + part, ZIP_DEFLATED)
    return buffer.getvalue()


def _one_relation(kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{kind}" Target="{target}"/></Relationships>'
    )


def _like(entry: ZipInfo) -> ZipInfo:
    """The same entry to be packed again; sizes and sums are counted anew."""
    made = ZipInfo(entry.filename, entry.date_time)
    made.compress_type = entry.compress_type
    made.external_attr = entry.external_attr
    made.create_system = entry.create_system
    return made


def relations_of(name: str) -> str:
    """The name of the part that says what the part of that name refers to."""
    folder, file = posixpath.split(name)
    return posixpath.join(folder, "_rels", f"{file}.rels")


def with_types(part: bytes, main: str, comments: str, dropped: Collection[str]) -> bytes:
    """Content types of a plain .docx with comments, without those of the parts left out."""
    gone = {f"/{name}".lower() for name in dropped}

    def renewed(child: Child, written: bytes) -> bytes:
        name = child.attributes.get("PartName", "").lower()
        if name in gone:
            return b""
        return _as_type(child, written, MAIN_TYPE) if name == f"/{main}".lower() else written

    known = {child.attributes.get("PartName", "").lower() for child in top(as_utf8(part)[0]).children}
    new = f"<Override PartName={quoteattr('/' + comments)} ContentType={quoteattr(COMMENTS_TYPE)}/>"
    return _renewed(part, TYPES, renewed, "" if f"/{comments}".lower() in known else new)


def with_relation(part: bytes, kind: str, target: str, dropped: Collection[str]) -> bytes:
    """Relations with one more of that kind, unless `kind` is empty, and without those of the ids left out."""
    ids = {child.attributes.get("Id", "") for child in top(as_utf8(part)[0]).children}
    free = next(name for number in range(1, len(ids) + 2) if (name := f"rId{number}") not in ids)
    new = f"<Relationship Id={quoteattr(free)} Type={quoteattr(kind)} Target={quoteattr(target)}/>" if kind else ""
    return _renewed(part, RELATIONS, lambda child, old: b"" if child.attributes.get("Id") in dropped else old, new)


def _renewed(part: bytes, space: str, renew: Callable[[Child, bytes], bytes], new: str) -> bytes:
    utf8, encoding = as_utf8(part)
    edits = [(c.start, c.end, renew(c, utf8[c.start : c.end])) for c in top(utf8).children]
    kept = edited(utf8, edits)
    root = top(kept)
    if root.spaces.get("") != space:
        new = re.sub(r"^<\w+", rf'\g<0> xmlns="{space}"', new)
    return in_encoding(with_children(kept, root, new.encode("utf-8")) if new else kept, encoding)


def _as_type(child: Child, written: bytes, kind: str) -> bytes:
    """Of a document with macros or a template: Word opens no .docx that says it is something else."""
    return written.replace(child.attributes.get("ContentType", "").encode("utf-8"), kind.encode("utf-8"))
