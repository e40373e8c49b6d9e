"""Every group of patterns in the rules, each with the items or the roles as they are without it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from checklist.model import Expectation, FoundIn, Item, LookAlike, OtherActors, Passage, Role, Rulebook
from checklist.phrases import Phrase
from checklist.records import record
from checklist.vocabulary import Group as Phrases

# No text has this character, so that the phrase stands nowhere.
NOWHERE = (Phrase("", (("\0",),)),)
ROLE_GROUPS = (
    *("headings", "headings_unless", "headings_with", "opens", "opens_unless"),
    *("says", "says_unless", "says_with", "turns"),
)
OTHERS_GROUPS = ("names", "not_in", "our_acts", "their_things", "their_gains", "our_names", "our_turns")
# What these must be with is missed where it does not stand.
BESIDE = {"headings_with": "headings", "says_with": "says"}

Part = tuple[str, Phrases, Phrases | None, FoundIn]
Record = TypeVar("Record", Item, Role, OtherActors)


@record
class Group:
    """A group of patterns, and the items, the roles or the others without it.

    `where` is its place in the YAML; `matters` are the phrases of which one must stand in a text for the
    deletion to change anything, None where that cannot be said.
    """

    owner: str
    where: str
    patterns: Phrases
    matters: Phrases | None
    items: tuple[Item, ...] = ()
    roles: tuple[Role, ...] = ()
    others: tuple[OtherActors, ...] | None = None


def groups(rules: Rulebook) -> Iterator[Group]:
    """Every group of every item, then what all items share: look-alikes, roles, and whose acts do not count."""
    for item in rules.items:
        yield from _of_item(item)
    yield from _of_look_alikes(rules.items)
    for number, role in enumerate(rules.roles):
        for name in ROLE_GROUPS:
            if patterns := getattr(role, name):
                roles = (*rules.roles[:number], _with(role, name, ()), *rules.roles[number + 1 :])
                matters = getattr(role, BESIDE.get(name, name))
                yield Group(f"roles.{role.id}", name, patterns, matters, roles=roles)
    for number, others in enumerate(rules.others):
        for name in OTHERS_GROUPS:
            if patterns := getattr(others, name):
                rest = (*rules.others[:number], _with(others, name, ()), *rules.others[number + 1 :])
                yield Group("others", f"[{number}].{name}", patterns, others.names, others=rest)


def _with(record: Record, field: str, value: Any) -> Record:
    changes: dict[str, Any] = {field: value}
    return replace(record, **changes)


def _of_item(item: Item) -> Iterator[Group]:
    for field in ("found_in", "touched_by"):
        place: FoundIn | None = getattr(item, field)
        if place:
            for where, patterns, matters, without in _of_place(place):
                yield Group(item.id, f"{field}.{where}", patterns, matters, (_with(item, field, without),))
    if item.hollow:
        yield Group(item.id, "hollow", item.hollow, item.hollow, (replace(item, hollow=()),))
    for number, expectation in enumerate(item.complete_when):
        yield from _of_expectation(item, number, expectation)


def _of_place(place: FoundIn) -> Iterator[Part]:
    if place.headings:
        # Not an empty group: a place without headings and passages is every sentence of its roles.
        yield "headings", place.headings, place.headings, replace(place, headings=NOWHERE)
    if place.headings_unless:
        unless = place.headings_unless
        yield "headings_unless", unless, unless, replace(place, headings_unless=())
    for number, passage in enumerate(place.passages):
        for where, patterns, matters, other in _of_passage(passage):
            passages = (*place.passages[:number], other, *place.passages[number + 1 :])
            yield f"passages[{number}]{where}", patterns, matters, replace(place, passages=passages)
    for number, look_alike in enumerate([each for each in place.unless if not each.common]):
        rest = tuple(each for each in place.unless if each is not look_alike)
        yield f"unless[{number}]", look_alike.says, look_alike.says, replace(place, unless=rest)


def _of_look_alikes(items: Sequence[Item]) -> Iterator[Group]:
    """Those that the rules give once for every item."""
    placed = [(item, item.found_in) for item in items if item.found_in]
    common = dict.fromkeys(each for _, place in placed for each in place.unless if each.common)
    for number, look_alike in enumerate(common):
        items = tuple(_without(item, place, look_alike) for item, place in placed if look_alike in place.unless)
        yield Group("look_alikes", f"[{number}]", look_alike.says, look_alike.says, items)


def _without(item: Item, place: FoundIn, look_alike: LookAlike) -> Item:
    return replace(item, found_in=replace(place, unless=tuple(each for each in place.unless if each != look_alike)))


def _of_passage(passage: Passage) -> Iterator[tuple[str, Phrases, Phrases | None, Passage]]:
    yield "", passage.says, passage.says, Passage(says=NOWHERE)
    if passage.certain:
        yield ".certain", passage.says, passage.says, replace(passage, certain=False)
    if passage.not_in:
        yield ".not_in", passage.not_in, passage.not_in, replace(passage, not_in=())
    if passage.along:
        yield ".along", passage.along, passage.says, replace(passage, along=())
    if passage.after:
        yield ".after", passage.after, passage.says, replace(passage, after=())
    if passage.unless:
        yield ".unless", passage.unless, passage.unless, replace(passage, unless=())


def _of_expectation(item: Item, number: int, expectation: Expectation) -> Iterator[Group]:
    before, after = item.complete_when[:number], item.complete_when[number + 1 :]
    says, name = expectation.says, f"complete_when.{expectation.id}"
    if not _holds_always(expectation):
        yield Group(item.id, name, says, None, (replace(item, complete_when=(*before, *after)),))
    if says and replace(expectation, id="", advice="", says=()) != Expectation("", ""):
        wordless = replace(item, complete_when=(*before, replace(expectation, says=()), *after))
        yield Group(item.id, f"{name}.says", says, says, (wordless,))


def _holds_always(expectation: Expectation) -> bool:
    """Whether it asks no more than that something was found, and stands for its advice alone."""
    return expectation.clauses == 1
