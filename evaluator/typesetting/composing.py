"""Pages to a text: what all pages share is set aside, the rest is read in order, paragraph by paragraph."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from evaluator.document import Block
from evaluator.typesetting.columns import Item, regions
from evaluator.typesetting.footnotes import parted
from evaluator.typesetting.furniture import edges, mark_of, watermarks
from evaluator.typesetting.paragraphs import Paragraph, paragraphs
from evaluator.typesetting.placing import placed
from evaluator.typesetting.rows import pieces
from evaluator.typesetting.sheet import Line, Run, Sheet
from evaluator.typesetting.tables import Table, tables


def compose(sheets: Sequence[Sheet]) -> tuple[str, tuple[Block, ...]]:
    """The text of the pages, a line for each paragraph, with the page on which each of them begins."""
    marks = watermarks(sheets)
    visible = [_without(sheet, marks) for sheet in sheets]
    framed = [tables(sheet) for sheet in visible]
    lines = [pieces(outside, sheet.number) for sheet, (_, outside) in zip(visible, framed, strict=True)]
    furniture = edges(lines, sheets)
    flow = regions(
        [
            _items([line for line in page if line not in own], found)
            for page, (found, _), own in zip(lines, framed, furniture, strict=True)
        ]
    )
    aside = [Paragraph((line,), "header") for own in furniture for line in own]
    unseen = [paragraph for sheet in sheets for paragraph in _unseen(sheet, marks)]
    return _written([*paragraphs(placed(flow)), *sorted([*aside, *unseen], key=_page)])


def _without(sheet: Sheet, marks: set[tuple[str, int, int]]) -> Sheet:
    return replace(sheet, runs=tuple(run for run in sheet.runs if not run.role and mark_of(run) not in marks))


def _items(lines: Sequence[Line], found: Sequence[Table]) -> list[Item]:
    """The lines of a page in their order, each table before the first line below its top; footnotes last."""
    items: list[Item] = []
    text, notes = parted(lines)
    waiting = sorted(found, key=lambda table: table.baseline)
    for line in text:
        while waiting and waiting[0].baseline < line.baseline:
            items.append(waiting.pop(0))
        items.append(line)
    return [*items, *waiting, *notes]


def _unseen(sheet: Sheet, marks: set[tuple[str, int, int]]) -> Iterator[Paragraph]:
    kinds: dict[str, list[Run]] = {"hidden": [], "header": []}
    for run in sheet.runs:
        if run.role or mark_of(run) in marks:
            kinds["hidden" if run.role == "hidden" else "header"].append(run)
    for kind, runs in kinds.items():
        yield from (Paragraph((line,), kind) for line in pieces(runs, sheet.number))


def _page(paragraph: Paragraph) -> tuple[int, float]:
    return paragraph.lines[0].page, paragraph.lines[0].baseline


def _written(flow: Sequence[Paragraph]) -> tuple[str, tuple[Block, ...]]:
    """Each paragraph on a line of its own; where one goes on over the page, an empty block marks the turn."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for paragraph in flow:
        start, page = at, paragraph.lines[0].page
        turns: list[Block] = []
        for line in paragraph.lines:
            if line.page != page:
                page = line.page
                turns.append(Block(at, at, "header", 0, page))
            words = _glue(parts[-1] if at > start else "", line.text) + line.text
            parts.append(words)
            at += len(words)
        blocks += (Block(start, at, paragraph.kind, 0, paragraph.lines[0].page), *turns)
        parts.append("\n")
        at += 1
    return "".join(parts), tuple(blocks)


def _glue(before: str, after: str) -> str:
    """A blank between Latin words or figures, which the end of a line parts only where one stands."""
    ends = before[-1:] + after[:1]
    return " " if len(ends) == 2 and ends.isascii() and ends.isalnum() else ""
