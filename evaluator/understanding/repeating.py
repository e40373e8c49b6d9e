"""Where the same report begins anew in one file: it was pasted twice, or two versions stand one after the other."""

from collections.abc import Sequence
from itertools import islice

from evaluator.understanding.framing import NEAR, Frame, further_titles, is_prose
from evaluator.understanding.headings import numbered
from evaluator.understanding.naming import organ_of, year_of
from evaluator.understanding.titling import COMPLETE, Title

# Less stands between a title and its copy on the cover, or in a table of contents.
FEWEST_SENTENCES = 2


def anew(lines: Sequence[str], framed: Frame) -> Title | None:
    """The title with which the same report begins once more; None where it stands there once.

    A title alone is no beginning, since it also stands at the head of every page: the same sentence, or the same
    number over the first chapter, stands below it.
    """
    if framed.title is None:
        return None
    sentences = (at for at in range(framed.first, framed.last) if is_prose(lines[at]))
    under_way = next(islice(sentences, FEWEST_SENTENCES - 1, None), framed.last)
    for title in further_titles(lines[: framed.last], framed.first):
        if title.first > under_way and _is_same(title, framed.title):
            sentence, number = _opening(lines[framed.first : min(framed.first + NEAR, title.first)])
            again = _opening(lines[title.last + 1 : title.last + 1 + NEAR])
            if sentence == again[0] or number == again[1] != "":
                return title
    return None


def _is_same(title: Title, own: Title) -> bool:
    if own.text.endswith(title.text):
        return True
    alike = (organ_of(title.text), year_of(title.text)) == (organ_of(own.text), year_of(own.text))
    return alike and title.completeness >= COMPLETE


def _opening(lines: Sequence[str]) -> tuple[str, str]:
    """The first sentence and the first number of a heading, each empty where there is none."""
    numbers = (number[0] for line in lines if (number := numbered(line)))
    return next(filter(is_prose, lines), ""), next(numbers, "")
