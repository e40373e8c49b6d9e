"""Which of the openings that a sentence has (但也存在一些不足, 下一步) begin a passage where it stands."""

from bisect import bisect_right

from evaluator.document import Document, Sentence
from evaluator.roles.passage import Passage
from evaluator.roles.role import CAUSE, DONE, LACKING, PLAN, PROBLEM, RECTIFIED
from evaluator.roles.signals import Signals
from evaluator.tones import sound
from evaluator.understanding.closing import GREETINGS

# A 下一步 that speaks of the whole, not of one measure.
_WHOLE = ("法治政府", "依法行政", "法治建设", "依法治", "法治街道", "法治乡", "法治镇", "法治县", "法治区", "法治市")
# What stands after the last matter of a report: thanks, a closing formula, page chrome that was not set aside.
_CLOSING = 80
# What is named later in a sentence than this belongs to the matter with which the sentence begins.
AT_ONCE = 8
# No sentence that opened flaws sounded less like them.
_UNLIKE = -2.0
# 主任、各位副主任、各位委员，下一步……
_LONGEST_GREETING = 40


def opened_by(
    document: Document, index: int, allowed: tuple[str, ...], signals: Signals, passage: Passage
) -> tuple[str, ...]:
    """The roles that the sentence opens, without openings that mean something else where they stand."""
    greeted = _greeting(document, index) if PLAN in signals.opens[index] else 0
    return tuple(
        role
        for role, offset in signals.opens[index].items()
        if not (role == PLAN and passage.role == DONE and offset - greeted > AT_ONCE)
        and not (role == PLAN and not _is_of_the_whole(document, index, allowed, passage))
        and not (role == CAUSE and (offset > AT_ONCE or not {passage.role, *allowed} & set(LACKING)))
        and not (role == RECTIFIED and passage.role == PLAN)
        and not (role == PROBLEM and not set(allowed) & set(LACKING) and sounds_like_another(document, index))
        and not (role == PROBLEM and allowed == (RECTIFIED,) and RECTIFIED in signals.opens[index])
        and not (role == PROBLEM and allowed == (RECTIFIED,) and offset > AT_ONCE and not begins(document, index))
    )


def sounds_like_another(document: Document, index: int) -> bool:
    """Whether a sentence is about no flaw, for all the words of an opening in it: 纳入考评“扣分项”, 有短板的列清单."""
    sentence = document.sentences[index]
    return sound(document.plain.text[sentence.start : sentence.end], PROBLEM) < _UNLIKE


def _greeting(document: Document, index: int) -> int:
    """How much of the sentence greets those who hear it."""
    sentence, text = document.sentences[index], document.plain.text
    greets = text.startswith(GREETINGS, sentence.start)
    end = text.find(",", sentence.start, sentence.start + _LONGEST_GREETING) if greets else -1
    return max(0, end + 1 - sentence.start)


def _is_of_the_whole(document: Document, index: int, allowed: tuple[str, ...], passage: Passage) -> bool:
    """Whether a 下一步 opens the plan of the year, and is not what comes next in one measure."""
    if passage.closing or passage.role in (*LACKING, PLAN) or set(allowed) & {PLAN, *LACKING}:
        return True
    sentence = document.sentences[index]
    rest = document.sentences[index + 1 : index + 5]
    if _is_said_at_the_end(document, sentence):
        return True
    if not begins(document, index):
        return False
    words = document.plain.text[sentence.start : sentence.end]
    listed = any(s.mark for s in rest[:1]) or any(s.paragraph == sentence.paragraph and s.mark for s in rest)
    return listed or words.count(";") > 1 or any(word in words for word in _WHOLE)


def _is_said_at_the_end(document: Document, sentence: Sentence) -> bool:
    """Whether little is said after its paragraph, and below no other heading; no more is looked at than that."""
    first = bisect_right(document.sentences, sentence.paragraph, key=lambda s: s.paragraph)
    after = document.sentences[first : first + _CLOSING + 1]
    return sum(s.end - s.start for s in after) <= _CLOSING and all(s.section == sentence.section for s in after)


def begins(document: Document, index: int) -> bool:
    """Whether a paragraph begins with the sentence."""
    sentences = document.sentences
    return index == 0 or sentences[index - 1].paragraph != sentences[index].paragraph
