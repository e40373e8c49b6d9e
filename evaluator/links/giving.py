"""For which shortcomings each passage of causes is given: for one beside it, or for all that stand before it."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from checklist.records import record
from evaluator.judging.view import View
from evaluator.links.matters import Matter
from evaluator.links.segmenting import terms
from evaluator.roles.role import CAUSE

# What speaks of all the shortcomings before it, and what looks back without telling at how many.
OF_ALL = re.compile(
    "(?:之所以|究其|分析|深挖|剖析)?(?:会|能)?(?:产生|造成|导致|形成|出现|存在)?(?:上述|以上|这些|此类|前述)"
)
_LOOKING_BACK = re.compile("之所以|究其|追根溯源|归根|说到底|细究|深究|(?:产生|存在)问题的|总的来看|综合来看")


@record
class Passage:
    """Sentences that give causes, one after the other, from the one at the index `first`.

    `section` is the outermost heading below which stands no shortcoming, or else that in which the passage stands;
    `apart` tells which of the two.
    """

    first: int
    matter: Matter
    section: int
    apart: bool

    @property
    def start(self) -> int:
        return self.matter.spans[0][0]

    @property
    def end(self) -> int:
        return self.matter.spans[0][1]


@record
class Given:
    """`certain` unless nothing but words can tell for which of the problems the passage gives the cause."""

    passage: Passage
    problems: tuple[Matter, ...]
    certain: bool = True


@record
class _Before:
    """The problems in the `section` of a passage before it, those that `follow` there, and those of the `chapter`."""

    section: tuple[Matter, ...]
    follow: tuple[Matter, ...]
    chapter: tuple[Matter, ...]


def givings(
    view: View, told: Sequence[str], problems: Sequence[Matter], reasoned: Collection[Matter], most: int
) -> Iterator[Given]:
    """What each passage is for; `told` is the role of every sentence, `reasoned` the problems that name a reason."""
    settled: set[Matter] = set()
    for passage in _passages(view, told, problems)[:most]:
        if passage.apart:
            given = _of_section(view, passage, problems)
        else:
            given = _beside(view, passage, _before(view, passage, problems), settled, reasoned)
        if given.certain:
            settled.update(given.problems)
        yield given


def is_headed(problem: Matter) -> bool:
    """Whether its sub-section is named after it."""
    return bool(problem.heading) and not problem.listed


def looks_back(view: View, at: int) -> bool:
    """Whether what begins there speaks of the shortcomings before it."""
    text = view.words.text
    return bool(OF_ALL.match(text, at) or _LOOKING_BACK.match(text, at))


def _passages(view: View, told: Sequence[str], problems: Sequence[Matter]) -> list[Passage]:
    """A paragraph that looks back at what stands before it begins another passage."""
    flawed = {above for p in problems for above in (p.section, *view.document.path(p.section))}
    marked: list[tuple[tuple[int, int], int]] = []
    number = 0
    for index, sentence in enumerate(view.sentences):
        if told[index] != CAUSE or (_begins_paragraph(view, index) and looks_back(view, sentence.start)):
            number += 1
        if told[index] == CAUSE:
            marked.append(((number, _outermost(view, sentence.section, flawed)), index))
    runs = ((key[1], [index for _, index in run]) for key, run in groupby(marked, lambda each: each[0]))
    return [_passage(view, section, run, apart=section not in flawed) for section, run in runs]


def _outermost(view: View, section: int, flawed: Collection[int]) -> int:
    return next((above for above in view.document.path(section) if above not in flawed), section)


def _passage(view: View, section: int, run: Sequence[int], apart: bool) -> Passage:
    first, last = view.sentences[run[0]], view.sentences[run[-1]]
    return Passage(run[0], Matter(CAUSE, ((first.start, last.end),), first.section), section, apart)


def _of_section(view: View, passage: Passage, problems: Sequence[Matter]) -> Given:
    """A section of causes is for the problems before it: those below the same heading where there are any."""
    sections = view.document.sections
    own = sections[passage.section]
    beside = [p for p in problems if own.parent in view.document.path(p.section)]
    before = tuple(p for p in beside or problems if p.spans[0] < passage.matter.spans[0])
    if not before:
        return Given(passage, tuple(problems), certain=False)
    one_of_them = any(is_headed(p) and sections[p.heading].parent == own.parent for p in before)
    if one_of_them and terms(view.words.text[own.start : own.heading_end]):
        # （二）普法形式单一。主要是创新不够: nothing but the heading names the problem, which is none of those before.
        return Given(passage, ())
    return Given(passage, before)


def _before(view: View, passage: Passage, problems: Sequence[Matter]) -> _Before:
    chapter = view.document.path(passage.section)[:1]
    here = [p for p in problems if p.section == passage.section]
    before = tuple(p for p in here if p.spans[0] < passage.matter.spans[0])
    whole = tuple(p for p in problems if view.document.path(p.section)[:1] == chapter)
    return _Before(before, tuple(here[len(before) :]), whole)


def _beside(
    view: View, passage: Passage, before: _Before, settled: Collection[Matter], reasoned: Collection[Matter]
) -> Given:
    """For the problem before it alone, or for all where it says so or nothing else can be meant."""
    own = before.section
    if not own:
        return Given(passage, ())
    last, backwards = own[-1], looks_back(view, passage.start)
    apart = _begins_paragraph(view, passage.first)
    if apart and backwards and before.chapter[-1] == last and not any(p in settled for p in before.chapter):
        return Given(passage, before.chapter)
    if is_headed(last):
        return Given(passage, (last,))
    if OF_ALL.match(view.words.text, passage.start):
        return Given(passage, own)
    if backwards and not last.listed:
        return Given(passage, _of_paragraph(view, before, settled))
    if before.follow or any(p in settled for p in own):
        return Given(passage, (last,))
    if backwards or apart:
        return Given(passage, own)
    # 一是…。二是…。主要原因是…: in one paragraph this may be of the last as well as of all.
    is_of_last = any(p in reasoned for p in own) or (last.listed and _paragraph(view, own[0]) != _paragraph(view, last))
    return Given(passage, (last,)) if is_of_last else Given(passage, own, certain=len(own) == 1)


def _of_paragraph(view: View, before: _Before, settled: Collection[Matter]) -> tuple[Matter, ...]:
    """Of problems that are not enumerated: those of the last paragraph that have no cause yet."""
    last = before.section[-1]
    here = _paragraph(view, last)
    if last in settled or any(_paragraph(view, p) == here for p in before.follow):
        return (last,)
    return tuple(p for p in before.section if p not in settled and _paragraph(view, p) == here)


def _begins_paragraph(view: View, index: int) -> bool:
    return index == 0 or view.sentences[index - 1].paragraph != view.sentences[index].paragraph


def _paragraph(view: View, matter: Matter) -> int:
    """That in which its first sentence stands."""
    return view.sentences[view.sentence_at(matter.spans[0][0])].paragraph
