"""What was probably meant: the known name nearest to one that is not known."""

import difflib
from collections.abc import Iterable


def near(name: str, known: Iterable[str]) -> str:
    """是不是 x？, or what there is where nothing is near and the list is short, or nothing."""
    names = list(known)
    folded = {_folded(other): other for other in reversed(names)}
    found = difflib.get_close_matches(_folded(name), folded, 1, 0.6)
    if found:
        return f"是不是 {folded[found[0]]}？"
    return f"可以写：{'，'.join(names)}" if 0 < len(names) <= 20 else ""


def _folded(name: str) -> str:
    return name.strip().lower().replace("_", "-").replace(" ", "-")
