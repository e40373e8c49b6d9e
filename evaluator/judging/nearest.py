"""The passage nearest to what a report does not say, and why it does not count."""

from collections.abc import Sequence

from checklist.model import Item
from evaluator.assessment import Nearest
from evaluator.judging.locating import Located, TurnedAway
from evaluator.judging.quoting import excerpt
from evaluator.judging.view import View
from evaluator.tones import sound

# What scores less for an item only has one of its words.
UNLIKE = -1.0


def nearest_to(view: View, item: Item, located: Located) -> Nearest | None:
    """The passage that comes closest to a missing item, and why it does not count."""
    away = _likeliest(view, item, located.turned_away)
    if away:
        return _nearest(view, away.start, view.sentences[away.sentence].end, away.why)
    level = view.document.metadata.level
    look_alikes = item.found_in.unless if item.found_in else ()
    for look_alike in (each for each in look_alikes if each.misleads(level) and not each.common):
        for span in view.words.spans(look_alike.says):
            index = view.sentence_at(span[0])
            if index >= 0:
                return _nearest(view, *_around(view, span, index), look_alike.why)
    if located.empty_headings:
        section = view.document.sections[located.empty_headings[0]]
        return _nearest(view, section.start, section.heading_end, "只有标题，下面没有相应的内容")
    return None


def _likeliest(view: View, item: Item, turned_away: Sequence[TurnedAway]) -> TurnedAway | None:
    """The one that sounds most like the item; of one that sounds like nothing in particular the first."""
    if not item.sounds:
        return next(iter(turned_away), None)
    text = view.document.plain.text
    spans = {each: (view.sentences[each.sentence].start, view.sentences[each.sentence].end) for each in turned_away}
    sounding = {each: sound(text[slice(*span)], item.sounds) for each, span in spans.items()}
    best = max(turned_away, key=lambda each: sounding[each], default=None)
    return best if best and sounding[best] > UNLIKE else None


def _around(view: View, span: tuple[int, int], index: int) -> tuple[int, int]:
    """The clause of a span and the rest of its sentence."""
    sentence = view.sentences[index]
    return max(view.words.clause_around(span)[0], sentence.start), sentence.end


def _nearest(view: View, start: int, end: int, why: str) -> Nearest:
    span = excerpt(view, start, end)
    return Nearest(view.document.quote(*span), view.document.place(*span), why)
