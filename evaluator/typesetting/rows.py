"""Words on one height are one line; wide gaps part it into the pieces that columns are made of."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from evaluator.typesetting.sheet import Line, Run

# Shares of the width of a Han character.
SAME_HEIGHT = 0.5
WIDE_GAP = 1.5
BLANK = 0.5
BLANK_IN_LATIN = 0.15
SAME_PLACE = 0.3
# The number of a footnote is so much smaller than the text, and stands so much higher.
TINY, RAISED = 0.8, 0.15
REFERENCE = re.compile(r"[\[〔(（]?(?:\d{1,2}|[①-⑳]|\*{1,3})[\]〕)）]?")


def pieces(runs: Iterable[Run], page: int) -> list[Line]:
    """The lines of a page, parted at wide gaps, from the top downwards and from left to right."""
    return [_line(group, page) for row in _rows(runs) for group in _parted(row)]


def whole(lines: Sequence[Line]) -> list[Line]:
    """Pieces of one height put together again, blanks between them."""
    joined: list[Line] = []
    for line in lines:
        if joined and _same_height(joined[-1], line):
            joined[-1] = _together(joined[-1], line)
        else:
            joined.append(line)
    return joined


def _rows(runs: Iterable[Run]) -> Iterator[list[Run]]:
    row: list[Run] = []
    for run in sorted(runs, key=lambda run: (run.baseline, run.left)):
        if row and run.baseline - row[0].baseline > SAME_HEIGHT * max(run.size, row[0].size):
            yield row
            row = []
        row.append(run)
    if row:
        yield row


def _parted(row: list[Run]) -> Iterator[list[Run]]:
    row.sort(key=lambda run: run.left)
    group = row[:1]
    for run in row[1:]:
        before = group[-1]
        if run.text == before.text and run.left - before.left < SAME_PLACE * run.size:
            continue  # drawn twice to look bold
        if run.left - before.right > WIDE_GAP * max(run.size, before.size):
            yield group
            group = []
        group.append(run)
    yield group


def _line(runs: Sequence[Run], page: int) -> Line:
    text = runs[0].text
    for before, run in pairwise(runs):
        text += "" if _is_reference(before, run) else _between(before, run) + run.text
    longest = max(runs, key=lambda run: len(run.text))
    right = max(run.right for run in runs)
    return Line(text, runs[0].left, right, longest.baseline, longest.size, page)


def _is_reference(before: Run, run: Run) -> bool:
    """The raised number that leads to a footnote; the 2 of m² is none."""
    raised = before.baseline - run.baseline > RAISED * before.size and run.size < TINY * before.size
    return raised and REFERENCE.fullmatch(run.text) is not None and not before.text[-1:].isascii()


def _between(before: Run, after: Run) -> str:
    latin = (before.text[-1:] + after.text[:1]).isascii()
    gap = after.left - before.right
    return " " if gap > (BLANK_IN_LATIN if latin else BLANK) * max(before.size, after.size) else ""


def _same_height(before: Line, after: Line) -> bool:
    near = abs(after.baseline - before.baseline) <= SAME_HEIGHT * max(before.size, after.size)
    return near and after.page == before.page and after.left >= before.right - before.size


def _together(before: Line, after: Line) -> Line:
    main = max(before, after, key=lambda line: len(line.text))
    text = f"{before.text} {after.text}"
    return Line(
        text,
        before.left,
        max(before.right, after.right),
        main.baseline,
        main.size,
        before.page,
        before.parts + after.parts,
    )
