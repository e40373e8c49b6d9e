"""Ids over all files: each given once, and every one that is used is there and of use."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from checklist.errors import Fault
from checklist.gathering import SECTIONS, Entry, Gathered
from checklist.hints import near
from checklist.model import STANDING_ROLES, TITLE
from checklist.parsing import Trail

_EACH = "*"
_APART = ("found_in", "apart_from", _EACH)
# In which section an id is used, of which section it is, and where it stands.
_USES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("items", "norms", ("basis", _EACH, "norm")),
    ("rules", "norms", ("basis", _EACH, "norm")),
    ("items", "roles", ("found_in", "roles", _EACH)),
    ("items", "roles", ("found_in", "throughout", _EACH)),
    ("items", "roles", ("touched_by", "roles", _EACH)),
    ("items", "roles", ("touched_by", "throughout", _EACH)),
    ("items", "items", ("follows", _EACH)),
    ("items", "items", ("tells_of",)),
    ("items", "items", _APART),
    ("profiles", "profiles", ("extends",)),
    ("profiles", "items", ("order", _EACH)),
    ("profiles", "items", ("adds", _EACH)),
    ("profiles", "items", ("adjusts", _EACH, "id")),
)
# What is used comes first, so that no use may lead back to where it began.
_CHAINS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("items", _APART),
    ("items", ("tells_of",)),
    ("profiles", ("extends",)),
)


def reference_faults(gathered: Gathered) -> Iterator[Fault]:
    """Ids given twice, ids that nothing has, that lead back to themselves, or that change nothing.

    What stands in a file that could not be read is not known: then no id is said to be lacking.
    """
    for section in SECTIONS:
        yield from _given_twice(gathered.of(section))
    for entry in gathered.of("items", sound=True):
        yield from _expectations_twice(entry)
    for section, target, path in _USES:
        known = gathered.ids(target) + (tuple(STANDING_ROLES) if target == "roles" else ())
        for entry in gathered.of(section):
            yield from _itself(entry, path, target)
            if gathered.whole:
                yield from _unknown(entry, path, target, known)
    yield from _without_sentences(gathered.of("items", sound=True))
    for section, path in _CHAINS:
        yield from _circular(gathered.of(section, sound=True), path)


def _given_twice(entries: tuple[Entry, ...]) -> Iterator[Fault]:
    first: dict[str, Entry] = {}
    for entry in entries:
        earlier = first.setdefault(entry.id, entry)
        if not entry.id or earlier is entry:
            continue
        at = earlier.fault((), "")
        hint = f"{at.path} 第 {at.line} 行已经写过"
        if entry.section == "items":
            hint += "；要改动已有的要素，用适用方案的 adjusts"
        yield entry.fault((), "写了两次", hint, at_key=True)


def _expectations_twice(entry: Entry) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, expectation in enumerate(entry.data.get("complete_when", ())):
        if expectation["id"] in seen:
            yield entry.fault(("complete_when", index, "id"), f"“{expectation['id']}”写了两次", "换一个编号")
        seen.add(expectation["id"])


def _unknown(entry: Entry, path: tuple[str, ...], target: str, known: tuple[str, ...]) -> Iterator[Fault]:
    for trail, name in _values(entry.data, path):
        if name not in known:
            yield entry.fault(trail, f"没有编号为“{name}”的{SECTIONS[target]}", near(name, known))


def _itself(entry: Entry, path: tuple[str, ...], target: str) -> Iterator[Fault]:
    for trail, name in _values(entry.data, path):
        if target == entry.section and name == entry.id:
            yield entry.fault(trail, "写的是它自己", "删去，或者换成别的编号")


def _without_sentences(items: tuple[Entry, ...]) -> Iterator[Fault]:
    """What is found in no sentence of the text takes none away from another item."""
    elsewhere = {e.id for e in items if e.data.get("manual") or TITLE in e.data.get("found_in", {}).get("roles", ())}
    for entry in items:
        for trail, name in _values(entry.data, _APART):
            if name in elsewhere:
                yield entry.fault(trail, f"“{name}”不在正文里找，写在这里不起作用", "删去，或者换成在正文里找的要素")


def _circular(entries: tuple[Entry, ...], path: tuple[str, ...]) -> Iterator[Fault]:
    uses = {entry.id: [name for _, name in _values(entry.data, path)] for entry in entries}
    for entry in entries:
        for trail, name in _values(entry.data, path):
            way = _way(uses, name, entry.id)
            if way and name != entry.id:
                message = f"{SECTIONS[entry.section]}互相引用，绕回了自己：{' → '.join((entry.id, *way))}"
                yield entry.fault(trail, message, f"删去其中一个 {path[-1] if path[-1] != _EACH else path[-2]}")


def _way(uses: Mapping[str, Sequence[str]], start: str, end: str) -> tuple[str, ...]:
    """The shortest way from an id to another by what each uses, with both; empty where there is none."""
    ways: list[tuple[str, ...]] = [(start,)]
    met = {start}
    for way in ways:
        if way[-1] == end:
            return way
        further = [name for name in dict.fromkeys(uses.get(way[-1], ())) if name not in met]
        met.update(further)
        ways += [(*way, name) for name in further]
    return ()


def _values(data: Any, path: tuple[str, ...], trail: Trail = ()) -> Iterator[tuple[Trail, str]]:
    """The words at the end of a path, as far as the data have the form for it."""
    if not path:
        if isinstance(data, str):
            yield trail, data
    elif path[0] == _EACH:
        for index, value in enumerate(data) if isinstance(data, list) else ():
            yield from _values(value, path[1:], (*trail, index))
    elif isinstance(data, dict) and path[0] in data:
        yield from _values(data[path[0]], path[1:], (*trail, path[0]))
