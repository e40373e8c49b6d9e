"""The items, rules and profiles of a checklist, one on a line."""

from collections.abc import Iterable, Iterator

from checklist.describing import applies_text
from checklist.model import Applies, Checklist, Item
from checklist.profile import Profile


def listed(checklist: Checklist, profiles: Iterable[Profile]) -> Iterator[str]:
    yield f"{checklist.title}  {checklist.version}  方案 {checklist.profile}"
    yield from ("", f"{'分值':>4}  要素")
    yield from map(_item, checklist.items)
    if checklist.rules:
        yield from ("", "核查规则")
    for rule in checklist.rules:
        yield f"  {rule.severity:<8} {rule.id:<20} {rule.title}"
    yield from ("", "适用方案（用 --profile 选）")
    for profile in profiles:
        yield f"  {profile.id:<16} {profile.title}"


def _item(item: Item) -> str:
    asked = "" if item.applies == Applies() else applies_text(item.applies)
    told = "；".join(filter(None, (_marks(item), asked)))
    return f"{item.weight:>6g}  {item.id:<20} {item.title}" + (f"（{told}）" if told else "")


def _marks(item: Item) -> str:
    return "，".join(filter(None, ("必备" if item.required else "", "人工" if item.manual else "")))
