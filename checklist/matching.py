"""Where phrases stand in a text: one pass finds every word of a vocabulary, which are then put together."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from operator import add

from checklist.phrases import CLAUSE_ENDS, LONG_GAP, SENTENCE_ENDS, SHORT_GAP, Phrase, mark_years, marked, names_year
from checklist.vocabulary import Vocabulary, entry_at

Span = tuple[int, int]
LONGEST_PHRASE = 4 * LONG_GAP
_CLAUSE_END = re.compile(f"[{re.escape(CLAUSE_ENDS)}]")


class Searchable:
    """A folded text without blanks in which phrases are looked for; what was found once is remembered.

    Phrases of the vocabulary cost one pass over the text together; others are searched for word by word. In `text`
    the report's years are marked (phrases.mark_years); every offset is that of the text given.
    """

    def __init__(self, text: str, year: int | None = None, vocabulary: Vocabulary | None = None) -> None:
        self._given = text
        self.text = text = mark_years(text, year)
        self._numbers = vocabulary.number_of if vocabulary else {}
        self._hits = self._scan(vocabulary) if vocabulary else {}
        # By identity, see Vocabulary; the entries keep their keys alive.
        self._words: dict[int, tuple[tuple[str, ...], list[Span]]] = {}
        self._spans: dict[int, tuple[tuple[Phrase, ...], tuple[Span, ...]]] = {}
        self._clause_ends = [match.start() for match in _CLAUSE_END.finditer(text)]
        self._sentence_ends = [at for at in self._clause_ends if text[at] in SENTENCE_ENDS]

    def spans(self, phrases: tuple[Phrase, ...]) -> tuple[Span, ...]:
        """Where any of the phrases stands, in the order of the text; of a chain the shortest from a place."""
        entry = self._spans.get(id(phrases))
        if entry is None:
            spans = tuple(sorted({span for phrase in phrases for span in self._chains(phrase)}))
            entry = self._spans[id(phrases)] = (phrases, spans)
        return entry[1]

    def spans_outside(self, phrases: tuple[Phrase, ...], excuses: tuple[Phrase, ...]) -> tuple[Span, ...]:
        """Where the phrases stand, without the places that an excuse overlaps."""
        spans = self.spans(phrases)
        excused = self.spans(excuses) if spans else ()
        return tuple(span for span in spans if not _overlapped(span, excused)) if excused else spans

    def first(self, phrases: tuple[Phrase, ...], start: int, end: int) -> Span | None:
        """The first place within [start, end) where any of the phrases stands."""
        spans = self.spans(phrases)
        for i in range(bisect_left(spans, (start, 0)), len(spans)):
            if spans[i][0] >= end:
                return None
            if spans[i][1] <= end:
                return spans[i]
        return None

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

    def _chains(self, phrase: Phrase) -> Iterable[Span]:
        firsts = self._occurrences(phrase.words[0])
        if not firsts or not (phrase.gaps or phrase.at_start or phrase.at_end):
            return firsts
        return self._chained(phrase, firsts)

    def _chained(self, phrase: Phrase, firsts: list[Span]) -> Iterable[Span]:
        # Where a later word stands nowhere, no chain needs to be tried.
        later = [self._occurrences(words) for words in phrase.words[1:]]
        if not all(later):
            return
        steps = list(zip(later, phrase.gaps, strict=True))
        done = -1
        for begin, end in firsts:
            # Of several words that begin at one place the shortest stands first; one chain is enough.
            if begin == done or (phrase.at_start and not self.starts_clause(begin)):
                continue
            for last in self._ends(steps, [end]):
                if not phrase.at_end or self.clause_end(last) == last:
                    yield begin, last
                    done = begin
                    break

    def _ends(self, steps: list[tuple[list[Span], int]], ends: list[int]) -> list[int]:
        """Every end of a chain whose first word ends at one of `ends`; gaps keep them few."""
        for spans, gap in steps:
            reached: set[int] = set()
            for at in ends:
                first = bisect_left(spans, (at, 0))
                if first == len(spans) or spans[first][0] > at + gap:
                    continue
                limit = min(at + gap, self.clause_end(at) if gap == SHORT_GAP else self.sentence_end(at))
                # Several words may begin at one place, so that the number of spans says nothing of the way.
                reached.update(end for _, end in spans[first : bisect_left(spans, (limit + 1, 0), first)])
            if not reached:
                return []
            ends = sorted(reached) if len(reached) > 1 else list(reached)
        return ends

    def _occurrences(self, words: tuple[str, ...]) -> list[Span]:
        number = self._numbers.get(id(words))
        if number is not None:
            return self._hits.get(number, [])
        entry = self._words.get(id(words))
        if entry is None:
            found = {span for word in words for span in self._places(marked(word))}
            entry = self._words[id(words)] = (words, sorted(found))
        return entry[1]

    def _scan(self, vocabulary: Vocabulary) -> dict[int, list[Span]]:
        text = self.text
        heads, singles = vocabulary.heads, vocabulary.singles
        hits: defaultdict[int, list[Span]] = defaultdict(list)
        for at, entry in enumerate(map(heads.get, map(add, text, text[1:]))):
            if entry is None:
                continue
            exact, longer = entry_at(heads, text[at : at + 2]) if isinstance(entry, str) else entry
            for user in exact:
                hits[user].append((at, at + 2))
            for word, users in longer.get(text[at : at + 3], ()):
                if text.startswith(word, at):
                    for user in users:
                        hits[user].append((at, at + len(word)))
        for word, users in singles:
            spans = list(self._places(word))
            for user in users if spans else ():
                hits[user] = sorted(hits[user] + spans)
        return dict(hits)

    def _places(self, form: str) -> Iterable[Span]:
        text = self._given if names_year(form) else self.text
        at = text.find(form)
        while at >= 0:
            yield at, at + len(form)
            at = text.find(form, at + 1)


def _overlapped(span: Span, others: tuple[Span, ...]) -> bool:
    start, end = span
    # A phrase is no longer than its gaps allow: what begins further back cannot reach here.
    first = bisect_left(others, (start - LONGEST_PHRASE, 0))
    return any(other[1] > start for other in others[first : bisect_left(others, (end, 0))])


def _next_mark(marks: list[int], at: int, end: int) -> int:
    i = bisect_left(marks, at)
    return marks[i] if i < len(marks) else end
