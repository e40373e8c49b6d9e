"""Records are what frozen dataclasses are: set once, compared and shown by their fields, never by more."""

from collections.abc import Callable
from dataclasses import FrozenInstanceError, field, fields, replace
from functools import cached_property
from typing import Any

import pytest

from checklist.model import Checklist
from checklist.records import FEW, record, restored
from checklist.rule import Term

TERM = Term("市法制办", "市司法局", "已并入")


@record
class Measured:
    width: int
    tags: tuple[str, ...] = ()
    seen: list[int] = field(default_factory=list, compare=False, repr=False)
    doubled: int = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "doubled", self.width * 2)

    @cached_property
    def squared(self) -> int:
        return self.width**2


@pytest.mark.parametrize(
    "change",
    [
        lambda: setattr(TERM, "right", "市司法所"),
        lambda: setattr(TERM, "foo", 1),
        lambda: setattr(Measured(3), "squared", 1),
        lambda: delattr(TERM, "right"),
        lambda: delattr(TERM, "foo"),
    ],
    ids=["a field", "an unknown name", "a property", "taking a field out", "taking an unknown name out"],
)
def test_nothing_is_set_or_deleted(change: Callable[[], None]) -> None:
    with pytest.raises(FrozenInstanceError):
        change()
    assert Term("市法制办", "市司法局", "已并入") == TERM
    assert vars(TERM).keys() == {known.name for known in fields(TERM)}


@pytest.mark.parametrize("before", [0, FEW], ids=["at first", "later"])
@pytest.mark.parametrize(
    ("given", "named", "told"),
    [
        (("甲", "乙", "错"), {"foo": 1}, "foo"),
        (("甲", "乙", "错"), {"left": "丙"}, "left"),
        (("甲", "乙", "错", (), "丙"), {}, "5"),
        (("甲",), {"right": "乙"}, "why"),
        ((), {}, "left"),
    ],
    ids=["an unknown name", "a field twice", "one more than fields", "a field not at all", "nothing"],
)
def test_what_is_given_wrongly_is_told(before: int, given: tuple[Any, ...], named: dict[str, Any], told: str) -> None:
    @record
    class Fresh:
        left: str
        right: str
        why: str
        unless: tuple[str, ...] = ()

    for _ in range(before):
        Fresh("甲", "乙", "错")
    with pytest.raises(TypeError, match=told):
        Fresh(*given, **named)


def test_the_first_records_are_as_the_later_ones() -> None:
    made = [Measured(3) for _ in range(FEW + 2)]
    assert all(each == made[-1] and vars(each) == vars(made[-1]) for each in made)
    assert len({id(each.seen) for each in made}) == len(made)


def test_what_is_kept_besides_the_fields_does_not_count() -> None:
    used, fresh = Measured(3), Measured(3)
    assert (used.squared, used.doubled) == (9, 6)
    assert "squared" in vars(used)
    assert used == fresh
    assert hash(used) == hash(fresh)
    assert repr(used) == repr(fresh) == "Measured(width=3, tags=(), doubled=6)"


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        (Measured(3), Measured(4), False),
        (Measured(3), Measured(3, ("a",)), False),
        (Measured(3), TERM, False),
        (Measured(3), Measured(3, seen=[1]), True),
        (Measured(4), replace(Measured(3), width=4), True),
        (TERM, restored(Term, ["市法制办", "市司法局", "已并入", ()]), True),
    ],
)
def test_equal_are_those_of_one_class_with_equal_fields(one: object, other: object, equal: bool) -> None:
    assert (one == other) is equal
    assert (one != other) is not equal


def test_default_factories_are_called_for_each() -> None:
    assert Measured(1).seen is not Measured(1).seen


def test_fields_left_out_of_comparison_may_differ() -> None:
    one = Checklist("a", "1", "甲", "national", "", {}, (), ())
    assert one == replace(one, vocabulary=object())  # type: ignore[arg-type]
    assert "vocabulary" not in repr(one)
