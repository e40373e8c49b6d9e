"""An official paper growing part by part into a Word document; several in one file each begin on a page 1."""

from collections.abc import Iterable
from copy import deepcopy
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from evaluator.official.blank import blank
from evaluator.official.elements import element, page_number, paragraph
from evaluator.official.parts import Line, Part
from evaluator.run import NAME

# The first moment that a zip file knows: what is written twice is the same bytes.
_BEGINNING = (1980, 1, 1, 0, 0, 0)


class Paper:
    def __init__(self, title: str, day: date) -> None:
        self._document = Document(blank())
        # Everything is put in front of it. python-docx would look for it each time, from the first page on.
        self._section: Any = self._document.sections[0]._sectPr
        self._name(title, day)
        self._number()

    def add(self, parts: Iterable[Part]) -> None:
        for part in parts:
            self._section.addprevious(element(part))

    def next_paper(self) -> None:
        """What follows begins on a new page with the number 1; the footers go on."""
        last = paragraph(Line("", "end"))
        last.find(qn("w:pPr")).append(deepcopy(self._section))
        self._section.addprevious(last)
        for reference in self._section.findall(qn("w:footerReference")):
            self._section.remove(reference)

    def save(self) -> bytes:
        written, file = BytesIO(), BytesIO()
        self._document.save(written)
        with ZipFile(written) as old, ZipFile(file, "w") as new:
            for entry in old.infolist():
                new.writestr(ZipInfo(entry.filename, _BEGINNING), old.read(entry), ZIP_DEFLATED)
        return file.getvalue()

    def _name(self, title: str, day: date) -> None:
        facts = self._document.core_properties
        facts.title, facts.author, facts.last_modified_by = title, NAME, NAME
        facts.created = facts.modified = datetime(day.year, day.month, day.day)

    def _number(self) -> None:
        """At the outer side, one character from the edge."""
        section = self._document.sections[0]
        for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
            footer.is_linked_to_previous = False
            line = footer.paragraphs[0]._p
            properties = line.get_or_add_pPr()
            inset = f'<w:ind {nsdecls("w")} w:firstLineChars="0" w:firstLine="0" w:{side}Chars="100" w:{side}="280"/>'
            properties.append(parse_xml(inset))
            properties.append(parse_xml(f'<w:jc {nsdecls("w")} w:val="{side}"/>'))
            line.extend(page_number())
