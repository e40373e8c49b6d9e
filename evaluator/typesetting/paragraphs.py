"""Lines to paragraphs: a line goes on in the next when it is full and the next one is not set in."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checklist.folding import fold
from checklist.records import record
from evaluator.typesetting.placing import Placed
from evaluator.typesetting.sheet import Line
from evaluator.typesetting.tables import Table
from evaluator.understanding.headings import numbered

# In Han characters: less is no indent, no room left on a line, no difference between two margins.
INDENT = 0.8
SLACK = 0.3
SAME_MARGIN = 0.5
# Lines of other sizes, or further apart than usual, are other paragraphs.
SAME_SIZE = 1.12
FAR = 1.45
# Of what begins with a number, so much must be set apart to rely on it.
MOST = 0.7
BULLETS = ("·", "●", "◆", "■", "▲", "★", "※")
FINAL = "。!?;:"
NEVER_FIRST = (",", "。", ";", "、", "!", "?", ":", ")", "》", "〉", "%")
# Of the width of the column: a line that ends so near its edge and in the middle of a sentence may be full.
NEARLY_FULL = 0.15
LEADER = re.compile(r"(?<![.…·_])[.…·_]{4,}+\s*+\d{0,4}$")
# What the end of a line never parts: a word and its brackets and marks, figures, Latin words; and what stands
# at a quotation mark, since “ and ” have one code for Chinese and for Latin text.
OPEN, SHUT, QUOTES = "（(《〈【〔［「『", "，,。、；;：:？?！!）)》〉】〕］」』…%％", "“”‘’\"'"
UNIT = "(?:[A-Za-z0-9.,:/%·-]+|.)"
TOKEN = re.compile(rf"[{re.escape(OPEN + QUOTES)}]*{UNIT}(?:[{re.escape(SHUT)}]|[{QUOTES}]+{UNIT}?)*")
# Of the width of the column: a line that leaves so much room is the last of its paragraph or all of it.
SHORT = 0.4


@record
class Paragraph:
    lines: tuple[Line, ...]
    kind: str = "paragraph"


class _Marks(NamedTuple):
    """Whether what begins with a number shows by its indent, or by its distance, that it is a paragraph."""

    indent: bool
    distance: bool


def paragraphs(columns: Sequence[Sequence[Placed | Table]]) -> Iterator[Paragraph]:
    """What columns say, one after the other; a paragraph may begin in one and end in the next."""
    marks = _marks([item for column in columns for item in column if isinstance(item, Placed)])
    going: list[Placed] = []
    notes: list[Paragraph] = []
    for item in (item for column in columns for item in column):
        if isinstance(item, Placed) and going and _goes_on(going, item, marks):
            going.append(item)
            continue
        if isinstance(item, Table) and item.kind == "note" and going:
            notes += _cells(item)
            continue
        if going:
            yield Paragraph(tuple(one.line for one in going))
        yield from notes
        notes = []
        going = [item] if isinstance(item, Placed) else []
        if isinstance(item, Table):
            yield from _cells(item)
    if going:
        yield Paragraph(tuple(one.line for one in going))
    yield from notes


def _marks(lines: Sequence[Placed]) -> _Marks:
    listed = [one for one in lines if one.step and _is_listed(fold(one.line.text))]
    most = MOST * len(listed)
    return _Marks(sum(one.indent >= INDENT for one in listed) > most, sum(one.step > FAR for one in listed) > most)


def _goes_on(going: Sequence[Placed], after: Placed, marks: _Marks) -> bool:
    before = going[-1]
    head, rest = fold(before.line.text), fold(after.line.text)
    if not 1 / SAME_SIZE < (after.line.size or 1) / (before.line.size or 1) < SAME_SIZE or after.step > FAR:
        return False
    if rest.startswith(NEVER_FIRST):
        return True
    # Labels with values, or the rows of a table without lines.
    if min(before.line.parts, after.line.parts) > 1:
        return False
    if LEADER.search(head) or rest.startswith(BULLETS) or not _is_full(before, after.line.text):
        return False
    if head[-1:] in FINAL and _begins(head, rest, after, marks):
        return False
    if after.indent < INDENT:
        return True
    if _is_centred(before) and _is_centred(after):
        return before.indent + before.room < _needed(after.line.text) + SLACK and head[-1:] not in FINAL
    # A number may hang: all lines but the first are set in.
    hangs = after.indent - before.indent
    return abs(hangs) < SAME_MARGIN if len(going) > 1 else hangs > INDENT and _is_listed(head)


def _is_centred(one: Placed) -> bool:
    return abs(one.indent - one.room) < SAME_MARGIN


def _begins(head: str, rest: str, after: Placed, marks: _Marks) -> bool:
    """Whether the words of a line look like a new paragraph, after a line that ends with a clause."""
    if head[-1:] not in ";:" and after.room > SHORT * after.width and rest[-1:] not in FINAL:
        return True
    shown = marks.indent or (marks.distance and after.step > 0)
    return not shown and _is_listed(rest)


def _is_full(before: Placed, rest: str) -> bool:
    """Whether the word with which the next line begins had no room on this one."""
    if before.room < _needed(rest) + SLACK:
        return True
    head = fold(before.line.text)
    return before.room < NEARLY_FULL * before.width and "," in head and head[-1:] not in FINAL


def _is_listed(folded: str) -> bool:
    return numbered("".join(folded[:20].split())) is not None


def _needed(text: str) -> float:
    """How wide the word is with which a line begins, in Han characters."""
    token = TOKEN.match(text)
    return sum(0.5 if char.isascii() and char.isalnum() else 1.0 for char in token.group()) if token else 1.0


def _cells(table: Table) -> Iterator[Paragraph]:
    for cell in table.cells:
        lines: list[Line] = []
        for line in cell:
            if lines and fold(lines[-1].text)[-1:] in FINAL and _is_listed(fold(line.text)):
                yield Paragraph(tuple(lines), table.kind)
                lines = []
            lines.append(line)
        if lines:
            yield Paragraph(tuple(lines), table.kind)
