"""Figures as plain digits, so that all are judged alike: 百分之九十 as 90%, 两百 as 200, 一半 as 5成, 1,240 as 1240."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from checklist.numerals import DIGITS, value_by_units
from checklist.records import record
from evaluator.mentions.occurrences import stands_any
from evaluator.proofreading.fault import TextFault

ONES = DIGITS[1:]
ROUND = "十百千万"
HAN = f"零〇两{ONES}{ROUND}"
UNITS = "件份人户名次起宗家项个条场处辆台本册篇期"
RISING = "(?:增长|增加|提高|提升|上升|扩大)(?:了|近|约)*"
# A number above ten ends so: 三十件, 三十余件, 三十二件, 一百零二件.
ENDINGS = (
    *(f"{ten}{unit}" for ten in ROUND for unit in UNITS),
    *(f"{ten}{more}" for ten in ROUND for more in "余多零"),
    *(f"十{one}{unit}" for one in ONES for unit in UNITS),
)
# A figure begins, or is led up to, with one of these: at all other characters nothing is tried.
FIRST = f"[百翻半增提上扩两十{ONES},]"
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
    forms = "|".join(form for words, form in _FORMS if stands_any(text, words))
    for match in re.compile(f"(?={FIRST})(?:{forms})").finditer(text) if forms else ():
        kind = str(match.lastgroup)
        start, end = match.span(kind)
        digits = _SPELLING[kind](match.group(kind))
        if digits is not None:
            yield start, end, digits


def _percent(words: str) -> str:
    whole, _, decimals = words.removeprefix("百分之").partition("点")
    if words in ("百分百", "百分之百"):
        return "100%"
    number = whole if whole[0].isdecimal() else str(value_by_units(whole))
    return f"{number}.{''.join(str(value_by_units(c)) for c in decimals)}%" if decimals else f"{number}%"


def _count(words: str) -> str | None:
    return str(value_by_units(words)) if any(unit in words for unit in ROUND) else None


def _multiple(word: str) -> str:
    return str(value_by_units(word))


def _fraction(words: str) -> str | None:
    under, _, over = words.partition("分之")
    share = value_by_units(over) / value_by_units(under)
    return _tenths(TENFOLD * share) if share < 1 else None


def _of_ten(words: str) -> str:
    return _tenths(value_by_units(words[0]) + value_by_units(words[2:]) / TENFOLD)


def _half(_: str) -> str:
    return _tenths(TENFOLD / 2)


def _doubled(words: str) -> str:
    times = value_by_units(words[-2]) if words[-2] in HAN else 1
    return f"增长{_tenths(TENFOLD * (2**times - 1))}"


def _times(words: str) -> str:
    number = words.removesuffix("倍")
    return _tenths(TENFOLD * (float(number) if number[0].isdecimal() else value_by_units(number)))


def _tenths(number: float) -> str:
    """Shares in words are rough: 成 says so."""
    return f"{round(number, 2):g}成"


def _thousand(words: str) -> str:
    return words.removeprefix(",")


_SPELLING: dict[str, Callable[[str], str | None]] = {
    "percent": _percent,
    "fraction": _fraction,
    "of_ten": _of_ten,
    "half": _half,
    "doubled": _doubled,
    "times": _times,
    "multiple": _multiple,
    "count": _count,
    "thousand": _thousand,
}
# Each form, with words without which it stands nowhere: compiling all of them costs more than all else here.
_FORMS: Sequence[tuple[tuple[str, ...], str]] = (
    (("百分",), rf"(?P<percent>百分百|百分之(?:百(?!分)|\d+(?:\.\d+)?(?![\d%])|[{HAN}]+(?:点[零〇{ONES}]+)?))"),
    (("分之",), rf"(?<![{HAN}])(?P<fraction>[{ONES}十]分之[两{ONES}](?!十))"),
    (
        tuple(f"{one}成" for one in f"两{ONES}"),
        rf"(?<![{HAN}第\d])(?P<of_ten>[两{ONES}]成(?:[{ONES}](?![{HAN}个是要]))?)(?![立功为果员长效本熟就交绩分都不])",
    ),
    (("一半", "半数"), "(?P<half>一半|半数)"),
    (("番",), "(?P<doubled>翻了?[一两]?番)"),
    (("倍",), rf"{RISING}(?P<times>\d+(?:\.\d+)?倍|[两{ONES}]倍)"),
    (("倍",), rf"(?P<multiple>[两{ONES}])(?=倍)"),
    (ENDINGS, rf"(?<![{HAN}第])(?P<count>[两{ONES}十][{HAN}]{{1,12}})(?=[余多]?[{UNITS}])"),
    (tuple(f"{digit}," for digit in "0123456789"), r"(?P<thousand>(?<=\d),\d{3}(?!\d))"),
)
