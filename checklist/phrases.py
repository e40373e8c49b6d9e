"""The pattern language: words, bounded gaps, choices, options and years, matched without regular expressions.

    针对(上年度|{previous_year})…(问题|不足)……(整改|改进)

`…` is a gap of at most 15 characters within a clause and `……` one of at most 50 within a sentence;
`(a|b)` a choice; `x?` and `(…)?` an option; `^` the start and `$` the end of a clause; `{name}` a word list of the
checklist or, for year, previous_year and next_year, the report's years in every way they are written.
A phrase is a chain of word sets with gaps between them, so that matching cannot run away.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from operator import add, itemgetter

from checklist.folding import squeeze

SHORT_GAP = 15
LONG_GAP = 50
MOST_WORDS = 1024
SENTENCE_ENDS = "。！？!?;\n"
CLAUSE_ENDS = SENTENCE_ENDS + ",:"
YEARS = {"previous_year": -1, "year": 0, "next_year": 1}
_DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")

Span = tuple[int, int]
_begin = itemgetter(0)


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


@dataclass(frozen=True, slots=True)
class Phrase:
    """A chain of word sets; gaps[i] is the longest way between set i and set i + 1."""

    source: str
    words: tuple[tuple[str, ...], ...]
    gaps: tuple[int, ...] = ()
    at_start: bool = False
    at_end: bool = False

    def spans(self, text: "Searchable", start: int = 0, end: int | None = None) -> list[Span]:
        """Where the phrase stands between start and end, each beginning once, shortest match first."""
        found: list[Span] = []
        firsts = text.occurrences_between(self.words[0], start, len(text.text) if end is None else end)
        for begin, group in groupby(firsts, _begin) if firsts else ():
            if self.at_start and not text.starts_clause(begin):
                continue
            for last in self._ends(text, [first[1] for first in group]):
                if (end is None or last <= end) and (not self.at_end or text.ends_clause(last)):
                    found.append((begin, last))
                    break
        return found

    def _ends(self, text: "Searchable", ends: list[int]) -> list[int]:
        """Every end of a chain whose first word ends at one of `ends`; gaps and sentences keep them few."""
        for words, gap in zip(self.words[1:], self.gaps, strict=True):
            limits = [text.gap_end(at, gap) for at in ends]
            following = text.occurrences_between(words, ends[0], max(limits) + 1)
            reach = list(zip(ends, limits, strict=True))
            ends = sorted({stop for begin, stop in following if any(at <= begin <= limit for at, limit in reach)})
            if not ends:
                break
        return ends


class Searchable:
    """A folded text without blanks, with an index of what has been looked up in it so far."""

    def __init__(self, text: str, year: int | None = None) -> None:
        self.text = text
        self.year = year
        self._years = {"{" + n + "}": year_forms(year + d) if year else () for n, d in YEARS.items()}
        self._pairs = _pair_places(text)
        # By identity: hashing a tuple of 500 words costs 3 µs, ten thousand times a report. The entry keeps it alive.
        self._index: dict[int, tuple[tuple[str, ...], tuple[Span, ...], list[int]]] = {}
        self._sentence_ends = [i for i, c in enumerate(text) if c in SENTENCE_ENDS]
        self._clause_ends = [i for i, c in enumerate(text) if c in CLAUSE_ENDS]

    def gap_end(self, at: int, gap: int) -> int:
        """The last offset to which a gap that begins at `at` may reach: a short one stays within its clause."""
        marks = self._clause_ends if gap == SHORT_GAP else self._sentence_ends
        i = bisect_left(marks, at)
        return min(at + gap, marks[i] if i < len(marks) else len(self.text))

    def sentence_end(self, at: int) -> int:
        """The offset of the mark that ends the sentence in which `at` lies."""
        i = bisect_left(self._sentence_ends, at)
        return self._sentence_ends[i] if i < len(self._sentence_ends) else len(self.text)

    def sentence_start(self, at: int) -> int:
        """The offset of the first character of the sentence in which `at` lies."""
        i = bisect_left(self._sentence_ends, at)
        return self._sentence_ends[i - 1] + 1 if i else 0

    def starts_clause(self, at: int) -> bool:
        """Whether a clause begins at the offset: after a mark, or after 一是, (一), 1. and their like."""
        before = self.text[max(0, at - 4) : at]
        if not before or before[-1] in CLAUSE_ENDS + ".、)\"":
            return True
        return before[-1] == "是" and len(before) > 1 and before[-2] in "一二三四五六七八九十"

    def ends_clause(self, at: int) -> bool:
        """Whether a clause ends at the offset."""
        return at >= len(self.text) or self.text[at] in CLAUSE_ENDS

    def occurrences(self, words: tuple[str, ...]) -> tuple[Span, ...]:
        """Every place of every word, in the order of the text."""
        return self._indexed(words)[1]

    def occurrences_between(self, words: tuple[str, ...], start: int, end: int) -> tuple[Span, ...]:
        """The places that begin at or after start and before end."""
        _, spans, begins = self._indexed(words)
        first = bisect_left(begins, start)
        return spans[first : bisect_left(begins, end, first)]

    def next_occurrence(self, words: tuple[str, ...], at: int) -> Span | None:
        """The first place at or after the offset."""
        _, spans, begins = self._indexed(words)
        i = bisect_left(begins, at)
        return spans[i] if i < len(spans) else None

    def _indexed(self, words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[Span, ...], list[int]]:
        entry = self._index.get(id(words))
        if entry is None:
            spans = tuple(sorted(self._find(words)))
            entry = self._index[id(words)] = (words, spans, [begin for begin, _ in spans])
        return entry

    def _find(self, words: tuple[str, ...]) -> set[Span]:
        heads, others = _by_head(words)
        found = {span for word in others for form in self._forms(word) for span in self._places(form)}
        for head in heads.keys() & self._pairs.keys():
            for word in heads[head]:
                found.update(self._places(word))
        return found

    def _forms(self, word: str) -> tuple[str, ...]:
        """The word with its years in every way they are written; none where the report's year is not known."""
        forms = (word,)
        for mark, years in self._years.items() if "{" in word else ():
            if mark in word:
                forms = tuple(form.replace(mark, year) for form in forms for year in years)
        return forms

    def _places(self, form: str) -> list[Span]:
        size = len(form)
        if size < 2:
            return [match.span() for match in re.finditer(re.escape(form), self.text)]
        places = self._pairs.get(form[:2], ())
        if size == 2:
            return [(at, at + 2) for at in places]
        return [(at, at + size) for at in places if self.text.startswith(form, at)]


def _pair_places(text: str) -> dict[str, "array[int]"]:
    """Where every two characters stand: one pass instead of a search for each of 3,000 words."""
    places: dict[str, "array[int]"] = {}
    for at, pair in enumerate(map(add, text, text[1:])):
        if pair in places:
            places[pair].append(at)
        else:
            places[pair] = array("L", (at,))
    return places


@cache
def _by_head(words: tuple[str, ...]) -> tuple[dict[str, list[str]], list[str]]:
    """Words by their first two characters, and those whose first two are not known beforehand."""
    heads: dict[str, list[str]] = {}
    others = []
    for word in words:
        if len(word) < 2 or "{" in word:
            others.append(word)
        else:
            heads.setdefault(word[:2], []).append(word)
    return heads, others


def year_forms(year: int) -> tuple[str, ...]:
    """2024 as it is written: 2024年, 二〇二四年, 二零二四年."""
    han = str(year).translate(_DIGITS)
    return (f"{year}年", f"{han}年", f"{han.replace('〇', '零')}年")


def parse(source: str, lists: Mapping[str, tuple[str, ...]] | None = None) -> Phrase:
    """The phrase that a pattern means; `lists` are the named word lists. Raises PhraseError."""
    pattern = squeeze(source)
    at_start = pattern.startswith("^")
    sets: list[tuple[str, ...]] = []
    gaps: list[int] = []
    at_end = pattern.endswith("$")
    rest = pattern[at_start : len(pattern) - at_end]
    while rest:
        piece, gap, rest = _cut_at_gap(rest)
        sets.append(_words(piece, lists or {}))
        if gap:
            gaps.append(gap)
    if not sets or len(gaps) >= len(sets):
        raise PhraseError("省略号两边都要有词")
    _refuse_useless(sets, at_start)
    return Phrase(source, tuple(sets), tuple(gaps), at_start, at_end)


def expand(source: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The words that an entry of a word list stands for: choices, options and other lists, no gaps. Raises PhraseError."""
    pattern = squeeze(source)
    if "…" in pattern:
        raise PhraseError("词表里的词不能有省略号")
    return _words(pattern, lists)


def _cut_at_gap(pattern: str) -> tuple[str, int, str]:
    piece, mark, rest = pattern.partition("…")
    if not mark:
        return piece, 0, ""
    if piece.count("(") > piece.count(")"):
        raise PhraseError("括号没有配对，或者括号里写了省略号", "省略号只能写在括号外面：(甲|乙)…丙；不行就拆成几条")
    if rest.startswith("…"):
        return piece, LONG_GAP, rest[1:]
    return piece, SHORT_GAP, rest


def _words(piece: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    if not piece:
        raise PhraseError("省略号两边都要有词")
    words, rest = _choice(piece, lists)
    if rest:
        raise PhraseError(f"多了一个“{rest[0]}”")
    if "" in words:
        raise PhraseError("这一段的词都是可有可无的，等于什么都匹配")
    return tuple(sorted(set(words)))


def _choice(rest: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[list[str], str]:
    """The words of a choice up to its closing bracket or the end, and what follows."""
    words, rest = _sequence(rest, lists)
    while rest.startswith("|"):
        more, rest = _sequence(rest[1:], lists)
        words += more
    return words, rest


def _sequence(rest: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[list[str], str]:
    words = [""]
    while rest and rest[0] not in "|)":
        part, rest = _part(rest, lists)
        if rest.startswith("?"):
            part, rest = [*part, ""], rest[1:]
        if len(words) * len(part) > MOST_WORDS:
            raise PhraseError(f"选择太多，展开后超过 {MOST_WORDS} 个词", "拆成几条，或者把可有可无的词去掉")
        words = [head + tail for head in words for tail in part]
    return words, rest


def _part(rest: str, lists: Mapping[str, tuple[str, ...]]) -> tuple[list[str], str]:
    if rest[0] == "(":
        words, after = _choice(rest[1:], lists)
        if not after.startswith(")"):
            raise PhraseError("括号没有配对")
        return words, after[1:]
    if rest[0] == "{":
        name, closed, after = rest[1:].partition("}")
        if not closed:
            raise PhraseError("花括号没有配对")
        if name in YEARS:
            # {year} is 2024年 with its 年, so that a 年 written after it says nothing more.
            return ["{" + name + "}"], after.removeprefix("年")
        if name not in lists:
            raise UnknownList(name)
        return list(lists[name]), after
    if rest[0] == "?":
        raise PhraseError("“?”前面没有词")
    if rest[0] in "^$":
        raise PhraseError("“^”只能写在最前面，“$”只能写在最后面")
    return [rest[0]], rest[1:]


def _refuse_useless(sets: list[tuple[str, ...]], at_start: bool) -> None:
    for word in (word for words in sets for word in words):
        if any(mark in word for mark in SENTENCE_ENDS):
            raise PhraseError(f"“{word}”里有句末标点，永远匹配不到")
    shortest = sum(min(len(word) for word in words) for words in sets)
    if shortest < 2 and not at_start:
        raise PhraseError("只有一个字，几乎处处匹配")


def any_span(phrases: Iterable[Phrase], text: Searchable, start: int = 0, end: int | None = None) -> Span | None:
    """The first place between start and end where one of the phrases stands."""
    for phrase in phrases:
        spans = phrase.spans(text, start, end)
        if spans:
            return spans[0]
    return None


def clause_around(text: Searchable, span: Span) -> Span:
    """The clause, or the clauses, in which a span lies."""
    start, end = span
    while start > 0 and text.text[start - 1] not in CLAUSE_ENDS:
        start -= 1
    while end < len(text.text) and text.text[end] not in CLAUSE_ENDS:
        end += 1
    return start, end
