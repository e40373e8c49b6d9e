"""Groups of patterns without which nothing changes, and those that an example or a report needs."""

from dataclasses import replace
from pathlib import Path

from changeable import TEXT, rulebook, understood, words

from checklist.loading import load
from checklist.loading import rulebook as shipped
from checklist.model import Examples, Expectation, FoundIn, LookAlike, Passage, Rulebook
from checklist.phrases import parse
from evaluator.mutating.deleting import groups
from evaluator.mutating.idling import idle

# One item with groups that matter to the text or to its examples, and groups that do not.
PLACE = FoundIn(
    ("done",),
    headings=(parse("没有的标题"),),
    passages=(
        Passage((parse("培训班"),)),
        Passage((parse("案件"),), along=(parse("处罚"),), unless=(parse("没有的词"),)),
        Passage((parse("公示"),)),
    ),
    unless=(LookAlike((parse("执法信息"),), "讲的是公示"),),
)


def idle_names(book: Rulebook) -> list[str]:
    return [f"{group.owner} {group.where}" for group in idle(book, (understood(TEXT),))]


def test_groups_that_change_nothing() -> None:
    only = replace(PLACE, passages=PLACE.passages[1:2], unless=())
    names = [
        "study found_in.headings",
        "study found_in.passages[0].along",
        "study found_in.passages[0].unless",
    ]
    assert idle_names(rulebook(only)) == names
    both = replace(PLACE, passages=PLACE.passages[:2], headings=(), unless=())
    assert "study found_in.passages[0]" in idle_names(rulebook(both))


def test_an_example_keeps_a_group_alive() -> None:
    place = replace(PLACE, headings=())
    assert {"study found_in.passages[2]", "study found_in.unless[0]"} <= set(idle_names(rulebook(place)))
    examples = Examples(met=("公示决定9件。",), missing=("公示执法信息。",))
    alive = idle_names(rulebook(place, examples=examples))
    assert not {"study found_in.passages[2]", "study found_in.unless[0]"} & set(alive)


def test_what_a_passage_is_not_a_part_of() -> None:
    place = FoundIn(("done",), passages=(Passage((parse("案件"),), not_in=(parse("办案件数"),)),))
    name = "study found_in.passages[0].not_in"
    assert name in idle_names(rulebook(place))
    assert name not in idle_names(rulebook(place, examples=Examples(missing=("统计办案件数9件。",))))


def test_look_alikes_of_all_items_are_one_group() -> None:
    common = LookAlike((parse("执法信息"),), "讲的是公示", common=True)
    own = LookAlike((parse("没有的词"),), "讲的是别的")
    first = rulebook(replace(PLACE, unless=(common, own))).items[0]
    book = replace(rulebook(), items=(first, replace(first, id="other")), roles=())
    found = {f"{group.owner} {group.where}": group for group in groups(book) if "unless[" in group.where}
    assert list(found) == ["study found_in.unless[0]", "other found_in.unless[0]"]
    [shared] = [group for group in groups(book) if group.owner == "look_alikes"]
    assert [item.found_in and item.found_in.unless for item in shared.items] == [(own,), (own,)]


def test_an_expectation_that_holds_whenever_something_is_found_is_not_tried() -> None:
    item = replace(rulebook(PLACE).items[0], complete_when=(Expectation("a", "写出原因", clauses=1),))
    assert not [group for group in groups(replace(rulebook(), items=(item,))) if "complete_when" in group.where]


def test_every_group_of_an_item_and_of_the_roles_is_tried() -> None:
    item = replace(
        rulebook(PLACE).items[0],
        touched_by=words("学习"),
        hollow=(parse("高度重视"),),
        complete_when=(
            Expectation("a", "", figures=1, says=(parse("会议"),)),
            Expectation("b", "", points=2),
        ),
    )
    book = replace(rulebook(), items=(item,), roles=load().roles[:1])
    found = [f"{group.owner} {group.where}" for group in groups(book)]
    assert found[:2] == ["study found_in.headings", "study found_in.passages[0]"]
    assert "study touched_by.passages[0]" in found and "study hollow" in found
    assert [name for name in found if "complete_when" in name] == [
        "study complete_when.a",
        "study complete_when.a.says",
        "study complete_when.b",
    ]
    assert f"roles.{load().roles[0].id} headings" in found


def test_every_group_that_ships_is_needed() -> None:
    reports = sorted((Path(__file__).parent / "data" / "reports").glob("*.txt"))
    needless = idle(shipped(), [understood(path.read_text("utf-8")) for path in reports])
    # Write an example that only this group judges as it should, or delete the group.
    assert [f"{group.owner} {group.where}" for group in needless] == []
