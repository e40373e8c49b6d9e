"""Headings numbered 1, 1.1 and 1.1.1 without a mark behind, seen only where several of them go on with each other."""

import re
from collections.abc import Mapping, Sequence

from evaluator.understanding.headings import Heading, heading_behind

# 1.1思想武装; 1.1万件 would be seen only if 1.2万件 and 1.3万件 followed on lines of their own.
NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,2}(?=[^\W\d_a-zA-Z])")
FEWEST = 3
# A number may be written twice, and one be skipped.
MOST_SKIPPED = 2


def decimal_headings(texts: Mapping[int, str]) -> dict[int, Heading]:
    """The headings among paragraphs, which are given with their indexes in the order of the text.

    A number of several parts counts where it begins (2.1) or goes on after the one before; one of a single part where
    the first of its own follows next, or where it goes on after the others.
    """
    found = {i: match.group() for i, text in texts.items() if (match := NUMBER.match(text))}
    parts = {i: tuple(map(int, number.split("."))) for i, number in found.items()}
    dotted = _going_on({i: each for i, each in parts.items() if len(each) > 1})
    if len(dotted) < FEWEST:
        return {}
    ahead = dict(zip(parts, list(parts.values())[1:], strict=False))
    chapters = [i for i, each in parts.items() if len(each) == 1 and (ahead.get(i) == (*each, 1) or _is_next(i, parts))]
    headings = {i: heading_behind(texts[i], found[i], len(parts[i])) for i in sorted((*dotted, *chapters))}
    return {i: each for i, each in headings.items() if not each.item}


def _going_on(parts: Mapping[int, Sequence[int]]) -> list[int]:
    """Those that begin a level or go on with it."""
    last: dict[tuple[int, ...], int] = {}
    found: list[int] = []
    for index, number in parts.items():
        *above, own = number
        before = last.get(tuple(above), 0)
        if max(before, 1) <= own <= before + MOST_SKIPPED:
            last[tuple(above)] = own
            found.append(index)
    return found


def _is_next(index: int, parts: Mapping[int, Sequence[int]]) -> bool:
    """Whether a chapter goes on after the others."""
    before = [number[0] for i, number in parts.items() if i < index]
    return bool(before) and before[-1] <= parts[index][0] <= before[-1] + MOST_SKIPPED
