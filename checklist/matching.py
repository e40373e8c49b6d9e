"""Where phrases stand in a text: one pass finds every word of a vocabulary, which are then put together."""

import re
import sys
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import chain, compress, count
from operator import add

from checklist.phrases import CLAUSE_ENDS, LONG_GAP, SENTENCE_ENDS, SHORT_GAP, Phrase, mark_years, marked, names_year
from checklist.vocabulary import Group, Search, Vocabulary, plain_words

Span = tuple[int, int]
LONGEST_PHRASE = 4 * LONG_GAP
_CLAUSE_END = re.compile(f"[{re.escape(CLAUSE_ENDS)}]")


class Places:
    """Where any of a set of words stands, in the order of the text."""

    __slots__ = ("_starts", "spans")

    def __init__(self, spans: Sequence[Span]) -> None:
        self.spans = spans
        self._starts: list[int] = []

    @property
    def starts(self) -> list[int]:
        """Where each begins, and at the end a number that no text reaches: searching needs no other bound."""
        if not self._starts:
            self._starts = [*(start for start, _ in self.spans), sys.maxsize]
        return self._starts


class Searchable:
    """A folded text without blanks in which phrases are looked for; what was found once is remembered.

    Phrases of the vocabulary cost one pass over the text together; others are searched for word by word. In `text`
    the report's years are marked (phrases.mark_years); every offset is that of the text given.
    """

    def __init__(self, text: str, year: int | None = None, vocabulary: Vocabulary | None = None) -> None:
        self._given = text
        self.text = text = mark_years(text, year)
        self._vocabulary = vocabulary
        # By number of a set the places of each of its words, put together when the set is first asked for.
        self._hits = self._scan(vocabulary) if vocabulary else {}
        # The numbers of the sets that may stand in the text.
        self._present = {*self._hits, *vocabulary.singles} if vocabulary else set[int]()
        self._found: dict[str, Sequence[Span]] = {}
        self._places: dict[int, Places] = {}
        # By identity, see Vocabulary; the entries keep their keys alive.
        self._spans: dict[int, tuple[Group, Sequence[Span]]] = {}
        self._clause_ends = [match.start() for match in _CLAUSE_END.finditer(text)]
        self._sentence_ends = [at for at in self._clause_ends if text[at] in SENTENCE_ENDS]

    def spans(self, phrases: Group) -> Sequence[Span]:
        """Where any of the phrases stands, in the order of the text; of a chain the shortest from a place."""
        entry = self._spans.get(id(phrases))
        if entry is None:
            known = self._vocabulary and self._vocabulary.searches.get(id(phrases))
            found = self._known(known) if known else self._unknown(phrases)
            entry = self._spans[id(phrases)] = (phrases, found)
        return entry[1]

    def _known(self, search: Search) -> Sequence[Span]:
        """The places of a group of the vocabulary."""
        plain, present = self._set(search.plain).spans, self._present
        chained: list[Span] = []
        for phrase, numbers in search.chains:
            # Where one of the words stands nowhere, no chain needs to be tried.
            if present.issuperset(numbers):
                chained += self._chains(phrase, [self._set(number) for number in numbers])
        return sorted({*plain, *chained}) if chained else plain

    def _unknown(self, phrases: Group) -> Sequence[Span]:
        """The places of any other phrases."""
        chains = [phrase for phrase in phrases if not phrase.is_plain]
        sets = ([Places(self._find_all(words)) for words in phrase.words] for phrase in chains)
        chained = [span for phrase, places in zip(chains, sets, strict=True) for span in self._chains(phrase, places)]
        return sorted({*self._find_all(plain_words(phrases)), *chained})

    def spans_outside(self, phrases: Group, excuses: Group) -> Sequence[Span]:
        """Where the phrases stand, without the places that an excuse overlaps."""
        spans = self.spans(phrases)
        excused = self.spans(excuses) if spans else ()
        return [span for span in spans if not _overlapped(span, excused)] if excused else spans

    def first(self, phrases: Group, start: int, end: int) -> Span | None:
        """The first place within [start, end) where any of the phrases stands."""
        spans = self.spans(phrases)
        for i in range(bisect_left(spans, (start,)), len(spans)) if spans else ():
            if spans[i][0] >= end:
                return None
            if spans[i][1] <= end:
                return spans[i]
        return None

    def reaches(self, phrases: Group, begin: int, place: Span) -> bool:
        """Whether any of the phrases ends in a place, beginning at or after `begin`."""
        spans = self.spans(phrases)
        first, last = (bisect_left(spans, (at,)) for at in (begin, place[1]))
        return any(place[0] < end <= place[1] for _, end in spans[first:last])

    def clause_around(self, span: Span) -> Span:
        """The clause, or the clauses, in which a span lies."""
        before = bisect_left(self._clause_ends, span[0])
        after = bisect_left(self._clause_ends, span[1])
        start = self._clause_ends[before - 1] + 1 if before else 0
        return start, self._clause_ends[after] if after < len(self._clause_ends) else len(self.text)

    def sentence_end(self, at: int) -> int:
        """The offset of the mark that ends the sentence in which `at` lies."""
        return _next_mark(self._sentence_ends, at, len(self.text))

    def clause_end(self, at: int) -> int:
        """The offset of the mark that ends the clause in which `at` lies."""
        return _next_mark(self._clause_ends, at, len(self.text))

    def starts_clause(self, at: int) -> bool:
        """Whether a clause begins at the offset: after a mark, or after 一是, (一), 1. and their like."""
        before = self.text[max(0, at - 4) : at]
        if not before or before[-1] in CLAUSE_ENDS + '.、)"':
            return True
        return before[-1] == "是" and len(before) > 1 and before[-2] in "一二三四五六七八九十"

    def _chains(self, phrase: Phrase, sets: Sequence[Places]) -> Iterable[Span]:
        """The shortest chain from each place of its first word."""
        steps = list(zip(sets[1:], phrase.gaps, strict=True))
        firsts = _followed(sets[0].spans, *steps[0]) if steps else sets[0].spans
        done = -1
        for begin, end in firsts:
            # Of several words that begin at one place the shortest stands first; one chain is enough.
            if begin == done or (phrase.at_start and not self.starts_clause(begin)):
                continue
            for last in self._ends(steps, end):
                if not phrase.at_end or self.clause_end(last) == last:
                    yield begin, last
                    done = begin
                    break

    def _ends(self, steps: Sequence[tuple[Places, int]], begin: int) -> Iterable[int]:
        """Every end of a chain whose first word ends at `begin`; gaps keep them few."""
        ends = [begin]
        for places, gap in steps:
            starts, reached = places.starts, set[int]()
            for at in ends:
                first = bisect_left(starts, at)
                if starts[first] > at + gap:
                    continue
                limit = min(at + gap, self.clause_end(at) if gap == SHORT_GAP else self.sentence_end(at))
                # Several words may begin at one place, so that the number of spans says nothing of the way.
                reached.update([end for _, end in places.spans[first : bisect_right(starts, limit, first)]])
            if not reached:
                return ()
            ends = sorted(reached)
        return ends

    def _set(self, number: int) -> Places:
        """The places of all words of a set of the vocabulary."""
        places = self._places.get(number)
        if places is None:
            found: Sequence[Sequence[Span]] = self._hits.get(number, [])
            if self._vocabulary and number in self._vocabulary.singles:
                found = [*found, *map(self._find, self._vocabulary.singles[number])]
            spans = found[0] if len(found) == 1 else sorted(chain.from_iterable(found))
            places = self._places[number] = Places(spans)
        return places

    def _find_all(self, words: Iterable[str]) -> list[Span]:
        """The places of words one by one."""
        return sorted(chain.from_iterable(map(self._find, map(marked, words))))

    def _scan(self, vocabulary: Vocabulary) -> dict[int, list[list[Span]]]:
        text, heads = self.text, vocabulary.heads
        found: defaultdict[str, list[Span]] = defaultdict(list)
        for at in compress(count(), map(heads.__contains__, map(add, text, text[1:]))):
            head = text[at : at + 2]
            entry = heads[head]
            is_word, longer = vocabulary.entry(head) if isinstance(entry, str) else entry
            if is_word:
                found[head].append((at, at + 2))
            for word in longer.get(text[at : at + 3], ()) if longer else ():
                if text.startswith(word, at):
                    found[word].append((at, at + len(word)))
        hits: defaultdict[int, list[list[Span]]] = defaultdict(list)
        for word, spans in found.items():
            for user in vocabulary.users(word):
                hits[user].append(spans)
        return hits

    def _find(self, form: str) -> Sequence[Span]:
        found = self._found.get(form)
        if found is None:
            text, length = self._given if names_year(form) else self.text, len(form)
            found = self._found[form] = [(at, at + length) for at in _occurrences(text, form)]
        return found


def _occurrences(text: str, form: str) -> Iterable[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


def _followed(firsts: Sequence[Span], seconds: Places, gap: int) -> Sequence[Span]:
    """Those of the first words behind which one of the second stands near enough: few, and cheaply told."""
    starts = seconds.starts
    return [first for first in firsts if starts[bisect_left(starts, first[1])] <= first[1] + gap]


def _overlapped(span: Span, others: Sequence[Span]) -> bool:
    start, end = span
    # A phrase is no longer than its gaps allow: what begins further back cannot reach here.
    first = bisect_left(others, (start - LONGEST_PHRASE, 0))
    return any(other[1] > start for other in others[first : bisect_left(others, (end, 0))])


def _next_mark(marks: list[int], at: int, end: int) -> int:
    i = bisect_left(marks, at)
    return marks[i] if i < len(marks) else end
