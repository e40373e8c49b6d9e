"""Reports changed on purpose: without its passage an item is missing, written differently all stays."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from checklist.model import Checklist
from checklist.records import record
from evaluator.assessment import SHOWN, Verdict
from evaluator.console.page import Page
from evaluator.document import Document
from evaluator.evaluation import Options, document_of
from evaluator.judging.verdicts import judge
from evaluator.judging.view import look_at
from evaluator.measuring.corpus import Report
from evaluator.mutating.cutting import Excerpt, labelled_passages, listed_passages
from evaluator.mutating.pasting import pastes
from evaluator.mutating.rearranging import LAYOUTS, one_line_each
from evaluator.mutating.respelling import LAST_YEAR, respelled
from evaluator.refusal import ReportError
from evaluator.running.checking import contents
from evaluator.running.collecting import Source
from evaluator.structure import fragment

FOUND = (Verdict.MET, Verdict.PARTIAL)
Verdicts = Mapping[str, Verdict]


class Mutation(NamedTuple):
    """A changed report, and for the items that it is about the verdicts allowed."""

    name: str
    data: bytes
    allowed: Mapping[str, tuple[Verdict, ...]]


@record
class Failure:
    """An item whose verdict is not among those allowed; of a report no longer judged at all the first one."""

    mutation: str
    item: str
    before: Verdict
    after: Verdict


@record
class Mutated:
    """What became of one report; `skipped` says why it could not be mutated, empty where it was."""

    report: str
    mutations: int = 0
    failures: tuple[Failure, ...] = ()
    skipped: str = ""


def mutate(report: Report, checklist: Checklist) -> Mutated:
    """Every mutation of one report, in the same order whenever it is run."""
    path = str(report.path)
    try:
        # The text alone is mutated, also of formats that have styles and tables.
        read = document_of(contents(Source(path)), path, Options())
        document = _understood(read.reading.text)
    except ReportError as error:
        return Mutated(path, skipped=error.message)
    before = _verdicts(document, checklist)
    mutations = 0
    failures: list[Failure] = []
    for mutation in _mutations(report, document, before, checklist):
        mutations += 1
        failures += _failures(mutation, before, _verdicts_of(mutation.data, checklist))
    return Mutated(path, mutations, tuple(failures))


def _understood(text: str) -> Document:
    return document_of(text.encode("utf-8", "replace"), "", Options())


def _verdicts(document: Document, checklist: Checklist) -> Verdicts:
    return {item.id: item.verdict for item in judge(look_at(document, checklist), checklist)}


def _verdicts_of(data: bytes, checklist: Checklist) -> Verdicts:
    try:
        return _verdicts(document_of(data, "", Options()), checklist)
    except ReportError:
        return {item.id: Verdict.UNJUDGED for item in checklist.items}


def _failures(mutation: Mutation, before: Verdicts, after: Verdicts) -> list[Failure]:
    failures = [
        Failure(mutation.name, item, before[item], after[item])
        for item, allowed in mutation.allowed.items()
        if after[item] not in allowed
    ]
    return failures[:1] if set(after.values()) == {Verdict.UNJUDGED} else failures


def _mutations(report: Report, document: Document, before: Verdicts, checklist: Checklist) -> Iterator[Mutation]:
    text, gold = document.reading.text, report.gold
    if gold and gold.cuts:
        for passage in labelled_passages(gold, text):
            yield _without(passage, text, before)
            yield from _elsewhere(passage, passage.labels, document, before, checklist)
    else:
        for passage in listed_passages(document, checklist):
            yield _without(passage, text, before)
            telling = _telling(passage, document, checklist)
            yield from _elsewhere(passage, telling, document, before, checklist)
    same = {item: (verdict,) for item, verdict in before.items()}
    for name, data in respelled(text, document.metadata.year):
        yield Mutation(name, data, same)
    flat = _understood(one_line_each(document))
    for name, lay_out in LAYOUTS.items():
        yield Mutation(name, lay_out(flat).encode(), same)


def _without(passage: Excerpt, text: str, before: Verdicts) -> Mutation:
    allowed = {item: (label,) for item, label in passage.labels.items() if item in before}
    return Mutation(passage.name, passage.cut_from(text).encode(), allowed)


def _telling(passage: Excerpt, document: Document, checklist: Checklist) -> list[str]:
    """The items of which the passage tells by itself; a cause without its problem is no cause anywhere."""
    alone = fragment("\n".join(passage.pieces(document.reading.text)), document.metadata.year or LAST_YEAR)
    verdicts = _verdicts(alone, checklist)
    return [item for item in passage.labels if verdicts.get(item) in FOUND]


def _elsewhere(
    passage: Excerpt, items: Iterable[str], document: Document, before: Verdicts, checklist: Checklist
) -> Iterator[Mutation]:
    """The report with the passage at other places, where what only it tells must be found."""
    missing = [item for item in items if passage.labels[item] is Verdict.MISSING]
    allowed = {item: FOUND for item in missing if before.get(item) in FOUND}
    if not allowed:
        return
    text = document.reading.text
    try:
        rest = _understood(passage.cut_from(text))
    except ReportError:
        return
    roles = look_at(rest, checklist).roles
    for place, pasted in pastes(rest, roles, tuple(passage.pieces(text)), allowed):
        yield Mutation(f"{passage.name}，{place}", pasted.encode(), allowed)


def write_mutated(page: Page, mutated: Mutated) -> None:
    """Nothing for a report of which every mutation passed."""
    if mutated.skipped:
        page.line(("－ ", "fair"), (f"{mutated.report}  没有变动：{mutated.skipped}", ""))
    if mutated.failures:
        page.line((f"× {mutated.report}", "bad"))
    for failure in mutated.failures:
        before, after = SHOWN[failure.before][1], SHOWN[failure.after][1]
        page.text(f"{failure.item}：原判{before}，变动后判{after}", label=failure.mutation, indent=4)
