"""A passage: what is carried from one sentence to the next within a section."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from evaluator.document import Document, Sentence
from evaluator.mentions.enumerators import read_mark
from evaluator.quotation import quoted
from evaluator.roles.role import CAUSE, DONE, LACKING, PLAN, PROBLEM, RECTIFIED, SentenceRole
from evaluator.roles.signals import Signals

# In a section that may hold several matters the first of these is what it begins with.
_BEGINNINGS = (RECTIFIED, PROBLEM, CAUSE, PLAN)


@dataclass(slots=True)
class Passage:
    """`opened` tells that words of the text, not a heading, began the passage, and `announced` which sentence did.

    `last_flaws` is the last sentence of the section that opens flaws; `closing` that the section is in the last
    chapter, which names nothing itself and comes after that on flaws. `lists` hold for each style of enumerator
    the last value and the role of its list.
    """

    role: str
    why: str
    opened: bool = False
    announced: int = -1
    last_flaws: int = -1
    closing: bool = False
    paragraph: int = -1
    lists: dict[str, tuple[int, SentenceRole]] = field(default_factory=dict)


def enter(document: Document, allowed: Sequence[tuple[str, ...]], section: int) -> Passage:
    """The passage with which a section begins."""
    if not allowed[section]:
        return Passage(DONE, "")
    role = next((role for role in _BEGINNINGS if role in allowed[section]), DONE)
    giver = next(s for s in document.path(section) if allowed[s] == allowed[section])
    heading = document.sections[giver]
    return Passage(role, f"标题{quoted(heading.number + heading.title)}")


def turn(sentence: Sentence, index: int, allowed: tuple[str, ...], signals: Signals, passage: Passage) -> None:
    """A new paragraph ends a passage that running text opened, unless it goes on with the same matter."""
    turned = sentence.paragraph != passage.paragraph
    passage.paragraph = sentence.paragraph
    announced = passage.announced == index - 1 and passage.role in LACKING
    if not turned or not passage.opened or read_mark(sentence.mark) or announced:
        return
    home = next((role for role in (PROBLEM, CAUSE, PLAN, RECTIFIED) if role in allowed), None)
    if home:
        passage.role, passage.why = home, "所在章节"
    elif not (_is_plan_of_the_year(passage, index) or _still_lacks(passage, signals, index)):
        passage.role, passage.why, passage.opened = DONE, "", False


def _is_plan_of_the_year(passage: Passage, index: int) -> bool:
    """No flaws follow it; a report that goes matter by matter has a plan for each."""
    return passage.role == PLAN and index > passage.last_flaws


def _still_lacks(passage: Passage, signals: Signals, index: int) -> bool:
    """Flaws go on, or are followed by where they come from."""
    if passage.role not in LACKING:
        return False
    return any(role in signals.says[index] for role in LACKING) or CAUSE in signals.opens[index]


def going_on(sentence: Sentence, passage: Passage) -> SentenceRole | None:
    """The role of the list that this sentence's enumerator goes on with."""
    mark = read_mark(sentence.mark)
    last = passage.lists.get(mark[0]) if mark else None
    return last[1] if mark and last and mark[1] == last[0] + 1 else None


def listed(sentence: Sentence, passage: Passage, role: SentenceRole) -> SentenceRole:
    """The role, noted for the list to which the sentence belongs."""
    mark = read_mark(sentence.mark)
    if mark:
        passage.lists[mark[0]] = (mark[1], role)
    return role


def weigh(allowed: tuple[str, ...], says: Mapping[str, int], passage: Passage, begins: bool) -> None:
    """In a section that may hold several matters a plain sentence goes where its predicate points.

    After flaws a paragraph that `begins` with what is planned is the plan, whatever the heading says.
    """
    if passage.role == RECTIFIED and PROBLEM in allowed and PROBLEM in says:
        passage.role, passage.why = PROBLEM, "谓语说的是不足"
    elif passage.role in LACKING and (begins or PLAN in allowed) and PLAN in says and PROBLEM not in says:
        passage.role, passage.why = PLAN, "谓语说的是安排"
