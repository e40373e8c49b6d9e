"""Footnotes: the small lines at the foot of a page, which are no part of the paragraph that goes on overleaf."""

import re
from collections.abc import Sequence
from statistics import median

from evaluator.typesetting.sheet import Line
from evaluator.typesetting.tables import Table

MARK = re.compile(r"[\[〔(（]?(?:\d{1,2}|[①-⑳]|\*{1,3}|注)[\]〕)）]?")
# Of the size of the text: notes are no larger. Of the lines of a page: most are text.
SMALL, MOST = 0.87, 0.5


def parted(lines: Sequence[Line]) -> tuple[list[Line], list[Table]]:
    """The text of a page and its footnotes, these as a table of one note each."""
    if not lines:
        return [], []
    size = median(line.size for line in lines for _ in line.text)
    first = len(lines)
    while first and lines[first - 1].size <= SMALL * size:
        first -= 1
    while first < len(lines) and not MARK.match(lines[first].text):
        first += 1
    if first == len(lines) or first < MOST * len(lines):
        return list(lines), []
    return list(lines[:first]), [_notes(lines[first:], lines)]


def _notes(lines: Sequence[Line], page: Sequence[Line]) -> Table:
    notes: list[list[Line]] = []
    for line in lines:
        if not notes or MARK.match(line.text):
            notes.append([])
        notes[-1].append(line)
    left, right = min(line.left for line in page), max(line.right for line in page)
    cells = tuple(map(tuple, notes))
    return Table(cells, left, right, lines[0].baseline, lines[-1].baseline, lines[0].page, "note")
