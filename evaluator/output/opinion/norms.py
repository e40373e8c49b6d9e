"""The norms that an opinion rests on, listed once and cited by their number in the list: ②第五条."""

from collections.abc import Iterable, Sequence

from evaluator.assessment import Assessment, Citation, Verdict

# Nothing was held against what these rest on.
UNTOLD = (Verdict.NOT_APPLICABLE, Verdict.MANUAL)
_FIRST, _LAST = ord("①"), 20


def norms(assessment: Assessment) -> tuple[Citation, ...]:
    """Every norm of an element that was judged or of a text fault that was found, without its articles."""
    cited = [basis for item in assessment.items if item.verdict not in UNTOLD for basis in item.basis]
    cited += [basis for finding in assessment.findings for basis in finding.basis]
    return tuple(dict.fromkeys(Citation(basis.norm, basis.number, "") for basis in cited))


def listed(known: Sequence[Citation]) -> str:
    return "；".join(f"{_sign(number)}{basis.cited}" for number, basis in enumerate(known, 1))


def cited(basis: Iterable[Citation], known: Sequence[Citation]) -> str:
    """By their signs, each with its article or how far it goes."""
    numbers = {norm: _sign(number) for number, norm in enumerate(known, 1)}
    return "、".join(numbers[Citation(each.norm, each.number, "")] + each.place for each in basis)


def _sign(number: int) -> str:
    return chr(_FIRST + number - 1) if number <= _LAST else f"（{number}）"
