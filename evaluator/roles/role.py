"""The roles of sentences: what each does in a report."""

from checklist.records import record

DONE = "done"
PREAMBLE = "preamble"
PLAN = "plan"
PROBLEM = "problem"
CAUSE = "cause"
RECTIFIED = "rectified"
LACKING = (PROBLEM, CAUSE)
# Share of the sentences below a heading, or of a paragraph, above which what they do is what it does.
MOSTLY = 0.5
# How the reason begins where words of the text, and no heading, gave a role.
OPENED = "引出语"


@record
class SentenceRole:
    """`why` says in Chinese what the decision rests on, `heard` that it is nothing but how the sentence sounds."""

    role: str
    why: str
    heard: bool = False
