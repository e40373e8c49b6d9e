"""Our comments of an earlier run: which still hold, and which go since what they name is gone or has changed."""

from collections.abc import Sequence

from evaluator.output.docx.comments import Comment
from evaluator.output.docx.tracing import Tracing

Covers = tuple[int, int]
# The words of a remark, and the first and the last character it is on.
Key = tuple[tuple[str, ...], Covers]


def settled(tracing: Tracing, present: Sequence[Comment], wanted: Sequence[Key]) -> tuple[set[int], list[Comment]]:
    """The indexes of the wanted remarks that stand there already, and the comments of ours that nobody wants.

    A remark is known again by the same words round the same words. One that somebody replied to is never taken away:
    with it their words would go.
    """
    covers = _covers(tracing)
    waiting = [comment for comment in present if comment.ours and comment.id in covers]
    standing: set[int] = set()
    for index, (words, (first, last)) in enumerate(wanted):
        same = (c for c in waiting if c.words == words and covers[c.id][0] <= first and last <= covers[c.id][1])
        if found := next(same, None):
            waiting.remove(found)
            standing.add(index)
    unplaced = [comment for comment in present if comment.ours and comment.id not in covers]
    return standing, [comment for comment in (*waiting, *unplaced) if not comment.answered]


def _covers(tracing: Tracing) -> dict[str, Covers]:
    """What the comments stand on, by their ids."""
    starts = {mark.comment: mark.node.end for mark in tracing.scan.marks if mark.kind == "start"}
    ends = {mark.comment: mark.node.start for mark in tracing.scan.marks if mark.kind == "end"}
    return {id_: tracing.within(starts[id_], ends[id_]) for id_ in starts if id_ in ends}
