"""Items told in words of no list: found by how sentences sound, where a report tells several items in such words.

A report that has nearly all of its areas in listed words lacks the others. One in which several are not found is
rather told in words of its own, and then a sentence that sounds more like one of them than like any other tells it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checklist.model import Item
from evaluator.assessment import ItemResult, Verdict
from evaluator.judging.acting import only_actor
from evaluator.judging.locating import Hit, locate
from evaluator.judging.view import View
from evaluator.roles.role import DONE
from evaluator.tones import grams, odds

# So many items that sound like themselves are not found by words where a report is told in words of its own.
SEVERAL = 3
# In less the areas are not told because little is told at all.
FEWEST_SENTENCES = 15
# Above these odds (as a logarithm) a sentence of such a report hardly ever spoke of something else.
SURE = 0.6
# Shorter sentences are formulas.
SHORTEST = 16


def untold(view: View, items: Sequence[Item], judged: Mapping[str, ItemResult]) -> tuple[Item, ...]:
    """The items with a tone of their own that were not found by words, if a report tells much and lacks several."""
    missing = tuple(item for item in _with_tones(items) if judged[item.id].verdict is Verdict.MISSING)
    done = sum(told.role == DONE for told in view.roles)
    return missing if len(missing) >= SEVERAL and done >= FEWEST_SENTENCES else ()


def heard(view: View, item: Item, items: Sequence[Item]) -> tuple[Hit, ...]:
    """The sentences that sound like the item, more than like any other of the checklist.

    Not those that have its words and were turned away, that only look like it or that tell of others' doings.
    """
    assert item.found_in
    away = {turned.sentence for turned in locate(view, item.found_in).turned_away}
    rivals = [other.id for other in _with_tones(items) if other is not item]
    return tuple(
        Hit(index, sentence.start, sentence.end)
        for index, sentence in enumerate(view.sentences)
        if index not in away and _may_tell(view, item, index) and _sounds(view, index, item.id, rivals)
    )


def _with_tones(items: Sequence[Item]) -> Sequence[Item]:
    return [item for item in items if item.sounds == item.id]


def _may_tell(view: View, item: Item, index: int) -> bool:
    """Whether the sentence has a role in which the item may stand, and tells of nothing that only looks like it."""
    assert item.found_in
    sentence, level = view.sentences[index], view.document.metadata.level
    if view.roles[index].role not in item.found_in.roles or sentence.end - sentence.start < SHORTEST:
        return False
    span = sentence.start, sentence.end
    if any(each.misleads(level) and view.words.first(each.says, *span) for each in item.found_in.unless):
        return False
    # Of who oversees the organ it tells in listed words, if at all.
    return not item.found_in.own or only_actor(view, replace(item.found_in, overseen=False), *span) is None


def _sounds(view: View, index: int, tone: str, rivals: Sequence[str]) -> bool:
    sentence = view.sentences[index]
    said = grams(view.document.plain.text[sentence.start : sentence.end])
    own = odds(said, tone)
    return own >= SURE and all(own >= odds(said, rival) for rival in rivals)
