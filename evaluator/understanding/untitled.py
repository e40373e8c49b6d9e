"""A report without a title, told by weak signs: none is enough, most of them together are."""

import re
from collections.abc import Sequence

from evaluator.mentions.date_forms import OPENING_YEAR, YEAR
from evaluator.understanding import chrome

# Without its title a report may still stand in the column where such reports are published.
COLUMN = "法治政府建设(?:工作)?(?:年度)?(?:情况)?(?:工作)?(?:报告|年报)"
SUBJECT, FEWEST_SUBJECTS = "法治政府", 3
# To whom such reports go.
SUPERIORS = ("委", "政府", "人大", "代表", "依法治", "司法局", "司法厅")
# 现将有关情况报告如下, with whose and of what year they are; 现将普法工作情况报告如下 leads over to something else.
HINGE = r"现[将就把]([^。]{0,60}?)(?:报告|汇报|总结)如下"
NO_SUBJECT = (
    r"(?:.{0,24}?(?:[省市县区旗州盟镇乡局厅委院部]|街道|苏木|政府|办事处|委员会))?"
    rf"(?:{YEAR}年度?|本年度?|全年|一年来|今年以来|年度)?"
    r"(?:的|有关|相关|主要|具体|工作|总体|推进|开展|落实|履职|依法|行政|法治|政府|建设|履行|职责|任务|完成|进展|情况|及|和)*"
)
# What was done, what is lacking, what is planned: as headings say it, and as paragraphs do where there are none.
CHAPTERS = (
    ("工作", "做法", "举措", "成效", "回顾", "干了", "做了"),
    ("不足", "问题", "短板", "差距", "没做好", "没有做好", "弱项", "欠缺", "不到位"),
    ("下一步", "明年", "来年", "打算", "安排", "计划", "思路", "今后"),
)
FLAWS = "不足|短板|差距|薄弱|弱项|存在.{0,8}问题"
PLAN = f"下一步|下步|今后|来年|明年|新的一年|接下来|{YEAR}年.{{0,20}}(?:将|打算|准备|拟)"
CLOSING = ("特此报告", "专此报告", "请予审议", "批评指正", "请审阅", "请予审阅")
FEWEST_FORMS = 4
AREAS = (
    "权责清单|职责清单|政务服务|营商环境|放管服|审批", "规范性文件|立法|规章",
    "重大(?:行政)?决策|依法决策|法律顾问|合法性审[查核]", "行政执法|行政处罚|综合执法|规范公正文明执法|执法人员",
    "应急预案|演练|突发事件|应急处[置突]", "调解|行政复议|信访|矛盾|纠纷", "人大代表|政协|应诉|政务公开|监督",
    "平台|数据共享|数字化|信息系统",
)  # fmt: skip
FEWEST_AREAS = 4
# What a page without the usual form must have instead: most areas, law in every few lines, and facts.
MOST_AREAS, LAW_EVERY, FEWEST_FACTS = 5, 150, 15
LAW = ("法治", "依法", "执法", "行政", "复议", "诉讼", "合法性", "法律")
FACT = r"\d(?:余|多)?(?:件|次|场|人|份|个|项|名|起|宗|期|户|%|家)"
# A text about these has an addressee, flaws and a plan too.
RIVALS = ("普法", "信息公开", "政务公开", "党风廉政", "扫黑", "党建", "乡村振兴", "法律援助", "人民调解", "述职")
OWN = ("法治", "依法", "执法", "行政")
# One person speaks of himself again and again.
PERSON, MOST_PERSON = "本人|我(?=履行|贯彻|坚持|认真|始终|带头|主动|严格|切实|牢固|主持|作为)", 1


def seems_a_report(head: Sequence[str], body: Sequence[str], headings: Sequence[str], signed: bool) -> bool:
    """Whether a page that names no title has the subject, the form and the contents of such a report."""
    text = "\n".join(body)
    if len(re.findall(PERSON, text)) > MOST_PERSON or _is_about_another(text):
        return False
    areas = sum(re.search(area, text) is not None for area in AREAS)
    forms = _forms(head, body, headings, signed)
    if areas >= MOST_AREAS and forms and _is_steeped(text):
        return True
    return areas >= FEWEST_AREAS and forms >= FEWEST_FORMS and _has_subject(head, text)


def _is_steeped(text: str) -> bool:
    """Whether law is spoken of all along, and of what was done."""
    return sum(map(text.count, LAW)) * LAW_EVERY >= len(text) and len(re.findall(FACT, text)) >= FEWEST_FACTS


def _has_subject(head: Sequence[str], text: str) -> bool:
    column = any(re.search(COLUMN, line) for line in head if chrome.is_trail(line) or chrome.is_metadata(line))
    return column or text.count(SUBJECT) >= FEWEST_SUBJECTS


def _is_about_another(text: str) -> bool:
    """Another subject is led over to, or is spoken of more often than law."""
    hinge = re.search(HINGE, text)
    if hinge and not re.fullmatch(NO_SUBJECT, hinge.group(1)):
        return True
    return max(map(text.count, RIVALS)) > sum(map(text.count, OWN)) / 2


def _forms(head: Sequence[str], body: Sequence[str], headings: Sequence[str], signed: bool) -> int:
    """How much it has of what a report has: an addressee, its year, a hinge, an end, and its chapters."""
    told = "\n".join(body)
    addressed = [line for line in (*head, *body[:3]) if chrome.is_addressee(line)]
    return sum(
        (
            any(superior in line for line in addressed for superior in SUPERIORS),
            any(re.match(OPENING_YEAR, line) for line in body[:3]),
            re.search(HINGE, "\n".join(body[:4])) is not None,
            signed or told.rstrip("。").endswith(CLOSING),
            _chapters(headings) >= 2 or _passages(body) == 2,
        )
    )


def _chapters(headings: Sequence[str]) -> int:
    return sum(any(word in heading for heading in headings for word in words) for words in CHAPTERS)


def _passages(body: Sequence[str]) -> int:
    """Of flaws and of a plan, how many are in the second half."""
    rest = body[len(body) // 2 :]
    return any(re.search(FLAWS, line) for line in rest) + any(re.match(PLAN, line) for line in rest)
