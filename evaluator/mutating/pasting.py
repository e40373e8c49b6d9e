"""A passage put in where a section ends: what speaks for itself must be found anywhere, a cause after a problem."""

from collections.abc import Collection, Iterator, Sequence

from checklist.folding import squeeze
from evaluator.document import Document
from evaluator.roles.role import DONE, PROBLEM, SentenceRole
from evaluator.understanding.headings import numbered


def pastes(
    document: Document, roles: Sequence[SentenceRole], pieces: Sequence[str], items: Collection[str]
) -> Iterator[tuple[str, str]]:
    """The text with the pieces, which tell of these items, as paragraphs at up to two places, by the place's name."""
    text = document.reading.text
    block = "".join("\n" + piece for piece in pieces)
    for name, at in _places(document, roles, _is_chapter(pieces), _last_said(items)):
        place = document.plain.original(at - 1) + 1
        yield name, text[:place] + block + text[place:]


def _is_chapter(pieces: Sequence[str]) -> bool:
    """Whether it begins with a heading of the first level, so that it belongs to no section before it."""
    found = numbered(squeeze(pieces[0])) if pieces else None
    return found is not None and found[1] == 1


def _last_said(items: Collection[str]) -> str:
    """What must stand before the pieces: a cause that no problem goes before is the cause of nothing."""
    return PROBLEM if set(items) == {"causes"} else DONE


def _places(document: Document, roles: Sequence[SentenceRole], chapter: bool, said: str) -> Iterator[tuple[str, int]]:
    ends = _chapter_ends(document) if chapter else _ends(document, roles, said)
    if ends:
        yield "贴到第一部分末尾", ends[0]
    if len(ends) > 1:
        yield "贴到另一部分末尾", ends[-1]


def _chapter_ends(document: Document) -> list[int]:
    """Where chapters end before which another one stands; the last is as good as the end of the report."""
    chapters = [section for section in document.sections[1:] if section.parent == 0]
    return [section.end for section in chapters[:-1]] or [section.end for section in chapters]


def _ends(document: Document, roles: Sequence[SentenceRole], said: str) -> list[int]:
    """Where a section, or a paragraph outside of all, ends with a sentence of this role.

    What was done, pasted below the heading of the plan or of the shortcomings, would be read as part of these.
    """
    last: dict[int, int] = {}
    for index, sentence in enumerate(document.sentences):
        last[sentence.section or -sentence.paragraph] = index
    return [
        document.paragraphs[document.sentences[index].paragraph].end
        for index in sorted(last.values())
        if roles[index].role == said
    ]
