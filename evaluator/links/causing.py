"""Why there is each shortcoming: a cause of its own, one at the same number, or one given for several of them.

Of causes given for several, as many points as shortcomings go in order; else words tell which is whose, and where they
do not, the whole is shown.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from checklist.records import record
from evaluator.assessment import Tie
from evaluator.judging.locating import Hit
from evaluator.judging.view import View
from evaluator.links.assigning import Candidate, Matches, assign
from evaluator.links.giving import OF_ALL, Given, Passage, givings, is_headed
from evaluator.links.likeness import Scale, Sense
from evaluator.links.matters import Matter
from evaluator.links.meaning import candidates
from evaluator.links.tying import tied_by_place, tied_by_words
from evaluator.mentions.enumerators import read_mark

SAME_POINT, SAME_SECTION = "写在同一条里", "写在同一小节"
IN_ORDER = "不足和原因各 {} 条，按顺序对应"
SHARED = "几条不足合写的原因，没有逐条对应"
WHOLE = "写在原因部分"
# Every problem is compared with every cause; a report has ten or twenty of each.
MOST = 300
LONGEST_MARK = 6
# 因承包费引起的纠纷 says whence a dispute comes, not a shortcoming.
_OF_SOMETHING_ELSE = re.compile("因[^,]{1,12}(?:引起|引发|产生|导致)的")


@record
class Reasons:
    """What the report says of causes: the role of every sentence, the causes, and those within shortcomings."""

    roles: tuple[str, ...]
    causes: tuple[Matter, ...]
    within: tuple[Hit, ...]


def causes_of(view: View, reasons: Reasons, problems: Mapping[Matter, Sense], scale: Scale) -> list[Tie | None]:
    """The cause of every problem: what its own sentences say goes first, what is shared last."""
    own = {problem: list(_within(view, problem, reasons.within)) for problem in problems}
    shared: defaultdict[Matter, list[Tie]] = defaultdict(list)
    points = candidates(view, _unheaded(reasons.causes, {problem.heading for problem in problems}))[:MOST]
    reasoned = {problem for problem, ties in own.items() if ties}
    for given in givings(view, reasons.roles, tuple(problems), reasoned, MOST):
        if given.certain and len(given.problems) == 1:
            own[given.problems[0]].append(_alone(view, given.problems[0], given.passage))
            continue
        for problem, tie in _shared(view, given, points, problems, scale):
            shared[problem].append(tie)
    return [next(iter([*ties, *shared[problem]]), None) for problem, ties in own.items()]


def _unheaded(causes: Sequence[Matter], named: Collection[int]) -> list[Matter]:
    """Causes without a heading that names a problem: what stands below it may be given for all of them."""
    return [replace(cause, heading=0) if cause.heading in named else cause for cause in causes]


def _within(view: View, problem: Matter, hits: Sequence[Hit]) -> Iterator[Tie]:
    """The reasons that the problem's own sentences give, each to the end of its part."""
    text = view.words.text
    for start, end in problem.spans:
        for hit in hits:
            if not start <= hit.start < end or OF_ALL.match(text, start):
                continue
            if not _OF_SOMETHING_ELSE.search(text, hit.start, hit.end):
                # …，是争议反复发生的重要成因: the reason goes before.
                begin = start if text.startswith("是", hit.start) else hit.start
                yield tied_by_place(view, problem, (begin, end), SAME_POINT)


def _alone(view: View, problem: Matter, passage: Passage) -> Tie:
    beside = SAME_SECTION if is_headed(problem) else SAME_POINT
    why = beside if problem.section == passage.section else WHOLE
    return tied_by_place(view, passage.matter, passage.matter.spans[0], why)


def _shared(
    view: View, given: Given, points: Sequence[Candidate], problems: Mapping[Matter, Sense], scale: Scale
) -> Iterator[tuple[Matter, Tie]]:
    """Each problem with its point, or else with the whole, but with nothing where it is not certain whose that is."""
    own = _numbered(given.passage, points)
    heads = {candidate.ordinal: candidate for candidate in reversed(own)}
    answers = assign([problems[problem] for problem in given.problems], own, scale)
    listed = [*enumerate(given.problems), *((number, head.matter) for number, head in heads.items())]
    in_order = (
        given.certain
        and len(heads) == len(answers)
        and all(_counts_as(view, matter, number) for number, matter in listed)
        and _run_along(heads, answers)
    )
    for number, (problem, matches) in enumerate(zip(given.problems, answers, strict=True)):
        spoken = [match for match in matches if not in_order or match.candidate.ordinal == number]
        if spoken and (len(heads) > 1 or not given.certain):
            yield problem, tied_by_words(view, spoken[0])
        elif in_order:
            yield problem, tied_by_place(view, heads[number].matter, heads[number].span, IN_ORDER.format(len(heads)))
        elif given.certain:
            yield problem, tied_by_place(view, given.passage.matter, given.passage.matter.spans[0], SHARED)


def _numbered(passage: Passage, points: Sequence[Candidate]) -> list[Candidate]:
    """The points of a passage, counted from its first."""
    inside = [point for point in points if passage.start <= point.span[0] < passage.end]
    return [Candidate(c.ordinal - inside[0].ordinal, c.matter, c.span, c.sense) for c in inside]


def _counts_as(view: View, matter: Matter, number: int) -> bool:
    """Whether its enumerator, if it has one, agrees: else one was not recognised, or there are several lists."""
    at = view.document.sections[matter.heading].start if is_headed(matter) else matter.spans[0][0]
    mark = read_mark(view.words.text[at : at + LONGEST_MARK])
    return mark is None or mark[1] == number + 1


def _run_along(heads: Mapping[int, Candidate], answers: Sequence[Matches]) -> bool:
    """Whether causes are enumerated, and no words tie one of them to a problem at another number alone."""
    if not all(head.matter.listed or head.matter.heading for head in heads.values()):
        return False
    tied = ({match.candidate.ordinal for match in matches} for matches in answers)
    return all(not ordinals or number in ordinals for number, ordinals in enumerate(tied))
