"""The legal basis of an item as it is printed: an article number only where it was verified."""

from collections.abc import Mapping, Sequence

from checklist.model import Basis, Norm
from evaluator.assessment import Basis as Printed


def cite(basis: Sequence[Basis], norms: Mapping[str, Norm]) -> tuple[Printed, ...]:
    """Each norm with its number; the article is 条款待核 where it is known but not verified."""
    return tuple(_cited(entry, norms[entry.norm]) for entry in basis)


def _cited(entry: Basis, norm: Norm) -> Printed:
    article = entry.article if entry.verified else "条款待核" if entry.article else ""
    return Printed(norm=f"《{norm.title}》", number=norm.number, article=article)
