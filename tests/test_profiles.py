"""Profiles -> items: what they extend, add, adjust, omit and in which order."""

from dataclasses import replace
from typing import Any

import pytest
from rulebooks import sample

from checklist.errors import UserError
from checklist.model import Applies, Item
from checklist.profile import Adjustment, Profile
from checklist.profiles import checklist_for, items_of, lineage

WEIGHTS = {"a": 50.0, "b": 50.0, "c": 10.0}
ITEMS = tuple(Item(name, name.upper(), "", (), weight, True, "") for name, weight in WEIGHTS.items())
NATIONAL = Profile("national", "全国")
LOCAL = Profile("local", "地方", extends="national")


def listed(profile: Profile, *others: Profile) -> list[str]:
    return [item.id for item in items_of(profile, (profile, *others), ITEMS)]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, ["a", "b", "c"]),
        ({"order": ("c",)}, ["c", "a", "b"]),
        ({"order": ("b", "none")}, ["b", "a", "c"]),
        ({"adjusts": (Adjustment("b", omit=True),)}, ["a", "c"]),
        ({"adjusts": (Adjustment("none", weight=3.0),)}, ["a", "b", "c"]),
    ],
)
def test_order_and_omission(changes: dict[str, Any], expected: list[str]) -> None:
    assert listed(replace(LOCAL, **changes), NATIONAL) == expected


def test_what_one_profile_adds_others_do_not_have() -> None:
    adding = replace(LOCAL, adds=("c",))
    extending = Profile("district", "区", extends="local")
    assert listed(NATIONAL, adding) == ["a", "b"]
    assert listed(adding, NATIONAL) == ["a", "b", "c"]
    assert listed(extending, NATIONAL, adding) == ["a", "b", "c"]
    assert listed(Profile("own", "自立"), NATIONAL, adding) == ["a", "b"]


def test_only_what_is_adjusted_changes() -> None:
    adjusted = replace(
        LOCAL, adjusts=(Adjustment("a", weight=0.0, required=False), Adjustment("b", title="乙"))
    )
    a, b, c = items_of(adjusted, (NATIONAL, adjusted), ITEMS)
    assert a == replace(ITEMS[0], weight=0.0, required=False)
    assert b == replace(ITEMS[1], title="乙")
    assert c == ITEMS[2]


def test_the_outermost_base_comes_first_and_circles_end() -> None:
    district = Profile("district", "区", extends="local")
    assert lineage(district, (district, LOCAL, NATIONAL)) == (NATIONAL, LOCAL, district)
    circular = replace(NATIONAL, extends="local")
    assert lineage(LOCAL, (LOCAL, circular)) == (circular, LOCAL)


@pytest.mark.parametrize(
    ("profile", "expected"),
    [
        ("national", [("shortcomings", 70.0), ("area-emergency", 30.0), ("secrecy-review", 0.0)]),
        ("shenzhen", [("area-emergency", 30.0), ("shortcomings", 60.0), ("budget", 10.0)]),
        ("nanshan", [("area-emergency", 40.0), ("shortcomings", 60.0), ("budget", 0.0)]),
    ],
)
def test_the_profiles_of_the_sample(profile: str, expected: list[tuple[str, float]]) -> None:
    checklist = checklist_for(sample(), profile)
    assert [(item.id, item.weight) for item in checklist.items] == expected
    assert (checklist.profile, checklist.version) == (profile, "2026.1")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("shenzen", "是不是 shenzhen？现有：national（全国），shenzhen（深圳），nanshan（南山）"),
        ("北京", "现有：national（全国），shenzhen（深圳），nanshan（南山）"),
    ],
)
def test_an_unknown_profile(name: str, hint: str) -> None:
    with pytest.raises(UserError) as error:
        checklist_for(sample(), name)
    assert (error.value.message, error.value.hint) == (f"没有名为“{name}”的适用方案", hint)


@pytest.mark.parametrize(
    ("applies", "year", "level", "expected"),
    [
        (Applies(), 2020, "city", True),
        (Applies(2021), 2020, None, False),
        (Applies(2021), 2021, None, True),
        (Applies(None, 2020), 2021, None, False),
        (Applies(2015, 2020), None, None, True),
        (Applies(levels=("county",)), 2021, "city", False),
        (Applies(levels=("county",)), 2021, "county", True),
        (Applies(levels=("county",)), 2021, None, True),
    ],
)
def test_what_is_not_known_does_not_exempt(
    applies: Applies, year: int | None, level: str | None, expected: bool
) -> None:
    assert applies.to(year, level) is expected
