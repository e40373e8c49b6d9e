"""How right the program is on labelled reports: those that ship, and those of LAWGOV_CORPUS if it is set."""

from collections.abc import Callable
from pathlib import Path

import pytest

from checklist.loading import load
from evaluator.measuring.corpus import labelled
from evaluator.measuring.figures import Figures, Share
from evaluator.measuring.measuring import measure

SHIPPED = Path(__file__).parent / "data" / "reports"


@pytest.fixture(scope="module")
def measured() -> Callable[[Path], Figures]:
    """The figures of a folder, measured once."""
    known: dict[Path, Figures] = {}
    checklist = load()

    def figures(folder: Path) -> Figures:
        if folder not in known:
            golds = labelled((folder,), {item.id for item in checklist.items})
            known[folder] = measure(golds, checklist).program
        return known[folder]

    return figures


@pytest.fixture(params=["shipped", "corpus"])
def figures(request: pytest.FixtureRequest, measured: Callable[[Path], Figures]) -> Figures:
    if request.param == "shipped":
        return measured(SHIPPED)
    return measured(request.getfixturevalue("corpus") / "dev")


def told(figures: Figures) -> str:
    return "\n".join(map(str, figures.differences))


def test_missing_elements_are_found_and_no_others(figures: Figures) -> None:
    counts = figures.all_items
    assert counts.precision.value is not None and counts.precision.value >= 0.97, told(figures)
    assert counts.recall.value is not None and counts.recall.value >= 0.97, told(figures)


def test_verdicts_agree(figures: Figures) -> None:
    agreement = figures.all_items.agreement.value
    assert agreement is not None and agreement >= 0.9, told(figures)


def test_evidence_stands_where_it_should(figures: Figures) -> None:
    share = figures.all_items.at_line.value
    assert share is not None and share >= 0.95, told(figures)


def test_what_is_not_asked_is_not_judged(figures: Figures) -> None:
    assert figures.all_items.not_asked.value in (None, 1.0), told(figures)


def test_planted_faults_are_found_without_false_alarms(figures: Figures) -> None:
    found = figures.all_faults.found.value
    assert found is None or found >= 0.95, told(figures)
    assert figures.alarms_per_report <= 0.2, told(figures)


def test_the_report_is_known(figures: Figures) -> None:
    share = sum(figures.facts.values(), Share()).value
    assert share is not None and share >= 0.95, told(figures)
