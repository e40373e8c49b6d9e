"""The same words in other lines and paragraphs: wrapped, joined, parted, headings without their numbers."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from evaluator.document import Document, Paragraph, Section
from evaluator.reading.text import LINE_BREAK

WRAPPED = 30
# 一是 and its like, a level deeper, are words of the sentence.
DEEPEST_NUMBER = 5
RUN_IN_LEVELS = (2, 3, 4)
BLANKS = " \t\u3000"

# What is replaced, by offsets, and what stands in its place.
Edit = tuple[int, int, str]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made; they do not overlap."""
    parts, at = [], 0
    for start, end, instead in sorted(edits):
        parts += [text[at:start], instead]
        at = end
    return "".join(parts) + text[at:]


def indent_of(text: str, at: int) -> str:
    """The blanks with which the line begins in which `at` lies."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    line = text[start : start + WRAPPED]
    return line[: len(line) - len(line.lstrip(BLANKS))]


def one_line_each(document: Document) -> str:
    """The text with each of its paragraphs on one line, as it was before anything was wrapped."""
    text = document.reading.text
    edits: list[Edit] = []
    for start, end in _paragraphs(document):
        lines = list(re.finditer(r"[^\s][^\r\n]*", text[start:end]))
        for first, second in pairwise(lines):
            last = len(first.group().rstrip())
            edits.append((start + first.start() + last, start + second.start(), ""))
    return edited(text, edits)


def _paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    """Every paragraph of the page by offsets into the text as read, the chrome included."""
    original = document.plain.original
    at = 0
    for paragraph in document.plain.text.split("\n"):
        if paragraph:
            yield original(at), original(at + len(paragraph) - 1) + 1
        at += len(paragraph) + 1


def wrapped(flat: Document) -> str:
    """Broken hard after so many characters, as a mail program does; indents and blank lines stay."""
    return "\n".join(part for line in LINE_BREAK.split(flat.reading.text) for part in _broken(line))


def _broken(line: str) -> list[str]:
    return [line[at : at + WRAPPED] for at in range(0, len(line), WRAPPED)] or [""]


def unnumbered(flat: Document) -> str:
    """Without the numbers of headings; the words of a heading that ran on stand on a line of their own."""
    edits: list[Edit] = []
    for section in flat.sections[1:]:
        if section.number and section.level <= DEEPEST_NUMBER:
            edits += _without_number(flat, section)
    return edited(flat.reading.text, edits)


def _without_number(flat: Document, section: Section) -> Iterator[Edit]:
    original = flat.plain.original
    words, end = section.start + len(section.number), section.heading_end
    yield original(section.start), original(words - 1) + 1, ""
    if section.run_in and end > words:
        # A heading on a line of its own has no final mark.
        last = end - 1 if flat.plain.text[end - 1] in "。:" else end
        indent = indent_of(flat.reading.text, original(section.start))
        yield original(last - 1) + 1, original(end), "\n" + indent


def joined(flat: Document) -> str:
    """Body paragraphs of one section joined two by two."""
    edits: list[Edit] = []
    taken = -1
    for index, (first, second) in enumerate(pairwise(flat.paragraphs)):
        heads = second.section > 0 and flat.sections[second.section].start == second.start
        bodies = first.kind == second.kind == "body" and first.section == second.section
        if index > taken and bodies and not heads:
            edits.append((*_between(flat, first, second), ""))
            taken = index + 1
    return edited(flat.reading.text, edits)


def run_in(flat: Document) -> str:
    """Numbered headings below the first level at the head of their body: （一）加强学习。全年……"""
    edits: list[Edit] = []
    for first, second in pairwise(flat.paragraphs):
        section = flat.sections[first.section]
        numbered = first.kind == "heading" and section.number and section.level in RUN_IN_LEVELS
        if numbered and section.start == first.start and second.kind == "body":
            mark = "" if flat.plain.text[first.end - 1] in "。:!?;" else "。"
            edits.append((*_between(flat, first, second), mark))
    return edited(flat.reading.text, edits)


def _between(flat: Document, first: Paragraph, second: Paragraph) -> tuple[int, int]:
    return flat.plain.original(first.end - 1) + 1, flat.plain.original(second.start)


def halved(flat: Document) -> str:
    """Every body paragraph parted at the sentence that begins nearest to its middle."""
    return _parted(flat, lambda starts, middle: [min(starts, key=lambda at: abs(at - middle))])


def by_sentence(flat: Document) -> str:
    """Every sentence and every point of the body a paragraph of its own."""
    return _parted(flat, lambda starts, _: starts)


def _parted(flat: Document, choose: Callable[[list[int], float], Sequence[int]]) -> str:
    edits: list[Edit] = []
    for index, starts in _inner_starts(flat).items():
        paragraph = flat.paragraphs[index]
        indent = indent_of(flat.reading.text, flat.plain.original(paragraph.start))
        for at in choose(starts, (paragraph.start + paragraph.end) / 2):
            place = flat.plain.original(at)
            edits.append((place, place, "\n" + indent))
    return edited(flat.reading.text, edits)


def _inner_starts(flat: Document) -> dict[int, list[int]]:
    """By body paragraph where its sentences begin, but for the first."""
    starts: dict[int, list[int]] = {}
    for first, second in pairwise(flat.sentences):
        if first.paragraph == second.paragraph and flat.paragraphs[second.paragraph].kind == "body":
            starts.setdefault(second.paragraph, []).append(second.start)
    return starts


LAYOUTS: dict[str, Callable[[Document], str]] = {
    "每段一行": lambda flat: flat.reading.text,
    "每 30 字硬换行": wrapped,
    "去掉标题编号": unnumbered,
    "标题接排正文": run_in,
    "两段并一段": joined,
    "一段分两段": halved,
    "逐句分段": by_sentence,
}
