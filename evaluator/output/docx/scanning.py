"""Where in the bytes of a document its words, its runs and the marks of its comments stand."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field

from evaluator.output.docx.markup import element_end, parser, tag_end
from evaluator.reading.composing import OBJECT
from evaluator.reading.docx.names import ID, MATH, R_, RPR, P, T, W
from evaluator.reading.docx.package import usual_name

# Marks may stand among what these hold; round anything else (a drawing, a formula, a field) they stand outside.
OPEN_TO_MARKS = frozenset(
    f"{W}{name}" for name in ("ins", "moveTo", "hyperlink", "smartTag", "sdt", "sdtContent", "customXml", "bdo", "dir")
)
# A content control of these kinds is filled anew by Word, which throws away marks inside.
FILLED = frozenset(
    f"{W}{name}" for name in ("text", "dataBinding", "date", "dropDownList", "comboBox", "lock", "picture")
)
CONTROL_PROPERTIES = f"{W}sdtPr"
MARKS = {
    f"{W}commentRangeStart": "start",
    f"{W}commentRangeEnd": "end",
    f"{W}commentReference": "reference",
}
WORDS = frozenset({T, f"{MATH}t"})


@dataclass(slots=True)
class Node:
    """An element by its bytes; of a run `lead` is where its properties end, `first` its first words if it begins so."""

    name: str
    start: int
    opened: int
    closing: int = 0
    end: int = 0
    lead: int = 0
    first: "Node | None" = None
    children: int = 0
    filled: bool = False


@dataclass(slots=True)
class Words:
    """One `w:t` or `m:t`: the number of its first solid character, and what marks stand round at the least.

    `run` is the run that can be cut in two between its characters, None where it cannot.
    """

    node: Node
    begin: int
    around: Node | None
    run: Node | None


@dataclass(slots=True)
class Mark:
    """Where a comment begins, ends or is referred to; `run` is the run of a reference."""

    comment: str
    kind: str
    node: Node
    run: Node | None


@dataclass(slots=True)
class Seam:
    """Where we cut a run in two once: told by end tags with a blank, which nobody else writes."""

    start: int
    end: int
    # What opens a run like the one that was closed.
    opening: bytes


@dataclass(slots=True)
class Scan:
    """`solid` are the characters of all words but for blanks, `starts` the bytes at which they begin."""

    utf8: bytes
    solid: list[str] = field(default_factory=list)
    starts: "array[int]" = field(default_factory=lambda: array("q"))
    words: list[Words] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    seams: list[Seam] = field(default_factory=list)
    # Runs by where they begin.
    runs: dict[int, Node] = field(default_factory=dict)
    spaces: list[tuple[int, str, str]] = field(default_factory=list)
    _path: list[Node] = field(default_factory=list)
    _current: Words | None = None
    _cut_words: Node | None = None

    def declares(self, prefix: str, uri: str) -> bool:
        """Whether the prefix means that namespace everywhere in the part."""
        return [(depth, found) for depth, name, found in self.spaces if name == prefix] == [(0, uri)]

    def begin(self, name: str, attributes: dict[str, str], at: int) -> None:
        node = Node(name, at, tag_end(self.utf8, at))
        node.lead = node.opened
        parent = self._path[-1] if self._path else None
        if parent is not None:
            parent.children += name != RPR
            if parent.name == CONTROL_PROPERTIES and name in FILLED:
                self._path[-2].filled = True
        self._path.append(node)
        self.keep_whole()
        self._current = None
        if name in WORDS:
            self._begin_words(node)
        elif name in MARKS:
            run = parent if parent is not None and parent.name == R_ else None
            self.marks.append(Mark(attributes.get(ID, ""), MARKS[name], node, run))
        elif name == R_:
            self.runs[at] = node

    def _begin_words(self, node: Node) -> None:
        around = _around(self._path)
        run = around if around is self._path[-2] and around.name == R_ and node.name == T else None
        if run and not self.utf8[run.lead : node.start].strip():
            run.first = node
        self._current = Words(node, len(self.solid), around, run)
        self.words.append(self._current)

    def end(self, at: int) -> None:
        node = self._path.pop()
        node.end = element_end(self.utf8, node.opened, at)
        node.closing = node.end if node.end == node.opened else at
        self._current = None
        if node.name == RPR and self._path and self._path[-1].name == R_:
            self._path[-1].lead = node.end
        if node.name == T:
            self._cut_words = node if self._blank(node) and not node.children else None
        elif node.name == R_ and self._blank(node):
            cut = self._cut_words if self._cut_words and self._cut_words.end == node.closing else None
            words = self.utf8[cut.start : cut.opened] if cut else b""
            opening = self.utf8[node.start : node.lead] + words
            self.seams.append(Seam(cut.closing if cut else node.closing, node.end, opening))

    def _blank(self, node: Node) -> bool:
        return node.closing < node.end and self.utf8[node.end - 2 : node.end] == b" >"

    def text(self, piece: str, at: int) -> None:
        if self._current is not None:
            for character in piece:
                if is_solid(character):
                    self.solid.append(character)
                    self.starts.append(at)
                at += len(character.encode("utf-8"))

    def keep_whole(self) -> None:
        """Of words that hold an element, or a marked section (<![CDATA[), in which no tag can be written."""
        if self._current is not None:
            self._current.run = None

    @property
    def depth(self) -> int:
        return len(self._path)


def is_solid(character: str) -> bool:
    """Blanks, at which the reader looks, and objects, which it takes out, are not followed."""
    return not character.isspace() and character != OBJECT


def scan(utf8: bytes) -> Scan:
    made, reader = Scan(utf8), parser()

    def declare(prefix: str | None, uri: str) -> None:
        made.spaces.append((made.depth, prefix or "", uri))

    def begin(name: str, attributes: dict[str, str]) -> None:
        known = {_named(key): value for key, value in attributes.items()}
        made.begin(_named(name), known, reader.CurrentByteIndex)

    reader.StartNamespaceDeclHandler = declare
    reader.StartElementHandler = begin
    reader.EndElementHandler = lambda _name: made.end(reader.CurrentByteIndex)
    reader.CharacterDataHandler = lambda piece: made.text(piece, reader.CurrentByteIndex)
    reader.StartCdataSectionHandler = made.keep_whole
    reader.Parse(utf8, True)
    return made


def _around(path: Sequence[Node]) -> Node | None:
    """The outermost element below the paragraph that marks must stand round; a text box is part of its paragraph."""
    below = next((i for i, node in enumerate(path, 1) if node.name == P), len(path))
    return next((n for n in path[below:] if n.filled or n.name not in OPEN_TO_MARKS), None)


def _named(name: str) -> str:
    """As ElementTree writes it, in the usual namespaces."""
    return usual_name("{" + name) if "}" in name else name
