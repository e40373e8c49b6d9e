"""What every sentence does - tell what was done, name a problem, give a cause, plan, rectify - decided once, and why.

A heading decides for what stands below it. Where no heading does, an opening (“但也存在一些不足”) begins a
passage of its role, an enumeration keeps the role with which it began, and a passage in which most
predicates speak of flaws is one of problems even where nothing announces it.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from checklist.matching import Searchable
from checklist.model import Role
from checklist.records import record
from evaluator.document import Document, Section, Sentence
from evaluator.enumerators import read_mark
from evaluator.signals import Signals, find_signals

DONE = "done"
PREAMBLE = "preamble"
PLAN = "plan"
PROBLEM = "problem"
CAUSE = "cause"
RECTIFIED = "rectified"
_LACKING = (PROBLEM, CAUSE)
# In a section that may hold several matters the first of these is what it begins with.
_BEGINNINGS = (RECTIFIED, PROBLEM, CAUSE, PLAN)
# A 下一步 that speaks of the whole, not of one measure.
_WHOLE = ("法治政府", "依法行政", "法治建设", "依法治", "法治街道", "法治乡", "法治镇", "法治县", "法治区", "法治市")
# What stands after the last matter of a report: thanks, a closing formula, page chrome that was not set aside.
_CLOSING = 80
# What is named later in a sentence than this belongs to the matter with which the sentence begins.
_AT_ONCE = 8
# A report of this many sentences has other chapters than one of this share.
_LONG, _NEARLY = 20, 0.85
# Share of sentences with a flaw for their predicate above which an unannounced passage is one of problems.
_MOSTLY = 0.5


@record
class SentenceRole:
    """`why` says in Chinese what the decision rests on."""

    role: str
    why: str


@dataclass(slots=True)
class _Passage:
    """What is carried from one sentence to the next within a section.

    `opened` tells that words of the text, not a heading, began the passage, and `announced` which sentence
    did; `last_flaws` is the last sentence of the section that opens flaws; `closing` that the section is in the last
    chapter, which names nothing itself and comes after that on flaws. `lists` hold for each style of
    enumerator the last value and the role of its list.
    """

    role: str
    why: str
    opened: bool = False
    announced: int = -1
    last_flaws: int = -1
    closing: bool = False
    paragraph: int = -1
    lists: dict[str, tuple[int, SentenceRole]] = field(default_factory=dict)


def decide(document: Document, words: Searchable, roles: Sequence[Role]) -> tuple[SentenceRole, ...]:
    """The role of every sentence of the document, in their order."""
    signals = find_signals(document, words, roles)
    allowed = _allowed(document.sections, _named(document, signals))
    closing = _closing_sections(document, allowed)
    last_flaws = {s.section: i for i, s in enumerate(document.sentences) if PROBLEM in signals.opens[i]}
    decided: list[SentenceRole] = []
    passage = _Passage(DONE, "")
    section = -1
    for index, sentence in enumerate(document.sentences):
        if document.paragraphs[sentence.paragraph].kind == PREAMBLE:
            decided.append(SentenceRole(PREAMBLE, "开头的引言"))
            continue
        if sentence.section != section:
            section = sentence.section
            passage = _enter(document, allowed, section)
            passage.last_flaws = last_flaws.get(section, -1)
            passage.closing = section in closing
        decided.append(_next(document, index, allowed[section], signals, passage))
    return _unannounced(document, signals, decided)


def _named(document: Document, signals: Signals) -> list[tuple[str, ...]]:
    """The roles each heading names; a slogan over nothing but headings names flaws where most of these do."""
    named = [() if _is_whole(document, section) else own for section, own in enumerate(signals.headings)]
    telling = {sentence.section for sentence in document.sentences}
    for index, section in enumerate(document.sections):
        if section.level != 1 or not section.title or named[index] or index in telling:
            continue
        below = [i for i, other in enumerate(document.sections) if other.parent == index]
        flawed = [i for i in below if PROBLEM in signals.claims[i] or PROBLEM in named[i]]
        if len(flawed) >= 2 and len(flawed) > _MOSTLY * len(below):
            named[index] = (PROBLEM,)
    return named


def _is_whole(document: Document, section: int) -> bool:
    """Whether nearly all of a long report stands below a heading, which then is none of its chapters."""
    body = sum(sentence.section > 0 for sentence in document.sentences)
    if body < _LONG:
        return False
    under, whole = document.sections[section], document.sections[0]
    return under.level == 1 and under.end - under.start > _NEARLY * (whole.end - whole.start)


def _allowed(sections: Sequence[Section], named: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """What each section may hold: what its heading names, within what the heading above allows."""
    allowed: list[tuple[str, ...]] = [()]
    for index, section in enumerate(sections[1:], start=1):
        allowed.append(_within(allowed[section.parent], named[index]))
    return allowed


def _within(above: tuple[str, ...], own: tuple[str, ...]) -> tuple[str, ...]:
    if not above or not own:
        return above or own
    if above == (PLAN,) or (above == (RECTIFIED,) and PLAN not in own):
        return above
    return tuple(role for role in own if role in above) or own


def _closing_sections(document: Document, allowed: Sequence[tuple[str, ...]]) -> frozenset[int]:
    """The sections of the last chapter, if its heading is a slogan and an earlier chapter was on flaws."""
    chapters = [index for index, section in enumerate(document.sections) if section.level == 1]
    if not chapters or allowed[chapters[-1]] or not any(PROBLEM in allowed[chapter] for chapter in chapters):
        return frozenset()
    return frozenset(range(chapters[-1], len(document.sections)))


def _enter(document: Document, allowed: Sequence[tuple[str, ...]], section: int) -> _Passage:
    if not allowed[section]:
        return _Passage(DONE, "")
    role = next((role for role in _BEGINNINGS if role in allowed[section]), DONE)
    giver = next(s for s in document.path(section) if allowed[s] == allowed[section])
    heading = document.sections[giver]
    return _Passage(role, f"标题“{heading.number}{heading.title}”")


def _next(
    document: Document, index: int, allowed: tuple[str, ...], signals: Signals, passage: _Passage
) -> SentenceRole:
    sentence = document.sentences[index]
    if allowed == (PLAN,):
        return _planned(document, index, signals, passage)
    _turn(sentence, index, allowed, signals, passage)
    opened = _opened(document, index, allowed, signals, passage)
    if opened:
        why = f"引出语“{_head(document, sentence)}”"
        passage.role, passage.why, passage.opened, passage.announced = opened[-1], why, True, index
        return _listed(sentence, passage, SentenceRole(opened[0], why))
    going_on = _going_on(sentence, passage)
    if going_on:
        passage.role, passage.why = going_on.role, going_on.why
    else:
        _weigh(allowed, signals.says[index], passage)
    return _listed(sentence, passage, SentenceRole(passage.role, passage.why))


def _planned(document: Document, index: int, signals: Signals, passage: _Passage) -> SentenceRole:
    """A chapter on the plan may first say what is lacking, and where that comes from."""
    sentence, opens = document.sentences[index], signals.opens[index]
    if passage.paragraph < 0:
        passage.paragraph = sentence.paragraph
    if opens.get(CAUSE, _AT_ONCE + 1) <= _AT_ONCE:
        return SentenceRole(CAUSE, f"引出语“{_head(document, sentence)}”")
    if PROBLEM in opens and PLAN not in opens and sentence.paragraph == passage.paragraph:
        return SentenceRole(PROBLEM, f"引出语“{_head(document, sentence)}”")
    return SentenceRole(PLAN, passage.why)


def _head(document: Document, sentence: Sentence) -> str:
    words = document.quote(sentence.start, min(sentence.end, sentence.start + 16)).strip()
    return words + ("…" if sentence.end - sentence.start > 16 else "")


def _turn(sentence: Sentence, index: int, allowed: tuple[str, ...], signals: Signals, passage: _Passage) -> None:
    """A new paragraph ends a passage that running text opened, unless it goes on with the same matter."""
    turned = sentence.paragraph != passage.paragraph
    passage.paragraph = sentence.paragraph
    announced = passage.announced == index - 1 and passage.role in _LACKING
    if not turned or not passage.opened or read_mark(sentence.mark) or announced:
        return
    home = next((role for role in (PROBLEM, CAUSE, PLAN, RECTIFIED) if role in allowed), None)
    if home:
        passage.role, passage.why = home, "所在章节"
    elif not (_is_plan_of_the_year(passage, index) or _still_lacks(passage, signals.says[index])):
        passage.role, passage.why, passage.opened = DONE, "", False


def _is_plan_of_the_year(passage: _Passage, index: int) -> bool:
    """No flaws follow it; a report that goes matter by matter has a plan for each."""
    return passage.role == PLAN and index > passage.last_flaws


def _still_lacks(passage: _Passage, says: frozenset[str]) -> bool:
    return passage.role in _LACKING and not says.isdisjoint(_LACKING)


def _opened(
    document: Document, index: int, allowed: tuple[str, ...], signals: Signals, passage: _Passage
) -> tuple[str, ...]:
    """The roles that the sentence opens, without openings that mean something else where they stand."""
    return tuple(
        role
        for role, offset in signals.opens[index].items()
        if not (role == PLAN and passage.role == DONE and offset > _AT_ONCE)
        and not (role == PLAN and not _is_of_the_whole(document, index, allowed, passage))
        and not (role == CAUSE and (offset > _AT_ONCE or not {passage.role, *allowed} & set(_LACKING)))
        and not (role == RECTIFIED and passage.role == PLAN)
        and not (role == PROBLEM and allowed == (RECTIFIED,) and offset > _AT_ONCE and not _begins(document, index))
    )


def _is_of_the_whole(document: Document, index: int, allowed: tuple[str, ...], passage: _Passage) -> bool:
    """Whether a 下一步 opens the plan of the year, and is not what comes next in one measure."""
    if passage.closing or passage.role in (*_LACKING, PLAN) or set(allowed) & {PLAN, *_LACKING}:
        return True
    sentence = document.sentences[index]
    rest = document.sentences[index + 1 : index + 5]
    if _is_said_at_the_end(document, sentence.paragraph):
        return True
    if not _begins(document, index):
        return False
    words = document.plain.text[sentence.start : sentence.end]
    listed = any(s.mark for s in rest[:1]) or any(s.paragraph == sentence.paragraph and s.mark for s in rest)
    return listed or words.count(";") > 1 or any(word in words for word in _WHOLE)


def _is_said_at_the_end(document: Document, paragraph: int) -> bool:
    """Whether little is said after a paragraph; no more is looked at than that."""
    after = bisect_right(document.sentences, paragraph, key=lambda s: s.paragraph)
    return sum(s.end - s.start for s in document.sentences[after : after + _CLOSING + 1]) <= _CLOSING


def _begins(document: Document, index: int) -> bool:
    """Whether a paragraph begins with the sentence."""
    sentences = document.sentences
    return index == 0 or sentences[index - 1].paragraph != sentences[index].paragraph


def _going_on(sentence: Sentence, passage: _Passage) -> SentenceRole | None:
    """The role of the list that this sentence's enumerator goes on with."""
    mark = read_mark(sentence.mark)
    last = passage.lists.get(mark[0]) if mark else None
    return last[1] if mark and last and mark[1] == last[0] + 1 else None


def _listed(sentence: Sentence, passage: _Passage, role: SentenceRole) -> SentenceRole:
    mark = read_mark(sentence.mark)
    if mark:
        passage.lists[mark[0]] = (mark[1], role)
    return role


def _weigh(allowed: tuple[str, ...], says: frozenset[str], passage: _Passage) -> None:
    """In a section that may hold several matters a plain sentence goes where its predicate points."""
    if passage.role == RECTIFIED and PROBLEM in allowed and PROBLEM in says:
        passage.role, passage.why = PROBLEM, "谓语说的是不足"
    elif passage.role in _LACKING and PLAN in allowed and PLAN in says and PROBLEM not in says:
        passage.role, passage.why = PLAN, "谓语说的是安排"


def _unannounced(document: Document, signals: Signals, decided: Sequence[SentenceRole]) -> tuple[SentenceRole, ...]:
    """Turns passages that mostly speak of flaws, though nothing announced them, into problems."""
    result = list(decided)
    for first, last in _units(document):
        indices = [i for i in range(first, last) if decided[i].role == DONE]
        flawed = [i for i in indices if PROBLEM in signals.says[i]]
        if len(flawed) < 2 or len(flawed) <= _MOSTLY * len(indices):
            continue
        role = PROBLEM
        for i in indices:
            if CAUSE in signals.opens[i]:
                role = CAUSE
            elif i in flawed and document.sentences[i].mark:
                role = PROBLEM
            result[i] = replace(result[i], role=role, why="这一段多数句子说的是不足")
    return tuple(result)


def _units(document: Document) -> list[tuple[int, int]]:
    """Runs of sentences that stand directly under one heading, or in one paragraph where a section has several."""
    units: list[tuple[int, int]] = []
    begin = 0
    sentences = document.sentences
    for index in range(1, len(sentences) + 1):
        ended = index == len(sentences) or _unit(document, index) != _unit(document, index - 1)
        if ended:
            units.append((begin, index))
            begin = index
    return units


def _unit(document: Document, index: int) -> tuple[int, int]:
    sentence = document.sentences[index]
    headed = document.sections[sentence.section].level == 1
    return sentence.section, 0 if headed else sentence.paragraph
