"""The weights of every profile sum to 100, whatever it adds, omits and adjusts."""

from collections.abc import Collection, Iterator

from checklist.building import Builder
from checklist.errors import Fault
from checklist.gathering import Entry, Gathered
from checklist.model import Item
from checklist.profile import Profile
from checklist.profiles import items_of

_HINT = "调整各要素的 weight；自己新增的要素写进自己的方案（adds），或者 weight 写 0"
_STRAY = "没有一个方案增加这个要素（adds），所有方案都要它，各要素的分值合计就超过了 100"
_ADD_IT = "把它的编号写进自己的方案的 adds，或者 weight 写 0"
_SLIGHT = 1e-6


def weight_faults(gathered: Gathered) -> Iterator[Fault]:
    """Faults of profiles; none where an item or a profile is malformed or out of reach, or an item written twice."""
    entries = gathered.of("items") + gathered.of("profiles")
    twice = len(gathered.of("items")) > len(gathered.ids("items"))
    if twice or not gathered.whole or not all(entry.sound for entry in entries):
        return
    items = [Item(e.id, "", "", (), e.data["weight"], False, "") for e in gathered.of("items")]
    profiles = {
        entry.id: (entry, Builder({}).record(Profile, entry.data)) for entry in gathered.of("profiles")
    }
    everyone = [one for _, one in profiles.values()]
    for entry, one in profiles.values():
        total = sum(item.weight for item in items_of(one, everyone, items))
        if abs(total - 100) > _SLIGHT:
            strays = _strays(gathered, entry, total - 100, {item for other in everyone for item in other.adds})
            yield from (stray.fault((), _STRAY, _ADD_IT) for stray in strays)
            if not strays:
                yield entry.fault((), f"各要素的分值合计 {total:g}，应为 100", _HINT)


def _strays(gathered: Gathered, profile: Entry, surplus: float, added: Collection[str]) -> list[Entry]:
    """The items that later files bring and no profile adds, where just they make a profile weigh too much."""
    strays = []
    for entry in reversed(gathered.of("items")):
        if entry.source is profile.source or surplus < _SLIGHT:
            break
        if entry.id not in added:
            strays.append(entry)
            surplus -= entry.data["weight"]
    return strays if abs(surplus) <= _SLIGHT else []
