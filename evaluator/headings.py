"""Is this paragraph a heading, and how deep? Numbering styles as a table, then how a heading ends."""

import re
from dataclasses import dataclass

HAN = "[一二三四五六七八九十百〇零]"
# Folded text without blanks: brackets are half-width, 、 and 。 stand as they are. A lost numeral leaves ().
STYLES: tuple[tuple[int, str], ...] = (
    (1, rf"第{HAN}{{1,3}}(?:部分|章)[、,:.]?|{HAN}{{1,3}}[、.]"),
    (2, rf"\({HAN}{{0,3}}\)[、.,]?|{HAN}{{1,3}}\)[、.]?|[\u3220-\u3229][、.]?"),
    (3, r"\d{1,2}[.、,](?:(?!\d)|(?=20\d\d年))|[\u2488-\u249b]"),
    (4, r"\(\d{1,2}\)[、.]?|\d{1,2}\)[、.]?|[\u2474-\u2487]"),
    (5, r"[\u2460-\u2473][、.]?"),
    (6, rf"{HAN}{{1,2}}是|其{HAN}{{1,2}}[,:是、]|第{HAN}{{1,2}}[,:、]"),
)
NUMBER = re.compile("|".join(f"(?P<s{level}>{pattern})" for level, pattern in STYLES))
# Where the body of a heading without a final stop begins.
ENUMERATION = re.compile(r"一是|其一[,:是]|第一[,:、]|\(一\)|(?<!\d)1[.、](?!\d)|①|一方面")
STOP = re.compile("[。!?;]")
FIGURES = re.compile(r"\d[万亿余多]{0,2}(?:[件次人名项个场期份起家宗篇部条%]|元)")
# How long a heading may be that fills its line, by level; the longest real one has 66 characters.
LONGEST = {1: 110, 2: 60, 3: 60, 4: 45, 5: 45, 6: 25}
LONGEST_RUN_IN = 46
LONGEST_BEFORE_COLON = 25
LONGEST_UNNUMBERED = 40
LONGEST_CLAUSE = 12
MARKS = "。!?;:,、."
CLAUSE = re.compile("[^。!?;:,]+")


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading with which a paragraph begins; `end` is where it ends, an offset within the paragraph.

    `closed`: the paragraph is one short sentence with a final stop, a heading only if a body follows.
    `item`: a number without the words of a heading; it ends after the number, its title is the first clause.
    """

    number: str
    title: str
    level: int
    end: int
    closed: bool = False
    item: bool = False


def numbered(text: str) -> tuple[str, int] | None:
    """The number with which a text begins and its level, or None."""
    match = NUMBER.match(text)
    if match is None or match.end() == len(text):
        return None
    return match.group(), int((match.lastgroup or "s1")[1:])


def heading(text: str, gaps: tuple[int, ...] = ()) -> Heading | None:
    """The numbered heading of a paragraph; `gaps` are the offsets at which blanks were taken out."""
    found = numbered(text)
    if found is None:
        return None
    number, level = found
    begin = len(number)
    end = _end(text, begin, level, gaps)
    if end is not None:
        closed = end == len(text) and text[-1] in "。!?"
        return Heading(number, text[begin:end].rstrip(MARKS), level, end, closed)
    first = item(text, number, level)
    if level == 1 and 0 < len(first.title) <= LONGEST_CLAUSE:
        return Heading(number, first.title, level, begin + len(first.title) + 1)
    return first


def item(text: str, number: str, level: int) -> Heading:
    """The number alone, named after the first clause behind it."""
    clause = CLAUSE.match(text, len(number), len(number) + LONGEST_UNNUMBERED)
    return Heading(number, clause.group() if clause else "", level, len(number), item=True)


def _end(text: str, begin: int, level: int, gaps: tuple[int, ...]) -> int | None:
    """Where the words of the heading end, a final mark included; None where the first sentence is body."""
    stop = STOP.search(text, begin, begin + 150)
    limit = stop.start() if stop else len(text)
    listed = ENUMERATION.search(text, begin + 4, min(limit, begin + 70) + 3)
    if listed and listed.start() <= limit:
        return listed.start()
    if stop is None and len(text) - begin <= LONGEST[level] and not _tells_figures(text, begin):
        return len(text)
    if (gap := _gap(text, begin, limit, gaps)) is not None:
        return gap
    short = limit - begin <= LONGEST_RUN_IN and not FIGURES.search(text, begin, limit)
    if stop and stop.group() != ";" and short:
        return limit + 1
    colon = text.find(":", begin, min(limit, begin + LONGEST_BEFORE_COLON))
    return colon + 1 if colon > begin + 2 and not FIGURES.search(text, begin, colon) else None


def _tells_figures(text: str, begin: int) -> bool:
    """组织培训3次,参训120人次 is a sentence that lost its stop."""
    return "," in text and FIGURES.search(text, begin) is not None


def _gap(text: str, begin: int, limit: int, gaps: tuple[int, ...]) -> int | None:
    """A blank that parts a heading from its body, as in 五、存在的不足 一年来; beside marks it does not."""
    for gap in gaps:
        if begin + 4 <= gap <= min(limit - 4, begin + LONGEST_UNNUMBERED):
            sides = text[gap - 1 : gap + 1]
            if sides.isalpha() and not any(map(str.isascii, sides)):
                return gap
            if sides[1:].isdigit() and text[gap : gap + 2] == "20":
                return gap
    return None


def looks_unnumbered(text: str) -> bool:
    """A short line without a number, a final mark or figures: a heading if a body follows it."""
    if not 4 <= len(text) <= LONGEST_UNNUMBERED or text[-1] in MARKS or text[0] in '-·*<>[("':
        return False
    if text[0].isdigit() and not text.startswith("20"):
        return False
    return not STOP.search(text) and not FIGURES.search(text)
