"""Tables on pages: some hold labels with their values, some hold the page, the others are tables."""

from collections.abc import Sequence

from checklist.folding import squeeze
from evaluator.chrome import is_metadata

# A cell that holds more is a frame for the page; a row of labels is no longer and has no more cells.
LARGE_CELL, LONGEST_ROW, MOST_CELLS = 300, 200, 12


def is_large(texts: Sequence[str]) -> bool:
    return sum(map(len, texts)) > LARGE_CELL


def as_row(texts: Sequence[str]) -> str:
    """发布机构 | 某某局: a row of labels and values as one line, so that each value stays with its label."""
    if not 2 <= len(texts) <= MOST_CELLS or sum(map(len, texts)) > LONGEST_ROW:
        return ""
    return " | ".join(texts) if all(is_metadata(squeeze(text)) for text in texts[::2]) else ""
