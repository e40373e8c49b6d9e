"""HTML to text and tags, the way browsers cut it, in time that grows with its length alone.

The standard library's html.parser takes two minutes for 80 KB of `<a `: it seeks the end of each tag anew.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import NamedTuple

from evaluator.reading.html.tags import RAW

NAME = re.compile(r"[a-zA-Z][^\s/>]*")
# Where a tag ends: at the first > outside of quotation marks.
END = re.compile(r"\"[^\"]*\"|'[^']*'|>")
ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"'>]*))?")


class Tag(NamedTuple):
    """`raw` are its attributes as they are written."""

    name: str
    closing: bool
    raw: str = ""

    def attributes(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, value in ATTRIBUTE.findall(self.raw):
            bare = value[1:-1] if value[:1] in ("'", '"') else value
            found.setdefault(name.lower(), unescape(bare))
        return found


def tokens(source: str) -> Iterator[str | Tag]:
    """Text with its entities resolved, and tags; comments, declarations and scripts are left out."""
    at, quoted = 0, True
    while (begin := source.find("<", at)) >= 0:
        if begin > at:
            yield unescape(source[at:begin])
        closing = source.startswith("/", begin + 1)
        name = NAME.match(source, begin + 1 + closing)
        if name is None:
            at = _past_other(source, begin)
            if at == begin + 1:
                yield "<"
            continue
        end, quoted = _end(source, name.end(), quoted)
        if end < 0:
            return
        tag = Tag(name.group().lower(), closing, source[name.end() : end])
        yield tag
        at = end + 1 if closing or tag.name not in RAW else _past_raw(source, end + 1, tag.name)
    if at < len(source):
        yield unescape(source[at:])


def _end(source: str, at: int, quoted: bool) -> tuple[int, bool]:
    """Where the tag ends, -1 where it does not, and whether quotation marks still count in the tags that follow."""
    end = source.find(">", at)
    if end < 0 or not quoted or not _has_open_quotes(source, at, end):
        return end, quoted
    outside = next((mark.start() for mark in END.finditer(source, at) if mark.group() == ">"), -1)
    # A quotation mark that is never closed: from here on tags end at the next >.
    return (outside, True) if outside >= 0 else (end, False)


def _has_open_quotes(source: str, at: int, end: int) -> bool:
    return source.count('"', at, end) % 2 + source.count("'", at, end) % 2 > 0


def _past_other(source: str, at: int) -> int:
    """Past a comment, a declaration or what looks like one; past the < alone where it is text."""
    if source.startswith("<!--", at):
        end = source.find("-->", at + 4)
        return end + 3 if end >= 0 else len(source)
    if source.startswith(("<!", "<?", "</"), at):
        end = source.find(">", at)
        return end + 1 if end >= 0 else len(source)
    return at + 1


def _past_raw(source: str, at: int, name: str) -> int:
    """To the tag that closes an element of raw content, else to the end."""
    close = re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, at)
    return close.start() if close else len(source)
