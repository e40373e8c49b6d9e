"""What a passage sounds like: whether its characters are those of flaws, or of their causes, in other reports."""

import json
import re
from collections.abc import Mapping
from functools import cache

from checklist.loading import RULES
from evaluator.roles.role import CAUSE, PROBLEM

FILE = "tones.json"
# Flaws and their causes are told from the rest of a report, causes from the other flaws.
TONES = (PROBLEM, CAUSE)
_HAN = re.compile("[\u4e00-\u9fff]+")
_MOST_TELLING = 3

# By character or pair of characters the logarithm of how much oftener it stands in passages of the tone.
Weights = Mapping[str, float]


def grams(text: str) -> set[str]:
    """The Han characters of a text and the pairs of neighbours among them; figures and marks say nothing."""
    runs = _HAN.findall(text)
    return {*"".join(runs), *(pair for run in runs for pair in map(str.__add__, run, run[1:]))}


def sound(text: str, tone: str) -> float:
    """How much a text sounds like a tone: the mean weight of its grams, 0 for a text without any; above 0 rather so."""
    found, weights = grams(text), _table()[tone]
    return sum(weights.get(gram, 0.0) for gram in found) / len(found) if found else 0.0


def telling(text: str, tone: str) -> list[str]:
    """The words that make a text sound so most of all, as they stand one after the other."""
    weights = _table()[tone]
    ranked = sorted((gram for gram in grams(text) if weights.get(gram, 0.0) > 0), key=lambda gram: -weights[gram])
    return sorted(ranked[:_MOST_TELLING], key=text.find)


@cache
def _table() -> Mapping[str, Weights]:
    table: Mapping[str, Weights] = json.loads((RULES / FILE).read_bytes())["weights"]
    return table
