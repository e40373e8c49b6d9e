"""The proofreading: RULES by kind, one kind of text fault a file."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from checklist.folding import seen
from checklist.model import Checklist
from checklist.norm import Norm
from checklist.rule import Rule
from evaluator.assessment import Finding
from evaluator.basis import cite
from evaluator.document import Document
from evaluator.masking import cover
from evaluator.proofreading.body_year import body_year
from evaluator.proofreading.duplicate import duplicate
from evaluator.proofreading.enumeration import enumeration
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.foreign_level import foreign_level
from evaluator.proofreading.heading_number import heading_number
from evaluator.proofreading.late_publication import late_publication
from evaluator.proofreading.organ_name import organ_name
from evaluator.proofreading.personal_info import personal_info
from evaluator.proofreading.placeholder import placeholder
from evaluator.proofreading.plan_year import plan_year
from evaluator.proofreading.punctuation import punctuation
from evaluator.proofreading.rate import rate
from evaluator.proofreading.secrecy_mark import secrecy_mark
from evaluator.proofreading.stale_name import stale_name
from evaluator.proofreading.stale_outline import stale_outline
from evaluator.proofreading.term import term
from evaluator.roles.role import SentenceRole

Kind = Callable[[Document, Rule, Sequence[SentenceRole]], Iterable[TextFault]]

RULES: dict[str, Kind] = {
    "plan-year": plan_year,
    "body-year": body_year,
    "heading-number": heading_number,
    "enumeration": enumeration,
    "placeholder": placeholder,
    "rate": rate,
    "personal-info": personal_info,
    "punctuation": punctuation,
    "late-publication": late_publication,
    "stale-outline": stale_outline,
    "stale-name": stale_name,
    "term": term,
    "duplicate": duplicate,
    "foreign-level": foreign_level,
    "organ-name": organ_name,
    "secrecy-mark": secrecy_mark,
}


def proofread(document: Document, checklist: Checklist, roles: Sequence[SentenceRole]) -> tuple[Finding, ...]:
    """Every text fault that the rules of the checklist find, in the order of the text."""
    found = [finding for rule in checklist.rules for finding in findings(document, rule, checklist.norms, roles)]
    return tuple(sorted(found, key=lambda finding: (finding.place.start, finding.place.end, finding.rule)))


def findings(
    document: Document, rule: Rule, norms: Mapping[str, Norm], roles: Sequence[SentenceRole]
) -> Iterator[Finding]:
    for fault in RULES[rule.kind](document, rule, roles):
        yield Finding(
            rule=rule.id,
            severity=fault.severity or rule.severity,
            message=cover(seen(fault.message)),
            quote=cover(document.quote(fault.start, fault.end)),
            place=document.place(fault.start, fault.end),
            suggestion=cover(seen(fault.suggestion or rule.advice)),
            basis=cite(rule.basis, norms),
        )
