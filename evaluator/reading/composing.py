"""Paragraphs put together to the text as read, each on a line of its own, with their blocks and pictures."""

import re

from evaluator.document import Block, Picture, Reading
from evaluator.limits import MOST_CHARACTERS
from evaluator.reading.tally import Tally
from evaluator.refusal import ReportError, too_long

# A line break within a paragraph: a blank to everyone, since a line of the text is a whole paragraph.
SOFT_BREAK = "\u2028"
# What holds sentences and headings; all else is a kind of its own wherever it stands.
PROSE = ("paragraph", "box")
# Where something stands that is no text.
OBJECT = "\ufffc"
LINE_ENDS = re.compile("[\r\n\v\f\x85\u2029]")
# Beside such a mark the number needs no blank before the words.
WIDE_MARKS = "、．。）】》：」"


class Composition:
    """The text of a document as it grows."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.pictures: list[Picture] = []
        self._lines: list[str] = []
        self._end = 0

    @property
    def text(self) -> str:
        return "\n".join(self._lines)

    def add(self, text: str, kind: str = "paragraph", level: int = 0, page: int | None = None) -> None:
        """A paragraph, unless it is blank. One with line breaks inside is lines, as it is in a text file."""
        text = LINE_ENDS.sub(" ", text).replace(OBJECT, "")
        if not text.strip():
            return
        if self._end + len(text) > MOST_CHARACTERS:
            raise too_long(f"全文超过 {MOST_CHARACTERS} 字")
        if self._lines:
            self._end += 1
        if kind in PROSE and SOFT_BREAK in text:
            self._add_lines(text, page)
        else:
            self.blocks.append(Block(self._end, self._end + len(text), kind, level, page))
        self._lines.append(text)
        self._end += len(text)

    def _add_lines(self, text: str, page: int | None) -> None:
        at = self._end
        for line in text.split(SOFT_BREAK):
            if line.strip():
                self.blocks.append(Block(at, at + len(line), "line", page=page))
            at += len(line) + 1

    def reading(self, form: str, tally: Tally) -> Reading:
        """Raises ReportError where there is nothing to read."""
        pictures, text = tuple(self.pictures), self.text
        if not text and pictures:
            hint = "请用扫描前的文字稿，或先做文字识别（OCR）再核查"
            raise ReportError("no-text", f"文档里只有 {len(pictures)} 张图片，没有文字", hint)
        if not text:
            hint = "请核对是不是拿错了文件，或者文件没有保存完整"
            raise ReportError("empty", "文档是空的，没有任何文字", hint)
        notes = tuple(tally.notes(len(pictures), sum(block.kind == "hidden" for block in self.blocks)))
        return Reading(text, tuple(self.blocks), form, notes, tally.told(), pictures)

    def picture(self, share: float | None) -> None:
        """A picture that stands in, or after, the paragraph added last."""
        self.pictures.append(Picture(max(0, self._end - 1), share))


def labelled(number: str, text: str) -> str:
    """The words of a paragraph behind its automatic number."""
    if not number or number[-1] in WIDE_MARKS or not text:
        return number + text
    return f"{number} {text}"
