"""A share of so many cases, and the Wilson score interval that says how sure it is."""

from math import sqrt

from checklist.records import record

# The normal deviate of 95 %.
DEVIATE = 1.959963984540054

Interval = tuple[float, float]


@record
class Share:
    """`hits` of `of` cases; of no cases there is no share."""

    hits: int = 0
    of: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.hits + other.hits, self.of + other.of)

    @property
    def value(self) -> float | None:
        return self.hits / self.of if self.of else None

    @property
    def interval(self) -> Interval | None:
        return wilson(self.hits, self.of) if self.of else None


def wilson(hits: int, of: int) -> Interval:
    """Unlike the usual ± it stays within 0 and 1, and is no point where all or none of a few cases hit."""
    squared = DEVIATE**2
    share = hits / of
    middle = share + squared / (2 * of)
    half = DEVIATE * sqrt(share * (1 - share) / of + squared / (4 * of * of))
    low, high = (middle - half) / (1 + squared / of), (middle + half) / (1 + squared / of)
    # At the ends the formula is exact but for the last binary digit.
    return (0.0 if not hits else low), (1.0 if hits == of else high)
