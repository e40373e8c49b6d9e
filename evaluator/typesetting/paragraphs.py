"""Lines to paragraphs: a line goes on in the next when it is full and the next one is not set in."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from checklist.folding import fold
from evaluator.headings import numbered
from evaluator.typesetting.columns import Region
from evaluator.typesetting.rows import whole
from evaluator.typesetting.sheet import Line
from evaluator.typesetting.tables import Table

# In Han characters: less is no indent, no room left on a line, no difference between two margins.
INDENT = 0.8
SLACK = 0.3
SAME_MARGIN = 0.5
# Lines of other sizes, or further apart than usual, are other paragraphs.
SAME_SIZE = 1.12
FAR = 1.45
# So many lines make a margin, or this share of them in a region of many.
FEWEST, SHARE = 2, 0.12
# A column is hardly ever wider than its longest line by more than this: shorter lines never fill it.
NARROWEST = 0.6
FINAL = "。!?;:"
NEVER_FIRST = (",", "。", ";", "、", "!", "?", ":", ")", "》", "〉", "%")
# Of the width of the column: a line that ends so near its edge, and in the middle of a sentence, may be full.
NEARLY_FULL = 0.15
LEADER = re.compile(r"[.…·_]{4,}\s*\d{0,4}$")
# What the end of a line never parts: a word and the marks behind it, figures, Latin words.
TOKEN = re.compile(r"[(\"'《〈\[]*(?:[A-Za-z0-9.,:/%-]+|.)[,。、;:?!)\"'》〉\]…%]*")


@dataclass(frozen=True, slots=True)
class Placed:
    """A line and, in Han characters, how far it is set in and what room is left at its end, of what width.

    `step` is the distance to the line above, in usual ones.
    """

    line: Line
    indent: float
    room: float
    width: float
    step: float


@dataclass(frozen=True, slots=True)
class Paragraph:
    lines: tuple[Line, ...]
    kind: str = "paragraph"


def paragraphs(regions: Sequence[Region]) -> Iterator[Paragraph]:
    """What the regions say, one after the other; a paragraph may begin in one and end in the next."""
    going: list[Placed] = []
    for region in regions:
        for item in _placed(region):
            if isinstance(item, Table):
                yield from _ended(going)
                yield from _cells(item)
                going = []
            elif going and _goes_on(going, item):
                going.append(item)
            else:
                yield from _ended(going)
                going = [item]
    yield from _ended(going)


def _ended(going: Sequence[Placed]) -> Iterator[Paragraph]:
    if going:
        yield Paragraph(tuple(placed.line for placed in going))


def _placed(region: Region) -> Iterator[Placed | Table]:
    lines = whole([item for item in region.items if isinstance(item, Line)])
    tables = [item for item in region.items if isinstance(item, Table)]
    left, right = _margins(lines, region)
    usual = _leading(lines)
    before: Line | None = None
    for line in lines:
        while tables and tables[0].baseline < line.baseline:
            yield tables.pop(0)
            before = None
        size = line.size or 1.0
        step = (line.baseline - before.baseline) / usual if before else 0.0
        yield Placed(
            line, (line.left - left) / size, (right - line.right) / size, (right - left) / size, step
        )
        before = line
    yield from tables


def _margins(lines: Sequence[Line], region: Region) -> tuple[float, float]:
    """Where lines begin and end: the outermost place that several share."""
    if not lines:
        return region.left, region.right
    near = SAME_MARGIN * median(line.size for line in lines)
    left = _shared(sorted(line.left for line in lines), near)
    right = -_shared(sorted(-line.right for line in lines), near)
    return left, max(right, region.left + NARROWEST * (region.right - region.left))


def _shared(places: Sequence[float], near: float) -> float:
    enough = max(FEWEST, SHARE * len(places))
    for at, place in enumerate(places):
        many = at + enough - 1
        if many < len(places) and places[int(many)] - place <= near:
            return place
    return places[0]


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of two lines."""
    steps = [b.baseline - a.baseline for a, b in pairwise(lines) if b.baseline > a.baseline]
    return median(steps) if steps else 1.0


def _goes_on(going: Sequence[Placed], after: Placed) -> bool:
    before = going[-1]
    head, rest = fold(before.line.text), fold(after.line.text)
    if not 1 / SAME_SIZE < (after.line.size or 1) / (before.line.size or 1) < SAME_SIZE or after.step > FAR:
        return False
    if rest.startswith(NEVER_FIRST):
        return True
    if LEADER.search(head) or not _is_full(before, rest) or (head[-1:] in FINAL and _is_listed(rest)):
        return False
    if after.indent < INDENT:
        return True
    # A number may hang: all lines but the first are set in.
    hangs = after.indent - before.indent
    return abs(hangs) < SAME_MARGIN if len(going) > 1 else hangs > INDENT and _is_listed(head)


def _is_full(before: Placed, rest: str) -> bool:
    """Whether the word with which the next line begins had no room on this one."""
    if before.room < _needed(rest) + SLACK:
        return True
    head = fold(before.line.text)
    return before.room < NEARLY_FULL * before.width and "," in head and head[-1:] not in FINAL


def _is_listed(folded: str) -> bool:
    return numbered("".join(folded[:20].split())) is not None


def _needed(folded: str) -> float:
    """How wide the word is with which a line begins, in Han characters."""
    token = TOKEN.match(folded)
    return sum(0.5 if char.isascii() and char.isalnum() else 1.0 for char in token.group()) if token else 1.0


def _cells(table: Table) -> Iterator[Paragraph]:
    for cell in table.cells:
        lines: list[Line] = []
        for line in cell:
            if lines and fold(lines[-1].text)[-1:] in FINAL and _is_listed(fold(line.text)):
                yield Paragraph(tuple(lines), "cell")
                lines = []
            lines.append(line)
        if lines:
            yield Paragraph(tuple(lines), "cell")
