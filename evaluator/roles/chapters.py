"""What the headings say: which roles the sentences of each section may have."""

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from evaluator.document import Document
from evaluator.roles.misread import without_misread
from evaluator.roles.role import MOSTLY, PLAN, PROBLEM, RECTIFIED
from evaluator.roles.signals import Signals

# A report of this many sentences has other chapters than one of this share.
_LONG, _NEARLY = 20, 0.85


def allowed_in(document: Document, signals: Signals) -> list[tuple[str, ...]]:
    """What each section may hold: what its heading names, within what the heading above allows; () for anything."""
    named = without_misread(document, _named(document, signals))
    allowed: list[tuple[str, ...]] = [()]
    for index, section in enumerate(document.sections[1:], start=1):
        allowed.append(_within(allowed[section.parent], named[index]))
    return allowed


def closing_sections(document: Document, allowed: Sequence[tuple[str, ...]]) -> frozenset[int]:
    """The sections of the last chapter, if its heading is a slogan and an earlier chapter was on flaws."""
    chapters = [index for index, section in enumerate(document.sections) if section.level == 1]
    if not chapters or allowed[chapters[-1]] or not any(PROBLEM in allowed[chapter] for chapter in chapters):
        return frozenset()
    return frozenset(range(chapters[-1], len(document.sections)))


def _named(document: Document, signals: Signals) -> list[tuple[str, ...]]:
    """The roles each heading names; a slogan over nothing but headings names flaws where most of these do.

    经营主体反映的突出问题 is no slogan, and what stands below it is no flaw of ours.
    """
    whole = _whole(document)
    named = [() if index == whole else own for index, own in enumerate(signals.headings)]
    telling = {sentence.section for sentence in document.sentences}
    for index, section in enumerate(document.sections):
        silent = section.level == 1 and section.title and index not in telling
        if not silent or named[index] or PROBLEM in signals.foreign[index]:
            continue
        below = [i for i, other in enumerate(document.sections) if other.parent == index]
        flawed = [i for i in below if PROBLEM in signals.claims[i] or PROBLEM in named[i]]
        if len(flawed) >= 2 and len(flawed) > MOSTLY * len(below):
            named[index] = (PROBLEM,)
    others = {i for i, told in enumerate(signals.foreign) if PROBLEM in told and not signals.headings[i]}
    return [() if own == (PROBLEM,) and others & set(document.path(i)) else own for i, own in enumerate(named)]


def _whole(document: Document) -> int | None:
    """The heading below which nearly all sentences of a long report stand, and which then is none of its chapters.

    Sentences are counted and not characters: one line of rubbish is no chapter's worth.
    """
    chapters = Counter(document.path(sentence.section)[0] for sentence in document.sentences if sentence.section)
    most, said = max(chapters.items(), key=itemgetter(1), default=(0, 0))
    is_chapter = chapters.total() >= _LONG and document.sections[most].level == 1
    return most if is_chapter and said > _NEARLY * len(document.sentences) else None


def _within(above: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    if not above or not own:
        return above or own
    if above == (PLAN,) or (above == (RECTIFIED,) and PLAN not in own):
        return above
    return tuple(role for role in own if role in above) or own
