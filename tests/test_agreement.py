"""All formats say the same of the same reports: each is read back and held against the assessments themselves.

A new format joins with one function in readback.py, bytes in, and for each report (by its path) those entries of
`Seen` out which the format shows; with its line in READERS; and with its line in SHOWS, which says what it must show,
so that a format that drops something fails. Nothing here knows how a format looks.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from readback import READERS
from rendering import BY_HAND, DESCRIBED, KNOWN, judged, rendered, with_original
from seen import Answered, Seen

from checklist.model import Checklist
from evaluator.assessment import Assessment, Evidence, ItemResult, Link, Verdict
from evaluator.document import Place
from evaluator.output import RENDERERS

ACCEPTED = {"waived", "known"}
EVERYTHING = {"outcome", "score", "verdicts", "findings", "places", "links"} | ACCEPTED
PROBLEMS = {"problems", "problem_places"} | ACCEPTED
# What each format shows; findings without their severity are `found`, without their place `faults` and the words they
# stand on `marked`; places each told once are `distinct_places`.
SHOWS = {
    "text": {"outcome", "score", "counts"},
    # That a baseline has something is not part of its contract.
    "json": EVERYTHING - {"known"},
    "markdown": EVERYTHING - {"places"} | {"distinct_places"},
    "csv": EVERYTHING - {"places"} | {"distinct_places"},
    "sarif": {"outcome", "score", "counts", "findings"} | PROBLEMS,
    "junit": EVERYTHING - {"places", "links"} | {"problem_places"},
    "github": {"problems", "found", "first_places"} | ACCEPTED,
    "html": EVERYTHING,
    "opinion": {"unjudged", "score", "counts", "verdicts", "problems", "findings", "told_places"} | ACCEPTED,
    "xlsx": EVERYTHING - {"places", "links"} | {"counts", "problems", "two_places"},
    "docx": {"outcome", "score", "counts", "problems", "faults", "marked"} | ACCEPTED,
}
# Annotations are of problems: where there is none nothing is said of the report.
ONLY_PROBLEMS = {"github"}
# A reviewed copy is of one report that could be read.
ONE_AT_A_TIME = {"docx"}
# For people, who do not know elements and rules by their ids.
BY_TITLE = {"opinion", "docx"}
# A text has its own order.
UNORDERED = ("waived", "known", "faults", "marked")
Run = tuple[Checklist, tuple[Assessment, ...]]


def expected(given: Assessment, by_title: bool = False) -> Seen:
    items = [replace(item, id=item.title) for item in given.items] if by_title else given.items
    findings = [replace(f, rule=f.message) for f in given.findings] if by_title else given.findings
    lines = {item.id: [lines_at(e.place) for e in item.evidence] for item in items}
    verdicts = {item.id: item.verdict.value for item in items}
    problems = {name: verdict for name, verdict in verdicts.items() if verdict in ("missing", "partial")}
    partial = {name: lines[name] for name, verdict in problems.items() if verdict == "partial" and lines[name]}
    found = [(f.rule, f.severity, lines_at(f.place)) for f in findings]
    counted = [item.verdict for item in items]
    named = [*((item.id, item) for item in items), *((f.rule, f) for f in findings)]
    return {
        "outcome": "unjudged" if given.unjudged else "passed" if given.gate.passed else "failed",
        "unjudged": given.unjudged is not None,
        "score": given.score.value if given.score else None,
        "counts": (counted.count(Verdict.MISSING), counted.count(Verdict.PARTIAL)),
        "verdicts": verdicts,
        "problems": problems,
        "waived": sorted(name for name, result in named if result.waiver),
        "known": sorted(name for name, result in named if result.known),
        "findings": found,
        "found": [(rule, place) for rule, _, place in found],
        "faults": sorted((rule, severity) for rule, severity, _ in found),
        "marked": sorted((f.rule, words_at(given, f.place)) for f in findings),
        "places": {name: places for name, places in lines.items() if places},
        "distinct_places": {name: [*dict.fromkeys(places)] for name, places in lines.items() if places},
        "problem_places": partial,
        "first_places": {name: places[0] for name, places in partial.items()},
        "two_places": {name: places[:2] for name, places in partial.items()},
        "told_places": {item.id: lines_at(telling(item).place) for item in items if item.evidence},
        "links": [answered(link) for link in given.links or ()],
    }


def lines_at(place: Place) -> tuple[int, int]:
    return place.line, place.end_line


def words_at(given: Assessment, place: Place) -> str:
    return "".join(given.original.document.reading.text[place.start : place.end].split()) if given.original else ""


def telling(item: ItemResult) -> Evidence:
    """Of what an element stands on the first sentence, and the heading only where there is nothing else."""
    return next((e for e in item.evidence if e.section not in e.quote), item.evidence[0])


def answered(link: Link) -> Answered:
    causes = [link.cause] if link.cause else []
    measures = [lines_at(measure.place) for measure in link.measures]
    return lines_at(link.problem.place), [lines_at(cause.place) for cause in causes], measures, link.unanswered


def read_back(form: str, given: Sequence[Assessment], checklist: Checklist) -> dict[str, Seen]:
    if form not in ONE_AT_A_TIME:
        return READERS[form](rendered(form, *given, checklist=checklist))
    return {
        assessment.report.path: seen
        for assessment in given
        if assessment.original
        for seen in READERS[form](rendered(form, assessment, checklist=checklist)).values()
    }


@pytest.fixture(scope="module", params=["by hand", "judged"])
def run(request: pytest.FixtureRequest) -> Run:
    return (DESCRIBED, tuple(map(with_original, (*BY_HAND, KNOWN)))) if request.param == "by hand" else judged()


def test_every_format_is_read_back() -> None:
    assert set(READERS) == set(SHOWS) == set(RENDERERS)


@pytest.mark.parametrize("form", READERS)
def test_says_what_was_concluded(form: str, run: Run) -> None:
    checklist, given = run
    seen = read_back(form, given, checklist)
    for assessment in given:
        path, truth = assessment.report.path, expected(assessment, form in BY_TITLE)
        if path not in seen and Path(path).name not in seen:
            nothing = form in ONLY_PROBLEMS and not truth["problems"] and not truth["findings"]
            assert nothing or (form in ONE_AT_A_TIME and not assessment.original)
            continue
        said = dict(seen.pop(path if path in seen else Path(path).name))
        said |= {name: sorted(said[name]) for name in UNORDERED if name in said}
        assert SHOWS[form] <= set(said)
        assert said == {name: value for name, value in truth.items() if name in said}, path
    assert not seen


@pytest.mark.parametrize("form", [form for form in READERS if form != "text"])
def test_says_the_same_of_a_report_alone(form: str, run: Run) -> None:
    checklist, given = run
    together = read_back(form, given, checklist)
    alone = [read_back(form, [assessment], checklist) for assessment in given]
    assert {path: seen for each in alone for path, seen in each.items()} == together


def test_the_runs_have_something_of_everything(run: Run) -> None:
    """Else the formats would agree on nothing."""
    truths = [expected(assessment) for assessment in run[1]]
    assert {truth["outcome"] for truth in truths} == {"passed", "failed", "unjudged"}
    for name in ("problems", "found", "places", "problem_places", "two_places", "links"):
        assert any(dict(truth)[name] for truth in truths), name
    by_hand = [expected(with_original(assessment)) for assessment in (*BY_HAND, KNOWN)]
    assert all(any(dict(truth)[name] for truth in by_hand) for name in ("waived", "known", "marked"))


@pytest.mark.parametrize("form", READERS)
def test_another_verdict_is_noticed(form: str) -> None:
    """The readers read: what is said of one report is not what is said of another."""
    first, second = BY_HAND[0], BY_HAND[2]
    seen = read_back(form, [*map(with_original, (first, second))], DESCRIBED)
    assert seen[first.report.path] != seen[second.report.path]
