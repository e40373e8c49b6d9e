"""How a fixed term is mistyped: one character exchanged, dropped, doubled, or two of them in the wrong order."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from checklist.records import record
from evaluator.mentions.occurrences import places, squeezed

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
    found = [*_beside_a_half(text, terms)]
    forms, mistyped = _mistyped(terms, alike)
    found += (Slip(start, end, *mistyped[text[start:end]]) for start, end in places(text, forms))
    reached = 0
    for slip in sorted(found, key=lambda slip: (slip.start, -slip.end)):
        if slip.start >= reached:
            reached = slip.end
            yield slip


def _beside_a_half(text: str, terms: tuple[str, ...]) -> Iterator[Slip]:
    """Of a long term with a slip one half stands: to write down and look for all that may be wrong costs far more."""
    halves, right = _halves(terms)
    for at, end in places(text, tuple(halves)):
        for is_first, term, shown in halves[text[at:end]]:
            for length in _lengths(text, at, end, is_first, term):
                start = at if is_first else end - length
                written = text[start : start + length]
                what = _slip(written, term) if start >= 0 and len(written) == length else ""
                if what and (what == OTHER or written not in right):
                    yield Slip(start, start + length, shown, what)


def _lengths(text: str, at: int, end: int, is_first: bool, term: str) -> Sequence[int]:
    """How long the term may be written around its half: not at all where it stands as it should, or where the other
    half has neither its first nor its last character, since no slip spoils both."""
    size, rest = len(term), len(term) - (end - at)
    other, beside = (
        (term[-rest:], text[end : end + rest + 1]) if is_first else (term[:rest], text[max(0, at - rest - 1) : at])
    )
    if other[0] not in beside and other[-1] not in beside:
        return ()
    return () if text.startswith(term, at if is_first else max(0, end - size)) else (size, size - 1, size + 1)


@lru_cache(maxsize=8)
def _halves(terms: tuple[str, ...]) -> tuple[dict[str, list[tuple[bool, str, str]]], str]:
    """Each half of a long term: whether it is the first, the term, and how it is written; and all terms in one text."""
    halves: dict[str, list[tuple[bool, str, str]]] = {}
    squeezed_terms = squeezed(terms)
    for shown, term in zip(terms, squeezed_terms, strict=True):
        if len(term) >= LONG:
            half = len(term) // 2
            halves.setdefault(term[:half], []).append((True, term, shown))
            halves.setdefault(term[half:], []).append((False, term, shown))
    return halves, "\n".join(squeezed_terms)


def _slip(written: str, term: str) -> str:
    """What is wrong with a term as it is written, "" where it is no slip.

    What lacks or repeats its first or last character may be right with the words beside it.
    """
    at = next((at for at, (a, b) in enumerate(zip(written, term, strict=False)) if a != b), len(term))
    rest, last = written[at:], len(term) - 1
    if len(written) < len(term):
        return DROPPED if 1 < at < last and _is_chinese(term[at]) and rest == term[at + 1 :] else ""
    if len(written) > len(term):
        repeats = 1 < at <= last and _is_chinese(term[at - 1]) and rest == term[at - 1] + term[at:]
        return DOUBLED if repeats else ""
    if at > last or not _is_chinese(written[at]):
        return ""
    if rest[1:] == term[at + 1 :]:
        return OTHER
    return SWAPPED if _is_chinese(term[at]) and rest == term[at + 1 : at + 2] + term[at] + term[at + 2 :] else ""


def _is_chinese(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


@lru_cache(maxsize=8)
def _mistyped(terms: tuple[str, ...], alike: tuple[str, ...]) -> tuple[tuple[str, ...], dict[str, tuple[str, str]]]:
    """The slips that may leave no half, with the right form and what is wrong; none is itself a term."""
    right = squeezed(terms)
    all_right = "\n".join(right)
    others = _look_alikes(alike)
    forms: dict[str, tuple[str, str]] = {}
    for shown, term in zip(terms, right, strict=True):
        slipped = _swapped_between_halves(term) if len(term) >= LONG else _with_look_alikes(term, others)
        for form, what in slipped:
            if form not in all_right:
                forms.setdefault(form, (shown, what))
    return tuple(forms), forms


def _look_alikes(alike: Sequence[str]) -> dict[str, set[str]]:
    """Each character with those it is taken for."""
    others: dict[str, set[str]] = {}
    for group in alike:
        for character in group:
            others.setdefault(character, set()).update(group.replace(character, ""))
    return others


def _with_look_alikes(term: str, others: Mapping[str, set[str]]) -> Iterator[tuple[str, str]]:
    for at, character in enumerate(term):
        for other in sorted(others.get(character, ())):
            yield term[:at] + other + term[at + 1 :], ALIKE


def _swapped_between_halves(term: str) -> Iterator[tuple[str, str]]:
    half = len(term) // 2
    pair = term[half - 1 : half + 1]
    if all(map(_is_chinese, pair)) and pair[0] != pair[1]:
        yield term[: half - 1] + pair[::-1] + term[half + 1 :], SWAPPED
