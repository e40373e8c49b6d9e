"""Every entry of every rules file with the file it stands in, so that checks can speak of all files."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from checklist.errors import Fault
from checklist.parsing import Source, Trail
from checklist.records import record

SECTIONS = {
    "checklist": "清单",
    "norms": "依据文件",
    "words": "词表",
    "patterns": "说法表",
    "roles": "作用",
    "items": "要素",
    "rules": "核查规则",
    "look_alikes": "常见的误认",
    "others": "别人做的事",
    "profiles": "适用方案",
    "year_notes": "年度说明",
    "waivers": "豁免",
}

# Their entries are lists by name.
LISTS = ("words", "patterns")


@record
class Entry:
    """One norm, list, role, item, rule, profile or note; `sound` says that it has the form of the schema."""

    source: Source
    section: str
    trail: Trail
    id: str
    data: Any
    sound: bool = True

    def fault(self, within: Trail, message: str, hint: str = "", *, at_key: bool = False) -> Fault:
        """A fault in the entry, told by its id and the trail within it."""
        trail = (*self.trail, *within)
        return self.source.fault(trail, f"{named(self.source.data, trail)}{message}", hint, at_key=at_key)


class Gathered:
    """The entries of all sources, by section and in the order of the files; `whole` says that no file is missing."""

    def __init__(self, sources: Sequence[Source], unsound: Iterable[tuple[str, Trail]] = ()) -> None:
        self.whole = all(source.readable for source in sources)
        broken = set(unsound)
        self.entries = tuple(
            Entry(source, section, trail, name, data, (source.path, trail) not in broken)
            for source in sources
            for section, trail, name, data in _entries(source.data)
        )

    def of(self, section: str, *, sound: bool = False) -> tuple[Entry, ...]:
        """The entries of a section; with `sound` only those of the right form."""
        return tuple(e for e in self.entries if e.section == section and (e.sound or not sound))

    def ids(self, section: str) -> tuple[str, ...]:
        """The ids of a section, each once, also of entries that are otherwise wrong."""
        return tuple(dict.fromkeys(entry.id for entry in self.of(section) if entry.id))


def _entries(data: Any) -> Iterator[tuple[str, Trail, str, Any]]:
    for section, content in data.items() if isinstance(data, dict) else ():
        if section == "checklist":
            yield section, (section,), "checklist", content
        elif section in LISTS and isinstance(content, dict):
            yield from ((section, (section, name), name, value) for name, value in content.items())
        elif section not in LISTS and isinstance(content, list):
            yield from ((section, (section, i), name_of(entry), entry) for i, entry in enumerate(content))


def name_of(entry: Any) -> str:
    """The id of an entry, the code of a year note, empty where it has neither."""
    name = (entry.get("id") or entry.get("code")) if isinstance(entry, dict) else None
    return name if isinstance(name, str) else ""


def named(data: Any, trail: Trail) -> str:
    """The trail as a reader follows it: 要素 'title'：found_in.roles[0]："""
    if not trail:
        return ""
    head, rest = _head(data, trail)
    return f"{head}：" + (f"{_tail(data, trail, rest)}：" if trail[rest:] else "")


def _head(data: Any, trail: Trail) -> tuple[str, int]:
    section = str(trail[0])
    title = SECTIONS.get(section, section)
    if section == "checklist" or len(trail) == 1:
        return title, 1
    if isinstance(trail[1], str):
        return f"{title} '{trail[1]}'", 2
    name = name_of(data[section][trail[1]])
    return (f"{title} '{name}'" if name else f"第 {trail[1] + 1} 个{title}"), 2


def _tail(data: Any, trail: Trail, start: int) -> str:
    for key in trail[:start]:
        data = data[key]
    text = ""
    for key in trail[start:]:
        data = _inner(data, key)
        text += (f".{key}" if text else key) if isinstance(key, str) else f"[{name_of(data) or key}]"
    return text


def _inner(data: Any, key: str | int) -> Any:
    try:
        return data[key]
    except (KeyError, IndexError, TypeError):
        return None
