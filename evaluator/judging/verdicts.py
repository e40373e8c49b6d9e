"""Verdicts: for every item what was found, whether it says enough; for a missing one what comes nearest, and where."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from checklist.model import TITLE, Checklist, FoundIn, Item
from checklist.norm import in_force
from evaluator.assessment import Evidence, ExpectationResult, ItemResult, Verdict
from evaluator.basis import cite
from evaluator.judging.expecting import Found, holds, substance, title_holds
from evaluator.judging.hearing import without_unlike
from evaluator.judging.locating import Hit, Located, TurnedAway, headed_sections, locate
from evaluator.judging.nearest import nearest_to
from evaluator.judging.quoting import evidence_for, heading_after, quote_title
from evaluator.judging.untold import heard, untold
from evaluator.judging.view import View
from evaluator.tones import telling

BY_A_PERSON = "程序不能判断，请人工确认"
BY_TONE = "；说法不在规则列出的词里，是从用词（{}）听出来的，请核对"
# No chapter on what the heads did, or on study, has more characters.
LONGEST_CHAPTER = 1200


def judge(view: View, checklist: Checklist) -> tuple[ItemResult, ...]:
    """One result for every item of the checklist, in its order."""
    # A report owes what the norms of its time ask; what is left to a person is checked today.
    held = replace(checklist, norms=in_force(checklist.norms, view.document.metadata.year))
    judged: dict[str, ItemResult] = {}
    hits: dict[str, tuple[Hit, ...]] = {}
    for item in _in_turn(checklist.items, lambda item: item.found_in.apart_from if item.found_in else ()):
        judged[item.id], hits[item.id] = _judge(view, item, checklist if item.manual else held, hits)
    for item in untold(view, checklist.items, judged):
        if told := heard(view, item, checklist.items):
            judged[item.id], hits[item.id] = _judge_heard(view, item, told, held), told
    for item in _in_turn(checklist.items, lambda item: (item.tells_of,)):
        of = judged.get(item.tells_of)
        if of and of.verdict is Verdict.MISSING and hits[item.id] and not _is_announced(view, item, hits[item.id]):
            judged[item.id] = _judge_stray(view, item, of, hits.pop(item.id), held)
    return tuple(_with_place(view, item, judged[item.id], hits) for item in checklist.items)


def _in_turn(items: Sequence[Item], leans_on: Callable[[Item], Iterable[str]]) -> Iterable[Item]:
    """The items, each after those on which it leans, wherever the list has these; the rules let none lean on itself."""
    by_id = {item.id: item for item in items}
    turn: dict[str, Item] = {}

    def take(item: Item) -> None:
        for other in leans_on(item):
            if other in by_id and other not in turn:
                take(by_id[other])
        turn.setdefault(item.id, item)

    for item in items:
        take(item)
    return turn.values()


def _judge(
    view: View, item: Item, checklist: Checklist, before: Mapping[str, tuple[Hit, ...]]
) -> tuple[ItemResult, tuple[Hit, ...]]:
    metadata = view.document.metadata
    if item.manual:
        return result(item, checklist, Verdict.MANUAL, BY_A_PERSON), ()
    if not item.applies.to(metadata.year, metadata.level):
        return result(item, checklist, Verdict.NOT_APPLICABLE, _why_not_asked(item, view)), ()
    if item.found_in is None or TITLE in item.found_in.roles:
        return _judge_title(view, item, checklist), ()
    return _judge_body(view, item, item.found_in, checklist, _elsewhere(item.found_in, before))


def _is_announced(view: View, item: Item, hits: Sequence[Hit]) -> bool:
    """Whether a heading says that the item stands below it."""
    headed = set(headed_sections(view, item.found_in)) if item.found_in else set()
    return any(headed.intersection(view.document.path(view.sentences[hit.sentence].section)) for hit in hits)


def _judge_stray(view: View, item: Item, of: ItemResult, hits: Sequence[Hit], checklist: Checklist) -> ItemResult:
    """Causes, say, in a report that names no flaw: they are those of something else."""
    why = f"全文没有写“{of.title}”，这里说的不是它的情况"
    away = tuple(TurnedAway(hit.sentence, hit.start, hit.end, why) for hit in hits)
    missing = result(item, checklist, Verdict.MISSING, _not_told(item))
    return replace(missing, nearest=nearest_to(view, item, Located((), away)))


def _elsewhere(found_in: FoundIn, before: Mapping[str, tuple[Hit, ...]]) -> set[int]:
    """The sentences that speak of the items in `apart_from`; below a heading with very much text stand others too."""
    hits = [hit for other in found_in.apart_from for hit in before.get(other, ())]
    below: Counter[int] = Counter()
    for hit in hits:
        below[hit.heading] += hit.end - hit.start
    return {hit.sentence for hit in hits if not hit.heading or below[hit.heading] <= LONGEST_CHAPTER}


def _why_not_asked(item: Item, view: View) -> str:
    year = view.document.metadata.year
    if year is not None and not item.applies.to(year, None):
        return f"不要求{year}年度的报告写这一项"
    return "不要求这一类机关写这一项"


def _judge_title(view: View, item: Item, checklist: Checklist) -> ItemResult:
    document = view.document
    span = document.metadata.title_span
    passages = item.found_in.passages if item.found_in else ()
    if span is None or not any(view.words.first(passage.says, *span) for passage in passages):
        return result(item, checklist, Verdict.MISSING, "全文前面没有找到写明法治政府建设的标题")
    tested = tuple(ExpectationResult(e.id, title_holds(view, span, e), e.advice) for e in item.complete_when)
    verdict = Verdict.MET if all(t.met for t in tested) else Verdict.PARTIAL
    return result(item, checklist, verdict, _reason(verdict, tested), tested, (quote_title(view),))


def _judge_body(
    view: View, item: Item, found_in: FoundIn, checklist: Checklist, elsewhere: Collection[int]
) -> tuple[ItemResult, tuple[Hit, ...]]:
    located = locate(view, found_in)
    located = replace(located, hits=tuple(hit for hit in located.hits if hit.sentence not in elsewhere))
    if not located.hits:
        return _judge_untold(view, item, located, checklist)
    found = substance(view, item, located.hits)
    tested = _tested(view, item, found)
    verdict = Verdict.MET if found.hits and all(t.met for t in tested) else Verdict.PARTIAL
    # What is but touched is incomplete, whatever it sounds like.
    if verdict is Verdict.MET and not (alike := without_unlike(view, item, located, checklist.items)).hits:
        return _judge_untold(view, item, alike, checklist)
    evidence = evidence_for(view, found_in, found.hits if verdict is Verdict.MET else located.hits)
    return result(item, checklist, verdict, _reason(verdict, tested), tested, evidence), located.hits


def _judge_heard(view: View, item: Item, hits: tuple[Hit, ...], checklist: Checklist) -> ItemResult:
    """What was found by nothing but how it sounds, which the reason says."""
    assert item.found_in
    found = substance(view, item, hits)
    tested = _tested(view, item, found)
    verdict = Verdict.MET if found.hits and all(t.met for t in tested) else Verdict.PARTIAL
    said = "、".join(telling(view.document.plain.text[hits[0].start : hits[0].end], item.id))
    reason = _reason(verdict, tested) + BY_TONE.format(said)
    return result(item, checklist, verdict, reason, tested, evidence_for(view, item.found_in, found.hits or hits))


def _tested(view: View, item: Item, found: Found) -> tuple[ExpectationResult, ...]:
    return tuple(ExpectationResult(e.id, holds(view, e, found), e.advice) for e in item.complete_when)


def _judge_untold(view: View, item: Item, located: Located, checklist: Checklist) -> tuple[ItemResult, tuple[Hit, ...]]:
    """Nothing counts: partial where the item is at least touched, else missing with the nearest passage."""
    touched = _touched(view, item)
    if touched and item.touched_by:
        where = view.role_titles.get(view.roles[touched[0].sentence].role, "")
        reason = f"只在“{where}”里提到，没有专门写做了什么"
        evidence = evidence_for(view, item.touched_by, touched[:1])
        # Of what year it is cannot be asked of what is not there.
        tested = tuple(ExpectationResult(e.id, False, e.advice) for e in item.complete_when if not e.own_year)
        return result(item, checklist, Verdict.PARTIAL, reason, tested, evidence), touched
    nearest = nearest_to(view, item, located)
    return replace(result(item, checklist, Verdict.MISSING, _not_told(item)), nearest=nearest), ()


def _not_told(item: Item) -> str:
    return "没有写" + item.asks.split("：")[0]


def _touched(view: View, item: Item) -> tuple[Hit, ...]:
    """Where the item is at least touched; what only looks like it does not touch it."""
    if not item.touched_by:
        return ()
    look_alikes = item.found_in.unless if item.found_in else ()
    return locate(view, replace(item.touched_by, unless=(*item.touched_by.unless, *look_alikes))).hits


def _reason(verdict: Verdict, tested: Sequence[ExpectationResult]) -> str:
    if verdict is Verdict.MET:
        return "写到了，内容具体"
    lacking = [t.advice for t in tested if not t.met]
    return "写到了，但还不够：" + "；".join(lacking or ["只有套话，没有具体内容"])


def result(
    item: Item,
    checklist: Checklist,
    verdict: Verdict,
    reason: str,
    expectations: tuple[ExpectationResult, ...] = (),
    evidence: tuple[Evidence, ...] = (),
) -> ItemResult:
    """What the item itself says, with what became of it in a report."""
    return ItemResult(
        id=item.id,
        title=item.title,
        verdict=verdict,
        required=item.required,
        weight=item.weight,
        reason=reason,
        advice=item.advice,
        basis=cite(item.basis, checklist.norms),
        evidence=evidence,
        expectations=expectations,
    )


def _with_place(view: View, item: Item, judged: ItemResult, hits: Mapping[str, tuple[Hit, ...]]) -> ItemResult:
    if judged.verdict is not Verdict.MISSING:
        return judged
    return replace(judged, insert_after=heading_after(view, item, hits))
