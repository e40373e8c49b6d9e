"""Covering numbers that belong to a person, in one string and in everything that was concluded of a report."""

import re
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

from evaluator.personal_numbers import personal_numbers

T = TypeVar("T")

# How many digits stay readable in front and behind.
_KEPT = {"mobile": (3, 4), "identity": (3, 2), "identity-15": (3, 2), "card": (4, 4)}


def cover(text: str) -> str:
    """The text with asterisks in its personal numbers; as long as it was, so that places stay right."""
    parts, at = [], 0
    for kind, start, end, _ in personal_numbers(text):
        first, last = _KEPT[kind]
        hidden = re.sub(r"\d", "*", text[start + first : end - last])
        parts += [text[at : start + first], hidden]
        at = end - last
    return "".join(parts) + text[at:] if parts else text


def masked(value: T, *sources: str) -> T:
    """The value with every string in it covered; `sources` are what it was made from, to save the search."""
    return _masked(value) if any(map(personal_numbers, sources)) else value


def _masked(value: Any) -> Any:
    if isinstance(value, str):
        return cover(value) if type(value) is str else value
    if isinstance(value, tuple):
        return tuple(map(_masked, value))
    if not is_dataclass(value) or isinstance(value, type):
        return value
    # A digest is hexadecimal, not a number of anybody.
    names = [field.name for field in fields(value) if field.init and field.name != "sha256"]
    return replace(value, **{name: _masked(getattr(value, name)) for name in names})
