"""The marks of comments written into a document and taken out of it; every other byte stays."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from evaluator.output.docx.anchoring import Anchor, Cut
from evaluator.output.docx.markup import Edit, edited
from evaluator.output.docx.scanning import Scan, Seam


def marked(scan: Scan, placed: Iterable[tuple[int, Anchor]], space: str) -> bytes:
    """With the marks of comments by their ids; `space` declares the prefix w where the document does not."""
    cuts: dict[int, Cut] = {}
    ends: dict[int, str] = defaultdict(str)
    starts: dict[int, str] = defaultdict(str)
    for number, anchor in placed:
        for cut in (anchor.start, anchor.end):
            assert cuts.setdefault(cut.at, cut) == cut, cut
        starts[anchor.start.at] += f'<w:commentRangeStart{space} w:id="{number}"/>'
        ends[anchor.end.at] += (
            f'<w:commentRangeEnd{space} w:id="{number}"/><w:r{space}><w:commentReference w:id="{number}"/></w:r>'
        )
    marks = {at: (ends[at] + starts[at]).encode("utf-8") for at in cuts}
    return edited(scan.utf8, ((at, at, cut.close + marks[at] + cut.reopen) for at, cut in cuts.items()))


def unmarked(scan: Scan, comments: Collection[str]) -> bytes:
    """Without the marks of these comments, and with the runs whole again that were cut for nothing else."""
    marks = [mark for mark in scan.marks if mark.comment in comments]
    nodes = [mark.run if mark.run and mark.run.children == 1 else mark.node for mark in marks]
    spans = {node.start: node.end for node in nodes}
    removed = [(start, end, b"") for start, end in spans.items()]
    return edited(scan.utf8, (*removed, *(edit for seam in scan.seams for edit in _healed(scan, seam, spans))))


def _healed(scan: Scan, seam: Seam, removed: dict[int, int]) -> Iterator[Edit]:
    at = seam.end
    while at in removed:
        at = removed[at]
    run = scan.runs.get(at)
    if at == seam.end or run is None or any(start < seam.end <= end for start, end in removed.items()):
        return
    # Both halves begin alike, or it was not us who cut.
    if seam.opening.startswith(scan.utf8[run.start : run.lead]) and scan.utf8.startswith(seam.opening, at):
        yield seam.start, seam.end, b""
        yield at, at + len(seam.opening), b""
