"""Whether the little that was found of an item sounds like it, or only has its words."""

from dataclasses import replace

from checklist.model import Item
from evaluator.locating import Hit, Located, TurnedAway, View
from evaluator.tones.tone import sound

# A look-alike stands in one or two sentences; below these odds (as a logarithm) they do not sound like the item.
FEW = 2
LIKE = -0.8


def without_unlike(view: View, item: Item, located: Located) -> Located:
    """What was found, or all of it turned away where it is little and no sentence of it sounds like the item."""
    hits = located.hits
    few = len({hit.sentence for hit in hits}) <= FEW
    if not (item.sounds and hits and few) or any(_sound(view, hit, item.sounds) >= LIKE for hit in hits):
        return located
    why = f"用词不像在说{view.role_titles.get(item.sounds, item.title)}"
    away = (TurnedAway(hit.sentence, hit.start, hit.end, why) for hit in hits)
    return replace(located, hits=(), turned_away=(*located.turned_away, *away))


def _sound(view: View, hit: Hit, tone: str) -> float:
    sentence = view.sentences[hit.sentence]
    return sound(view.document.plain.text[sentence.start : sentence.end], tone)
