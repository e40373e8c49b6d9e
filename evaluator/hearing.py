"""Where a report speaks of an item in words that no rule lists: sentences that sound as others on it do."""

from checklist.model import Item
from evaluator.locating import Hit, View
from evaluator.tones.tone import sound, telling

# Shorter sentences sound like anything.
SHORTEST = 12


def hear(view: View, item: Item) -> tuple[Hit, ...]:
    """The sentences that sound like the item; none where it cannot be heard."""
    if not item.heard or not item.found_in:
        return ()
    text, hits = view.document.plain.text, []
    for index, (sentence, told) in enumerate(zip(view.sentences, view.roles, strict=True)):
        said = text[sentence.start : sentence.end]
        if told.role in item.found_in.roles and len(said) >= SHORTEST and sound(said, item.id) >= item.heard:
            hits.append(Hit(index, sentence.start, sentence.end))
    return tuple(hits)


def heard_words(view: View, item: Item, hits: tuple[Hit, ...]) -> str:
    """The words that tell, for the reason."""
    text = view.document.plain.text
    return "、".join(telling("\n".join(text[hit.start : hit.end] for hit in hits), item.id))
