"""Which passages belong to which shortcoming: by shared words, or by number where two lists run parallel."""

from collections.abc import Sequence

from checklist.matching import Span
from checklist.records import record
from evaluator.links.likeness import Likeness, Scale, Sense
from evaluator.links.matters import Matter

# Below this the shared words are those of any two points; found on the labelled reports.
ENOUGH = 0.42
# A second passage must speak of the problem nearly as clearly as the best.
NEARLY = 0.6
MOST = 3
# The same number in both lists: no more than a hint.
HINT = 0.07
# What a pair at the same number must share where the lists run parallel: one side of the matter.
LEAST = 0.14


@record
class Candidate:
    """A part of a cause or a measure; `ordinal` is that of the point to which it belongs, from 0."""

    ordinal: int
    matter: Matter
    span: Span
    sense: Sense


@record
class Match:
    candidate: Candidate
    likeness: Likeness
    by_ordinal: bool = False


Matches = tuple[Match, ...]


def assign(problems: Sequence[Sense], candidates: Sequence[Candidate], scale: Scale) -> list[Matches]:
    """For every problem what belongs to it, the best first."""
    spoken = [_by_words(ordinal, problem, candidates, scale) for ordinal, problem in enumerate(problems)]
    if not _run_parallel(spoken, points=len({candidate.ordinal for candidate in candidates})):
        return spoken
    taken = {match.candidate.ordinal for matches in spoken for match in matches}
    left = [candidate for candidate in candidates if candidate.ordinal not in taken]
    return [
        matches or _by_ordinal(ordinal, problem, left, scale)
        for ordinal, (problem, matches) in enumerate(zip(problems, spoken, strict=True))
    ]


def _by_words(ordinal: int, problem: Sense, candidates: Sequence[Candidate], scale: Scale) -> Matches:
    """One part of each point that shares enough."""
    best: dict[int, tuple[float, Match]] = {}
    for candidate in candidates:
        likeness = scale.likeness(problem, candidate.sense)
        value = likeness.value + (HINT if candidate.ordinal == ordinal else 0.0)
        if likeness.topic and value >= max(ENOUGH, best.get(candidate.ordinal, (ENOUGH,))[0]):
            best[candidate.ordinal] = value, Match(candidate, likeness)
    ranked = sorted(best.values(), key=lambda each: -each[0])[:MOST]
    return tuple(match for value, match in ranked if value >= NEARLY * ranked[0][0])


def _run_parallel(spoken: Sequence[Matches], points: int) -> bool:
    """Whether what words tie stands at the same number in both lists: two pairs, or one that is no chance."""
    tied = [(ordinal, matches) for ordinal, matches in enumerate(spoken) if matches]
    same = [ordinal for ordinal, matches in tied if ordinal in {m.candidate.ordinal for m in matches}]
    if len(same) == len(tied) and (points == len(spoken) or any(same)):
        return bool(same)
    return len(same) >= 2 and 2 * len(same) > len(tied)


def _by_ordinal(ordinal: int, problem: Sense, left: Sequence[Candidate], scale: Scale) -> Matches:
    """What stands at the same number, where it shares at least a side of the matter."""
    own = (candidate for candidate in left if candidate.ordinal == ordinal)
    matches = [Match(c, scale.likeness(problem, c.sense, aside=True), by_ordinal=True) for c in own]
    best = max(matches, key=lambda match: match.likeness.value, default=None)
    return (best,) if best and best.likeness.value >= LEAST else ()
