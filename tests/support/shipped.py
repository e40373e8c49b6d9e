"""The rules of the package, loaded once for all tests of a process."""

from functools import cache

from checklist.loading import load
from checklist.model import Checklist


@cache
def checklist() -> Checklist:
    return load()
