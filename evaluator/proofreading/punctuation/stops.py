"""Sentences that ran together where a full stop was lost: 13%64项, 98.1%三是, 46755积极开展, 机制一是."""

import re
from collections.abc import Iterator

from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.points import Point, lists_in, points_of

BEGINS = "积极|深入|全面|大力|着力|持续|进一步|切实|认真|扎实|有效|严格|不断|同时|此外|另外|截至|今年|全年|目前|通过|为了|围绕|坚持"
# A number without a unit cannot be followed by these either; 100%落实 can.
ACTS = "加强|推进|推动|开展|组织|强化|完善|建立|健全|落实|举办|召开|印发|制定|办理|受理"
AFTER_PERCENT = re.compile(rf"%(?:(?=\d)|(?={BEGINS}))")
AFTER_NUMBER = re.compile(rf"\d(?={BEGINS}|{ACTS})")
NUMBER = re.compile(r"[A-Za-z0-9.·+\-/]+$")
HOTLINES = ("12345", "12348", "12315", "12333", "12388", "12389", "12309", "12368", "12328", "12329", "12366", "110", "119", "120", "122", "1310")
# 之一是, 统一是, 第一是: no enumerator.
NEVER_BEFORE = "之统唯第不同合专单万归如划的其就即这有才都也又主首先必须要应还惟均若凡每此另十一二三四五六七八九"
STOPS = "。;:,、!?.\n"
CLOSERS = "\"》)]"
WORDS_BESIDE = 10


def lost_stops(document: Document) -> Iterator[Fault]:
    """Where two sentences meet without a mark."""
    text = document.plain.text
    for paragraph in document.paragraphs:
        if paragraph.kind in ("body", "preamble"):
            if text.find("%", paragraph.start, paragraph.end) >= 0:
                for match in AFTER_PERCENT.finditer(text, paragraph.start, paragraph.end):
                    yield _fault(document, match.end())
            yield from _after_numbers(document, paragraph.start, paragraph.end)
    yield from _before_points(document)


def _after_numbers(document: Document, start: int, end: int) -> Iterator[Fault]:
    text = document.plain.text
    for match in AFTER_NUMBER.finditer(text, start, end):
        written = NUMBER.search(text, max(start, match.end() - 12), match.end())
        number = written.group() if written else ""
        if number.isdigit() and number not in HOTLINES and not _is_year(number) and _is_apart(document, match.end()):
            yield _fault(document, match.end())


def _is_year(number: str) -> bool:
    return len(number) == 4 and number[:2] in ("19", "20")


def _is_apart(document: Document, at: int) -> bool:
    """Nothing, not even a blank, stands between two characters in the text as read."""
    return document.plain.original(at) - document.plain.original(at - 1) == 1


def _before_points(document: Document) -> Iterator[Fault]:
    """一是, 二是 with no mark before it: points of a list that has at least two."""
    for points in lists_in(points_of(document)):
        for point in points:
            if point.style == "is" and len(points) > 1 and _runs_on(document, point):
                yield _fault(document, point.start)


def _runs_on(document: Document, point: Point) -> bool:
    text, at = document.plain.text, point.start
    if at == document.paragraphs[point.paragraph].start or text[at - 1] in STOPS or not _is_apart(document, at):
        return False
    before = at - 1
    while before > 0 and text[before] in CLOSERS:
        before -= 1
    if before < at - 1:
        return text[before] not in STOPS and text[at - 1] != ")"
    return text[at - 1] not in NEVER_BEFORE


def _fault(document: Document, at: int) -> Fault:
    """The words on both sides of the place where the mark is lacking."""
    text = document.plain.text
    line = text.rfind("\n", 0, at) + 1
    end = text.find("\n", at, at + WORDS_BESIDE)
    start = max(line, at - WORDS_BESIDE)
    stop = end if end >= 0 else min(len(text), at + WORDS_BESIDE)
    left, right = document.quote(start, at)[-4:], document.quote(at, stop)[:4]
    return Fault(start, stop, f"“{left}”和“{right}”之间缺少标点，两句连在了一起", "在两句之间补上句号或分号")
