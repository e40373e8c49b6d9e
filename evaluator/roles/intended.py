"""A plan that nothing announces: the last paragraphs below the heading of the flaws, where they sound like one."""

from collections.abc import Sequence

from checklist.matching import Searchable
from checklist.model import Role
from evaluator.document import Document
from evaluator.roles.role import LACKING, PLAN, PROBLEM, SentenceRole
from evaluator.roles.sounding import SHORTEST, heard, paragraphs
from evaluator.tones import sound

STOP = "。"


def with_intended(
    document: Document, words: Searchable, decided: Sequence[SentenceRole], plan: Role
) -> tuple[SentenceRole, ...]:
    """The roles, with a plan for such paragraphs where a report has none; `words` is its plain text.

    What others plan, as the words of the role say, is none.
    """
    result = list(decided)
    if any(told.role == PLAN for told in decided):
        return tuple(result)
    flaws = {document.sentences[i].section: i for i in reversed(range(len(decided))) if decided[i].role in LACKING}
    for first, last in reversed(list(paragraphs(document))):
        start, end = document.sentences[first].start, document.sentences[last - 1].end
        if first <= flaws.get(document.sentences[first].section, first):
            break
        said = document.plain.text[start:end]
        # What a web page says below the report is no sentence.
        intended = heard(document, first, last, PLAN) if said.rstrip().endswith(STOP) else []
        if intended and not words.first(plan.opens_unless, start, end) and sound(said, PLAN) > sound(said, PROBLEM):
            result[first:last] = intended
        elif end - start >= SHORTEST:
            break
    return tuple(result)
