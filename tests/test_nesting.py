"""However spans lie across each other: the text stays whole, marks nest, and every span is marked all along."""

from itertools import pairwise
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator.output.html.nesting import nested, spread


class Span(NamedTuple):
    start: int
    end: int
    name: str = ""


def marked(text: str, *spans: Span, start: int = 0) -> str:
    """[a …] for a span that begins here, [… for one opened again."""
    shown = []
    for piece in nested(start, start + len(text), spans):
        shown += ["[" + (s.name + " " if s.start == piece.start else "") for s in piece.opens]
        shown.append(text[piece.start - start : piece.end - start])
        shown += ["]" for _ in piece.closes]
    return "".join(shown)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ((), "012345"),
        ((Span(6, 9, "a"),), "012345"),
        ((Span(1, 3, "a"),), "0[a 12]345"),
        ((Span(1, 3, "a"), Span(3, 5, "b")), "0[a 12][b 34]5"),
        ((Span(1, 5, "a"), Span(2, 3, "b")), "0[a 1[b 2]34]5"),
        ((Span(2, 3, "b"), Span(1, 5, "a")), "0[a 1[b 2]34]5"),
        ((Span(1, 3, "a"), Span(1, 3, "b")), "0[a [b 12]]345"),
        ((Span(1, 3, "a"), Span(2, 5, "b")), "0[a 1[b 2]][34]5"),
        ((Span(0, 4, "a"), Span(1, 6, "b"), Span(2, 3, "c")), "[a 0[b 1[c 2]3]][45]"),
        ((Span(4, 9, "a"),), "0123[a 45]"),
    ],
)
def test_marks(spans: tuple[Span, ...], expected: str) -> None:
    assert marked("012345", *spans) == expected


def test_a_span_from_before_is_opened_again() -> None:
    assert marked("567", Span(2, 6, "a"), start=5) == "[5]67"


def test_nothing_of_nothing() -> None:
    assert list(nested(3, 3, [Span(1, 9)])) == []


spans = st.lists(
    st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1])), max_size=12
)


@given(spans, st.integers(0, 20), st.integers(1, 20))
def test_laws(given_spans: list[Span], start: int, length: int) -> None:
    end = start + length
    pieces = list(nested(start, end, given_spans))
    assert (pieces[0].start, pieces[-1].end) == (start, end)
    assert all(one.end == other.start for one, other in pairwise(pieces))
    stack: list[Span] = []
    begun = []
    for piece in pieces:
        stack += piece.opens
        begun += [span for span in piece.opens if span.start == piece.start]
        # Every span that covers the piece, and no other, is open.
        assert sorted(stack) == sorted(s for s in given_spans if s.start < piece.end and s.end > piece.start)
        for span in piece.closes:
            assert stack.pop() is span
    assert stack == []
    assert sorted(begun) == sorted(s for s in given_spans if start <= s.start < end)


@given(spans, st.lists(st.integers(0, 45), min_size=2, max_size=8).map(sorted))
def test_stretches_get_the_spans_that_reach_into_them(given_spans: list[Span], borders: list[int]) -> None:
    stretches = list(pairwise(borders))
    for (start, end), reaching in zip(stretches, spread(stretches, given_spans), strict=True):
        assert sorted(reaching) == sorted(s for s in given_spans if s.start < end and s.end > start)
