"""Spans that overlap in any way, as marks that nest: where two cross, the shorter-lived is closed and opened again."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Generic, NamedTuple, Protocol, TypeVar


class Spanned(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


S = TypeVar("S", bound=Spanned)


class Piece(NamedTuple, Generic[S]):
    """A run of text; what is opened before it, outermost first, and what is closed after it, innermost first."""

    start: int
    end: int
    opens: tuple[S, ...]
    closes: tuple[S, ...]


def nested(start: int, end: int, spans: Iterable[S]) -> Iterator[Piece[S]]:
    """The stretch [start, end) cut wherever a span begins or ends; nothing stays open behind it.

    A span that reaches beyond the stretch is cut off at its borders.
    """
    waiting = deque(sorted(spans, key=lambda span: span.start))
    borders = {border for span in waiting for border in (span.start, span.end) if start < border < end}
    points = sorted({start, end} | borders)
    stack: list[S] = []
    again: list[S] = []
    for at, until in pairwise(points):
        opens = [*again, *_begun(waiting, at)]
        opens.sort(key=lambda span: -span.end)
        stack += opens
        lowest = next((i for i, span in enumerate(stack) if span.end <= until or until == end), len(stack))
        closes = stack[lowest:]
        del stack[lowest:]
        again = [span for span in closes if span.end > until]
        yield Piece(at, until, tuple(opens), tuple(reversed(closes)))


def _begun(waiting: deque[S], at: int) -> Iterator[S]:
    while waiting and waiting[0].start <= at:
        span = waiting.popleft()
        if span.end > at:
            yield span


def spread(stretches: Iterable[tuple[int, int]], spans: Sequence[S]) -> Iterator[list[S]]:
    """For each of the stretches, which follow one another, the spans that reach into it."""
    waiting = deque(sorted(spans, key=lambda span: span.start))
    reaching: list[S] = []
    for start, end in stretches:
        while waiting and waiting[0].start < end:
            reaching.append(waiting.popleft())
        reaching = [span for span in reaching if span.end > start]
        yield [span for span in reaching if span.start < end]
