"""One report against one checklist: read, understand, judge, proofread, score."""

from collections.abc import Iterator
from dataclasses import field, replace
from datetime import date
from typing import TYPE_CHECKING

from checklist.model import Checklist, Item
from checklist.records import record
from checklist.waivers import Waiver
from evaluator.assessment import Assessment, Finding, ItemResult, Link, Original, ReportFacts, Unjudged, Verdict
from evaluator.document import SEVERAL, Document, Note
from evaluator.gate.accepting import Decisions, accept
from evaluator.gate.scoring import gate, score, shut
from evaluator.judging.verdicts import BY_A_PERSON, judge, result
from evaluator.judging.view import View, look_at
from evaluator.limits import MOST_CHARACTERS
from evaluator.masking import masked
from evaluator.proofreading import proofread
from evaluator.proofreading.secrecy_mark import marks_beside
from evaluator.reading import read
from evaluator.refusal import ReportError, too_long
from evaluator.structure import understand, unstructured

if TYPE_CHECKING:  # who compares with nothing pays for nothing
    from evaluator.gate.baseline import Baseline


@record
class Options:
    """What the user says of the reports (None: the report tells), and what a report must reach to pass.

    `links` asks for shortcomings to be linked with their causes and measures, `original` for the report itself to
    be kept for the outputs that show it, `digest` for the sha256 of its bytes. `today` decides which waivers hold, the
    same day for all reports of a run.
    """

    year: int | None = None
    organ: str | None = None
    level: str | None = None
    fail_on: str = "missing"
    fail_under: float | None = None
    links: bool = False
    original: bool = False
    digest: bool = True
    waivers: tuple[Waiver, ...] = ()
    baseline: "Baseline | None" = None
    today: date = field(default_factory=lambda: date.today())

    @property
    def decisions(self) -> Decisions:
        return Decisions(self.waivers, self.baseline, self.today)


def evaluate(data: bytes, path: str, checklist: Checklist, options: Options) -> Assessment:
    """Everything that is concluded of a report from its bytes; `path` is how the results name it.

    One that cannot be read, or is no report, gives an assessment that says so: no ReportError is raised.
    """
    try:
        document = document_of(data, path, options)
    except ReportError as error:
        refusal = refused(path, error, checklist, options, data)
        return _with_its_text(refusal, data, path) if options.original else refusal
    assessment = _concluded(document, _facts(document, path, _digest(data, options)), checklist, options)
    return replace(assessment, original=Original(data, document)) if options.original else assessment


def _concluded(document: Document, facts: ReportFacts, checklist: Checklist, options: Options) -> Assessment:
    """What is concluded of a report that could be read: judged, proofread, accepted, scored and masked."""
    view = look_at(document, checklist)
    judged = judge(view, checklist)
    unjudged = _unjudged(document, judged)
    items = _never_missing(judged, unjudged.message) if unjudged else judged
    links = _links(view, checklist) if options.links else None
    findings = _with_questions(proofread(document, checklist, view.roles), links)
    accepted = accept(items, findings, facts, options.decisions)
    earned = None if unjudged else score(items)
    limits = options.fail_on, options.fail_under
    about_year = _year_notes(checklist, document.metadata.year)
    assessment = Assessment(
        report=facts,
        gate=shut(unjudged) if unjudged else gate(accepted.items, accepted.findings, earned, *limits),
        items=accepted.items,
        findings=accepted.findings,
        score=earned,
        unjudged=unjudged,
        notes=(*document.reading.notes, *marks_beside(document), *about_year, *accepted.notes),
        links=links,
        waivings=accepted.waivings,
        mended=accepted.mended,
    )
    # Personal numbers may stand in the report, and in what the user says of it: file name, organ, waivers, baseline.
    said = (facts.path, facts.organ or "", *accepted.said)
    return masked(assessment, document.reading.text, document.plain.text, *said)


def document_of(data: bytes, path: str, options: Options) -> Document:
    """The report as it is understood. Raises ReportError."""
    reading = read(data, path)
    if len(reading.text) > MOST_CHARACTERS:
        raise too_long(f"全文有 {len(reading.text)} 字")
    return understand(reading, year=options.year, organ=options.organ, level=options.level)


def refused(path: str, error: ReportError, checklist: Checklist, options: Options, data: bytes = b"") -> Assessment:
    """The assessment of a report that cannot be judged: every item is listed, none is called missing."""
    unjudged = Unjudged(error.code, error.message, error.hint)
    digest = _digest(data, options)
    facts = ReportFacts(path, organ=options.organ, level=options.level, year=options.year, sha256=digest)
    items = tuple(_unjudged_item(item, checklist, options, error.message) for item in checklist.items)
    links = () if options.links else None
    waivings = accept(items, (), facts, replace(options.decisions, baseline=None)).waivings
    assessment = Assessment(
        report=facts, gate=shut(unjudged), items=items, unjudged=unjudged, links=links, waivings=waivings
    )
    return masked(assessment, error.message, path, options.organ or "")


def _with_its_text(assessment: Assessment, data: bytes, path: str) -> Assessment:
    """What is no report can still be shown, with the reason, where it can be read."""
    try:
        reading = read(data, path)
    except ReportError:
        return assessment
    return replace(assessment, original=Original(data, unstructured(reading)))


def _links(view: View, checklist: Checklist) -> tuple[Link, ...]:
    # jieba and the lexicon cost more than everything else together.
    from evaluator.links.linking import link

    return link(view, checklist)


def _with_questions(findings: tuple[Finding, ...], links: tuple[Link, ...] | None) -> tuple[Finding, ...]:
    """The findings and what to ask of shortcomings without an answer, in the order of the text."""
    if not links:
        return findings
    from evaluator.links.asking import questions

    return tuple(sorted((*findings, *questions(links)), key=lambda finding: finding.place.start))


def _unjudged(document: Document, items: tuple[ItemResult, ...]) -> Unjudged | None:
    """Why a report that could be read is not judged as a whole: not all of the file was, or not all of the report."""
    if document.several:
        return Unjudged("several-reports", SEVERAL, "请分开存成几个文件，再逐份核查")
    unread = document.reading.unread
    if not unread or not any(item.verdict is Verdict.MISSING for item in items):
        return None
    hint = "请换用能完整读出文字的版本再检查，或由人工核对未读出的部分"
    return Unjudged("incomplete", f"{unread}，不能断定没有写", hint)


def _never_missing(items: tuple[ItemResult, ...], reason: str) -> tuple[ItemResult, ...]:
    """What was not read, or may stand elsewhere in the file, is never called missing."""
    return tuple(
        replace(item, verdict=Verdict.UNJUDGED, reason=reason) if item.verdict is Verdict.MISSING else item
        for item in items
    )


def _unjudged_item(item: Item, checklist: Checklist, options: Options, reason: str) -> ItemResult:
    if item.manual:
        verdict, why = Verdict.MANUAL, BY_A_PERSON
    elif not item.applies.to(options.year, options.level):
        verdict, why = Verdict.NOT_APPLICABLE, "不要求这一年度或这一类机关写"
    else:
        verdict, why = Verdict.UNJUDGED, reason
    return result(item, checklist, verdict, why)


def _facts(document: Document, path: str, digest: str) -> ReportFacts:
    said = document.metadata
    return ReportFacts(
        path=path,
        title=said.title or None,
        organ=said.organ,
        level=said.level,
        year=said.year,
        published=said.published.isoformat() if said.published else None,
        characters=len(document.reading.text),
        sha256=digest,
    )


def _digest(data: bytes, options: Options) -> str:
    if not (data and options.digest):
        return ""
    # OpenSSL takes longer to load than a report to read.
    from hashlib import sha256

    return sha256(data).hexdigest()


def _year_notes(checklist: Checklist, year: int | None) -> Iterator[Note]:
    for note in checklist.year_notes:
        if year is not None and note.of(year):
            yield Note(note.code, note.message)
