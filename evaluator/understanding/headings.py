"""Is this paragraph a heading, and how deep? Numbering styles as a table, then how a heading ends."""

import re
from typing import NamedTuple

from checklist.numerals import COUNTING

# 第一百〇三条 too.
HAN = f"{COUNTING}百〇零"
# Folded text without blanks: brackets are half-width, 、 and 。 stand as they are. A lost numeral leaves ().
NUMBER = re.compile(rf"([(第其]?)(?:([{HAN}]{{1,3}})|(\d\d?)|)([)、.,:是]|部分|章|个是|条是|项是)")
# How deep a number is by what stands before, between (一 any Chinese numeral, 1 any Arabic one) and behind.
STYLES = {
    ("第", "一", "部分"): 1,
    ("第", "一", "章"): 1,
    ("", "一", "、"): 1,
    ("", "一", "."): 1,
    ("(", "一", ")"): 2,
    ("(", "", ")"): 2,
    ("", "一", ")"): 2,
    ("", "1", "."): 3,
    ("", "1", "、"): 3,
    ("", "1", ","): 3,
    ("(", "1", ")"): 4,
    ("", "1", ")"): 4,
    ("", "一", "是"): 6,
    ("其", "一", "是"): 6,
    ("其", "一", ","): 6,
    ("其", "一", ":"): 6,
    ("第", "一", ","): 6,
    ("第", "一", ":"): 6,
    ("第", "一", "、"): 6,
    ("第", "一", "个是"): 6,
    ("第", "一", "条是"): 6,
    ("第", "一", "项是"): 6,
}
# Numbers that are one character: ㈠ ⒈ ⑴ ①.
_RANGES = ((0x3220, 0x322A, 2), (0x2488, 0x249C, 3), (0x2474, 0x2488, 4), (0x2460, 0x2474, 5))
GLYPHS = {chr(code): level for first, end, level in _RANGES for code in range(first, end)}
OPENERS = frozenset((*HAN, *"(第其0123456789", *GLYPHS))
STOPS = "。!?;"
MARKS = "。!?;:,、."
# Where the body of a heading without a final stop begins.
ENUMERATIONS = ("一是", "其一,", "其一是", "第一,", "第一:", "第一、", "(一)", "①", "一方面", "1.", "1、")
FIGURES = re.compile(r"\d[万亿余多]{0,2}(?:[件次人名项个场期份起家宗篇部条%]|元)")
# 镇里高度重视,进行了全面整改: a clause behind another tells what was done.
DONE = "(?<!为)了(?![解结望])"
# How long a heading may be that fills its line, by level; the longest real one has 66 characters.
LONGEST = {1: 110, 2: 60, 3: 60, 4: 45, 5: 45, 6: 25}
LONGEST_SENTENCE = 150
LONGEST_RUN_IN = 46
LONGEST_BEFORE_COLON = 25
# The heading that the 督察规定 itself words, with a year in front, has 41 characters.
LONGEST_UNNUMBERED = 44
LONGEST_CLAUSE = 12


class Heading(NamedTuple):
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


def numbered(text: str, at: int = 0) -> tuple[str, int] | None:
    """The number that stands in a text at an offset, and its level; None if it is missing or all there is."""
    if text[at : at + 1] not in OPENERS:
        return None
    if text[at] in GLYPHS:
        return (text[at], GLYPHS[text[at]]) if len(text) > at + 1 else None
    match = NUMBER.match(text, at)
    if match is None or match.end() >= len(text):
        return None
    opening, han, digits, closing = match.groups()
    level = STYLES.get((opening, "一" if han else "1" if digits else "", closing))
    return None if level is None or _is_decimal(text, match.end()) else (match.group(), level)


def _is_decimal(text: str, end: int) -> bool:
    """12.4国家宪法日 and 1,200人次 have no number before them; 1.2024年 has."""
    if not text[end].isdecimal() or text[end - 1] not in ".,、":
        return False
    return not (text[end : end + 4].isdecimal() and text.startswith("年", end + 4))


def heading(text: str, gaps: tuple[int, ...] = ()) -> Heading | None:
    """The numbered heading of a paragraph; `gaps` are the offsets at which blanks were taken out."""
    found = numbered(text)
    return heading_behind(text, *found, gaps) if found else None


def heading_behind(text: str, number: str, level: int, gaps: tuple[int, ...] = ()) -> Heading:
    """The heading of a paragraph behind the number with which it begins."""
    end = _end(text, len(number), level, gaps)
    if end is not None:
        closed = end == len(text) and text[-1] in "。!?"
        return Heading(number, text[len(number) : end].strip(MARKS), level, end, closed)
    first = item(text, number, level)
    if level == 1 and 0 < len(first.title) <= LONGEST_CLAUSE:
        return first._replace(end=text.index(first.title) + len(first.title) + 1, item=False)
    return first


def item(text: str, number: str, level: int) -> Heading:
    """The number alone, named after the first clause behind it."""
    begin = len(number)
    end = first_of(MARKS.replace("、", "").replace(".", ""), text, begin, begin + LONGEST_UNNUMBERED)
    clause = text[begin:end] if end >= 0 else text[begin : begin + LONGEST_UNNUMBERED]
    return Heading(number, clause.strip(MARKS), level, begin, item=True)


def first_of(words: tuple[str, ...] | str, text: str, start: int, end: int) -> int:
    """The first place of any of the words in text[start:end], -1 where there is none."""
    places = [place for word in words if (place := text.find(word, start, end)) >= 0]
    return min(places, default=-1)


def _is_in_number(text: str, at: int) -> bool:
    """Whether what looks like an enumerator is part of a number: 1. in 21. or in 1.86."""
    return text[at - 1].isdecimal() or (text[at].isdecimal() and text[at + 2 : at + 3].isdecimal())


def _end(text: str, begin: int, level: int, gaps: tuple[int, ...]) -> int | None:
    """Where the words of the heading end, a final mark included; None where the first sentence is body."""
    stop = first_of(STOPS, text, begin, begin + LONGEST_SENTENCE)
    limit = stop if stop >= 0 else len(text)
    listed = first_of(ENUMERATIONS, text, begin + 4, min(limit, begin + 70) + 3)
    if 0 <= listed <= limit and not _is_in_number(text, listed):
        return listed
    if stop < 0 and len(text) - begin <= LONGEST[level] and not _tells_figures(text, begin):
        return len(text)
    if (gap := _gap(text, begin, limit, gaps)) is not None:
        return gap
    short = limit - begin <= LONGEST_RUN_IN and not FIGURES.search(text, begin, limit)
    if stop >= 0 and text[stop] != ";" and short and not _tells(text, begin, limit):
        return limit + 1
    colon = text.find(":", begin, min(limit, begin + LONGEST_BEFORE_COLON))
    return colon + 1 if colon > begin + 2 and not FIGURES.search(text, begin, colon) else None


def _tells_figures(text: str, begin: int) -> bool:
    """组织培训3次,参训120人次 is a sentence that lost its stop."""
    return "," in text and FIGURES.search(text, begin) is not None


def _tells(text: str, begin: int, limit: int) -> bool:
    """Whether a clause behind the first tells what was done: a sentence, not a heading."""
    comma = text.find(",", begin, limit)
    return comma >= 0 and re.compile(DONE).search(text, comma, limit) is not None


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
    return first_of(STOPS, text, 0, len(text)) < 0 and not FIGURES.search(text)
