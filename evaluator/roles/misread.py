"""Headings that name a role like which nothing below them sounds: 把准工作方向 heads no plan."""

import re
from collections.abc import Sequence

from evaluator.document import Document, Sentence
from evaluator.roles.role import PLAN, PROBLEM
from evaluator.tones import sound

# On the average of its sentences no part of a report with this role sounds less like it.
_LEAST = -1.5
# A heading that is nothing but this cannot be misread, however its flaws are told: 三、存在的问题及原因.
_PLAIN = re.compile(
    "(?:目前|当前)?(?:还|仍|尚)?(?:存在|面临)?的?(?:主要|突出)?"
    "(?:(?:问题|不足|短板|弱项|差距|困难|薄弱环节)(?:之处)?(?:和|及|与|、|及其|以及)?){1,3}(?:主要|产生|存在)?(?:的?原因)?(?:分析|剖析)?"
)


def without_misread(document: Document, named: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The roles that headings name, without the one that a heading names but what stands below it does not have.

    A heading with the next year in it is not misread, nor one that only says 存在的问题.
    """
    following = str((document.metadata.year or 0) + 1)
    told: dict[int, list[Sentence]] = {
        index: []
        for index, own in enumerate(named)
        if own in ((PROBLEM,), (PLAN,)) and not _is_plain(document.sections[index].title, following)
    }
    if told:
        for sentence in document.sentences:
            for section in document.path(sentence.section):
                told.get(section, []).append(sentence)
    return [() if told.get(index) and unlike(document, told[index], own[0]) else own for index, own in enumerate(named)]


def _is_plain(title: str, following: str) -> bool:
    return following in title or _PLAIN.fullmatch(title) is not None


def unlike(document: Document, sentences: Sequence[Sentence], role: str) -> bool:
    """Whether sentences sound like something else."""
    text = document.plain.text
    return sum(sound(text[each.start : each.end], role) for each in sentences) < _LEAST * len(sentences)
