"""An XML part as bytes that are cut and pasted: what is not ours stays as it was written, prefixes and all."""

import re
from collections.abc import Iterable
from xml.parsers import expat

from checklist.records import record

Edit = tuple[int, int, bytes]

TAG = re.compile(rb"<[^>\"']*(?:(?:\"[^\"]*\"|'[^']*')[^>\"']*)*>")
DECLARED = re.compile(rb"\s*<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")
# What a part in UTF-16 begins with: a byte order mark, or "<" in two bytes.
WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"<\x00": "utf-16-le", b"\x00<": "utf-16-be"}


@record
class Child:
    """An element right below the root, with its bytes; names are as expat gives them, `uri}local`."""

    name: str
    attributes: dict[str, str]
    start: int
    end: int


@record
class Top:
    """A part's root: the namespaces it declares by prefix, and its children."""

    spaces: dict[str, str]
    start: int
    children: tuple[Child, ...]


def as_utf8(part: bytes) -> tuple[bytes, str]:
    """The part in UTF-8, and its own encoding, to which `part.decode("utf-8").encode(encoding)` leads back."""
    declared = DECLARED.match(part)
    encoding = WIDE.get(part[:2]) or (declared[1].decode() if declared else "utf-8")
    return part.decode(encoding).encode("utf-8"), encoding


def in_encoding(utf8: bytes, encoding: str) -> bytes:
    """What an encoding lacks is written by its number."""
    return utf8.decode("utf-8").encode(encoding, "xmlcharrefreplace")


def parser() -> "expat.XMLParserType":
    """One that tells of every piece of text where in UTF-8 it stands."""
    made = expat.ParserCreate("utf-8", namespace_separator="}")
    made.buffer_text = False
    return made


def tag_end(utf8: bytes, at: int) -> int:
    """Where the tag that begins there ends; a value may have > in it."""
    found = TAG.match(utf8, at)
    assert found, utf8[at : at + 80]
    return found.end()


def element_end(utf8: bytes, opened: int, at: int) -> int:
    """Where an element ends of which the start tag ends at `opened`, and expat says `at` of its end."""
    return opened if utf8[opened - 2 : opened] == b"/>" else utf8.index(b">", at) + 1


def edited(utf8: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with spans of them exchanged; spans do not overlap."""
    parts, at = [], 0
    for start, end, new in sorted(edits):
        assert start >= at, (start, at)
        parts += [utf8[at:start], new]
        at = end
    return b"".join([*parts, utf8[at:]])


def top(utf8: bytes) -> Top:
    spaces: dict[str, str] = {}
    begun: list[tuple[str, dict[str, str], int]] = []
    children: list[Child] = []
    roots: list[int] = []
    reader = parser()

    def declare(prefix: str | None, uri: str) -> None:
        if not begun:
            spaces[prefix or ""] = uri

    def begin(name: str, attributes: dict[str, str]) -> None:
        begun.append((name, attributes, reader.CurrentByteIndex))
        if len(begun) == 1:
            roots.append(reader.CurrentByteIndex)

    def end(_name: str) -> None:
        name, attributes, start = begun.pop()
        if len(begun) == 1:
            last = element_end(utf8, tag_end(utf8, start), reader.CurrentByteIndex)
            children.append(Child(name, attributes, start, last))

    reader.StartNamespaceDeclHandler = declare
    reader.StartElementHandler = begin
    reader.EndElementHandler = end
    reader.Parse(utf8, True)
    return Top(spaces, roots[0], tuple(children))


def with_children(utf8: bytes, root: Top, new: bytes) -> bytes:
    """The part with more children below its root, behind the others."""
    opened = tag_end(utf8, root.start)
    if utf8[opened - 2 : opened] == b"/>":
        name = re.split(rb"[\s/]", utf8[root.start + 1 : opened], maxsplit=1)[0]
        return utf8[: opened - 2] + b">" + new + b"</" + name + b">" + utf8[opened:]
    at = utf8.rindex(b"</")
    return utf8[:at] + new + utf8[at:]
