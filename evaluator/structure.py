"""Blocks to Document: title and chrome set aside, sections nested, paragraphs cut into sentences."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from evaluator.document import Block, Document, Metadata, Note, Plain, Reading
from evaluator.reading import text as plain_text
from evaluator.understanding.decimals import decimal_headings
from evaluator.understanding.framing import frame
from evaluator.understanding.headings import MARKS, Heading, heading, numbered
from evaluator.understanding.leads import lead_headings
from evaluator.understanding.metadata import describe, title_of
from evaluator.understanding.naming import level_of
from evaluator.understanding.nesting import Body, Line, nested
from evaluator.understanding.normalising import normalise
from evaluator.understanding.pictures import require_words, unread_pictures
from evaluator.understanding.recognising import require_report
from evaluator.understanding.repeating import anew
from evaluator.understanding.unfolding import LONGEST_PARAGRAPH, unfold

VERY_SHORT, VERY_LONG = 300, 100_000
# Nobody writes a heading longer than this before the body begins on the same line.
NEAR = 60
# The rows of a table and the footnotes are numbered too.
NO_HEADINGS = ("cell", "note")
# Where blanks stand between all characters they part nothing.
MOST_GAPS, LEAST_BETWEEN = 4, 8


def understand(
    reading: Reading, *, year: int | None = None, organ: str | None = None, level: str | None = None
) -> Document:
    """What the report says of itself and how it is built. Raises ReportError when it is no such report."""
    plain, leads = normalise(reading)
    lines = _with_rows(_lines(reading.text, plain, leads))
    texts = [line.text for line in lines]
    framed = frame(texts, {i for i, line in enumerate(lines) if line.kind == "heading" and line.heading})
    copies = {"".join(texts[t.first : t.last + 1]) for t in framed.titles}
    body = [line for line in lines[framed.first : framed.signature] if line.text not in copies]
    found = nested(body, lines[framed.signature : framed.last])
    head = texts[: framed.title.first if framed.title else framed.first]
    headings = [section.title for section in found.sections[1:]]
    title = framed.title.text if framed.title else ""
    require_words(reading, sum(len(line.text) for line in body))
    require_report(head, [line.text for line in body], headings, title, framed.signature < framed.last)
    metadata = describe(reading.text, plain, lines, framed, found)
    level = level or (level_of(organ) if organ else None) or metadata.level
    metadata = replace(metadata, year=year or metadata.year, organ=organ or metadata.organ, level=level)
    notes = (*reading.notes, *_notes(body))
    unread = "；".join(filter(None, (reading.unread, unread_pictures(reading, plain, found.sections))))
    again = anew(texts, framed)
    return replace(
        _document(replace(reading, notes=notes, unread=unread), plain, metadata, found),
        several=framed.several,
        anew=(lines[again.first].start, lines[again.last].end) if again else None,
    )


def fragment(text: str, year: int, title: str | None = None) -> Document:
    """A bare passage as the only section of an otherwise empty report on that year."""
    whole = text if title is None else f"{title.strip()}\n{text}"
    reading = Reading(whole, plain_text.lines(whole), "text")
    plain, leads = normalise(reading)
    lines = _lines(whole, plain, leads)
    body = lines if title is None else lines[1:]
    metadata = Metadata(year=year)
    if title is not None and lines:
        metadata = replace(title_of(whole, plain, lines[:1], lines[0].text), year=year)
    return _document(reading, plain, metadata, nested(body, (), bare=True))


def unstructured(reading: Reading) -> Document:
    """The text alone, of what is no report: no title, no sections, no sentences."""
    plain, _ = normalise(reading)
    return _document(reading, plain, Metadata(), nested((), ()))


def _document(reading: Reading, plain: Plain, metadata: Metadata, found: Body) -> Document:
    starts = (0, *(m.end() for m in plain_text.LINE_BREAK.finditer(reading.text)))
    return Document(reading, plain, metadata, found.body, found.paragraphs, found.sections, found.sentences, starts)


def _lines(text: str, plain: Plain, leads: Sequence[Block]) -> list[Line]:
    """The paragraphs of the text with the headings with which they seem to begin."""
    lines: list[Line] = []
    at = 0
    for paragraph, block in zip(plain.text.split("\n"), leads, strict=False):
        begins = [0]
        if len(paragraph) > LONGEST_PARAGRAPH:
            alone = len(paragraph) > 0.6 * len(plain.text)
            begins = unfold(paragraph, _gaps(at, len(paragraph), text, plain), alone)
        for begin, end in pairwise([*begins, len(paragraph)]):
            part = paragraph[begin:end]
            lines.append(Line(part, at + begin, block.kind, _heading(part, at + begin, text, plain, block)))
        at += len(paragraph) + 1
    return lines


def _with_rows(lines: Sequence[Line]) -> list[Line]:
    """The lines with the headings that only their row shows to be some: 1, 1.1, 1.2, or words without a number."""
    found = list(lines)
    for headings_of in (decimal_headings, lead_headings):
        texts = {i: line.text for i, line in enumerate(found) if line.heading is None and line.kind not in NO_HEADINGS}
        headings = headings_of(texts)
        found = [line._replace(heading=headings[i]) if i in headings else line for i, line in enumerate(found)]
    return found


def _heading(paragraph: str, at: int, text: str, plain: Plain, block: Block) -> Heading | None:
    """By its number; a styled heading without one by its style, unless it is really a paragraph."""
    if block.kind in NO_HEADINGS:
        return None
    if numbered(paragraph):
        return heading(paragraph, _gaps(at, min(NEAR, len(paragraph)), text, plain))
    if block.kind == "heading" and len(paragraph) <= NEAR:
        return Heading("", paragraph.rstrip(MARKS), block.level or 1, len(paragraph))
    return None


def _gaps(at: int, length: int, text: str, plain: Plain) -> tuple[int, ...]:
    """The offsets in a paragraph at which blanks, but no line break, were taken out."""
    first = bisect_right(plain.begins, at)
    last = bisect_right(plain.begins, at + length)
    if last - first > MOST_GAPS + length // LEAST_BETWEEN:
        return ()
    return tuple(
        begin - at
        for begin, origin in zip(plain.begins[first:last], plain.origins[first:last], strict=True)
        if text[origin - 1] not in "\r\n" and "\n" not in text[plain.original(begin - 1) : origin]
    )


def _notes(body: Sequence[Line]) -> list[Note]:
    size = sum(len(line.text) for line in body)
    notes = []
    if size < VERY_SHORT:
        notes.append(Note("very-short", f"正文只有 {size} 个字，请核对是不是全文"))
    if size > VERY_LONG:
        notes.append(Note("very-long", f"正文有 {size} 个字，请核对是不是混进了别的文件"))
    return notes
