"""Which of the openings that a sentence has (但也存在一些不足, 下一步) begin a stretch, and why the others do not."""

from bisect import bisect_right
from collections.abc import Callable, Mapping

from checklist.records import record
from evaluator.document import Document, Sentence
from evaluator.mentions.date_forms import THIS_YEAR
from evaluator.roles.chapters import Chapters
from evaluator.roles.role import CAUSE, DONE, LACKING, PLAN, PROBLEM, RECTIFIED
from evaluator.tones import sound
from evaluator.understanding.closing import GREETINGS

# A 下一步 that speaks of the whole, not of one measure.
_WHOLE = ("法治政府", "依法行政", "法治建设", "依法治", "法治街道", "法治乡", "法治镇", "法治县", "法治区", "法治市")
# What stands after the last matter of a report: thanks, a closing formula, page chrome that was not set aside.
_CLOSING = 80
# 究其原因, 从主观上看 lead to a cause.
_SHORTEST_FLAW = 5
# What is named later in a sentence than this belongs to the matter with which the sentence begins.
AT_ONCE = 8
# No sentence that opened flaws sounded less like them.
_UNLIKE = -2.0
# 主任、各位副主任、各位委员，下一步……
_LONGEST_GREETING = 40


@record
class Opening:
    """Words that open a role at an `offset` of the sentence `index`; `within` is the role of the stretch before it."""

    role: str
    offset: int
    index: int
    within: str
    chapters: Chapters

    @property
    def document(self) -> Document:
        return self.chapters.document

    @property
    def sentence(self) -> Sentence:
        return self.document.sentences[self.index]

    @property
    def allowed(self) -> tuple[str, ...]:
        return self.chapters.allowed[self.sentence.section]

    @property
    def begins_paragraph(self) -> bool:
        return self.chapters.begins_paragraph(self.index)


def opened_by(within: str, index: int, chapters: Chapters) -> tuple[str, ...]:
    """The roles that the sentence opens in a stretch of the role `within`, in the order of its words; () for none."""
    opens = chapters.signals.opens[index]
    return tuple([role for role, at in opens.items() if not why_not(Opening(role, at, index, within, chapters))])


def looks_ahead(index: int, chapters: Chapters) -> bool:
    """Whether the sentence opens with what comes next, or its predicates plan what it dates by the next year."""
    opens = chapters.signals.opens[index]
    return PLAN in opens and (opens[PLAN] <= AT_ONCE or PLAN in chapters.signals.says[index])


def is_promised(index: int, chapters: Chapters) -> bool:
    """Whether the sentence looks ahead, and tells of nothing that is done already: 去年的问题将在明年解决."""
    sentence = chapters.document.sentences[index]
    text = chapters.document.plain.text[sentence.start : sentence.end]
    return looks_ahead(index, chapters) and not any(word in text for word in (*THIS_YEAR, "已", "年内"))


def why_not(opening: Opening) -> str:
    """Why an opening does not count where it stands: the first reason in AGAINST that holds, empty if none does."""
    return next((why for why, holds in AGAINST.get(opening.role, ()) if holds(opening)), "")


def sounds_like_another(index: int, document: Document) -> bool:
    """Whether a sentence is about no flaw, for all the words of an opening in it: 纳入考评“扣分项”, 有短板的列清单."""
    sentence = document.sentences[index]
    return sound(document.plain.text[sentence.start : sentence.end], PROBLEM) < _UNLIKE


def _is_late(opening: Opening) -> bool:
    return opening.offset > AT_ONCE


def _is_late_in_what_was_done(opening: Opening) -> bool:
    return opening.within == DONE and opening.offset - _greeting(opening) > AT_ONCE


def _is_of_one_measure(opening: Opening) -> bool:
    """Whether a 下一步 is what comes next in one measure, and not the plan of the year."""
    if opening.within in (*LACKING, PLAN) or {PLAN, *LACKING}.intersection(opening.allowed):
        return False
    if opening.sentence.section in opening.chapters.closing or _is_said_at_the_end(opening):
        return False
    return not (opening.begins_paragraph and (_heads_a_list(opening) or _names_the_whole(opening)))


def _follows_its_flaw(opening: Opening) -> bool:
    """执法力量不足，主要原因是编制少: the flaw is told first, and so is what the sentence is about."""
    document, sentence = opening.document, opening.sentence
    lead = document.plain.text[sentence.start : sentence.start + opening.offset]
    told, mark, _ = lead.rpartition(",")
    return bool(mark) and len(told) >= _SHORTEST_FLAW and sound(told, PROBLEM) > sound(told, CAUSE)


def _has_no_flaws(opening: Opening) -> bool:
    return opening.within not in LACKING and _is_free_of_flaws(opening)


def _is_in_a_plan(opening: Opening) -> bool:
    return opening.within == PLAN


def _is_another_matter(opening: Opening) -> bool:
    return _is_free_of_flaws(opening) and sounds_like_another(opening.index, opening.document)


def _is_of_last_year(opening: Opening) -> bool:
    """去年的报告承认有两处没做好: what names last year's matter, within its clause."""
    named = opening.chapters.signals.opens[opening.index].get(RECTIFIED)
    if named is None or named > opening.offset:
        return False
    start = opening.sentence.start
    return not any(mark in opening.document.plain.text[start + named : start + opening.offset] for mark in ",;")


def _is_mended_at_once(opening: Opening) -> bool:
    return _is_below_mended(opening) and RECTIFIED in opening.chapters.signals.opens[opening.index]


def _is_late_in_what_was_mended(opening: Opening) -> bool:
    return _is_below_mended(opening) and _is_late(opening) and not opening.begins_paragraph


# Why an opening of a role does not count, and what tells so; the first that holds decides.
AGAINST: Mapping[str, tuple[tuple[str, Callable[[Opening], bool]], ...]] = {
    PLAN: (
        ("a word in passing, late in a sentence on what was done", _is_late_in_what_was_done),
        ("the next step of one measure, not the plan of the year", _is_of_one_measure),
    ),
    CAUSE: (
        ("named late, in a sentence on something else", _is_late),
        ("named after the flaw whose cause it is", _follows_its_flaw),
        ("there are no flaws whose cause it could be", _has_no_flaws),
    ),
    RECTIFIED: (("to be mended, as a part of the plan", _is_in_a_plan),),
    PROBLEM: (
        ("sounds like no flaw, and no heading allows flaws", _is_another_matter),
        ("says what was found last year, in the clause that says so", _is_of_last_year),
        ("said to be mended in the same sentence, below a heading on what was mended", _is_mended_at_once),
        ("named late in a sentence, below a heading on what was mended", _is_late_in_what_was_mended),
    ),
}


def _is_free_of_flaws(opening: Opening) -> bool:
    """Whether the headings above allow neither flaws nor causes."""
    return not set(LACKING).intersection(opening.allowed)


def _is_below_mended(opening: Opening) -> bool:
    return opening.allowed == (RECTIFIED,)


def _greeting(opening: Opening) -> int:
    """How many characters of the sentence greet those who hear it."""
    start, text = opening.sentence.start, opening.document.plain.text
    greets = text.startswith(GREETINGS, start)
    end = text.find(",", start, start + _LONGEST_GREETING) if greets else -1
    return max(0, end + 1 - start)


def _is_said_at_the_end(opening: Opening) -> bool:
    """Whether little is said after its paragraph, and below no other heading; no more is looked at than that."""
    sentence, sentences = opening.sentence, opening.document.sentences
    first = bisect_right(sentences, sentence.paragraph, key=lambda s: s.paragraph)
    after = sentences[first : first + _CLOSING + 1]
    return sum(s.end - s.start for s in after) <= _CLOSING and all(s.section == sentence.section for s in after)


def _heads_a_list(opening: Opening) -> bool:
    """Whether points are enumerated right after the sentence, or further on in its paragraph, or it has several."""
    sentence = opening.sentence
    rest = opening.document.sentences[opening.index + 1 : opening.index + 5]
    if any(s.mark for s in rest[:1]) or any(s.paragraph == sentence.paragraph and s.mark for s in rest):
        return True
    return opening.document.plain.text.count(";", sentence.start, sentence.end) > 1


def _names_the_whole(opening: Opening) -> bool:
    words = opening.document.plain.text[opening.sentence.start : opening.sentence.end]
    return any(word in words for word in _WHOLE)
