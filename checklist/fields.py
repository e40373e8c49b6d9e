"""Which fields of the model are not plain values or lists of them: one table for building and for storing."""

from checklist import model
from checklist.norm import Basis, Norm
from checklist.profile import Adjustment, Profile
from checklist.rule import Name, NamedList, Rule, RuleExamples, Term

ONE: dict[type, dict[str, type]] = {
    model.Item: {
        "applies": model.Applies,
        "found_in": model.FoundIn,
        "touched_by": model.FoundIn,
        "examples": model.Examples,
    },
    Rule: {"examples": RuleExamples},
}
MANY: dict[type, dict[str, type]] = {
    model.Rulebook: {
        "norms": Norm,
        "roles": model.Role,
        "items": model.Item,
        "rules": Rule,
        "others": model.OtherActors,
        "profiles": Profile,
        "year_notes": model.YearNote,
    },
    model.Item: {"basis": Basis, "complete_when": model.Expectation},
    model.FoundIn: {"passages": model.Passage, "unless": model.LookAlike},
    Rule: {"basis": Basis, "terms": Term, "lists": NamedList, "names": Name},
    Profile: {"adjusts": Adjustment},
}
PHRASES: dict[type, tuple[str, ...]] = {
    model.Role: (
        *("headings", "headings_unless", "headings_with", "opens", "opens_unless"),
        *("says", "says_unless", "says_with", "turns"),
    ),
    model.Item: ("hollow",),
    model.FoundIn: ("headings", "headings_unless"),
    model.Passage: ("says", "not_in", "along", "after", "unless"),
    model.LookAlike: ("says",),
    model.OtherActors: ("names", "not_in", "our_acts", "their_things", "their_gains", "our_names", "our_turns"),
    model.Expectation: ("says",),
}
DATES: dict[type, tuple[str, ...]] = {Norm: ("begins", "ends")}
NUMBERS: dict[type, tuple[str, ...]] = {model.Item: ("weight",), Adjustment: ("weight",)}
