"""Measured figures as plain data: for programs, and as rules/measured.json, which the handbook quotes."""

from dataclasses import asdict
from typing import Any

from checklist.model import Checklist
from evaluator.masking import cover
from evaluator.measuring.figures import Counts, Faults, Figures
from evaluator.measuring.wilson import Interval, Share


def document(program: Figures, baseline: Figures, checklist: Checklist) -> dict[str, Any]:
    """Everything; every key always there."""
    return {
        "checklist": {"id": checklist.id, "version": checklist.version, "profile": checklist.profile},
        "reports": program.reports,
        "program": _figures(program),
        "baseline": _figures(baseline),
        "differences": [
            {name: cover(value) for name, value in asdict(difference).items()} for difference in program.differences
        ],
    }


def measured(figures: Figures, checklist: Checklist, date: str) -> dict[str, Any]:
    """What stands with the rules, by id; `date` as the user gives it, since a clock would change the file."""
    return {
        "reports": figures.reports,
        "checklist": checklist.version,
        "date": date or None,
        "items": {name: {"labels": counts.labels, **_shares(counts)} for name, counts in figures.items.items()},
        "rules": {name: _faults(faults) for name, faults in figures.faults.items()},
    }


def _figures(figures: Figures) -> dict[str, Any]:
    return {
        "missing": _missing(figures.all_items),
        "agreement": _share(figures.all_items.agreement),
        "evidence": _share(figures.all_items.at_line),
        "not_applicable": _share(figures.all_items.not_asked),
        "facts": {name: _share(share) for name, share in figures.facts.items()},
        "faults": {**_faults(figures.all_faults), "alarms_per_report": figures.alarms_per_report},
        "items": {name: _item(counts) for name, counts in figures.items.items()},
        "rules": {name: _faults(faults) for name, faults in figures.faults.items()},
    }


def _item(counts: Counts) -> dict[str, Any]:
    return {
        "labels": counts.labels,
        "missing": _missing(counts),
        "agreement": _share(counts.agreement),
        "evidence": _share(counts.at_line),
        "not_applicable": _share(counts.not_asked),
    }


def _missing(counts: Counts) -> dict[str, Any]:
    return {
        "hits": counts.hits,
        "false_hits": counts.false_hits,
        "missed": counts.missed,
        "true_rest": counts.true_rest,
        "precision": _share(counts.precision),
        "recall": _share(counts.recall),
        "f1": _valued(counts.f1, counts.f1_interval),
    }


def _shares(counts: Counts) -> dict[str, Any]:
    return {
        "precision": _share(counts.precision),
        "recall": _share(counts.recall),
        "agreement": _share(counts.agreement),
    }


def _faults(faults: Faults) -> dict[str, Any]:
    return {"found": _share(faults.found), "hard": _share(faults.hard), "alarms": faults.alarms}


def _share(share: Share) -> dict[str, Any]:
    return {"hits": share.hits, "of": share.of, **_valued(share.value, share.interval)}


def _valued(value: float | None, interval: Interval | None) -> dict[str, float | None]:
    low, high = interval or (None, None)
    return {"value": _rounded(value), "low": _rounded(low), "high": _rounded(high)}


def _rounded(value: float | None) -> float | None:
    """Four decimals are more than any number of labels supports."""
    return None if value is None else round(value, 4)
