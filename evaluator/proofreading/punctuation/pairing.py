"""Quotation marks, brackets and title marks without a partner, told from those that a list or a line break explains."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evaluator.document import Document, Paragraph
from evaluator.fault import Fault

PAIRS = {"“": "”", "《": "》", "〈": "〉", "(": ")", "[": "]", "「": "」", "『": "』"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}
MARK = re.compile(r"[\"()\[\]《》〈〉]")
# A list: 1) 一) a) and at the start of a clause.
LISTED = re.compile(r"(?:^|[。;:,!?\n])\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-zA-Z])$")
WORDS_AFTER, WORDS_BEFORE = 16, 12
LONGEST_STRAIGHT = 25


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark of a pair: what it is in its usual form, and where in the plain text."""

    sign: str
    at: int

    @property
    def opens(self) -> bool:
        return self.sign in PAIRS


def unpaired(document: Document) -> Iterator[Fault]:
    """Every mark without a partner in its paragraph, unless the next paragraph has it."""
    text = document.plain.text
    pending: list[Mark] = []
    for paragraph in document.paragraphs:
        if paragraph.kind == "signature":
            continue
        lonely = _lonely(document, paragraph) if MARK.search(text, paragraph.start, paragraph.end) else []
        pending, lonely = _across(pending, lonely)
        yield from (_fault(document, mark) for mark in pending)
        closing = [mark for mark in lonely if not mark.opens]
        yield from (_fault(document, mark) for mark in closing)
        pending = [mark for mark in lonely if mark.opens]
    yield from (_fault(document, mark) for mark in pending)


def _across(pending: list[Mark], lonely: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """A pair that a line break divides is one; what is left of both."""
    if pending and lonely and CLOSING.get(lonely[0].sign) == pending[-1].sign:
        return pending[:-1], lonely[1:]
    return pending, lonely


def _lonely(document: Document, paragraph: Paragraph) -> list[Mark]:
    """The marks of a paragraph that have no partner in it."""
    straight: list[Mark] = []
    open_marks: list[Mark] = []
    lonely: list[Mark] = []
    for mark in _marks(document, paragraph):
        if mark.sign == '"':
            straight.append(mark)
        elif mark.opens:
            open_marks.append(mark)
        else:
            lonely += _close(open_marks, mark)
    return sorted(lonely + _wrong_way(open_marks) + _odd(document, straight), key=lambda mark: mark.at)


def _close(open_marks: list[Mark], closing: Mark) -> list[Mark]:
    """Takes the partner of a closing mark away, and with it what was opened inside and not closed."""
    wanted = CLOSING[closing.sign]
    depth = next((i for i in range(len(open_marks) - 1, -1, -1) if open_marks[i].sign == wanted), None)
    if depth is None:
        # 〔2021）: one fault, told where it was opened.
        if open_marks and {open_marks[-1].sign, wanted} == {"(", "["}:
            return [open_marks.pop()]
        return [closing]
    inside = open_marks[depth + 1 :]
    del open_marks[depth:]
    return inside


def _wrong_way(open_marks: list[Mark]) -> list[Mark]:
    """What stays open; of “…“ only the second, which should have closed."""
    quotes = [mark for mark in open_marks if mark.sign == "“"]
    reversed_ones = {quotes[i - 1].at for i in range(1, len(quotes), 2) if quotes[i].at - quotes[i - 1].at <= WORDS_AFTER}
    return [mark for mark in open_marks if mark.at not in reversed_ones]


def _odd(document: Document, straight: list[Mark]) -> list[Mark]:
    """Of an odd number of straight quotation marks the one after which no quotation closes soon."""
    if len(straight) % 2 == 0:
        return []
    text = document.plain.text
    for i in range(0, len(straight) - 1, 2):
        inside = text[straight[i].at + 1 : straight[i + 1].at]
        if len(inside) > LONGEST_STRAIGHT or "。" in inside:
            return [straight[i]]
    return [straight[-1]]


def _marks(document: Document, paragraph: Paragraph) -> Iterator[Mark]:
    text, source, plain = document.plain.text, document.reading.text, document.plain
    for match in MARK.finditer(text, paragraph.start, paragraph.end):
        at, sign = match.start(), match.group()
        if sign == '"':
            sign = _quotation(source[plain.original(at)])
        if sign == ")" and LISTED.search(text[max(paragraph.start, at - 5) : at]) and "(" not in text[max(paragraph.start, at - 4) : at]:
            continue
        if sign:
            yield Mark(sign, at)


def _quotation(written: str) -> str:
    """The quotation mark as written; forms of other scripts count as straight ones, single ones not at all."""
    if written in "“”「」『』":
        return written
    return {"〝": "“", "〞": "”", "„": "“", "‟": "”"}.get(written, '"')


def _fault(document: Document, mark: Mark) -> Fault:
    text = document.plain.text
    shown = document.quote(mark.at, mark.at + 1)
    if mark.opens or mark.sign == '"':
        end = _limit(text, mark.at + 1, WORDS_AFTER)
        lacks = PAIRS.get(mark.sign, '"')
        return Fault(mark.at, end, f"“{shown}”没有配对的“{_wide(lacks)}”", "补上缺少的一半，或删去多余的一半")
    start = max(text.rfind("\n", 0, mark.at) + 1, mark.at - WORDS_BEFORE)
    message = f"“{shown}”前面没有配对的“{_wide(CLOSING[mark.sign])}”"
    return Fault(start, mark.at + 1, message, "补上缺少的一半，或删去多余的一半")


def _limit(text: str, start: int, length: int) -> int:
    end = text.find("\n", start, start + length)
    return end if end >= 0 else min(len(text), start + length)


def _wide(sign: str) -> str:
    return {"(": "（", ")": "）", "[": "［", "]": "］"}.get(sign, sign)
