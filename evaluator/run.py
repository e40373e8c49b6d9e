"""One run over many reports: what they are held against, what was left out, and how it ended."""

from dataclasses import field, replace
from datetime import date
from typing import TYPE_CHECKING

from checklist.model import Checklist
from checklist.records import record
from evaluator.assessment import Assessment

# A run without a ledger need not load what one is made of.
if TYPE_CHECKING:
    from evaluator.ledger.entry import Ledger

NAME = "lawgov-check"
# importlib.metadata costs as much as everything else together; a test holds this to pyproject.toml.
VERSION = "0.1.0"
INTERNAL = "internal"


@record
class Ignored:
    """A file below a named folder, or named twice, that is not checked."""

    path: str
    reason: str


@record
class Run:
    """What is known before the first report is read; `reports` counts what will be checked, `day` is today.

    `ledger` is the one that the new one carries on, None where there is none.
    """

    checklist: Checklist
    reports: int
    ignored: tuple[Ignored, ...] = ()
    fail_on: str = "missing"
    day: date = field(default_factory=lambda: date.today())
    ledger: "Ledger | None" = None


@record
class Summary:
    """What a run came to, one report after the other; `internal` are the unjudged that are our own fault."""

    passed: int = 0
    failed: int = 0
    unjudged: int = 0
    internal: int = 0
    complete: bool = True

    @property
    def reports(self) -> int:
        return self.passed + self.failed + self.unjudged

    @property
    def counts(self) -> dict[str, int]:
        """As the JSON of a run names them."""
        return {"reports": self.reports, "passed": self.passed, "failed": self.failed, "unjudged": self.unjudged}

    def plus(self, assessment: Assessment) -> "Summary":
        if assessment.unjudged:
            ours = assessment.unjudged.code == INTERNAL
            return replace(self, unjudged=self.unjudged + 1, internal=self.internal + ours)
        if assessment.gate.passed:
            return replace(self, passed=self.passed + 1)
        return replace(self, failed=self.failed + 1)

    @property
    def exit_code(self) -> int:
        """The first that holds, as README.md orders them; the command adds 2 for output not written."""
        held = {
            70: self.internal > 0,
            130: not self.complete,
            2: not self.reports,
            3: self.unjudged > 0,
            1: self.failed > 0,
        }
        return next((code for code, holds in held.items() if holds), 0)
