"""An empty report as data: every heading that a level owes in a year, what to write under it, and the norm."""

from collections.abc import Mapping, Sequence

from checklist.citing import basis_line
from checklist.model import Item, Rulebook
from checklist.norm import Norm, in_force
from checklist.profiles import checklist_for, find, lineage
from checklist.records import record

# A made-up organ of each level, as a title names it.
ORGANS = {
    "province": "××省人民政府",
    "city": "××市人民政府",
    "county": "××县人民政府",
    "township": "××镇人民政府",
    "department": "××县××局",
}


@record
class Task:
    """What to write for one item: what it asks, how, and on what basis; `basis` are lines of Chinese."""

    id: str
    title: str
    asks: str
    advice: tuple[str, ...]
    basis: tuple[str, ...]


@record
class Chapter:
    """`task` stands under the heading itself, `sections` under headings of their own."""

    heading: str
    task: Task | None
    sections: tuple[Task, ...] = ()


@record
class Draft:
    """The title is made of `organ`, `year` and `kind`.

    `opening` is asked of title and preamble, `checks` are left to a person, `notes` belong to the year.
    """

    organ: str
    year: int
    kind: str
    opening: tuple[Task, ...]
    chapters: tuple[Chapter, ...]
    checks: tuple[Task, ...]
    notes: tuple[str, ...]


@record
class _Place:
    """A chapter of any report: its own items by id, and whatever else is found in sentences of these roles."""

    items: tuple[str, ...]
    roles: tuple[str, ...] = ()
    title: str = ""


# In the order in which most reports have them; a profile with an order of its own has its own.
_PLACES = (
    _Place(("study",)),
    _Place(("measures",), ("done",), "主要举措和成效"),
    _Place(("first-responsible",)),
    _Place(("rectification",), ("rectified",), "上年度问题整改情况"),
    _Place(("shortcomings", "causes"), ("problem", "cause"), "存在的不足和原因"),
    _Place(("next-plan",), ("plan",), "下一年度安排"),
)
_OPENING = ("title", "preamble")


def draft(rules: Rulebook, profile: str, level: str, year: int) -> Draft:
    """The outline of a profile's report. Raises UserError where there is no such profile."""
    checklist = checklist_for(rules, profile)
    items = [item for item in checklist.items if item.applies.to(year, level)]
    held = in_force(checklist.norms, year)
    tasks = {item.id: _task(item, checklist.norms if item.manual else held) for item in items}
    return Draft(
        organ=ORGANS[level],
        year=year,
        kind=checklist.title,
        opening=tuple(tasks[item.id] for item in items if not item.manual and _role(item) in _OPENING),
        chapters=_chapters(items, tasks, _has_order(rules, profile)),
        checks=tuple(tasks[item.id] for item in items if item.manual),
        notes=tuple(note.message for note in checklist.year_notes if note.of(year)),
    )


def _has_order(rules: Rulebook, profile: str) -> bool:
    return any(step.order for step in lineage(find(rules.profiles, profile), rules.profiles))


def _chapters(items: Sequence[Item], tasks: dict[str, Task], ordered: bool) -> tuple[Chapter, ...]:
    """Each item in one chapter; what no chapter takes gets one of its own at the end."""
    filled: dict[_Place, list[Task]] = {} if ordered else {place: [] for place in _PLACES}
    for item in items:
        if not item.manual and _role(item) not in _OPENING:
            filled.setdefault(_place(item), []).append(tasks[item.id])
    return tuple(_chapter(place, found) for place, found in filled.items() if found)


def _place(item: Item) -> _Place:
    own = (place for place in _PLACES if item.id in place.items)
    like = (place for place in _PLACES if _role(item) in place.roles)
    return next(own, None) or next(like, _Place((item.id,)))


def _role(item: Item) -> str:
    """The first of the roles whose sentences say it."""
    return item.found_in.roles[0] if item.found_in else ""


def _chapter(place: _Place, tasks: list[Task]) -> Chapter:
    """One leading item gives the chapter its name; two, or none, are sections of it."""
    leads = [task for task in tasks if task.id in place.items]
    if len(leads) == 1:
        return Chapter(leads[0].title, leads[0], tuple(task for task in tasks if task is not leads[0]))
    return Chapter(place.title, None, tuple(tasks))


def _task(item: Item, norms: Mapping[str, Norm]) -> Task:
    """An advice that repeats another is left out; an empty report has no facts of another year."""
    asked = (expectation for expectation in item.complete_when if not expectation.own_year)
    more = (expectation.advice for expectation in asked if expectation.advice not in item.advice)
    basis = tuple(basis_line(entry, norms) for entry in item.basis if entry.norm in norms)
    return Task(item.id, item.title, item.asks, tuple(dict.fromkeys((item.advice, *more))), basis)
