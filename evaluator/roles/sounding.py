"""Roles that nothing announces in a report, given to the passages that sound most like them."""

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import groupby

from evaluator.document import Document
from evaluator.roles.role import CAUSE, DONE, LACKING, PLAN, PROBLEM, SentenceRole
from evaluator.tones import sound, telling

_WHY = "没有标题和引出语，但用词像在说{}（{}）"
_NAMES = {PROBLEM: "不足", CAUSE: "原因", PLAN: "下一年度安排"}
# Above these a passage of an unseen report was hardly ever about something else.
_SURE = {PROBLEM: 1.0, CAUSE: -0.2, PLAN: 0.0}
# The same for a passage of one sentence, and for a single sentence that says of something that it is lacking.
_SURE_OF_ONE = {PROBLEM: 1.5, CAUSE: 0.2, PLAN: 0.5}
_SURE_ALONE = 1.0
# So many times as sure must one be of a flaw told in a point among points that tell of none.
_AMONG_OTHERS = 2.0
# Passages shorter than this are formulas: 特此报告.
SHORTEST = 18


def with_sounding(
    document: Document, decided: Sequence[SentenceRole], known: Collection[str], ours: Set[int], lacking: Set[int]
) -> tuple[SentenceRole, ...]:
    """The roles, with flaws and their causes found by how they sound where a report announces none.

    `ours` are the sentences that name a matter of ours, without which a passage is about no flaw of ours; `lacking`
    those whose predicates speak of one.
    """
    result = list(decided)
    for role, among in ((PROBLEM, DONE), (CAUSE, PROBLEM)):
        if role not in known or any(told.role == role for told in result):
            continue
        for first, last in paragraphs(document):
            if role == PROBLEM and ours.isdisjoint(range(first, last)):
                continue
            if all(told.role == among for told in result[first:last]) and _may_stand(document, result, role, first):
                result[first:last] = heard(document, first, last, role) or result[first:last]
        if role == PROBLEM and not any(told.role == role for told in result):
            result = _with_single(document, result, lacking)
    return tuple(result)


def _is_one_of_many(document: Document, index: int) -> bool:
    """Whether a sentence stands beside the heading of a part, in a chapter that goes on with parts without flaws."""
    own = document.sentences[index].section
    section, paragraph = document.sections[own], document.paragraphs[document.sentences[index].paragraph]
    if section.level <= 1 or section.start != paragraph.start:
        return False
    loud: dict[int, float] = {}
    for sentence in document.sentences[index + 1 :]:
        if sentence.section != own and document.path(sentence.section)[:1] == document.path(own)[:1]:
            told = sound(document.plain.text[sentence.start : sentence.end], PROBLEM)
            loud[sentence.section] = loud.get(sentence.section, 0.0) + told
    return any(total < 0 for total in loud.values())


def heard(document: Document, first: int, last: int, role: str) -> list[SentenceRole]:
    """The role for each of these sentences if together they sound like it, else nothing."""
    said = [document.plain.text[s.start : s.end] for s in document.sentences[first:last]]
    text = "".join(said)
    sure = (_SURE if len(said) > 1 else _SURE_OF_ONE)[role]
    if role == PROBLEM and _is_one_of_many(document, first):
        sure *= _AMONG_OTHERS
    if len(text) < SHORTEST or sum(sound(each, role) for each in said) < sure * len(said):
        return []
    why = _WHY.format(_NAMES[role], "、".join(telling(text, role)))
    return [SentenceRole(role, why, heard=True)] * (last - first)


def _with_single(document: Document, told: Sequence[SentenceRole], lacking: Set[int]) -> list[SentenceRole]:
    """The roles, with a flaw for each sentence that says something is lacking and sounds like one by itself."""
    result = list(told)
    for index in sorted(lacking):
        sentence = document.sentences[index]
        text = document.plain.text[sentence.start : sentence.end]
        loud = len(text) >= SHORTEST and sound(text, PROBLEM) >= _SURE_ALONE
        if result[index].role == DONE and loud and not _is_one_of_many(document, index):
            why = _WHY.format(_NAMES[PROBLEM], "、".join(telling(text, PROBLEM)))
            result[index] = SentenceRole(PROBLEM, why, heard=True)
    return result


def _may_stand(document: Document, told: Sequence[SentenceRole], role: str, first: int) -> bool:
    """Whether a passage of the role may begin with a sentence: causes follow the flaws of their section."""
    if role != CAUSE or first == 0:
        return role != CAUSE
    before, own = document.sentences[first - 1], document.sentences[first]
    return before.section == own.section and told[first - 1].role in LACKING and not own.mark


def paragraphs(document: Document) -> Iterator[tuple[int, int]]:
    """The sentences of each paragraph, by the first and the one after the last."""
    numbers = [sentence.paragraph for sentence in document.sentences]
    for number, _ in groupby(numbers):
        first = bisect_left(numbers, number)
        yield first, bisect_left(numbers, number + 1)
