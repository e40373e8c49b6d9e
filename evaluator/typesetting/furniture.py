"""What belongs to the page and not to the report: running heads and feet, page numbers, watermarks."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from checklist.folding import squeeze
from evaluator.typesetting.sheet import Line, Run, Sheet

# 公文 leave 37 mm of 297 above the text and 35 below it.
TOP, BOTTOM = 0.13, 0.87
SHARE = 0.3
WATERMARKED, WATERMARK_SIZE = 0.5, 1.5
PAGE_NUMBER = re.compile(
    r"[-·\[(]*\d{1,4}[-·\])]*|[ivx]{1,5}|-?第\d{1,4}页-?(?:[,/(]?共\d{1,4}页\)?)?|\d{1,4}(?:/|of)\d{1,4}|page\d{1,4}(?:of\d{1,4})?",
    re.IGNORECASE,
)
# What browsers print along the edges of a page: its address, and when.
PRINTED = re.compile(r"(?:https?|file):/|\d{1,4}/\d{1,2}/\d{1,4},?\d{1,2}:\d\d")
DIGITS = re.compile(r"\d+")


def edges(pages: Sequence[Sequence[Line]], sheets: Sequence[Sheet]) -> list[set[Line]]:
    """For each page its lines along the upper and lower edge that are not of the text."""
    rows = [list(_edge_rows(lines, sheet)) for lines, sheet in zip(pages, sheets, strict=True)]
    counts = Counter(key for page in rows for key in {_key(row) for row in page})
    often = max(2, SHARE * len(pages))
    return [{line for row in page if _is_number(row) or counts[_key(row)] >= often for line in row} for page in rows]


def watermarks(sheets: Sequence[Sheet]) -> set[tuple[str, int, int]]:
    """The marks of large words that stand at one place on most pages."""
    counts = Counter(mark for sheet in sheets for mark in {mark_of(run) for run in _large(sheet.runs)})
    return {mark for mark, count in counts.items() if count >= max(3, WATERMARKED * len(sheets))}


def mark_of(run: Run) -> tuple[str, int, int]:
    """What a run says and where, so that it can be found again on other pages."""
    return run.text, round(run.left), round(run.baseline)


def _large(runs: Sequence[Run]) -> list[Run]:
    usual = median(run.size for run in runs) if runs else 0
    return [run for run in runs if run.size > WATERMARK_SIZE * usual]


def _edge_rows(lines: Iterable[Line], sheet: Sheet) -> Iterator[list[Line]]:
    """The lines near an edge, those of one height together: — 3 — may be set wide."""
    row: list[Line] = []
    for line in lines:
        if TOP * sheet.height < line.baseline < BOTTOM * sheet.height:
            continue
        if row and abs(line.baseline - row[-1].baseline) > line.size / 2:
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _key(row: Sequence[Line]) -> str:
    return DIGITS.sub("#", _words(row))


def _words(row: Sequence[Line]) -> str:
    return squeeze("".join(line.text for line in row))


def _is_number(row: Sequence[Line]) -> bool:
    words = _words(row)
    return PAGE_NUMBER.fullmatch(words) is not None or PRINTED.match(words) is not None
