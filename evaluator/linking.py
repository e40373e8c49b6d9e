"""Each shortcoming of a report with its cause and with what the plan does about it, and the words that tie them."""

import re
from collections.abc import Iterator, Sequence

from checklist.folding import BLANK
from checklist.matching import Span
from checklist.model import Checklist
from checklist.phrases import CLAUSE_ENDS
from checklist.records import record
from evaluator.assessment import Evidence, Finding, Link, Tie
from evaluator.assigning import Match, Matches, assign
from evaluator.lexicon import lexicon
from evaluator.likeness import Scale, Sense
from evaluator.locating import Hit, View, locate
from evaluator.matters import Matter, matters
from evaluator.meaning import candidates, of_problem
from evaluator.roles import CAUSE, PLAN, PROBLEM

CAUSES = "causes"
UNANSWERED = "unanswered-problem"
LONGEST_QUOTE = 90
SHORTEST_QUOTE = 12
_ENUMERATOR = re.compile(
    "^(?:[（(]?[一二三四五六七八九十0-9０-９]{1,3}[)）.．、是]+|[其第][一二三四五六七八九十][,，、]?|[①-⑳])"
)
_FIRST_CLAUSE = re.compile(".{5,30}?(?=[,，:：;；。!！?？]|$)")
# 因承包费引起的纠纷 says whence a dispute comes, not a shortcoming.
_OF_SOMETHING_ELSE = re.compile("因[^,]{1,12}(?:引起|引发|产生|导致)的")


@record
class _Told:
    """What the report says of shortcomings, causes and measures; `reasons` are causes told within other matters."""

    view: View
    problems: tuple[Matter, ...]
    causes: tuple[Matter, ...]
    plans: tuple[Matter, ...]
    reasons: tuple[Hit, ...]


def link(view: View, checklist: Checklist) -> tuple[Link, ...]:
    """Every shortcoming in the order of the text."""
    told = _told(view, checklist)
    senses = {problem: of_problem(view, problem) for problem in told.problems}
    # A sentence of which the lexicon knows nothing is no shortcoming but a formula; a point of a list is one.
    senses = {p: own for p, own in senses.items() if p.listed or p.heading or _is_known(own)}
    measures = candidates(view, told.plans)
    scale = Scale(view.words.text, view.document.metadata.organ or "", [measure.sense for measure in measures])
    answers = assign(list(senses.values()), measures, scale)
    causes = assign(list(senses.values()), candidates(view, told.causes), scale)
    planned = any(_is_known(measure.sense) for measure in measures)
    return tuple(
        _link(told, problem, cause, answer, asks=planned and _is_known(own))
        for (problem, own), cause, answer in zip(senses.items(), causes, answers, strict=True)
    )


def _link(told: _Told, problem: Matter, causes: Matches, answers: Matches, asks: bool) -> Link:
    """What stands beside the problem goes before what shares words with it."""
    beside = next(iter(_beside(told, problem, told.causes)), None)
    cause = _cause_within(told, problem) or beside or next((_tied(told.view, m) for m in causes), None)
    measures = tuple(_beside(told, problem, told.plans)) or tuple(_tied(told.view, m) for m in answers)
    return Link(_evidence(told.view, problem), cause, measures, unanswered=asks and not measures)


def questions(links: Sequence[Link]) -> Iterator[Finding]:
    """What to ask of the shortcomings that nothing in the plan answers."""
    for each in links:
        if each.unanswered:
            yield Finding(
                rule=UNANSWERED,
                severity="info",
                message=f"不足“{_name(each.problem.quote)}”：下一年度安排里没有看到对应的措施，是否遗漏",
                quote=each.problem.quote,
                place=each.problem.place,
                suggestion="在安排里写明针对这个问题做什么；安排里已有的，写明针对的是哪个问题",
            )


def _name(quote: str) -> str:
    """The first clause that is long enough to be one, without its enumerator."""
    words = _ENUMERATOR.sub("", BLANK.sub("", quote), count=1)
    first = _FIRST_CLAUSE.match(words)
    return first.group() if first else words[:30]


def _told(view: View, checklist: Checklist) -> _Told:
    """A chapter on causes alone holds causes, whatever its sentences look like."""
    found_in = next((item.found_in for item in checklist.items if item.id == CAUSES), None)
    hits = locate(view, found_in).hits if found_in else ()
    headed = {hit.sentence for hit in hits if hit.heading}
    roles = [
        CAUSE if number in headed and role.role == PROBLEM else role.role
        for number, role in enumerate(view.roles)
    ]
    found = matters(view, roles)
    reasons = tuple(hit for hit in hits if hit.sentence not in headed and roles[hit.sentence] == PROBLEM)
    return _Told(view, found[PROBLEM], found[CAUSE], found[PLAN], reasons)


def _is_known(own: Sense) -> bool:
    """Whether the passage says anything that the lexicon knows; of the rest nothing can be concluded."""
    return any(concept in lexicon().met for concept in own)


def _cause_within(told: _Told, problem: Matter) -> Tie | None:
    """The clauses of the problem's own sentences that give a reason."""
    first, last = problem.spans[0][0], problem.spans[-1][1]
    text = told.view.words.text
    inside = (hit for hit in told.reasons if first <= hit.start and hit.end <= last)
    within = [hit for hit in inside if not _OF_SOMETHING_ELSE.search(text, hit.start, hit.end)]
    if not within:
        return None
    part = next(span for span in problem.spans if within[0].start < span[1])
    # …，是争议反复发生的重要成因: the reason goes before.
    start = part[0] if text.startswith("是", within[0].start) else within[0].start
    return _tie(told.view, problem, (start, part[1]), "写在同一条里")


def _beside(told: _Told, problem: Matter, others: Sequence[Matter]) -> Iterator[Tie]:
    """What stands with the problem in the sub-section that names it, or between it and the next of its list."""
    for other in others:
        if problem.heading and not problem.listed and other.heading == problem.heading:
            yield _tie(told.view, other, (other.spans[0][0], other.spans[-1][1]), "写在同一小节")
        elif other.role == CAUSE and _follows(told, problem, other):
            yield _tie(told.view, other, other.spans[0], "写在同一条里")


def _follows(told: _Told, problem: Matter, cause: Matter) -> bool:
    same = [p for p in told.problems if p.section == problem.section == cause.section]
    after = [p for p in same if p.spans[0][0] > cause.spans[0][0]]
    before = [p for p in same if p.spans[0][0] < cause.spans[0][0]]
    return bool(after and before) and before[-1] == problem


def _tied(view: View, match: Match) -> Tie:
    candidate, like = match.candidate, match.likeness
    why = f"同为第 {candidate.ordinal + 1} 项，" if match.by_ordinal else ""
    quoted = _quoted(view, candidate.matter, _telling(view, candidate.span, like.shared))
    why += "都说到：" + "、".join(like.shared)
    similarity = min(1.0, round(like.value, 2))
    return Tie(quoted.quote, quoted.section, quoted.place, why, like.shared, similarity)


def _telling(view: View, span: Span, shared: Sequence[str]) -> Span:
    """Of a long part what begins with the first clause in which a shared word stands."""
    start, end = span
    if end - start <= LONGEST_QUOTE:
        return span
    found = (view.words.text.find(words.split("/")[-1], start, end) for words in shared)
    first = min((at for at in found if at >= 0), default=start)
    return max(start, view.words.clause_around((first, first))[0]), end


def _tie(view: View, matter: Matter, span: Span, why: str) -> Tie:
    quoted = _quoted(view, matter, span)
    return Tie(quoted.quote, quoted.section, quoted.place, why)


def _evidence(view: View, problem: Matter) -> Evidence:
    section = view.document.sections[problem.heading]
    named = problem.heading and not problem.listed
    return _quoted(view, problem, (section.start, section.heading_end) if named else problem.spans[0])


def _quoted(view: View, matter: Matter, span: Span) -> Evidence:
    """As much as a reader needs, cut at the end of a clause."""
    start, end = span
    if end - start > LONGEST_QUOTE:
        text = view.words.text
        cuts = (text.rfind(mark, start + SHORTEST_QUOTE, start + LONGEST_QUOTE) for mark in CLAUSE_ENDS)
        end = max(max(cuts), start + SHORTEST_QUOTE)
    section = view.document.sections[matter.section]
    return Evidence(view.document.quote(start, end), section.number + section.title, view.document.place(start, end))
