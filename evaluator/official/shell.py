"""The Word document round an official paper: its page, the numbers at its foot, who wrote it and when."""

from datetime import date, datetime
from typing import Any

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from evaluator.official.blank import blank
from evaluator.official.elements import page_number
from evaluator.run import NAME


def shell(title: str, day: date) -> Any:
    """A document of python-docx without text."""
    document = Document(blank())
    facts = document.core_properties
    facts.title, facts.author, facts.last_modified_by = title, NAME, NAME
    facts.created = facts.modified = datetime(day.year, day.month, day.day)
    section = document.sections[0]
    _number(section.footer, "right")
    _number(section.even_page_footer, "left")
    return document


def _number(footer: Any, side: str) -> None:
    """At the outer side, one character from the edge."""
    footer.is_linked_to_previous = False
    line = footer.paragraphs[0]._p
    properties = line.get_or_add_pPr()
    inset = f'<w:ind {nsdecls("w")} w:firstLineChars="0" w:firstLine="0" w:{side}Chars="100" w:{side}="280"/>'
    properties.append(parse_xml(inset))
    properties.append(parse_xml(f'<w:jc {nsdecls("w")} w:val="{side}"/>'))
    line.extend(page_number())
