"""Groups of patterns whose deletion changes no verdict: dead weight, or a case that nobody tried."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from checklist.model import Checklist, Expectation, FoundIn, Item, Passage, Role, Rulebook
from checklist.phrases import Phrase
from checklist.profiles import checklist_for
from checklist.records import record
from checklist.vocabulary import Group as Phrases
from evaluator.assessment import Verdict
from evaluator.console.layout import cells, shorten
from evaluator.console.page import Page
from evaluator.document import Document
from evaluator.examples.of_items import trials
from evaluator.judging.verdicts import judge
from evaluator.judging.view import View, look_at

# No text has this character, so that the phrase stands nowhere.
NOWHERE = (Phrase("", (("\0",),)),)
ROLE_GROUPS = ("headings", "headings_unless", "opens", "opens_unless", "says", "says_unless", "turns")

Part = tuple[str, Phrases, Phrases | None, FoundIn]
Record = TypeVar("Record", Item, Role)


@record
class Group:
    """A group of patterns and the item, or the roles, without it.

    `where` is its place in the YAML; `matters` are the phrases of which one must stand in a text for the
    deletion to change anything, None where that cannot be said.
    """

    owner: str
    where: str
    patterns: Phrases
    matters: Phrases | None
    item: Item | None = None
    roles: tuple[Role, ...] = ()


def idle(rulebook: Rulebook, documents: Iterable[Document]) -> tuple[Group, ...]:
    """The groups whose deletion changes no verdict of any document, nor of any example of the rules."""
    checklist = replace(checklist_for(rulebook, rulebook.profiles[0].id), items=rulebook.items)
    told = {item.id: _told(rulebook, (item,)) for item in rulebook.items}
    left = [group for group in groups(rulebook) if not _tells_otherwise(group, rulebook, told)]
    for document in documents:
        view = look_at(document, checklist)
        whole = _verdicts(view, checklist)
        left = [group for group in left if not _judges_otherwise(group, view, whole, checklist)]
    return tuple(left)


def groups(rules: Rulebook) -> Iterator[Group]:
    """Every group of every item, then those of the roles that all items share."""
    for item in rules.items:
        yield from _of_item(item)
    for number, role in enumerate(rules.roles):
        for name in ROLE_GROUPS:
            if patterns := getattr(role, name):
                roles = (*rules.roles[:number], _with(role, name, ()), *rules.roles[number + 1 :])
                yield Group(f"roles.{role.id}", name, patterns, patterns, roles=roles)


def _with(record: Record, field: str, value: Any) -> Record:
    changes: dict[str, Any] = {field: value}
    return replace(record, **changes)


def _told(rulebook: Rulebook, items: tuple[Item, ...]) -> list[Verdict]:
    """The verdicts of the items' examples."""
    return [trial.got.verdict for trial in trials(replace(rulebook, items=items))]


def _tells_otherwise(group: Group, rulebook: Rulebook, told: Mapping[str, list[Verdict]]) -> bool:
    items = (group.item,) if group.item else rulebook.items
    without = replace(rulebook, roles=group.roles or rulebook.roles)
    return any(_told(without, (item,)) != told[item.id] for item in items)


def _judges_otherwise(group: Group, view: View, whole: Mapping[str, Verdict], checklist: Checklist) -> bool:
    if group.matters is not None and not view.words.spans(group.matters):
        return False
    items = (group.item,) if group.item else checklist.items
    without = replace(checklist, items=items, roles=group.roles or checklist.roles)
    # Without a pattern of an item the sentences still do what they did.
    seen = look_at(view.document, without) if group.roles else view
    return any(whole[name] is not verdict for name, verdict in _verdicts(seen, without).items())


def _verdicts(view: View, checklist: Checklist) -> dict[str, Verdict]:
    return {item.id: item.verdict for item in judge(view, checklist)}


def _of_item(item: Item) -> Iterator[Group]:
    for field in ("found_in", "touched_by"):
        place: FoundIn | None = getattr(item, field)
        if place:
            for where, patterns, matters, without in _of_place(place):
                yield Group(item.id, f"{field}.{where}", patterns, matters, _with(item, field, without))
    if item.hollow:
        yield Group(item.id, "hollow", item.hollow, item.hollow, replace(item, hollow=()))
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
    for number, look_alike in enumerate(place.unless):
        rest = (*place.unless[:number], *place.unless[number + 1 :])
        yield f"unless[{number}]", look_alike.says, look_alike.says, replace(place, unless=rest)


def _of_passage(passage: Passage) -> Iterator[tuple[str, Phrases, Phrases | None, Passage]]:
    yield "", passage.says, passage.says, Passage(says=NOWHERE)
    if passage.along:
        yield ".along", passage.along, passage.says, replace(passage, along=())
    if passage.unless:
        yield ".unless", passage.unless, passage.unless, replace(passage, unless=())


def _of_expectation(item: Item, number: int, expectation: Expectation) -> Iterator[Group]:
    before, after = item.complete_when[:number], item.complete_when[number + 1 :]
    says, name = expectation.says, f"complete_when.{expectation.id}"
    yield Group(item.id, name, says, None, replace(item, complete_when=(*before, *after)))
    if says and replace(expectation, id="", advice="", says=()) != Expectation("", ""):
        wordless = replace(item, complete_when=(*before, replace(expectation, says=()), *after))
        yield Group(item.id, f"{name}.says", says, says, wordless)


def write_idle(page: Page, idle_groups: Sequence[Group]) -> None:
    """One line each."""
    for group in idle_groups:
        label = f"{group.owner} {group.where}"
        sample = " ".join(pattern.source for pattern in group.patterns) or "（没有词语）"
        page.text(shorten(sample, page.room(6 + cells(label))), label=label, indent=4)
