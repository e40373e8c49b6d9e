"""A legal basis as it is printed: an article number only where it was verified."""

from collections.abc import Mapping

from checklist.norm import Basis, Norm

UNVERIFIED = "条款待核"


def basis_text(basis: Basis, norms: Mapping[str, Norm]) -> tuple[str, str, str, str]:
    """Title in 《》, number, article, and how far the norm reaches where no article says it.

    条款待核 stands for an article that nobody has verified.
    """
    norm = norms[basis.norm]
    article = basis.article if basis.verified else UNVERIFIED if basis.article else ""
    return f"《{norm.title}》", norm.number, article, "" if basis.article else basis.note


def basis_line(basis: Basis, norms: Mapping[str, Norm]) -> str:
    """《title》（number）article：note, as one line of Chinese."""
    title, number, article, _ = basis_text(basis, norms)
    note = f"（{basis.note}）" if basis.note else ""
    return title + (f"（{number}）" if number else "") + article + note
