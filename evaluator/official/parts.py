"""What an official paper is made of, whatever it is written as: lines of a style, and tables."""

from collections.abc import Sequence

from checklist.records import record


@record
class Line:
    """One paragraph; `style` is a name in form.STYLES, `lead` stands in front of the text in the font of headings.

    `second` goes on in a new line: a title must not be broken within a word.
    """

    text: str
    style: str = "body"
    lead: str = ""
    second: str = ""


@record
class Table:
    """`widths` are in millimetres and fill the 156 of the text area; rows are in the order of the heads."""

    heads: Sequence[str]
    widths: Sequence[float]
    rows: Sequence[Sequence[str]]


Part = Line | Table
