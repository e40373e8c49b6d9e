"""Lengths as office formats write them, in points: 21cm, 595.3pt, 11906 twentieths."""

import re

LENGTH = re.compile(r"\s*(\d{1,9}(?:\.\d{1,9})?)(pt|in|cm|mm|px|pc)?\s*")
POINTS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, "pc": 12.0}


def points(written: str, unit: float) -> float | None:
    """`unit` is how many points one is where no unit is written; None where it is no length."""
    match = LENGTH.fullmatch(written)
    return float(match[1]) * POINTS.get(match[2], unit) if match else None
