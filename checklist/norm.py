"""A norm, and where it asks for something."""

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


@record
class Basis:
    """Where a norm asks for something; `article` is printed when `verified`, `note` says what it leaves."""

    norm: str
    article: str = ""
    verified: bool = False
    note: str = ""
