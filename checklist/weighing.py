"""The weights of every profile sum to 100, whatever it adds, omits and adjusts."""

from collections.abc import Iterator

from checklist.building import Builder
from checklist.errors import Fault
from checklist.gathering import Gathered
from checklist.model import Item
from checklist.profile import Profile
from checklist.profiles import items_of

_HINT = "调整各要素的 weight；自己新增的要素写进自己的方案（adds），或者 weight 写 0"


def weight_faults(gathered: Gathered) -> Iterator[Fault]:
    """Faults of profiles; none where an item or a profile is itself malformed."""
    entries = gathered.of("items") + gathered.of("profiles")
    if not all(entry.sound for entry in entries):
        return
    items = [Item(e.id, "", "", (), e.data["weight"], False, "") for e in gathered.of("items")]
    profiles = {
        entry.id: (entry, Builder({}).record(Profile, entry.data)) for entry in gathered.of("profiles")
    }
    everyone = [one for _, one in profiles.values()]
    for entry, one in profiles.values():
        total = sum(item.weight for item in items_of(one, everyone, items))
        if abs(total - 100) > 1e-6:
            yield entry.fault((), f"各要素的分值合计 {total:g}，应为 100", _HINT)
