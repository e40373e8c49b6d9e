"""Words with which a document ends, or which say nothing: 特此报告, 以上报告，请予审议, a lone character."""

import re

from evaluator.understanding.headings import FIGURES

LONGEST = 80
SIGNS = ("报", "请", "意见", "公", "谢", "附", "汇", "接受")
REQUESTS = (
    "审议", "审查", "审阅", "审示", "批评", "指正", "指教", "指示", "批示", "阅示", "备案", "意见", "建议", "监督",
)  # fmt: skip
ASKED = f"(?:{'|'.join(REQUESTS)})"
DOUBT = "(?:如有|如|若有)?(?:不妥|不当|不足)(?:之处)?|[妥当]否|是否妥当|是否可行"
# Each with what it begins with and a word that it has: nearly no sentence does, and forms are dear to compile.
FORMULAS = (
    (
        ("特此", "专此", "谨此", "现予", "特予", "为此"),
        ("报", "公", "说明", "总结"),
        r"(?:[特专谨]此|现予|特予|为此)(?:报告|汇报|呈报|呈上|报备|报送|上报|函报|函告|公告|公布|公开|说明|总结)(?:,.{0,12})?",
    ),
    (
        ("以上", "上述", "此"),
        REQUESTS,
        rf"(?:以上|上述|此)(?:报告|汇报|情况|总结|内容)?,?(?:{DOUBT})?,?.{{0,4}}请.{{0,16}}{ASKED}(?:指导)?",
    ),
    (
        ("如", "若", "不妥", "不当", "妥否", "当否", "是否"),
        REQUESTS,
        rf"(?:{DOUBT}),?.{{0,4}}请.{{0,16}}{ASKED}",
    ),
    (
        ("现",),
        REQUESTS,
        rf"现(?:将.{{0,12}})?(?:呈上|呈报|报上|上报|报告|报请|报送|提请).{{0,40}}{ASKED}",
    ),
    (
        ("请", "敬请", "恳请", "提请"),
        REQUESTS,
        rf"(?:请|敬请|恳请|提请)予?(?:各位.{{2,16}}|县.{{2,12}}|市.{{2,12}}|省.{{2,12}})?{ASKED}(?:指正|指导|和监督)?",
    ),
    (
        ("我的", "以上", "报告", "汇报", "谢谢"),
        ("谢谢", "完毕", "结束", "完了"),
        r"(?:(?:我的|以上)?(?:报告|汇报)(?:完毕|到此结束|完了))?[,!]?(?:谢谢(?:大家|各位)?)?",
    ),
    (("附",), ("附",), r"附(?:件|表)?[:\d].*"),
)
# With what those are greeted who hear a report: 主任、各位副主任、各位委员.
GREETINGS = ("尊敬的", "主任", "各位")
# 各位委员，我们将认真落实本次会议的审议意见: those who hear the report are thanked, with nothing specific.
HEARERS = rf"(?:{'|'.join(GREETINGS)})(?:.{{0,40}})(?:委员|代表|领导|同志)们?[,:!]"
HEARD_ON = ("本次", "这次", "此次", "今天")
HEARD = r"(?:本次|这次|此次|今天的?)(?:会议|常委会会议|常委会|全会|大会).{0,6}(?:审议|意见|评议)"
NOT_HEARD = (":", "一是", "已", "《")
# 各位委员，新的一年，我们将自觉接受监督，以新的成绩迎接……: the same, of the year to come.
PLEDGE = r"自觉接受.{0,24}监督"
FEWEST_CHARACTERS = 2


def says_nothing(sentence: str, mark: str = "") -> bool:
    """A closing formula, thanks to those who hear the report, or a scrap behind the enumerator `mark`."""
    words = sentence[len(mark) :]
    if len(words) > LONGEST:
        return False
    if sum(map(str.isalnum, words)) < FEWEST_CHARACTERS:
        return True
    # What is one point of several is no formula: 二是提请县人大常委会审议。
    if mark or not any(sign in words for sign in SIGNS):
        return False
    told = words.strip('。!?;,()"')
    return _is_formula(told) or _thanks(told) or _pledges(told)


def _is_formula(words: str) -> bool:
    possible = (form for opening, needed, form in FORMULAS if words.startswith(opening) and _has_any(words, needed))
    return any(re.fullmatch(form, words) for form in possible)


def _has_any(words: str, needed: tuple[str, ...]) -> bool:
    return any(word in words for word in needed)


def _pledges(words: str) -> bool:
    if any(sign in words for sign in NOT_HEARD) or not re.search(PLEDGE, words):
        return False
    return re.match(HEARERS, words) is not None


def _thanks(words: str) -> bool:
    if not any(day in words for day in HEARD_ON) or any(sign in words for sign in NOT_HEARD) or FIGURES.search(words):
        return False
    return re.search(HEARD, words) is not None and (re.match(HEARERS, words) is not None or "将" in words)
