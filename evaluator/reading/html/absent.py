"""What a page without a report is: a list, an error, a login, a frame for a file that is somewhere else."""

import re
from collections.abc import Callable

from evaluator.errors import ReportError
from evaluator.reading.html.lines import Page

FEWEST = 100
GONE = re.compile(
    r"404|Not Found|页面(?:不存在|已删除|没有找到|无法访问)|(?:找不到|无法访问).{0,8}(?:页面|网页|网站)", re.I
)
BARRED = re.compile(
    "安全验证|访问过于频繁|完成验证|正在跳转|访问.{0,4}(?:拦截|拒绝|受限)|人机|滑动|防火墙|Forbidden", re.I
)
LOGIN = re.compile("登录|登陆|密码|验证码")
LINKED, FEWEST_LINKS = 0.5, 8

AGAIN = "请在浏览器里打开报告的页面，确认能看到正文后另存为网页，或把正文复制到 .txt 文件再核查"
Sign = tuple[Callable[[Page, str], bool], str, str]
SIGNS: tuple[Sign, ...] = (
    (lambda page, text: bool(GONE.search(text)), "打不开的网页（404）", AGAIN),
    (lambda page, text: bool(BARRED.search(text)), "网站的验证页或拦截页", AGAIN),
    (lambda page, text: bool(page.counts["password"] and LOGIN.search(text)), "登录页", AGAIN),
    (lambda page, text: bool(page.files), "只有附件链接的页面", "报告多半在附件里，请下载附件后核查附件"),
    (lambda page, text: _is_list(page), "列表页", "请点开其中的报告，另存那一页再核查"),
    (lambda page, text: page.hidden >= FEWEST, "正文要靠脚本才显示的页面", AGAIN),
    (lambda page, text: bool(page.counts["iframe"] + page.counts["frame"]), "正文在内嵌框架里的页面", AGAIN),
    (
        lambda page, text: page.counts["img"] > 0,
        "只有图片的页面",
        "图片里的文字读不出来，请找到报告的文字稿再核查",
    ),
    (lambda page, text: page.counts["script"] > 0, "正文由脚本载入的页面", AGAIN),
    (lambda page, text: True, "没有正文的页面", AGAIN),
)


def require_text(page: Page, characters: int) -> None:
    """Raises ReportError when a page has so few characters of sentences that it holds no report."""
    if characters >= FEWEST:
        return
    text = page.title + "\n" + "\n".join(line.text for line in page.lines)
    what, hint = next((what, hint) for holds, what, hint in SIGNS if holds(page, text))
    if what.startswith("只有附件"):
        what += f"（{'、'.join(dict.fromkeys(page.files[:3]))}）"
    raise ReportError("no-report-text", f"不是报告正文，看起来是{what}", hint)


def _is_list(page: Page) -> bool:
    linked = sum(line.linked for line in page.lines)
    size = sum(len(line.text) for line in page.lines)
    return page.counts["a"] >= FEWEST_LINKS and linked >= LINKED * size
