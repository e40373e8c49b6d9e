"""Lists that are not as long as announced: 抓好三个方面工作：一是…，二是…, and nothing more."""

import re
from collections.abc import Iterator, Sequence

from checklist.numerals import value_by_units
from evaluator.document import Document
from evaluator.mentions.enumerators import han
from evaluator.mentions.occurrences import clause_end
from evaluator.mentions.points import Point
from evaluator.proofreading.fault import TextFault

# What a report counts and then tells one by one: before a colon, and some of it before a full stop too, since behind
# 完成5项任务。 may stand how they were done.
BEFORE_COLON = (
    *("方法", "措施", "举措", "办法", "工作", "任务", "重点", "抓手", "着力点", "事", "事情", "事项", "要求", "建议"),
    *("经验", "体会", "变化", "突破", "提升", "转变", "关", "关口", "难点"),
)
BEFORE_STOP = ("方面", "方面工作", "问题", "不足", "短板", "弱项", "差距", "环节", "原因", "做法", "特点", "难题")
THINGS = {":": (*BEFORE_COLON, *BEFORE_STOP), "。": BEFORE_STOP}
# 三项制度 is what a system is called: measures may follow.
SYSTEM = "制度|机制|清单|改革|平台|名单"
# 第三方面工作, 十二项任务: not this many.
COUNTED = (
    rf"(?<![第其十百\d])(?P<count>[两二三四五六七八九2-9])(?:个|项|条|件|点|类|种|道|方面)(?:(?!{SYSTEM})[^\W\d]){{0,9}}$"
)
# 从两个方面发力: what is done from them stands between them and the colon.
FROM_THERE = ("发力", "着手", "入手", "用力", "使劲", "抓起", "做起", "推进", "下功夫", "求突破", "加强", "改进")
REACH, WORDS_AFTER, FEWEST = 24, 14, 2


def of_other_length(
    document: Document, points: Sequence[Point], lists: Sequence[Sequence[Point]]
) -> Iterator[TextFault]:
    """A fault of a list in one paragraph that has more or fewer points than were announced right before it."""
    announced = _announced(document, points[0])
    if announced is None or not _is_whole(points) or _stands_with_others(points, lists):
        return
    begin, count = announced
    text, written = document.plain.text, document.quote(begin, points[0].start - 1)
    asked, suggestion = (
        ("漏了", f"补齐到{han(count)}点，或改正前面说的个数")
        if len(points) < count
        else ("说错了", "改正前面说的个数，或合并有关各点")
    )
    if count != len(points):
        end = clause_end(text, points[-1].end, min(points[-1].end + WORDS_AFTER, len(text)))
        message = f"前面说是“{written}”，列出的却是{len(points)}点，是不是{asked}？"
        yield TextFault(begin, end, message, suggestion, "warning")


def _announced(document: Document, first: Point) -> tuple[int, int] | None:
    """Where the words before a list begin that say how many points it has, and how many."""
    text, mark = document.plain.text, first.start - 1
    reach = max(document.paragraphs[first.paragraph].start, mark - REACH)
    end = mark - next((len(done) for done in FROM_THERE if text.endswith(done, reach, mark)), 0)
    if not text.endswith(THINGS.get(text[mark], ()), reach, end):
        return None
    told = re.search(COUNTED, text[reach:end])
    if told is None:
        return None
    count = told["count"]
    return reach + told.start(), int(count) if count.isdigit() else value_by_units(count)


def _is_whole(points: Sequence[Point]) -> bool:
    """Whether the points stand in one paragraph and are numbered from 1 on."""
    in_one = points[0].paragraph == points[-1].paragraph and len(points) >= FEWEST
    return in_one and [point.value for point in points] == [*range(1, len(points) + 1)]


def _stands_with_others(points: Sequence[Point], lists: Sequence[Sequence[Point]]) -> bool:
    """Whether points of another list stand in the paragraph: it is not sure then which belong to which."""
    others = (point for other in lists if other is not points for point in other)
    return any(point.paragraph == points[0].paragraph for point in others)
