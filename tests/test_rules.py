"""The rules that ship: without faults, with examples, stored and printed as they stand now."""

from pathlib import Path

import pytest

from checklist import loading, storing
from checklist.loading import RENEW, RULES
from checklist.profiles import checklist_for
from checklist.reference import handbook

STANDING = """
title study measures first-responsible rectification shortcomings causes next-plan area-functions
area-institutions area-decisions area-enforcement area-emergency area-disputes area-oversight area-digital
""".split()
REQUIRED = {"title", "measures", "first-responsible", "rectification", "shortcomings", "causes", "next-plan"}


def test_there_are_no_faults() -> None:
    assert [str(fault) for fault in loading.lint()] == []


def test_the_stored_rules_are_current() -> None:
    files = loading.read_files((RULES,))
    stored = storing.dump(loading.compiled(files), loading.stamp_of(files))
    assert (RULES / "built.json").read_bytes() == stored, f"run  {RENEW}"


def test_the_handbook_is_current() -> None:
    assert (RULES / "README.md").read_text("utf-8") == handbook(loading.rulebook()), f"run  {RENEW}"


def test_the_national_checklist_has_the_agreed_items() -> None:
    items = loading.load().items
    assert {item.id for item in items if not item.manual} == set(STANDING)
    assert {item.id for item in items if item.manual} == {"secrecy-review", "sign-off"}
    assert {item.id for item in items if item.required} == REQUIRED
    assert sum(item.weight for item in items) == 100
    for item in items:
        assert item.applies.first_year == (2021 if item.id.startswith("area-") else None), item.id
        assert item.applies.levels == (), item.id


@pytest.mark.parametrize("profile", [profile.id for profile in loading.profiles()])
def test_every_profile_asks_for_the_standing_items(profile: str) -> None:
    assert {item.id for item in checklist_for(loading.rulebook(), profile).items} >= set(STANDING)


def test_every_item_and_rule_has_examples() -> None:
    for item in loading.rulebook().items:
        given = (item.examples.met, item.examples.partial, item.examples.missing)
        assert not any(given) if item.manual else all(given), item.id
    for rule in loading.rulebook().rules:
        assert rule.examples.found and rule.examples.clean, rule.id


def test_the_golden_list() -> None:
    golden = Path(__file__).parent / "snapshots" / "items.txt"
    lines = [
        f"{profile.id} {item.id} {item.weight:g} {'required' if item.required else '-'} {item.basis[0].norm}"
        for profile in loading.profiles()
        for item in checklist_for(loading.rulebook(), profile.id).items
    ]
    assert golden.read_text("utf-8").splitlines() == lines, "was the change of scope meant? then write it there"
