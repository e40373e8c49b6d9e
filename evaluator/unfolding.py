"""Paragraphs that lost their line breaks: a report on one line is cut behind its title and before numbers."""

import re
from collections.abc import Iterator

from evaluator.headings import first_of, numbered
from evaluator.sentences import BEFORE_NUMBER, numeral_value
from evaluator.titling import TITLE

# No paragraph of a report is that long and holds two chapters.
LONGEST_PARAGRAPH = 600
CHAPTER = "[一二三四五六七八九十]{1,2}、|\\([一二三四五六七八九十]{1,2}\\)"
LONGEST_HEADING = 60


def unfold(text: str, gaps: tuple[int, ...]) -> list[int]:
    """Where the paragraphs of one line begin; `gaps` are the offsets at which blanks were taken out."""
    if len(text) <= LONGEST_PARAGRAPH or "二、" not in text:
        return [0]
    blanks = frozenset(gaps)
    cuts = [0, *_title_end(text, gaps), *_chapters(text, blanks)]
    chapters = sum(1 for cut in cuts if (found := numbered(text, cut)) and found[1] == 1)
    return sorted(set(cuts)) if chapters >= 2 else [0]


def _title_end(text: str, gaps: tuple[int, ...]) -> Iterator[int]:
    """The title ends where a blank follows it."""
    for gap in gaps[:12]:
        if 8 < gap <= 90 and TITLE.fullmatch(text[:gap]):
            yield gap
            return


def _chapters(text: str, blanks: frozenset[int]) -> Iterator[int]:
    """Where 一、 二、 … and (一) (二) … stand in their order, each after a stop, a blank or a heading."""
    expected = {1: 1, 2: 1}
    heading = -1
    for match in re.finditer(CHAPTER, text):
        at = match.start()
        level = 2 if text[at] == "(" else 1
        value = numeral_value(match.group().strip("()、"))
        apart = at in blanks or (at > 0 and text[at - 1] in BEFORE_NUMBER) or _ends_heading(text, heading, at)
        if value in (expected[level], expected[level] - 1) and value > 0 and apart:
            yield at
            expected[level] = value + 1
            heading = at
            if level == 1:
                expected[2] = 1


def _ends_heading(text: str, heading: int, at: int) -> bool:
    """(一) right behind the words of a chapter's heading."""
    return heading >= 0 and 6 < at - heading <= LONGEST_HEADING and first_of("。!?;", text, heading, at) < 0
