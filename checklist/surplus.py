"""What rules say for nothing: a pattern that stands twice in one list, a list that no pattern uses."""

from collections.abc import Iterator, Sequence

from checklist.errors import Fault
from checklist.folding import squeeze
from checklist.gathering import LISTS, Entry, Gathered
from checklist.parsing import Source, Trail
from checklist.patterns import patterns_in
from checklist.wordlists import names_in

_USERS = ("roles", "look_alikes", "others", "items")
# Of a proofreading rule.
_WORDS = ("words", "unless", "alike")


def surplus_of(sources: Sequence[Source]) -> tuple[Fault, ...]:
    """What could be taken out of rules without faults; a run does as well with it, so that only lint tells."""
    gathered = Gathered(sources)
    twice = (fault for entry in gathered.entries for fault in _twice(entry))
    order = {source.path: index for index, source in enumerate(sources)}
    return tuple(sorted((*twice, *_unused(gathered)), key=lambda fault: (order[fault.path], fault.line, fault.column)))


def _twice(entry: Entry) -> Iterator[Fault]:
    first: dict[tuple[Trail, str], Trail] = {}
    for trail, pattern in _patterns(entry):
        earlier = first.setdefault((trail[:-1], squeeze(pattern)), trail)
        if earlier != trail:
            at = entry.fault(earlier, "")
            hint = f"第 {at.line} 行第 {at.column} 列已经写过，删去其中一个"
            yield entry.fault(trail, f"“{pattern}”在这个列表里写了两次", hint)


def _patterns(entry: Entry) -> Iterator[tuple[Trail, str]]:
    if entry.section == "rules":
        return patterns_in({key: entry.data[key] for key in _WORDS if key in entry.data}, within=True)
    return patterns_in(entry.data, within=entry.section in LISTS)


def _unused(gathered: Gathered) -> Iterator[Fault]:
    lists = [entry for section in LISTS for entry in gathered.of(section)]
    names = {entry.id: _names(entry) for entry in lists}
    used = set[str]()
    waiting = [name for section in _USERS for entry in gathered.of(section) for name in _names(entry)]
    while waiting:
        name = waiting.pop()
        if name not in used:
            used.add(name)
            waiting += names.get(name, ())
    for entry in lists:
        if entry.id not in used:
            yield entry.fault((), "没有一条规则用到", f"在要用的地方写 {{{entry.id}}}，不用就删去", at_key=True)


def _names(entry: Entry) -> set[str]:
    """The lists that the patterns of an entry name."""
    return {name for _, pattern in _patterns(entry) for name in names_in(pattern)}
