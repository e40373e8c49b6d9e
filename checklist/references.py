"""Ids over all files: each given once, and every one that is used is there."""

from collections.abc import Callable, Iterator
from typing import Any

from checklist.errors import Fault
from checklist.gathering import SECTIONS, Entry, Gathered
from checklist.hints import near
from checklist.model import STANDING_ROLES
from checklist.parsing import Trail

Uses = Iterator[tuple[Trail, str]]


def reference_faults(gathered: Gathered) -> Iterator[Fault]:
    """Ids given twice, ids that nothing has, and profiles that extend themselves."""
    for section in SECTIONS:
        yield from _given_twice(gathered.of(section))
    for entry in gathered.of("items", sound=True):
        yield from _expectations_twice(entry)
    for section, target, uses in _USES:
        known = gathered.ids(target) + (STANDING_ROLES if target == "roles" else ())
        for entry in gathered.of(section, sound=True):
            yield from _unknown(entry, uses(entry.data), target, known)
    yield from _circular(gathered.of("profiles", sound=True))


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


def _unknown(entry: Entry, uses: Uses, target: str, known: tuple[str, ...]) -> Iterator[Fault]:
    for trail, name in uses:
        if name not in known:
            yield entry.fault(trail, f"没有编号为“{name}”的{SECTIONS[target]}", near(name, known))
        elif target == entry.section and name == entry.id:
            yield entry.fault(trail, "写的是它自己", "删去，或者换成别的编号")


def _circular(entries: tuple[Entry, ...]) -> Iterator[Fault]:
    bases = {entry.id: entry.data.get("extends") for entry in entries}
    for entry in entries:
        line = [entry.id]
        while (base := bases.get(line[-1])) and base not in line:
            line.append(base)
        if base == entry.id and len(line) > 1:
            yield entry.fault(
                ("extends",), f"方案互相引用，绕回了自己：{' → '.join((*line, base))}", "删去其中一个 extends"
            )


def _norms(data: Any) -> Uses:
    yield from ((("basis", i, "norm"), basis["norm"]) for i, basis in enumerate(data.get("basis", ())))


def _roles(data: Any) -> Uses:
    for key in ("found_in", "touched_by"):
        yield from (((key, "roles", i), role) for i, role in enumerate(data.get(key, {}).get("roles", ())))


def _base(data: Any) -> Uses:
    if "extends" in data:
        yield ("extends",), data["extends"]


def _adjusted(data: Any) -> Uses:
    yield from (
        (("adjusts", i, "id"), adjustment["id"]) for i, adjustment in enumerate(data.get("adjusts", ()))
    )


def _listed(key: str) -> Callable[[Any], Uses]:
    return lambda data: (((key, i), name) for i, name in enumerate(data.get(key, ())))


_USES: tuple[tuple[str, str, Callable[[Any], Uses]], ...] = (
    ("items", "norms", _norms),
    ("rules", "norms", _norms),
    ("items", "roles", _roles),
    ("items", "items", _listed("follows")),
    ("profiles", "profiles", _base),
    ("profiles", "items", _listed("order")),
    ("profiles", "items", _listed("adds")),
    ("profiles", "items", _adjusted),
)
