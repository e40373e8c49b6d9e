"""The text as it is compared: folded, without blanks, one paragraph a line, with the way back."""

import re

from checklist.folding import INVISIBLE, fold
from evaluator.document import Block, Plain, Reading
from evaluator.understanding.joining import paragraphs

# Control characters count as blanks: they are what a bad conversion leaves.
SOLID = re.compile(f"[^\\s\\x00-\\x1f\\x7f-\\x9f{INVISIBLE}]+")
UNSEEN = ("header", "hidden")


def normalise(reading: Reading) -> tuple[Plain, tuple[Block, ...]]:
    """The text as it is compared, and for each of its paragraphs the block with which it begins."""
    folded = fold(reading.text)
    seen = [block for block in reading.blocks if block.kind not in UNSEEN]
    parts: list[str] = []
    begins: list[int] = []
    origins: list[int] = []
    leads: list[Block] = []
    at = 0
    for paragraph in paragraphs(folded, seen):
        before = at
        for block in paragraph:
            for run in SOLID.finditer(folded, block.start, block.end):
                begins.append(at)
                origins.append(run.start())
                parts.append(run.group())
                at += run.end() - run.start()
        if at > before:
            leads.append(paragraph[0])
            parts.append("\n")
            at += 1
    return Plain("".join(parts), tuple(begins), tuple(origins)), tuple(leads)
