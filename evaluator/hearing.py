"""What an item sounds like: heard where no rule lists the words, not heard in the little that only looks like it."""

from dataclasses import replace

from checklist.model import FoundIn, Item
from evaluator.locating import Hit, Located, TurnedAway, View
from evaluator.tones.tone import sound, telling

# Shorter sentences sound like anything.
SHORTEST = 12
# A look-alike stands in one or two sentences; below these odds (as a logarithm) they do not sound like the item at all.
FEW = 2
LIKE = -0.5


def hear(view: View, item: Item) -> tuple[Hit, ...]:
    """The sentences that sound like the item, in words of which the rules know nothing."""
    if not item.heard or not item.found_in:
        return ()
    roles, known = item.found_in.roles, _known(view, item.found_in)
    hits = [Hit(i, s.start, s.end) for i, s in enumerate(view.sentences) if view.roles[i].role in roles]
    unknown = [hit for hit in hits if hit.end - hit.start >= SHORTEST and hit.sentence not in known]
    return tuple(hit for hit in unknown if _sound(view, hit, item.id) >= item.heard)


def _known(view: View, found_in: FoundIn) -> set[int]:
    """The sentences with words that the rules list, for the item or for what only looks like it."""
    listed = [*(passage.says for passage in found_in.passages), *(each.says for each in found_in.unless)]
    return {view.sentence_at(start) for says in listed for start, _ in view.words.spans(says)}


def heard_words(view: View, item: Item, hits: tuple[Hit, ...]) -> str:
    """The words that tell, for the reason."""
    text = view.document.plain.text
    return "、".join(telling("\n".join(text[hit.start : hit.end] for hit in hits), item.id))


def without_unlike(view: View, item: Item, located: Located) -> Located:
    """What was found, or all of it turned away where it is little and no sentence of it sounds like the item."""
    tone = item.sounds or (item.id if item.heard else "")
    hits = located.hits
    few = len({hit.sentence for hit in hits}) <= FEW
    if not (tone and hits and few) or any(_sound(view, hit, tone) >= LIKE for hit in hits):
        return located
    why = f"用词不像在说{view.role_titles.get(tone, item.title)}"
    away = (TurnedAway(hit.sentence, hit.start, hit.end, why) for hit in hits)
    return replace(located, hits=(), turned_away=(*located.turned_away, *away))


def _sound(view: View, hit: Hit, tone: str) -> float:
    sentence = view.sentences[hit.sentence]
    return sound(view.document.plain.text[sentence.start : sentence.end], tone)
