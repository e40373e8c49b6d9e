"""What a page without a report is: a list, an error, a login, a frame for a file that is somewhere else."""

import re

from evaluator.reading.html.lines import Page
from evaluator.refusal import ReportError

FEWEST = 100
GONE = re.compile(
    "404|Not Found|页面(?:不存在|已删除|没有找到|无法访问)|(?:找不到|无法访问).{0,8}(?:页面|网页|网站)",
    re.IGNORECASE,
)
BARRED = re.compile(
    "安全验证|访问过于频繁|完成验证|正在跳转|访问.{0,4}(?:拦截|拒绝|受限)|人机|滑动|防火墙|Forbidden",
    re.IGNORECASE,
)
LOGIN = re.compile("登录|登陆|密码|验证码")
LINKED, FEWEST_LINKS = 0.5, 8

AGAIN = "请在浏览器里打开报告的页面，确认能看到正文后另存为网页，或把正文复制到 .txt 文件再核查"
ATTACHED = "报告多半在附件里，请下载附件后核查附件"
LISTED = "请点开其中的报告，另存那一页再核查"
PICTURED = "图片里的文字读不出来，请找到报告的文字稿再核查"


def require_text(page: Page, characters: int) -> None:
    """Raises ReportError when a page has so few characters of sentences that it holds no report."""
    if characters < FEWEST:
        what, hint = _kind(page)
        raise ReportError("no-report-text", f"不是报告正文，看起来是{what}", hint)


def _kind(page: Page) -> tuple[str, str]:
    text = "\n".join([page.title, *(line.text for line in page.lines)])
    files = "、".join(dict.fromkeys(page.files[:3]))
    kinds = (
        (GONE.search(text), "打不开的网页（404）", AGAIN),
        (BARRED.search(text), "网站的验证页或拦截页", AGAIN),
        (page.counts["password"] and LOGIN.search(text), "登录页", AGAIN),
        (files, f"只有附件链接的页面（{files}）", ATTACHED),
        (_is_list(page), "列表页", LISTED),
        (page.hidden >= FEWEST, "正文要靠脚本才显示的页面", AGAIN),
        (page.counts["iframe"] or page.counts["frame"], "正文在内嵌框架里的页面", AGAIN),
        (page.counts["img"], "只有图片的页面", PICTURED),
        (page.counts["script"], "正文由脚本载入的页面", AGAIN),
    )
    return next(((what, hint) for holds, what, hint in kinds if holds), ("没有正文的页面", AGAIN))


def _is_list(page: Page) -> bool:
    linked = sum(line.linked for line in page.lines)
    size = sum(len(line.text) for line in page.lines)
    return page.counts["a"] >= FEWEST_LINKS and linked >= LINKED * size
