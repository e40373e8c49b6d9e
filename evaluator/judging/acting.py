"""Which other body acts in a clause or in all of a sentence, None where the organ itself does."""

from checklist.matching import Span
from checklist.model import FoundIn
from evaluator.judging.bureaus import official_actor
from evaluator.judging.others import listed_actor, turns_to_us
from evaluator.judging.view import View

# (五)入汛以来, 信息化方面: so many characters at most, and their ends.
LONGEST_TOPIC, TOPIC_ENDS = 7, ("前", "后", "时", "期", "间", "来", "初", "底", "末", "中", "夕", "方面")


def other_actor(view: View, found_in: FoundIn, sentence: int, clause: Span) -> str | None:
    """The other body whose act a clause tells, other than one that oversees the organ where that is asked for.

    A clause that only says when or of what (汛前，信息化方面，) tells of who acts in the next one.
    """
    text, length = view.words.text, clause[1] - clause[0]
    if length <= LONGEST_TOPIC and text.endswith(TOPIC_ENDS, *clause) and text.startswith(",", clause[1]):
        clause = clause[1] + 1, view.words.clause_end(clause[1] + 1)
    listed = listed_actor(view, sentence, clause)
    return listed if listed or found_in.overseen else official_actor(view, sentence, clause)


def only_actor(view: View, found_in: FoundIn, start: int, end: int) -> str | None:
    """The other body of which every clause of a sentence tells, None where one tells of the organ.

    A clause that names nobody goes on with the one before it, up to a semicolon.
    """
    other, at = None, start
    while at < end:
        stop = view.words.clause_end(at)
        goes_on = other if view.words.text[at - 1] != ";" and not turns_to_us(view, at, stop) else None
        other = other_actor(view, found_in, start, (at, stop)) or goes_on
        if other is None:
            return None
        at = stop + 1
    return other
