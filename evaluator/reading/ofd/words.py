"""A text object of an OFD page: its characters at their places, put together to runs."""

import math
from collections.abc import Iterator
from itertools import chain, repeat
from unicodedata import east_asian_width
from xml.etree.ElementTree import Element

from evaluator.reading.ofd.numbers import distances, number
from evaluator.reading.ofd.package import children
from evaluator.typesetting.characters import clean
from evaluator.typesetting.matrix import Matrix, applied
from evaluator.typesetting.sheet import Run

# In Han characters: what parts two runs. What stands further askew, in radians, is no line of text.
APART, BACK, HIGHER = 0.5, 0.5, 0.15
ASKEW = 0.1
Glyph = tuple[str, float, float]


def runs(shape: Element, matrix: Matrix) -> Iterator[Run]:
    """The runs of a text object; `matrix` leads from its coordinates to those of the page."""
    a, b, c, d, _, _ = matrix
    own = number(shape.get("Size"))
    size = own * math.sqrt(abs(a * d - b * c))
    if size <= 0:
        return
    # Fonts say how wide Latin letters are; half of a Han character is near enough to tell words apart.
    width = own * math.hypot(a, b)
    role = "hidden" if _is_hidden(shape) else "aside" if abs(math.atan2(b, a)) > ASKEW else ""
    going: list[Glyph] = []
    for glyph in _glyphs(shape, matrix):
        if going and role != "aside" and not _beside(going[-1], glyph, size):
            yield _run(going, size, width, role)
            going = []
        going.append(glyph)
    if going:
        yield _run(going, size, width, role)


def _is_hidden(shape: Element) -> bool:
    unfilled = shape.get("Fill") == "false" and shape.get("Stroke", "false") == "false"
    return shape.get("Visible") == "false" or shape.get("Alpha") == "0" or unfilled


def _glyphs(shape: Element, matrix: Matrix) -> Iterator[Glyph]:
    """Characters with the places of their lower left corners; one without a distance follows the last."""
    size = number(shape.get("Size"))
    x = y = 0.0
    for code in children(shape, "TextCode"):
        text = "".join(code.itertext()).strip("\r\n")
        # What a TextCode does not give, it has from the one before.
        x, y = number(code.get("X"), x), number(code.get("Y"), y)
        at, height = x, y
        across = chain(distances(code.get("DeltaX"), len(text)), repeat(math.nan))
        down = chain(distances(code.get("DeltaY"), len(text)), repeat(0.0))
        for char, step, drop in zip(text, across, down, strict=False):
            yield char, *applied(matrix, at, height)
            upright = math.isnan(step) and drop
            at += 0.0 if upright else _width(char) * size if math.isnan(step) else step
            height += drop


def _width(char: str) -> float:
    return 1.0 if east_asian_width(char) in "WFA" else 0.5


def _beside(before: Glyph, glyph: Glyph, size: float) -> bool:
    step = glyph[1] - before[1] - _width(before[0]) * size
    return -BACK * size < step < APART * size and abs(glyph[2] - before[2]) < HIGHER * size


def _run(glyphs: list[Glyph], size: float, width: float, role: str) -> Run:
    text = "".join(char for char, _, _ in glyphs)
    _, left, baseline = glyphs[0]
    last, right, _ = glyphs[-1]
    return Run(clean(text.strip()), left, right + _width(last) * width, baseline, size, role)
