"""One place where a text fault stands, as the kinds of proofreading tell it."""

from checklist.matching import Span
from checklist.records import record
from evaluator.document import Document, Section

LONGEST_HEADING_PLACE = 60


@record
class TextFault:
    """Plain offsets, end exclusive, and what to say; a finding is made of it.

    `severity` is given where a kind of proofreading is less sure here than its rule, else empty.
    """

    start: int
    end: int
    message: str
    suggestion: str = ""
    severity: str = ""


def heading_place(document: Document, section: Section) -> Span:
    """The heading of a section without its last mark, of a long one the beginning."""
    end = section.heading_end - (document.plain.text[section.heading_end - 1] in "。:")
    return section.start, min(end, section.start + LONGEST_HEADING_PLACE)
