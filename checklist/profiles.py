"""Which items a profile asks for, in which order and with what weight."""

from collections.abc import Sequence
from dataclasses import replace

from checklist.errors import UserError
from checklist.model import Checklist, Item, Rulebook
from checklist.profile import Adjustment, Profile


def checklist_for(rulebook: Rulebook, name: str) -> Checklist:
    """The checklist of a profile. Raises UserError with the profiles there are."""
    profile = find(rulebook.profiles, name)
    items = items_of(profile, rulebook.profiles, rulebook.items)
    return Checklist(
        id=rulebook.id,
        version=rulebook.version,
        title=rulebook.title,
        profile=profile.id,
        digest=rulebook.digests.get(profile.id, ""),
        norms={norm.id: norm for norm in rulebook.norms},
        roles=rulebook.roles,
        items=items,
        rules=rulebook.rules,
        others=rulebook.others,
        year_notes=rulebook.year_notes,
        profile_title=profile.title,
        vocabulary=rulebook.vocabulary,
    )


def find(profiles: Sequence[Profile], name: str) -> Profile:
    """The profile of that id. Raises UserError."""
    for profile in profiles:
        if profile.id == name:
            return profile
    import difflib  # 3 ms, for a misspelt name only

    known = "，".join(f"{profile.id}（{profile.title}）" for profile in profiles) or "一个也没有"
    near = difflib.get_close_matches(name, [profile.id for profile in profiles], 1)
    raise UserError(f"没有名为“{name}”的适用方案", (f"是不是 {near[0]}？" if near else "") + f"现有：{known}")


def items_of(profile: Profile, profiles: Sequence[Profile], items: Sequence[Item]) -> tuple[Item, ...]:
    """The items of a profile; those that some profile adds belong to it and to what extends it only."""
    added = {item for other in profiles for item in other.adds}
    chosen = {item.id: item for item in items if item.id not in added}
    for step in lineage(profile, profiles):
        chosen |= {item.id: item for item in items if item.id in step.adds}
        for adjustment in step.adjusts:
            _adjust(chosen, adjustment)
        first = {item: chosen[item] for item in step.order if item in chosen}
        chosen = first | {item: chosen[item] for item in chosen if item not in first}
    return tuple(chosen.values())


def lineage(profile: Profile, profiles: Sequence[Profile]) -> tuple[Profile, ...]:
    """The profile and what it extends, the outermost first; an unknown or circular base ends it."""
    by_id = {other.id: other for other in profiles}
    line = [profile]
    while (base := by_id.get(line[0].extends or "")) is not None and base not in line:
        line.insert(0, base)
    return tuple(line)


def _adjust(chosen: dict[str, Item], adjustment: Adjustment) -> None:
    item = chosen.get(adjustment.id)
    if item is None:
        return
    if adjustment.omit:
        del chosen[adjustment.id]
        return
    fields = ("title", "weight", "required", "advice")
    changes = {name: getattr(adjustment, name) for name in fields if getattr(adjustment, name) is not None}
    chosen[adjustment.id] = replace(item, **changes)
