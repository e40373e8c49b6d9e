"""The copy of a Word document: its text and comments exchanged, what refers to them told, the rest as it was."""

import posixpath

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
    relations = archive.read(own) if own in archive else NO_RELATIONS
    new = "" if word.related("comments") else STRICT_KIND if word.space == STRICTLY else KIND
    target = posixpath.basename(comments)
    changed = {
        word.main: document,
        TYPES_PART: with_types(archive.read(TYPES_PART), word.main, comments, word.dropped),
        own: with_relation(relations, new, target, _lost(word.relations, word)),
        comments: said,
    }
    if lost := _lost(word.package().relations(""), word):
        changed[relations_of("")] = with_relation(archive.read(relations_of("")), "", "", lost)
    return repacked(word.data, changed, word.dropped)


def _lost(relations: dict[str, Relation], word: Word) -> set[str]:
    """The ids of relations to parts that the copy has no more."""
    return {name for name, relation in relations.items() if relation.target.lower() in word.dropped}
