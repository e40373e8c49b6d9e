"""Waivers applied to the results of one report: verdicts and findings stay what they are and say who accepts them."""

import os
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath
from unicodedata import normalize

from checklist.folding import squeeze
from checklist.records import record
from checklist.waivers import Waiver
from evaluator.assessment import OWING, Finding, ItemResult, Outcome, ReportFacts, Verdict, Waiving
from evaluator.document import Note
from evaluator.masking import cover

_WILD = frozenset("*?[")

Numbered = tuple[int, Waiver]


@record
class Waived:
    """The results with their waivers, what became of every waiver of this report, and what to say of those expired."""

    items: tuple[ItemResult, ...]
    findings: tuple[Finding, ...]
    waivings: tuple[Waiving, ...] = ()
    notes: tuple[Note, ...] = ()


def waive(
    items: Sequence[ItemResult],
    findings: Sequence[Finding],
    facts: ReportFacts,
    waivers: Sequence[Waiver],
    today: date,
) -> Waived:
    """Each result that a waiver accepts today, with that waiver; nothing else of it changes."""
    path = _plain(os.path.abspath(facts.path))  # noqa: PTH100 - Path.absolute() keeps a/../b
    here = [each for each in enumerate(waivers) if _concerns(each[1], path, facts.organ)]
    if not here:
        return Waived(tuple(items), tuple(findings))
    of_items = [[each for each in here if _accepts_item(each[1], item)] for item in items]
    of_findings = [[each for each in here if _accepts_finding(each[1], finding)] for finding in findings]
    met = {number for fitting in (*of_items, *of_findings) for number, _ in fitting}
    unjudged = any(item.verdict is Verdict.UNJUDGED for item in items)
    waivings = tuple(Waiving(number, _outcome(waiver, number in met, unjudged, today)) for number, waiver in here)
    return Waived(
        tuple(replace(i, waiver=_holding(fitting, today)) for i, fitting in zip(items, of_items, strict=True)),
        tuple(replace(f, waiver=_holding(fitting, today)) for f, fitting in zip(findings, of_findings, strict=True)),
        waivings,
        tuple(_expired(waivers[w.number]) for w in waivings if w.outcome is Outcome.EXPIRED),
    )


def _concerns(waiver: Waiver, path: str, organ: str | None) -> bool:
    """Whether the report goes by that name: its organ, the end of its path, or a pattern of that end."""
    report = _plain(waiver.report)
    if not report:
        return False
    if organ and squeeze(report) == squeeze(organ):
        return True
    if path == report or path.endswith("/" + report):
        return True
    return not _WILD.isdisjoint(report) and PurePosixPath(path).match(report)


@lru_cache(maxsize=4096)
def _plain(path: str) -> str:
    """A path as paths are compared: 文件 typed on a Mac is 文件, and Windows' way of writing is anybody's."""
    return normalize("NFC", path.strip()).replace("\\", "/").removeprefix("./")


def _accepts_item(waiver: Waiver, item: ItemResult) -> bool:
    return waiver.accepts == item.id and item.verdict in OWING


def _accepts_finding(waiver: Waiver, finding: Finding) -> bool:
    return waiver.accepts == finding.rule and (
        not waiver.quote or _as_printed(waiver.quote) in _as_printed(finding.quote)
    )


def _as_printed(quote: str) -> str:
    """Who quotes copies from an output, where personal numbers are covered and long quotes end in …"""
    return squeeze(cover(quote)).removesuffix("…")


def _holding(fitting: Sequence[Numbered], today: date) -> Waiver | None:
    """Of several decisions the one that holds longest."""
    holding = [waiver for _, waiver in fitting if waiver.holds(today)]
    return max(holding, key=lambda waiver: waiver.expires, default=None)


def _outcome(waiver: Waiver, fits: bool, unjudged: bool, today: date) -> Outcome:
    if fits:
        return Outcome.USED if waiver.holds(today) else Outcome.EXPIRED
    return Outcome.UNJUDGED if unjudged else Outcome.IDLE


def _expired(waiver: Waiver) -> Note:
    since = f"{waiver.expires.isoformat()} 到期"
    return Note("waiver-expired", f"{waiver.accepts} 的豁免已过期（{since}，见 {waiver.origin}），重新计入")
