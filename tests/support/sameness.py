"""Whether a report in some format is understood and judged as the same lines of plain text are."""

from collections.abc import Sequence
from functools import cache

from shipped import checklist

from checklist.folding import squeeze
from evaluator.assessment import Assessment
from evaluator.document import Document, Reading
from evaluator.evaluation import Options, evaluate


def texts(reading: Reading, *kinds: str) -> list[str]:
    """What the blocks of these kinds say, of all kinds when none is named; turns of pages say nothing."""
    found = [reading.text[b.start : b.end] for b in reading.blocks if not kinds or b.kind in kinds]
    return [words for words in found if words]


def assert_same(data: bytes, name: str, lines: Sequence[str]) -> Document:
    """Sections, metadata, verdicts with their passages, score and findings; blanks are each format's own."""
    made, meant = judged(data, name), _typed("\n".join(lines))
    read, typed = _document(made), _document(meant)
    assert _outline(read) == _outline(typed)
    assert squeeze(read.metadata.title) == squeeze(typed.metadata.title)
    assert (read.metadata.organ, read.metadata.year, read.metadata.published) == (
        typed.metadata.organ,
        typed.metadata.year,
        typed.metadata.published,
    )
    assert _concluded(made) == _concluded(meant)
    return read


def judged(data: bytes, name: str) -> Assessment:
    """With the document as it was understood: large and hostile formats take a process to read."""
    return evaluate(data, name, checklist(), Options(original=True))


@cache
def _typed(text: str) -> Assessment:
    """The same report is set in many formats."""
    return judged(text.encode(), "报告.txt")


def _document(made: Assessment) -> Document:
    assert made.original and made.original.document.sentences, made.unjudged
    return made.original.document


def _outline(document: Document) -> list[tuple[object, ...]]:
    return [(s.number, s.title, s.level, s.parent) for s in document.sections]


def _concluded(made: Assessment) -> tuple[object, ...]:
    items = [(item.id, item.verdict, [(squeeze(e.quote), e.section) for e in item.evidence]) for item in made.items]
    return made.score, items, [(finding.rule, squeeze(finding.quote)) for finding in made.findings], made.unjudged
