"""The characters of a PDF page as PDFium places them, put together to runs where they stand side by side."""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from evaluator.typesetting.characters import MISSING, clean
from evaluator.typesetting.matrix import Matrix, applied, level
from evaluator.typesetting.sheet import Run

INVISIBLE = 3  # the text render mode
SAMPLE = 50
# Shares of the size of the words: what parts two runs.
APART, BACK, HIGHER = 0.5, 0.5, 0.15
# What stands further askew, in radians, is no line of text; what is smaller, in points, nobody can read.
ASKEW = 0.1
SMALLEST = 1.0
# So far apart stand two Latin words.
BLANK = 0.15


class _Glyph(NamedTuple):
    text: str
    left: float
    right: float
    baseline: float
    spaced: bool  # a blank stands before it


class _Style(NamedTuple):
    size: float
    role: str


def words(textpage: Any, matrix: Matrix) -> Iterator[Run]:
    """The runs of a page, in the order of the file."""
    going: list[_Glyph] = []
    style = _Style(1.0, "")
    for index, glyph in _glyphs(textpage, matrix):
        if going and style.role != "aside" and _beside(going[-1], glyph, style.size):
            going.append(glyph)
            continue
        fresh = _style(textpage, index, matrix)
        if going and style.role == fresh.role == "aside":
            going.append(glyph)
            continue
        if going:
            yield _run(going, style)
        going, style = [glyph], fresh
    if going:
        yield _run(going, style)


def quarters(textpage: Any, matrix: Matrix) -> int:
    """By how many quarters most words of the page stand turned, as those of a table set broadside do."""
    count = pdfium.FPDFText_CountChars(textpage)
    places = range(0, max(0, count), max(1, count // SAMPLE))
    angles = Counter(
        round(_angle(textpage, index, matrix) / (math.pi / 2)) % 4
        for index in places
        if not pdfium.FPDFText_IsGenerated(textpage, index)
    )
    return angles.most_common(1)[0][0] if angles else 0


def _glyphs(textpage: Any, matrix: Matrix) -> Iterator[tuple[int, _Glyph]]:
    box, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    high, spaced = "", False
    for index in range(pdfium.FPDFText_CountChars(textpage)):
        char = chr(pdfium.FPDFText_GetUnicode(textpage, index))
        if char.isspace() or pdfium.FPDFText_IsGenerated(textpage, index):
            spaced = True
            continue
        if "\ud800" <= char <= "\udbff":
            high = char
            continue
        if pdfium.FPDFText_HasUnicodeMapError(textpage, index) == 1:
            char = MISSING
        char = (high + char).encode("utf-16", "surrogatepass").decode("utf-16", "replace") if high else char
        high = ""
        pdfium.FPDFText_GetLooseCharBox(textpage, index, box)
        pdfium.FPDFText_GetCharOrigin(textpage, index, x, y)
        left, _, right, _ = level(matrix, box.left, box.top, box.right, box.bottom)
        yield index, _Glyph(char, left, right, applied(matrix, x.value, y.value)[1], spaced)
        spaced = False


def _beside(before: _Glyph, glyph: _Glyph, size: float) -> bool:
    step = glyph.left - before.right
    return -BACK * size < step < APART * size and abs(glyph.baseline - before.baseline) < HIGHER * size


def _style(textpage: Any, index: int, matrix: Matrix) -> _Style:
    own = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, own)
    scale = math.sqrt(abs(own.a * own.d - own.b * own.c)) or 1.0
    size = pdfium.FPDFText_GetFontSize(textpage, index) * scale
    mode = pdfium.FPDFTextObj_GetTextRenderMode(pdfium.FPDFText_GetTextObject(textpage, index))
    if mode == INVISIBLE or size < SMALLEST:
        return _Style(max(size, SMALLEST), "hidden")
    askew = abs(_angle(textpage, index, matrix)) > ASKEW
    return _Style(size, "aside" if askew else "")


def _angle(textpage: Any, index: int, matrix: Matrix) -> float:
    """Whither the words run on the page as it is seen: 0 to the right, a quarter more downwards."""
    own = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(textpage, index, own)
    a, b, c, d, _, _ = matrix
    return math.atan2(b * own.a + d * own.b, a * own.a + c * own.b)


def _run(glyphs: list[_Glyph], style: _Style) -> Run:
    text = glyphs[0].text
    for before, glyph in pairwise(glyphs):
        latin = before.text.isascii(), glyph.text.isascii()
        wide = all(latin) and glyph.left - before.right > BLANK * style.size
        # Between Han and Latin characters a program sets the blank, and few people do.
        blank = wide or (glyph.spaced and latin[0] == latin[1])
        text += f" {glyph.text}" if blank else glyph.text
    left, right = glyphs[0].left, max(glyph.right for glyph in glyphs)
    return Run(clean(text), left, right, glyphs[0].baseline, style.size, style.role)
