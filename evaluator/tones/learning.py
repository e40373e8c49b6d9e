"""What roles and items sound like, learned from reports in which headings, openings and patterns say which is which."""

import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from checklist.model import Checklist, Item
from evaluator.locating import View, locate
from evaluator.roles.role import CAUSE, LACKING, PREAMBLE, PROBLEM
from evaluator.roles.sounding import sounds_so
from evaluator.tones.tone import grams

# What is met less often tells nothing, what weighs less is left out.
LEAST_MET = 4
LEAST_WEIGHT = 0.02
# Logistic regression by gradient descent: so many times over all sentences, in steps of this size that grow
# smaller, the weights losing this share each time, so that what is met once or twice keeps none.
ROUNDS = 12
STEP = 0.02
DECAY = 0.1
SEED = 0
ABOUT = (
    "“{tone}”的用词倾向：一个字或相邻两个字，出现在一句话里，这句话在讲它的可能就大几分（对数，负数为小几分）。"
    "规则列出的说法都没有找到时，靠它听出在讲什么。由 {reports} 份报告统计，用 lawgov-rules learn 重新生成。"
)
# The grams of each sentence on the one side and on the other.
Grams = list[set[str]]
Sides = tuple[Grams, Grams]


def learned(views: Iterable[View], checklist: Checklist) -> Mapping[str, str]:
    """The contents of the file of each tone: of flaws, of causes, and of every item that can be `heard`."""
    heard = [item for item in checklist.items if item.heard]
    sides: dict[str, Sides] = {tone: ([], []) for tone in (PROBLEM, CAUSE, *(item.id for item in heard))}
    reports = 0
    for view in views:
        reports += 1
        said = [grams(view.document.plain.text[sentence.start : sentence.end]) for sentence in view.sentences]
        _add(sides[PROBLEM], zip(said, _lacks(view), strict=True))
        _add(sides[CAUSE], zip(said, _explains(view), strict=True))
        for item in heard:
            _add(sides[item.id], zip(said, _speaks(view, item), strict=True))
    return {tone: _file(tone, reports, _weights(*both)) for tone, both in sides.items()}


def _add(sides: Sides, told: Iterable[tuple[set[str], bool | None]]) -> None:
    for said, is_so in told:
        if is_so is not None:
            sides[not is_so].append(said)


def _lacks(view: View) -> Iterator[bool | None]:
    """Of every sentence whether it speaks of flaws; None where that is not to be learned from."""
    for told in view.roles:
        yield None if told.role == PREAMBLE or sounds_so(told) else told.role in LACKING


def _explains(view: View) -> Iterator[bool | None]:
    """Of every sentence on flaws whether it gives their cause."""
    for told in view.roles:
        yield None if told.role not in LACKING or sounds_so(told) else told.role == CAUSE


def _speaks(view: View, item: Item) -> Iterator[bool | None]:
    """Of every sentence that may speak of the item whether it does."""
    assert item.found_in
    hits = {hit.sentence for hit in locate(view, item.found_in).hits}
    for index, told in enumerate(view.roles):
        yield index in hits if told.role in item.found_in.roles else None


def _weights(inside: Grams, outside: Grams) -> tuple[float, dict[str, float]]:
    """The bias and the weight of each gram with which the sentences inside and outside are told apart best.

    Both sides count the same, however many sentences they have.
    """
    met = Counter(gram for said in chain(inside, outside) for gram in said)
    weights = {gram: 0.0 for gram, count in met.items() if count >= LEAST_MET}
    told = [(sorted(said & weights.keys()), side) for side, heard in ((1, inside), (0, outside)) for said in heard]
    share = {1: len(told) / (2 * len(inside) or 1), 0: len(told) / (2 * len(outside) or 1)}
    bias, order = 0.0, random.Random(SEED)
    for past in range(ROUNDS):
        order.shuffle(told)
        for said, side in told:
            odds = bias + sum(map(weights.__getitem__, said))
            change = STEP / (1 + past) * share[side] * (side - 1 / (1 + math.exp(-odds)))
            bias += change
            for gram in said:
                weights[gram] += change
        weights = {gram: weight * (1 - DECAY) for gram, weight in weights.items()}
    return bias, weights


def _file(tone: str, reports: int, learned: tuple[float, dict[str, float]]) -> str:
    bias, weights = learned
    kept = sorted(((-weight, gram) for gram, weight in weights.items() if abs(weight) >= LEAST_WEIGHT))
    said = {
        "about": ABOUT.format(tone=tone, reports=reports),
        "bias": round(bias, 2),
        "weights": {gram: round(-weight, 2) for weight, gram in kept},
    }
    return json.dumps(said, ensure_ascii=False, indent=0) + "\n"
