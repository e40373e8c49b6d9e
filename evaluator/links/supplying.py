"""Measures that name no matter (充实力量): they answer the one shortcoming that is named for lacking the same means."""

from collections import defaultdict
from collections.abc import Sequence, Set

from evaluator.links.assigning import MOST, Candidate, Match, Matches
from evaluator.links.lexicon import lexicon
from evaluator.links.likeness import Scale, Sense

# People and money are given without a word on what for; 健全制度, 提升能力 without one stands in every plan.
_MEANS = frozenset({"队伍", "经费"})


def with_bare(
    problems: Sequence[Sense], answers: Sequence[Matches], measures: Sequence[Candidate], scale: Scale
) -> tuple[list[Matches], Set[int]]:
    """The answers with those, and which problems share theirs: of these no one can tell whose the measure is."""
    bare = _bare(measures)
    named = [_means(problem) for problem in problems]
    result, shared = list(answers), set()
    for number, (problem, own) in enumerate(zip(problems, named, strict=True)):
        met = [] if answers[number] else [measure for measure in bare if own & measure.sense.keys()]
        alone = [m for m in met if sum(bool(means & m.sense.keys()) for means in named) == 1]
        if alone:
            result[number] = _best(problem, alone, scale)
        elif met:
            shared.add(number)
    return result, shared


def _bare(measures: Sequence[Candidate]) -> list[Candidate]:
    """The parts of points of which none names a matter, or something that the lexicon does not know."""
    points: defaultdict[int, list[Candidate]] = defaultdict(list)
    for measure in measures:
        points[measure.ordinal].append(measure)
    return [part for parts in points.values() if not any(_names(part.sense) for part in parts) for part in parts]


def _names(own: Sense) -> bool:
    known = lexicon()
    return any(concept in known.topics or concept not in known.met for concept in own)


def _means(problem: Sense) -> frozenset[str]:
    """Those in the name of a problem."""
    return frozenset(m for m in _MEANS if any(mention.weight == 1.0 for mention in problem.get(m, ())))


def _best(problem: Sense, measures: Sequence[Candidate], scale: Scale) -> Matches:
    """One part of each point."""
    best: dict[int, Match] = {}
    for measure in measures:
        match = Match(measure, scale.likeness(problem, measure.sense, aside=True))
        if measure.ordinal not in best or match.likeness.value > best[measure.ordinal].likeness.value:
            best[measure.ordinal] = match
    return tuple(sorted(best.values(), key=lambda match: -match.likeness.value)[:MOST])
