"""Paths of an OFD page: which of their pieces are level or upright lines, as tables have them."""

import re
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

from evaluator.reading.ofd.numbers import number
from evaluator.reading.ofd.package import text_at
from evaluator.typesetting.matrix import Matrix, applied
from evaluator.typesetting.sheet import Rule

COMMAND = re.compile("([MSLQBAC])([^MSLQBAC]*)")
# Points: what differs less is level or upright, what is thinner is a line.
LEVEL, THIN = 0.5, 3.0
MOST_PIECES = 200


def strokes(shape: Element) -> int:
    """How many pieces a path consists of."""
    data = text_at(shape, "AbbreviatedData")
    return sum(map(data.count, "LQBA"))


def rules(shape: Element, matrix: Matrix) -> Iterator[Rule]:
    """The level and upright lines of a path, and the thin bars that look like one."""
    if strokes(shape) > MOST_PIECES:
        return
    points = list(_points(text_at(shape, "AbbreviatedData"), matrix))
    if shape.get("Stroke") != "false":
        for (_, x, y), (drawn, u, v) in pairwise(points):
            if drawn and (abs(x - u) < LEVEL or abs(y - v) < LEVEL):
                yield Rule(min(x, u), min(y, v), max(x, u), max(y, v))
    elif shape.get("Fill") == "true" and points:
        across, down = [x for _, x, _ in points], [y for _, _, y in points]
        left, top, right, bottom = min(across), min(down), max(across), max(down)
        if min(right - left, bottom - top) < THIN:
            yield Rule(left, top, right, bottom)


def _points(data: str, matrix: Matrix) -> Iterator[tuple[bool, float, float]]:
    """Where the path goes, and whether a straight line leads there."""
    first = applied(matrix, 0.0, 0.0)
    for command, given in COMMAND.findall(data):
        values = [number(word) for word in given.split()]
        if command == "C":
            yield True, *first
            continue
        if len(values) < 2:
            continue
        at = applied(matrix, values[-2], values[-1])
        first = at if command in "MS" else first
        yield command == "L", *at
