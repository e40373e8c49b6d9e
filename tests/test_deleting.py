"""Groups of patterns without which nothing changes, and those that an example or a report needs."""

from dataclasses import replace

from changeable import TEXT, rulebook, understood, words

from checklist.loading import load
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
