"""A norm, and where it asks for something."""

from collections.abc import Mapping
from datetime import date

from checklist.records import record


@record
class Norm:
    """A document cited. It came into force on `begins` and went out of it on `ends`, None where unknown."""

    id: str
    title: str
    number: str = ""
    begins: date | None = None
    ends: date | None = None
    note: str = ""


def in_force(norms: Mapping[str, Norm], year: int | None) -> dict[str, Norm]:
    """The norms that held for a report on that year: in force in the year, or when it was due, on 31 March of the next.

    All of them where the year is not known.
    """
    if year is None:
        return dict(norms)
    due, begins = date(year + 1, 3, 31), date(year, 1, 1)
    return {key: n for key, n in norms.items() if (n.begins or due) <= due and (n.ends or begins) >= begins}


@record
class Basis:
    """Where a norm asks for something; `article` is printed when `verified`, `note` says what it leaves."""

    norm: str
    article: str = ""
    verified: bool = False
    note: str = ""
