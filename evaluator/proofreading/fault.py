"""One place where a text fault stands, as the kinds of proofreading tell it."""

from checklist.records import record


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
