"""The legal basis of an item or a rule as a result prints it."""

from collections.abc import Mapping, Sequence

from checklist.citing import basis_text
from checklist.norm import Basis, Norm
from evaluator.assessment import Basis as Printed


def cite(basis: Sequence[Basis], norms: Mapping[str, Norm]) -> tuple[Printed, ...]:
    """Each norm with its number and, where it was verified, its article."""
    return tuple(Printed(*basis_text(entry, norms)) for entry in basis)
