"""A stretch: the run of sentences, within a section, that goes on with one role until something turns it."""

from collections.abc import Mapping
from dataclasses import field

from checklist.records import record
from evaluator.mentions.date_forms import THIS_YEAR
from evaluator.mentions.enumerators import read_mark
from evaluator.quotation import quoted
from evaluator.roles.chapters import Chapters
from evaluator.roles.role import CAUSE, DONE, LACKING, PLAN, PROBLEM, RECTIFIED, SentenceRole

# In a section that may hold several matters the first of these is what it begins with.
_BEGINNINGS = (RECTIFIED, PROBLEM, CAUSE, PLAN)
# What nothing announces tells what was done.
PLAINLY_DONE = SentenceRole(DONE, "")
# With these a paragraph says what was done about what the one before it tells.
ANSWERS = ("为此", "就此", *(word + what for word in ("针对", "对") for what in ("这", "此", "上述", "以上", "该问题")))
# With one of FOUND a sentence ends that tells what was found last year; without one of MENDED nothing was done yet.
FLAWS = ("问题", "不足", "短板", "意见", "差距", "扣分", "失分", "薄弱环节")
FOUND = tuple(flaw + stop for flaw in FLAWS for stop in "。:;")
MENDED = ("整改", "改进", "改善", "解决", "完善", "落实", "提升", "补齐", "销号")


@record
class Stretch:
    """What is carried from one sentence of a section to the next.

    `told` is the role with which the stretch goes on. `opened` is the index of the sentence whose words began it, -1
    where a heading did or nothing. `lists` hold for each style of enumerator the last value and the role of its list.
    """

    told: SentenceRole
    opened: int = -1
    lists: Mapping[str, tuple[int, SentenceRole]] = field(default_factory=dict)

    def of_list(self, mark: str) -> SentenceRole | None:
        """The role of the list with which a sentence of this enumerator goes on, None where it goes on with none."""
        read = read_mark(mark) if mark else None
        last = self.lists.get(read[0]) if read else None
        return last[1] if read and last and read[1] == last[0] + 1 else None

    def after(self, told: SentenceRole, mark: str) -> "Stretch":
        """The stretch after a sentence of this role and enumerator."""
        if not mark and told is self.told:
            return self
        return Stretch(told, self.opened, self.with_mark(mark, told))

    def with_mark(self, mark: str, told: SentenceRole) -> Mapping[str, tuple[int, SentenceRole]]:
        """The lists, with the enumerator noted for this role; as they are where it is none."""
        read = read_mark(mark) if mark else None
        return {**self.lists, read[0]: (read[1], told)} if read else self.lists


def entered(section: int, before: Stretch, chapters: Chapters) -> Stretch:
    """The stretch with which a section begins; `before` is that with which the section before it ended.

    A heading below a chapter's that names no role leaves it to that one what is told: its flaws first, then its plan.
    """
    allowed = chapters.allowed[section]
    if not allowed:
        return Stretch(PLAINLY_DONE)
    if before.told.role == PLAN and PLAN in allowed and chapters.names_nothing(section):
        return Stretch(before.told)
    role = next((role for role in allowed if role in _BEGINNINGS), DONE)
    giver = next(s for s in chapters.document.path(section) if chapters.allowed[s] == allowed)
    heading = chapters.document.sections[giver]
    return Stretch(SentenceRole(role, f"标题{quoted(heading.number + heading.title)}"))


def continued(stretch: Stretch, index: int, chapters: Chapters) -> Stretch:
    """The stretch as it is when a sentence begins.

    A new paragraph ends what running text opened, unless it goes on with the same matter.
    """
    if stretch.opened < 0 or not chapters.begins_paragraph(index) or _is_announced(stretch, index, chapters):
        return stretch
    allowed = chapters.allowed_at(index)
    home = next((role for role in (PROBLEM, CAUSE, PLAN, RECTIFIED) if role in allowed), None)
    if home:
        return Stretch(SentenceRole(home, "所在章节"), stretch.opened, stretch.lists)
    if _is_plan_of_the_year(stretch, index, chapters) or _still_lacks(stretch, index, chapters):
        return stretch
    return Stretch(PLAINLY_DONE, lists=stretch.lists)


def _is_announced(stretch: Stretch, index: int, chapters: Chapters) -> bool:
    """A point of a list, an answer to what was found last year, or what follows the sentence that opened flaws."""
    sentence = chapters.document.sentences[index]
    if read_mark(sentence.mark):
        return True
    follows = stretch.opened == index - 1
    if stretch.told.role == RECTIFIED:
        return chapters.document.plain.text.startswith(ANSWERS, sentence.start) or (follows and _asks(index, chapters))
    return follows and stretch.told.role in LACKING


def _asks(index: int, chapters: Chapters) -> bool:
    """Whether the sentence before tells what was found last year, and this one goes on with what became of it."""
    document = chapters.document
    text, before, own = document.plain.text, document.sentences[index - 1], document.sentences[index]
    if any(text.find(word, before.start, before.end) >= 0 for word in MENDED):
        return False
    this_year = (*THIS_YEAR, f"{document.metadata.year}年")
    return text.endswith(FOUND, 0, before.end) or text.startswith(this_year, own.start)


def _is_plan_of_the_year(stretch: Stretch, index: int, chapters: Chapters) -> bool:
    """No flaws follow it in its section; a report that goes matter by matter has a plan for each."""
    section = chapters.document.sentences[index].section
    return stretch.told.role == PLAN and index > chapters.last_flaws.get(section, -1)


def _still_lacks(stretch: Stretch, index: int, chapters: Chapters) -> bool:
    """Flaws go on, or are followed by where they come from."""
    if stretch.told.role not in LACKING:
        return False
    signals = chapters.signals
    return any(role in signals.says[index] for role in LACKING) or CAUSE in signals.opens[index]


def weighed(told: SentenceRole, index: int, chapters: Chapters) -> SentenceRole:
    """The role of a plain sentence in a stretch of the role `told`: that one, unless its predicates point elsewhere.

    After flaws a paragraph that begins with what is planned is the plan, whatever the heading says.
    """
    says, allowed = chapters.signals.says[index], chapters.allowed_at(index)
    if told.role == RECTIFIED and PROBLEM in allowed and PROBLEM in says:
        return SentenceRole(PROBLEM, "谓语说的是不足")
    may_plan = PLAN in says and (PLAN in allowed or chapters.begins_paragraph(index))
    if told.role in LACKING and may_plan and PROBLEM not in says:
        return SentenceRole(PLAN, "谓语说的是安排")
    return told
