"""The same report written differently - wrapped, in other widths and encodings, its paragraphs joined, its years
shifted: what a report says stays, so every verdict must."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from evaluator.document import Document, Paragraph, Section
from evaluator.reading.text import LINE_BREAK

WRAPPED = 30
# Of these numbers only 1 to 5 are numbers; 一是 and its like are words of the sentence.
DEEPEST_NUMBER = 5
RUN_IN_LEVELS = (2, 3, 4)
FIRST_YEAR, LAST_YEAR = 2021, 2025
# The names of documents and their numbers have years that never change.
FIXED = re.compile("《[^《》]*》|[〔（(\\[]20\\d\\d[〕）)\\]]第?\\d+号")
DIGITS = "[0-9０-９]"
YEAR = re.compile(rf"(?<!{DIGITS})(?:20|２０)(?:{DIGITS}{{2}})(?=\s*[年—–~～至./-])|二[〇○零][一二三四五六七八九〇○零]{{2}}(?=年)")
HAN = "〇一二三四五六七八九"
TO_FULL = {code: code + 0xFEE0 for code in range(0x21, 0x7F)} | {0x20: 0x3000}
TO_HALF = {full: half for half, full in TO_FULL.items() if half != 0x20}

# A deletion and what stands in its place, by offsets.
Edit = tuple[int, int, str]


def rewrites(document: Document, flat: Document) -> Iterator[tuple[str, bytes]]:
    """Every rewriting that the report can be given, by its name in Chinese; `flat` has one paragraph a line."""
    text = document.reading.text
    for name, spell in SPELLINGS.items():
        yield name, spell(text)
    for name, lay_out in LAYOUTS.items():
        yield name, lay_out(flat).encode()
    year = document.metadata.year or 0
    if FIRST_YEAR <= year <= LAST_YEAR:
        for other in range(FIRST_YEAR, LAST_YEAR + 1):
            if other != year:
                yield f"年份整体改为 {other} 年度", shifted(text, other - year).encode()


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with every edit made; they do not overlap."""
    parts, at = [], 0
    for start, end, instead in sorted(edits):
        parts += [text[at:start], instead]
        at = end
    return "".join(parts) + text[at:]


def one_line_each(document: Document) -> str:
    """The text with each of its paragraphs on one line, as it was before anything was wrapped."""
    text = document.reading.text
    edits: list[Edit] = []
    for start, end in _paragraphs(document):
        for first, second in pairwise(_pieces(text, start, end)):
            edits.append((first[1], second[0], ""))
    return edited(text, edits)


def _paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    """Every paragraph of the page by offsets into the text as read, the chrome included."""
    at = 0
    for paragraph in document.plain.text.split("\n"):
        if paragraph:
            last = document.plain.original(at + len(paragraph) - 1)
            yield document.plain.original(at), last + 1
        at += len(paragraph) + 1


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The lines of a paragraph without the blanks around them."""
    pieces = []
    for match in re.finditer(r"[^\r\n]+", text[start:end]):
        words = match.group().strip()
        if words:
            at = start + match.start() + match.group().index(words)
            pieces.append((at, at + len(words)))
    return pieces


def wrapped(document: Document) -> str:
    """Broken hard after so many characters, as a mail program does; indents and blank lines stay."""
    lines = LINE_BREAK.split(document.reading.text)
    return "\n".join(part for line in lines for part in _broken(line))


def _broken(line: str) -> list[str]:
    return [line[at : at + WRAPPED] for at in range(0, len(line), WRAPPED)] or [""]


def unnumbered(document: Document) -> str:
    """Headings without their numbers; the words of one that ran on in its body stand on a line of their own."""
    text = document.reading.text
    edits: list[Edit] = []
    for section in document.sections[1:]:
        if section.number and section.level <= DEEPEST_NUMBER:
            edits += _number_removed(document, section)
    return edited(text, edits)


def _number_removed(document: Document, section: Section) -> Iterator[Edit]:
    original = document.plain.original
    after = section.start + len(section.number)
    yield original(section.start), original(after - 1) + 1, ""
    if not section.run_in or section.heading_end <= after:
        return
    end = section.heading_end
    # A heading on a line of its own has no final mark.
    stop = end - 1 if document.plain.text[end - 1] in "。:" else end
    yield original(stop - 1) + 1, original(end), "\n"


def joined(document: Document) -> str:
    """Body paragraphs of one section joined two by two."""
    edits: list[Edit] = []
    taken = -1
    for index, (first, second) in enumerate(pairwise(document.paragraphs)):
        if index > taken and _is_body(document, first) and _goes_on(document, first, second):
            edits.append((*_between(document, first, second), ""))
            taken = index + 1
    return edited(document.reading.text, edits)


def run_in(document: Document) -> str:
    """Numbered headings below the first level at the head of their body: （一）加强学习。全年……"""
    edits: list[Edit] = []
    for first, second in pairwise(document.paragraphs):
        section = document.sections[first.section]
        own = first.kind == "heading" and section.number and section.level in RUN_IN_LEVELS
        if own and section.start == first.start and _is_body(document, second):
            mark = "" if document.plain.text[first.end - 1] in "。:!?;" else "。"
            edits.append((*_between(document, first, second), mark))
    return edited(document.reading.text, edits)


def _is_body(document: Document, paragraph: Paragraph) -> bool:
    return paragraph.kind == "body"


def _goes_on(document: Document, first: Paragraph, second: Paragraph) -> bool:
    """Whether the second is plain body of the same section, no heading or preamble."""
    begins = document.sections[second.section].start == second.start and second.section > 0
    return second.kind == "body" and second.section == first.section and not begins


def _between(document: Document, first: Paragraph, second: Paragraph) -> tuple[int, int]:
    return document.plain.original(first.end - 1) + 1, document.plain.original(second.start)


def halved(document: Document) -> str:
    """Every body paragraph parted at the sentence that begins nearest to its middle."""
    return _parted(document, lambda starts, middle: [min(starts, key=lambda at: abs(at - middle))])


def by_sentence(document: Document) -> str:
    """Every sentence of the body a paragraph of its own."""
    return _parted(document, lambda starts, _: starts)


def _parted(document: Document, choose: Callable[[list[int], float], Sequence[int]]) -> str:
    starts: dict[int, list[int]] = {}
    previous = -1
    for sentence in document.sentences:
        paragraph = document.paragraphs[sentence.paragraph]
        if sentence.paragraph == previous and paragraph.kind == "body":
            starts.setdefault(sentence.paragraph, []).append(sentence.start)
        previous = sentence.paragraph
    edits: list[Edit] = []
    for index, candidates in starts.items():
        paragraph = document.paragraphs[index]
        indent = _indent(document.reading.text, document.plain.original(paragraph.start))
        for at in choose(candidates, (paragraph.start + paragraph.end) / 2):
            place = document.plain.original(at)
            edits.append((place, place, "\n" + indent))
    return edited(document.reading.text, edits)


def _indent(text: str, at: int) -> str:
    """The blanks with which the line begins in which `at` lies."""
    start = max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    line = text[start:at]
    return line[: len(line) - len(line.lstrip())]


def shifted(text: str, offset: int) -> str:
    """Every year moved by as many years, but for those in the names and numbers of documents."""
    fixed = [match.span() for match in FIXED.finditer(text)]

    def moved(match: re.Match[str]) -> str:
        if any(start <= match.start() < end for start, end in fixed):
            return match.group()
        return _moved(match.group(), offset)

    return YEAR.sub(moved, text)


def _moved(year: str, offset: int) -> str:
    """In the digits in which it is written."""
    if year[0] == "二":
        value = int("".join(str("〇一二三四五六七八九".index(c)) for c in re.sub("[○零]", "〇", year)))
        return "".join(HAN[int(digit)] for digit in str(value + offset))
    moved = str(int(year) + offset)
    return moved if year.isascii() else moved.translate(TO_FULL)


SPELLINGS: dict[str, Callable[[str], bytes]] = {
    "全改全角": lambda text: text.translate(TO_FULL).encode(),
    "全改半角": lambda text: text.translate(TO_HALF).encode(),
    "GB18030 编码": lambda text: text.encode("gb18030", "replace"),
    "UTF-16 编码": lambda text: text.encode("utf-16"),
    "CRLF 换行": lambda text: LINE_BREAK.sub("\r\n", text).encode(),
}
LAYOUTS: dict[str, Callable[[Document], str]] = {
    "每段一行": lambda flat: flat.reading.text,
    "每 30 字硬换行": wrapped,
    "去掉标题编号": unnumbered,
    "标题接排正文": run_in,
    "两段并一段": joined,
    "一段分两段": halved,
    "逐句分段": by_sentence,
}
