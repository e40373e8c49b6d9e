"""Which bureau, court or higher government acts in a clause, by how their names are made and where they stand."""

import re
from functools import lru_cache

from checklist.matching import Span
from checklist.numerals import COUNTING, ZEROS
from evaluator.document import Document
from evaluator.judging.others import agents
from evaluator.judging.view import View
from evaluator.mentions.date_forms import MONTH_AND_DAY, YEAR
from evaluator.mentions.occurrences import mark_after

# What may stand before the one who acts.
_ENUMERATOR = rf"[{COUNTING}]+是|\([{COUNTING}\d]+\)|\d+[.、]|其[一二三四五中]:?|[●◆■·]"
# 据区法院通报,全区法院受理……
_SOURCE, _SOURCES = r"(?:根?据|按照?)[^,。;]{2,16},", ("根据", "据", "按")
_BEFORE = rf"(?:{_ENUMERATOR}|{_SOURCE}|年内|全年|今年|同时|此外|{YEAR}年|{MONTH_AND_DAY}|,|:|\s)*(?:由|经|全)?"
_REGION = "(?:[省市县区旗州盟]|自治区|自治州)"
# 县领导, 市委, 区人大 are no bureaus; 文化和旅游局 is one. 行政复议局 and 仲裁委 are housed in one.
_BUREAU_NAME = r"(?!级|政府|委|局|厅|领导|人大|政协|行政复议|仲裁|依法治|全面依法治)[^的与等由对\W\d_]{2,14}?"
_BUREAU = rf"(?P<region>{_REGION})(?P<bureau>{_BUREAU_NAME})(?:[局厅]|委(?!员会)|[大支总]队|指挥部)"
_PARTY_OFFICES = ("宣讲团", "讲师团", "党校", "编办", "政法委", "组织部", "宣传部", "统战部")
_PARTY = rf"(?P<party>{_REGION}委(?:{'|'.join(_PARTY_OFFICES)}))"
# 派出所 of the county's police in a town, 校门口的派出所 in a bureau's report.
_POSTS = ("派出所", "税务所", "交警中队", "消防救援站")
_POST = rf"(?P<post>[^\W\d_在对由与同向给和把从我为按依经于将让使令请]{{0,4}}(?:{'|'.join(_POSTS)}))"
_COURTS_OWN = r"(?:的[^\W\d_]{1,8}(?:平台|系统|程序|团队|站点?|庭|中心))?"
_COURT = (
    rf"(?:{_REGION}|最高)?(?:人民|中级人民|高级人民|中级|高级)?(?:法院|检察院){_COURTS_OWN}|{_REGION}人大常委会"
)
# Of another government those above the organ: 市政府 in a county's report, 省司法厅, 市发展改革委, 市里, 省厅.
_ABOVE = rf"[省市县区旗州盟](?:里|[局厅]|(?:人民)?(?:政府(?:办公[厅室])?|{_BUREAU_NAME}(?:[局厅]|委(?!员会))))"
# 国家发展改革委, 国务院办公厅, 国家政务服务平台.
_NATIONAL = r"国务院(?:办公厅)?|国家[^的与等由对\W\d_]{2,10}?(?:总局|[局委部署]|平台)"
# After the name: not its head or its post in the town, not what it gave the organ to do, nor what both do together.
_AFTER = (
    r"(?![^\W\d_在和与两各]{0,8}(?:驻|分局|中队|大队|所|站)|局?长|党组|党委|领导|主要负责|转|交办|移交|移送|批|委托|反馈|下发|安排|部署|要求|统一(?:安排|部署|要求|组织)|的"
    r"|、[\w、]{0,8}(?:司法所|综治|执法队)|常务会|办公|名义|转发|批准|同意|[\w、]{0,12}(?:与|同|联合|配合|支持)|\w{0,12}(?:指出|反馈|通报|点名|督察|考核|考评|评查|评估))"
)
_FIRST = f"{_BEFORE}(?P<who>(?:{_BUREAU})|(?:{_PARTY})|{_POST}|(?:{_COURT})){_AFTER}"
_SUPERIOR = f"{_BEFORE}(?P<who>{_ABOVE}|{_NATIONAL}){_AFTER}"
# A later clause may turn to what the organ itself did.
_SELF = rf"[,;:、](?:而|但)?(?:我们|我|本|{_REGION}(?:里|(?:人民)?政府)|[镇乡]|街道|司法所|综治|执法队)"
# So far into a clause its own subject reaches: 县人民政府.
_OWN = 5
# Below these levels a bureau is another body.
_LOW = ("department", "township")
# All that _BEFORE has; behind it a name comes without a mark.
_OPENING = f" \n,:.、()●◆■·{COUNTING}{ZEROS}0123456789是其中年内全今同时此外月日号由经"
_LATEST = 30
# 省厅, 市局; what places a bureau's name has.
_SHORTEST, _PLACES = 2, "省市县区旗州盟"
_MARKS = ",;:。、()《》"
_COURTS = ("法院", "检察院", "常委会")
_BUREAU_ENDS = ("局", "厅", "委", "大队", "支队", "总队", "指挥部", *_POSTS, *_PARTY_OFFICES)
_GOVERNMENTS, _NATION = ("政府", "局", "厅", "委", "里", "国务院", "国家"), "国"
# Which regions have a government above one of that level; a county-level city is a 市 itself.
_REGIONS_ABOVE = {"city": "省", "county": "省市州盟", "township": "省市州盟县区旗", "department": "省市州盟县区旗"}


def official_actor(view: View, sentence: int, clause: Span) -> str | None:
    """The name of the other body whose act a clause tells, None where it is the organ's own.

    `sentence` is the plain offset at which the clause's sentence begins; there it stands, behind the last
    semicolon, where the clause begins, or behind 由.
    """
    text = view.words.text
    part = text.rfind(";", sentence, clause[0]) + 1 or sentence
    begins = dict.fromkeys((sentence, part, clause[0], *agents(text, *clause)))
    return next((name for start in begins if (name := _named(view.document, start, clause[0]))), None)


def _named(document: Document, start: int, clause: int) -> str | None:
    """The name that stands at `start` of a body which still acts where the clause begins."""
    found = _body(document, start) or _superior(document, start)
    if not found or re.compile(_SELF).search(document.plain.text, found.end(), clause + _OWN):
        return None
    return found["who"]


def _body(document: Document, start: int) -> re.Match[str] | None:
    """The bureau or court of which a name stands there."""
    text, organ = document.plain.text, document.metadata.organ
    low = document.metadata.level in _LOW
    # Most sentences begin with no body, and compiling the form costs more than all the searching.
    if not _may_name(text[start : start + _LATEST], (*_COURTS, *(_BUREAU_ENDS if low else ()))):
        return None
    found = re.compile(_FIRST).match(text, start)
    if not found or not (found["bureau"] or found["party"] or found["post"]):
        return found
    # 省文化和旅游厅 stands above 市文化广电旅游局.
    own = not organ or (found["bureau"] and _is_short_for(found["bureau"], organ) and found["region"] in organ)
    return found if low and not own else None


def _is_short_for(bureau: str, organ: str) -> bool:
    """Whether the first words of a bureau's name stand in the organ's: 人社 in 人力资源和社会保障."""
    at = organ.find(bureau[0])
    return at >= 0 and organ.find(bureau[1], at) > 0


def _superior(document: Document, start: int) -> re.Match[str] | None:
    """The government above the organ's, or a bureau of that one, whose name stands there.

    A department has bureaus of its own name above it and beside it; of these `_body` knows more.
    """
    text, organ = document.plain.text, document.metadata.organ or ""
    own = organ.removesuffix("人民政府").removesuffix("政府")[-1:]
    above = set(_REGIONS_ABOVE.get(document.metadata.level or "", "")) - {own}
    head = text[start : start + _LATEST]
    # Compiling the form costs more than all the searching.
    if head.lstrip(_OPENING)[:1] not in {*above, _NATION} or not _may_name(head, _GOVERNMENTS):
        return None
    found = re.compile(_SUPERIOR).match(text, start)
    if found and document.metadata.level == "department" and not _is_above_bureaus(found["who"], organ):
        return None
    return found


def _is_above_bureaus(who: str, organ: str) -> bool:
    """国务院, 市政府, and 省厅 in the report of a 市's bureau."""
    if who.startswith(_NATION) or "政府" in who:
        return True
    return len(who) == _SHORTEST and who[0] != organ[max(map(organ.rfind, _PLACES))]


@lru_cache(maxsize=512)  # several items have words in one sentence
def _may_name(head: str, bodies: tuple[str, ...]) -> bool:
    """Whether a name may end in the first words of a sentence."""
    if not any(body in head for body in bodies):
        return False
    words = head.lstrip(_OPENING)
    if words.startswith(_SOURCES):
        return True
    words = words[: mark_after(words, _MARKS, 0, len(words))]
    return any(body in words for body in bodies)
