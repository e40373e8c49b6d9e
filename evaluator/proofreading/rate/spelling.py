"""Figures in words as digits, so that all are judged alike: 百分之九十 as 90%, 两百件 as 200件, 一半 as 5成."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from checklist.records import record
from evaluator.proofreading.fault import TextFault

DIGITS = {"〇": 0, "两": 2} | {c: i for i, c in enumerate("零一二三四五六七八九")}
SMALL = {"十": 10, "百": 100, "千": 1000}
LARGE = {"万": 10_000, "亿": 100_000_000}
ONES = "一二三四五六七八九"
HAN = f"零〇两{ONES}十百千万"
UNITS = "件份人户名次起宗家项个条场处辆台本册篇期"
RISING = "(?:增长|增加|提高|提升|上升|扩大)(?:了|近|约)*"
# A figure begins, or is led up to, with one of these: at all other characters nothing is tried.
FIRST = f"[百翻半增提上扩两十{ONES}]"
TENFOLD = 10


@record
class Piece:
    """Where figures stand in words, and in digits, by the offsets of either text; ends are exclusive."""

    given: tuple[int, int]
    spelled: tuple[int, int]


@record
class Spelled:
    """A text with its figures in digits, and the places that these have in the text given."""

    text: str
    pieces: tuple[Piece, ...]

    def place(self, given: int) -> int:
        """Where an offset of the text given is; it must lie in no figure."""
        index = bisect_left(self.pieces, given, key=lambda piece: piece.given[0]) - 1
        return given if index < 0 else given + self.pieces[index].spelled[1] - self.pieces[index].given[1]

    def as_given(self, fault: TextFault) -> TextFault:
        """The fault with the offsets of the text given."""
        return replace(fault, start=self._given(fault.start, 0), end=self._given(fault.end - 1, 1))

    def _given(self, at: int, side: int) -> int:
        """The offset of a character, or behind it where `side` is 1; in a figure that of all of it."""
        index = bisect_right(self.pieces, at, key=lambda piece: piece.spelled[0]) - 1
        if index < 0:
            return at + side
        piece = self.pieces[index]
        return piece.given[side] if at < piece.spelled[1] else at + side + piece.given[1] - piece.spelled[1]


def spelled(text: str) -> Spelled:
    """The text with 百分之…, fractions, 成, 一半, 翻番 and 增长一倍 as per cent or tenths, and counts as digits."""
    parts: list[str] = []
    pieces: list[Piece] = []
    reached = length = 0
    for start, end, digits in _figures(text):
        parts += [text[reached:start], digits]
        length += start - reached
        pieces.append(Piece((start, end), (length, length + len(digits))))
        length, reached = length + len(digits), end
    return Spelled("".join(parts) + text[reached:], tuple(pieces)) if pieces else Spelled(text, ())


def _figures(text: str) -> Iterator[tuple[int, int, str]]:
    for match in re.compile(_ANY).finditer(text):
        kind = str(match.lastgroup)
        start, end = match.span(kind)
        digits = _SPELLING[kind](match.group(kind))
        if digits:
            yield start, end, digits


def _percent(words: str) -> str:
    whole, _, decimals = words.removeprefix("百分之").partition("点")
    if words in ("百分百", "百分之百"):
        return "100%"
    number = whole if whole[0].isdecimal() else str(_value(whole))
    return f"{number}.{''.join(str(DIGITS[c]) for c in decimals)}%" if decimals else f"{number}%"


def _count(words: str) -> str:
    return str(_value(words)) if any(unit in words for unit in SMALL) else ""


def _count_alone(word: str) -> str:
    return str(DIGITS[word])


def _fraction(words: str) -> str:
    under, _, over = words.partition("分之")
    return _tenths(TENFOLD * _value(over) / _value(under)) if _value(over) < _value(under) else ""


def _of_ten(words: str) -> str:
    return _tenths(DIGITS[words[0]] + (DIGITS[words[2]] / TENFOLD if len(words) > 2 else 0))


def _half(_: str) -> str:
    return _tenths(TENFOLD / 2)


def _doubled(words: str) -> str:
    times = DIGITS.get(words[-2], 1)
    return f"增长{_tenths(TENFOLD * (2**times - 1))}"


def _times(words: str) -> str:
    number = words.removesuffix("倍")
    return _tenths(TENFOLD * (float(number) if number[0].isdecimal() else _value(number)))


def _tenths(number: float) -> str:
    """Shares in words are rough: 成 says so."""
    return f"{round(number, 2):g}成"


def _value(words: str) -> int:
    total = section = digit = 0
    for c in words:
        if c in DIGITS:
            digit = DIGITS[c]
        elif c in SMALL:
            section, digit = section + (digit or 1) * SMALL[c], 0
        else:
            total, section, digit = (total + section + digit) * LARGE[c], 0, 0
    return total + section + digit


_SPELLING: dict[str, Callable[[str], str]] = {
    "percent": _percent,
    "fraction": _fraction,
    "of_ten": _of_ten,
    "half": _half,
    "doubled": _doubled,
    "times": _times,
    "multiple": _count_alone,
    "count": _count,
}
_FORMS: Sequence[str] = (
    rf"(?P<percent>百分百|百分之(?:百(?!分)|\d+(?:\.\d+)?(?![\d%])|[{HAN}]+(?:点[零〇{ONES}]+)?))",
    rf"(?<![{HAN}])(?P<fraction>[{ONES}十]分之[两{ONES}](?!十))",
    rf"(?<![{HAN}第\d])(?P<of_ten>[两{ONES}]成(?:[{ONES}](?![{HAN}个是要]))?)(?![立功为果员长效本熟就交绩分都不])",
    "(?P<half>一半|半数)",
    "(?P<doubled>翻了?[一两]?番)",
    rf"{RISING}(?P<times>\d+(?:\.\d+)?倍|[两{ONES}]倍)",
    rf"(?P<multiple>[两{ONES}])(?=倍)",
    rf"(?<![{HAN}第])(?P<count>[两{ONES}十][{HAN}]{{1,12}})(?=[余多]?[{UNITS}])",
)
_ANY = f"(?={FIRST})(?:{'|'.join(_FORMS)})"
