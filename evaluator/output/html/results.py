"""What was concluded of a report, each result with its anchor and with the words of the report on which it stands."""

from collections.abc import Iterator, Mapping

from checklist.records import record
from evaluator.assessment import (
    OWING,
    SEVERITIES_SHOWN,
    SHOWN,
    Assessment,
    Evidence,
    Finding,
    ItemResult,
    Link,
    Tie,
    Verdict,
)
from evaluator.document import Place
from evaluator.presenting.placing import where

LINKED = "link"
# Read in this order: what is to be done first.
ORDER = (
    Verdict.MISSING,
    Verdict.PARTIAL,
    Verdict.UNJUDGED,
    Verdict.MET,
    Verdict.MANUAL,
    Verdict.NOT_APPLICABLE,
)


@record
class AnchoredQuote:
    """Words of the report: a mark in the full text at `anchor`, from which one comes back to the result at `owner`.

    `kind` is a verdict, a severity or `link`; `symbol` and `label` are what the way back shows and is called.
    """

    anchor: str
    owner: str
    kind: str
    symbol: str
    label: str
    quote: str
    section: str
    place: Place

    @property
    def start(self) -> int:
        return self.place.start

    @property
    def end(self) -> int:
        return self.place.end

    @property
    def where(self) -> str:
        return where(self.place)

    @property
    def heading(self) -> str:
        """The section, unless the quote says it."""
        return "" if self.section in self.quote else self.section


@record
class Element:
    """An item; `here` is the offset of the text at which a missing one belongs, None where that is unknown."""

    anchor: str
    item: ItemResult
    evidence: tuple[AnchoredQuote, ...]
    nearest: AnchoredQuote | None
    here: int | None


@record
class AnchoredFault:
    anchor: str
    finding: Finding
    passage: AnchoredQuote


@record
class Answer:
    """A shortcoming with its cause and measures; `why` of each tie stands beside its passage."""

    anchor: str
    link: Link
    problem: AnchoredQuote
    cause: tuple[AnchoredQuote, str] | None
    measures: tuple[tuple[AnchoredQuote, str], ...]


@record
class Results:
    elements: tuple[Element, ...]
    faults: tuple[AnchoredFault, ...]
    answers: tuple[Answer, ...] | None

    def of(self, verdict: Verdict) -> list[Element]:
        """Missing and incomplete ones heaviest first, the others in the order of the checklist."""
        elements = [element for element in self.elements if element.item.verdict is verdict]
        if verdict in OWING:
            elements.sort(key=lambda element: -element.item.weight)
        return elements

    def passages(self) -> Iterator[AnchoredQuote]:
        """The gravest last: of marks on the same words the last is innermost, and its colour is seen."""
        for element in (element for verdict in reversed(ORDER) for element in self.of(verdict)):
            yield from element.evidence
            if element.nearest:
                yield element.nearest
        yield from (fault.passage for fault in self.faults)
        for answer in self.answers or ():
            yield answer.problem
            yield from (passage for passage, _ in filter(None, (answer.cause, *answer.measures)))


def results_of(assessment: Assessment, report: str, ends: Mapping[str, int]) -> Results:
    """Anchors begin with the report's; `ends` are the offsets at which its sections end, by their headings."""
    links = assessment.links
    return Results(
        tuple(_element(item, f"{report}-i{n}", ends) for n, item in enumerate(assessment.items, 1)),
        tuple(_fault(finding, f"{report}-f{n}") for n, finding in enumerate(assessment.findings, 1)),
        None if links is None else tuple(_answer(link, f"{report}-l{n}", n) for n, link in enumerate(links, 1)),
    )


def _element(item: ItemResult, anchor: str, ends: Mapping[str, int]) -> Element:
    symbol, name = SHOWN[item.verdict]
    kind = item.verdict.value

    def passage(words: Evidence, own: str, label: str) -> AnchoredQuote:
        return AnchoredQuote(f"{anchor}-{own}", anchor, kind, symbol, label, words.quote, words.section, words.place)

    near = item.nearest
    return Element(
        anchor,
        item,
        tuple(passage(words, f"e{n}", f"{name}：{item.title}") for n, words in enumerate(item.evidence, 1)),
        passage(Evidence(near.quote, "", near.place), "near", f"近似，不算：{item.title}") if near else None,
        ends.get(item.insert_after or ""),
    )


def _fault(finding: Finding, anchor: str) -> AnchoredFault:
    symbol, name = SEVERITIES_SHOWN[finding.severity]
    label = f"文字核查，{name}：{finding.message}"
    passage = AnchoredQuote(f"{anchor}-e", anchor, finding.severity, symbol, label, finding.quote, "", finding.place)
    return AnchoredFault(anchor, finding, passage)


def _answer(link: Link, anchor: str, number: int) -> Answer:
    def passage(words: Evidence | Tie, own: str, said: str) -> AnchoredQuote:
        label = f"对照第 {number} 条，{said}"
        return AnchoredQuote(f"{anchor}-{own}", anchor, LINKED, "→", label, words.quote, words.section, words.place)

    cause = link.cause
    return Answer(
        anchor,
        link,
        passage(link.problem, "p", "不足"),
        (passage(cause, "c", "原因"), cause.why) if cause else None,
        tuple((passage(tie, f"m{n}", "安排"), tie.why) for n, tie in enumerate(link.measures, 1)),
    )
