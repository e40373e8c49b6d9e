"""Sentences that ran together where a full stop was lost: 13%64项, 98.1%三是, 46755积极开展, 机制一是."""

import re
from collections.abc import Iterator
from itertools import pairwise

from checklist.numerals import COUNTING
from evaluator.document import Document
from evaluator.mentions.date_forms import ARABIC_YEAR
from evaluator.mentions.enumerators import han
from evaluator.mentions.occurrences import places
from evaluator.mentions.points import Point, lists_in
from evaluator.proofreading.fault import TextFault
from evaluator.quotation import quoted

BEGINS = (
    "积极|深入|全面|大力|着力|持续|进一步|切实|认真|扎实|有效|严格|不断|同时|此外|另外|截至|今年|全年|目前|通过|"
    "为了|围绕|坚持"
)
# 100%落实 and 100%通过 are right, a number without a unit cannot be followed by these.
ACTS = "加强|推进|推动|开展|组织|强化|完善|建立|健全|落实|举办|召开|印发|制定|办理|受理"
AFTER_PERCENT = (
    "积极", "深入", "大力", "着力", "进一步", "切实", "扎实", "不断", "同时", "此外", "另外", "截至", "今年", "全年",
    "为了",
)  # fmt: skip
# A rate is the predicate: 网办率达到91%企业 runs on, 知晓率达到91%以上 and 办结率100%居全市第一 do not.
RATED = (
    r"(?<![利税费汇])(?:率|满意度|知晓度|认可度|覆盖面|占比|比重)(?:均|都|已|约|分别|高)*(?:为|是|达到|达|至|到)?"
    r"\d+(?:\.\d+)?$"
)
GOES_ON = (
    "以", "左右", "上下", "的", "和", "与", "及", "或", "且", "并", "而", "后", "时", "至", "到", "之", "提", "增",
    "减", "上", "下", "降", "升", "居", "位", "排", "列", "高", "低", "超", "优", "达", "较", "比", "同", "环比",
    "远", "稳", "创", "保持", "均", "已", "连续", "水平", "目标", "要求", "标准", "任务", "指标", "这", "为", "不",
    "仍", "还", "在", "从", "由", "是", "对", "分别", "基本", "全覆盖", "全部", "全员", "全达", "全面完成",
    "全面落实", "全面覆盖", "完成", "实现", "落实", "大关", "关口", "区间", "线", "红线", "计",
)  # fmt: skip
LONGEST_RATE, LONGEST_CLAUSE = 30, 300
# 12件修订 runs on; 3次组织 and 46份完善后 may not.
COUNTED = r"\d[余多]?[万亿]?(?:件次|人次|[件份卷条场台]|万元|亿元)"
AFTER_COUNTED = (
    "积极", "大力", "着力", "扎实", "切实", "不断", "同时", "此外", "另外", "今年", "截至", "进一步", "修订", "印发",
    "出台", "健全", "完善", "评查", "储备", "举办", "召开", "强化", "深化", "加强", "推行", "建立", "主动公开",
    "编制公布", "组织", "开展", "我县", "我局", "我镇", "我区", "我市", "全县各", "全镇各", "全区各", "县政府收到",
    "组建", "县政府主动", "县政府常务会议审", "县政府常务会议听", "县政府常务会议安排", "县政府常务会议学",
)  # fmt: skip
# 420人其中新增36人 and 420人本年新增36人 run on whatever is counted.
PARTS = ("其中", *(f"本年{of}{how}" for of in ("", "度", "内") for how in ("新增", "又", "共")))
BEFORE_PART = r"\d[余多]?[万亿]?[人名个家户支处项起宗件份卷场台]$"
# 其中一家, 其中的 are of what was named before.
OF_IT = tuple(f"其中{one}" for one in "一二两几三某任各每的")
LONGEST_COUNTED = 4
VERBS = tuple(f"{BEGINS}|{ACTS}".split("|"))
FRONTED = r"[对将把就从由]|等\d*$"
# 出动320人次开展检查, 投入30万元建立…: what is counted is a means to what follows.
MEANS = (
    r"出动|投入|邀请|抽取|抽调|抽选|抽出|选取|选派|选调|选出|遴选|挑选|筛选|精选|调阅|调取|调派|调集|调配|安排|争取|筹集|筹措|"
    r"拨付|列支|聘请|派出|选聘|动员|发动|动用|腾出|拿出|利用|借助|集结|会同|协调|随机|配备|推动|促成|促进|力促|助推|保障"
)
AFTER_NUMBER = r"\d(?=[^\W\d])"
# The dash of a period was lost.
TWO_YEARS = f"{ARABIC_YEAR}{ARABIC_YEAR}(?=年)"
NUMBER = r"[A-Za-z0-9.·+\-/]+$"
# Short numbers are names: 12345, 12348, 110; and years, of whatever century.
HOTLINE = r"11[0-49]|12[0-2]|12[0-9]{3}|1310|96\d{3}|95\d{3}|(?:19|20)\d\d"
ORDINALS = "第" + COUNTING
# 之一是, 统一是, 其中一是 begin no point.
NEVER_BEFORE = "之统唯不同合专单万归如划的其就即这有才都也又主首先必须要应还惟均若凡每此另中"
# 主要原因一是…, 出现问题的原因一是…: what the points are, as the subject of the sentence.
TOLD = (
    "原因", "问题", "表现", "做法", "目的", "特点", "难点", "困难", "不足", "短板", "差距", "任务", "重点", "考虑",
    "依据", "方式", "区别",
)  # fmt: skip
WHICH = ("的", "主要", "具体", "直接", "根本", "客观", "主观")
LONGEST_TOLD = 2
# A dot may stand in a number: 6.4万人次.
MARKS_BEFORE = "。;:,、!?\n"
ENDS = MARKS_BEFORE + "."
CLOSING = '"》)]'
# Once read, these look like what closes: 报告所列“一是……、二是……”.
OPENING = "“「『"
# 我局一是…, 县里一是…: who does it needs no mark behind.
LONGEST_SUBJECT = 3
WORDS_BESIDE, SHOWN = 10, 4


def lost_stops(document: Document) -> Iterator[TextFault]:
    """Where two sentences meet without a mark, and where two years do."""
    for at in sorted({*_after_figures(document), *_before_points(document)}):
        yield _fault(document, at)
    for match in re.compile(TWO_YEARS).finditer(document.plain.text, *document.body):
        message = f"“{match.group()}”是两个年份连在了一起，像是漏了标点"
        yield TextFault(*match.span(), message, "核对是起止年份还是两句话，补上漏掉的标点", "info")


def _after_figures(document: Document) -> Iterator[int]:
    text = document.plain.text
    for at, after in places(text, ("%",), *document.body):
        if _is_joined(document, after) and (_begins_anew(text, after) or _is_predicate(text, at)):
            yield after
    for match in re.compile(COUNTED).finditer(text, *document.body):
        at = match.end()
        begins = _is_point(text, at) or (text.startswith(AFTER_COUNTED, at) and not text.startswith("完善后", at))
        if begins and _is_joined(document, at) and not _is_object(text, match.start()):
            yield at
    for at, _ in places(text, PARTS, *document.body):
        follows = re.search(BEFORE_PART, text[max(0, at - LONGEST_COUNTED) : at]) is not None
        if follows and not text.startswith(OF_IT, at) and _is_joined(document, at):
            yield at
    for match in re.compile(AFTER_NUMBER).finditer(text, *document.body):
        if text.startswith(VERBS, match.end()) and _counts(document, match.end()):
            yield match.end()


def _begins_anew(text: str, at: int) -> bool:
    """Whether what no rate is followed by stands here: 64项, 三是, 积极."""
    return _is_point(text, at) or text[at : at + 1].isdecimal() or text.startswith(AFTER_PERCENT, at)


def _is_point(text: str, at: int) -> bool:
    """Whether 二是 or the like stands there."""
    point, is_point, _ = text[at : at + 3].partition("是")
    return bool(point and is_point) and not point.strip(COUNTING)


def _is_predicate(text: str, at: int) -> bool:
    """Whether the number before a per cent sign is a rate with which its sentence ends."""
    if not "\u4e00" <= text[at + 1 : at + 2] <= "\u9fff" or text.startswith(GOES_ON, at + 1):
        return False
    return re.search(RATED, text[max(0, at - LONGEST_RATE) : at]) is not None


def _is_object(text: str, at: int) -> bool:
    """Whether what is counted belongs to the verb behind it: 对文件66件开展审查, 抽取案卷60卷开展评查."""
    first = max(0, at - LONGEST_CLAUSE)
    clause = text[max(first, *(text.rfind(mark, first, at) + 1 for mark in MARKS_BEFORE)) : at]
    return re.search(f"{FRONTED}|{MEANS}", clause) is not None


def _before_points(document: Document) -> Iterator[int]:
    """Points of a list with no mark before them, those among them that were not seen for that reason."""
    for points in lists_in(document):
        if points[0].style == "is" and len(points) > 1:
            yield from (point.start for point in points if _runs_on(document, point))
            for before, after in pairwise(points):
                if after.value == before.value + 2:
                    yield from _unseen(document, before, after)


def _unseen(document: Document, before: Point, after: Point) -> Iterator[int]:
    text = document.plain.text
    at = text.find(han(before.value + 1) + "是", before.end, after.start)
    if at >= 0 and text[at - 1] not in ENDS + ORDINALS and _is_joined(document, at):
        yield at


def _counts(document: Document, end: int) -> bool:
    """Whether a number counts something, and is no year, hotline or part of a name."""
    written = re.compile(NUMBER).search(document.plain.text, max(0, end - 12), end)
    number = written.group() if written else ""
    return number.isdigit() and not re.fullmatch(HOTLINE, number) and _is_joined(document, end)


def _is_joined(document: Document, at: int) -> bool:
    """Nothing, not even a blank, stands between two characters in the text as read."""
    return document.plain.original(at) - document.plain.original(at - 1) == 1


def _runs_on(document: Document, point: Point) -> bool:
    """一是, 二是 with no mark before it."""
    text, before = document.plain.text, point.start - 1
    if point.start == document.paragraphs[point.paragraph].start or not _is_joined(document, point.start):
        return False
    if document.quote(before, point.start) in OPENING:
        return False
    while text[before] in CLOSING:
        before -= 1
    if before < point.start - 1:
        return text[before] not in ENDS and text[point.start - 1] != ")"
    if text[before] == "其" or (point.value == 1 and _goes_before(text, point.start)):
        return False
    return text[before] not in ENDS + ORDINALS


def _goes_before(text: str, at: int) -> bool:
    """Whether the words before the first point go on with it."""
    told = text.endswith(TOLD, 0, at) and text.endswith(WHICH, 0, at - LONGEST_TOLD)
    return text[at - 1] in NEVER_BEFORE or told or _is_subject(text, at)


def _is_subject(text: str, at: int) -> bool:
    """Whether no more than who does it stands between the last mark and the first point."""
    clause = text[max(0, at - LONGEST_SUBJECT - 1) : at]
    return any(mark in clause for mark in ENDS)


def _fault(document: Document, at: int) -> TextFault:
    """The words on both sides of the place where the mark is lacking."""
    text = document.plain.text
    start = max(text.rfind("\n", max(0, at - WORDS_BESIDE), at) + 1, at - WORDS_BESIDE, 0)
    stop = text.find("\n", at, at + WORDS_BESIDE)
    end = stop if stop >= 0 else min(len(text), at + WORDS_BESIDE)
    left, right = document.quote(start, at)[-SHOWN:], document.quote(at, end)[:SHOWN]
    message = f"{quoted(left)}和{quoted(right)}之间缺少标点，两句连在了一起"
    return TextFault(start, end, message, "在两句之间补上句号或分号")
