"""The report's own text, line by line: headings as such, what results stand on marked, what is missing announced."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from markupsafe import Markup, escape

from evaluator.console.layout import visible
from evaluator.document import Document
from evaluator.masking import cover
from evaluator.output.html.nesting import Piece, nested, spread
from evaluator.output.html.results import AnchoredQuote, Element, Results

# The report itself is a heading of level 2, its full text one of 3; HTML has six.
TITLE_LEVEL = 4
DEEPEST = 6

_OPEN = Markup('<mark class="{}" data-kind="{}">')
_OPEN_HERE = Markup('<mark class="{}" data-kind="{}" id="{}">')
_BACK = Markup('<a class="back {}" href="#{}" title="{}" aria-label="回到{}">{}</a>')
_HERE = Markup('<p class="here" data-kind="missing"><span aria-hidden="true">✎</span> 此处应写：{}</p>\n')
_WANTED = Markup('<a id="{}-here" href="#{}">{}</a>')


class Part(NamedTuple):
    """A stretch of a line; `level` is that of the heading it is, 0 where it is none."""

    start: int
    end: int
    level: int = 0


def section_ends(document: Document) -> dict[str, int]:
    """The offset at which each section ends, by its heading as results name it."""
    ends: dict[str, int] = {}
    for index, section in enumerate(document.sections):
        if index and section.end > section.start:
            ends.setdefault(cover(document.heading(index)), document.plain.original(section.end - 1) + 1)
    return ends


def full_text(document: Document, results: Results) -> Iterator[Markup]:
    """Every line that is not blank, masked, as HTML."""
    text = cover(document.reading.text)
    lines = list(_lines(document))
    stretches = [(part.start, part.end) for _, parts in lines for part in parts]
    marks = spread(stretches, list(results.passages()))
    due = _announcements(results, [parts[-1].end for _, parts in lines])
    for index, (number, parts) in enumerate(lines):
        shown = [(part, _marked(text, part, next(marks))) for part in parts]
        if text[parts[0].start : parts[-1].end].strip():
            yield _line(number, shown)
        if index in due:
            yield _HERE.format(Markup("、").join(_wanted(element) for element in due[index]))


def _announcements(results: Results, ends: Sequence[int]) -> Mapping[int, list[Element]]:
    """What is missing, by the index of the line after which it belongs."""
    due = defaultdict(list)
    for element in results.elements:
        if element.here is not None:
            due[bisect_left(ends, element.here)].append(element)
    return due


def _lines(document: Document) -> Iterator[tuple[int, list[Part]]]:
    """Line numbers and what stands there; a heading that goes over several lines is shown on one."""
    text = document.reading.text
    headings = list(_headings(document))
    starts = [*document.line_starts, len(text)]
    within = ((bisect_left(starts, part.start + 1), bisect_left(starts, part.end)) for part in headings)
    inner = {index for first, last in within for index in range(first, last)}
    numbered = [(index + 1, at) for index, at in enumerate(starts) if index not in inner]
    ahead = iter([*headings, Part(len(text), len(text))])
    heading = next(ahead)
    for (number, start), (_, after) in pairwise(numbered):
        end = start + len(text[start:after].rstrip("\r\n"))
        parts, at = [], start
        while heading.start < end:
            begin = at if not text[at : heading.start].strip() else heading.start
            parts += [Part(at, begin), Part(begin, heading.end, heading.level)]
            at, heading = heading.end, next(ahead)
        yield number, _joined(text, parts, Part(at, end))


def _joined(text: str, parts: list[Part], rest: Part) -> list[Part]:
    """The parts of a line that are not empty; blanks behind a heading are shown with it."""
    if parts and not text[rest.start : rest.end].strip():
        last = parts.pop()
        return [*(part for part in parts if part.end > part.start), last._replace(end=rest.end)]
    return [part for part in parts if part.end > part.start] + [rest]


def _headings(document: Document) -> Iterator[Part]:
    """The title and the headings by their places, without those that begin within the one before."""
    top = TITLE_LEVEL + (document.metadata.title_span is not None)
    spans = [(section.start, section.heading_end, top - 1 + len(document.path(index)))
             for index, section in enumerate(document.sections) if index]  # fmt: skip
    if document.metadata.title_span:
        spans.append((*document.metadata.title_span, TITLE_LEVEL))
    behind = 0
    for start, end, level in sorted(spans):
        if end > start and (place := document.place(start, end)).start >= behind:
            behind = place.end
            yield Part(place.start, place.end, min(level, DEEPEST))


def _line(number: int, shown: Sequence[tuple[Part, Markup]]) -> Markup:
    if len(shown) == 1:
        (part, words), = shown
        tag = f"h{part.level}" if part.level else "p"
        return Markup('<{} class="line" data-line="{}">{}</{}>\n').format(tag, number, words, tag)
    inner = Markup("").join(_within(part, words) for part, words in shown)
    return Markup('<div class="line" data-line="{}">{}</div>\n').format(number, inner)


def _within(part: Part, words: Markup) -> Markup:
    tag = f"h{part.level}" if part.level else "span"
    return Markup("<{}>{}</{}>").format(tag, words, tag)


def _wanted(element: Element) -> Markup:
    return _WANTED.format(element.anchor, element.anchor, visible(element.item.title))


def _marked(text: str, part: Part, passages: Sequence[AnchoredQuote]) -> Markup:
    return Markup("").join(_piece(text, piece) for piece in nested(part.start, part.end, passages))


def _piece(text: str, piece: Piece[AnchoredQuote]) -> Markup:
    opened = (_opened(passage, passage.start == piece.start) for passage in piece.opens)
    closed = (_closed(passage, passage.end == piece.end) for passage in piece.closes)
    return Markup("").join([*opened, escape(visible(text[piece.start : piece.end])), *closed])


def _opened(passage: AnchoredQuote, first: bool) -> Markup:
    kind = passage.kind
    return _OPEN_HERE.format(kind, kind, passage.anchor) if first else _OPEN.format(kind, kind)


def _closed(passage: AnchoredQuote, last: bool) -> Markup:
    if not last:
        return Markup("</mark>")
    label = visible(passage.label)
    return Markup("</mark>") + _BACK.format(passage.kind, passage.owner, label, label, passage.symbol)
