"""All formats say the same of the same reports: each is read back and held against the assessments themselves.

A new format joins with one function in readback.py, bytes in, and for each report (by its path) those entries of
`Seen` out which the format shows; with its line in READERS; and with its line in SHOWS, which says what it must show,
so that a format that drops something fails. Nothing here knows how a format looks.
"""

import pytest
from readback import READERS, Seen
from rendering import BY_HAND, DESCRIBED, judged, rendered

from checklist.model import Checklist
from evaluator.assessment import Assessment, Verdict
from evaluator.output import RENDERERS

EVERYTHING = {"outcome", "score", "verdicts", "waived", "findings", "places"}
PROBLEMS = {"problems", "waived", "problem_places"}
# What each format shows; findings without their severity are `found`, places each told once `distinct_places`.
SHOWS = {
    "text": {"outcome", "score", "counts"},
    "json": EVERYTHING,
    "markdown": EVERYTHING - {"places"} | {"distinct_places"},
    "csv": EVERYTHING,
    "sarif": {"outcome", "score", "counts", "findings"} | PROBLEMS,
    "junit": EVERYTHING - {"places"} | {"problem_places"},
    "github": {"problems", "waived", "found", "first_places"},
}
# Annotations are of problems: where there is none nothing is said of the report.
ONLY_PROBLEMS = {"github"}


def expected(given: Assessment) -> Seen:
    lines = {item.id: [(e.place.line, e.place.end_line) for e in item.evidence] for item in given.items}
    verdicts = {item.id: item.verdict.value for item in given.items}
    problems = {name: verdict for name, verdict in verdicts.items() if verdict in ("missing", "partial")}
    partial = {name: lines[name] for name, verdict in problems.items() if verdict == "partial" and lines[name]}
    found = [(f.rule, f.severity, (f.place.line, f.place.end_line)) for f in given.findings]
    counted = [item.verdict for item in given.items]
    waived = [item.id for item in given.items if item.waiver] + [f.rule for f in given.findings if f.waiver]
    return {
        "outcome": "unjudged" if given.unjudged else "passed" if given.gate.passed else "failed",
        "score": given.score.value if given.score else None,
        "counts": (counted.count(Verdict.MISSING), counted.count(Verdict.PARTIAL)),
        "verdicts": verdicts,
        "problems": problems,
        "waived": waived,
        "findings": found,
        "found": [(rule, place) for rule, _, place in found],
        "places": {name: places for name, places in lines.items() if places},
        "distinct_places": {name: [*dict.fromkeys(places)] for name, places in lines.items() if places},
        "problem_places": partial,
        "first_places": {name: places[0] for name, places in partial.items()},
    }


@pytest.fixture(scope="module", params=["by hand", "judged"])
def run(request: pytest.FixtureRequest) -> tuple[Checklist, tuple[Assessment, ...]]:
    return (DESCRIBED, BY_HAND) if request.param == "by hand" else judged()


def test_every_format_is_read_back() -> None:
    assert set(READERS) == set(SHOWS) == set(RENDERERS)


@pytest.mark.parametrize("form", READERS)
def test_says_what_was_concluded(form: str, run: tuple[Checklist, tuple[Assessment, ...]]) -> None:
    checklist, given = run
    seen = READERS[form](rendered(form, *given, checklist=checklist))
    for assessment in given:
        path, truth = assessment.report.path, expected(assessment)
        if path not in seen:
            assert form in ONLY_PROBLEMS and not truth["problems"] and not truth["findings"]
            continue
        said = dict(seen.pop(path))
        assert SHOWS[form] <= set(said)
        assert said == {name: value for name, value in truth.items() if name in said}, path
    assert not seen


def test_the_runs_have_something_of_everything(run: tuple[Checklist, tuple[Assessment, ...]]) -> None:
    """Else the formats would agree on nothing."""
    truths = [expected(assessment) for assessment in run[1]]
    assert {truth["outcome"] for truth in truths} == {"passed", "failed", "unjudged"}
    for name in ("problems", "found", "places", "problem_places"):
        assert any(dict(truth)[name] for truth in truths), name
    assert any(truth["waived"] for truth in map(expected, BY_HAND))


@pytest.mark.parametrize("form", READERS)
def test_another_verdict_is_noticed(form: str) -> None:
    """The readers read: what is said of one report is not what is said of another."""
    seen = READERS[form](rendered(form, *BY_HAND))
    first, second = seen[BY_HAND[0].report.path], seen[BY_HAND[2].report.path]
    assert first != second
