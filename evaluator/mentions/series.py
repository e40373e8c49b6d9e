"""Where a series of numbers breaks: skipped, repeated or out of order, one break for one slip of the pen."""

from collections.abc import Iterator, Sequence

from checklist.records import record


@record
class Break:
    """The place in the series that does not continue it, and the number that belongs there."""

    index: int
    expected: int


def breaks(values: Sequence[int | None], first: int = 1) -> Iterator[Break]:
    """The breaks of a series that should begin with `first`; None stands for a numeral that was lost."""
    last = first - 1
    index = 0
    while index < len(values):
        value, expected = values[index], last + 1
        if value != expected:
            yield Break(index, expected)
        last, index = _after(values, index, expected)


def _after(values: Sequence[int | None], index: int, expected: int) -> tuple[int, int]:
    """The last number and the next index, so that what follows a slip is not reported once more."""
    value = values[index]
    following = values[index + 1] if index + 1 < len(values) else None
    if value is None or value == expected or following == expected + 1:
        return expected, index + 1
    if following == expected and value > expected:
        swapped = index + 2 == len(values) or values[index + 2] == value + 1
        return (value, index + 2) if swapped else (expected - 1, index + 1)
    return value, index + 1
