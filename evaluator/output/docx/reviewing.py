"""A document with its comments: earlier ones that still hold stay as they are, the others go, new ones come."""

from collections.abc import Callable, Iterator, Sequence
from itertools import count

from checklist.errors import UserError
from checklist.records import record
from evaluator.output.docx.anchoring import Anchor, anchor
from evaluator.output.docx.comments import Comment, CommentsPart, comments_of, said, with_comments
from evaluator.output.docx.copying import copied
from evaluator.output.docx.earlier import Key, settled
from evaluator.output.docx.markup import as_utf8, in_encoding
from evaluator.output.docx.original import Word
from evaluator.output.docx.remarks import Remark
from evaluator.output.docx.scanning import Scan, scan
from evaluator.output.docx.splicing import marked, unmarked
from evaluator.output.docx.tracing import Tracing
from evaluator.quotation import quoted

# From a scan of the document part, and that part in its own encoding, to where the text as read stands in it.
Trace = Callable[[Scan, bytes], Tracing]


@record
class Placed:
    """A remark where it stands: its lines as they are written, and the marks."""

    lines: tuple[str, ...]
    anchor: Anchor

    @property
    def key(self) -> Key:
        return self.lines, self.anchor.covers


def reviewed(word: Word, remarks: Sequence[Remark], trace: Trace) -> bytes:
    """The Word file with the remarks as its comments. Raises UserError where there is no place for any."""
    part = word.part(word.main)
    document, encoding = as_utf8(part)
    comments = comments_of(word)
    old = trace(scan(document), part)
    standing, gone = settled(old, comments.present, [placed.key for placed in _placed(remarks, old)])
    cleaned = unmarked(old.scan, {comment.id for comment in gone})
    now = trace(scan(cleaned), in_encoding(cleaned, encoding))
    coming = [placed for index, placed in enumerate(_placed(remarks, now)) if index not in standing]
    numbered = list(zip(_free(now.scan, comments, gone), coming, strict=False))
    declared = "" if now.scan.declares("w", word.space) else f' xmlns:w="{word.space}"'
    spliced = marked(now.scan, ((number, placed.anchor) for number, placed in numbered), declared)
    lines = [(number, placed.lines) for number, placed in numbered]
    return copied(word, in_encoding(spliced, encoding), comments.name, with_comments(comments, gone, lines, word.space))


def _placed(remarks: Sequence[Remark], tracing: Tracing) -> list[Placed]:
    return [_place(remark, tracing) for remark in remarks]


def _place(remark: Remark, tracing: Tracing) -> Placed:
    found = anchor(tracing, remark.start, remark.end)
    if found is None:
        message = "没有写出批注稿：正文里没有可以加批注的文字"
        raise UserError(message, "文字都在页眉、脚注或图形里的，请先移到正文里再核查")
    original = () if found.exact or not remark.quote else (f"原文：{quoted(remark.quote)}",)
    return Placed(said((*remark.lines[:1], *original, *remark.lines[1:])), found)


def _free(scan: Scan, comments: CommentsPart, gone: Sequence[Comment]) -> Iterator[int]:
    """Ids that no comment has, and no mark of one."""
    used = {comment.id for comment in comments.present if comment not in gone} | {m.comment for m in scan.marks}
    return (number for number in count() if str(number) not in used)
