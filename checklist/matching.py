"""Where phrases stand in a text: one pass finds every word of a vocabulary, which are then put together."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Sequence
from itertools import chain

from checklist.numerals import COUNTING
from checklist.phrases import CLAUSE_ENDS, LONG_GAP, SENTENCE_ENDS, SHORT_GAP, Phrase, mark_years, marked, names_year
from checklist.vocabulary import Chain, Group, Search, Vocabulary, plain_words
from checklist.vocabulary import Span as Span

LONGEST_PHRASE = 4 * LONG_GAP
# A bit mask says in which clauses and sentences a word stands: clause n has bit n % MOST_BITS, sentences have bits of
# their own above these. In a long text several clauses share a bit, which costs a vain search but keeps time linear.
MOST_BITS = 256
CLAUSES = (1 << MOST_BITS) - 1
SENTENCES = CLAUSES << MOST_BITS
MARKS = frozenset(CLAUSE_ENDS)


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
            self._starts = [start for start, _ in self.spans]
            self._starts.append(sys.maxsize)
        return self._starts


class Searchable:
    """A folded text without blanks in which phrases are looked for; what was found once is remembered.

    Phrases of the vocabulary cost one pass over the text together; others are searched for word by word. In `text`
    the report's years are marked (phrases.mark_years); every offset is that of the text given.
    """

    def __init__(self, text: str, year: int | None = None, vocabulary: Vocabulary | None = None) -> None:
        self._given = text
        self.text = text = mark_years(text, year)
        # The end of the text ends both as well.
        self._clause_ends = [*sorted(at for mark in CLAUSE_ENDS for at in _occurrences(text, mark)), len(text)]
        self._sentence_ends = [at for at in self._clause_ends if text[at : at + 1] in SENTENCE_ENDS]
        self._vocabulary = vocabulary
        self._found: dict[str, Sequence[Span]] = {}
        # By number of a word set of the vocabulary: `_parts` are the places of its words, one sequence for each kind of
        # word; `_sets` the same merged, when asked for; `_masks` the clauses and sentences that have any of its words.
        self._parts: dict[int, list[Sequence[Span]]] = {}
        self._sets: dict[int, Places] = {}
        # `_crossing` are the sets with a word that has a mark in it (分析,): before and behind it are two clauses.
        self._masks: dict[int, int] = {}
        self._crossing: set[int] = set()
        self._bits = _bits(self._clause_ends, self._sentence_ends)
        if vocabulary:
            self._scan(vocabulary)
        self._present = frozenset(self._masks)
        # By identity, see Vocabulary; the entries keep their keys alive.
        self._spans: dict[int, tuple[Group, Sequence[Span]]] = {}

    def spans(self, phrases: Group) -> Sequence[Span]:
        """Where any of the phrases stands, in the order of the text; of a chain the shortest match from each start."""
        entry = self._spans.get(id(phrases))
        if entry is None:
            known = self._vocabulary and self._vocabulary.searches.get(id(phrases))
            found = self._known(known) if known else self._unknown(phrases)
            entry = self._spans[id(phrases)] = (phrases, found)
        return entry[1]

    def _known(self, search: Search) -> Sequence[Span]:
        """The places of a group of the vocabulary."""
        plain = self._set(search.plain).spans
        chained: list[Span] = []
        for link in search.chains:
            # Most chains have a word set that is nowhere in the text; in most others no clause has a word of every set.
            shared = self._shared(link) if self._present.issuperset(link.sets) else 0
            if shared:
                chained += self._chains(link, [self._set(number) for number in link.sets], shared)
        return sorted({*plain, *chained}) if chained else plain

    def _shared(self, link: Chain) -> int:
        """A bit mask of the clauses that have a word of every set of a chain; of the sentences where a gap is long.

        All of them where a mark may stand between the first and the last word of the chain, in one of the others.
        """
        if not self._crossing.isdisjoint(link.sets[1:-1]):
            return SENTENCES | CLAUSES
        shared = SENTENCES if LONG_GAP in link.gaps else CLAUSES
        for number in link.sets:
            shared &= self._masks[number]
        return shared

    def _unknown(self, phrases: Group) -> Sequence[Span]:
        """The places of any other phrases."""
        chains = [phrase for phrase in phrases if not phrase.is_plain]
        sets = ([Places(self._find_all(words)) for words in phrase.words] for phrase in chains)
        found = (self._chains(phrase, places, CLAUSES) for phrase, places in zip(chains, sets, strict=True))
        chained = chain.from_iterable(found)
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

    def spans_beginning(self, phrases: Group, start: int, end: int) -> Sequence[Span]:
        """The places of the phrases that begin in [start, end)."""
        spans = self.spans(phrases)
        return spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]

    def reaches(self, phrases: Group, begin: int, place: Span) -> bool:
        """Whether any of the phrases begins at or after `begin`, before the end of `place`, and ends within `place`."""
        spans = self.spans(phrases)
        first, last = (bisect_left(spans, (at,)) for at in (begin, place[1]))
        # Mostly there is none to look at.
        return first < last and any(place[0] < end <= place[1] for _, end in spans[first:last])

    def clause_around(self, span: Span) -> Span:
        """The clause, or the clauses, in which a span lies."""
        before = bisect_left(self._clause_ends, span[0])
        after = bisect_left(self._clause_ends, span[1])
        start = self._clause_ends[before - 1] + 1 if before else 0
        return start, self._clause_ends[after]

    def sentence_end(self, at: int) -> int:
        """The offset of the mark that ends the sentence in which `at` lies."""
        return self._sentence_ends[bisect_left(self._sentence_ends, at)]

    def clause_end(self, at: int) -> int:
        """The offset of the mark that ends the clause in which `at` lies."""
        return self._clause_ends[bisect_left(self._clause_ends, at)]

    def starts_clause(self, at: int) -> bool:
        """Whether a clause begins at the offset: after a mark, or after 一是, (一), 1. and their like."""
        before = self.text[max(0, at - 4) : at]
        if not before or before[-1] in CLAUSE_ENDS + '.、)"':
            return True
        return before[-1] == "是" and len(before) > 1 and before[-2] in COUNTING

    def _chains(self, link: Phrase | Chain, sets: Sequence[Places], shared: int) -> Iterable[Span]:
        """The shortest match from each place of a word of the first set; `shared` is the mask of where to look."""
        steps = list(zip(sets[1:], link.gaps, strict=True))
        bits, done = self._bits, -1
        for begin, end in sets[0].spans:
            # Of several words that begin at one place the shortest stands first; one chain is enough.
            if not bits[end] & shared or begin == done or (link.at_start and not self.starts_clause(begin)):
                continue
            ends = self._ends(steps, end)
            if link.at_end:
                ends = [last for last in ends if self.clause_end(last) == last]
            if ends:
                yield begin, min(ends)
                done = begin

    def _ends(self, steps: Sequence[tuple[Places, int]], begin: int) -> Collection[int]:
        """Every offset at which a match may end whose first word ends at `begin`; empty where there is no match."""
        ends: Collection[int] = (begin,)
        for places, gap in steps:
            starts, spans = places.starts, places.spans
            reached: list[int] = []
            for at in ends:
                first = bisect_left(starts, at)
                if starts[first] > at + gap:
                    continue
                limit = min(at + gap, self.clause_end(at) if gap == SHORT_GAP else self.sentence_end(at))
                # Several words may begin at one place, so that the number of spans says nothing of the way.
                reached += [end for _, end in spans[first : bisect_right(starts, limit, first)]]
            ends = reached if len(reached) < 2 else set(reached)
        return ends

    def _set(self, number: int) -> Places:
        """The places of all words of a set of the vocabulary."""
        places = self._sets.get(number)
        if places is None:
            parts = self._parts.get(number, ())
            spans = parts[0] if len(parts) == 1 else sorted(chain.from_iterable(parts))
            places = self._sets[number] = Places(spans)
        return places

    def _find_all(self, words: Iterable[str]) -> list[Span]:
        """The places of words one by one."""
        return sorted(chain.from_iterable(map(self._find, map(marked, words))))

    def _scan(self, vocabulary: Vocabulary) -> None:
        """Fills `_parts` and `_masks`: where the words of each set stand, and in which clauses and sentences."""
        parts, masks, bits = self._parts, self._masks, self._bits
        years = ((self._find(word), sets) for word, sets in vocabulary.years.items() if word in self._given)
        for spans, sets in chain(vocabulary.hits(self.text), years):
            own = 0
            for start, end in spans:
                own |= bits[start] | bits[end]
            if not MARKS.isdisjoint(self.text[start:end]):
                self._crossing.update(sets)
            for number in sets:
                if number in masks:
                    masks[number] |= own
                    parts[number].append(spans)
                else:
                    masks[number] = own
                    parts[number] = [spans]

    def _find(self, form: str) -> Sequence[Span]:
        found = self._found.get(form)
        if found is None:
            text, length = self._text_with(form), len(form)
            found = self._found[form] = [(at, at + length) for at in _occurrences(text, form)]
        return found

    def _text_with(self, form: str) -> str:
        """The text in which the form of a word may stand."""
        return self._given if names_year(form) else self.text


def _occurrences(text: str, form: str) -> Iterable[int]:
    at = text.find(form)
    while at >= 0:
        yield at
        at = text.find(form, at + 1)


def _bits(clause_ends: Sequence[int], sentence_ends: Sequence[int]) -> list[int]:
    """For each offset of a text, the end included, the bit of its clause and the bit of its sentence, in one mask."""
    bits: list[int] = []
    sentence = 0
    for clause, end in enumerate(clause_ends):
        own = 1 << clause % MOST_BITS | 1 << MOST_BITS + sentence % MOST_BITS
        bits += [own] * (end + 1 - len(bits))
        sentence += end == sentence_ends[sentence]
    return bits


def _overlapped(span: Span, others: Sequence[Span]) -> bool:
    start, end = span
    # A phrase is no longer than its gaps allow: what begins further back cannot reach here.
    first = bisect_left(others, (start - LONGEST_PHRASE, 0))
    return any(other[1] > start for other in others[first : bisect_left(others, (end, 0))])
