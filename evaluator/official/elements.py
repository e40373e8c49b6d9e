"""The parts of an official paper as elements of a Word document."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import cache
from typing import Any
from unicodedata import category

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from evaluator.masking import cover
from evaluator.official.form import LEAD, STYLES
from evaluator.official.parts import Line, Part, Table
from evaluator.official.styling import fonts

_BREAKS = re.compile(r"(?<![ \t\u3000])[ \t\u3000]*+[\r\n\u2028\u2029\x0b\x0c\x85][\s\u3000]*|\t")
_UNSEEN = ("Cc", "Cf", "Cs")
_NO_CHARACTERS = "\ufffe\uffff"
_TWIPS = 1440 / 25.4  # to a millimetre
_PLAIN = '<w:rFonts w:hint="eastAsia"/>'
_PAGE = (
    '<w:t xml:space="preserve">— </w:t>',
    '<w:fldChar w:fldCharType="begin"/>',
    '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
    '<w:fldChar w:fldCharType="separate"/>',
    "<w:t>1</w:t>",
    '<w:fldChar w:fldCharType="end"/>',
    '<w:t xml:space="preserve"> —</w:t>',
)


def plain(text: str) -> str:
    """The text on one line, without what steers a program or hides; personal numbers covered."""
    shown = (c for c in _BREAKS.sub(" ", text) if category(c) not in _UNSEEN and c not in _NO_CHARACTERS)
    return cover("".join(shown))


def element(part: Part) -> Any:
    return _table(part) if isinstance(part, Table) else paragraph(part)


def paragraph(line: Line) -> Any:
    made = _made("p", f'<w:pPr><w:pStyle w:val="{STYLES[line.style].id}"/></w:pPr>')
    if line.lead:
        made.append(_run(line.lead, fonts(LEAD)))
    if line.text:
        made.append(_run(line.text, _PLAIN))
    if line.second:
        made.append(_made("r", "<w:br/>"))
        made.append(_run(line.second, _PLAIN))
    return made


def page_number() -> Iterator[Any]:
    """— 1 —, counted by the program that shows it."""
    yield from (_made("r", f"<w:rPr>{_PLAIN}</w:rPr>{content}") for content in _PAGE)


def _run(text: str, properties: str) -> Any:
    """The text is set, never parsed: nothing in it becomes markup or a field."""
    run = _made("r", f'<w:rPr>{properties}</w:rPr><w:t xml:space="preserve"/>')
    run[-1].text = plain(text)
    return run


def _table(table: Table) -> Any:
    """Rows are not divided by a page, the heads are repeated on each."""
    widths = [round(width * _TWIPS) for width in table.widths]
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    made = _made(
        "tbl",
        f'<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>',
    )
    made.append(_row(table.heads, widths, "head"))
    for row in table.rows:
        made.append(_row(row, widths, "cell"))
    return made


def _row(texts: Sequence[str], widths: Sequence[int], style: str) -> Any:
    row = _made("tr", f"<w:trPr><w:cantSplit/>{'<w:tblHeader/>' if style == 'head' else ''}</w:trPr>")
    for text, width in zip(texts, widths, strict=True):
        cell = _made("tc", f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>')
        cell.append(paragraph(Line(text, style)))
        row.append(cell)
    return row


def _made(name: str, content: str) -> Any:
    return deepcopy(_parsed(name, content))


@cache
def _parsed(name: str, content: str) -> Any:
    """There are a few dozen different ones; to copy one costs a tenth of parsing it."""
    return parse_xml(f"<w:{name} {nsdecls('w')}>{content}</w:{name}>")
