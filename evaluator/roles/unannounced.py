"""Passages of flaws that nothing announces, as most of their predicates speak of flaws, and the causes after them."""

from bisect import bisect_right
from collections.abc import Sequence, Set
from dataclasses import replace

from evaluator.document import Document
from evaluator.roles.misread import unlike
from evaluator.roles.openings import AT_ONCE
from evaluator.roles.role import CAUSE, DONE, LACKING, MOSTLY, PROBLEM, SentenceRole, by_words
from evaluator.roles.signals import Signals

# A passage with so many clauses that speak of flaws is more than a word in passing.
_FLAWS = 2


def with_unannounced(
    document: Document, signals: Signals, decided: Sequence[SentenceRole], ours: Set[int]
) -> tuple[SentenceRole, ...]:
    """The roles, with those of a problem or a cause for passages of work done that mostly speak of flaws.

    `ours` are the sentences that name a matter of ours: a passage with none of them is of others.
    """
    result = list(decided)
    for first, last in _units(document):
        indices = [i for i in range(first, last) if decided[i].role == DONE]
        flawed = [i for i in indices if PROBLEM in signals.says[i]]
        if sum(signals.says[i][PROBLEM] for i in flawed) < _FLAWS or len(flawed) <= MOSTLY * len(indices):
            continue
        if ours.isdisjoint(indices) or unlike(document, [document.sentences[i] for i in indices], PROBLEM):
            continue
        role = PROBLEM
        for i in indices:
            if signals.opens[i].get(CAUSE, AT_ONCE) < AT_ONCE:
                role = CAUSE
            elif i in flawed and document.sentences[i].mark:
                role = PROBLEM
            result[i] = replace(result[i], role=role, why="这一段多数句子说的是不足")
    return tuple(result)


def with_causes_after(
    document: Document, signals: Signals, decided: Sequence[SentenceRole]
) -> tuple[SentenceRole, ...]:
    """The roles, with causes for a paragraph that begins with them right after flaws: 原因也想过：人手少。

    While the sentences were read one by one, nothing had told that there are flaws before it.
    """
    result = list(decided)
    sentences = document.sentences
    for index in range(1, len(sentences)):
        before, own = sentences[index - 1], sentences[index]
        goes_on = before.section == own.section and result[index - 1].role in LACKING and result[index].role == DONE
        if goes_on and before.paragraph != own.paragraph and signals.opens[index].get(CAUSE, AT_ONCE) < AT_ONCE:
            last = bisect_right(sentences, own.paragraph, key=lambda sentence: sentence.paragraph)
            result[index:last] = [by_words(CAUSE, own, document)] * (last - index)
    return tuple(result)


def _units(document: Document) -> list[tuple[int, int]]:
    """Runs of sentences that stand directly under one heading, or in one paragraph where a section has several."""
    units: list[tuple[int, int]] = []
    begin = 0
    sentences = document.sentences
    for index in range(1, len(sentences) + 1):
        ended = index == len(sentences) or _unit(document, index) != _unit(document, index - 1)
        if ended:
            units.append((begin, index))
            begin = index
    return units


def _unit(document: Document, index: int) -> tuple[int, int]:
    sentence = document.sentences[index]
    headed = document.sections[sentence.section].level == 1
    return sentence.section, 0 if headed else sentence.paragraph
