"""Which passages belong to which shortcoming: by the words they share, or by number where two lists run parallel."""

from collections.abc import Sequence
from dataclasses import dataclass

from checklist.matching import Span
from evaluator.likeness import Likeness, Scale, Sense
from evaluator.matters import Matter

# Below this the shared words are those of any two points; found on the labelled reports.
ENOUGH = 0.45
# A second passage must speak of the problem nearly as clearly as the best.
NEARLY = 0.6
MOST = 3
# The same number in both lists: no more than a hint.
HINT = 0.07


@dataclass(frozen=True, slots=True)
class Candidate:
    """A part of a cause or a measure; `ordinal` is that of the point to which it belongs, from 0."""

    ordinal: int
    matter: Matter
    span: Span
    sense: Sense


@dataclass(frozen=True, slots=True)
class Match:
    candidate: Candidate
    likeness: Likeness
    by_ordinal: bool = False


Matches = tuple[Match, ...]


def assign(problems: Sequence[Sense], candidates: Sequence[Candidate], scale: Scale) -> list[Matches]:
    """For every problem what belongs to it, the best first."""
    spoken = [_by_words(ordinal, problem, candidates, scale) for ordinal, problem in enumerate(problems)]
    if not _run_parallel(spoken, len({candidate.ordinal for candidate in candidates})):
        return spoken
    taken = {match.candidate.ordinal for matches in spoken for match in matches}
    left = [candidate for candidate in candidates if candidate.ordinal not in taken]
    return [
        matches or _by_ordinal(ordinal, problem, left, scale)
        for ordinal, (problem, matches) in enumerate(zip(problems, spoken, strict=True))
    ]


def _by_words(ordinal: int, problem: Sense, candidates: Sequence[Candidate], scale: Scale) -> Matches:
    """One part of each point that shares enough."""
    best: dict[int, Match] = {}
    for candidate in candidates:
        match = Match(candidate, scale.likeness(problem, candidate.sense))
        known = best.get(candidate.ordinal)
        if match.likeness.topic and (known is None or match.likeness.value > known.likeness.value):
            best[candidate.ordinal] = match
    ranked = sorted(best.values(), key=lambda match: -match.likeness.value)[:MOST]
    least = max(ENOUGH, NEARLY * ranked[0].likeness.value) if ranked else ENOUGH
    return tuple(match for match in ranked if match.likeness.value >= least)


def _run_parallel(spoken: Sequence[Matches]) -> bool:
    """Whether two points at least, and most of those that words tie, stand at the same number in both lists."""
    tied = [(ordinal, matches) for ordinal, matches in enumerate(spoken) if matches]
    same = [ordinal for ordinal, matches in tied if ordinal in {m.candidate.ordinal for m in matches}]
    return len(same) >= 2 and 2 * len(same) > len(tied)


def _by_ordinal(ordinal: int, problem: Sense, left: Sequence[Candidate], scale: Scale) -> Matches:
    """What stands at the same number, where it shares anything at all."""
    own = (candidate for candidate in left if candidate.ordinal == ordinal)
    matches = [Match(c, scale.likeness(problem, c.sense, aside=True), by_ordinal=True) for c in own]
    best = max(matches, key=lambda match: match.likeness.value, default=None)
    return (best,) if best and best.likeness.shared else ()
