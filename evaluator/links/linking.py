"""Each shortcoming of a report with its cause and what the plan does about it, and the words that tie them.

Better no link than a wrong one: who reads the table must be able to trust what stands in it.
"""

import re
from collections.abc import Iterator, Sequence

from checklist.model import Checklist
from checklist.records import record
from evaluator.assessment import Link, Tie
from evaluator.judging.locating import Hit, locate
from evaluator.judging.view import View
from evaluator.links.assigning import Matches, assign
from evaluator.links.lexicon import lexicon
from evaluator.links.likeness import Scale, Sense
from evaluator.links.matters import Matter, matters
from evaluator.links.meaning import candidates, of_problem
from evaluator.links.tying import shown, tied_by_place, tied_by_words
from evaluator.roles.role import CAUSE, PLAN, PROBLEM

CAUSES = "causes"
SAME_POINT, SAME_SECTION = "写在同一条里", "写在同一小节"
# Every problem is compared with every measure; a report has ten or twenty of each.
MOST = 300
# 因承包费引起的纠纷 says whence a dispute comes, not a shortcoming.
_OF_SOMETHING_ELSE = re.compile("因[^,]{1,12}(?:引起|引发|产生|导致)的")


@record
class _Told:
    """What the report says of shortcomings, causes and measures; `reasons` are causes within shortcomings."""

    view: View
    problems: tuple[Matter, ...]
    causes: tuple[Matter, ...]
    plans: tuple[Matter, ...]
    reasons: tuple[Hit, ...]


def link(view: View, checklist: Checklist) -> tuple[Link, ...]:
    """Every shortcoming in the order of the text."""
    told = _told(view, checklist)
    problems = {problem: of_problem(view, problem) for problem in told.problems[:MOST]}
    # A sentence of which the lexicon knows nothing is no shortcoming but a formula; a point of a list is one.
    problems = {p: own for p, own in problems.items() if p.listed or p.heading or _is_known(own)}
    measures = candidates(view, told.plans[: MOST + 1])
    senses = list(problems.values())
    organ = view.document.metadata.organ or ""
    scale = Scale(view.words.text, organ, [measure.sense for measure in measures])
    answers = assign(senses, measures[:MOST], scale)
    causes = assign(senses, candidates(view, told.causes)[:MOST], scale)
    # What could not be read or was not compared may hold the answer.
    whole = not view.document.reading.unread and len(measures) <= MOST
    asks = whole and any(_is_known(measure.sense) for measure in measures)
    return tuple(
        _link(told, problem, cause, answer, asks and _is_known(own))
        for (problem, own), cause, answer in zip(problems.items(), causes, answers, strict=True)
    )


def _told(view: View, checklist: Checklist) -> _Told:
    """A chapter on causes alone holds causes, whatever its sentences look like."""
    found_in = next((item.found_in for item in checklist.items if item.id == CAUSES), None)
    hits = locate(view, found_in).hits if found_in else ()
    headed = {hit.sentence for hit in hits if hit.heading}
    roles = [CAUSE if number in headed and own.role == PROBLEM else own.role for number, own in enumerate(view.roles)]
    found = matters(view, roles)
    reasons = tuple(hit for hit in hits if hit.sentence not in headed and roles[hit.sentence] == PROBLEM)
    return _Told(view, found[PROBLEM], found[CAUSE], found[PLAN], reasons)


def _is_known(own: Sense) -> bool:
    """Whether the passage says anything that the lexicon knows; of the rest nothing can be concluded."""
    return any(concept in lexicon().met for concept in own)


def _link(told: _Told, problem: Matter, causes: Matches, answers: Matches, asks: bool) -> Link:
    """What stands beside the problem goes before what shares words with it."""
    view = told.view
    reasons = [*_within(told, problem), *_beside(told, problem, told.causes)]
    cause = next(iter(reasons), None) or next((tied_by_words(view, match) for match in causes), None)
    beside = tuple(_beside(told, problem, told.plans))
    measures = beside or tuple(tied_by_words(view, match) for match in answers)
    return Link(shown(view, problem), cause, measures, unanswered=asks and not measures)


def _within(told: _Told, problem: Matter) -> Iterator[Tie]:
    """The reasons that the problem's own sentences give, each to the end of its part."""
    text = told.view.words.text
    for start, end in problem.spans:
        for hit in told.reasons:
            if start <= hit.start < end and not _OF_SOMETHING_ELSE.search(text, hit.start, hit.end):
                # …，是争议反复发生的重要成因: the reason goes before.
                begin = start if text.startswith("是", hit.start) else hit.start
                yield tied_by_place(told.view, problem, (begin, end), SAME_POINT)


def _beside(told: _Told, problem: Matter, others: Sequence[Matter]) -> Iterator[Tie]:
    """What stands with the problem in the sub-section that names it, or before the next of its list."""
    for other in others:
        if problem.heading and not problem.listed and other.heading == problem.heading:
            span = other.spans[0][0], other.spans[-1][1]
            yield tied_by_place(told.view, other, span, SAME_SECTION)
        elif other.role == CAUSE and _stands_between(told, problem, other):
            yield tied_by_place(told.view, other, other.spans[0], SAME_POINT)


def _stands_between(told: _Told, problem: Matter, cause: Matter) -> bool:
    """Whether the cause follows this problem and another problem of the list follows the cause."""
    same = [p for p in told.problems[:MOST] if p.section == problem.section == cause.section]
    before = [p for p in same if p.spans[0] < cause.spans[0]]
    return bool(before) and before[-1] == problem and before != same
