"""What every sentence does - tell what was done, name a problem, give a cause, plan, rectify - decided once, and why.

A heading decides for what stands below it (chapters). Where no heading does, an opening (“但也存在一些不足”) begins a
stretch of its role (openings), an enumeration keeps the role with which it began (stretch), sentence after sentence
(stepping), and a passage in which most predicates speak of flaws is one of problems even where nothing announces it
(unannounced). What a report then still lacks is looked for by how its passages sound (sounding, intended).
"""

from collections.abc import Iterator, Sequence, Set

from checklist.matching import Searchable
from checklist.model import Role
from evaluator.document import Document
from evaluator.roles.chapters import Chapters, chapters_of
from evaluator.roles.intended import with_intended
from evaluator.roles.role import PLAN, PROBLEM, SentenceRole
from evaluator.roles.signals import Signals, find_signals
from evaluator.roles.sounding import with_sounding
from evaluator.roles.stepping import step
from evaluator.roles.stretch import PLAINLY_DONE, Stretch
from evaluator.roles.unannounced import with_causes_after, with_unannounced


def decide(document: Document, words: Searchable, roles: Sequence[Role]) -> tuple[SentenceRole, ...]:
    """The role of every sentence of the document, in their order; `words` is its plain text."""
    signals = find_signals(document, words, roles)
    announced = tuple(_announced(chapters_of(document, signals)))
    known = {role.id: role for role in roles}
    decided = announced
    if PROBLEM in known:
        ours = _ours(document, words, known[PROBLEM])
        decided = with_unannounced(document, signals, decided, ours)
        lacking = ours & _lacking(document, words, signals, known[PROBLEM])
        decided = with_sounding(document, decided, known, ours, lacking)
    if PLAN in known:
        decided = with_intended(document, words, decided, known[PLAN])
    return with_causes_after(document, signals, decided)


def _announced(chapters: Chapters) -> Iterator[SentenceRole]:
    """The role of every sentence as headings, openings, enumerations and predicates announce it."""
    stretch = Stretch(PLAINLY_DONE)
    for index in range(len(chapters.document.sentences)):
        stretch, told = step(stretch, index, chapters)
        yield told


def _ours(document: Document, words: Searchable, role: Role) -> Set[int]:
    """The sentences whose matter may be that of the role."""
    spans = enumerate((sentence.start, sentence.end) for sentence in document.sentences)
    return {index for index, span in spans if not role.says_with or words.first(role.says_with, *span)}


def _lacking(document: Document, words: Searchable, signals: Signals, role: Role) -> Set[int]:
    """The sentences that say of something that it is lacking, and not of an enterprise or the like."""
    said = ((index, document.sentences[index]) for index, says in enumerate(signals.says) if role.id in says)
    return {index for index, told in said if not words.first(role.opens_unless, told.start, told.end)}
