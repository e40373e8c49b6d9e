"""Groups of patterns whose deletion changes no verdict: dead weight, or a case that nobody tried."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from checklist.model import Checklist, Rulebook
from checklist.profiles import checklist_for
from checklist.records import record
from evaluator.assessment import Verdict
from evaluator.console.layout import cells, shorten
from evaluator.console.page import Page
from evaluator.document import Document
from evaluator.examples.of_items import trials
from evaluator.judging.verdicts import judge
from evaluator.judging.view import View, look_at
from evaluator.mutating.deleting import Group, groups


@record
class Case:
    """An example or a whole report, with the items judged of it and their verdicts."""

    view: View
    checklist: Checklist
    verdicts: Mapping[str, Verdict]


def idle(rulebook: Rulebook, documents: Iterable[Document]) -> tuple[Group, ...]:
    """The groups whose deletion changes no verdict of any example of the rules, nor of any document."""
    left = list(groups(rulebook))
    # The examples are short, and leave few groups to try on the documents.
    for case in chain(_examples(rulebook), _reports(rulebook, documents)):
        left = [group for group in left if not _judges_otherwise(group, case)]
    return tuple(left)


def _examples(rulebook: Rulebook) -> Iterator[Case]:
    checklist = checklist_for(rulebook, rulebook.profiles[0].id)
    for trial in trials(rulebook):
        alone = replace(checklist, items=(trial.item,))
        yield Case(look_at(trial.document, alone), alone, {trial.item.id: trial.got.verdict})


def _reports(rulebook: Rulebook, documents: Iterable[Document]) -> Iterator[Case]:
    checklist = replace(checklist_for(rulebook, rulebook.profiles[0].id), items=rulebook.items)
    for document in documents:
        view = look_at(document, checklist)
        yield Case(view, checklist, _verdicts(view, checklist))


def _judges_otherwise(group: Group, case: Case) -> bool:
    if group.matters is not None and not case.view.words.spans(group.matters):
        return False
    changed = {item.id: item for item in group.items}
    items = tuple([changed.get(item.id, item) for item in case.checklist.items])
    if not group.roles and group.others is None and items == case.checklist.items:
        return False
    # Not the changed items alone: what is found of one is kept from another.
    without = replace(case.checklist, items=items, roles=group.roles or case.checklist.roles)
    # Without a pattern of an item the sentences still do what they did.
    view = look_at(case.view.document, without) if group.roles else case.view
    view = view if group.others is None else replace(view, others=group.others)
    return _verdicts(view, without) != case.verdicts


def _verdicts(view: View, checklist: Checklist) -> dict[str, Verdict]:
    return {item.id: item.verdict for item in judge(view, checklist)}


def write_idle(page: Page, idle_groups: Sequence[Group]) -> None:
    """One line each."""
    for group in idle_groups:
        label = f"{group.owner} {group.where}"
        sample = " ".join(pattern.source for pattern in group.patterns) or "（没有词语）"
        page.text(shorten(sample, page.room(6 + cells(label))), label=label, indent=4)
