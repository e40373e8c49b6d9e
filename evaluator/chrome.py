"""Page chrome: what a web page puts before and after a report, told by vocabulary and shortness."""

import re

# The labels under a title; where one begins another, the longer stands first.
LABELS = (
    "信息索取号|索引号|索取号|信息分类|主题分类|组配分类|体裁分类|服务对象分类|分类|"
    "发布机构|发文机关|发文机构|发布单位|发布者|发布人|公开主体|公开机构|制发机关|制发单位|责任部门|责任单位|"
    "信息来源|文章来源|来源|稿源|作者|责任编辑|编辑|审核|录入|供稿|撰稿|"
    "信息提供日期|发布时间|发布日期|成文日期|成文时间|公文生成日期|生成日期|发文日期|发文时间|印发日期|"
    "更新时间|更新日期|公开日期|公开时间|公开方式|公开范围|公开时限|公开形式|公开目录|公开属性|公开类型|时间|日期|"
    "发文字号|备注/文号|文号|有效性|时效性?|效力状态|是否有效|有效期|状态|关键词|主题词|信息名称|文件名称|标题|名称|"
    "字体大小|字体|字号|浏览次数|浏览量|浏览|阅读人次|阅读次数|阅读量|阅读|点击数|点击率|点击量|点击|"
    "访问量|访问次数|累计次数|人气|分享到|分享|语种|内容概述|目录号"
)
BUTTONS = (
    "无障碍(?:浏览|阅读|辅助)?|长者(?:版|助手|模式|浏览|专区)|老年(?:版|模式)|关怀(?:版|模式)|适老化|智能问答|"
    "网站支持IPv6|简体|繁体|登录|注册|设为首页|加入收藏|收藏|扫一扫.{0,16}|扫码.{0,16}|视力保护色|"
    "打印(?:本页|文本|文章|页面)?|关闭(?:窗口|本页|页面)?|返回(?:顶部|首页|列表|上一页)?|微信|微博|QQ空间|"
    "大中小|特大|[大中小]|网站首页|首页|走进.{2,4}|政务公开|政务服务|办事服务|政民互动|互动交流|数据开放|数据发布|"
    "专题专栏|新闻中心|政府信息公开(?:专栏|平台|目录)?|要闻动态|政务动态|公众参与|解读回应|English|今天是|星期."
)
LABEL_LINE = re.compile(rf"[-·•*\[(|]*(?:{LABELS})[\])]*(?:[:|\]]|$)")
WORDS = re.compile(f"{BUTTONS}|{LABELS}")
NOISE = re.compile(r"[\d\W_]+|年|月|日|T|A[+-]?")
ARROW = "(?:>>?|»|›|→|::)"
TRAIL = re.compile(
    rf"(?:您?(?:现在)?的?(?:所在)?的?|当前)(?:位置|页面)|[^>»›→]{{1,20}}{ARROW}[^>»›→]{{1,40}}"
)
# What begins so, after the body, belongs to the page.
TAIL = re.compile(
    "知识图谱|相关(?:信息|链接|附件|文档|文件|新闻|文章|解读|阅读|报道|稿件)|当前展示|点击标签|触碰右侧|Baidu|map$|"
    r"扫一扫|扫码|[上下]一(?:篇|条|页)|附件\d{0,2}(?:[:.]|下载|$)|网站标识码|.{0,8}ICP备|.{0,8}公网安备|"
    "(?:主办|承办|主管|协办|技术支持|制作|版权所有|网站管理)(?:单位|部门)?[:|]?|"
    r"(?:联系|咨询|举报|投诉|值班|服务)?电话:|\(?联系(?:人|方式)|地址:|邮编|邮箱:|传真|网站(?:地图|声明)|关于我们|"
    r"联系我们|\[?打印|\[?关闭|\[?收藏|分享(?:到|:|$)|责任编辑|编辑:|审核:|信息?来源:|政府网站|适老|浏览|阅读[:\d]|访问|"
    "返回|Copyright|©|您访问|文件下载|纠错|我要(?:纠错|留言|评论)|推荐阅读|热门|友情链接|常用链接|国务院部门|"
    "省市区?(?:政府)?网站|点击(?:数|率|量|下载|查看)"
)
# Between title and body: a draft's mark, a date, a meeting, a document number, an addressee.
NUMERAL = "[0-9一二三四五六七八九十]"
DATE = rf"(?:20\d\d|[二〇零O一三四五六七八九]{{4}})年{NUMERAL}{{1,3}}月(?:{NUMERAL}{{1,3}}日)?"
ANY_DATE = rf"(?:{DATE}|20\d\d[-/.]\d{{1,2}}[-/.]\d{{1,2}})"
FORMAL = tuple(
    map(
        re.compile,
        (
            r"\((?:.{0,6}稿|草案|代拟|审议|讨论|公开|摘要|.{0,4}版)[^)]{0,10}\)",
            rf"[(\[]?{ANY_DATE}(?:\d\d:\d\d(?::\d\d)?)?[)\]]?(?:星期.)?",
            rf"\(?(?:{DATE})?[在经].{{2,50}}(?:会议|大会|全会|常委会|委员会)(?:上|第.{{1,6}}次会议上?|通过|审议)?\)?",
            r"第.{1,6}次(?:全体)?会议上?\)?",
            r"\[?.{1,12}[\[(]20\d\d[\])]第?\d{1,4}号\]?(?:签发人:?.{0,8})?|签发人:?.{0,8}",
            "(?:[^,。;:]{0,40}(?:[省市县区旗州盟镇乡委局厅部]|政府|委员会|人大|办公室|代表|委员|同志们?)[、,]?){1,4}:",
            "(?:中共)?[^,。;:]{2,14}委(?:员会)?、[^,。;:]{2,14}政府",
        ),
    )
)
LONGEST = 100


def is_metadata(text: str) -> bool:
    """A line of labels and values."""
    return len(text) <= 2 * LONGEST and LABEL_LINE.match(text) is not None and not _is_prose(text)


def is_trail(text: str) -> bool:
    """The path to the page: 您现在的位置, 首页 > 政务公开 > …."""
    return len(text) <= 2 * LONGEST and TRAIL.match(text) is not None and not _is_prose(text)


def is_button(text: str) -> bool:
    """Nothing but the words of buttons, menus and counters."""
    if len(text) > LONGEST:
        return False
    rest = WORDS.sub("", text)
    return len(NOISE.sub("", rest)) <= (2 if rest != text else 0)


def is_formal(text: str) -> bool:
    """What a document has between its title and its body."""
    if len(text) > LONGEST or "如下" in text:
        return False
    return any(pattern.fullmatch(text) for pattern in FORMAL)


def is_before_body(text: str) -> bool:
    """What stands between a title and the body without belonging to either."""
    return is_metadata(text) or is_trail(text) or is_formal(text) or is_button(text)


def is_after_body(text: str) -> bool:
    """The beginning of what a page puts after a report."""
    if len(text) > 2 * LONGEST or _is_prose(text):
        return False
    return TAIL.match(text) is not None or is_button(text)


def _is_prose(text: str) -> bool:
    return text.count("。") > 1 or (text.endswith("。") and text.count(",") > 1)
