"""Markdown is text with marks: they become blanks of the same length, so that every place stays what it was."""

import re
from collections.abc import Iterator
from functools import partial

from evaluator.document import Block

# Its words end before a blank or before the first # of a row: at no other place its end is tried.
HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]++(\S(?:.*?(?:[^ \t#\n]|#(?!#)))??)[ \t]*+#*+[ \t]*+$", re.MULTILINE)
# Where a mark of a whole line begins and what it takes; the text behind it stays.
FRONT = re.compile(r"\A---[ \t]*+\r?\n(?:[^\n]*+\n){0,100}?---[ \t]*+(?:\r?\n|\Z)")
LEADING = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?(?=\S)", re.MULTILINE)
# Lines that only rule, fence or part the head of a table from its rows.
RULE = re.compile(
    r"^[ \t]*+(?:(?:[-*_=][ \t]*+){3,}+$|(?:```|~~~).*$|\|?(?:[ \t]*+:?-++:?[ \t]*+\|)++[ \t:-]*+$)", re.MULTILINE
)
IMAGE = re.compile(r"!\[[^\]\[\r\n]{0,200}\]\([^()\r\n]{0,2000}\)")
LINK = re.compile(r"\[([^\]\[\r\n]{1,200})\]\([^()\r\n]{0,2000}\)")
EMPHASIS = re.compile(r"(\*{1,3}|~~|`)(?=\S)([^*~`\r\n]{1,2000})(?<=\S)\1")
TAG = re.compile(r"</?[a-zA-Z][^<>\r\n]{0,200}>")
ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|-])")
LINE = re.compile(r"[^\r\n]+")
CELL = re.compile(r"[^|]+")
SEEN = re.compile(r"[^\r\n]")


def is_markdown(text: str) -> bool:
    """Whether the text has headings as Markdown writes them."""
    return HEADING.search(text) is not None


def unmarked(text: str) -> str:
    """As long as it was, with blanks for marks, link targets, comments and what stands in front of the text."""
    text = _without_comments(text)
    for mark in (FRONT, IMAGE, RULE, LEADING, TAG, ESCAPE):
        text = mark.sub(_blank, text)
    for mark, group in ((HEADING, 2), (LINK, 1), (EMPHASIS, 2)):
        text = mark.sub(partial(_around, group), text)
    return text


def marked_blocks(text: str) -> tuple[Block, ...]:
    """The lines of a Markdown text, headings with their level, the cells of tables."""
    levels = {found.start(2): len(found.group(1)) for found in HEADING.finditer(text)}
    return tuple(_blocks(text, unmarked(text), levels))


def _blocks(text: str, bare: str, levels: dict[int, int]) -> Iterator[Block]:
    for line in LINE.finditer(bare):
        row = text[line.start() : line.end()].lstrip().startswith("|")
        parts = CELL.finditer(bare, line.start(), line.end()) if row else (line,)
        for part in parts:
            words = part.group().strip(" \t")
            if not words or words.isspace():
                continue
            start = bare.index(words, part.start())
            level = levels.get(start, 0)
            kind = "cell" if row else "heading" if level else "line"
            yield Block(start, start + len(words), kind, level)


def _without_comments(text: str) -> str:
    # Found by hand: a pattern would look for the end of each comment anew where it has none.
    parts: list[str] = []
    at = 0
    while (begin := text.find("<!--", at)) >= 0 and (end := text.find("-->", begin)) >= 0:
        parts += (text[at:begin], SEEN.sub(" ", text[begin : end + 3]))
        at = end + 3
    return "".join((*parts, text[at:]))


def _blank(found: re.Match[str]) -> str:
    return SEEN.sub(" ", found.group())


def _around(group: int, found: re.Match[str]) -> str:
    """What stands in the marks, and blanks for them."""
    before, after = found.start(group) - found.start(), found.end() - found.end(group)
    return " " * before + found.group(group) + " " * after
