"""The roles of sentences: what each does in a report."""

from checklist.records import record
from evaluator.document import Document, Sentence
from evaluator.quotation import quoted

DONE = "done"
PREAMBLE = "preamble"
PLAN = "plan"
# The next step of one measure, said among what was done: neither done nor the plan of the year.
AHEAD = "ahead"
PROBLEM = "problem"
CAUSE = "cause"
RECTIFIED = "rectified"
LACKING = (PROBLEM, CAUSE)
# Share of the sentences below a heading, or of a paragraph, above which what they do is what it does.
MOSTLY = 0.5
# As much of a sentence is quoted where it gives the reason for a role.
_QUOTED = 16


@record
class SentenceRole:
    """`why` says in Chinese what the decision rests on, `heard` that it is nothing but how the sentence sounds."""

    role: str
    why: str
    heard: bool = False


def by_words(role: str, sentence: Sentence, document: Document) -> SentenceRole:
    """The role where the words of the sentence, and no heading, gave it."""
    words = document.quote(sentence.start, min(sentence.end, sentence.start + _QUOTED)).strip()
    return SentenceRole(role, f"引出语{quoted(words + '…' if sentence.end - sentence.start > _QUOTED else words)}")
