"""A page as PDF and OFD describe it: words, drawn lines and pictures, each at its place and in no order."""

from checklist.records import record


@record
class Run:
    """Characters set side by side; points from the upper left corner of the page as a person sees it.

    `size` is the width of a Han character. `role`: empty, hidden (drawn so that nobody sees it) or
    aside (set askew over the page, as watermarks are).
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    role: str = ""


@record
class Rule:
    """A line drawn from left to right (top is bottom) or from top to bottom (left is right)."""

    left: float
    top: float
    right: float
    bottom: float


@record
class Sheet:
    """One page. `pictured` is the share of it that pictures cover, `drawings` the number of shapes drawn
    on it, `left_out` the pieces of text that were not read for want of a font; `traced`: its words were recognised in
    a picture of them; `absent`: it could not be read at all."""

    number: int
    width: float
    height: float
    runs: tuple[Run, ...]
    rules: tuple[Rule, ...] = ()
    pictured: float = 0.0
    drawings: int = 0
    left_out: int = 0
    traced: bool = False
    absent: bool = False


@record
class Line:
    """Words on one line of a page, or on one line of one column of it; `parts` that stand wide apart."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    page: int
    parts: int = 1
