"""Page chrome: what a web page puts before and after a report, told by vocabulary and shortness."""

import re

from evaluator.mentions.date_forms import DAY, DOCUMENT_NUMBER, MARKED_DAY, TIME, WRITTEN_DAY
from evaluator.understanding.page_labels import (
    BELOW,
    BESIDE_DAYS,
    LABEL_WORDS,
    LABELS,
    NEIGHBOURS,
    PUBLICATION_DAYS,
)

# The words of menus and buttons.
BUTTONS = (
    "无障碍浏览", "无障碍阅读", "无障碍", "长者助手", "长者模式", "长者专区", "长者版", "老年版",
    "老年模式", "关怀版", "关怀模式", "适老化", "智能问答", "网站支持IPv6", "简体", "繁体", "登录",
    "注册", "设为首页", "加入收藏", "收藏", "视力保护色", "打印本页", "打印文本", "打印", "关闭窗口",
    "关闭本页", "关闭", "返回顶部", "返回首页", "返回列表", "微信", "微博", "QQ空间", "特大", "大中小",
    "大", "中", "小", "网站首页", "首页", "走进", "政务公开", "政务服务", "办事服务", "政民互动",
    "互动交流", "数据开放", "专题专栏", "新闻中心", "政府信息公开", "要闻动态", "政务动态", "公众参与",
    "解读回应", "专栏", "平台", "English", "今天是", "星期",
)  # fmt: skip
WORDS = tuple(sorted((*LABELS, *BUTTONS), key=len, reverse=True))
ARROWS = (">", "»", "›", "→", "::")
# A path may also be parted by marks that stand in titles too; then it tells itself by a column and no year.
HOMES = ("首页", "网站首页", "门户首页")
STEPS = r"[-/\\|_·]+"
COLUMNS = ("首页", "公开", "频道", "栏目", "专栏", "专题", "目录", "动态")
FEWEST_STEPS, LONGEST_STEP = 3, 16
# What begins so, after the body, belongs to the page; after 主办 and the like a colon or 单位 must follow.
TAILS = (
    *BELOW,
    *NEIGHBOURS,
    *("知识图谱", "相关信息", "相关链接", "相关附件", "相关文档", "相关文件", "相关新闻", "相关文章"),
    *("相关解读", "相关阅读", "相关报道", "相关稿件", "当前展示", "点击标签", "点击查看", "点击下载"),
    *("触碰右侧", "Baidu", "扫一扫", "扫码", "附件下载", "附件:", "附件1", "附件2", "文件下载", "版权所有"),
    *("网站标识码", "网站管理", "网站地图", "网站声明", "关于我们", "联系我们", "联系人", "(联系", "联系方式"),
    *("联系单位", "联系科室", "地址:", "邮编", "邮箱:", "传真", "[打印", "打印", "[关闭", "关闭本", "[收藏"),
    *("政府网站", "适老", "返回", "Copyright", "©", "抄送", "抄报", "主送", "(此件", "您访问", "您是第"),
    *("纠错", "我要", "推荐阅读", "友情链接", "常用链接", "国务院部门", "省政府网站", "市政府网站"),
)
OFFICES = ("主办", "承办", "主管", "协办", "技术支持", "制作")
TELEPHONE = "电话:"
LICENCES = ("ICP备", "公网安备")
# （2025年1月30日公布）, （本报告已于2025年1月30日在县政府网站公布）: when it was made public, with the word behind.
ANNOUNCED = (
    rf"[(\[]?(?:(?:本|该|此|年度)?(?:报告|年报)[已现]?[于在经]?)?({DAY})(?:{TIME})?(?:[^,。;\d]{{2,20}}?)?(?:首次)?"
    r"(?:公布|发布|公开|刊发)(?:[^,。;:\d的]{2,20})?[)\]]?$"
)
# （报告联系人：某某，0855-1234567）
ASKED = r"[(\[](?:本?报告|填报|填表|公开)?(?:联系人|经办人|联络员|填报人|联系电话|联系方式)(?:[及和]电话)?:"
# 2024-01-23, • 2021年3月22日 16时47分, 来源:某某日报 2024-3-16 08:15: when a page was put up, without a label. A day in
# words alone may be that on which the report was signed.
UNLABELLED = (
    r"[-•·*]?(?:来源:[^,。;:\d]{2,24})?"
    rf"({MARKED_DAY}|{WRITTEN_DAY}(?={TIME}))(?:{TIME})?(?:星期.)?(?:\|[^,。;:\d]{{2,24}})?$"
)
# Parts end at commas alone, so that there is but one way to part a line.
_TO = "[^,。;:]{0,80}(?:[省市县区旗州盟镇乡委局厅部]|政府|委员会|人大|办公室|代表|委员|同志们?)"
ADDRESSEE = f"(?:{_TO},){{0,3}}{_TO}[、,]?:"
# Between title and body: a draft's mark, a date, a meeting, a document number, an addressee.
FORMAL = (
    r"\((?:.{0,6}稿|草案|代拟|审议|讨论|公开|摘要|.{0,4}版)[^)]{0,10}\)",
    rf"[(\[]?{DAY}(?:{TIME})?[)\]]?(?:星期.)?",
    ANNOUNCED,
    UNLABELLED,
    rf"\(?(?:{WRITTEN_DAY})?[在经].{{2,50}}(?:会议|大会|全会|常委会|委员会)(?:上|第.{{1,6}}次会议上?|通过|审议)?\)?",
    r"第.{1,6}次(?:全体)?会议上?\)?",
    rf"\[?.{{1,12}}{DOCUMENT_NUMBER}\]?(?:签发人:?.{{0,8}})?|签发人:?.{{0,8}}",
    ADDRESSEE,
    "(?:中共)?[^,。;:]{2,14}委(?:员会)?、[^,。;:]{2,14}政府",
)
LONGEST = 100
# A menu has more than so many words, none longer than this.
MENU, LONGEST_WORD = 2, 10
BARS = str.maketrans("·丨│", "|||")
# A label as no list has it, with a value; or one with a date behind.
UNLISTED = rf"[^,。;:|]{{0,6}}(?:{'|'.join(LABEL_WORDS)})[^,。;:|]{{0,4}}[:|](?!.*。)"
DATED = rf"(?:{'|'.join(LABEL_WORDS)})[^,。;:]{{0,4}}:{DAY}"
# 某局 2024年1月30日 来源:法规科: when a page was put up, and by whom, before its labels.
STAMP = rf"[^,。;:\d]{{0,24}}({DAY})(?:{TIME})?[^,。;\d]{{0,24}}(?:{'|'.join(BESIDE_DAYS)})"


def is_metadata(text: str) -> bool:
    """A line of labels and values."""
    if len(text) > 2 * LONGEST or _is_prose(text):
        return False
    line = text.lstrip("-·•*[(|")
    label = next((word for word in WORDS if line.startswith(word) and word in LABELS), None)
    if label is not None and (line[len(label) :] or ":")[0] in ":|])":
        return True
    if not any(word in line for word in (*LABEL_WORDS, *BESIDE_DAYS)):
        return False
    return any((re.match(UNLISTED, line), re.search(DATED, line), re.match(STAMP, line)))


def is_trail(text: str) -> bool:
    """The path to the page: 您现在的位置, 首页 > 政务公开 > …."""
    if len(text) > 2 * LONGEST or _is_prose(text):
        return False
    if "位置" in text[:10] and text.startswith(("您", "你", "当前", "现在", "所在", "位置", "首页")):
        return True
    if text.startswith(HOMES) or any(arrow in text[1:22] for arrow in ARROWS):
        return True
    steps = re.split(STEPS, text)
    if len(steps) < FEWEST_STEPS or max(map(len, steps)) > LONGEST_STEP or re.search(r"\d\d|:", text):
        return False
    return any(column in step for step in steps for column in COLUMNS)


def is_menu(text: str) -> bool:
    """Short words side by side: 首页 | 走进我县 | 解读回应."""
    words = text.translate(BARS).split("|")
    return len(words) > MENU and all(len(word) <= LONGEST_WORD for word in words)


def is_button(text: str) -> bool:
    """Nothing but the words of buttons, menus and counters."""
    if len(text) > LONGEST:
        return False
    if text.startswith(("扫一扫", "扫码")):
        return len(text) <= 24
    rest = text
    for word in WORDS:
        rest = rest.replace(word, "")
    left = sum(c.isalpha() and c not in "年月日T" for c in rest)
    return left <= (2 if rest != text else 0)


def is_formal(text: str) -> bool:
    """What a document has between its title and its body."""
    if len(text) > LONGEST or "如下" in text or text.endswith("。"):
        return False
    return any(re.fullmatch(pattern, text) for pattern in FORMAL)


def is_closing_note(text: str) -> bool:
    """What a report has below its signature, in brackets: when it was made public, whom to ask."""
    if not text.startswith(("(", "[")) or len(text) > LONGEST:
        return False
    return re.match(ANNOUNCED, text) is not None or re.match(ASKED, text) is not None


def is_addressee(text: str) -> bool:
    """县委、县政府: or 主任、各位副主任、委员:."""
    return text.endswith(":") and len(text) <= LONGEST and re.fullmatch(ADDRESSEE, text) is not None


def is_before_body(text: str) -> bool:
    """What stands between a title and the body without belonging to either."""
    return is_metadata(text) or is_trail(text) or is_menu(text) or is_button(text) or is_formal(text)


def is_after_body(text: str) -> bool:
    """The beginning of what a page puts after a report."""
    if len(text) > 2 * LONGEST or _is_prose(text):
        return False
    if text.startswith(TAILS) or _is_bracketed_label(text) or text in ("附件", "map") or is_closing_note(text):
        return True
    if text.startswith(OFFICES) and any(mark in text[2:10] for mark in (":", "|", "单位")):
        return True
    if text.endswith("印发") and len(text) < 40:
        return True
    licensed = any(licence in text[:16] for licence in LICENCES)
    return licensed or TELEPHONE in text[:8] or (is_button(text) and any(map(str.isalpha, text)))


def _is_bracketed_label(text: str) -> bool:
    """(信息来源:某市司法局 发布时间:2023-03-20), as some offices close the page."""
    return text.startswith(("(", "[")) and text.endswith((")", "]")) and text.startswith((*BELOW, *PUBLICATION_DAYS), 1)


def _is_prose(text: str) -> bool:
    return text.count("。") > 1 or (text.endswith("。") and text.count(",") > 1)
