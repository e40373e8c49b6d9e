"""Which body or person acts in a clause, where the rules say that it is not the organ which reports: 县医院开展……."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from checklist.matching import Searchable, Span
from checklist.model import OtherActors
from evaluator.judging.neighbours import neighbour
from evaluator.judging.view import View

# So far from the beginning of a clause a name begins at most, and so far it goes on to act.
FARTHEST, REACH = 16, 200
# Between the names of two that act together.
JOINTS = tuple("、和与及")
# With one of these before its name the organ does something to it, for it or with it, or it is but one of a list;
# names rarely have them, but for 润和公司 and 在建项目部.
PREPOSITIONS = frozenset("、为对向到给把将让使促从以就与同跟及据按经赴请用因《")
WITH, FEWEST_BEFORE, AT, BUILT = "和", 2, "在", tuple("建校园册")
# With this behind, the name is not of who acts: 学校内, 企业等主体, 医院从12家增至15家; 医院6月开展 and 医院等6家 do.
NO_ACTOR = (
    r"[生里内中外占从由减达数总有是(《]|增[至加长]|等(?!\d+[家所个户名])|的(?![师员职老教医工同业居])"
    r"|\d(?!\d{0,3}[年月日])"
)
# 向县政府, 请我局, 配合街道: behind these ours is not who acts; 律师事务所为我局出具意见 is for us.
NOT_WITH = frozenset("在对向到给把将让使促从以就据按经赴请用照受合助持")
REGIONS = "省市县区旗州盟镇乡"
# 由学校牵头; 由于, 理由 and the like are other words.
AGENT, NO_AGENT_BEFORE, NO_AGENT_AFTER = "由", frozenset("理自缘事因根"), "于"
# 物业管理协会, 红十字会的志愿救援队: so long a thing stands at most between two names that are one.
LONGEST_LINK = 4
ITS = "其"
# By these words behind it a name is told to act; to a reader they are no part of it.
TOLD_BY = (
    "则", "已", "均", "都", "也自", "还自", "各自", "分别", "自行", "自发", "自建", "自办", "自主", "自己", "自费",
    "自掏", "承建", "中标", "推出", "捐", "出资", "研发了", "开发了", "上线了", "也", "自",
)  # fmt: skip
# No word in which a name may be hidden begins further before it.
LONGEST = 6


def listed_actor(view: View, sentence: int, clause: Span) -> str | None:
    """The name of the other body that acts in a clause, or goes on to; `sentence` is where its sentence begins."""
    acting = None
    first = sentence if clause[0] - sentence <= REACH else view.words.clause_end(clause[0] - REACH) + 1
    for start, end in _clauses(view.words, first, clause[1]):
        if acting and _is_over(view, start, end):
            acting = None
        named = next((name for others in view.others if (name := _named(view.words, others, start, end))), None)
        acting = named or neighbour(view.words.text, start, end) or acting
    # 县供销合作社 is another body, but for its own report.
    return None if acting and acting in (view.document.metadata.organ or "") else acting


def _is_over(view: View, start: int, end: int) -> bool:
    """Whether a body that acted before does not in this clause: 县供电公司检修线路，其抢修队组织演练 is still of it."""
    text = view.words.text
    return text[start - 1] == ";" or (not text.startswith(ITS, start) and turns_to_us(view, start, end))


def _clauses(words: Searchable, start: int, end: int) -> Iterator[Span]:
    """The clauses from the one that begins at `start` to the one that ends at `end`, or after it."""
    while start < end:
        stop = words.clause_end(start)
        yield start, stop
        start = stop + 1


def turns_to_us(view: View, start: int, end: int) -> bool:
    """Whether a clause has a name of ours, or an act that turns to us again."""
    first = view.words.first
    return any(first(others.our_names, start, end) or first(others.our_turns, start, end) for others in view.others)


def agents(text: str, start: int, end: int) -> Iterator[int]:
    """Where in text[start:end] a 由 stands that says who acts."""
    at = text.find(AGENT, start, end)
    while at >= 0:
        if text[at - 1] not in NO_AGENT_BEFORE and not text.startswith(NO_AGENT_AFTER, at + 1):
            yield at
        at = text.find(AGENT, at + 1, end)


def _named(words: Searchable, others: OtherActors, start: int, end: int) -> str | None:
    """The name that the clause has at its beginning or behind 由, if it is of one of these and it acts alone."""
    begins = (start, *(at + 1 for at in agents(words.text, start, end)))
    found = next((span for at in begins if (span := _acting(words, others, at, end))), None)
    if found is None or _is_with_us(words, others, (start, end), found):
        return None
    if words.first(others.their_gains, found[1], end):
        return None
    told = words.text[slice(*found)]
    return next((told.removesuffix(act) for act in TOLD_BY if told.endswith(act)), told)


def _acting(words: Searchable, others: OtherActors, start: int, end: int) -> Span | None:
    reached = start
    names = list(_names(words, others, start, min(end, start + FARTHEST)))
    for (first, last), following in zip_longest(names, names[1:]):
        if words.first(others.our_acts, reached, first) or _is_object(words.text, start, reached, first):
            return None
        reached = last
        if words.text.startswith(JOINTS, last):
            reached += 1
        elif not _is_thing(words, others, last):
            return (start, last) if last < end else None
        elif not following or following[0] - last > LONGEST_LINK:
            return None
    return None


def _is_object(text: str, clause: int, start: int, name: int) -> bool:
    """Whether a preposition stands in text[start:name], in a clause that begins at `clause`."""
    before = text[start:name]
    if not PREPOSITIONS.isdisjoint(before) or "由于" in before:
        return True
    joined = text.find(WITH, max(start, clause + FEWEST_BEFORE), name)
    at = text.find(AT, start, name)
    return joined >= 0 or (at >= 0 and not text.startswith(BUILT, at + 1))


def _is_with_us(words: Searchable, others: OtherActors, clause: Span, name: Span) -> bool:
    """Whether outside of the name one of ours stands in the clause as one more who acts: 企业出技术、局里出数据."""
    for first, _ in words.spans_beginning(others.our_names, *clause):
        before = words.text[clause[0] : first].rstrip(REGIONS)[-1:]
        if before not in NOT_WITH and not name[0] <= first < name[1]:
            return True
    return False


def _names(words: Searchable, others: OtherActors, start: int, end: int) -> Iterator[Span]:
    """The names that begin in [start, end); words that follow each other are one: 物业公司, 企业工会."""
    name: Span | None = None
    for first, last in words.spans_beginning(others.names, start, end):
        if _is_hidden(words, others, first, last):
            continue
        if name and first <= name[1]:
            name = name[0], max(last, name[1])
            continue
        if name:
            yield name
        name = first, last
    if name:
        yield name


def _is_hidden(words: Searchable, others: OtherActors, first: int, last: int) -> bool:
    """Whether the word is a part of another: 中学 in 集中学习."""
    around = words.spans_beginning(others.not_in, first - LONGEST, last)
    return any(end > first for _, end in around)


def _is_thing(words: Searchable, others: OtherActors, at: int) -> bool:
    """Whether what follows a name makes it part of the name of a thing: 学校周边, 企业开办."""
    follows = re.compile(NO_ACTOR).match(words.text, at)
    return follows is not None or bool(words.spans_beginning(others.their_things, at, at + 1))
