"""Which lines of a page are the report: where its title stands, where its body begins and ends, who signs."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from checklist.records import record
from evaluator.mentions.date_forms import BLANK_DAY, DAY
from evaluator.understanding import chrome
from evaluator.understanding.closing import says_nothing
from evaluator.understanding.headings import looks_unnumbered, numbered
from evaluator.understanding.naming import organ_of, year_of
from evaluator.understanding.sentences import is_unwritten
from evaluator.understanding.statutory import is_statutory
from evaluator.understanding.titling import COMPLETE, LONGEST_LINE, Title, best, find_titles, is_organ, title_at

TOP = 80
NEAR = 40
SEAL = "(盖章)"
# 一、 and (一) number nothing but a report's own parts.
CHAPTERS = 2
MOST_SIGNATURE = 4
MOST_FORMAL = 8
CONTENTS = "目录"
MOST_CONTENTS = 100
SHORT_PROSE, PROSE, LONG_PROSE = 12, 40, 60
# So much of sentences may follow the beginning of the chrome after a report: disclaimers.
MOST_PROSE_AFTER = 150


@record
class Frame:
    """Line numbers, ends exclusive: the body is first..last, of which the signature begins at `signature`."""

    titles: tuple[Title, ...]
    title: Title | None
    first: int
    signature: int
    last: int
    several: bool = False


def frame(lines: Sequence[str], styled: Container[int] = ()) -> Frame:
    """Where the report stands among the lines of the page; `styled` are the lines styled as headings."""
    opening = _opening(lines, LONG_PROSE)
    titles = _above_body(lines, find_titles(lines, min(opening, TOP)))
    title = best(titles)
    first = _first(lines, titles[-1].last + 1, opening, styled) if titles else _opening(lines, SHORT_PROSE)
    end = _next_report(lines, title, first)
    last = _last(lines, first, end)
    return Frame(tuple(titles), title, first, _signature(lines, first, last), last, end < len(lines))


def _above_body(lines: Sequence[str], titles: Sequence[Title]) -> Sequence[Title]:
    """The titles without a lesser one behind sentences: 2023年法治政府建设推进情况 heads a chapter."""
    for i, (before, title) in enumerate(pairwise(titles), start=1):
        between = lines[before.last + 1 : title.first]
        if title.completeness < before.completeness and any(map(is_prose, between)):
            return titles[:i]
    return titles


def is_prose(line: str) -> bool:
    """A line of sentences; neither a heading nor chrome."""
    if len(line) < SHORT_PROSE or not ("。" in line or line[-1] in ":;!" or line.count(",") > 1):
        return False
    return len(line) >= PROSE or line[-1] in "。:;!"


def is_signature(line: str) -> bool:
    """The organ, the date, or both, as they stand at the end of a document."""
    if len(line) > 2 * LONGEST_LINE:
        return False
    name = re.sub(rf"(?:{DAY}|{BLANK_DAY})$", "", line.replace(SEAL, ""))
    return not name or is_organ(name)


def _opening(lines: Sequence[str], least: int) -> int:
    """The first line that can only be of the body: a numbered heading, or a long line of sentences."""
    for i, line in enumerate(lines):
        number = numbered(line)
        if number and number[1] <= CHAPTERS:
            return i
        prose = "如下" in line[-8:] or (len(line) >= least and is_prose(line) and "。" in line)
        if prose and not chrome.is_before_body(line):
            return i
    return len(lines)


def _first(lines: Sequence[str], at: int, opening: int, styled: Container[int]) -> int:
    """The first line of the body after the title: past labels, buttons, dates, addressees and contents."""
    # A few unknown short lines before the opening are the page's; without an opening they are all there is.
    unknown = range(opening - NEAR, opening if opening < len(lines) else 0)
    # Whoever speaks is named above those whom he addresses.
    addressed = [i for i in range(at, min(at + MOST_FORMAL, opening)) if chrome.is_addressee(lines[i])]
    at = addressed[-1] + 1 if addressed else at
    while at < len(lines):
        line = lines[at]
        if line == CONTENTS:
            at = _after_contents(lines, at)
        elif at not in styled and (chrome.is_before_body(line) or (at in unknown and not _opens(lines, at))):
            at += 1
        else:
            break
    return at


def _opens(lines: Sequence[str], at: int) -> bool:
    """A line of the body: a sentence, or a heading with one below it."""
    line = lines[at]
    if numbered(line) or is_prose(line) or line.endswith("。"):
        return True
    if not looks_unnumbered(line) or at + 1 == len(lines):
        return False
    return is_prose(lines[at + 1]) or (is_statutory(line) and numbered(lines[at + 1]) is not None)


def _after_contents(lines: Sequence[str], at: int) -> int:
    """The line after a table of contents: its entries stand again further down."""
    for following in range(at + 1, min(at + MOST_CONTENTS, len(lines))):
        entry = lines[following].rstrip("0123456789").rstrip(".…·_-")
        again = any(line.startswith(entry) for line in lines[following + 1 :])
        if not 2 <= len(entry) <= LONGEST_LINE or not again:
            return following
    return at + 1


def _next_report(lines: Sequence[str], title: Title | None, first: int) -> int:
    """Where another report begins in the same file, else the number of lines."""
    if title is None:
        return len(lines)
    own = (organ_of(title.text), year_of(title.text))
    for other in further_titles(lines, first):
        if other.completeness >= COMPLETE and (organ_of(other.text), year_of(other.text)) != own:
            return other.first
    return len(lines)


def further_titles(lines: Sequence[str], first: int) -> Iterator[Title]:
    """The titles in the body, with sentences below them, of which any may be that of another report."""
    for at in range(first + 3, len(lines)):
        if not SHORT_PROSE <= len(lines[at]) <= LONGEST_LINE or "法治" not in lines[at]:
            continue
        title = title_at(lines, at)
        if not title or "负责人" in title.text or "责任人" in title.text:
            continue  # a chapter on what the leaders did names a year and 法治政府建设 too
        if sum(map(is_prose, lines[title.last + 1 : title.last + 1 + NEAR])) >= 2:
            yield title


def _last(lines: Sequence[str], first: int, end: int) -> int:
    """The line after the last one of the body and its signature."""
    prose_after = 0
    last = end
    for at in range(end - 1, first, -1):
        line = lines[at]
        number = numbered(line)
        if chrome.is_after_body(line) and not is_signature(line):
            last = at
        elif number or is_prose(line):
            prose_after += len(line)
        if prose_after > MOST_PROSE_AFTER or (number and number[1] <= CHAPTERS):
            break
    return last


def _signature(lines: Sequence[str], first: int, last: int) -> int:
    """Where the organ and the date at the end begin; a closing formula, or notes of a draft, may stand below them."""
    signed = last
    while signed > first + 1 and is_unwritten(lines[signed - 1], 0, len(lines[signed - 1])):
        signed -= 1
    written = signed
    while signed > max(first + 1, written - MOST_SIGNATURE) and says_nothing(lines[signed - 1]):
        signed -= 1
    at = signed
    while at > max(first + 1, signed - MOST_SIGNATURE):
        line = lines[at - 1]
        if numbered(line) or not is_signature(line):
            break
        at -= 1
    return at if at < signed else last
