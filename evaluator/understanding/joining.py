"""Which lines are one paragraph: hard-wrapped text is joined, page numbers and running heads are dropped."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

from checklist.records import record
from evaluator.document import Block
from evaluator.understanding.chrome import is_after_body
from evaluator.understanding.headings import numbered

PAGE_NUMBER = r"-+\d{1,4}-+|·\d{1,4}·|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|\d{1,4}/\d{1,4}"
INDENT = ("\u3000", " ", "\t", "\u00a0")
FINAL = "。!?;:"
NEVER_FIRST = (",", "。", ";", "、", "!", "?", ")")
# With these a heading is complete, however wide it is.
COMPLETE = (
    "情况", "成效", "成绩", "举措", "做法", "不足", "问题", "原因", "安排", "思路", "计划", "打算", "职责",
)  # fmt: skip
# An unfinished clause with which a paragraph begins, broken off by an editor's line break.
OPENINGS = (
    "20", "今年", "近年", "我省", "我市", "我县", "我区", "我局", "我委", "我镇", "我乡", "根据", "按照",
    "为", "在",
)  # fmt: skip
LONGEST_PAGE_NUMBER = 16
LONGEST_HEAD = 60
NARROWEST, WIDEST = 24, 240
LONGEST_LINE = 100
# Columns by which full lines differ: a mark that may not begin a line, a figure that is not parted.
SLACK = 6


class Row(NamedTuple):
    """A line as it is printed: its words, its width in columns, its indent, and whether it has a number."""

    text: str
    width: int
    indented: bool
    numbered: bool


@record
class Layout:
    """How a file is laid out: the columns at which lines were broken (0 where each line is a paragraph),
    and whether paragraphs, and those with a number, are indented."""

    width: int
    paragraphs: bool
    numbers: bool


def paragraphs(folded: str, blocks: Sequence[Block]) -> list[list[Block]]:
    """The blocks of each paragraph; only those of kind `line` are ever joined or dropped."""
    texts = [folded[block.start : block.end] for block in blocks]
    numbers = [i for i, text in enumerate(texts) if blocks[i].kind == "line" and _is_page_number(text)]
    dropped = {*numbers, *_running_heads(texts, numbers)}
    kept = [i for i in range(len(texts)) if i not in dropped]
    # Around a page number blank lines mean nothing.
    apart = [b - a == 1 and _blank_between(folded, blocks[a], blocks[b]) for a, b in pairwise(kept)]
    loose = [blocks[i].kind == "line" for i in kept]
    joins = _joins([_row(texts[i]) for i in kept], loose, [False, *apart])
    groups: list[list[Block]] = []
    for i, joined in zip(kept, joins, strict=True):
        if joined:
            groups[-1].append(blocks[i])
        else:
            groups.append([blocks[i]])
    return groups


def _row(text: str) -> Row:
    words = text.strip()
    number = numbered("".join(words[:20].split())) is not None
    return Row(words, len(text.rstrip().encode("gbk", "replace")), text.startswith(INDENT), number)


def _is_page_number(text: str) -> bool:
    words = "".join(text.split())
    if not 0 < len(words) <= LONGEST_PAGE_NUMBER or words[0] not in "-·第0123456789":
        return False
    return re.fullmatch(PAGE_NUMBER, words) is not None


def _running_heads(texts: Sequence[str], numbers: Sequence[int]) -> Iterator[int]:
    """Short lines that stand beside page numbers again and again, but for the first of each."""
    beside = Counter(texts[i].strip() for n in numbers for i in (n - 1, n + 1) if 0 <= i < len(texts))
    heads = {text for text, count in beside.items() if count > 1 and len(text) <= LONGEST_HEAD}
    seen: set[str] = set()
    for i, text in enumerate(texts if heads else ()):
        if text.strip() in heads:
            if text.strip() in seen:
                yield i
            seen.add(text.strip())


def _blank_between(folded: str, before: Block, after: Block) -> bool:
    gap = folded[before.end : after.start]
    return gap.count("\n") > 1 or gap.count("\r") > 1


def _joins(rows: Sequence[Row], loose: Sequence[bool], apart: Sequence[bool]) -> list[bool]:
    """For each row whether it goes on the one before; `apart` says where a blank line stands before it."""
    layout = _layout(rows)
    # Where every line is followed by a blank one, blank lines part no paragraphs.
    spaced = layout.width > 0 and sum(apart) > 0.8 * len(rows)
    # Title and labels, before the first clause, are never parts of one paragraph.
    top = next((i for i, row in enumerate(rows) if "," in row.text[1:] or "。" in row.text), len(rows))
    joins = [False] * len(rows)
    for i, (before, after) in enumerate(pairwise(rows), 1):
        if not (loose[i - 1] and loose[i]) or (apart[i] and not spaced):
            continue
        if i <= top:
            joins[i] = after.text.startswith(NEVER_FIRST)
        elif not (layout.paragraphs and after.indented):
            goes_on = _wrapped if layout.width else _broken_off
            joins[i] = _parts_a_year(before.text, after.text) or goes_on(before, after, layout)
    return joins


def _layout(rows: Sequence[Row]) -> Layout:
    indented = sum(row.indented for row in rows) >= 3
    numbers = [row.indented for row in rows if row.numbered]
    return Layout(_wrap_width(rows), indented, sum(numbers) > 0.8 * len(numbers))


def _wrap_width(rows: Sequence[Row]) -> int:
    common = Counter(row.width // 2 * 2 for row in rows if NARROWEST <= row.width <= WIDEST)
    for width, _ in sorted(common.items(), key=itemgetter(1), reverse=True)[:3]:
        full = [row.text for row in rows if abs(row.width - width) <= SLACK]
        wider = sum(row.width > width + SLACK for row in rows)
        if len(full) >= max(4, len(rows) / 4) and wider <= len(rows) / 10:
            prose = sum("," in text or "。" in text or "、" in text for text in full)
            open_ended = sum(text[-1:] not in FINAL for text in full)
            return width if min(prose, open_ended) >= len(full) / 2 else 0
    return 0


def _wrapped(before: Row, after: Row, layout: Layout) -> bool:
    """In a hard-wrapped file a full line goes on in the next; if it ends a sentence, the indent decides."""
    full = before.width >= layout.width - 2
    if after.numbered and not layout.numbers:
        # In the middle of a sentence even a number at the beginning of a line goes on.
        return full and before.text[-1:] not in FINAL and "," in before.text and not before.numbered
    if before.text.endswith(("。", "!", "?")):
        return full and layout.paragraphs and not is_after_body("".join(after.text.split()))
    if before.numbered and "。" not in before.text:
        wide = before.width >= layout.width - SLACK
        return wide and not before.text.endswith(":") and not _is_whole_heading(before)
    # A line that was edited may be short; where paragraphs are indented it goes on all the same.
    amid = layout.paragraphs and before.text[-1:] not in FINAL and ("," in before.text or "。" in before.text)
    return amid or (before.width >= 0.8 * layout.width and not before.text.endswith(":"))


def _parts_a_year(before: str, after: str) -> bool:
    """三、存在的不足和2025 is no whole line, where 年工作安排 follows."""
    return before[-4:].isdecimal() and after.startswith("年")


def _is_whole_heading(row: Row) -> bool:
    return row.numbered and "。" not in row.text and row.text.endswith(COMPLETE)


def _broken_off(before: Row, after: Row, layout: Layout) -> bool:
    """In a file of one paragraph a line: a sentence that plainly goes on in the next line."""
    head, rest = before.text, after.text
    if after.numbered or not head or not rest or head[-1] in FINAL or _is_whole_heading(before):
        return False
    if rest.startswith(NEVER_FIRST) or (head[-1] in ",、(" and len(head) > 8):
        return True
    if "," not in head or not ("," in rest or "。" in rest):
        return False
    if layout.paragraphs and NARROWEST < before.width <= LONGEST_LINE:
        # Paragraphs are indented here, and this line is not.
        return True
    return rest[-1] in FINAL and (len(head) > LONGEST_HEAD or head.startswith(OPENINGS))
