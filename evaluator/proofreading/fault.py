"""One place where a text fault stands, as the kinds of proofreading tell it."""

from checklist.records import record


@record
class Fault:
    """Plain offsets and what to say. `severity` is given where a kind is less sure here than its rule."""

    start: int
    end: int
    message: str
    suggestion: str = ""
    severity: str = ""
