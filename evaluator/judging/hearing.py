"""Whether the little that was found of an item sounds like it, or only has its words.

What it sounds like is the score of a small linear classifier over characters and pairs of them (evaluator/tones.py).
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from checklist.model import Item
from evaluator.judging.locating import Hit, Located, TurnedAway, names_several
from evaluator.judging.view import View
from evaluator.tones import grams, odds

# Below these odds (as a logarithm) a sentence does not sound like the item.
LIKE = -0.8


def without_unlike(view: View, item: Item, located: Located, items: Sequence[Item]) -> Located:
    """The same hits, or none of them where they are a look-alike.

    They are where the item has a tone, a single clause has its words, which might mean something else, no heading
    announces it, and the sentence does not sound like it. `items` are all of the checklist: their tones are the rivals.
    """
    hits = located.hits
    if not (item.sounds and hits) or _is_beyond_doubt(view, hits):
        return located
    rivals = _rivals(item, items)
    if any(_sounds_like(view, sentence, item.sounds, rivals) for sentence in {hit.sentence for hit in hits}):
        return located
    titles = view.role_titles | {other.id: other.title for other in items}
    why = {hit.sentence: _why(view, hit.sentence, item.sounds, rivals, titles) for hit in hits}
    away = (TurnedAway(hit.sentence, hit.start, hit.end, why[hit.sentence]) for hit in hits)
    return replace(located, hits=(), turned_away=(*located.turned_away, *away))


def _why(view: View, index: int, tone: str, rivals: Sequence[str], titles: Mapping[str, str]) -> str:
    """What the sentence sounds like more than like the tone, as far as anything of the checklist."""
    said = _grams(view, index)
    loudest = max(rivals, key=lambda rival: odds(said, rival), default=tone)
    if odds(said, loudest) > max(0.0, odds(said, tone)):
        return f"用词更像在说“{titles[loudest]}”"
    return f"用词不像在说{titles[tone]}"


def _is_beyond_doubt(view: View, hits: Sequence[Hit]) -> bool:
    """Whether two clauses have the item's words, or words that mean nothing else, or a heading announces the item.

    A heading that names several matters counts only where the sentence below it has the item's words as well.
    """
    clauses = {hit.start for hit in hits if not hit.heading}
    told = {hit.sentence for hit in hits if not hit.heading}
    headed = any(hit.heading and (hit.sentence in told or not names_several(view, hit.heading)) for hit in hits)
    return headed or len(clauses) > 1 or any(hit.certain for hit in hits)


def _rivals(item: Item, items: Sequence[Item]) -> tuple[str, ...]:
    """The tones of the other items; none for an item that borrows a tone, since it would be its own rival."""
    if item.sounds != item.id:
        return ()
    return tuple(other.id for other in items if other.sounds == other.id and other is not item)


def _sounds_like(view: View, index: int, tone: str, rivals: Sequence[str]) -> bool:
    """Whether the sentence scores for the tone, and no rival's score is more than twice as high."""
    said = _grams(view, index)
    own = odds(said, tone)
    return own >= LIKE and all(2 * own >= odds(said, rival) for rival in rivals)


def _grams(view: View, index: int) -> set[str]:
    sentence = view.sentences[index]
    return grams(view.document.plain.text[sentence.start : sentence.end])
