"""A page as lines: what is one block on the screen is one line; and the elements they stand in."""

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from html import unescape

from evaluator.reading.html.tables import MOST_CELLS, is_large, labelled
from evaluator.reading.html.tags import ASIDE, BLOCKS, ENDS, HEADINGS, PARAGRAPH, RAW, VOID
from evaluator.reading.html.tokens import Tag, tokens

NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
FILE = re.compile(r"(?<![^/?#])[^/?#]+\.(?:pdf|docx?|wps|ofd|xlsx?|zip|rar)$", re.IGNORECASE)
# Browsers nest no deeper either; through so many open inline elements one to be ended is looked for.
DEEPEST, DEEPEST_CELL, LOOKED_THROUGH = 512, 8, 32
BLANKS = re.compile("[ \t\r\n\f]+")
CELLS = ("td", "th")
LINK = "a href"
NAMELESS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """`level` of a heading, else 0; in how many table cells it stands, and how many characters are links.

    `apart`: a block or a blank line ends before it, not only a <br>.
    """

    text: str
    level: int = 0
    cell: int = 0
    linked: int = 0
    apart: bool = True


@dataclass(slots=True)
class Element:
    """An element, the names it goes by, and the lines in it from `first` to `last`, exclusive."""

    name: str
    words: frozenset[str]
    parent: int
    first: int
    last: int = 0
    out: str = ""


@dataclass(slots=True)
class Page:
    """`meta` is what <meta> names, `counts` how often each tag stands, `files` which documents are linked;
    `hidden` counts characters that the page does not show."""

    lines: list[Line] = field(default_factory=list)
    elements: list[Element] = field(default_factory=lambda: [Element("", frozenset(), 0, 0)])
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)
    files: list[str] = field(default_factory=list)
    hidden: int = 0


def page_of(source: str) -> Page:
    """The lines and elements of a page, its title and what it says of itself."""
    builder = _Builder()
    for token in tokens(source):
        if isinstance(token, str):
            builder.text(token)
        elif token.closing:
            builder.close(token.name)
        else:
            builder.open(token)
    builder.end()
    return builder.page


class _Builder:
    """The elements that are open, and the line that is being filled."""

    def __init__(self) -> None:
        self.page = Page()
        self.stack = [0]
        self.open_names: Counter[str] = Counter()
        self.parts: list[str] = []
        self.linked = 0
        self.apart = True

    def text(self, words: str) -> None:
        out = self.page.elements[self.stack[-1]].out
        if out:
            self.page.hidden += len("".join(words.split())) if out == "hidden" else 0
        elif self.open_names["title"]:
            self.page.title += words
        elif self.open_names["pre"]:
            for i, row in enumerate(words.splitlines()):
                if i:
                    self._flush("br")
                self._add(row)
        else:
            self._add(words)

    def open(self, tag: Tag) -> None:
        name = tag.name
        self.page.counts[name] += 1
        if name in BLOCKS:
            self._end_within(ENDS.get(name, PARAGRAPH))
        if name in BLOCKS or name == "br":
            self._flush(name)
        attributes = tag.attributes() if tag.raw and name != "img" else {}
        _describe(self.page, name, attributes)
        if name not in VOID and name not in RAW and len(self.stack) < DEEPEST:
            self._push(LINK if name == "a" and "href" in attributes else name, attributes)

    def close(self, name: str) -> None:
        if name == "a" and self.open_names[LINK]:
            name = LINK
        if name in BLOCKS:
            self._flush()
            while self.open_names[name] and self._pop() != name:
                pass
        elif self.open_names[name]:
            # The end of an inline element ends no block that was begun within it.
            self._end_within(frozenset({name}), outermost=False)

    def end(self) -> None:
        self._flush()
        while len(self.stack) > 1:
            self._pop()
        self.page.elements[0].last = len(self.page.lines)
        self.page.title = " ".join(self.page.title.split())

    def _push(self, name: str, attributes: dict[str, str]) -> None:
        parent = self.page.elements[self.stack[-1]]
        words = NAMELESS
        if attributes:
            words = frozenset(f"{attributes.get('id', '')} {attributes.get('class', '')}".lower().split())
        out = parent.out or _out(name, attributes)
        self.page.elements.append(Element(name, words, self.stack[-1], len(self.page.lines), out=out))
        self.stack.append(len(self.page.elements) - 1)
        self.open_names[name] += 1

    def _pop(self) -> str:
        element = self.page.elements[self.stack[-1]]
        if element.name in BLOCKS:
            self._flush()
        index = self.stack.pop()
        self.open_names[element.name] -= 1
        if element.name in CELLS:
            self._settle_cell(element.first)
        elif element.name == "tr":
            self._settle_row(index)
        # The line that an inline element ends in is not yet written.
        element.last = len(self.page.lines) + bool("".join(self.parts).strip())
        return element.name

    def _settle_cell(self, first: int) -> None:
        lines, depth = self.page.lines, self._cell() + 1
        if depth <= DEEPEST_CELL and is_large([line.text for line in lines[first:] if line.cell == depth]):
            lines[first:] = [replace(line, cell=0) if line.cell == depth else line for line in lines[first:]]

    def _settle_row(self, index: int) -> None:
        lines, first = self.page.lines, self.page.elements[index].first
        pairs = labelled([line.text for line in lines[first : first + MOST_CELLS + 1]])
        if pairs:
            linked = [line.linked for line in lines[first:]]
            lines[first:] = [
                replace(lines[first], text=pair, linked=sum(linked[2 * i : 2 * i + 2])) for i, pair in enumerate(pairs)
            ]
            for cell in self.page.elements[index + 1 :]:
                cell.first = cell.last = first

    def _end_within(self, ended: frozenset[str], outermost: bool = True) -> None:
        """Ends an open element of these names, and what is open in it, looking through inline elements only."""
        if not any(self.open_names[name] for name in ended):
            return
        deepest = 0
        for depth, index in enumerate(reversed(self.stack[-LOOKED_THROUGH:]), 1):
            name = self.page.elements[index].name
            if name in ended:
                deepest = depth
                if not outermost:
                    break
            elif name in BLOCKS or not name:
                break
        for _ in range(deepest):
            self._pop()

    def _add(self, words: str) -> None:
        self.parts.append(words)
        if self.open_names[LINK]:
            self.linked += len("".join(words.split()))

    def _flush(self, at: str = "") -> None:
        """Ends a line; a <br> parts no paragraphs, two of them do."""
        if self.parts and (text := _collapsed("".join(self.parts))):
            level = next((i for i, name in enumerate(HEADINGS, 1) if self.open_names[name]), 0)
            self.page.lines.append(Line(text, level, self._cell(), self.linked, self.apart))
            self.apart = False
        elif at == "br":
            self.apart = True
        self.apart |= at != "br"
        self.parts, self.linked = [], 0

    def _cell(self) -> int:
        return sum(self.open_names[name] for name in CELLS)


def _out(name: str, attributes: dict[str, str]) -> str:
    if "hidden" in attributes or NOT_SHOWN.search(attributes.get("style", "")):
        return "hidden"
    return "aside" if name in ASIDE else ""


def _describe(page: Page, name: str, attributes: dict[str, str]) -> None:
    if name == "meta" and "name" in attributes:
        page.meta.setdefault(attributes["name"].lower(), unescape(attributes.get("content", "")).strip())
    elif name == "input":
        page.counts["password"] += attributes.get("type", "").lower() == "password"
    elif name == "a" and (file := FILE.search(attributes.get("href", ""))):
        page.files.append(file.group())


def _collapsed(text: str) -> str:
    """Blanks drawn together; the line breaks that an editor set between Han characters are none."""

    def blank(match: re.Match[str]) -> str:
        around = text[match.start() - 1 : match.start()] + text[match.end() : match.end() + 1]
        return " " if "\n" not in match.group() or around.isascii() else ""

    return BLANKS.sub(blank, text).strip(" ")
