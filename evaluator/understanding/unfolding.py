"""Paragraphs that lost their line breaks: a report on one line is cut in its head, and before numbers."""

import re
from collections.abc import Iterator

from checklist.numerals import COUNTING
from evaluator.mentions.enumerators import numeral
from evaluator.understanding.framing import is_prose
from evaluator.understanding.headings import first_of, numbered
from evaluator.understanding.sentences import BEFORE_NUMBER
from evaluator.understanding.titling import COMPLETE, SUBJECT, Title

# No paragraph of a report is that long and holds two chapters.
LONGEST_PARAGRAPH = 600
CHAPTER = rf"[{COUNTING}]{{1,2}}、|\([{COUNTING}]{{1,2}}\)"
FEWEST_CHAPTERS = 2
# 法治政府建设情况报告如下 and …情况，已… begin a sentence.
TITLED = (
    rf"[^,。;!?《》>|]{{0,60}}?{SUBJECT}[^,。;:!?《》>|]{{0,30}}?(?:报告|总结|情况|汇报|年报)"
    r"(?:的?(?:年度|工作)?(?:报告|总结|汇报))?(?:\([^()]{1,12}\))?(?!如下|报告|总结|汇报|年度|[,、。:;的了和与及已将])"
)
LONGEST_HEADING = 60
LONGEST_TAIL = 600


def unfold(text: str, gaps: tuple[int, ...], alone: bool) -> list[int]:
    """Where the paragraphs of one line begin; `gaps` are the offsets at which blanks were taken out.

    `alone`: the line is nearly all there is, so that (一) (二) in it are more than an enumeration.
    """
    title = _title(text) if alone else 0
    chapters = list(_chapters(text, frozenset(gaps)))
    if sum(1 for cut in chapters if alone or text[cut] != "(") < FEWEST_CHAPTERS:
        return sorted({0, title})
    return sorted({0, title, *_head(text, gaps), *chapters, *_tail(text, gaps)})


def _title(text: str) -> int:
    """Behind the title with which the line begins, whatever follows it; 0 where it begins with none.

    One part may lack: the organ that the body names, or the year.
    """
    begins = re.match(TITLED, text)
    title = Title(0, 0, begins.group() if begins else "")
    return len(title.text) if title.completeness >= COMPLETE - 1 else 0


def _head(text: str, gaps: tuple[int, ...]) -> Iterator[int]:
    """At each blank up to the first sentence: title, labels and buttons stand there."""
    before = 0
    for gap in gaps:
        if is_prose(text[before:gap]) or numbered(text, before):
            return
        if not (text[gap - 1].isdigit() and text[gap] in "年月日"):
            yield gap
            before = gap


def _tail(text: str, gaps: tuple[int, ...]) -> Iterator[int]:
    """At each blank behind the last sentence."""
    last = text.rfind("。")
    if len(text) - last < LONGEST_TAIL:
        yield from (gap for gap in gaps if gap > last)


def _chapters(text: str, blanks: frozenset[int]) -> Iterator[int]:
    """Where 一、 二、 … and (一) (二) … stand in their order, each after a stop, a blank or a heading."""
    expected = {1: 1, 2: 1}
    heading = -1
    for match in re.finditer(CHAPTER, text):
        at = match.start()
        level = 2 if text[at] == "(" else 1
        value = numeral(match.group().strip("()、"))
        apart = at in blanks or (at > 0 and text[at - 1] in BEFORE_NUMBER) or _ends_heading(text, heading, at)
        if value and value in (expected[level], expected[level] - 1) and apart:
            yield at
            expected[level] = value + 1
            heading = at
            if level == 1:
                expected[2] = 1


def _ends_heading(text: str, heading: int, at: int) -> bool:
    """(一) right behind the words of a chapter's heading."""
    return heading >= 0 and 6 < at - heading <= LONGEST_HEADING and first_of("。!?;", text, heading, at) < 0
