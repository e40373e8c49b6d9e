"""Where the marks of a comment go: on the very words where a run can be cut, else round what holds them."""

import re
from collections.abc import Iterator

from checklist.records import record
from evaluator.output.docx.scanning import Node, Words, is_solid
from evaluator.output.docx.tracing import NOWHERE, Tracing

NAME = re.compile(rb"<([^\s/>]+)")


@record
class Cut:
    """A byte where marks go, and what closes before them and opens again behind them what stands open there."""

    at: int
    close: bytes = b""
    reopen: bytes = b""


@record
class Anchor:
    """`covers` are the first and the last character marked; `exact` says that they are the words asked for."""

    start: Cut
    end: Cut
    covers: tuple[int, int]
    exact: bool


def anchor(tracing: Tracing, start: int, end: int) -> Anchor | None:
    """For a span of the text as read: on its words, else on its line, else on the nearest line of the body.

    A footnote or a header has no comments of its own; None where the body has no words at all.
    """
    found = next(filter(None, (_serials(tracing, *span) for span in _nearer(tracing, start, end))), None)
    if not found:
        return None
    first, last = min(found), max(found)
    begin, finish = _before(tracing, first), _behind(tracing, last)
    covers = tracing.within(begin.at, finish.at)
    asked = sum(map(is_solid, tracing.text[start:end]))
    return Anchor(begin, finish, covers, covers == (first, last) and asked == len(_serials(tracing, start, end)))


def _nearer(tracing: Tracing, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span, its line, the last line before it that has words in the body, and the first behind it."""
    yield start, end
    yield _line(tracing.text, start)
    for at in (*range(start - 1, -1, -1), *range(end, len(tracing.text))):
        if tracing.serials[at] != NOWHERE:
            yield _line(tracing.text, at)


def _line(text: str, at: int) -> tuple[int, int]:
    end = text.find("\n", at)
    return text.rfind("\n", 0, at) + 1, len(text) if end < 0 else end


def _serials(tracing: Tracing, start: int, end: int) -> list[int]:
    found = [serial for serial in tracing.serials[start:end] if serial != NOWHERE]
    return [serial for serial in found if tracing.words(serial).around is not None]


def _before(tracing: Tracing, serial: int) -> Cut:
    words, at = tracing.words(serial), tracing.start(serial)
    if words.run is None:
        assert words.around
        return Cut(words.around.start)
    if serial == words.begin:
        return Cut(words.run.start) if words.run.first is words.node else _between(tracing, words.node.start, words.run)
    # Without xml:space a blank at the edge of a piece would no longer be shown.
    if tracing.end(serial - 1) < at and not _keeps_blanks(tracing, words):
        return Cut(words.run.start)
    return _through(tracing, at, words, words.run)


def _behind(tracing: Tracing, serial: int) -> Cut:
    words, at = tracing.words(serial), tracing.end(serial)
    if words.run is None:
        assert words.around
        return Cut(words.around.end)
    solid = tracing.scan.starts
    if serial + 1 == len(solid) or solid[serial + 1] > words.node.closing:
        rest = tracing.scan.utf8[words.node.end : words.run.closing]
        return _between(tracing, words.node.end, words.run) if rest.strip() else Cut(words.run.end)
    if at < solid[serial + 1] and not _keeps_blanks(tracing, words):
        return Cut(words.run.end)
    return _through(tracing, at, words, words.run)


def _keeps_blanks(tracing: Tracing, words: Words) -> bool:
    return b"preserve" in tracing.scan.utf8[words.node.start : words.node.opened]


def _between(tracing: Tracing, at: int, run: Node) -> Cut:
    """Of a run between two of the things in it."""
    utf8 = tracing.scan.utf8
    return Cut(at, _end_tag(utf8, run), utf8[run.start : run.lead])


def _through(tracing: Tracing, at: int, words: Words, run: Node) -> Cut:
    """Of a run between two characters."""
    utf8 = tracing.scan.utf8
    opening = utf8[run.start : run.lead] + utf8[words.node.start : words.node.opened]
    return Cut(at, _end_tag(utf8, words.node) + _end_tag(utf8, run), opening)


def _end_tag(utf8: bytes, node: Node) -> bytes:
    """With a blank, by which a later run knows the cut for one of ours."""
    name = NAME.match(utf8, node.start)
    assert name
    return b"</" + name[1] + b" >"
