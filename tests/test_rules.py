"""The rules that ship: without faults, with examples, stored and printed as they stand now."""

import json
from pathlib import Path

from checklist import loading, measured, storing
from checklist.handbook import handbook
from checklist.loading import RULES
from checklist.profiles import checklist_for
from checklist.shapes import SCHEMA_PATH
from evaluator.proofreading import RULES as RULES_BY_KIND

AREAS = (
    "functions",
    "institutions",
    "decisions",
    "enforcement",
    "emergency",
    "disputes",
    "oversight",
    "digital",
)
REQUIRED = {"title", "measures", "first-responsible", "rectification", "shortcomings", "causes", "next-plan"}
STANDING = REQUIRED | {"study"} | {f"area-{area}" for area in AREAS}


def test_there_are_no_faults() -> None:
    assert [str(fault) for fault in loading.lint()] == []


def test_the_stored_rules_are_current() -> None:
    files = loading.read_files((RULES,))
    stored = storing.dump(loading.compiled(files), loading.stamp_of(files))
    assert (RULES / "built.json").read_bytes() == stored, "run  lawgov-rules docs"


def test_the_handbook_is_current() -> None:
    current = handbook(loading.rulebook(), measured.read(RULES))
    assert (RULES / "README.md").read_text("utf-8") == current, "run  lawgov-rules docs"


def test_the_national_checklist_has_the_agreed_items() -> None:
    items = loading.load().items
    assert {item.id for item in items if not item.manual} == STANDING
    assert {item.id for item in items if item.manual} == {"secrecy-review", "sign-off"}
    assert {item.id for item in items if item.required} == REQUIRED
    assert sum(item.weight for item in items) == 100
    for item in items:
        assert item.applies.first_year == (2021 if item.id.startswith("area-") else None), item.id
        assert item.applies.levels == (), item.id


def test_every_profile_asks_for_the_standing_items() -> None:
    for profile in loading.profiles():
        assert {item.id for item in checklist_for(loading.rulebook(), profile.id).items} >= STANDING, (
            profile.id
        )


def test_a_kind_of_rule_is_one_that_the_proofreading_has() -> None:
    schema = json.loads(SCHEMA_PATH.read_text("utf-8"))
    assert schema["$defs"]["rule"]["properties"]["kind"]["enum"] == list(RULES_BY_KIND)


def test_the_golden_list(update_snapshots: bool) -> None:
    golden = Path(__file__).parent / "snapshots" / "items.txt"
    lines = [
        f"{profile.id} {item.id} {item.weight:g} {'required' if item.required else '-'} {item.basis[0].norm}"
        for profile in loading.profiles()
        for item in checklist_for(loading.rulebook(), profile.id).items
    ]
    if update_snapshots:
        golden.write_text("\n".join(lines) + "\n", "utf-8")
    assert golden.read_text("utf-8").splitlines() == lines
