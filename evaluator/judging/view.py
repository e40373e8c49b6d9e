"""A document as judging sees it: its words to be searched, what each sentence does, and where it is specific."""

from bisect import bisect_right

from checklist.matching import Searchable
from checklist.model import STANDING_ROLES, Checklist, OtherActors
from checklist.records import record
from evaluator.document import Document, Sentence
from evaluator.judging.specifics import Specifics, find_specifics
from evaluator.roles import decide
from evaluator.roles.role import SentenceRole


@record
class View:
    """A document with what was decided of it: the role of every sentence and where it is specific.

    `starts` are the offsets at which its sentences begin; `others` whose acts do not count.
    """

    document: Document
    words: Searchable
    sentences: tuple[Sentence, ...]
    starts: tuple[int, ...]
    roles: tuple[SentenceRole, ...]
    specifics: Specifics
    role_titles: dict[str, str]
    others: tuple[OtherActors, ...]

    def sentence_at(self, at: int) -> int:
        """The index of the sentence in which a plain offset lies, -1 outside of all."""
        index = bisect_right(self.starts, at) - 1
        return index if index >= 0 and at < self.sentences[index].end else -1


def look_at(document: Document, checklist: Checklist) -> View:
    """The document with the roles of its sentences decided."""
    titles = STANDING_ROLES | {role.id: role.title for role in checklist.roles}
    words = Searchable(document.plain.text, document.metadata.year, checklist.vocabulary)
    sentences = document.sentences
    starts = tuple([sentence.start for sentence in sentences])
    roles = decide(document, words, checklist.roles)
    specifics = find_specifics(document.plain.text)
    return View(document, words, sentences, starts, roles, specifics, titles, checklist.others)
