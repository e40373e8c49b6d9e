"""Words that PDFium leaves out: a character drawn by itself, of a font that is neither in the file nor installed.

PDFium knows no shapes of such a font, and takes what has no extent for nothing. What is drawn with others at least
reaches from the first to the last.
"""

import ctypes
from collections.abc import Iterable
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

TINY = 0.01


class Extent(NamedTuple):
    """Of a text object: the font, and how far it reaches to the side and up, in points."""

    font: int
    width: float
    height: float


def left_out(texts: Iterable[Any], textpage: Any) -> int:
    """How many of a page's text objects are not read since they have no extent.

    A blank has none either; so a font counts only where words that were read show that it has no shapes.
    """
    extents = [(_extent(text), text) for text in texts]
    flat = [(each, text) for each, text in extents if each.width > TINY > each.height]
    shapeless = {each.font for each, text in flat if _has_words(text, textpage)}
    return sum(each.font in shapeless and max(each.width, each.height) < TINY for each, _ in extents)


def _has_words(text: Any, textpage: Any) -> bool:
    size = pdfium.FPDFTextObj_GetText(text, textpage, None, 0)
    words = ctypes.create_string_buffer(size)
    pdfium.FPDFTextObj_GetText(text, textpage, ctypes.cast(words, ctypes.POINTER(ctypes.c_ushort)), size)
    return bool(words.raw.decode("utf-16-le", "replace").strip("\0 \r\n\t\u3000\xa0"))


def _extent(text: Any) -> Extent:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(text, left, bottom, right, top)
    font = ctypes.cast(pdfium.FPDFTextObj_GetFont(text), ctypes.c_void_p).value or 0
    return Extent(font, right.value - left.value, top.value - bottom.value)
