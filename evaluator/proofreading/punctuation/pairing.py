"""Quotation marks, brackets and title marks without a partner that no list or line break explains."""

import re
from collections.abc import Iterator

from checklist.records import record
from evaluator.document import Document, Paragraph
from evaluator.proofreading.fault import Fault

PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "(": ")", "[": "]", "「": "」", "『": "』"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}
MARK = r"[\"'()\[\]《》〈〉]"
# 1) 一) a) number a list where no bracket is open.
LISTED = r"(?<!\d)\d{1,2}$|(?:^|[。;:,!?])(?:[一二三四五六七八九十]{1,3}|[a-zA-Z])$"
WRITTEN = {"〝": "“", "〞": "”", "„": "“", "‟": "”"}
NAMES = {
    "“": "前引号",
    "”": "后引号",
    "‘": "前引号",
    "’": "后引号",
    "「": "前引号",
    "」": "后引号",
    "『": "前引号",
    "』": "后引号",
    "《": "前书名号",
    "》": "后书名号",
    "〈": "前书名号",
    "〉": "后书名号",
    "(": "前括号",
    ")": "后括号",
    "[": "前括号",
    "]": "后括号",
}
NEAR = 16
LONGEST_PLACE = 40
LONGEST_QUOTED = 25


@record
class Mark:
    """A mark of a pair in its usual form, and where it stands in the plain text."""

    sign: str
    at: int

    @property
    def opens(self) -> bool:
        return self.sign in PAIRS


def unpaired(document: Document) -> Iterator[Fault]:
    """Every mark without a partner in its paragraph, unless the next paragraph has it."""
    pending: list[Mark] = []
    for paragraph in document.paragraphs:
        lonely: list[Mark] = []
        if paragraph.kind != "signature" and not _is_balanced(document, paragraph):
            lonely = _lonely(document, paragraph)
        if pending and lonely and CLOSING.get(lonely[0].sign) == pending[-1].sign:
            # A line break divided the pair.
            pending, lonely = pending[:-1], lonely[1:]
        yield from (_fault(document, mark) for mark in pending)
        yield from (_fault(document, mark) for mark in lonely if not mark.opens)
        pending = [mark for mark in lonely if mark.opens]
    yield from (_fault(document, mark) for mark in pending)


def _is_balanced(document: Document, paragraph: Paragraph) -> bool:
    """The cheap first look: of every pair as many opening as closing marks."""
    words = document.plain.text[paragraph.start : paragraph.end]
    balanced = (
        words.count("(") == words.count(")")
        and words.count("《") == words.count("》")
        and words.count("[") == words.count("]")
        and words.count("〈") == words.count("〉")
    )
    quotes = words.count('"')
    if "'" in words and document.quote(paragraph.start, paragraph.end).count("‘") * 2 != words.count("'"):
        return False
    return balanced and (not quotes or (quotes % 2 == 0 and _is_quoted_evenly(document, paragraph)))


def _is_quoted_evenly(document: Document, paragraph: Paragraph) -> bool:
    written = document.quote(paragraph.start, paragraph.end)
    return written.count("“") == written.count("”") and written.find("“") <= written.find("”")


def _lonely(document: Document, paragraph: Paragraph) -> list[Mark]:
    """The marks of a paragraph that have no partner in it."""
    straight: list[Mark] = []
    opened: list[Mark] = []
    lonely: list[Mark] = []
    for mark in _marks(document, paragraph):
        if mark.sign == '"':
            straight.append(mark)
        elif mark.opens:
            opened.append(mark)
        elif any(other.sign == "(" for other in opened) or not _is_listed(document, paragraph, mark):
            lonely += _close(opened, mark)
    found = sorted(lonely + _without_reversed(opened) + _odd(document, straight), key=lambda mark: mark.at)
    return [mark for before, mark in zip([None, *found], found, strict=False) if not _is_reversed(before, mark)]


def _marks(document: Document, paragraph: Paragraph) -> Iterator[Mark]:
    text, plain = document.plain.text, document.plain
    for match in re.compile(MARK).finditer(text, paragraph.start, paragraph.end):
        at, sign = match.start(), match.group()
        if sign == "'":
            sign = document.reading.text[plain.original(at)]
            if sign not in "‘’" or (text[at - 1].isascii() and text[at - 1].isalpha()):
                continue  # an apostrophe
        if sign == '"':
            written = document.reading.text[plain.original(at)]
            sign = WRITTEN.get(written, written) if written in "“”「」『』〝〞„‟" else '"'
        yield Mark(sign, at)


def _is_listed(document: Document, paragraph: Paragraph, mark: Mark) -> bool:
    before = document.plain.text[max(paragraph.start, mark.at - 5) : mark.at]
    return mark.sign == ")" and re.search(LISTED, before) is not None


def _close(opened: list[Mark], closing: Mark) -> list[Mark]:
    """Takes the partner of a closing mark away; what was opened inside it and not closed has none."""
    wanted = CLOSING[closing.sign]
    depth = next((i for i in range(len(opened) - 1, -1, -1) if opened[i].sign == wanted), None)
    if depth is None:
        # 〔2021） is one fault, told where it was opened.
        mismatched = opened and {opened[-1].sign, wanted} == {"(", "["}
        return [opened.pop()] if mismatched else [closing]
    inside = opened[depth + 1 :]
    del opened[depth:]
    return inside


def _without_reversed(opened: list[Mark]) -> list[Mark]:
    """Of “…“ only the second, which should have closed."""
    kept: list[Mark] = []
    for mark in opened:
        if kept and kept[-1].sign == mark.sign == "“" and mark.at - kept[-1].at <= NEAR:
            kept.pop()
        kept.append(mark)
    return kept


def _is_reversed(before: Mark | None, mark: Mark) -> bool:
    """Whether it is the second of ”…“, which is one fault."""
    return before is not None and CLOSING.get(before.sign) == mark.sign and mark.at - before.at <= NEAR


def _odd(document: Document, straight: list[Mark]) -> list[Mark]:
    """Of an odd number of straight quotation marks the one after which no quotation closes soon."""
    if len(straight) % 2 == 0:
        return []
    for first, second in zip(straight[::2], straight[1::2], strict=False):
        inside = document.plain.text[first.at + 1 : second.at]
        if len(inside) > LONGEST_QUOTED or "。" in inside:
            return [first]
    return [straight[-1]]


def _fault(document: Document, mark: Mark) -> Fault:
    """The mark with the clause that it should close or open."""
    text, at, suggestion = document.plain.text, mark.at, "补上缺少的一半，或删去多余的一半"
    if mark.opens or mark.sign == '"':
        stop = re.compile("[,。;:!?\n]").search(text, at + 1, at + LONGEST_PLACE)
        end = stop.start() if stop else min(len(text), at + NEAR)
        lacks = f"{NAMES[mark.sign]}没有对应的{NAMES[PAIRS[mark.sign]]}" if mark.opens else "引号不成对"
        return Fault(at, end, f"这里的{lacks}", suggestion)
    start = max(text.rfind(stop, max(0, at - LONGEST_PLACE), at) for stop in ",。;:!?\n") + 1
    message = f"这里的{NAMES[mark.sign]}没有对应的{NAMES[CLOSING[mark.sign]]}"
    return Fault(start or max(0, at - NEAR), at + 1, message, suggestion)
