"""An official paper packed into a Word document part by part; several in one file each begin on a page 1.

What is added is written into the package at once and not kept: as a tree, 5,000 opinions would take 4 GB.
"""

from collections.abc import Iterable, Iterator
from copy import deepcopy
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.oxml.ns import qn
from lxml.etree import tostring

from evaluator.official.elements import element, paragraph
from evaluator.official.parts import Line, Part
from evaluator.official.shell import shell

_BODY = "word/document.xml"
_SECTION = b"<w:sectPr"


class Paper:
    def __init__(self, title: str, day: date) -> None:
        document = shell(title, day)
        self._section: Any = document.sections[0]._sectPr
        self._file = BytesIO()
        self._package = ZipFile(self._file, "w")
        head = b""
        for name, content in _parts(document):
            if name == _BODY:
                head, _, _ = content.partition(_SECTION)
            else:
                self._package.writestr(_entry(name), content)
        self._body = self._package.open(_entry(_BODY), "w")
        self._body.write(head)

    def add(self, parts: Iterable[Part]) -> None:
        for part in parts:
            self._body.write(tostring(element(part)))

    def next_paper(self) -> None:
        """What follows begins on a new page with the number 1; the footers go on."""
        last = paragraph(Line("", "end"))
        last.find(qn("w:pPr")).append(deepcopy(self._section))
        self._body.write(tostring(last))
        for reference in self._section.findall(qn("w:footerReference")):
            self._section.remove(reference)

    def finish(self) -> bytes:
        """The document; nothing can be added to it."""
        self._body.write(tostring(self._section) + b"</w:body></w:document>")
        self._body.close()
        self._package.close()
        return self._file.getvalue()


def _parts(document: Any) -> Iterator[tuple[str, bytes]]:
    written = BytesIO()
    document.save(written)
    with ZipFile(written) as package:
        for name in package.namelist():
            yield name, package.read(name)


def _entry(name: str) -> ZipInfo:
    """Of the first moment that a zip file knows: what is written twice is the same bytes."""
    entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
    entry.compress_type = ZIP_DEFLATED
    return entry
