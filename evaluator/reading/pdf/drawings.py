"""What is drawn on a PDF page: the lines of tables, how much of it pictures cover, and words that are not read."""

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from checklist.records import record
from evaluator.reading.pdf.unshaped import left_out
from evaluator.typesetting.matrix import IDENTITY, Matrix, after, applied, level
from evaluator.typesetting.sheet import Rule

MOST_OBJECTS = 50_000
DEEPEST = 5
# Shapes thinner than this, in points, are lines; paths of more points are no table.
THIN = 3.0
MOST_POINTS = 200
LEVEL = 0.5


@record
class Drawings:
    """`pictured` is the area that pictures cover, `strokes` how many pieces all shapes consist of, `left_out` how many
    pieces of text are not read."""

    rules: tuple[Rule, ...]
    pictured: float
    strokes: int
    left_out: int


def drawings(page: Any, textpage: Any, matrix: Matrix) -> Drawings:
    """The lines, pictures and shapes of a page in the coordinates that the matrix leads to."""
    rules: list[Rule] = []
    pictured = 0.0
    strokes = 0
    texts = []
    for kind, shape, own in _objects(page, matrix):
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            left, top, right, bottom = _bounds(shape, own)
            pictured += (right - left) * (bottom - top)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            count = max(0, pdfium.FPDFPath_CountSegments(shape))
            strokes += count
            if count <= MOST_POINTS:
                rules += _rules(shape, own, count)
        elif kind == pdfium.FPDF_PAGEOBJ_TEXT:
            texts.append(shape)
    return Drawings(tuple(rules), pictured, strokes, left_out(texts, textpage))


def _objects(page: Any, matrix: Matrix) -> Iterator[tuple[int, Any, Matrix]]:
    """Every object, those within forms too, with the matrix from its coordinates to the page's."""
    top = [pdfium.FPDFPage_GetObject(page, i) for i in range(min(MOST_OBJECTS, _count(page)))]
    waiting = [(shape, matrix, 0) for shape in reversed(top)]
    seen = 0
    while waiting and seen < MOST_OBJECTS:
        shape, own, depth = waiting.pop()
        seen += 1
        kind = pdfium.FPDFPageObj_GetType(shape)
        if kind == pdfium.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = after(_own_matrix(shape), own)
            count = min(MOST_OBJECTS, max(0, pdfium.FPDFFormObj_CountObjects(shape)))
            waiting += [(pdfium.FPDFFormObj_GetObject(shape, i), inner, depth + 1) for i in range(count)]
        else:
            yield kind, shape, own


def _count(page: Any) -> int:
    return max(0, int(pdfium.FPDFPage_CountObjects(page)))


def _own_matrix(shape: Any) -> Matrix:
    own = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(shape, own):
        return IDENTITY
    return own.a, own.b, own.c, own.d, own.e, own.f


def _bounds(shape: Any, matrix: Matrix) -> tuple[float, float, float, float]:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top):
        return 0.0, 0.0, 0.0, 0.0
    return level(matrix, left.value, top.value, right.value, bottom.value)


def _rules(shape: Any, matrix: Matrix, count: int) -> Iterator[Rule]:
    """Lines that are stroked, and filled shapes so thin that they look like lines."""
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(shape, filled, stroked)
    if stroked.value:
        points = list(_points(shape, after(_own_matrix(shape), matrix), count))
        for (_, x, y), (drawn, u, v) in pairwise(points):
            if drawn and (abs(x - u) < LEVEL or abs(y - v) < LEVEL):
                yield Rule(min(x, u), min(y, v), max(x, u), max(y, v))
    elif filled.value:
        left, top, right, bottom = _bounds(shape, matrix)
        if min(right - left, bottom - top) < THIN:
            yield _middle(left, top, right, bottom)


def _points(shape: Any, matrix: Matrix, count: int) -> Iterator[tuple[bool, float, float]]:
    """The points of a path, each with whether a straight line leads to it; a closed one returns."""
    x, y = ctypes.c_float(), ctypes.c_float()
    first = (0.0, 0.0)
    for index in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(shape, index)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        at = applied(matrix, x.value, y.value)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            first = at
        yield kind == pdfium.FPDF_SEGMENT_LINETO, *at
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield True, *first


def _middle(left: float, top: float, right: float, bottom: float) -> Rule:
    if right - left >= bottom - top:
        return Rule(left, (top + bottom) / 2, right, (top + bottom) / 2)
    return Rule((left + right) / 2, top, (left + right) / 2, bottom)
