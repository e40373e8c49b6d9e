"""The parts of an OFD package, found and parsed even where its maker wrote paths, prefixes or encodings wrong."""

import re
from collections.abc import Iterator
from posixpath import dirname, join, normpath
from xml.etree.ElementTree import Element

from evaluator.reading.archive import Archive
from evaluator.reading.xml import parse
from evaluator.refusal import ReportError

AGAIN = "请用 OFD 阅读器打开，确认内容完整后另存为 PDF 或纯文本，或找到 Word、WPS 原稿再核查"
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
TAG = re.compile("<[^<>?!][^<>]*>")
PREFIX = re.compile(r"^<(/?)[^\s<>/=\"':]*:")
OTHER_PREFIX = re.compile(r"(\s)[^\s<>/=\"':]*:(?=[^\s<>/=\"':]+\s*=)")
NAMESPACE = re.compile(r"(?<!\s)\s++xmlns(?::[^\s=]*)?\s*=\s*(?:\"[^\"]*\"|'[^']*')")


class Package:
    """The parts by the paths that other parts give for them."""

    def __init__(self, data: bytes) -> None:
        """Raises ReportError."""
        try:
            self._archive = Archive(data)
        except ReportError as error:
            raise ReportError(error.code, error.message, AGAIN) from None

    def find(self, base: str, location: str) -> str:
        """The part that `location` in the part `base` means, empty where there is none.

        Relative paths begin at the part that gives them; some makers begin all of them at the root.
        """
        path = location.strip().replace("\\", "/")
        begins = ("",) if path.startswith("/") else (dirname(base), "")
        names = (normpath(join(begin, path.lstrip("/"))) for begin in begins) if path else ()
        return next((name for name in names if name in self._archive), "")

    def parse(self, part: str) -> Element:
        """The root of a part that is there. Raises ReportError."""
        try:
            data = self._archive.read(part)
            try:
                return parse(data, part)
            except ReportError as error:
                if error.code != "damaged":
                    raise
                return parse(_mended(data).encode(), part)
        except ReportError as error:
            raise ReportError(error.code, error.message, AGAIN) from None


def children(element: Element | None, *path: str) -> Iterator[Element]:
    """The elements at the end of a path of local names."""
    if element is None:
        return
    name, *rest = path
    for child in element:
        if local(child) == name:
            if rest:
                yield from children(child, *rest)
            else:
                yield child


def local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def text_at(element: Element | None, *path: str) -> str:
    """The text of the first element at the end of a path."""
    return next(((child.text or "").strip() for child in children(element, *path)), "")


def _mended(data: bytes) -> str:
    """In one of the encodings that makers use, whatever is declared; without prefixes, some of which lack."""
    text = ""
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "gb18030"):
        try:
            text = data.decode(encoding)
            break
        except UnicodeDecodeError:
            continue
    return TAG.sub(_without_prefixes, DECLARATION.sub("", text))


def _without_prefixes(tag: re.Match[str]) -> str:
    return OTHER_PREFIX.sub(r"\1", PREFIX.sub(r"<\1", NAMESPACE.sub("", tag.group())))
