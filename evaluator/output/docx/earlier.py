"""Our comments of an earlier run: which still hold, and which go since what they name is gone or has changed."""

from collections import defaultdict
from collections.abc import Sequence

from evaluator.output.docx.comments import Comment
from evaluator.output.docx.tracing import Tracing

Covers = tuple[int, int]
# By this a remark is known again: the same words on the same words.
Key = tuple[tuple[str, ...], Covers]


def settled(tracing: Tracing, present: Sequence[Comment], wanted: Sequence[Key]) -> tuple[set[int], list[Comment]]:
    """The indexes of the wanted remarks that stand there already, and the comments of ours that nobody wants.

    One that somebody replied to is never taken away: with it their words would go.
    """
    covers = _covers(tracing)
    waiting: dict[Key, list[Comment]] = defaultdict(list)
    for comment in present:
        if comment.ours and comment.id in covers:
            waiting[comment.words, covers[comment.id]].append(comment)
    standing = {index: waiting[key].pop(0) for index, key in enumerate(wanted) if waiting[key]}
    kept = {comment.id for comment in standing.values()}
    gone = [c for c in present if c.ours and not c.answered and c.id not in kept]
    return set(standing), gone


def _covers(tracing: Tracing) -> dict[str, Covers]:
    """What the comments stand on, by their ids."""
    starts = {mark.comment: mark.node.end for mark in tracing.scan.marks if mark.kind == "start"}
    ends = {mark.comment: mark.node.start for mark in tracing.scan.marks if mark.kind == "end"}
    return {id_: tracing.within(starts[id_], ends[id_]) for id_ in starts if id_ in ends}
