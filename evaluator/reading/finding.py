"""A reader by its name, imported when it is first needed: who checks a text pays for no other format."""

from collections.abc import Callable
from importlib import import_module
from typing import cast

from evaluator.document import Reading

Reader = Callable[[bytes], Reading]


def reader(name: str) -> Reader:
    """`read_NAME` of the module evaluator.reading.NAME."""
    return cast(Reader, getattr(import_module(f"evaluator.reading.{name}"), f"read_{name}"))
