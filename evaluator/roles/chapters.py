"""What the headings say: which roles the sentences of each section may have, and which chapter closes the report."""

from collections import Counter
from collections.abc import Mapping, Sequence
from operator import itemgetter

from checklist.records import record
from evaluator.document import Document
from evaluator.roles.misread import without_misread
from evaluator.roles.role import MOSTLY, PLAN, PREAMBLE, PROBLEM, RECTIFIED
from evaluator.roles.signals import Signals

# A report of this many sentences has other chapters than one of this share.
_LONG, _NEARLY = 20, 0.85
# What is to be done, as the last chapter after the flaws calls it: 2025年重点任务, whichever year stands before it.
_TASKS = ("重点任务", "主要任务", "目标任务", "工作任务", "任务目标", "重点工作", "工作重点", "工作目标", "工作要点")


@record
class Chapters:
    """A document with what its headings say, and with the signals of its headings and sentences.

    `allowed` has for each section the roles that its sentences may have, () for any. `closing` has the sections of the
    last chapter where its heading names no role and an earlier chapter is on flaws. By their section, `firsts` has the
    first sentence that is not in the preamble, and `last_flaws` the last sentence that opens flaws, if there is one.
    """

    document: Document
    signals: Signals
    allowed: tuple[tuple[str, ...], ...]
    closing: frozenset[int]
    firsts: Mapping[int, int]
    last_flaws: Mapping[int, int]

    def allowed_at(self, index: int) -> tuple[str, ...]:
        """The roles that a sentence may have."""
        return self.allowed[self.document.sentences[index].section]

    def begins_paragraph(self, index: int) -> bool:
        """Whether a paragraph begins with the sentence."""
        sentences = self.document.sentences
        return index == 0 or sentences[index - 1].paragraph != sentences[index].paragraph

    def names_nothing(self, section: int) -> bool:
        """Whether the section stands below a chapter, and its heading has the words of no role."""
        is_below = self.document.sections[section].level > 1
        return is_below and not self.signals.headings[section] and not self.signals.claims[section]


def chapters_of(document: Document, signals: Signals) -> Chapters:
    """The document with what its headings say; `signals` are those of the same document."""
    sentences, paragraphs = document.sentences, document.paragraphs
    allowed = _allowed(document, signals)
    closing = _closing(document, allowed)
    if closing and document.sections[min(closing)].title.endswith(_TASKS):
        allowed, closing = _planned(allowed, closing), frozenset()
    told = [i for i, sentence in enumerate(sentences) if paragraphs[sentence.paragraph].kind != PREAMBLE]
    return Chapters(
        document=document,
        signals=signals,
        allowed=allowed,
        closing=closing,
        firsts={sentences[i].section: i for i in reversed(told)},
        last_flaws={sentence.section: i for i, sentence in enumerate(sentences) if PROBLEM in signals.opens[i]},
    )


def _allowed(document: Document, signals: Signals) -> tuple[tuple[str, ...], ...]:
    """For each section what its heading names, within what the heading above allows."""
    named = without_misread(document, _named(document, signals))
    allowed: list[tuple[str, ...]] = [()]
    for index, section in enumerate(document.sections[1:], start=1):
        allowed.append(_within(allowed[section.parent], named[index]))
    return tuple(allowed)


def _closing(document: Document, allowed: Sequence[tuple[str, ...]]) -> frozenset[int]:
    """The sections of the last chapter, if its heading is a slogan and an earlier chapter was on flaws."""
    chapters = [index for index, section in enumerate(document.sections) if section.level == 1]
    if not chapters or allowed[chapters[-1]] or not any(PROBLEM in allowed[chapter] for chapter in chapters):
        return frozenset()
    return frozenset(range(chapters[-1], len(document.sections)))


def _planned(allowed: Sequence[tuple[str, ...]], sections: frozenset[int]) -> tuple[tuple[str, ...], ...]:
    """The roles of each section where the given ones are on the plan."""
    return tuple((PLAN,) if index in sections else own for index, own in enumerate(allowed))


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
