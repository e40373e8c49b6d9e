"""What every sentence does - tell what was done, name a problem, give a cause, plan, rectify - decided once, and why.

A heading decides for what stands below it (chapters). Where no heading does, an opening (“但也存在一些不足”) begins a
passage of its role (openings), an enumeration keeps the role with which it began (passage), and a passage in which
most predicates speak of flaws is one of problems even where nothing announces it (unannounced). What a report then
still lacks is looked for by how its passages sound (sounding).
"""

from collections.abc import Mapping, Sequence

from checklist.matching import Searchable
from checklist.model import Role
from evaluator.document import Document, Sentence
from evaluator.quotation import quoted
from evaluator.roles.chapters import allowed_in, closing_sections
from evaluator.roles.openings import AT_ONCE, begins, opened_by, sounds_like_another
from evaluator.roles.passage import Passage, enter, going_on, listed, turn, weigh
from evaluator.roles.role import CAUSE, DONE, OPENED, PLAN, PREAMBLE, PROBLEM, RECTIFIED, SentenceRole
from evaluator.roles.signals import Signals, find_signals
from evaluator.roles.sounding import with_sounding
from evaluator.roles.unannounced import with_unannounced


def decide(document: Document, words: Searchable, roles: Sequence[Role]) -> tuple[SentenceRole, ...]:
    """The role of every sentence of the document, in their order."""
    signals = find_signals(document, words, roles)
    allowed = allowed_in(document, signals)
    closing = closing_sections(document, allowed)
    last_flaws = {s.section: i for i, s in enumerate(document.sentences) if PROBLEM in signals.opens[i]}
    decided: list[SentenceRole] = []
    passage = Passage(DONE, "")
    section = -1
    for index, sentence in enumerate(document.sentences):
        if document.paragraphs[sentence.paragraph].kind == PREAMBLE:
            decided.append(_at_the_start(document, sentence, signals.opens[index]))
            continue
        if sentence.section != section:
            before, section = passage, sentence.section
            passage = enter(document, allowed, section)
            if before.role == PLAN and PLAN in allowed[section] and _says_nothing(document, signals, section):
                passage.role, passage.why = before.role, before.why
            passage.last_flaws = last_flaws.get(section, -1)
            passage.closing = section in closing
        decided.append(_next(document, index, allowed[section], signals, passage))
    known = {role.id: role for role in roles}
    lacking = _lacking(document, words, signals, known[PROBLEM]) if PROBLEM in known else ()
    return with_sounding(document, with_unannounced(document, signals, decided), known, lacking)


def _at_the_start(document: Document, sentence: Sentence, opens: Mapping[str, int]) -> SentenceRole:
    """The preamble may tell what became of last year's problems before it says 现将有关情况报告如下."""
    if RECTIFIED in opens:
        return SentenceRole(RECTIFIED, f"{OPENED}{quoted(_head(document, sentence))}")
    return SentenceRole(PREAMBLE, "开头的引言")


def _lacking(document: Document, words: Searchable, signals: Signals, role: Role) -> list[int]:
    """The sentences that say of something that it is lacking, and not of an enterprise or the like."""
    return [
        index
        for index, (sentence, says) in enumerate(zip(document.sentences, signals.says, strict=True))
        if role.id in says and not words.first(role.opens_unless, sentence.start, sentence.end)
    ]


def _next(
    document: Document, index: int, allowed: tuple[str, ...], signals: Signals, passage: Passage
) -> SentenceRole:
    sentence = document.sentences[index]
    if allowed == (PLAN,):
        return _planned(document, index, signals, passage)
    turn(sentence, index, allowed, signals, passage)
    opened = opened_by(document, index, allowed, signals, passage)
    if opened:
        why = f"{OPENED}{quoted(_head(document, sentence))}"
        before = SentenceRole(passage.role, passage.why)
        passage.role, passage.why, passage.opened, passage.announced = opened[-1], why, True, index
        told = SentenceRole(opened[0], why)
        # What was mended in one point of a list says nothing of the next.
        listed(sentence, passage, before if opened[0] == RECTIFIED else told)
        return told
    goes_on = going_on(sentence, passage)
    if goes_on:
        passage.role, passage.why = goes_on.role, goes_on.why
    else:
        weigh(allowed, signals.says[index], passage, begins(document, index))
    return listed(sentence, passage, SentenceRole(passage.role, passage.why))


def _says_nothing(document: Document, signals: Signals, section: int) -> bool:
    """Whether a heading below a chapter's leaves it to that one what is told: its flaws first, then its plan."""
    return document.sections[section].level > 1 and not signals.headings[section] and not signals.claims[section]


def _planned(document: Document, index: int, signals: Signals, passage: Passage) -> SentenceRole:
    """A chapter on the plan may first say what is lacking, and where that comes from."""
    sentence, opens = document.sentences[index], signals.opens[index]
    if passage.paragraph < 0:
        passage.paragraph = sentence.paragraph
    if opens.get(CAUSE, AT_ONCE + 1) <= AT_ONCE:
        return SentenceRole(CAUSE, f"{OPENED}{quoted(_head(document, sentence))}")
    first = document.sections[sentence.section].level == 1 and sentence.paragraph == passage.paragraph
    if first and PROBLEM in opens and PLAN not in opens and not sounds_like_another(document, index):
        return SentenceRole(PROBLEM, f"{OPENED}{quoted(_head(document, sentence))}")
    return SentenceRole(PLAN, passage.why)


def _head(document: Document, sentence: Sentence) -> str:
    words = document.quote(sentence.start, min(sentence.end, sentence.start + 16)).strip()
    return words + ("…" if sentence.end - sentence.start > 16 else "")
