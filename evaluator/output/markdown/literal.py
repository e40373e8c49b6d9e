"""Words of a report within Markdown: shown as they are, never as markup, a link, or a name that is called."""

import html
import re
from collections.abc import Iterable, Sequence

from evaluator import quotation
from evaluator.console.layout import visible
from evaluator.presenting.telling import shortened

LONGEST_QUOTE = 120
_MARKS = re.compile(r"[\\`*_\[\]|~$]")
# A forge makes links of these by itself, escaped or not: @name #12 !12 ~label www.… http://… a@b. An invisible blank
# parts them, as the bots of the forges do.
_CALLS = re.compile(
    r"""@|(?:[#!~$%]|&amp;)(?=[0-9A-Za-z"])|\bGH-(?=\d)|:(?=//)|(?:www|mailto|xmpp)(?=[.:])""", re.IGNORECASE
)
_PARTED = "&#8203;"


def literal(text: str) -> str:
    """The text on one line; for a place within a line or a cell, not for the beginning of a line."""
    escaped = html.escape(_MARKS.sub(r"\\\g<0>", visible(text).strip()), quote=False)
    return _CALLS.sub(lambda call: call.group() + _PARTED, escaped)


def quoted(text: str) -> str:
    return literal(quotation.quoted(shortened(text.strip(), LONGEST_QUOTE)))


def table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Rows of cells that are Markdown already."""
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def folded(title: str, content: str) -> str:
    """Content that opens at a click; the title is the program's own."""
    return f"<details><summary>{title}</summary>\n\n{content}\n\n</details>"
