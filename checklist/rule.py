"""One kind of text fault to look for, as the rules say it: how grave it is, its words, terms, names and examples."""

from collections.abc import Mapping
from dataclasses import field

from checklist.norm import Basis
from checklist.records import record

SEVERITIES = {"error": "错误", "warning": "警告", "info": "请核对"}


@record
class Term:
    """A word written wrongly, its right form, and the reason; `unless` are contexts in which it is right."""

    wrong: str
    right: str
    reason: str
    unless: tuple[str, ...] = ()


@record
class Name:
    """A name current only in some report years (inclusive; None is open), and what to write instead."""

    name: str
    first_year: int | None
    last_year: int | None
    instead: str
    unless: tuple[str, ...] = ()


@record
class NamedList:
    """What a name stands for, each member in its longest form; `unless` are words of lists that may differ."""

    name: str
    members: tuple[str, ...]
    unless: tuple[str, ...] = ()


@record
class RuleExamples:
    """Fragments in which the rule finds something, and fragments that only look so."""

    found: tuple[str, ...] = ()
    clean: tuple[str, ...] = ()


@record
class Rule:
    """One kind of text fault to look for; `kind` names the module of evaluator/proofreading that finds it.

    What a kind needs beyond its code stands here: words and what excuses them, characters taken for each other,
    terms, lists, names, numbers. `words_are` and `unless_are` say to readers what these words are, where they are
    not what is looked for and what is right all the same.
    """

    id: str
    kind: str
    title: str
    severity: str
    advice: str
    basis: tuple[Basis, ...] = ()
    words: tuple[str, ...] = ()
    words_are: str = ""
    unless: tuple[str, ...] = ()
    unless_are: str = ""
    alike: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    lists: tuple[NamedList, ...] = ()
    names: tuple[Name, ...] = ()
    limits: Mapping[str, float] = field(default_factory=dict)
    examples: RuleExamples = RuleExamples()
