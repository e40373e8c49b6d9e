"""One place where a text fault stands, as the kinds of proofreading tell it: plain offsets and what to say of it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """`severity` is given where a kind is less sure than its rule; empty means the rule's."""

    start: int
    end: int
    message: str
    suggestion: str = ""
    severity: str = ""
