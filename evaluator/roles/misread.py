"""Headings that name a role like which nothing below them sounds: 把准工作方向 heads no plan."""

from collections.abc import Sequence

from evaluator.document import Document, Sentence
from evaluator.roles.role import PLAN, PROBLEM
from evaluator.tones import sound

# On the average of its sentences no part of a report with this role sounds less like it.
_LEAST = -1.5


def without_misread(document: Document, named: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The roles that headings name, without the one that a heading names but what stands below it does not have.

    A heading with the next year in it is not misread.
    """
    following = str((document.metadata.year or 0) + 1)
    told: dict[int, list[Sentence]] = {
        index: []
        for index, own in enumerate(named)
        if own in ((PROBLEM,), (PLAN,)) and following not in document.sections[index].title
    }
    if told:
        for sentence in document.sentences:
            for section in document.path(sentence.section):
                told.get(section, []).append(sentence)
    return [() if told.get(index) and unlike(document, told[index], own[0]) else own for index, own in enumerate(named)]


def unlike(document: Document, sentences: Sequence[Sentence], role: str) -> bool:
    """Whether sentences sound like something else."""
    text = document.plain.text
    return sum(sound(text[each.start : each.end], role) for each in sentences) < _LEAST * len(sentences)
