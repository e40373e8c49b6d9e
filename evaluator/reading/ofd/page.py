"""A page of an OFD file as a sheet: its text objects, lines and pictures, those of its templates included."""

from collections.abc import Iterator, Mapping, Sequence
from xml.etree.ElementTree import Element

from evaluator.reading.ofd.numbers import Box, box_of, matrix_of
from evaluator.reading.ofd.package import AGAIN, children, local
from evaluator.reading.ofd.shapes import rules, strokes
from evaluator.reading.ofd.words import runs
from evaluator.refusal import ReportError
from evaluator.typesetting.matrix import Matrix, after
from evaluator.typesetting.sheet import Rule, Run, Sheet

# From millimetres.
POINTS = 72 / 25.4
# Composite objects hold others; each may stand many times, so that few bytes can mean millions of them.
DEEPEST = 8
MOST_OBJECTS = 500_000


def sheet_of(number: int, box: Box, contents: Sequence[Element], units: Mapping[str, Element]) -> Sheet:
    """The page with that number; `contents` are its templates and itself. Raises ReportError."""
    left, top, width, height = box
    page = (POINTS, 0.0, 0.0, POINTS, -left * POINTS, -top * POINTS)
    found: list[Run] = []
    drawn: list[Rule] = []
    pictured, pieces = 0.0, 0
    for shape, matrix in _objects(contents, page, units):
        kind = local(shape)
        if kind == "TextObject":
            found += runs(shape, matrix)
        elif kind == "PathObject":
            pieces += strokes(shape)
            drawn += rules(shape, matrix)
        elif kind == "ImageObject":
            _, _, across, down = box_of(shape.get("Boundary"))
            pictured += abs(across * down)
    share = min(1.0, pictured / (width * height))
    return Sheet(number, width * POINTS, height * POINTS, tuple(found), tuple(drawn), share, pieces)


def _objects(
    contents: Sequence[Element], page: Matrix, units: Mapping[str, Element]
) -> Iterator[tuple[Element, Matrix]]:
    """Every object with the matrix from its coordinates to the page's."""
    layers = [layer for content in contents for layer in children(content, "Content", "Layer")]
    waiting = [(shape, page, 0) for layer in reversed(layers) for shape in reversed(layer)]
    seen = 0
    while waiting:
        shape, outer, depth = waiting.pop()
        seen += 1
        if seen > MOST_OBJECTS:
            raise ReportError("too-large", f"OFD 的一页里有超过 {MOST_OBJECTS} 个对象，没有读完", AGAIN)
        left, top, _, _ = box_of(shape.get("Boundary"))
        a, b, c, d, e, f = matrix_of(shape.get("CTM"))
        matrix = after((a, b, c, d, e + left, f + top), outer)
        kind = local(shape)
        if kind == "PageBlock":
            waiting += [(inner, outer, depth) for inner in reversed(shape)]
        elif kind == "CompositeObject" and depth < DEEPEST:
            unit = units.get(shape.get("ResourceID") or "")
            inside = [inner for content in children(unit, "Content") for inner in content]
            waiting += [(inner, matrix, depth + 1) for inner in reversed(inside)]
        else:
            yield shape, matrix
