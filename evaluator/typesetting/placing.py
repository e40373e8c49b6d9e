"""Where a line stands in its column: how far set in, with what room at its end, how far below the last."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from checklist.records import record
from evaluator.typesetting.columns import Region
from evaluator.typesetting.rows import whole
from evaluator.typesetting.sheet import Line
from evaluator.typesetting.tables import Table

# So many lines make a margin, or this share of them in a region of many; so near, in Han characters.
FEWEST, SHARE = 2, 0.12
SAME_MARGIN = 0.5
# A region of fewer lines, or so much narrower than another, has the margins of that other one.
FEW = 8
NARROW = 0.6
# No column is narrower, in Han characters: lines that are shorter do not fill theirs.
NARROWEST = 12.0
# So far, in Han characters, may the edges of such regions differ.
SET_IN = 3.0
# These may stand beyond the margin rather than begin a line.
HANGING = "，。、；：！？,;:.”’）)》"


@record
class Placed:
    """A line and, in Han characters, how far it is set in, what room is left at its end, of what width.

    `step` is the distance to the line above it, in usual ones, 0 where there is none.
    """

    line: Line
    indent: float
    room: float
    width: float
    step: float


@record
class _Column:
    """The lines of a region and its margins; `box` are the edges of the column it stands in."""

    lines: tuple[Line, ...]
    tables: tuple[Table, ...]
    left: float
    right: float
    box: tuple[float, float]

    @property
    def width(self) -> float:
        return self.right - self.left


def placed(regions: Sequence[Region]) -> list[list[Placed | Table]]:
    """For each region its lines in their places and its tables, from the top downwards."""
    columns = [_column(region) for region in regions]
    large = [column for column in columns if len(column.lines) >= FEW]
    return [_items(column, *_margins(column, large)) for column in columns]


def _column(region: Region) -> _Column:
    lines = whole([item for item in region.items if isinstance(item, Line)])
    tables = tuple(item for item in region.items if isinstance(item, Table))
    box = region.left, region.right
    if not lines:
        return _Column((), tables, *box, box)
    near = SAME_MARGIN * median(line.size for line in lines)
    left = _shared(sorted(line.left for line in lines), near)
    right = -_shared(sorted(-_edge(line) for line in lines), near)
    return _Column(tuple(lines), tables, left, right, box)


def _edge(line: Line) -> float:
    """Where a line ends but for a mark that may hang; enough others end without one to tell the margin."""
    return line.right - (line.size if line.text[-1:] in HANGING else 0.0)


def _shared(places: Sequence[float], near: float) -> float:
    """The outermost place that several lines share, else the outermost."""
    many = int(max(FEWEST, SHARE * len(places))) - 1
    return next((place for place, last in zip(places, places[many:], strict=False) if last - place <= near), places[0])


def _margins(column: _Column, large: Sequence[_Column]) -> tuple[float, float]:
    """Its own; where it is too small to tell, those of another one that fits round it, or its edges."""
    if not column.lines:
        return column.left, column.right
    size = median(line.size for line in column.lines)
    fitting = [
        other for other in large if -SET_IN * size <= column.left - other.left and column.right <= other.right + size
    ]
    widest = max((other.width for other in fitting), default=0.0)
    if len(column.lines) >= FEW and column.width >= NARROW * widest:
        return column.left, column.right
    if not fitting:
        return column.box[0], max(column.box[1], column.box[0] + NARROWEST * size)
    around = min(fitting, key=lambda o: abs(o.left - column.left) + abs(o.right - column.right))
    return around.left, around.right


def _items(column: _Column, left: float, right: float) -> list[Placed | Table]:
    items: list[Placed | Table] = []
    waiting = list(column.tables)
    usual = _leading(column.lines)
    above: Line | None = None
    for line in column.lines:
        while waiting and waiting[0].baseline < line.baseline:
            items.append(waiting.pop(0))
            above = None
        size = line.size or 1.0
        step = (line.baseline - above.baseline) / usual if above else 0.0
        items.append(Placed(line, (line.left - left) / size, (right - line.right) / size, (right - left) / size, step))
        above = line
    return items + waiting


def _leading(lines: Sequence[Line]) -> float:
    """The usual distance of two lines."""
    steps = [b.baseline - a.baseline for a, b in pairwise(lines) if b.baseline > a.baseline]
    return median(steps) if steps else 1.0
