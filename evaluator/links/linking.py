"""Each shortcoming of a report with its cause and what the plan does about it, and the words that tie them.

Better no link than a wrong one: who reads the table must be able to trust what stands in it.
"""

from collections.abc import Iterator, Sequence

from checklist.model import Checklist
from checklist.records import record
from evaluator.assessment import Link, Tie
from evaluator.judging.locating import locate
from evaluator.judging.view import View
from evaluator.links.assigning import Matches, assign
from evaluator.links.causing import MOST, SAME_SECTION, Reasons, causes_of
from evaluator.links.giving import is_headed, looks_back
from evaluator.links.lexicon import lexicon
from evaluator.links.likeness import Scale, Sense
from evaluator.links.matters import Matter, matters
from evaluator.links.meaning import candidates, of_problem
from evaluator.links.supplying import with_bare
from evaluator.links.tying import shown, tied_by_place, tied_by_words
from evaluator.roles.role import CAUSE, PLAN, PROBLEM

CAUSES = "causes"


@record
class _Told:
    """What the report says of shortcomings, causes and measures."""

    problems: tuple[Matter, ...]
    reasons: Reasons
    plans: tuple[Matter, ...]


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
    answers, shared = with_bare(senses, assign(senses, measures[:MOST], scale), measures[:MOST], scale)
    causes = causes_of(view, told.reasons, problems, scale)
    # What could not be read or was not compared may hold the answer.
    whole = not view.document.reading.unread and len(measures) <= MOST
    asks = whole and any(_is_known(measure.sense) for measure in measures)
    return tuple(
        _link(view, told, problem, cause, answer, asks and number not in shared and _is_known(own))
        for number, ((problem, own), cause, answer) in enumerate(zip(problems.items(), causes, answers, strict=True))
    )


def _told(view: View, checklist: Checklist) -> _Told:
    """A chapter on causes alone holds causes, whatever its sentences look like; 上述问题，主要是… is one anywhere."""
    found_in = next((item.found_in for item in checklist.items if item.id == CAUSES), None)
    hits = locate(view, found_in).hits if found_in else ()
    headed = {hit.sentence for hit in hits if hit.heading}
    causes = headed | {hit.sentence for hit in hits if _sums_up(view, hit.sentence)}
    roles = [CAUSE if number in causes and own.role == PROBLEM else own.role for number, own in enumerate(view.roles)]
    found = matters(view, roles)
    reasons = tuple(hit for hit in hits if hit.sentence not in causes and roles[hit.sentence] == PROBLEM)
    return _Told(found[PROBLEM], Reasons(tuple(roles), found[CAUSE], reasons), found[PLAN])


def _sums_up(view: View, index: int) -> bool:
    return index > 0 and view.roles[index - 1].role == PROBLEM and looks_back(view, view.sentences[index].start)


def _is_known(own: Sense) -> bool:
    """Whether the passage says anything that the lexicon knows; of the rest nothing can be concluded."""
    return any(concept in lexicon().met for concept in own)


def _link(view: View, told: _Told, problem: Matter, cause: Tie | None, answers: Matches, asks: bool) -> Link:
    """What stands beside the problem goes before what shares words with it."""
    beside = tuple(_beside(view, problem, told.plans))
    measures = beside or tuple(tied_by_words(view, match) for match in answers)
    return Link(shown(view, problem), cause, measures, unanswered=asks and not measures)


def _beside(view: View, problem: Matter, plans: Sequence[Matter]) -> Iterator[Tie]:
    """What stands with the problem in the sub-section that names it."""
    for plan in plans:
        if is_headed(problem) and plan.heading == problem.heading:
            yield tied_by_place(view, plan, (plan.spans[0][0], plan.spans[-1][1]), SAME_SECTION)
