"""A report as it was read and understood: places, blocks, sections, sentences. Knows nothing of items."""

from bisect import bisect_right
from dataclasses import field
from datetime import date

from checklist.records import record

SEVERAL = "文件里有不止一份报告，只核查了第一份"


@record
class Place:
    """Where something stands in the text as read: lines and columns 1-based, offsets in code points, end exclusive."""

    start: int
    end: int
    line: int
    column: int
    end_line: int
    page: int | None = None


@record
class Block:
    """One line or paragraph as a reader found it, by offsets into the text as read, its line break excluded.

    `kind`: line (plain text; lines may be hard-wrapped), paragraph, heading (styled as one; `level` from 1),
    cell, note, box (a text box), header, hidden. Only `line` blocks are ever joined with their neighbours.
    """

    start: int
    end: int
    kind: str = "line"
    level: int = 0
    page: int | None = None


@record
class Note:
    """Something a reader of the result should know that is no fault of the report."""

    code: str
    message: str


@record
class Picture:
    """A picture in the body, whose words nobody reads: the offset of the text before it, its share of a page.

    `share` is None where the format does not tell the size.
    """

    at: int
    share: float | None = None


@record
class Reading:
    """What a reader made of the bytes; `unread` says why absence cannot be concluded, empty when all was read."""

    text: str
    blocks: tuple[Block, ...]
    format: str
    notes: tuple[Note, ...] = ()
    unread: str = ""
    pictures: tuple[Picture, ...] = ()


@record
class Plain:
    """The text as it is compared, and the way back: runs of it that stand unbroken in the text as read.

    Run i begins at plain offset `begins[i]` and at original offset `origins[i]`. Paragraphs end with a line feed.
    """

    text: str
    begins: tuple[int, ...]
    origins: tuple[int, ...]

    def original(self, at: int) -> int:
        """The offset in the text as read of the plain character at `at`."""
        run = bisect_right(self.begins, at) - 1
        return self.origins[run] + at - self.begins[run]


@record
class Paragraph:
    """A paragraph of the report proper, by plain offsets; `section` indexes Document.sections.

    `kind`: preamble (before the first heading), heading (nothing but a heading), body, signature (the organ
    and date at the end).
    """

    start: int
    end: int
    section: int
    kind: str


@record
class Section:
    """A heading and what stands below it up to the next heading of its level or higher, by plain offsets.

    Section 0 is the whole report and has no heading. `number` is the numeral as written (一、 (二) 3. 四是), `title`
    the words after it without a final stop; a run-in heading ends where its first sentence ends (`run_in`).
    `end` excludes the line break. `parent` is an index; levels are 1 for 一、, 2 for (一), 3 for 1., 4 for (1).
    """

    number: str
    title: str
    level: int
    parent: int
    start: int
    heading_end: int
    end: int
    run_in: bool = False


@record
class Sentence:
    """A sentence of the body, by plain offsets, its final mark included; headings and closing formulas are none.

    `mark` is the enumerator with which it begins (一是 其二 第三 (四) 5.), empty where there is none.
    """

    start: int
    end: int
    section: int
    paragraph: int
    mark: str = ""


@record
class Metadata:
    """What the report says of itself; `title_span` and the others are plain offsets, None where it does not say."""

    title: str = ""
    title_span: tuple[int, int] | None = None
    organ: str | None = None
    level: str | None = None
    year: int | None = None
    published: date | None = None
    published_span: tuple[int, int] | None = None


@record
class Document:
    """A report as it was understood. `body` are the plain offsets between title (or addressee) and the chrome after.

    `several`: another report follows in the same file, of which nothing else here tells. `anew`: the title, by plain
    offsets, with which this one begins once more in its body.
    """

    reading: Reading
    plain: Plain
    metadata: Metadata
    body: tuple[int, int]
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]
    line_starts: tuple[int, ...] = field(repr=False, default=())
    several: bool = False
    anew: tuple[int, int] | None = None

    def place(self, start: int, end: int) -> Place:
        """The place in the text as read of the plain span [start, end), which must not be empty."""
        first = self.plain.original(start)
        last = self.plain.original(end - 1) + 1
        line = bisect_right(self.line_starts, first)
        return Place(
            start=first,
            end=last,
            line=line,
            column=first - self.line_starts[line - 1] + 1,
            end_line=bisect_right(self.line_starts, last - 1, line - 1),
            page=self._page(first),
        )

    def quote(self, start: int, end: int) -> str:
        """The words as the report has them, for a plain span."""
        return self.reading.text[self.plain.original(start) : self.plain.original(end - 1) + 1]

    def heading(self, section: int) -> str:
        """The heading with its number, without blanks, its marks as the report has them, so that it can be searched."""
        own = self.sections[section]
        if own.number[-1:].isdecimal():
            # 2.6 has no mark behind, only a blank.
            return f"{own.number} {own.title}"
        length = len(own.number + own.title)
        if self.plain.text[own.start : own.start + length] != own.number + own.title:
            return own.number + own.title
        given = self.quote
        at = range(own.start, own.start + length)
        return "".join(c if (c := self.plain.text[i]).isalnum() else given(i, i + 1) for i in at)

    def block(self, at: int) -> Block:
        """The block in which the plain character at `at` stands."""
        blocks = self.reading.blocks
        return blocks[bisect_right(blocks, self.plain.original(at), key=lambda b: b.start) - 1]

    def _page(self, at: int) -> int | None:
        blocks = self.reading.blocks
        # Where the first block is on no page, none is.
        if not blocks or blocks[0].page is None:
            return None
        block = bisect_right(blocks, at, key=lambda b: b.start) - 1
        return blocks[block].page if block >= 0 else None

    def path(self, section: int) -> tuple[int, ...]:
        """The sections from the topmost heading down to this one, section 0 left out."""
        path: list[int] = []
        while section > 0:
            path.append(section)
            section = self.sections[section].parent
        return tuple(reversed(path))
