"""What of the results need not fail the gate: waivers have their say first, then the baseline."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from checklist.records import record
from checklist.waivers import Waiver
from evaluator.assessment import Finding, ItemResult, ReportFacts, Waiving
from evaluator.document import Note

if TYPE_CHECKING:  # a plain check pays for neither waivers nor baseline
    from evaluator.gate.baseline import Baseline


@record
class Decisions:
    """What a run accepts of its reports; `today` decides which waivers hold."""

    waivers: Sequence[Waiver]
    baseline: "Baseline | None"
    today: date


@record
class Accepted:
    """The results with what is said of them; `mended` counts the problems of the baseline that are gone."""

    items: tuple[ItemResult, ...]
    findings: tuple[Finding, ...]
    waivings: tuple[Waiving, ...] = ()
    mended: int = 0
    notes: tuple[Note, ...] = ()

    @property
    def said(self) -> tuple[str, ...]:
        """The words that come not from the report but from who accepts something."""
        said = (result.accepted for results in (self.items, self.findings) for result in results)
        return (*filter(None, said), *(note.message for note in self.notes))


def accept(
    items: tuple[ItemResult, ...], findings: tuple[Finding, ...], facts: ReportFacts, decided: Decisions
) -> Accepted:
    """The results marked with what is accepted: verdicts, findings and what they weigh stay as they are."""
    accepted = Accepted(items, findings)
    if decided.waivers:
        from evaluator.gate.waiving import waive

        waived = waive(items, findings, facts, decided.waivers, decided.today)
        accepted = Accepted(waived.items, waived.findings, waived.waivings, notes=waived.notes)
    return _compared(accepted, facts, decided.baseline) if decided.baseline else accepted


def _compared(accepted: Accepted, facts: ReportFacts, baseline: "Baseline") -> Accepted:
    from evaluator.gate.baseline import compare

    compared = compare(accepted.items, accepted.findings, facts, baseline)
    known = sum(result.known for results in (compared.items, compared.findings) for result in results)
    told = (f"基线已有的问题 {known} 处，不影响能否通过" if known else "", _mended(compared.mended))
    notes = (*accepted.notes, *(Note("baseline", message) for message in told if message))
    return Accepted(compared.items, compared.findings, accepted.waivings, compared.mended, notes)


def _mended(count: int) -> str:
    return f"基线里的问题有 {count} 处已改好" if count else ""
