"""From the legal basis of an item or a rule to its citation in a result."""

from collections.abc import Mapping, Sequence

from checklist.citing import basis_text
from checklist.norm import Basis, Norm
from evaluator.assessment import Citation


def cite(basis: Sequence[Basis], norms: Mapping[str, Norm]) -> tuple[Citation, ...]:
    """The basis as it is printed: each of these norms with its number and, where that was verified, its article."""
    return tuple(Citation(*basis_text(entry, norms)) for entry in basis if entry.norm in norms)
