"""A page of a PDF as a sheet: turned the way a person sees it, its words, lines and pictures."""

import ctypes
from typing import Any

import pypdfium2.raw as pdfium

from evaluator.reading.pdf.drawings import drawings
from evaluator.reading.pdf.words import quarters, words
from evaluator.typesetting.matrix import IDENTITY, Matrix, turned
from evaluator.typesetting.sheet import Sheet

# PageToDevice speaks in whole pixels.
FINE = 1000


def sheet_of(page: Any, number: int) -> Sheet:
    """The page with that number."""
    width, height = page.get_size()
    textpage = page.get_textpage()
    matrix = _as_seen(page.raw, width, height)
    matrix, width, height = turned(matrix, width, height, quarters(textpage.raw, matrix))
    runs = tuple(words(textpage.raw, matrix))
    drawn = drawings(page.raw, textpage.raw, matrix)
    textpage.close()
    pictured = min(1.0, drawn.pictured / (width * height)) if width * height else 0.0
    return Sheet(number, width, height, runs, drawn.rules, pictured, drawn.strokes, left_out=drawn.left_out)


def _as_seen(page: Any, width: float, height: float) -> Matrix:
    """From the coordinates of the file to those of the page as it is shown, crop box and rotation heeded."""
    across, down = ctypes.c_int(), ctypes.c_int()
    size = round(width * FINE), round(height * FINE)
    places = []
    for x, y in ((0, 0), (FINE, 0), (0, FINE)):
        if not pdfium.FPDF_PageToDevice(page, 0, 0, *size, 0, x, y, across, down):
            return IDENTITY
        places.append((across.value / FINE, down.value / FINE))
    (e, f), (ax, ay), (cx, cy) = places
    return (ax - e) / FINE, (ay - f) / FINE, (cx - e) / FINE, (cy - f) / FINE, e, f
