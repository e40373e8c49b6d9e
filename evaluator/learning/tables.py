"""What roles and items sound like, learned from reports in which headings, openings and patterns say which is which.

Each table is a small linear classifier over characters and pairs of them (evaluator/tones.py).
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from checklist.model import Checklist, Item
from evaluator.judging.view import View
from evaluator.learning.regression import Learned, Texts, told_apart
from evaluator.learning.truth import speaks_of
from evaluator.measuring.gold import Gold
from evaluator.roles.role import CAUSE, LACKING, PLAN, PREAMBLE, PROBLEM
from evaluator.tones import grams

# What weighs less is left out.
LEAST_WEIGHT = 0.05
# A sentence that has the words of an item and is about something else teaches as much as so many others.
LOOK_ALIKE = 8
ABOUT = (
    "“{tone}”的用词倾向：一个字或相邻两个字，出现在一句话里，这句话在讲它的可能就大几分（对数，负数为小几分）。"
    "段落没有标题和引出语、要素只有一两句时，靠它听是不是。由 {reports} 份报告统计，用 lawgov-rules learn 重新生成。"
)
# The sentences of a tone, and those they are held against.
Sides = tuple[Texts, Texts]


def learned(reports: Iterable[tuple[View, Gold | None]], checklist: Checklist) -> Mapping[str, str]:
    """The contents of the file of each tone: of flaws, causes and plans, and of every item that must sound like itself.

    Reports come with their labels where they have any.
    """
    items = [item for item in checklist.items if item.sounds == item.id]
    sides: dict[str, Sides] = {tone: ([], []) for tone in (PROBLEM, CAUSE, PLAN, *(item.id for item in items))}
    read = 0
    for view, gold in reports:
        read += 1
        said = [grams(view.document.plain.text[sentence.start : sentence.end]) for sentence in view.sentences]
        _add(sides[PROBLEM], zip(said, _lacks(view), strict=True))
        _add(sides[CAUSE], zip(said, _explains(view), strict=True))
        _add(sides[PLAN], zip(said, _plans(view), strict=True))
        for item in items:
            _add(sides[item.id], _speaks(view, item, gold, said))
    return {tone: _file(tone, read, told_apart(*both)) for tone, both in sides.items()}


def _add(sides: Sides, told: Iterable[tuple[set[str], bool | None]]) -> None:
    for said, is_so in told:
        if is_so is not None:
            sides[not is_so].append(said)


def _lacks(view: View) -> Iterator[bool | None]:
    """Of every sentence whether it speaks of flaws; None where that is not to be learned from."""
    for told in view.roles:
        yield None if told.role == PREAMBLE or told.heard else told.role in LACKING


def _plans(view: View) -> Iterator[bool | None]:
    """Of every sentence whether it speaks of what is planned."""
    for told in view.roles:
        yield None if told.role == PREAMBLE else told.role == PLAN


def _explains(view: View) -> Iterator[bool | None]:
    """Of every sentence on flaws whether it gives their cause."""
    for told in view.roles:
        yield None if told.role not in LACKING or told.heard else told.role == CAUSE


def _speaks(
    view: View, item: Item, gold: Gold | None, said: Sequence[set[str]]
) -> Iterator[tuple[set[str], bool | None]]:
    """Every sentence that may speak of the item, and whether it does; look-alikes as often as they count."""
    assert item.found_in
    has_its_words = speaks_of(view, item, gold)
    for index, told in enumerate(view.roles):
        if told.role in item.found_in.roles:
            does = has_its_words.get(index, False)
            yield from [(said[index], does)] * (LOOK_ALIKE if index in has_its_words and does is False else 1)


def _file(tone: str, reports: int, learned: Learned) -> str:
    bias, weights = learned
    kept = sorted(((-weight, gram) for gram, weight in weights.items() if abs(weight) >= LEAST_WEIGHT))
    said = {
        "about": ABOUT.format(tone=tone, reports=reports),
        "bias": round(bias, 2),
        "weights": {gram: round(-weight, 2) for weight, gram in kept},
    }
    return json.dumps(said, ensure_ascii=False, indent=0) + "\n"
