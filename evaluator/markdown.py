"""Markdown is text with marks: they become blanks of the same length, so that every place stays what it was."""

import re
from collections.abc import Iterator

from evaluator.document import Block

HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]+(\S.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
# Where a mark of a whole line begins and what it takes; the text behind it stays.
FRONT = re.compile(r"\A---[ \t]*\r?\n(?:.*\r?\n){0,100}?---[ \t]*(?:\r?\n|\Z)")
COMMENT = re.compile(r"<!--[\s\S]{0,10000}?-->")
LEADING = re.compile(r"^[ \t]*(?:>[ \t]?)*(?:[-*+][ \t]+)?(?=\S)", re.MULTILINE)
RULE = re.compile(r"^[ \t]*(?:[-*_=][ \t]*){3,}$|^[ \t]*(?:```|~~~).*$|^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+[ \t:-]*$", re.MULTILINE)
IMAGE = re.compile(r"!\[[^\]\[\r\n]{0,200}\]\([^()\r\n]{0,2000}\)")
LINK = re.compile(r"\[([^\]\[\r\n]{1,200})\]\([^()\r\n]{0,2000}\)")
EMPHASIS = re.compile(r"(\*{1,3}|~~|`)(?=\S)([^*~`\r\n]{1,2000})(?<=\S)\1")
TAG = re.compile(r"</?[a-zA-Z][^<>\r\n]{0,200}>")
ESCAPE = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!|-])")
LINE = re.compile(r"[^\r\n]+")
CELL = re.compile(r"[^|]+")


def is_markdown(text: str) -> bool:
    """Whether the text has headings as Markdown writes them."""
    return HEADING.search(text) is not None


def unmarked(text: str) -> str:
    """As long as it was, with blanks for marks, link targets, comments and what stands in front of the text."""
    for mark in (FRONT, COMMENT, IMAGE, RULE, LEADING, TAG, ESCAPE):
        text = mark.sub(lambda found: BLANK.sub(" ", found.group()), text)
    for mark in (LINK, EMPHASIS):
        text = mark.sub(_inside, text)
    return text
