"""One step: the role of a sentence after those before it, and how the stretch goes on behind it."""

from collections.abc import Sequence

from evaluator.document import Sentence
from evaluator.roles.chapters import Chapters
from evaluator.roles.openings import AT_ONCE, is_promised, looks_ahead, opened_by, sounds_like_another
from evaluator.roles.role import AHEAD, CAUSE, DONE, PLAN, PREAMBLE, PROBLEM, RECTIFIED, SentenceRole, by_words
from evaluator.roles.stretch import Stretch, continued, entered, weighed

_IN_THE_PREAMBLE = SentenceRole(PREAMBLE, "开头的引言")


def step(stretch: Stretch, index: int, chapters: Chapters) -> tuple[Stretch, SentenceRole]:
    """The stretch after a sentence and the sentence's role; `stretch` is the one before it."""
    sentence = chapters.document.sentences[index]
    if chapters.document.paragraphs[sentence.paragraph].kind == PREAMBLE:
        return stretch, _in_the_preamble(sentence, index, chapters)
    if chapters.firsts[sentence.section] == index:
        stretch = entered(sentence.section, stretch, chapters)
    if chapters.allowed[sentence.section] == (PLAN,):
        return stretch, _in_a_plan(stretch, sentence, index, chapters)
    stretch = continued(stretch, index, chapters)
    opened = opened_by(stretch.told.role, index, chapters)
    if opened:
        return _opening(opened, stretch, sentence, index, chapters)
    told = stretch.of_list(sentence.mark) or weighed(stretch.told, index, chapters)
    ahead = told.role in (DONE, RECTIFIED) and looks_ahead(index, chapters)
    return stretch.after(told, sentence.mark), by_words(AHEAD, sentence, chapters.document) if ahead else told


def _in_the_preamble(sentence: Sentence, index: int, chapters: Chapters) -> SentenceRole:
    """The preamble may tell what became of last year's problems before it says 现将有关情况报告如下."""
    mended = RECTIFIED in chapters.signals.opens[index]
    return by_words(RECTIFIED, sentence, chapters.document) if mended else _IN_THE_PREAMBLE


def _in_a_plan(stretch: Stretch, sentence: Sentence, index: int, chapters: Chapters) -> SentenceRole:
    """The role in a section of nothing but the plan: a chapter on it may first say what is lacking, and why."""
    document, opens = chapters.document, chapters.signals.opens[index]
    if opens.get(CAUSE, AT_ONCE + 1) <= AT_ONCE:
        return by_words(CAUSE, sentence, document)
    if PROBLEM in opens and PLAN not in opens and document.sections[sentence.section].level == 1:
        first = document.sentences[chapters.firsts[sentence.section]]
        if sentence.paragraph == first.paragraph and not sounds_like_another(index, document):
            return by_words(PROBLEM, sentence, document)
    return stretch.told


def _opening(
    roles: Sequence[str], stretch: Stretch, sentence: Sentence, index: int, chapters: Chapters
) -> tuple[Stretch, SentenceRole]:
    """The step at a sentence that opens `roles`: it has the first of them, what follows it goes on with the last."""
    told, goes_on = (by_words(role, sentence, chapters.document) for role in (roles[0], roles[-1]))
    if told.role == RECTIFIED and is_promised(index, chapters):
        return stretch, by_words(AHEAD, sentence, chapters.document)
    # What was mended in one point of a list says nothing of the next.
    of_list = stretch.told if told.role == RECTIFIED else told
    return Stretch(goes_on, index, stretch.with_mark(sentence.mark, of_list)), told
