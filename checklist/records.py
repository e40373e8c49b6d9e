"""Frozen records: what `dataclass(frozen=True)` gives, at a third of its price at import and when they are made.

A frozen dataclass writes and compiles half a dozen methods for each class, 0.3 to 0.8 ms; with a hundred of them that
was half of a cold run. Here the methods are shared, and only `__init__` is written, for the classes of many records.
"""

from collections.abc import Callable, Sequence
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from functools import cache
from typing import Any, TypeVar, dataclass_transform

T = TypeVar("T")
# To write an `__init__` costs as much as to fill some thirty records without one; of most classes a run has fewer.
FEW = 4


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def record(cls: type[T]) -> type[T]:
    """The class as a dataclass whose fields are set once; `fields`, `replace` and the rest of dataclasses work."""
    # Without a docstring dataclass would write one from the signature, which costs as much as all the rest.
    cls.__doc__ = cls.__doc__ or cls.__name__
    made: Any = dataclass(init=False, repr=False, eq=False, match_args=False)(cls)
    made.__init__ = _written_when_called_often(made)
    made.__setattr__ = _refuse_to_set
    made.__delattr__ = _refuse_to_delete
    made.__eq__ = _equal
    made.__hash__ = _hash
    made.__repr__ = _show
    return cls


def restored(cls: type[T], values: Sequence[Any]) -> T:
    """A record of which every field is given, in their order: there is nothing for an `__init__` to fill in."""
    made = cls.__new__(cls)
    made.__dict__.update(zip(cls.__dataclass_fields__, values, strict=True))  # type: ignore[attr-defined]
    return made


def _written_when_called_often(made: Any) -> Callable[..., None]:
    """`__init__` until it has been called a few times, or wrongly: the one that is written says what is wrong."""
    few = iter(range(FEW))

    def init(self: Any, *given: Any, **named: Any) -> None:
        values = _values(_initial(made), given, named)
        if values is None or next(few, None) is None:
            made.__init__ = _init([*_initial(made).values()], hasattr(made, "__post_init__"))
            made.__init__(self, *given, **named)
        else:
            object.__setattr__(self, "__dict__", values)
            if hasattr(made, "__post_init__"):
                self.__post_init__()

    return init


@cache
def _initial(cls: Any) -> dict[str, Field[Any]]:
    return {known.name: known for known in fields(cls) if known.init}


def _values(known: dict[str, Field[Any]], given: tuple[Any, ...], named: dict[str, Any]) -> dict[str, Any] | None:
    """What the fields get; None where one gets nothing, or more is given than there are fields."""
    values = dict(zip(known, given, strict=False)) | named
    left = [f for name, f in known.items() if name not in values]
    is_too_much = len(values) < len(given) + len(named) or len(values) + len(left) > len(known)
    if is_too_much or any(map(_is_required, left)):
        return None
    return values | {f.name: f.default if f.default_factory is MISSING else f.default_factory() for f in left}


def _init(known: list[Field[Any]], is_followed: bool) -> Callable[..., None]:
    """`__init__` for these fields. It sets all of them together: one by one costs three times as much."""
    given = ", ".join(f.name if _is_required(f) else f"{f.name}=_{f.name}" for f in known)
    values = ", ".join(f"{f.name!r}: {_value(f)}" for f in known)
    after = "; self.__post_init__()" if is_followed else ""
    source = f"def __init__(self, {given}): _set(self, '__dict__', {{{values}}}){after}"
    names: dict[str, Any] = {f"_{f.name}": f.default for f in known}
    names |= {f"_{f.name}": f.default_factory for f in known if f.default_factory is not MISSING}
    names["_set"] = object.__setattr__
    exec(source, names)
    init: Callable[..., None] = names["__init__"]
    return init


def _is_required(known: Field[Any]) -> bool:
    return known.default is MISSING and known.default_factory is MISSING


def _value(known: Field[Any]) -> str:
    name = known.name
    return name if known.default_factory is MISSING else f"_{name}() if {name} is _{name} else {name}"


def _refuse_to_set(_: Any, name: str, __: Any) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_: Any, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _compared(self: Any) -> tuple[Any, ...]:
    """By field, not by what stands in `__dict__`: a cached property stands there too."""
    values = self.__dict__
    return tuple([values[name] for name in _names_compared(self.__class__)])


@cache
def _names_compared(cls: Any) -> tuple[str, ...]:
    return tuple([known.name for known in fields(cls) if known.compare])


def _equal(self: Any, other: Any) -> Any:
    return _compared(self) == _compared(other) if other.__class__ is self.__class__ else NotImplemented


def _hash(self: Any) -> int:
    return hash(_compared(self))


def _show(self: Any) -> str:
    shown = (f"{known.name}={getattr(self, known.name)!r}" for known in fields(self) if known.repr)
    return f"{self.__class__.__qualname__}({', '.join(shown)})"
