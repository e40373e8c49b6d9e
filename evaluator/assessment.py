"""What was concluded of a report: one result for every item, findings, score and gate."""

from dataclasses import field
from enum import StrEnum

from checklist.records import record
from checklist.rule import SEVERITIES
from checklist.waivers import Waiver
from evaluator.document import Document, Note, Place


class Verdict(StrEnum):
    MET = "met"
    PARTIAL = "partial"
    MISSING = "missing"
    NOT_APPLICABLE = "not-applicable"
    UNJUDGED = "unjudged"
    MANUAL = "manual"


# What a report still owes of an item: all of it, or part.
OWING = (Verdict.MISSING, Verdict.PARTIAL)
# Every symbol exists in GBK.
SHOWN = {
    Verdict.MET: ("√", "具备"),
    Verdict.PARTIAL: ("△", "不完整"),
    Verdict.MISSING: ("×", "缺失"),
    Verdict.NOT_APPLICABLE: ("－", "不适用"),
    Verdict.UNJUDGED: ("？", "无法判定"),
    Verdict.MANUAL: ("○", "待人工"),
}
KNOWN_SHOWN = "基线已有"
SEVERITIES_SHOWN = {
    "error": ("×", SEVERITIES["error"]),
    "warning": ("△", SEVERITIES["warning"]),
    "info": ("○", SEVERITIES["info"]),
}


@record
class Citation:
    """The legal basis as it is printed: a norm, and its article where that was verified, else an empty one.

    `reach` says in place of an article how far the norm goes: 国家规定未单独要求.
    """

    norm: str
    number: str
    article: str
    reach: str = ""

    @property
    def place(self) -> str:
        """The article, or the reach in brackets."""
        return self.article or (f"（{self.reach}）" if self.reach else "")

    @property
    def cited(self) -> str:
        return f"{self.norm}{f'（{self.number}）' if self.number else ''}{self.place}"


@record
class Evidence:
    quote: str
    section: str
    place: Place


@record
class Nearest:
    """The passage that comes closest to a missing item, and why it does not count."""

    quote: str
    place: Place
    why_not: str


@record
class ExpectationResult:
    id: str
    met: bool
    advice: str


def _accepted(waiver: Waiver | None, known: bool) -> str:
    """Why something does not count at the gate, empty where it does."""
    return waiver.said if waiver else KNOWN_SHOWN if known else ""


def _shown(words: tuple[str, str], accepted: str) -> str:
    return " ".join(words) + (f"（{accepted}）" if accepted else "")


def acceptance(waiver: Waiver | None, accepted: str) -> str:
    """The same in a word, for the narrow columns of tables."""
    return "（已豁免）" if waiver else f"（{accepted}）" if accepted else ""


@record
class ItemResult:
    """`known`: the verdict stood in the baseline already."""

    id: str
    title: str
    verdict: Verdict
    required: bool
    weight: float
    reason: str
    advice: str
    basis: tuple[Citation, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    nearest: Nearest | None = None
    insert_after: str | None = None
    expectations: tuple[ExpectationResult, ...] = ()
    waiver: Waiver | None = None
    known: bool = False

    @property
    def accepted(self) -> str:
        return _accepted(self.waiver, self.known)

    @property
    def shown(self) -> str:
        """× 缺失, with why it does not count where that is so."""
        return _shown(SHOWN[self.verdict], self.accepted)

    @property
    def earned(self) -> float:
        """met earns the weight, partial half of it, anything else nothing."""
        return {Verdict.MET: self.weight, Verdict.PARTIAL: self.weight / 2}.get(self.verdict, 0.0)


@record
class Finding:
    """One place where a text fault stands. `message` and `suggestion` are masked where they repeat personal data."""

    rule: str
    severity: str
    message: str
    quote: str
    place: Place
    suggestion: str = ""
    basis: tuple[Citation, ...] = ()
    waiver: Waiver | None = None
    known: bool = False

    @property
    def accepted(self) -> str:
        return _accepted(self.waiver, self.known)

    @property
    def shown(self) -> str:
        """× 错误, with why it does not count where that is so."""
        return _shown(SEVERITIES_SHOWN[self.severity], self.accepted)


@record
class Tie:
    """A passage that explains or answers a shortcoming, and what ties the two.

    `why` says it in Chinese; `shared` are the words of both (甲/乙 where they differ), `similarity` is 0 to 1
    and 0 where not the words but the place decides.
    """

    quote: str
    section: str
    place: Place
    why: str
    shared: tuple[str, ...] = ()
    similarity: float = 0.0


@record
class Link:
    """A shortcoming with its cause and what the plan does about it.

    `unanswered`: there is a plan and it speaks of other things, which is worth a question. With no measures and not
    `unanswered` it is for a human to compare.
    """

    problem: Evidence
    cause: Tie | None
    measures: tuple[Tie, ...]
    unanswered: bool


@record
class Score:
    """value is 100 x earned / possible, rounded half up to one decimal."""

    value: float
    earned: float
    possible: float
    grade: str


@record
class Gate:
    passed: bool
    reasons: tuple[str, ...] = ()


@record
class Unjudged:
    code: str
    message: str
    hint: str


@record
class ReportFacts:
    """What identifies the report; `published` is an ISO date, `sha256` that of the bytes as read."""

    path: str
    title: str | None = None
    organ: str | None = None
    level: str | None = None
    year: int | None = None
    published: str | None = None
    characters: int = 0
    sha256: str = ""


class Outcome(StrEnum):
    """What became of a waiver in a report that it names; idle: there is nothing to accept."""

    USED = "used"
    EXPIRED = "expired"
    IDLE = "idle"
    UNJUDGED = "unjudged"


@record
class Waiving:
    """`number` counts the waivers of the run from 0."""

    number: int
    outcome: Outcome


@record
class Original:
    """The report itself, as bytes and as it was understood. Nothing of it is masked: who shows it masks it."""

    data: bytes = field(repr=False)
    document: Document = field(repr=False)


@record
class Assessment:
    """Everything concluded of one report; items are in the order of the checklist, also when unjudged.

    `links` is None where nobody asked for them, `original` where no output shows the report itself. `waivings` are of
    the waivers that name this report; `mended` counts the problems of the baseline that are gone.
    """

    report: ReportFacts
    gate: Gate
    items: tuple[ItemResult, ...]
    findings: tuple[Finding, ...] = ()
    score: Score | None = None
    unjudged: Unjudged | None = None
    notes: tuple[Note, ...] = ()
    links: tuple[Link, ...] | None = None
    original: Original | None = None
    waivings: tuple[Waiving, ...] = ()
    mended: int = 0

    missing: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        absent = [item for item in self.items if item.verdict is Verdict.MISSING]
        object.__setattr__(self, "missing", tuple(i.id for i in sorted(absent, key=lambda i: -i.weight)))
