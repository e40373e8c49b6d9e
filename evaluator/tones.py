"""What a passage sounds like (用词倾向): a small linear classifier for each tone, over characters and pairs of them.

A tone is a role (problem, cause, plan) or an item. Its table in rules/tones has a bias, and a weight for each character
and each pair of neighbours; the score of a sentence is the bias and the weights of all that it has.
"""

import json
from collections.abc import Iterable, Mapping, Set
from functools import cache
from pathlib import Path

from checklist.errors import UserError
from checklist.loading import RULES
from checklist.model import Item

TONES = RULES / "tones"
_MOST_TELLING = 3

# By character or pair of characters how much it speaks for the tone; what is not in it says nothing.
Weights = Mapping[str, float]


def grams(text: str) -> set[str]:
    """The Han characters of a text and the pairs of neighbours among them; figures and marks say nothing."""
    runs = "".join([c if "\u4e00" <= c <= "\u9fff" else " " for c in text]).split()
    return {*"".join(runs), *(pair for run in runs for pair in map(str.__add__, run, run[1:]))}


def sound(sentence: str, tone: str) -> float:
    """The classifier's score, the logarithm of the odds that a sentence has the tone: 0 is even odds."""
    return odds(grams(sentence), tone)


def odds(said: Set[str], tone: str) -> float:
    """The same of the characters and pairs of a sentence, for who asks for many tones of one."""
    bias, weights = _table(tone)
    return bias + sum([weights[gram] for gram in said if gram in weights])


def telling(text: str, tone: str) -> list[str]:
    """The pairs of characters that speak most for the tone, as they stand one after the other."""
    weights = _table(tone)[1]
    pairs = [gram for gram in grams(text) if len(gram) > 1 and weights.get(gram, 0.0) > 0]
    return sorted(sorted(pairs, key=lambda gram: (-weights[gram], gram))[:_MOST_TELLING], key=text.find)


def file_of(tone: str, folder: Path = TONES) -> Path:
    """Where the table of a tone is kept."""
    return folder / f"{tone}.json"


def require(items: Iterable[Item]) -> None:
    """Raises UserError where the tone of one has no table: else the first report that asks for it would tell."""
    for item in items:
        if item.sounds and not file_of(item.sounds).exists():
            raise _lacking(item.sounds)


def _lacking(tone: str) -> UserError:
    hint = f"删去要素里的 sounds: {tone}；或者用 lawgov-rules learn 统计一份，写进克隆的源码里的 rules/tones"
    return UserError(f"没有“{tone}”的用词倾向表 {file_of(tone)}", hint)


@cache
def _table(tone: str) -> tuple[float, Weights]:
    try:
        table = json.loads(file_of(tone).read_bytes())
    except FileNotFoundError:
        raise _lacking(tone) from None
    return table["bias"], table["weights"]
