"""Which sentences truly speak of an item: as a careful reader labelled them, else as the program finds them."""

from collections.abc import Mapping

from checklist.model import Item
from evaluator.assessment import Verdict
from evaluator.judging.locating import locate
from evaluator.judging.view import View
from evaluator.measuring.gold import Gold

# Without labels so many sentences with an item's words may all be look-alikes.
FEW = 2


def speaks_of(view: View, item: Item, gold: Gold | None) -> Mapping[int, bool | None]:
    """Of the sentences that have the item's words whether they speak of it; None where that is not known.

    Where a label says that the item is missing, all are look-alikes. A cut that makes it missing takes along all
    that speaks of it, so that what stands outside is a look-alike. Without labels one or two may be look-alikes.
    """
    assert item.found_in
    located = locate(view, item.found_in)
    hits = {hit.sentence for hit in located.hits}
    told: dict[int, bool | None] = {away.sentence: False for away in located.turned_away}
    label = gold.counted.get(item.id) if gold else None
    known = label in (Verdict.MET, Verdict.PARTIAL) or (gold is None and len(hits) > FEW)
    spans = _cut(view, item, gold) if gold else ()
    for hit in hits:
        at = view.document.plain.original(view.sentences[hit].start)
        outside = any(not start <= at < end for start, end in spans)
        told[hit] = False if label is Verdict.MISSING or outside else (True if known else None)
    return told


def _cut(view: View, item: Item, gold: Gold) -> tuple[tuple[int, int], ...]:
    """The passages whose cut makes the item missing."""
    text = view.document.reading.text
    cuts = [cut for cut in gold.cuts if cut.labels.get(item.id) is Verdict.MISSING]
    return tuple(span for cut in cuts if (span := cut.span(text)))
