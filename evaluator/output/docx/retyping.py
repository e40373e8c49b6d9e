"""A new Word document from the text of a report in another format: its paragraphs, with headings as understood."""

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.sax.saxutils import escape

from checklist.records import record
from evaluator.document import Document
from evaluator.output.docx.packaging import zipped_anew
from evaluator.output.docx.scanning import is_solid

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TITLE = "Title"
# What no XML may hold; blanks and control characters are no words, and never come here.
ILLEGAL = re.compile("[\ud800-\udfff\ufffe\uffff]")
BLANK = re.compile("[^ \u00a0\u3000]")
DEEPEST = 4
# GB/T 9704: margins, 28 to 22 lines a page, 三号 characters (16 pt) indented by two; sizes are in half points.
PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
    '<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/>'
    "</w:sectPr>"
)
STYLE = (
    '<w:style w:type="paragraph" {} w:styleId="{}"><w:name w:val="{}"/>{}<w:pPr><w:spacing w:line="560" '
    'w:lineRule="exact"/>{}</w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
    'w:eastAsia="{}"/><w:sz w:val="{}"/><w:szCs w:val="{}"/></w:rPr></w:style>'
)
INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
BASED = '<w:basedOn w:val="Normal"/>'
FONTS = ("黑体", "楷体", "仿宋", "仿宋")


@record
class Retyped:
    """`origins` are the offsets into the text as read of the words of the document, character by character."""

    data: bytes
    origins: tuple[int, ...]


def retyped(document: Document) -> Retyped:
    paragraphs: list[str] = []
    origins: list[int] = []
    styles = _styles_of(document)
    for start, end in _lines(document.plain.text):
        words, at = _words(document, start, end)
        paragraphs.append(_paragraph(words, styles.get(start, "")))
        origins += at
    body = f'<w:document xmlns:w="{W}"><w:body>{"".join(paragraphs)}{PAGE}</w:body></w:document>'
    return Retyped(zipped_anew(body, _styles()), tuple(origins))


def _lines(plain: str) -> Iterator[tuple[int, int]]:
    ends = [-1, *(at for at, character in enumerate(plain) if character == "\n")]
    return ((before + 1, end) for before, end in pairwise(ends))


def _words(document: Document, start: int, end: int) -> tuple[str, list[int]]:
    """A paragraph as it was written, without the line breaks that only its width made."""
    text = document.reading.text
    at = [document.plain.original(offset) for offset in range(start, end)]
    at = [offset for offset in at if is_solid(text[offset]) and not ILLEGAL.match(text[offset])]
    if not at:
        return "", []
    gaps = (_gap(text, before, after) for before, after in pairwise(at))
    return text[at[0]] + "".join(gap + text[offset] for gap, offset in zip(gaps, at[1:], strict=True)), at


def _gap(text: str, before: int, after: int) -> str:
    """The blanks between two characters; a line break stands for one between words of letters only."""
    between = text[before + 1 : after]
    if "\n" in between or "\r" in between:
        return " " if text[before].isascii() and text[after].isascii() else ""
    return BLANK.sub("", between.replace("\t", " "))


def _paragraph(words: str, style: str) -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f'<w:p>{properties}<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r></w:p>'


def _styles_of(document: Document) -> dict[int, str]:
    """The style of each paragraph that is a heading or the title, by where it begins in the plain text."""
    headings = (section for section in document.sections[1:] if not section.run_in)
    styles = {section.start: f"Heading{min(section.level, DEEPEST)}" for section in headings}
    first, last = document.metadata.title_span or (0, 0)
    return styles | {start: TITLE for start, _ in _lines(document.plain.text) if first <= start < last}


def _styles() -> str:
    normal = STYLE.format('w:default="1"', "Normal", "Normal", "", INDENT, "仿宋", 32, 32)
    centred = '<w:ind w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="center"/>'
    title = STYLE.format("", TITLE, "Title", BASED, centred, "宋体", 44, 44)
    headings = (
        STYLE.format(
            "",
            f"Heading{level}",
            f"heading {level}",
            BASED,
            f'{INDENT}<w:outlineLvl w:val="{level - 1}"/>',
            font,
            32,
            32,
        )
        for level, font in enumerate(FONTS, 1)
    )
    return f'<w:styles xmlns:w="{W}">{normal}{title}{"".join(headings)}</w:styles>'
