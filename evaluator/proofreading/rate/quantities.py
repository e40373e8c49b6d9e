"""Counted things in a sentence: how many, of what unit, and the words that say what they are."""

import re
from dataclasses import dataclass

NUMBER = r"(?<![\d.])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)([万亿千百])?(余|多|几)?(人次|件次|家次|场次|个次|[\u4e00-\u9fff])"
SCALES = {"": 1, "百": 100, "千": 1000, "万": 10_000, "亿": 100_000_000}
MARKS = ",。;:、!?()\"\n"
LONGEST_LABEL = 30


@dataclass(frozen=True, slots=True)
class Quantity:
    """Between `least` and `most` of a unit; `before` are the words that lead up to it, `after` those that follow to the next mark."""

    least: float
    most: float
    unit: str
    before: str
    after: str
    start: int
    end: int

    @property
    def exact(self) -> bool:
        return self.least == self.most


def quantities_in(text: str, start: int, end: int) -> list[Quantity]:
    """The quantities of text[start:end]; a word between two of them belongs to the second."""
    matches = [m for m in re.compile(NUMBER).finditer(text, start, end) if not _is_date(m)]
    found = []
    reached = start
    for match, following in zip(matches, [*matches[1:], None], strict=True):
        before = _last_part(text[max(reached, match.start() - LONGEST_LABEL) : match.start()])
        after = _to_mark(text, match.end(), following.start() if following else end)
        least, most = _bounds(match)
        found.append(Quantity(least, most, match.group(4), before, after, match.start(), match.end()))
        reached = match.end()
    return found


def _is_date(match: re.Match[str]) -> bool:
    unit = match.group(4)
    return unit in "年月日号时点分秒届" or (unit == "个" and match.string.startswith(("月", "百分点", "工作日"), match.end()))


def _last_part(words: str) -> str:
    """What stands after the last mark; where the mark stands right before the number, the part before it."""
    return re.split(f"[{re.escape(MARKS)}]", words)[-1]


def _to_mark(text: str, start: int, end: int) -> str:
    stop = re.compile(f"[{re.escape(MARKS)}]").search(text, start, end)
    if stop:
        return text[start : min(stop.start(), start + LONGEST_LABEL)]
    # No mark before the next number: the words are its own.
    return "" if end < len(text) and text[end].isdigit() else text[start : min(end, start + LONGEST_LABEL)]


def _bounds(match: re.Match[str]) -> tuple[float, float]:
    """1.3万 is anything that rounds to it, 400余 a little more than 400."""
    digits, scale, more = match.group(1).replace(",", ""), SCALES[match.group(2) or ""], match.group(3)
    value = float(digits) * scale
    if more:
        return value, value * 1.1
    if scale == 1:
        return value, value
    half = scale * 10 ** -len(digits.partition(".")[2]) / 2
    return value - half, value + half

