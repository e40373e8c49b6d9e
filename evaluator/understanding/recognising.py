"""Whether a text is an annual report on 法治政府建设 at all, and what it seems to be when it is not."""

import re
from collections.abc import Sequence

from evaluator.mentions.date_forms import DAY, OPENING_YEAR
from evaluator.refusal import ReportError
from evaluator.understanding import chrome
from evaluator.understanding.headings import FIGURES, numbered
from evaluator.understanding.page_labels import LABELS
from evaluator.understanding.statutory import HINGES, PARTS, has_any
from evaluator.understanding.untitled import seems_a_report

SHORTEST = 300
TOP = 8
FINAL = "。!?;:"
# A report that leads over to nothing begins with its year, and tells of 法治政府 in its first words.
FIRST_WORDS = 300
SUBJECTS = ("法治政府", "依法行政", "法治建设", "依法治", "法治工作")
# 普法依法治理 is the work of those who teach law.
LESSONS = "普法依法治理"
AREAS = (
    "法治政府", "法治思想", "依法行政", "政府职能", "规范性文件", "行政决策", "行政执法", "突发事件", "矛盾",
    "权力", "监督", "科技",
)  # fmt: skip
# 发布 in a label tells of no news: 发布机构, 发布时间.
NO_LABEL = "|".join(label.removeprefix("发布") for label in LABELS if label.startswith("发布"))
# What a headline ends with or holds when it stands over something else.
HEADLINES = (
    ("政策解读", "解读|一图读懂|图解"),
    ("政府信息公开工作年度报告", "政府信息公开(?:工作)?.{0,6}(?:年度报告|年报)$"),
    ("会议或工作新闻", f"召开|审议|听取|发布(?!{NO_LABEL})|举行|举办|部署|传达"),
    ("通知或方案", "(?:通知|方案|办法|规划|要点|意见|条例|规定|指引|指南|公告|公示|函|清单)$"),
    ("部门工作总结或工作报告", "^(?!.*(?:法治|依法)).*工作(?:总结|报告|计划|思路|要点).{0,14}$"),
)
# What gives other texts away where no headline does.
TELLING = (("政府信息公开工作年度报告", "收到和处理政府信息公开申请|主动公开政府信息情况"),)
NEWS = (("会议或工作新闻", "本报讯|记者.{0,9}(?:报道|获悉)|主持召开.{0,60}(?:审议|听取).{0,20}《"),)
INDIVIDUAL = (
    "本人|我作为|作为.{2,16}(?:书记|局长|主任|县长|区长|市长|镇长|乡长),我"
    "|(?:[,。]|现将)我(?=履行|贯彻|坚持|认真|始终|带头|主动|严格|切实|落实|牢固|深入|按照|把|以)"
)
INDIVIDUAL_HEADLINES = ("述法", "述职", "述廉", "第一责任人")
ERROR_PAGE = (
    "404(?:错误|NotFound|-)|NotFound|页面(?:不存在|已删除|无法访问|没有找到)|找不到(?:该|您)|"
    "请(?:输入验证码|先登录)|用户登录|安全验证|访问过于频繁|正在跳转"
)
DATED_LINE = rf"{DAY}[\])]?$"
HINT = "只核查法治政府建设年度报告；如果确是年度报告，请补上标题（机关、年度、法治政府建设年度报告）再核查"
# There may well be a title here, and to ask for one would send the reader the wrong way.
NO_BODY = "请核对是不是拿错了文件；是网页的，请在浏览器里打开报告的页面，确认能看到正文后另存为网页再核查"


def require_report(
    head: Sequence[str], body: Sequence[str], headings: Sequence[str], title: str, signed: bool = False
) -> None:
    """Raises ReportError when a page holds no report; `head` stands before the title, or before the body."""
    size = sum(map(len, body))
    page = body if title and body else [*head, *body]
    if size < SHORTEST and (kind := _no_text(page, size, listing=not title)):
        raise ReportError("not-a-report", f"不是报告正文，看起来是{kind}", NO_BODY)
    if not title:
        _require_untitled(head, body, headings, size, signed)
        return
    kind = _individual(title, body, headings)
    if not kind and _parts(headings) < 2 and _hinge(_beginning(body)) < 0:
        kind = _by_headline(head)
    if kind:
        raise ReportError("not-a-report", f"这不是法治政府建设年度报告，看起来是{kind}", HINT)


def _require_untitled(
    head: Sequence[str], body: Sequence[str], headings: Sequence[str], size: int, signed: bool
) -> None:
    # Without a title the headline may stand between the first lines, below a covering letter.
    named = [line for line in head if not chrome.is_trail(line)]
    headlines = [*named, *(line for line in body[:TOP] if line[-1] not in FINAL and numbered(line) is None)]
    kind = _individual("".join(headlines), body, headings) or _by_telling(body, TELLING)
    # What leads over to a report on 法治政府建设 is one, whatever column or file it stands in.
    kind = kind or ("" if "法治政府" in _led_over(body) else _by_headline(headlines))
    signs = (_has_opening, _has_review, _has_parts, _has_areas)
    if not kind and (any(sign(body, headings) for sign in signs) or seems_a_report(head, body, headings, signed)):
        return
    if kind := kind or _by_telling(body, NEWS):
        raise ReportError("not-a-report", f"这不是法治政府建设年度报告，看起来是{kind}", HINT)
    if size < SHORTEST:
        raise ReportError("too-short", f"只有 {size} 个字，也没有标题，看不出是年度报告", HINT)
    message = "看不出这是法治政府建设年度报告：没有标题，也没有报告的开头语和各部分标题"
    raise ReportError("not-a-report", message, HINT)


def _no_text(page: Sequence[str], size: int, listing: bool) -> str:
    """What a page without a text is; empty where it has one."""
    if re.search(ERROR_PAGE, "\n".join(page)):
        return "打不开的网页、登录页或验证页"
    dated = sum(re.search(DATED_LINE, line) is not None for line in page)
    if listing and dated >= 5 and dated > len(page) / 3:
        return "列表页"
    return "没有正文的页面" if size == 0 else ""


def _by_headline(lines: Sequence[str]) -> str:
    for line in lines:
        if 8 <= len(line) <= 60 and not chrome.is_before_body(line):
            for kind, pattern in HEADLINES:
                if re.search(pattern, line):
                    return kind
    return ""


def _by_telling(body: Sequence[str], telling: tuple[tuple[str, str], ...]) -> str:
    text = "\n".join(body)[:3000]
    return next((kind for kind, pattern in telling if re.search(pattern, text)), "")


def _individual(headline: str, body: Sequence[str], headings: Sequence[str]) -> str:
    """One person's report on how he did his duty, filed beside the organ's; some organs' own are called so."""
    if "法治政府" in headline or not has_any(INDIVIDUAL_HEADLINES, headline):
        return ""
    if has_any(SUBJECTS, headline) and _parts(headings) >= 2:
        return ""
    return "个人述法报告" if re.search(INDIVIDUAL, "\n".join(body)[:10_000]) else ""


def _has_opening(body: Sequence[str], headings: Sequence[str]) -> bool:
    """A sentence that leads over to a report on 法治政府建设 or the like."""
    opening = _beginning(body)
    if _hinge(opening) < 0 or not has_any(SUBJECTS, opening):
        return False
    return has_any(SUBJECTS, _led_over(body)) or _parts(headings) >= (1 if "法治政府" in opening else 2)


def _led_over(body: Sequence[str]) -> str:
    """The sentence that leads over to the report, up to its hinge; empty where there is none."""
    opening = _beginning(body)
    hinge = _hinge(opening)
    if hinge < 0:
        return ""
    sentence = opening[max(opening.rfind("。", 0, hinge), opening.rfind("\n", 0, hinge)) + 1 : hinge]
    return sentence.replace(LESSONS, "")


def _has_review(body: Sequence[str], headings: Sequence[str]) -> bool:
    """A preamble on 法治政府 in the year, over headings and work done."""
    opening = next((line for line in body if numbered(line) is None and not chrome.is_addressee(line)), "")
    if not re.match(OPENING_YEAR, opening) or "法治政府" not in opening[:FIRST_WORDS] or opening[-1] not in FINAL:
        return False
    return len(headings) >= 3 and len(FIGURES.findall("\n".join(body)[:20_000])) >= 5


def _beginning(body: Sequence[str]) -> str:
    return "\n".join(body[:4])[:1500]


def _hinge(opening: str) -> int:
    """Where an opening leads over to a report, -1 where it does not."""
    return max(opening.find(words) for words in HINGES)


def _has_parts(body: Sequence[str], headings: Sequence[str]) -> bool:
    """Headings that name at least two of the statutory parts, with 法治 as their subject."""
    named = [heading for heading in headings if "法治" in heading or "依法行政" in heading]
    if _parts(headings) >= 2 and _parts(named) >= 1:
        return True
    return _parts(headings) >= 3 and sum(line.count("法治政府") for line in body) >= 3


def _has_areas(body: Sequence[str], headings: Sequence[str]) -> bool:
    """Headings that name the outline's areas, over a text that tells what was done."""
    text = "\n".join(body)
    named = sum(any(area in heading for heading in headings) for area in AREAS)
    return named >= 4 and text.count("法治政府") >= 5 and len(FIGURES.findall(text[:20_000])) >= 5


def _parts(headings: Sequence[str]) -> int:
    return sum(any(has_any(part, heading) for heading in headings) for part in PARTS)
