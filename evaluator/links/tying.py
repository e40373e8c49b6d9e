"""Passages of a report as they are shown: what ties them, as much as a reader needs, and their places."""

from collections.abc import Sequence

from checklist.matching import Span
from checklist.phrases import CLAUSE_ENDS
from evaluator.assessment import Evidence, Tie
from evaluator.judging.view import View
from evaluator.links.assigning import Match
from evaluator.links.matters import Matter

LONGEST_QUOTE = 90
SHORTEST_QUOTE = 12


def shown(view: View, problem: Matter) -> Evidence:
    """The heading that names a problem, else its first part."""
    section = view.document.sections[problem.heading]
    named = problem.heading and not problem.listed
    return _quoted(view, problem, (section.start, section.heading_end) if named else problem.spans[0])


def tied_by_place(view: View, matter: Matter, span: Span, why: str) -> Tie:
    quoted = _quoted(view, matter, span)
    return Tie(quoted.quote, quoted.section, quoted.place, why)


def tied_by_words(view: View, match: Match) -> Tie:
    candidate, like = match.candidate, match.likeness
    quoted = _quoted(view, candidate.matter, _telling(view, candidate.span, like.shared))
    ordinal = f"同为第 {candidate.ordinal + 1} 项，" if match.by_ordinal else ""
    why = f"{ordinal}都说到：{'、'.join(like.shared)}"
    return Tie(quoted.quote, quoted.section, quoted.place, why, like.shared, min(1.0, round(like.value, 2)))


def _telling(view: View, span: Span, shared: Sequence[str]) -> Span:
    """Of a long part what begins with the first clause in which a shared word stands."""
    start, end = span
    if end - start <= LONGEST_QUOTE:
        return span
    found = (view.words.text.find(words.split("/")[-1], start, end) for words in shared)
    first = min((at for at in found if at >= 0), default=start)
    return max(start, view.words.clause_around((first, first))[0]), end


def _quoted(view: View, matter: Matter, span: Span) -> Evidence:
    """Cut at the end of a clause."""
    start, end = span
    if end - start > LONGEST_QUOTE:
        text = view.words.text
        cuts = (text.rfind(mark, start + SHORTEST_QUOTE, start + LONGEST_QUOTE) for mark in CLAUSE_ENDS)
        cut = max(cuts)
        end = cut if cut > 0 else start + LONGEST_QUOTE
    document = view.document
    return Evidence(document.quote(start, end), document.heading(matter.section), document.place(start, end))
