"""Ruled tables: the lines drawn on a page close rectangles, and the words within one are a cell."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence

from checklist.records import record
from evaluator.typesetting.rows import pieces, whole
from evaluator.typesetting.sheet import Line, Rule, Run, Sheet

# Points: lines so near are one, shorter ones are strokes of something else.
SAME = 2.5
SHORTEST = 6.0
# How much of the side of a rectangle must be drawn.
CLOSED = 0.6
MOST_RULES = 3000
MOST_RECTANGLES = 20_000
# The middle of a Han character above its baseline, in its width.
MIDDLE = 0.35


@record
class Table:
    """Its cells row by row, each the lines in it; the rest as of a line, so that both stand in one order.

    `kind` as of a Block: footnotes stand together as a table of one note each.
    """

    cells: tuple[tuple[Line, ...], ...]
    left: float
    right: float
    baseline: float
    bottom: float
    page: int
    kind: str = "cell"


@record
class _Grid:
    """The places of the lines of a table, and for each rectangle between them the cell it is part of."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    cells: tuple[int, ...]

    def cell(self, x: float, y: float) -> int | None:
        column, row = bisect_right(self.across, x) - 1, bisect_right(self.down, y) - 1
        inside = 0 <= column < len(self.across) - 1 and 0 <= row < len(self.down) - 1
        return self.cells[row * (len(self.across) - 1) + column] if inside else None


def tables(sheet: Sheet) -> tuple[list[Table], list[Run]]:
    """The tables of a page, and the words that stand in none."""
    grids = [grid for rules in _joined(_long(sheet.rules)) if (grid := _grid(rules))]
    cells: list[dict[int, list[Run]]] = [defaultdict(list) for _ in grids]
    outside = []
    for run in sheet.runs:
        x, y = (run.left + run.right) / 2, run.baseline - MIDDLE * run.size
        found = [(i, cell) for i, grid in enumerate(grids) if (cell := grid.cell(x, y)) is not None]
        if found and not run.role:
            i, cell = found[-1]
            cells[i][cell].append(run)
        else:
            outside.append(run)
    made = []
    for grid, filled in zip(grids, cells, strict=True):
        if len(filled) > 1:
            made.append(_table(grid, filled, sheet.number))
        else:
            outside += (run for runs in filled.values() for run in runs)
    return made, outside


def _long(rules: Sequence[Rule]) -> list[Rule]:
    if len(rules) > MOST_RULES:
        return []
    return [rule for rule in rules if max(rule.right - rule.left, rule.bottom - rule.top) >= SHORTEST]


def _joined(rules: list[Rule]) -> Iterable[list[Rule]]:
    """The lines of each table: those that touch, directly or by others between them."""
    ordered = sorted(rules, key=lambda rule: rule.top)
    groups = list(range(len(ordered)))
    for i, rule in enumerate(ordered):
        for j in range(i + 1, len(ordered)):
            if ordered[j].top > rule.bottom + SAME:
                break
            if _touch(rule, ordered[j]):
                _unite(groups, i, j)
    joined: dict[int, list[Rule]] = defaultdict(list)
    for i, rule in enumerate(ordered):
        joined[_first(groups, i)].append(rule)
    return joined.values()


def _touch(one: Rule, other: Rule) -> bool:
    """Whether two lines meet, of which the second begins at a height where the first still runs."""
    return one.left - SAME <= other.right and other.left - SAME <= one.right


def _grid(rules: Sequence[Rule]) -> _Grid | None:
    flat = [rule for rule in rules if rule.bottom - rule.top < rule.right - rule.left]
    upright = [rule for rule in rules if rule.bottom - rule.top >= rule.right - rule.left]
    if len(flat) < 2:
        return None
    # A table may be open at its sides.
    sides = (min(rule.left for rule in flat), max(rule.right for rule in flat))
    across = _places([*(rule.left for rule in upright), *sides])
    down = _places([rule.top for rule in flat])
    if not 1 < (len(across) - 1) * (len(down) - 1) < MOST_RECTANGLES:
        return None
    return _Grid(across, down, _cells(across, down, flat, upright))


def _places(values: Iterable[float]) -> tuple[float, ...]:
    places: list[float] = []
    for value in sorted(values):
        if not places or value - places[-1] > SAME:
            places.append(value)
    return tuple(places)


def _cells(
    across: Sequence[float], down: Sequence[float], flat: Sequence[Rule], upright: Sequence[Rule]
) -> tuple[int, ...]:
    """For each rectangle the number of its cell: the first rectangle that no drawn line parts from it."""
    between_columns = _drawn(across, down, [(rule.left, rule.top, rule.bottom) for rule in upright])
    between_rows = _drawn(down, across, [(rule.top, rule.left, rule.right) for rule in flat])
    width = len(across) - 1
    cells = list(range(width * (len(down) - 1)))
    for at in range(len(cells)):
        row, column = divmod(at, width)
        if column and (column, row) not in between_columns:
            _unite(cells, at, at - 1)
        if row and (row, column) not in between_rows:
            _unite(cells, at, at - width)
    return tuple(_first(cells, at) for at in range(len(cells)))


def _drawn(
    places: Sequence[float], others: Sequence[float], rules: Iterable[tuple[float, float, float]]
) -> set[tuple[int, int]]:
    """Which lines of the grid are drawn, as (number of the line, number of the interval along it)."""
    covered: dict[tuple[int, int], float] = defaultdict(float)
    for at, begin, end in rules:
        line = bisect_right(places, at + 0.01) - 1
        for interval in range(max(0, bisect_right(others, begin) - 1), len(others) - 1):
            length = min(end, others[interval + 1]) - max(begin, others[interval])
            if others[interval] >= end:
                break
            covered[line, interval] += max(0.0, length)
    return {key for key, length in covered.items() if length >= CLOSED * (others[key[1] + 1] - others[key[1]])}


def _first(cells: list[int], at: int) -> int:
    while cells[at] != at:
        at = cells[at]
    return at


def _unite(cells: list[int], one: int, other: int) -> None:
    first, second = sorted((_first(cells, one), _first(cells, other)))
    cells[second] = first


def _table(grid: _Grid, filled: dict[int, list[Run]], page: int) -> Table:
    cells = tuple(tuple(whole(pieces(filled[cell], page))) for cell in sorted(filled))
    return Table(cells, grid.across[0], grid.across[-1], grid.down[0], grid.down[-1], page)
