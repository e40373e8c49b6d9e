"""The pattern language: words, bounded gaps, choices, options and years, matched without regular expressions.

    针对(上年度|{previous_year})…(问题|不足)……(整改|改进)

`…` is a gap of at most 15 characters within a clause and `……` one of at most 50 within a sentence;
`(a|b)` a choice; `x?` and `(…)?` an option; `^` the start and `$` the end of a clause; `{name}` a word list
of the checklist or, for year, previous_year and next_year, the report's years in every way they are written.
A phrase is a chain of word sets with gaps between them, so that matching it (matching.py) cannot run away.
"""

import re
from collections.abc import Mapping
from functools import cache

from checklist.folding import squeeze
from checklist.numerals import DIGITS, ZEROS, may_have_years, spelt_by_digits
from checklist.records import record

SHORT_GAP = 15
LONG_GAP = 50
MOST_WORDS = 1024
# More words than these are not written out but chained: 20 by 20 are 40 words to look for, not 400.
FEW_WORDS = 40
MOST_NESTED = 8
SENTENCE_ENDS = "。！？!?;\n"
CLAUSE_ENDS = SENTENCE_ENDS + ",:"
_ENDS = frozenset(SENTENCE_ENDS)
YEARS = {"previous_year": -1, "year": 0, "next_year": 1}
Lists = Mapping[str, tuple[str, ...]]
_MARKS = {name: chr(0xE000 + offset) * 4 + "年" for offset, name in enumerate(YEARS)}
_NUMERALS = f"0123456789{ZEROS}{DIGITS}"
_YEAR_DIGITS = 4
# [甲乙], but neither [2021]12号 nor 【待补充】, which reports have.
_CLASS = re.compile(r"\[(?!\d{2,4}年?\]|\{)[^\[\]]+\]")


class PhraseError(ValueError):
    """A pattern that is not written in the language, or that could never be useful."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UnknownList(PhraseError):
    """A name in braces that no word list has."""

    def __init__(self, name: str) -> None:
        super().__init__(f"没有名为“{name}”的词表")
        self.name = name


@record
class Phrase:
    """A chain of word sets; gaps[i] is the longest way between set i and set i + 1, 0 where they follow directly."""

    source: str
    words: tuple[tuple[str, ...], ...]
    gaps: tuple[int, ...] = ()
    at_start: bool = False
    at_end: bool = False

    @property
    def is_plain(self) -> bool:
        """Nothing but words, wherever they stand."""
        return not (self.gaps or self.at_start or self.at_end)


@cache
def year_forms(year: int) -> tuple[str, ...]:
    """2024 as it is written: 2024年, 二〇二四年, 二零二四年, 二O二四年 and so on."""
    return tuple(f"{written}年" for written in (str(year), *spelt_by_digits(year)))


def mark_years(text: str, year: int | None) -> str:
    """The text with the report's years in one form each, as long as 2024年, whatever digits they were written in."""
    if year is None:
        return text
    every = may_have_years(text)
    for name, offset in YEARS.items():
        forms = year_forms(year + offset)
        for form in forms if every else forms[:1]:
            text = text.replace(form, _MARKS[name])
    return text


@cache
def names_year(word: str) -> bool:
    """Whether a word may be part of a year in digits, which a text with marked years does not show: 一年, no 上一年."""
    before = word.partition("年")[0]
    digits = len(before) - len(before.rstrip(_NUMERALS))
    return 0 < digits < len(word) and (digits == len(before) or digits >= _YEAR_DIGITS)


def marked(word: str) -> str:
    """A word of a pattern as it stands in a text with marked years."""
    for name, mark in _MARKS.items() if "{" in word else ():
        word = word.replace("{" + name + "}", mark)
    return word


def parse(source: str, lists: Lists | None = None) -> Phrase:
    """The phrase that a pattern means; `lists` are the named word lists. Raises PhraseError."""
    pattern = _pattern(source)
    at_start = pattern.startswith("^")
    at_end = pattern.endswith("$")
    rest = pattern[at_start : len(pattern) - at_end]
    sets: list[tuple[str, ...]] = []
    gaps: list[int] = []
    while rest:
        piece, gap, rest = _cut_at_gap(rest)
        chained = _chained(piece, lists or {})
        sets += chained
        gaps += [0] * (len(chained) - 1) + ([gap] if gap else [])
    if not sets or len(gaps) >= len(sets):
        raise PhraseError("省略号两边都要有词" if sets else "里面没有词")
    _refuse_useless(sets, at_start)
    return Phrase(source, tuple(sets), tuple(gaps), at_start, at_end)


def expand(source: str, lists: Lists) -> tuple[str, ...]:
    """The words that an entry of a word list stands for; it may use other lists. Raises PhraseError."""
    pattern = _pattern(source)
    if "…" in pattern:
        raise PhraseError("词表里的词不能有省略号")
    return _words(pattern, lists)


def _pattern(source: str) -> str:
    """The pattern as it is compared; what is written as in a regular expression would never match."""
    pattern = squeeze(source)
    foreign = re.search(r"\\.?|\.?\*|\[\^", pattern) or _CLASS.search(source)
    if foreign:
        hint = "中间隔着别的字用 …，任选其一用 (甲|乙)"
        raise PhraseError(f"“{foreign[0]}”是正则表达式的写法，这里只写词", hint)
    if "..." in pattern or "。。。" in pattern:
        raise PhraseError("省略号写成了句点", "短间隔写 …，长间隔写 ……")
    return pattern


def _cut_at_gap(pattern: str) -> tuple[str, int, str]:
    piece, mark, rest = pattern.partition("…")
    if not mark:
        return piece, 0, ""
    if piece.count("(") > piece.count(")"):
        hint = "省略号只能写在括号外面：(甲|乙)…丙；不行就拆成几条"
        raise PhraseError("括号没有配对，或者括号里写了省略号", hint)
    if rest.startswith("…"):
        return piece, LONG_GAP, rest[1:]
    return piece, SHORT_GAP, rest


def _words(piece: str, lists: Lists) -> tuple[str, ...]:
    if not piece:
        raise PhraseError("省略号两边都要有词")
    words, rest = _choice(piece, lists, 0)
    if rest:
        raise PhraseError(f"多了一个“{rest[0]}”")
    if "" in words:
        raise PhraseError("这一段的词都是可有可无的，等于什么都匹配")
    return tuple(sorted(set(words)))


def _chained(piece: str, lists: Lists) -> list[tuple[str, ...]]:
    """The word sets of a piece, which follow upon each other: many words by many are not written out."""
    sets: list[list[str]] = [[""]]
    rest = piece
    while rest and rest[0] not in "|)":
        part, rest = _optional_part(rest, lists, 0)
        # Single characters stand everywhere: they are better written out.
        if len(sets[-1]) * len(part) > FEW_WORDS and min(map(len, (*sets[-1], *part))) > 1:
            sets.append(part)
        else:
            sets[-1] = _joined(sets[-1], part)
    # A choice without brackets, and faults, are for the whole.
    if rest or not piece or "" in sets[-1]:
        return [_words(piece, lists)]
    return [tuple(sorted(set(words))) for words in sets]


def _choice(rest: str, lists: Lists, depth: int) -> tuple[list[str], str]:
    """The words of a choice up to its closing bracket or the end, and what follows."""
    if depth > MOST_NESTED:
        raise PhraseError(f"括号套了不止 {MOST_NESTED} 层", "拆成几条")
    words, rest = _sequence(rest, lists, depth)
    while rest.startswith("|"):
        more, rest = _sequence(rest[1:], lists, depth)
        words += more
    return words, rest


def _sequence(rest: str, lists: Lists, depth: int) -> tuple[list[str], str]:
    words = [""]
    while rest and rest[0] not in "|)":
        part, rest = _optional_part(rest, lists, depth)
        words = _joined(words, part)
    return words, rest


def _joined(heads: list[str], tails: list[str]) -> list[str]:
    if len(heads) * len(tails) > MOST_WORDS:
        raise PhraseError(f"选择太多，展开后超过 {MOST_WORDS} 个词", "拆成几条，或者把可有可无的词去掉")
    return [head + tail for head in heads for tail in tails]


def _optional_part(rest: str, lists: Lists, depth: int) -> tuple[list[str], str]:
    """The words of a part, nothing among them where a ? follows."""
    part, rest = _part(rest, lists, depth)
    return ([*part, ""], rest[1:]) if rest.startswith("?") else (part, rest)


def _part(rest: str, lists: Lists, depth: int) -> tuple[list[str], str]:
    if rest[0] == "(":
        words, after = _choice(rest[1:], lists, depth + 1)
        if not after.startswith(")"):
            raise PhraseError("括号没有配对")
        return words, after[1:]
    if rest[0] == "{":
        return _named(rest[1:], lists)
    if rest[0] == "?":
        raise PhraseError("“?”前面没有词")
    if rest[0] in "^$":
        raise PhraseError("“^”只能写在最前面，“$”只能写在最后面")
    return [rest[0]], rest[1:]


def _named(rest: str, lists: Lists) -> tuple[list[str], str]:
    name, closed, after = rest.partition("}")
    if not closed:
        raise PhraseError("花括号没有配对")
    if name in YEARS:
        # {year} is 2024年 with its 年, so that a 年 written after it says nothing more.
        return ["{" + name + "}"], after.removeprefix("年")
    if name not in lists:
        raise UnknownList(name)
    return list(lists[name]), after


def _refuse_useless(sets: list[tuple[str, ...]], at_start: bool) -> None:
    for word in (word for words in sets for word in words):
        if not _ENDS.isdisjoint(word):
            raise PhraseError(f"“{word}”里有句末标点，永远匹配不到")
    shortest = [min(words, key=len) for words in sets]
    if sum(map(len, shortest)) < 2 and not at_start:
        raise PhraseError(f"只有一个字“{shortest[0]}”，几乎处处匹配", "写成两个字以上的词")
    if not any(character.isalnum() for word in shortest for character in word):
        raise PhraseError(f"只有标点“{shortest[0]}”，几乎处处匹配")
