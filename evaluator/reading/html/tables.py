"""Tables on pages: some hold labels with their values, some hold the page, the others are tables."""

from collections.abc import Sequence

from checklist.folding import squeeze
from evaluator.understanding.chrome import is_metadata

# A cell that holds more is a frame for the page; a row of labels is no longer and has no more cells.
LARGE_CELL, LONGEST_ROW, MOST_CELLS = 300, 200, 12


def is_large(texts: Sequence[str]) -> bool:
    return sum(map(len, texts)) > LARGE_CELL


def labelled(texts: Sequence[str]) -> list[str]:
    """发布机构：某某局 and so on, for a row of labels each with its value beside it; empty for any other row."""
    if not 2 <= len(texts) <= MOST_CELLS or len(texts) % 2 or sum(map(len, texts)) > LONGEST_ROW:
        return []
    if not all(is_metadata(squeeze(label)) for label in texts[::2]):
        return []
    return [f"{label.rstrip('：: ')}：{value}" for label, value in zip(texts[::2], texts[1::2], strict=True)]
