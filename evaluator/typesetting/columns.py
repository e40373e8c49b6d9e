"""Reading order: a page of two columns is read down one and then the other, between what spans both."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from statistics import median

from checklist.records import record
from evaluator.typesetting.sheet import Line
from evaluator.typesetting.tables import Table

Item = Line | Table
FEWEST_LINES = 4
# Of the lines of a page so many may cross the gap between its columns; so wide it is, in Han characters.
CROSSING = 0.2
NARROWEST_GAP = 0.8
# Columns of prose: so many characters a line, so many of its lines nearly as wide as the column, so wide it is.
FEWEST_CHARACTERS = 8
NARROWEST = 8.0
FULL, FULL_LINES = 0.8, 0.2
# Columns within columns.
DEEPEST = 2


@record
class Region:
    """What is read from the top downwards without a break, between the edges of its column."""

    items: tuple[Item, ...]
    left: float
    right: float


def regions(pages: Sequence[Sequence[Item]]) -> list[Region]:
    """The items of pages, given by height, in the order in which they are read."""
    gaps = [_gap(items) for items in pages]
    known = sorted(gap for gap in gaps if gap is not None)
    # The last page may have too few lines to show the columns of the others.
    usual = known[len(known) // 2] if 2 * len(known) >= len(pages) else None
    return [
        region
        for items, gap in zip(pages, gaps, strict=True)
        for region in _regions(items, gap or (usual if usual and _parts(items, usual) else None), 1)
    ]


def _parts(items: Sequence[Item], gap: float) -> bool:
    """Whether the items stand beside a gap, with hardly any across it."""
    across = sum(item.left < gap < item.right for item in items)
    return across <= CROSSING * len(items) and any(item.left >= gap for item in items)


def _regions(items: Sequence[Item], gap: float | None, depth: int) -> list[Region]:
    if gap is None:
        return [Region(tuple(items), *_box(items))] if items else []
    found: list[Region] = []
    for across, band in groupby(items, key=lambda item: item.left < gap < item.right):
        run = list(band)
        if across:
            found.append(Region(tuple(run), *_box(items)))
        else:
            for side in (
                [item for item in run if item.right <= gap],
                [item for item in run if item.left >= gap],
            ):
                found += _regions(side, _gap(side) if depth < DEEPEST else None, depth + 1)
    return found


def _box(items: Sequence[Item]) -> tuple[float, float]:
    return min(item.left for item in items), max(item.right for item in items)


def _gap(items: Sequence[Item]) -> float | None:
    """The middle of the gap between two columns of prose."""
    lines = [item for item in items if isinstance(item, Line)]
    if len(lines) < 2 * FEWEST_LINES:
        return None
    size = median(line.size for line in lines)
    for left, right in _gaps(lines, NARROWEST_GAP * size):
        before = [line for line in lines if line.right <= right]
        after = [line for line in lines if line.left >= left]
        if _is_prose(before, size) and _is_prose(after, size) and _side_by_side(before, after, size):
            return (left + right) / 2
    return None


def _gaps(lines: Sequence[Line], narrowest: float) -> Iterator[tuple[float, float]]:
    """Upright strips in the middle half of the page that few lines cross, the widest first."""
    left, right = (round(edge) for edge in _box(lines))
    covering = [0] * (max(1, right - left) + 2)
    for line in lines:
        covering[round(line.left) - left] += 1
        covering[round(line.right) - left] -= 1
    free: list[tuple[int, int]] = []
    count = 0
    for x, change in enumerate(covering):
        count += change
        if count <= CROSSING * len(lines):
            if free and free[-1][1] == x:
                free[-1] = (free[-1][0], x + 1)
            else:
                free.append((x, x + 1))
    quarter = (right - left) / 4
    middle = [strip for strip in free if quarter < sum(strip) / 2 < 3 * quarter]
    for first, last in sorted(middle, key=lambda strip: strip[0] - strip[1]):
        if last - first >= narrowest:
            yield left + first, left + last


def _is_prose(lines: Sequence[Line], size: float) -> bool:
    if len(lines) < FEWEST_LINES:
        return False
    # Without what sticks out: a head or foot of the page that was not known as one.
    left = sorted(line.left for line in lines)[len(lines) // 10]
    right = sorted(line.right for line in lines)[-1 - len(lines) // 10]
    full = sum(line.right - line.left >= FULL * (right - left) for line in lines)
    characters = sum(len(line.text) for line in lines) / len(lines)
    return characters >= FEWEST_CHARACTERS and full >= FULL_LINES * len(lines) and right - left > NARROWEST * size


def _side_by_side(one: Sequence[Line], other: Sequence[Line], size: float) -> bool:
    top = max(one[0].baseline, other[0].baseline)
    bottom = min(one[-1].baseline, other[-1].baseline)
    return bottom - top >= FEWEST_LINES * size
