"""The text as it is compared: folded, without blanks, hard-wrapped lines joined, with the way back."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from checklist.folding import INVISIBLE, fold
from evaluator.document import Block, Plain, Reading
from evaluator.headings import numbered

SOLID = re.compile(f"[^\\s\\x00-\\x1f\\x7f-\\x9f{INVISIBLE}]+")
UNSEEN = ("header", "hidden")
PAGE_NUMBER = r"-+\d{1,4}-+|·\d{1,4}·|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|\d{1,4}/\d{1,4}"
INDENT = ("\u3000", " ", "\t", "\u00a0")
FINAL = "。!?;:"
# With these a heading is complete, however wide it is.
COMPLETE = ("情况", "成效", "成绩", "举措", "做法", "不足", "问题", "原因", "安排", "思路", "计划", "打算", "职责")
NEVER_FIRST = (",", "。", ";", "、", "!", "?", ")")
LONGEST_HEAD = 60
NARROWEST, WIDEST = 24, 240
# Columns by which full lines differ: a mark that may not begin a line, a figure that is not parted.
SLACK = 6
# An unfinished clause with which a paragraph begins, broken off by an editor's line break.
OPENINGS = (
    "20", "今年", "近年", "我省", "我市", "我县", "我区", "我局", "我委", "我镇", "我乡", "根据", "按照",
    "为", "在",
)  # fmt: skip


class Indents(NamedTuple):
    """Whether the first lines of paragraphs are indented, and whether those that begin with a number are."""

    paragraphs: bool
    numbers: bool


def normalise(reading: Reading) -> tuple[Plain, tuple[Block, ...]]:
    """The text as it is compared, and for each of its paragraphs the block with which it begins."""
    folded = fold(reading.text)
    seen = [block for block in reading.blocks if block.kind not in UNSEEN]
    parts: list[str] = []
    begins: list[int] = []
    origins: list[int] = []
    leads: list[Block] = []
    at = 0
    for group in _paragraphs(folded, seen):
        before = at
        for block in group:
            for run in SOLID.finditer(folded, block.start, block.end):
                begins.append(at)
                origins.append(run.start())
                parts.append(run.group())
                at += run.end() - run.start()
        if at > before:
            leads.append(group[0])
            parts.append("\n")
            at += 1
    return Plain("".join(parts), tuple(begins), tuple(origins)), tuple(leads)


def _paragraphs(folded: str, blocks: list[Block]) -> list[list[Block]]:
    """Lines that a program broke are one paragraph; page numbers between them are gone."""
    texts = [folded[block.start : block.end] for block in blocks]
    numbers = [i for i, text in enumerate(texts) if blocks[i].kind == "line" and _is_page_number(text)]
    dropped = {*numbers, *_running_heads(texts, numbers)}
    kept = [i for i in range(len(texts)) if i not in dropped]
    # Around a page number blank lines mean nothing.
    apart = [b - a == 1 and _blank_between(folded, blocks[a], blocks[b]) for a, b in pairwise(kept)]
    joins = _joins([blocks[i] for i in kept], [texts[i] for i in kept], [False, *apart])
    groups: list[list[Block]] = []
    for i, joined in zip(kept, joins, strict=True):
        if joined:
            groups[-1].append(blocks[i])
        else:
            groups.append([blocks[i]])
    return groups


def _is_page_number(text: str) -> bool:
    if len(text) > NARROWEST or text.lstrip()[:1] not in "-·第0123456789":
        return False
    return re.fullmatch(PAGE_NUMBER, "".join(text.split())) is not None


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


def _joins(blocks: Sequence[Block], texts: Sequence[str], apart: Sequence[bool]) -> list[bool]:
    """For each line whether it goes on the one before; `apart` says where a blank line stands before it."""
    widths = [len(text.rstrip().encode("gbk", "replace")) for text in texts]
    width = _wrap_width(widths, texts)
    numbers = ["" if _number(text) is None else text[:1] for text in texts]
    indents = Indents(
        sum(text.startswith(INDENT) for text in texts) >= 3,
        sum(number in INDENT for number in numbers if number) > 0.8 * sum(map(bool, numbers)),
    )
    # Where every line is followed by a blank one, blank lines part no paragraphs.
    spaced = width > 0 and sum(apart) > 0.8 * len(blocks)
    joins = [False] * len(blocks)
    # Title and labels, before the first clause, are never parts of one paragraph.
    top = next((i for i, text in enumerate(texts) if "," in text.strip()[1:] or "。" in text), len(texts))
    for i in range(1, len(blocks)):
        if {blocks[i - 1].kind, blocks[i].kind} == {"line"} and (spaced or not apart[i]):
            before, after = texts[i - 1], texts[i]
            if i <= top:
                joins[i] = after.lstrip().startswith(NEVER_FIRST)
            elif width:
                joins[i] = _wrapped(before, after, widths[i - 1], width, indents)
            else:
                joins[i] = _broken_off(before, after, indents)
    return joins


def _wrap_width(widths: Sequence[int], texts: Sequence[str]) -> int:
    """The columns at which lines were broken, 0 where each line is a paragraph."""
    common = Counter(width // 2 * 2 for width in widths if NARROWEST <= width <= WIDEST)
    for width, _ in common.most_common(3):
        full = [text for text, own in zip(texts, widths, strict=True) if abs(own - width) <= SLACK]
        wider = sum(own > width + SLACK for own in widths)
        if len(full) >= max(4, len(texts) / 4) and wider <= len(texts) / 10:
            prose = sum("," in text or "。" in text or "、" in text for text in full)
            open_ended = sum(text.rstrip()[-1:] not in FINAL for text in full)
            return width if min(prose, open_ended) >= len(full) / 2 else 0
    return 0


def _wrapped(before: str, after: str, width: int, full: int, indents: Indents) -> bool:
    """In a hard-wrapped file a full line goes on in the next; if it ends a sentence, the indent decides."""
    last = before.rstrip()[-1:]
    if indents.paragraphs and after.startswith(INDENT):
        return False
    if _number(after) is not None and (not indents.numbers or after.startswith(INDENT)):
        # In the middle of a sentence even a number at the beginning of a line goes on.
        return last not in FINAL and width >= full - 2 and "," in before and _number(before) is None
    if last in "。!?":
        return indents.paragraphs and width >= full - 2
    if _number(before) is not None and "。" not in before:
        return width >= full - SLACK and last != ":" and not before.rstrip().endswith(COMPLETE)
    return last != ":" and width >= full * 0.8


def _broken_off(before: str, after: str, indents: Indents) -> bool:
    """In a file of one paragraph a line: a sentence that plainly goes on in the next line."""
    if _number(after) is not None or (indents.paragraphs and after.startswith(INDENT)):
        return False
    before, after = before.strip(), after.strip()
    if not before or not after or before[-1] in FINAL:
        return False
    if after.startswith(NEVER_FIRST) or (before[-1] in ",、(" and len(before) > 8):
        return True
    prose = after[-1] in FINAL and ("," in after or "。" in after)
    return prose and "," in before and (len(before) > 60 or before.startswith(OPENINGS))


def _number(line: str) -> tuple[str, int] | None:
    """The number with which a line begins."""
    return numbered("".join(line[:20].split()))
