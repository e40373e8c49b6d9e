"""One place where a text fault stands, as the kinds of proofreading tell it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """Plain offsets and what to say. `severity` is given where a kind is less sure here than its rule."""

    start: int
    end: int
    message: str
    suggestion: str = ""
    severity: str = ""
