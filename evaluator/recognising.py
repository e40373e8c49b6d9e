"""Whether a text is an annual report on 法治政府建设 at all, and what it seems to be when it is not."""

import re
from collections.abc import Sequence

from evaluator import chrome
from evaluator.errors import ReportError

SHORTEST = 300
HINGE = re.compile(
    "(?:现|将|就|对)?[^。;\n]{0,60}(?:报告|汇报|总结|公布|公开|通报|情况|说明)如下|予以(?:公开|公布)"
)
SUBJECT = re.compile("法治政府|依法行政|法治建设|依法治[省市县区旗州镇乡]|法治[^。,]{0,4}建设")
# The statutory parts as headings name them: measures, first-responsible, shortcomings, next year's plan.
PARTS = (
    re.compile("举措|成效|做法|工作.{0,4}情况|总体情况|基本情况|主要工作"),
    re.compile("第一责任人|主要负责人"),
    re.compile("不足|问题|短板|差距"),
    re.compile("下一步|下一年|打算|安排|计划|思路"),
)
# What a headline ends with or holds when it stands over something else.
HEADLINES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("政策解读", re.compile("解读|一图读懂|图解")),
    ("政府信息公开工作年度报告", re.compile("政府信息公开(?:工作)?.{0,6}(?:年度报告|年报)$")),
    ("会议或工作新闻", re.compile("召开|审议|听取|发布|举行|举办|部署|传达")),
    ("通知或方案", re.compile("(?:通知|方案|办法|规划|要点|意见|条例|规定|指引|指南|公告|公示|函|清单)$")),
    ("部门工作总结或工作报告", re.compile("^(?!.*(?:法治|依法)).*工作(?:总结|报告|计划|思路|要点).{0,14}$")),
)
# What gives other texts away where no headline does.
TELLING: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("政府信息公开工作年度报告", re.compile("收到和处理政府信息公开申请|主动公开政府信息情况")),
    ("会议或工作新闻", re.compile("本报讯|记者.{0,9}(?:报道|获悉)|主持召开.{0,60}(?:审议|听取).{0,20}《")),
)
INDIVIDUAL = re.compile("本人|我作为|作为.{2,16}(?:书记|局长|主任|县长|区长|市长|镇长|乡长),我")
INDIVIDUAL_HEADLINE = re.compile("述法|述职|述廉|第一责任人")
ERROR_PAGE = re.compile(
    "404(?:错误|NotFound|-)|NotFound|页面(?:不存在|已删除|无法访问|没有找到)|找不到(?:该|您)|"
    "请(?:输入验证码|先登录)|用户登录|安全验证|访问过于频繁|正在跳转"
)
DATED_LINE = re.compile(r"20\d\d[-/.年]\d\d?[-/.月]\d\d?日?[\])]?$")
HINT = "只核查法治政府建设年度报告；如果确是年度报告，请补上标题（机关、年度、法治政府建设年度报告）再核查"


def require_report(
    page: Sequence[str], body: Sequence[str], headings: Sequence[str], title: tuple[int, str] | None
) -> None:
    """Raises ReportError when a page holds no report; `title` is the title found, and on which line."""
    size = sum(map(len, body))
    if size < SHORTEST and (kind := _no_text(body if title and body else page, size)):
        raise ReportError("not-a-report", f"不是报告正文，看起来是{kind}", HINT)
    if title is None:
        _require_untitled(page, body, headings, size)
        return
    kind = _individual(title[1], body)
    if not kind and _parts(headings) < 2:
        kind = _by_headline(page[: title[0]])
    if kind:
        raise ReportError("not-a-report", f"这不是法治政府建设年度报告，看起来是{kind}", HINT)


def _require_untitled(page: Sequence[str], body: Sequence[str], headings: Sequence[str], size: int) -> None:
    top = [line for line in page[:12] if 8 <= len(line) <= 60 and line[-1] not in "。;:"]
    kind = _by_headline(top) or _by_telling(page) or _individual("".join(top), body)
    if kind:
        raise ReportError("not-a-report", f"这不是法治政府建设年度报告，看起来是{kind}", HINT)
    if _has_opening(body, headings) or _has_parts(body, headings):
        return
    if size < SHORTEST:
        raise ReportError("too-short", f"只有 {size} 个字，也没有标题，看不出是年度报告", HINT)
    message = "看不出这是法治政府建设年度报告：没有标题，也没有报告的开头语和各部分标题"
    raise ReportError("not-a-report", message, HINT)


def _no_text(page: Sequence[str], size: int) -> str:
    """What a page without a text is; empty where it has one."""
    if ERROR_PAGE.search("\n".join(page)):
        return "打不开的网页、登录页或验证页"
    dated = sum(DATED_LINE.search(line) is not None for line in page)
    if dated >= 5 and dated > len(page) / 3:
        return "列表页"
    return "没有正文的页面" if size == 0 else ""


def _by_headline(lines: Sequence[str]) -> str:
    for line in lines:
        if len(line) >= 8 and not chrome.is_trail(line) and not chrome.is_metadata(line):
            for kind, pattern in HEADLINES:
                if pattern.search(line):
                    return kind
    return ""


def _by_telling(page: Sequence[str]) -> str:
    text = "\n".join(page)[:3000]
    return next((kind for kind, pattern in TELLING if pattern.search(text)), "")


def _individual(headline: str, body: Sequence[str]) -> str:
    """One person's report on how he did his duty, filed beside the organ's."""
    if "法治政府" in headline or not INDIVIDUAL_HEADLINE.search(headline):
        return ""
    return "个人述法报告" if INDIVIDUAL.search("\n".join(body)[:10_000]) else ""


def _has_opening(body: Sequence[str], headings: Sequence[str]) -> bool:
    """A sentence that leads over to a report on 法治政府建设 or the like."""
    opening = "\n".join(body[:4])[:1500]
    hinge = HINGE.search(opening)
    if hinge is None or not SUBJECT.search(opening):
        return False
    return SUBJECT.search(hinge.group()) is not None or _parts(headings) >= 2


def _has_parts(body: Sequence[str], headings: Sequence[str]) -> bool:
    """Headings that name at least two of the statutory parts, with 法治 as their subject."""
    named = [heading for heading in headings if "法治" in heading or "依法行政" in heading]
    if _parts(headings) >= 2 and _parts(named) >= 1:
        return True
    return _parts(headings) >= 3 and sum(line.count("法治政府") for line in body) >= 3


def _parts(headings: Sequence[str]) -> int:
    return sum(any(part.search(heading) for heading in headings) for part in PARTS)
