"""What a shortcoming, a cause or a measure speaks of: mainly what its name says, less what it adds."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain, repeat

from checklist.matching import Span
from evaluator.judging.view import View
from evaluator.links.assigning import Candidate
from evaluator.links.likeness import Sense, sense
from evaluator.links.matters import Matter
from evaluator.links.segmenting import terms

# What the first, the second and any later clause weigh that follow the name of a problem.
EXPLAINED, IN_PASSING = 0.8, 0.5
UNDER_HEADING = 0.8
_CLAUSE = re.compile("[^,:;。!?\n]+")
# 与上级要求相比: what one compares oneself with, not what is lacking.
_COMPARING = re.compile("(?>.*?(?:对标|对照|比照|按照|相较|较之|与|同|离)).*(?:要求|期待|期盼|标准|目标|先进|相比)")
# 针对执法力量薄弱的问题: then the measure is for that problem and for no other.
_NAMING = re.compile("(?:针对|围绕|聚焦|着眼|紧盯)([^,;。]{2,40}?)的?(?:问题|不足|短板|弱项|差距|薄弱环节|现象)")


def of_problem(view: View, problem: Matter) -> Sense:
    """Its heading or its first clause that says anything weighs most, then what explains that."""
    clauses = [c for span in problem.spans for c in _clauses(view, span) if not _COMPARING.match(c)]
    heading = _heading(view, problem)
    if heading and not problem.listed:
        return sense(zip([heading, *clauses], _falling(0), strict=False))
    name = next((number for number, clause in enumerate(clauses) if terms(clause)), 0)
    return sense([*zip(clauses, _falling(name), strict=False), (heading, IN_PASSING)])


def _falling(name: int) -> Iterator[float]:
    """The weights of clauses, of which that of number `name` names the problem."""
    return chain(repeat(1.0, name + 1), [EXPLAINED], repeat(IN_PASSING))


def candidates(view: View, points: Sequence[Matter]) -> list[Candidate]:
    """Every part of every point; what the point is headed with counts for each of its parts."""
    return [
        Candidate(ordinal, point, span, _of_part(view, point, span))
        for ordinal, point in enumerate(points)
        for span in point.spans
    ]


def _of_part(view: View, point: Matter, span: Span) -> Sense:
    named = [name for name in _NAMING.findall(view.words.text[slice(*span)]) if terms(name)]
    if named:
        return sense((name, 1.0) for name in named)
    title = "" if span == point.spans[0] else view.words.text[slice(*point.spans[0])]
    above = [(title, UNDER_HEADING if point.listed else 0.0), (_heading(view, point), UNDER_HEADING)]
    own = [(clause, 1.0) for clause in _clauses(view, span)]
    return sense([*own, *((words, weight) for words, weight in above if words and weight)])


def _heading(view: View, matter: Matter) -> str:
    section = view.document.sections[matter.heading]
    return view.words.text[section.start : section.heading_end] if matter.heading else ""


def _clauses(view: View, span: Span) -> Iterator[str]:
    return (match.group() for match in _CLAUSE.finditer(view.words.text, *span))
