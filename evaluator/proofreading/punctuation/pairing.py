"""Quotation marks, brackets and title marks without a partner that no list or line break explains."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from checklist.numerals import COUNTING
from checklist.records import record
from evaluator.document import Document, Paragraph
from evaluator.mentions.occurrences import CLAUSE_MARKS
from evaluator.proofreading.fault import TextFault

PAIRS = {"“": "”", "‘": "’", "《": "》", "〈": "〉", "(": ")", "[": "]", "「": "」", "『": "』"}
CLOSING = {closing: opening for opening, closing in PAIRS.items()}
MARK = r"[\"'()\[\]《》〈〉]"
# 1) 一) a) number a list where no bracket is open.
LISTED = rf"(?<!\d)\d{{1,2}}$|(?:^|[。;:,!?])(?:[{COUNTING}]{{1,3}}|[a-zA-Z])$"
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
# Nobody mends more one by one: where there are so many, the text was garbled.
MOST_TOLD = 100


@record
class Mark:
    """A mark of a pair in its usual form, and where it stands in the plain text."""

    sign: str
    at: int

    @property
    def opens(self) -> bool:
        return self.sign in PAIRS


def unpaired(document: Document) -> Iterator[TextFault]:
    """The marks without a partner; of very many only the first, and how many more there are."""
    faults = _unpaired(document)
    yield from islice(faults, MOST_TOLD)
    if following := next(faults, None):
        message = f"从这里起还有 {1 + sum(1 for _ in faults)} 处标点不成对，没有逐一列出"
        yield replace(following, message=message, suggestion="请先核对文字是不是在转换格式时弄乱了")


def _unpaired(document: Document) -> Iterator[TextFault]:
    """Every mark, or run of it, without a partner in its paragraph, unless the next paragraph has it."""
    pending: list[Mark] = []
    for paragraph in document.paragraphs:
        lonely: list[Mark] = []
        if paragraph.kind != "signature" and not _is_balanced(document, paragraph):
            lonely = _lonely(document, paragraph)
        if pending and lonely and CLOSING.get(lonely[0].sign) == pending[-1].sign:
            # A line break divided the pair.
            pending, lonely = pending[:-1], lonely[1:]
        for run in _runs([*pending, *(mark for mark in lonely if not mark.opens)]):
            yield _fault(document, run)
        pending = [mark for mark in lonely if mark.opens]
    for run in _runs(pending):
        yield _fault(document, run)


def _runs(marks: Sequence[Mark]) -> Iterator[list[Mark]]:
    """The marks, those together that are the same and stand side by side."""
    run: list[Mark] = []
    for mark in marks:
        if run and (mark.sign, mark.at) != (run[-1].sign, run[-1].at + 1):
            yield run
            run = []
        run.append(mark)
    if run:
        yield run


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
    # How many of each are open: looking through all of them at every mark would take the square of their number.
    counts: Counter[str] = Counter()
    for mark in _marks(document, paragraph):
        if mark.sign == '"':
            straight.append(mark)
        elif mark.opens:
            opened.append(mark)
            counts[mark.sign] += 1
        elif counts["("] or not _is_listed(document, paragraph, mark):
            lonely += _close(document.plain.text, opened, counts, mark)
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


def _close(text: str, opened: list[Mark], counts: Counter[str], closing: Mark) -> list[Mark]:
    """Takes the partner of a closing mark away; what was opened inside it and not closed has none."""
    wanted = CLOSING[closing.sign]
    other = opened and (not counts[wanted] or (opened[-1].sign != wanted and _closes_again(text, closing)))
    if other and _is_mismatched(text, opened[-1], closing):
        # 〔2021） and 《条例〉 are one fault, told where it was opened.
        return [_taken(opened, counts)]
    if not counts[wanted]:
        return [closing]
    inside: list[Mark] = []
    while (mark := _taken(opened, counts)).sign != wanted:
        inside.append(mark)
    return inside


def _closes_again(text: str, closing: Mark) -> bool:
    """Whether the same mark stands again in the clause, for what is open around this one: (云政发〔2021)7号)."""
    stop = re.compile(f"[{CLAUSE_MARKS}{re.escape(CLOSING[closing.sign])}]").search(text, closing.at + 1)
    return text.find(text[closing.at], closing.at + 1, stop.start() if stop else len(text)) >= 0


def _is_mismatched(text: str, opening: Mark, closing: Mark) -> bool:
    """Whether what opens and what closes are halves of two pairs around the same few words.

    In 《纲要2025年)》 the first is closed behind them.
    """
    inside = text[opening.at + 1 : closing.at]
    if not 0 < len(inside) <= LONGEST_PLACE or any(mark in inside for mark in CLAUSE_MARKS):
        return False
    own = text[opening.at] if text[opening.at] in "\"'" else PAIRS[opening.sign]
    rest = re.split(f"[{CLAUSE_MARKS}{re.escape(opening.sign)}]", text[closing.at + 1 : closing.at + LONGEST_PLACE])[0]
    return own not in rest


def _taken(opened: list[Mark], counts: Counter[str]) -> Mark:
    mark = opened.pop()
    counts[mark.sign] -= 1
    return mark


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


def _fault(document: Document, run: Sequence[Mark]) -> TextFault:
    """The first of a run with the clause that it should close or open."""
    mark, times = run[0], f"，连着 {len(run)} 个" if len(run) > 1 else ""
    text, at, suggestion = document.plain.text, mark.at, "补上缺少的一半，或删去多余的一半"
    if mark.opens or mark.sign == '"':
        stop = re.compile("[,。;:!?\n]").search(text, at + 1, at + LONGEST_PLACE)
        end = stop.start() if stop else min(len(text), at + NEAR)
        # With nothing behind it the words before show which mark is meant: 做到“两个维护“。
        begin = max(at - NEAR, text.rfind("\n", 0, at) + 1) if end <= at + 1 else at
        lacks = f"{NAMES[mark.sign]}没有对应的{NAMES[PAIRS[mark.sign]]}" if mark.opens else "引号不成对"
        return TextFault(begin, end, f"这里的{lacks}{times}", suggestion)
    start = max(text.rfind(stop, max(0, at - LONGEST_PLACE), at) for stop in ",。;:!?\n") + 1
    message = f"这里的{NAMES[mark.sign]}没有对应的{NAMES[CLOSING[mark.sign]]}{times}"
    return TextFault(start or max(0, at - NEAR), at + 1, message, suggestion)
