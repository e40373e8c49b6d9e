"""An RTF file as it is being read: the state of its groups, its fonts and styles, its paragraphs."""

import re
from copy import copy
from dataclasses import dataclass, field

from evaluator.reading.composing import PROSE
from evaluator.reading.rtf.sinks import PICTURE, Paragraph, Sink
from evaluator.reading.tally import Tally

HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
LETTER_AREA = 12240 * 15840
# A box in a note in a box: what is nested deeper stays where it is, and is read all the same.
DEEPEST = 20
# The number that the program wrote in front of a paragraph ends with this.
NUMBER_END = "\0"


@dataclass(slots=True)
class Group:
    """What holds within a pair of braces; `place` says where its text goes.

    body; number (of a paragraph); fonts, styles: the tables; picture; property (of a shape: only its pictures
    count); twice (the same in two encodings: only the newer counts); nowhere.
    """

    place: str = "body"
    hidden: bool = False
    deleted: bool = False
    revised: bool = False
    level: int = 0
    in_table: bool = False
    preview: bool = False
    skips: int = 1
    codec: str = ""
    starred: bool = False
    opened: Sink | None = None


@dataclass(slots=True)
class Document:
    tally: Tally
    group: Group = field(default_factory=Group)
    outer: list[Group] = field(default_factory=list)
    sinks: list[Sink] = field(default_factory=lambda: [Sink("paragraph")])
    headers: list[Paragraph] = field(default_factory=list)
    code_page: str = "cp1252"
    fonts: dict[int, str] = field(default_factory=dict)
    levels: dict[int, int] = field(default_factory=dict)
    # Of the font, style, picture or page that is being described.
    values: dict[str, int] = field(default_factory=dict)
    name: str = ""
    columns: int = 0
    to_skip: int = 0
    revision: tuple[bool, bool] = (False, False)
    waiting: bytearray = field(default_factory=bytearray)

    def paragraphs(self) -> list[Paragraph]:
        """All that was said, once the last token is taken; headers last."""
        self.flush()
        if self.outer:
            self.tally.unread.append("文件没有结尾，后面的内容可能丢失了")
        while self.outer:
            self.close()
        self.sinks[0].end_paragraph("paragraph")
        return self.sinks[0].done + self.headers

    def put(self, text: str) -> None:
        group = self.group
        if group.place == "styles":
            self.name += text
        if group.place not in ("body", "number"):
            return
        revision = group.deleted, group.revised
        self.tally.revisions += any(revision) and revision != self.revision
        self.revision = revision
        if not group.deleted:
            sink = self.sinks[-1]
            (sink.hidden if group.hidden else sink.text).append(text)

    def end_paragraph(self) -> None:
        group, sink = self.group, self.sinks[-1]
        if group.place not in ("body", "number") or group.deleted:
            return
        kind = sink.kind
        if kind in PROSE and group.in_table and self.columns > 1:
            kind = "cell"
        elif kind in PROSE and group.level:
            kind = "heading"
        sink.end_paragraph(kind, group.level if kind == "heading" else 0)

    def enter(self, place: str) -> None:
        """The group's text goes there, unless the group is nowhere already."""
        if self.group.place != "nowhere":
            self.group.place = place

    def flush(self) -> None:
        if self.waiting:
            self.put(self.waiting.decode(self.group.codec or self.code_page, "replace"))
            self.waiting.clear()

    def open(self) -> None:
        self.outer.append(self.group)
        self.group = copy(self.group)
        self.group.opened = None
        self.group.starred = False
        if self.group.place == "twice":
            self.group.place = "nowhere"
        if self.group.place == "styles":
            self.name = ""
            self.values.clear()

    def close(self) -> None:
        group = self.group
        if group.place == "number" and self.outer and self.outer[-1].place == "body":
            self.put(NUMBER_END)
        elif group.place == "styles":
            self._end_style()
        elif group.place == "picture" and self.outer and self.outer[-1].place != "picture":
            self._end_picture()
        if group.opened is not None:
            self._end_apart(group.opened)
        if self.outer:
            self.group = self.outer.pop()

    def _end_style(self) -> None:
        named = HEADING_NAME.match(self.name.strip())
        level = self.values.get("outlinelevel", int(named[1]) - 1 if named else -1)
        if 0 <= level < 9 and "s" in self.values:
            self.levels[self.values["s"]] = level + 1

    def _end_picture(self) -> None:
        page = self.values.get("paperw", 0) * self.values.get("paperh", 0) or LETTER_AREA
        area = self.values.pop("picwgoal", 0) * self.values.pop("pichgoal", 0)
        picture = Paragraph("", PICTURE, share=area / page if area > 0 else None)
        if not self.group.preview and self.sinks[-1].kind != "header":
            self.sinks[-1].after.append(picture)

    def _end_apart(self, sink: Sink) -> None:
        sink.end_paragraph(sink.kind)
        self.sinks.pop()
        (self.headers if sink.kind == "header" else self.sinks[-1].after).extend(sink.done)

    def begin_apart(self, kind: str) -> None:
        if not self.outer or self.group.opened is not None or len(self.sinks) > DEEPEST:
            return
        self.group.place = "body"
        self.group.opened = Sink("header" if self.sinks[-1].kind == "header" else kind)
        self.sinks.append(self.group.opened)
