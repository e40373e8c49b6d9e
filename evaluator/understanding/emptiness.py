"""Headings of one short sentence with nothing behind or below them, among neighbours that have a body."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from evaluator.understanding.headings import FIGURES, Heading

# (1) and deeper number sentences.
DEEPEST = 3
# In a list of one-sentence measures no point has a body; among headings all but a few do.
FEWEST_NEIGHBOURS = 2
MOSTLY = 0.6
# What was done is told, however shortly: （五）修订了应急预案。
TOLD = "《|已|(?<![为除])了(?!解)|[两数多][次场件名期]"


def empty_headings(headings: Sequence[Heading | None], texts: Sequence[str]) -> frozenset[int]:
    """The lines that are nothing but a closed heading where the others of its level have bodies.

    `headings` are those with which the lines seem to begin, `texts` the lines.
    """
    return frozenset(i for group in _groups(headings) for i in _empty(group, headings, texts))


def _groups(headings: Sequence[Heading | None]) -> Iterator[list[int]]:
    """The lines whose headings stand side by side: one level, nothing higher between them."""
    opened: list[list[int]] = [[] for _ in range(DEEPEST + 1)]
    for i, heading in enumerate(headings):
        if heading is None or heading.level > DEEPEST:
            continue
        opened[heading.level].append(i)
        for level in range(heading.level + 1, DEEPEST + 1):
            yield opened[level]
            opened[level] = []
    yield from opened


def _empty(group: Sequence[int], headings: Sequence[Heading | None], texts: Sequence[str]) -> Iterator[int]:
    found = [(i, heading) for i in group if (heading := headings[i])]
    alone = {i: heading for i, heading in found if heading.closed and _is_last(i, heading, headings)}
    bodied = Counter(_clauses(heading) for i, heading in found if not heading.item and i not in alone)
    if bodied.total() < max(FEWEST_NEIGHBOURS, MOSTLY * len(group)):
        return
    for i, heading in alone.items():
        if bodied[_clauses(heading)] >= bodied.total() / 2 and not _tells(texts[i]):
            yield i


def _is_last(i: int, heading: Heading, headings: Sequence[Heading | None]) -> bool:
    """Whether nothing stands below a heading: the next line begins with one that is not deeper, or there is none."""
    if i + 1 == len(headings):
        return True
    following = headings[i + 1]
    return following is not None and following.level <= heading.level


def _clauses(heading: Heading) -> int:
    """How many commas it has: headings of a report are built alike, a sentence taken for one need not be."""
    return heading.title.count(",")


def _tells(text: str) -> bool:
    return FIGURES.search(text) is not None or re.search(TOLD, text) is not None
