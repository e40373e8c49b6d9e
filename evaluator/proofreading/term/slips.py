"""How a fixed term is mistyped: one character exchanged, dropped, doubled, or two of them in the wrong order."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from operator import ne

from checklist.records import record
from evaluator.occurrences import places, squeezed

# In a shorter term one other character makes another right word: 行政复议, 行政复核. There only characters
# that are alike are tried.
LONG = 6
OTHER, ALIKE = "有一个字不同", "有一个音形相近的错字"
DROPPED, DOUBLED, SWAPPED = "漏了一个字", "多了一个字", "有两个字颠倒"


@record
class Slip:
    """Where a term stands with a slip, in plain offsets; how it is written rightly, and what is wrong."""

    start: int
    end: int
    right: str
    what: str


def slips(text: str, terms: tuple[str, ...], alike: tuple[str, ...]) -> Iterator[Slip]:
    """Every slip of the terms, where two overlap the longer; `alike` are characters taken for each other."""
    found = [*_exchanged(text, tuple(term for term in terms if len(term) >= LONG))]
    forms, mistyped = _mistyped(terms, alike)
    found += (Slip(start, end, *mistyped[text[start:end]]) for start, end in places(text, forms))
    reached = 0
    for slip in sorted(found, key=lambda slip: (slip.start, -slip.end)):
        if slip.start >= reached:
            reached = slip.end
            yield slip


def _exchanged(text: str, terms: tuple[str, ...]) -> Iterator[Slip]:
    """Of a term with one character exchanged one half stands, and the other nearly."""
    halves = _halves(terms)
    for at, end in places(text, tuple(halves)):
        for before, term, right in halves[text[at:end]]:
            start = at - before
            if start >= 0 and _is_off_by_one(text[start : start + len(term)], term):
                yield Slip(start, start + len(term), right, OTHER)


@lru_cache(maxsize=8)
def _halves(terms: tuple[str, ...]) -> dict[str, list[tuple[int, str, str]]]:
    """Each half of a term with how much of the term stands before it, the term, and how it is written."""
    halves: dict[str, list[tuple[int, str, str]]] = {}
    for right, term in zip(terms, squeezed(terms), strict=True):
        half = len(term) // 2
        halves.setdefault(term[:half], []).append((0, term, right))
        halves.setdefault(term[half:], []).append((half, term, right))
    return halves


def _is_off_by_one(written: str, term: str) -> bool:
    """Whether exactly one character is another one, and a Chinese one."""
    if len(written) != len(term) or sum(map(ne, written, term)) != 1:
        return False
    return all(_is_chinese(a) for a, b in zip(written, term, strict=True) if a != b)


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


@lru_cache(maxsize=8)
def _mistyped(terms: tuple[str, ...], alike: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, tuple[str, str]]]:
    """Every form that these slips give, with the right one and what is wrong; none is itself a term."""
    right = squeezed(terms)
    all_right = "\n".join(right)
    forms: dict[str, tuple[str, str]] = {}
    for shown, term in zip(terms, right, strict=True):
        slipped = _rearranged(term) if len(term) >= LONG else _with_look_alikes(term, alike)
        for form, what in slipped:
            if form not in all_right:
                forms.setdefault(form, (shown, what))
    return tuple(forms), forms


def _with_look_alikes(term: str, alike: Sequence[str]) -> Iterator[tuple[str, str]]:
    for at, character in enumerate(term):
        others = {other for group in alike if character in group for other in group}
        for other in sorted(others - {character}):
            yield term[:at] + other + term[at + 1 :], ALIKE


def _rearranged(term: str) -> Iterator[tuple[str, str]]:
    """What lacks or repeats its first or last character may be right with the words beside it."""
    for at, (here, following) in enumerate(pairwise(term)):
        if _is_chinese(here) and _is_chinese(following) and here != following:
            yield term[:at] + following + here + term[at + 2 :], SWAPPED
        if _is_chinese(here) and at > 0:
            yield term[: at + 1] + here + term[at + 1 :], DOUBLED
        if _is_chinese(here) and at > 1:
            yield term[:at] + term[at + 1 :], DROPPED
