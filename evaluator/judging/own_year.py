"""Whether facts are of the report year, or were left over from another."""

import re
from collections.abc import Sequence

from evaluator.mentions.date_forms import ARABIC_YEAR, LAST_YEAR, THIS_YEAR

# 2022年,我县…… and 党校2022年举办…… tell of that year; 2022年以来, 2022年度报告 and 2022年出台的 do not, nor does
# what was said to all in a month of it, which is learned years later.
# Facts are dated in figures; years in characters are for titles and signatures.
_OF_THE_CENTRE = r"\d{1,2}月(?:中央|全国|党的|总书记|习近平)"
_EARLIER = (
    r"(?:据统计,|据\w{2,4}统计,|数据显示,)?(?:早在|\w县|\w市|\w区|全\w)?"
    rf"(?P<first>{ARABIC_YEAR})年(?:(?=[全我本][省市县区旗州镇乡局街])|(?![以起至到前后度末底来的]|\w{{2,8}}的|{_OF_THE_CENTRE}))"
    rf"|[^,:;。]{{0,14}}?(?<![较比自从于对与])"
    rf"(?:(?P<later>{ARABIC_YEAR})年|{'|'.join(LAST_YEAR)})度?(?:\({ARABIC_YEAR}年\))?(?!{_OF_THE_CENTRE})"
    r"(?=[,\d]|[全我本][省市县区旗州镇乡局街]|主持|召开|举办|组织|开展|安排|先后|共|全年|累计|专题|集中|带头|听取)"
)
_IN_THIS_YEAR = (*THIS_YEAR, "年内", "一年来", "目前", "现已", "至今")
# Laid in an earlier year: 为本年度工作打下基础.
_GROUND = ("本年度工作", "本年工作")
# The 年 of such an opening stands no later.
_LATEST = 19
# 2022年以来, 2022年度报告: no time of a fact.
_SPANS = ("以来", "起", "至")
_NO_TIME = (*_SPANS, "度报告", "度考核", "度考评", "度督察", "度法治", "度反馈")
_COMPARED = ("较", "比", "自", "从", "于", "对", "与")


def is_of_year(sentences: Sequence[str], facts: Sequence[str], year: int) -> bool:
    """False where every sentence opens with an earlier year, or more facts are dated last year than this year.

    One fact of last year is never enough, nor are facts that are few beside the sentences.

    `sentences` are those that tell something countable or named, if any does.
    """
    if sentences and all(_opens_earlier(sentence, year) for sentence in sentences):
        return False
    before = sum(_dated(fact, year - 1) for fact in facts)
    few = before < 2 or 2 * before <= len(sentences)
    return few or before <= sum(_dated(fact, year) for fact in facts)


def mends_last_year(facts: Sequence[str], year: int) -> bool:
    """False where what was mended is of the year before last, and nothing was done in the year."""
    of_year = any(str(year) in fact or _names_this_year(fact) for fact in facts)
    return of_year or not any(_dated(fact, year - 2, _SPANS) for fact in facts)


def _opens_earlier(sentence: str, year: int) -> bool:
    # Compiling the form costs more than all the searching, and most sentences open with no earlier year.
    opening = re.match(_EARLIER, sentence) if _names_earlier(sentence[:_LATEST], year) else None
    named = opening and (opening["first"] or opening["later"] or year - 1)
    return bool(named and int(named) < year and not _names_this_year(sentence.replace(f"{year}年", "今年")))


def _names_earlier(head: str, year: int) -> bool:
    years = (before[-4:] for before in head.split("年")[:-1])
    return any(word in head for word in LAST_YEAR) or any(y.isdecimal() and int(y) < year for y in years)


def _names_this_year(text: str) -> bool:
    for ground in _GROUND:
        text = text.replace(ground, "")
    return any(word in text for word in _IN_THIS_YEAR)


def _dated(text: str, year: int, not_before: tuple[str, ...] = _NO_TIME) -> int:
    """How often a year is named as the time of a fact: not for comparison, and with none of some words behind it."""
    count = 0
    at = text.find(f"{year}年")
    while at >= 0:
        compared = text[max(0, at - 2) : at].endswith(_COMPARED)
        count += not compared and not text.startswith(not_before, at + 5)
        at = text.find(f"{year}年", at + 1)
    return count
