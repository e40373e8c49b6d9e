"""A waiver file: every fault that it has, and the waivers that it records."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from checklist.errors import Fault, RuleError
from checklist.gathering import Gathered, named
from checklist.hints import near
from checklist.model import Checklist
from checklist.parsing import Source, Trail, parse
from checklist.records import record
from checklist.shapes import form_faults
from checklist.waivers import Waiver

KEY = "waivers"
# Keys whose values may be dates without quotes.
DATES = ("expires",)
SCHEMA_PATH = Path(__file__).with_name("waiver-schema.json")


@record
class Acceptable:
    """What a waiver may name, by id with its title; on `manual` items there is no verdict to accept.

    `whole` says that there is nothing else.
    """

    items: dict[str, str]
    manual: dict[str, str]
    rules: dict[str, str]
    whole: bool = True


def of_checklist(checklist: Checklist) -> Acceptable:
    """What the waivers of a run may name."""
    items = {item.id: item.title for item in checklist.items if not item.manual}
    manual = {item.id: item.title for item in checklist.items if item.manual}
    return Acceptable(items, manual, {rule.id: rule.title for rule in checklist.rules})


def of_rules(gathered: Gathered) -> Acceptable:
    """What waivers may name under any profile of the rules, whatever else is wrong with these."""
    items, rules = ([e for e in gathered.of(section) if isinstance(e.data, dict)] for section in ("items", "rules"))
    manual = [entry for entry in items if entry.data.get("manual") is True]
    titles = [{e.id: str(e.data.get("title")) for e in them if e.id} for them in (items, manual, rules)]
    return Acceptable(titles[0], titles[1], titles[2], gathered.whole)


def load(files: Iterable[tuple[str, bytes]], checklist: Checklist) -> tuple[Waiver, ...]:
    """The waivers of the files. Raises RuleError with every fault of all of them."""
    sources = [parse(name, raw, DATES) for name, raw in files]
    faults = faults_of(sources, of_checklist(checklist))
    if faults:
        raise RuleError(faults, "豁免文件")
    return tuple(_waiver(source, trail, entry) for source in sources for trail, entry in _entries(source))


def is_one(source: Source) -> bool:
    """Whether the file records waivers and not rules."""
    return isinstance(source.data, dict) and KEY in source.data


def misplaced(sources: Iterable[Source]) -> tuple[Fault, ...]:
    """Waiver files among those that should be rules."""
    told = "这是豁免文件，不是规则", "用 lawgov-check --waivers 给出，不要放在规则文件夹里"
    return tuple(Fault(source.path, 0, 0, *told) for source in sources if is_one(source))


def faults_of(sources: Sequence[Source], known: Acceptable) -> tuple[Fault, ...]:
    """Every fault by file and place; no id is called unknown where it is not known what there is."""
    return tuple(
        fault
        for source in sources
        for fault in sorted(dict.fromkeys(_faults(source, known)), key=lambda fault: (fault.line, fault.column))
    )


def _faults(source: Source, known: Acceptable) -> Iterator[Fault]:
    yield from source.faults
    taken = {(fault.line, fault.column) for fault in source.faults}
    schema = json.loads(SCHEMA_PATH.read_text("utf-8"))
    for _, fault in form_faults(source, schema):
        if (fault.line, fault.column) not in taken:
            yield fault
    yield from _given_twice(source)
    for trail, entry in _entries(source):
        yield from _unusable(source, trail, entry, known)


def _unusable(source: Source, trail: Trail, entry: dict[str, Any], known: Acceptable) -> Iterator[Fault]:
    name = entry.get("accepts")
    if not isinstance(name, str) or not name.strip():
        return
    at = (*trail, "accepts")
    if name in known.manual:
        yield _fault(source, at, f"“{known.manual[name]}”由人确认，没有可以豁免的结论", "删去这一条")
    elif name not in known.items and name not in known.rules:
        if known.whole:
            yield _fault(source, at, f"没有编号为“{name}”的要素或核查规则", _meant(name, known))
    elif name in known.items and "quote" in entry:
        yield _fault(source, (*trail, "quote"), "只用于核查规则，这里接受的是要素", "删去这一行", at_key=True)


def _meant(name: str, known: Acceptable) -> str:
    """Who knows only the title is told the id."""
    ids = {**known.items, **known.rules}
    titled = [other for other, title in ids.items() if title == name.strip()]
    return f"写编号：{titled[0]}" if titled else near(name, ids) or "编号见 lawgov-rules list"


def _given_twice(source: Source) -> Iterator[Fault]:
    first: dict[str, int] = {}
    for trail, entry in _entries(source):
        decided = repr([entry.get(key) for key in ("accepts", "report", "quote")])
        line = source.fault(trail, "").line
        if decided in first:
            hint = f"第 {first[decided]} 行已经写过；期限延长了的，只留较晚的一条"
            yield _fault(source, trail, "写了两次", hint)
        first.setdefault(decided, line)


def _entries(source: Source) -> Iterator[tuple[Trail, dict[str, Any]]]:
    listed = source.data.get(KEY) if isinstance(source.data, dict) else None
    for index, entry in enumerate(listed if isinstance(listed, list) else ()):
        if isinstance(entry, dict):
            yield (KEY, index), entry


def _fault(source: Source, trail: Trail, message: str, hint: str, *, at_key: bool = False) -> Fault:
    return source.fault(trail, named(source.data, trail) + message, hint, at_key=at_key)


def _waiver(source: Source, trail: Trail, entry: dict[str, Any]) -> Waiver:
    at = source.fault(trail, "")
    decided = {**entry, "expires": date.fromisoformat(entry["expires"])}
    return Waiver(**decided, origin=f"{at.path}:{at.line}")
