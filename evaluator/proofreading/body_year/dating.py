"""What a year in a sentence does: date the facts told there, or compare, begin a span, name a document, tell history."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from evaluator.document import Document
from evaluator.years import Year, years_in
from evaluator.roles import PREAMBLE

PART = "举措|成效|情况|工作|不足|问题|短板|差距|原因|职责|总结|亮点|回顾|成绩|做法|开展|落实|履行"
# A heading with the year after the report year is wrong only where it tells what is over.
PAST_PART = "成效|成绩|(?:开展|完成|履行|工作)情况|不足|差距|总结|亮点|回顾|第一责任人"
SPAN_BEFORE = re.compile("(?:自|从|到|至|较|比)$")
AS_OF = re.compile("截(?:至|止|止到|至到)$")
YEAR_END = re.compile("(?:年?底|年?末|12月(?:底|末|3[01]日)?)(?!(?:之|以)?前)")
DATES_HERE = re.compile(r"(?:^|[,。;:!?\n)在]|其中|截至|截止|截止到)$")
# What follows a year that begins or ends a span, or is told to the month, or belongs to a thing of that year.
ELSEWHERE = re.compile(
    r"以来|(?:底|初|末)?(?:之|以)?前|起|始|初|底|末|至|到|的|版|届|级|期|第|(?:之|以)?后|上半年|下半年|[一二三四]季度|\d|开始"
)
HISTORY = re.compile(
    r",?.{0,8}?(?:被|获|荣|入选|入围|建成|成立|启动|施行|颁布|修订|修正|通过|出台|公布|挂牌|投入使用|率先|列为|确定为|立案|签订|任命|改制|更名|合并)"
)
THIS_YEAR = re.compile("今年|本年|本报告期")
CARRIED = re.compile("结转|结余|遗留|上年|去年|上一年|历史|积案|连续[两二三四五六]年|近[两二三四五]年")
COMPARED = re.compile("增加到|增至|提高到|提升到|上升到|下降到|降至|减少到|升至|相比|翻番|持平|分别")
ABOVE = re.compile("党中央|国务院|全国人大|最高人民|习近平总书记|中央(?!环保)|新修订")
AHEAD = re.compile("将(?:要|以|继续|坚持|重点|着力|进一步|深入|全面)|拟|计划|打算")
SUBJECT = re.compile(r",?(?:度,?)?(?:我[省市县区旗州镇乡局委厅办街处院]|全[省市县区旗州镇乡局委厅街]|本[局委厅街镇乡县区市办]|街道|办事处)")


def mentions(document: Document, starts: Sequence[int]) -> Iterator[tuple[int, Year]]:
    """The years that stand in sentences, with the index of the sentence."""
    text = document.plain.text
    for year in years_in(text, *document.body):
        index = bisect_right(starts, year.start) - 1
        if index >= 0 and year.end <= document.sentences[index].end:
            yield index, year


def whole_date(text: str, mention: Year) -> int:
    """Where 截至2022年底 begins."""
    as_of = AS_OF.search(text, max(0, mention.start - 3), mention.start)
    return as_of.start() if as_of else mention.start


def names_a_part(text: str, mention: Year, end: int, year: int) -> bool:
    """Whether a year in a heading says of which year the part is."""
    if SPAN_BEFORE.search(text, max(0, mention.start - 1), mention.start) or text.startswith("以来", mention.end):
        return False
    return re.compile(PART if mention.value < year else PAST_PART).search(text, mention.end, end) is not None


def is_rightful(document: Document, index: int, mention: Year, year: int, unless: Sequence[str]) -> bool:
    """Whether another year may stand here."""
    if _is_hinge(document, index, mention):
        return _tells_both(document, index, mention, year)
    text, sentence = document.plain.text, document.sentences[index]
    as_of = whole_date(text, mention) < mention.start
    if not DATES_HERE.search(text[max(sentence.start, mention.start - 3) : mention.start]):
        return True
    if not (as_of and YEAR_END.match(text, mention.end)) and ELSEWHERE.match(text, mention.end):
        return True
    clause = text[mention.end : min(sentence.end, mention.end + 15)].split("。")[0]
    if any(word in clause for word in unless) or HISTORY.match(clause):
        return True
    return _tells_otherwise(text[sentence.start : sentence.end], mention, year) or _tells_both(
        document, index, mention, year
    )


def _tells_otherwise(words: str, mention: Year, year: int) -> bool:
    if mention.value > year and AHEAD.search(words):
        return True
    return any(pattern.search(words) for pattern in (CARRIED, ABOVE))


def _tells_both(document: Document, index: int, mention: Year, year: int) -> bool:
    """Figures of two years side by side, in one sentence or in the next one of the paragraph."""
    text, sentence = document.plain.text, document.sentences[index]
    if THIS_YEAR.search(text, sentence.start, sentence.end):
        return True
    if any(other.value == year for other in years_in(text, sentence.start, sentence.end)):
        return True
    following = document.sentences[index + 1] if index + 1 < len(document.sentences) else None
    if following is None or following.paragraph != sentence.paragraph:
        return False
    head = text[following.start : following.start + 8]
    return THIS_YEAR.match(head) is not None or any(other.value == year for other in years_in(head, 0, 8))


def is_plain(document: Document, index: int, mention: Year, year: int, counted: Sequence[str]) -> bool:
    """Whether the year dates facts without doubt: 全年共…, 截至…年底, the first words of a paragraph about ourselves."""
    text, sentence = document.plain.text, document.sentences[index]
    if _is_hinge(document, index, mention) or _opens_report(document, index, mention):
        return True
    if whole_date(text, mention) < mention.start:
        return mention.value < year
    after = text[mention.end : min(sentence.end, mention.end + 10)]
    if re.match(rf",?[^,。;\d]{{0,6}}?(?:{'|'.join(counted)})", after):
        return True
    if mention.start != sentence.start or mention.value > year:
        return False
    return SUBJECT.match(after) is not None and not COMPARED.search(text, sentence.start, sentence.end)


def _opens_report(document: Document, index: int, mention: Year) -> bool:
    """The year with which the whole report begins."""
    sentence = document.sentences[index]
    first = document.paragraphs[sentence.paragraph]
    return index == 0 and first.kind == PREAMBLE and mention.start == sentence.start


def _is_hinge(document: Document, index: int, mention: Year) -> bool:
    """现将2023年…情况报告如下."""
    text, sentence = document.plain.text, document.sentences[index]
    if document.paragraphs[sentence.paragraph].kind != PREAMBLE or text[mention.start - 1] not in "将就对":
        return False
    return re.compile("(?:报告|汇报|总结)如下").search(text, mention.end, sentence.end) is not None
