"""The body as a tree: which lines are headings in their context, how they nest, and their sentences."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from checklist.numerals import COUNTING
from checklist.records import record
from evaluator.document import Paragraph, Section, Sentence
from evaluator.understanding.closing import says_nothing
from evaluator.understanding.emptiness import empty_headings
from evaluator.understanding.framing import is_prose
from evaluator.understanding.headings import LONGEST_CLAUSE, Heading, item, looks_unnumbered
from evaluator.understanding.sentences import sentences
from evaluator.understanding.statutory import HINGES, MEASURES, is_statutory, parts_in

FORMULAS = ("为指导", "为引领", "为统领")
GROUNDS = ("根据《", "按照《")
MOST_PREAMBLE = 3
FINISHED = ("。", "!", "?", ";", ":", '"', ")", "如下")
OPEN = (",", "、")
FIRST = ("(一)", "㈠", "一)")


class Line(NamedTuple):
    """A paragraph with its plain offset, its block's kind, and the heading with which it seems to begin."""

    text: str
    start: int
    kind: str = "line"
    heading: Heading | None = None

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def whole(self) -> bool:
        """Nothing but a heading."""
        return self.heading is not None and self.heading.end >= len(self.text)


@record
class Body:
    """A body in its parts, by plain offsets."""

    body: tuple[int, int]
    paragraphs: tuple[Paragraph, ...]
    sections: tuple[Section, ...]
    sentences: tuple[Sentence, ...]


def nested(lines: Sequence[Line], signature: Sequence[Line], bare: bool = False) -> Body:
    """The tree of a body; a `bare` passage has no preamble, but a nameless section before any heading."""
    body = _settled(lines)
    start = body[0].start if body else 0
    end = signature[-1].end if signature else body[-1].end if body else 0
    sections, owners = _sections(body, bare, (start, end))
    preamble = 0 if bare else _preamble(body)
    paragraphs: list[Paragraph] = []
    found: list[Sentence] = []
    for i, line in enumerate(body):
        kind = "heading" if line.whole else "preamble" if i < preamble else "body"
        if kind != "heading":
            found += _sentences(line, owners[i], i)
        paragraphs.append(Paragraph(line.start, line.end, owners[i], kind))
    paragraphs += (Paragraph(line.start, line.end, 0, "signature") for line in signature)
    return Body((start, end), tuple(paragraphs), sections, tuple(found))


class _Above:
    """What stands above a line: the heading last met, and how many statutory chapters had no number.

    At the `open_levels` there is an open section, at those `listed` an enumeration of sentences runs.
    """

    def __init__(self) -> None:
        self.heading: Heading | None = None
        self.chapters = 0
        self.open_levels: set[int] = set()
        self.listed: set[int] = set()

    def goes_on(self, found: Heading | None, written: Heading | None) -> None:
        """With a heading that was found, or with what is only written like one."""
        if found:
            self.heading = found
            self.open_levels = {level for level in self.open_levels if level < found.level} | {found.level}
            self.listed = {level for level in self.listed if level < found.level}
        elif written:
            self.listed.add(written.level)


def _settled(lines: Sequence[Line]) -> list[Line]:
    """Each line with its heading, or without one where only its number made it look like one."""
    settled: list[Line] = []
    above = _Above()
    unnumbered_top = not any(line.heading and line.heading.level == 1 for line in lines)
    empty = empty_headings([line.heading for line in lines], [line.text for line in lines])
    for i, line in enumerate(lines):
        following = lines[i + 1] if i + 1 < len(lines) else None
        below = lines[i + 2] if i + 2 < len(lines) else None
        found = line.heading
        if found and i not in empty:
            found = _in_context(line, found, following, above)
        elif found is None and _unnumbered(line, settled[-1] if settled else None, following, below):
            level = _unnumbered_level(line.text, above.heading, unnumbered_top, above.chapters)
            found = Heading("", line.text, level, len(line.text))
            above.chapters += level == 1 and is_statutory(line.text)
        above.goes_on(found, line.heading)
        settled.append(line if found is line.heading else line._replace(heading=found))
    return settled


def _in_context(line: Line, found: Heading, following: Line | None, above: _Above) -> Heading | None:
    """A numbered opening as a heading, if what stands around it lets it be one."""
    if found.closed and found.level in above.listed:
        return None
    if found.item:
        return found if found.level == 1 or found.level in above.open_levels else None
    has_body = following is not None and (following.heading is None or following.heading.level > found.level)
    if found.level >= 5 and not (line.whole and has_body and not found.closed):
        return None
    if line.whole and found.closed and not has_body:
        # One sentence of a list; among headings it still ends the section before it.
        found = item(line.text, found.number, found.level)
        return found if found.level == 1 or found.level in above.open_levels else None
    return None if _goes_on(line.text, found) else found


def _goes_on(text: str, found: Heading) -> bool:
    """The paragraph holds the next number too: an enumeration in one paragraph, no headings."""
    digits = found.number.strip("().、,")
    if found.level == 1 or not digits:
        return False
    following = str(int(digits) + 1) if digits.isdecimal() else COUNTING[(COUNTING.find(digits) + 1) % 10]
    number = found.number.replace(digits, following)
    return any(mark + number in text[found.end :] for mark in "。;")


def _unnumbered(line: Line, previous: Line | None, following: Line | None, below: Line | None) -> bool:
    """A short line between paragraphs with a body below it, or with such a line and then a body."""
    if following is None or line.kind in ("cell", "note") or not looks_unnumbered(line.text):
        return False
    if previous and not previous.whole and not _is_finished(previous.text, line.text):
        return False
    if is_prose(following.text) or _is_over(line.text, following.heading):
        return True
    return below is not None and _is_headline(following.text, line.text) and is_prose(below.text)


def _is_headline(text: str, above: str) -> bool:
    """Whether it may be a heading right below another; below that of a statutory part 抓队伍 may, short as it is."""
    return looks_unnumbered(text) or (is_statutory(above) and text.isalpha() and len(text) < LONGEST_CLAUSE)


def _is_over(text: str, below: Heading | None) -> bool:
    """A statutory part with headings of its own, or any line from which the second level is counted."""
    return below is not None and (is_statutory(text) or (below.level == 2 and below.number in FIRST))


def _is_finished(text: str, following: str) -> bool:
    """The last stop of a chapter is easily forgotten; where the next one begins is plain from its name."""
    return text.endswith(FINISHED) or (is_statutory(following) and not text.endswith(OPEN))


def _unnumbered_level(text: str, above: Heading | None, unnumbered_top: bool, chapters: int) -> int:
    """Statutory words stand at the top, others below the `chapters` that have some; else beside an unnumbered
    neighbour, else below a numbered one."""
    if above is None or parts_in(text) - {MEASURES}:
        return 1
    if unnumbered_top:
        return 2 if chapters and MEASURES not in parts_in(text) else 1
    return above.level if not above.number else min(above.level + 1, 6)


def _sections(body: Sequence[Line], bare: bool, span: tuple[int, int]) -> tuple[tuple[Section, ...], list[int]]:
    """The sections in their order, and for each line the section it belongs to."""
    last = body[-1].end if body else span[1]
    ends = [span[1]]
    opened: list[tuple[Line, int]] = []
    owners: list[int] = []
    stack = [(0.0, 0)]
    if bare and body and body[0].heading is None:
        opened.append((Line("", span[0], heading=Heading("", "", 1, 0)), 0))
        ends.append(last)
        stack.append((1.0, 1))
    for i, line in enumerate(body):
        if found := line.heading:
            rank = 0.5 if found.level == 1 and found.number.startswith("第") else float(found.level)
            while stack[-1][0] >= rank:
                ends[stack.pop()[1]] = body[i - 1].end
            opened.append((line, stack[-1][1]))
            ends.append(last)
            stack.append((rank, len(opened)))
        owners.append(stack[-1][1])
    root = Section("", "", 0, 0, span[0], span[0], span[1])
    below = (_section(line, parent, end) for (line, parent), end in zip(opened, ends[1:], strict=True))
    return (root, *below), owners


def _section(line: Line, parent: int, end: int) -> Section:
    found = line.heading
    assert found is not None
    heading_end = line.start + found.end
    run_in = found.end < len(line.text)
    return Section(found.number, found.title, found.level, parent, line.start, heading_end, end, run_in)


def _preamble(body: Sequence[Line]) -> int:
    """How many of the first lines lead over to the report proper."""
    heading = next((i for i, line in enumerate(body) if line.heading), len(body))
    head = body[: min(heading, 8)]
    hinge = max((i for i, line in enumerate(head) if any(h in line.text[-60:] for h in HINGES)), default=-1)
    near = MOST_PREAMBLE if heading < len(body) else 1
    formula = max((i for i, line in enumerate(head[:near]) if _is_formula(line.text)), default=-1)
    if hinge < 0 and formula < 0 and heading < len(body) and heading <= MOST_PREAMBLE:
        return heading
    return max(hinge, formula) + 1


def _is_formula(text: str) -> bool:
    """坚持以…为指导 and its like, with which a preamble opens."""
    return text.startswith(GROUNDS) or ("坚持以" in text and any(formula in text for formula in FORMULAS))


def _sentences(line: Line, section: int, paragraph: int) -> Iterator[Sentence]:
    at = 0 if line.heading is None or line.heading.item else line.heading.end
    for start, end, mark in sentences(line.text, at, len(line.text)):
        if says_nothing(line.text[start:end], mark):
            continue
        yield Sentence(line.start + start, line.start + end, section, paragraph, mark)
