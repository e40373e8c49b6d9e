"""The copy of a Word document: its text and comments exchanged, what refers to them told, the rest as it was."""

import posixpath

from checklist.errors import UserError
from evaluator.output.docx.original import STRICTLY, Word
from evaluator.output.docx.packaging import (
    NO_RELATIONS,
    TYPES_PART,
    relations_of,
    repacked,
    with_relation,
    with_types,
)
from evaluator.reading.docx.package import Relation

KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
STRICT_KIND = "http://purl.oclc.org/ooxml/officeDocument/relationships/comments"


def copied(word: Word, document: bytes, comments: str, said: bytes) -> bytes:
    """`comments` is the name of the comments part, `said` its bytes."""
    archive, own = word.archive(), relations_of(word.main)
    relations = word.part(own) if own in archive else NO_RELATIONS
    new = "" if word.related("comments") else STRICT_KIND if word.space == STRICTLY else KIND
    target = posixpath.basename(comments)
    changed = {
        word.main: document,
        TYPES_PART: with_types(_types(word), word.main, comments, word.dropped),
        own: with_relation(relations, new, target, _lost(word.relations, word)),
        comments: said,
    }
    if lost := _lost(word.package().relations(""), word):
        changed[relations_of("")] = with_relation(word.part(relations_of("")), "", "", lost)
    return repacked(word.data, changed, word.dropped)


def _types(word: Word) -> bytes:
    if TYPES_PART in word.archive():
        return word.part(TYPES_PART)
    message = f"没有写出批注稿：原件不完整，缺少 {TYPES_PART}，Word 打不开"
    raise UserError(message, "请用 WPS 或 Word 的“打开并修复”打开原件，另存为新的 .docx 再核查")


def _lost(relations: dict[str, Relation], word: Word) -> set[str]:
    """The ids of relations to parts that the copy has no more."""
    return {name for name, relation in relations.items() if relation.target.lower() in word.dropped}
