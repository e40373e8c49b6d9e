"""The comments part: what stands in it, which of it is ours, and what we add."""

import posixpath
import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import field
from itertools import count
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from checklist.records import record
from evaluator.console.layout import visible
from evaluator.masking import cover
from evaluator.output.docx.markup import as_utf8, edited, in_encoding, top, with_children
from evaluator.output.docx.original import Word
from evaluator.output.docx.packaging import HEAD
from evaluator.reading.docx.names import ID, P, T, W

AUTHOR, INITIALS = "lawgov-check", "法审"
PARAGRAPH_ID = re.compile(r"\{[^}]*\}paraId$")
PARENT_ID = re.compile(r"\{[^}]*\}paraIdParent$")


@record
class Comment:
    """`words` are its paragraphs; `answered` says that somebody replied to it; start and end are its bytes."""

    id: str
    ours: bool
    words: tuple[str, ...]
    answered: bool
    start: int
    end: int


@record
class CommentsPart:
    """The part by its name, there or yet to be made, with the comments present in it."""

    name: str
    utf8: bytes = field(repr=False)
    encoding: str
    present: tuple[Comment, ...]


def said(lines: Sequence[str]) -> tuple[str, ...]:
    """The lines as a comment has them: nothing in them that is obeyed or hidden, no number of a person."""
    return tuple(visible(cover(line)) for line in lines)


def comments_of(word: Word) -> CommentsPart:
    name = word.related("comments")
    if name is None:
        empty = f'{HEAD}<w:comments xmlns:w="{word.space}"></w:comments>'
        return CommentsPart(_free_name(word), empty.encode("utf-8"), "utf-8", ())
    utf8, encoding = as_utf8(word.part(name))
    return CommentsPart(name, utf8, encoding, tuple(_present(word, name, utf8)))


def with_comments(
    part: CommentsPart, gone: Collection[Comment], new: Sequence[tuple[int, Sequence[str]]], space: str
) -> bytes:
    """The part in its own encoding, with new comments by their ids and lines."""
    kept = edited(part.utf8, ((comment.start, comment.end, b"") for comment in gone))
    root = top(kept)
    declared = "" if root.spaces.get("w") == space else f' xmlns:w="{space}"'
    added = "".join(_written(number, lines, declared) for number, lines in new)
    return in_encoding(with_children(kept, root, added.encode("utf-8")) if new else kept, part.encoding)


def _free_name(word: Word) -> str:
    folder, names = posixpath.dirname(word.main), word.archive()
    numbered = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
    return next(name for name in numbered if name not in names)


def _present(word: Word, name: str, utf8: bytes) -> Iterator[Comment]:
    root = word.package().part(name)
    assert root is not None
    parents = _answered(word)
    for element, child in zip(root, top(utf8).children, strict=True):
        paragraphs = [*element.iter(P)]
        yield Comment(
            id=element.get(ID, ""),
            ours=element.get(f"{W}author") == AUTHOR,
            words=tuple("".join(t.text or "" for t in p.iter(T)) for p in paragraphs),
            answered=not parents.isdisjoint(_values(paragraphs, PARAGRAPH_ID)),
            start=child.start,
            end=child.end,
        )


def _answered(word: Word) -> frozenset[str]:
    """The ids by which replies name the comments that they belong to."""
    name = word.related("commentsExtended")
    part = None if name is None else word.package().part(name)
    return frozenset() if part is None else frozenset(_values(part, PARENT_ID))


def _written(number: int, lines: Sequence[str], declared: str) -> str:
    paragraphs = (f'<w:p><w:r><w:t xml:space="preserve">{escape(line)}</w:t></w:r></w:p>' for line in lines)
    who = f'w:author="{AUTHOR}" w:initials="{INITIALS}"'
    return f'<w:comment{declared} w:id="{number}" {who}>{"".join(paragraphs)}</w:comment>'


def _values(elements: Iterable[Element], name: "re.Pattern[str]") -> Iterator[str]:
    for element in elements:
        yield from (value for key, value in element.attrib.items() if name.search(key))
