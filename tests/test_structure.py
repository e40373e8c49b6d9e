"""A page becomes a report: title, chrome, addressees, preamble, sections, sentences; or it is none."""

import os
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evaluator.document import Block, Document, Reading
from evaluator.reading import read
from evaluator.refusal import ReportError
from evaluator.structure import fragment, understand

TITLE = "云岭县水务局2024年法治政府建设年度报告"
OPENING = "2024年，我局坚持以习近平新时代中国特色社会主义思想为指导，推进依法行政。现将有关情况报告如下："
LAST = "2025年将增配执法人员2名，组织执法培训3次，争取办案质量评查优秀率再提高五个百分点。"
BODY = f"""{OPENING}
一、推进法治政府建设的主要举措和成效
（一）加强组织领导。局主要负责人主持召开会议4次，研究法治议题9个。
（二）规范水行政执法。全年办理行政处罚案件12件，结案11件，公示执法信息30条。
二、存在的不足和原因
因编制未增，执法人员偏少，案件积压7件。
三、下一步工作安排
{LAST}
"""


def understood(text: str) -> Document:
    return understand(read(text.encode(), "报告.txt"))


def body_of(document: Document) -> list[str]:
    return [document.quote(p.start, p.end) for p in document.paragraphs]


def kinds(document: Document) -> list[str]:
    return [p.kind for p in document.paragraphs]


def refused(text: str) -> ReportError:
    with pytest.raises(ReportError) as caught:
        understood(text)
    return caught.value


# Not a report: (id, text, code, words of the message).
PADDING = (
    "　　会议指出，要坚持问题导向，压实工作责任，把法治政府建设各项任务落到实处，为高质量发展提供有力保障。\n"
    * 8
)
REFUSED = [
    ("empty page", "云岭县人民政府\n首页 走进云岭 政务公开\n", "not-a-report", "没有正文的页面"),
    ("only the title", f"{TITLE}\n发布时间：2025-01-19\n", "not-a-report", "没有正文的页面"),
    (
        "a list",
        "首页 > 政务公开 > 年度报告\n"
        + "".join(
            f"云岭县{o}局2024年法治政府建设年度报告 2025-01-1{i}\n" for i, o in enumerate("甲乙丙丁戊己")
        ),
        "not-a-report",
        "列表页",
    ),
    ("404", f"{TITLE}\n404 Not Found\n您访问的页面不存在，请稍后再试。\n", "not-a-report", "打不开的网页"),
    ("login", "云岭县政务服务网\n用户登录\n请先登录后再继续浏览本页内容。\n", "not-a-report", "登录页"),
    ("interpretation", f"《{TITLE}》政策解读\n{PADDING}", "not-a-report", "政策解读"),
    (
        "interpretation with a link",
        f"《{TITLE}》解读\n解读文件：\n{TITLE}\n{PADDING}",
        "not-a-report",
        "政策解读",
    ),
    ("news", f"县政府常务会议审议2024年度法治政府建设情况的报告\n{PADDING}", "not-a-report", "新闻"),
    (
        "news told by its text",
        f"本报讯（记者 张三）近日，县政府召开会议。\n{PADDING}",
        "not-a-report",
        "新闻",
    ),
    ("notice", f"关于做好2024年度法治政府建设年度报告工作的通知\n{PADDING}", "not-a-report", "通知或方案"),
    (
        "a plan under its letter",
        f"各部门：\n《方案》已经同意，现印发给你们，请认真贯彻落实。\n云岭县法治政府建设实施方案\n{BODY}",
        "not-a-report",
        "通知或方案",
    ),
    ("plan", f"云岭县2024年法治政府建设实施方案\n{PADDING}", "not-a-report", "通知或方案"),
    (
        "information disclosure",
        "云岭县自然资源局2024年政府信息公开工作年度报告\n本报告根据条例编制，推动法治政府建设，现将情况报告如下：\n"
        "一、总体情况\n全年公开300条。\n二、主动公开政府信息情况\n见附表。\n三、收到和处理政府信息公开申请情况\n见附表。\n"
        "五、存在的主要问题及改进情况\n公开不够及时，下一步加强培训。\n",
        "not-a-report",
        "政府信息公开工作年度报告",
    ),
    (
        "a department's summary",
        "云岭县司法局2024年工作总结\n"
        "一、主要工作情况\n全年办理法律援助案件300件。\n二、存在问题\n人员不足。\n三、下一步工作计划\n加强培训。\n"
        + PADDING,
        "not-a-report",
        "部门工作总结",
    ),
    (
        "one person's report",
        "岩山镇镇长张三2024年度述法报告\n作为岩山镇镇长，我认真履职，本人带头学法，现将履职情况报告如下：\n"
        "一、履职情况\n本人主持会议4次，推进法治建设。\n二、存在问题\n我作为镇长学习不够。\n三、下一步打算\n本人将继续努力。\n",
        "not-a-report",
        "个人述法报告",
    ),
    (
        "other prose",
        "水务工作有序推进，全年完成投资3.2亿元，新建水库2座，除险加固14座，改善灌溉面积6万亩。\n" * 12,
        "not-a-report",
        "看不出",
    ),
    ("a few words", "我局高度重视有关工作，认真落实责任。\n", "too-short", "看不出"),
]


@pytest.mark.parametrize(
    ("title", "expected"), [(TITLE, "请核对是不是拿错了文件"), ("关于报送材料的通知", "请补上标题")]
)
def test_who_has_a_title_is_not_told_to_add_one(title: str, expected: str) -> None:
    body = "" if title is TITLE else PADDING
    assert expected in refused(f"{title}\n{body}").hint


@pytest.mark.parametrize(
    ("text", "code", "words"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_is_no_report(text: str, code: str, words: str) -> None:
    error = refused(text)
    assert error.code == code
    assert words in error.message
    assert error.hint


AREAS = "".join(
    f"{number}、{title}\n法治政府建设有力推进，全年办理12件，办结11件。\n"
    for number, title in zip(
        "一二三四五", ("政府职能", "行政决策制度", "行政执法体系", "矛盾纠纷化解", "权力监督"), strict=True
    )
)
ACCEPTED = [
    ("the outline's areas", f"2024年，云岭县认真履职。\n{AREAS}"),
    (
        "法治政府 in the opening",
        BODY.replace("推进依法行政", "法治政府建设各项任务落地").replace("存在的不足", "原因"),
    ),
    ("an opening", BODY),
    ("statutory headings", BODY.split("\n", 1)[1].replace("二、存在的不足", "二、法治政府建设存在的不足")),
    (
        "an opening about 依法行政",
        BODY.replace("推进依法行政。现将有关情况", "履职尽责。现将依法行政工作情况"),
    ),
]


def test_an_organs_report_may_be_called_after_its_head() -> None:
    body = "一、主要工作\n本人作为局长，主持会议4次。\n二、存在的问题\n力量不足。\n三、下一步打算\n增配人员。\n"
    document = understood(f"云岭县水务局2021年度法治建设工作述法报告\n{body}{PADDING}")
    assert document.metadata.year == 2021


@pytest.mark.parametrize("label", ["[ 发布机构 ] 云岭县水务局", "发布机构】云岭县水务局", "发布云岭县水务局文件"])
def test_a_report_under_its_labels_is_no_news(label: str) -> None:
    opening = "2024年，我局依法治水。现将有关情况报告如下："
    body = "一、抓学习\n全年学法4次。\n二、强监管\n办案12件。\n"
    document = understood(f"{label}\n{TITLE}\n{opening}\n{body}{PADDING}")
    assert document.metadata.title == TITLE


@pytest.mark.parametrize("text", [row[1] for row in ACCEPTED], ids=[row[0] for row in ACCEPTED])
def test_a_report_without_a_title(text: str) -> None:
    document = understood(text)
    assert (document.metadata.title, document.metadata.title_span) == ("", None)
    assert len(document.sections) >= 4


COLUMNS = [
    "首页 - 乡镇 - 岩山镇 - 政务公开 - 法治政府建设年度报告 - 浏览文章",
    "政务公开 / 法定主动公开内容 / 法治政府建设年度报告",
    "首页 政务公开 法治政府建设年度报告",
    "信息公开目录_县水务局_法治政府建设报告",
]
NO_TITLES = [
    *COLUMNS,
    "首页 > 政务公开 > 云岭县水务局2023年法治政府建设年度报告",
    "您现在的位置：首页 > 云岭县水务局2023年法治政府建设年度报告",
    "· 云岭县水务局2023年法治政府建设年度报告 2024-01-26",
    "上一篇：云岭县水务局2023年法治政府建设年度报告",
    "《云岭县水务局2023年法治政府建设年度报告》解读",
    "县政府听取2023年法治政府建设情况的报告",
    "云岭县水务局2023年政府信息公开工作年度报告",
]


@pytest.mark.parametrize("line", NO_TITLES)
def test_what_is_no_title(line: str) -> None:
    assert understood(f"{line}\n{TITLE}\n{BODY}").metadata.title == TITLE


@pytest.mark.parametrize("line", [*COLUMNS, *NO_TITLES[4:8], "一、2024年法治政府建设工作情况"])
def test_a_line_of_the_page_is_no_title(line: str) -> None:
    assert understood(f"{line}\n{BODY}").metadata.title == ""


TITLES = [
    "云岭县水务局关于2024年度法治政府建设情况的报告",
    "云岭县水务局2024年法治政府建设情况报告",
    "云岭县水务局2024年法治政府建设工作情况",
    "云岭县水务局2024年法治政府建设情况",
    "云岭县水务局2024年法治政府建设工作报告",
    "云岭县水务局2024年法治政府建设工作总结",
    "云岭县水务局2024年法治政府建设报告",
    "云岭县水务局2024年法治政府建设情况工作报告",
    "云岭县水务局关于2024年法治政府建设工作的报告",
    "云岭县水务局2024年法治政府年度报告",
    "云岭县水务局2024年法治政府建设工作总结报告",
    "云岭县水务局2016年度依法行政（法治政府建设）工作报告",
    "云岭县水务局2024年度法治政府建设工作进展和依法行政工作报告",
    "云岭县水务局关于2024年法治建设工作总结的报告",
    "云岭县水务局关于2024年度法治政府建设的情况报告",
    "2024年云岭县水务局法治政府建设报告",
    "云岭县水务局2024年度法治政府建设年度报告",
    "云岭县水务局2024年法治政府建设工作总结和2025年工作思路",
    "云岭县水务局2024年法治政府建设工作总结暨2025年工作计划",
    "云岭县水务局2024年法治政府建设年度报告及下一年度工作安排",
]


@pytest.mark.parametrize("title", TITLES)
def test_title_forms(title: str) -> None:
    document = understood(
        f"云岭县人民政府\n首页 > 法治政府建设\n\n{title}\n\n来源：法规科 发布时间：2025-01-19\n\n{BODY}"
    )
    assert document.metadata.title == title
    assert body_of(document)[0] == OPENING


OVER_LINES = [
    (
        "after the organ",
        "云岭县水务局\n关于2024年度法治政府建设情况的报告\n",
        "云岭县水务局关于2024年度法治政府建设情况的报告",
    ),
    (
        "after the year",
        "云岭县水务局关于2024年度\n法治政府建设工作情况的报告\n",
        "云岭县水务局关于2024年度法治政府建设工作情况的报告",
    ),
    (
        "in the phrase",
        "云岭县水务局2024年法治政府建设\n情况工作报告\n",
        "云岭县水务局2024年法治政府建设情况工作报告",
    ),
    (
        "a blank line between",
        "云岭县水务局2024年法治政府建设\n\n工作情况\n",
        "云岭县水务局2024年法治政府建设工作情况",
    ),
    (
        "after 和",
        "云岭县水务局关于2024年度依法行政和\n\n法治政府建设情况的报告\n",
        "云岭县水务局关于2024年度依法行政和法治政府建设情况的报告",
    ),
    (
        "below the end of a wrapped path",
        f"当前位置：首页 > 政务公开 >\n法治政府建设\n\n{TITLE}\n",
        TITLE,
    ),
    (
        "before 的报告",
        "云岭县水务局2024年法治政府建设情况\n的报告\n",
        "云岭县水务局2024年法治政府建设情况的报告",
    ),
    (
        "three lines",
        "中共云岭县委\n云岭县人民政府\n关于2024年度法治政府建设的报告\n",
        "中共云岭县委云岭县人民政府关于2024年度法治政府建设的报告",
    ),
    (
        "a draft",
        "云岭县水务局2024年法治政府建设\n年度报告\n（送审稿）\n",
        "云岭县水务局2024年法治政府建设年度报告",
    ),
    ("with a label", "标题：云岭县水务局2024年法治政府建设年度报告\n来源：法规科\n", TITLE),
    ("in the page's record", f"索引号 | 0017\n标   题 | {TITLE} |\n发布机构 | 云岭县水务局\n", TITLE),
    (
        "below a covering letter",
        "云岭县人民政府：\n现报上我局总结。\n云岭县水务局\n2025年1月12日\n2024年度水务法治政府建设\n工作总结\n",
        "2024年度水务法治政府建设工作总结",
    ),
    ("twice", f"{TITLE}\n来源：法规科\n{TITLE}\n", TITLE),
    ("its tail twice", f"{TITLE}\n来源：法规科\n法治政府建设年度报告\n", TITLE),
    ("short, then long", f"2024年法治政府建设年度报告\n来源：法规科\n{TITLE}\n", TITLE),
    (
        "links to other years",
        f"云岭县水务局2022年法治政府建设年度报告\n云岭县水务局2023年法治政府建设年度报告\n{TITLE}\n",
        TITLE,
    ),
    ("in quotes", f"《{TITLE}》\n", TITLE),
    (
        "a cover",
        "云岭县水务局\n2024年度\n法治政府建设年度报告\n2025年1月\n",
        "云岭县水务局2024年度法治政府建设年度报告",
    ),
    ("the page's name behind it", f"{TITLE}_云岭县人民政府\n", TITLE),
    ("the column and the page's name behind it", f"{TITLE}-政务公开-云岭县人民政府\n", TITLE),
]


@pytest.mark.parametrize(
    ("head", "title"), [row[1:] for row in OVER_LINES], ids=[row[0] for row in OVER_LINES]
)
def test_titles_over_lines_and_copies(head: str, title: str) -> None:
    document = understood(head + BODY)
    assert document.metadata.title == title
    assert body_of(document)[0] == OPENING


BEFORE = [
    "来源：云岭县水务局 发布时间：2025-01-19 09:42 浏览次数：1286 字体大小：[大 中 小] 打印 收藏 分享到：",
    "索 引 号：CY0017/2025-00003\n信息分类：法治政府建设 / 报告\n发布机构：云岭县水务局\n有效性：有效",
    "- [ 索引号 ] 0017\n- [ 发文机关 ] 云岭县水务局\n- [ 成文日期 ] 2025-01-12",
    "索引号 | 0017\n发布机构 | 云岭县水务局\n发文字号 | 无",
    "扫一扫在手机打开当前页\n【打印】【关闭】\n字号：大 中 小\n视力保护色：",
    "发布日期\n2025-01-19\n浏览量\n35",
    "（2025年1月11日）",
    "（送审稿）",
    "（征求意见稿）",
    "云水发〔2025〕7号",
    "云水发〔2025〕7号 签发人：张三",
    "签发人：张三",
    "2025年3月17日在云岭县第十八届人民代表大会常务委员会\n第二十次会议上",
    "县人民政府：",
    "县委、县政府：",
    "中共云岭县委、云岭县人民政府",
    "市委全面依法治市委员会：",
    "中共武汉经开区工委：",
    "主任、各位副主任、委员：",
    "西岭旗司法局局长 巴特尔\n主任、各位副主任、委员：",
    "【字体：大 中 小】\n分享到：微信 微博",
    "2019年12月3日 星期二",
    "\n".join(
        f"{label}\n云岭"
        for label in ("索引号", "主题分类", "发布机构", "文号", "有效性", "关键词", "体裁分类", "作者")
    ),
]


@pytest.mark.parametrize("lines", BEFORE)
def test_what_stands_between_title_and_body_is_no_body(lines: str) -> None:
    document = understood(f"{TITLE}\n{lines}\n{BODY}")
    assert body_of(document)[0] == OPENING
    assert kinds(document)[0] == "preamble"


AFTER = [
    "扫一扫在手机打开当前页\n【打印本页】【关闭窗口】\n相关信息\n"
    "· 云岭县2021年法治政府建设年度报告 2022-01-26\n"
    "主办：云岭县人民政府办公室 承办：云岭县大数据局\n联系电话：0990-6612345 网站标识码：9901230001",
    "上一篇：云岭县水务局2024年政府信息公开工作年度报告\n下一篇：2025年工作计划",
    "知识图谱\n相关信息和服务\n当前展示专题专栏信息类别内容 返回\n点击标签名称查看更多信息",
    "触碰右侧展开\nBaidu\nmap",
    "【打印】 【关闭】",
    "附件：1.云岭县水务局执法事项清单.docx",
    "附件下载\n1.云岭县水务局执法事项清单.docx\n2.统计表.xls",
    "版权所有：云岭县人民政府 黔ICP备05000001号\n您访问的链接即将离开本网站，是否继续？",
    "责任编辑：张三\n分享到：\n微信 微博",
    "（联系人：张三，联系电话：0990-6612345）",
    "（联系单位：法规科　联系电话：0990-6612345）",
    "（此件公开发布）\n抄送：县委办公室，县人大常委会办公室。\n云岭县水务局办公室 2025年1月12日印发",
]


@pytest.mark.parametrize("lines", AFTER)
@pytest.mark.parametrize("signature", ["", "云岭县水务局\n2025年1月12日\n"], ids=["unsigned", "signed"])
def test_what_stands_after_the_body_is_no_body(lines: str, signature: str) -> None:
    document = understood(f"{TITLE}\n{BODY}{signature}{lines}\n")
    signed = signature.split()
    assert body_of(document)[-1 - len(signed) :] == [LAST, *signed]
    assert kinds(document)[-1] == ("signature" if signed else "body")


LASTS = [
    "我局将继续阅读学习有关法规。",
    "返回检查发现的问题，我局将逐项整改，确保12项任务全部完成。",
    "特此报告。",
    "4.加强培训，提高执法人员素质",
    "相关工作还有差距，我局将在今后的工作中，进一步规范执法，提升能力，接受监督。",
]


@pytest.mark.parametrize("line", LASTS)
@pytest.mark.parametrize(
    "tail", ["", "【打印】\n主办：云岭县人民政府\n"], ids=["at the end", "before chrome"]
)
def test_the_last_paragraph_stays(line: str, tail: str) -> None:
    assert body_of(understood(f"{TITLE}\n{BODY}{line}\n{tail}"))[-1] == line


def test_a_report_on_one_line_has_the_same_sections() -> None:
    long = BODY.replace("结案11件", "结案11件，" + "公示执法信息并主动接受社会监督，" * 40)
    apart, together = understood(f"{TITLE}\n{long}"), understood(f"{TITLE} {long}".replace("\n", " "))
    assert together.metadata == apart.metadata
    assert [s.title for s in together.sections] == [s.title for s in apart.sections]
    words = [[d.plain.text[s.start : s.end] for s in d.sentences] for d in (apart, together)]
    assert words[0] == words[1]


def test_a_full_last_line_does_not_go_on_in_the_page() -> None:
    path = Path(__file__).parent / "data" / "reports" / "broken-numerals-wrapped.txt"
    document = understood(path.read_text("utf-8"))
    last = document.paragraphs[-1]
    assert document.plain.text[last.start : last.end] == "下一步,街道将再接再厉,奋力开创法治街道建设新局面。"


def test_a_lone_mark_between_pages_ends_nothing() -> None:
    text = f"{TITLE}\n{BODY}".replace("三、下一步", "×\n【打印】\n三、下一步")
    assert body_of(understood(text))[-1] == LAST


def test_a_table_of_contents_is_no_body() -> None:
    contents = "目  录\n一、推进法治政府建设的主要举措和成效……1\n二、存在的不足和原因 5\n三、下一步工作安排\n"
    assert body_of(understood(f"{TITLE}\n{contents}{BODY}"))[0] == OPENING


SIGNATURES = [
    "云岭县水务局\n2025年1月12日",
    "云岭县水务局 2025年1月12日",
    "云岭县水务局（盖章）\n二〇二五年一月十二日",
    "中共云岭县委\n云岭县人民政府\n2025年1月12日",
    "2025年1月12日",
]


@pytest.mark.parametrize("lines", SIGNATURES)
def test_signatures(lines: str) -> None:
    document = understood(f"{TITLE}\n{BODY}{lines}\n")
    signed = [document.quote(p.start, p.end) for p in document.paragraphs if p.kind == "signature"]
    assert signed == lines.split("\n")
    assert document.sections[-1].end < document.paragraphs[-1].start
    assert document.sections[0].end == document.body[1]


def test_a_report_with_everything() -> None:
    document = understood(f"{TITLE}\n{BODY}")
    text = document.plain.text
    assert [(s.level, s.number, s.title, s.parent, s.run_in) for s in document.sections] == [
        (0, "", "", 0, False),
        (1, "一、", "推进法治政府建设的主要举措和成效", 0, False),
        (2, "(一)", "加强组织领导", 1, True),
        (2, "(二)", "规范水行政执法", 1, True),
        (1, "二、", "存在的不足和原因", 0, False),
        (1, "三、", "下一步工作安排", 0, False),
    ]
    assert kinds(document) == ["preamble", "heading", "body", "body", "heading", "body", "heading", "body"]
    assert [p.section for p in document.paragraphs] == [0, 1, 2, 3, 4, 4, 5, 5]
    first = document.sections[1]
    assert text[first.start : first.heading_end] == "一、推进法治政府建设的主要举措和成效"
    assert text[first.start : first.end].endswith("公示执法信息30条。")
    assert text[document.sections[2].start : document.sections[2].heading_end] == "(一)加强组织领导。"
    assert [text[s.start : s.end] for s in document.sentences][2:4] == [
        "局主要负责人主持召开会议4次,研究法治议题9个。",
        "全年办理行政处罚案件12件,结案11件,公示执法信息30条。",
    ]


PREAMBLES = [
    ("no preamble", BODY.split("\n", 1)[1], 0),
    ("the hinge alone", f"现将有关情况报告如下：\n{BODY.split(chr(10), 1)[1]}", 1),
    ("two paragraphs", f"2024年，我局认真落实责任，成效明显。\n{BODY}", 2),
    ("the hinge first", f"现将有关情况报告如下：\n{BODY.replace('现将有关情况报告如下：', '')}", 2),
    (
        "a body without headings",
        f"{OPENING}\n我局办理案件12件，结案11件，公示信息30条。\n存在人员不足等问题。\n",
        1,
    ),
    ("nothing but a body", "我局办理案件12件，结案11件，公示信息30条。\n存在人员不足等问题。\n", 0),
]


@pytest.mark.parametrize(("body", "count"), [row[1:] for row in PREAMBLES], ids=[row[0] for row in PREAMBLES])
def test_preambles(body: str, count: int) -> None:
    assert kinds(understood(f"{TITLE}\n{body}")).count("preamble") == count


def notes(text: str) -> list[str]:
    return [note.code for note in understood(text).reading.notes]


def test_a_usual_report_has_no_notes() -> None:
    assert notes(f"{TITLE}\n{BODY}{'我局办理案件12件，结案11件，公示信息30条，群众满意。' * 9}\n") == []


def test_a_very_short_report_is_judged_with_a_note() -> None:
    assert notes(f"{TITLE}\n{BODY}") == ["very-short"]


def test_a_very_long_report_is_judged_with_a_note() -> None:
    assert notes(f"{TITLE}\n{BODY}" + "我局办理案件12件，结案11件，公示信息30条，群众满意。\n" * 4000) == [
        "very-long"
    ]


def test_of_several_reports_the_first_is_judged() -> None:
    other = f"云岭县司法局2024年法治政府建设年度报告\n{BODY}"
    document = understood(
        f"{TITLE}\n{BODY}{'我局办理案件12件，结案11件，公示信息30条。' * 9}\n{other}{other}"
    )
    assert document.several
    assert document.metadata.organ == "云岭县水务局"
    assert sum("报告如下" in line for line in body_of(document)) == 1


def test_a_lesser_title_behind_the_opening_heads_a_chapter() -> None:
    opening = "2024年，我局认真学习贯彻习近平法治思想，全面推进依法治水。"
    chapter = "2024年法治政府建设推进情况"
    document = understood(f"{TITLE}\n{opening}\n{chapter}\n（一）规范执法。办理案件12件，结案11件。\n{LAST}\n")
    assert body_of(document)[:2] == [opening, chapter]


def test_a_title_repeated_at_the_head_of_a_page_is_no_other_report() -> None:
    document = understood(f"{TITLE}\n{BODY}{TITLE}\n{LAST}\n")
    assert not document.several
    assert TITLE not in body_of(document)


def test_a_long_heading_does_not_go_on_in_the_paragraph_below() -> None:
    grounds = "紧密围绕省市县各级有关法治建设的部署要求，" * 2
    heading = f"一、认真学习贯彻习近平法治思想，{grounds}推动法治政府建设的具体举措"
    prose = "通过举行理论学习中心组会议等形式，组织学习研讨活动，推动学习入脑入心。"
    assert body_of(understood(f"{TITLE}\n{OPENING}\n{heading}\n{prose}\n{BODY}"))[1:3] == [heading, prose]


def test_styled_headings_need_no_number() -> None:
    text = (
        "云岭县水务局2024年法治政府建设年度报告\n主要举措\n我局落实。\n强化领导\n我局落实。\n不足\n力量弱。\n"
    )
    marks = {1: ("heading", 1), 3: ("heading", 2), 5: ("heading", 1)}
    at, blocks = 0, []
    for i, line in enumerate(text.split("\n")[:-1]):
        kind, level = marks.get(i, ("paragraph", 0))
        blocks.append(Block(at, at + len(line), kind, level))
        at += len(line) + 1
    document = understand(Reading(text, tuple(blocks), "docx"))
    assert [(s.level, s.title, s.parent) for s in document.sections[1:]] == [
        (1, "主要举措", 0),
        (2, "强化领导", 1),
        (1, "不足", 0),
    ]


def test_a_fragment_is_the_only_section_of_an_empty_report() -> None:
    document = fragment("针对上年度问题，我局逐项整改。一是建章立制；二是加强培训。", 2024)
    assert [(s.level, s.title, s.parent) for s in document.sections] == [(0, "", 0), (1, "", 0)]
    assert [(p.kind, p.section) for p in document.paragraphs] == [("body", 1)]
    assert [s.mark for s in document.sentences] == ["", "一是", "二是"]
    assert (document.metadata.year, document.metadata.title) == (2024, "")


def test_a_fragment_may_have_headings_of_its_own() -> None:
    document = fragment("二、上年度问题整改情况\n针对问题，我局逐项整改。", 2024)
    assert [s.title for s in document.sections[1:]] == ["上年度问题整改情况"]


def test_a_fragment_may_be_a_title() -> None:
    document = fragment("", 2024, title="云岭县水务局2024年法治政府建设工作情况")
    assert document.metadata.title == "云岭县水务局2024年法治政府建设工作情况"
    assert document.metadata.title_span == (0, 21)
    assert (document.paragraphs, document.sentences) == ((), ())


def test_an_empty_fragment() -> None:
    document = fragment("", 2024)
    assert (len(document.sections), document.paragraphs, document.body) == (1, (), (0, 0))


PIECES = st.sampled_from(
    [
        *("一、主要举措\n", "二、不足\n", "（一）加强领导。", "（三）", "1.规范执法", "一是学习；", "其一，"),
        *(
            "二是培训。",
            "我局办理案件12件，",
            "结案11件。\n",
            "2024年",
            "\n",
            "　　",
            "“",
            "”",
            "！",
            "：\n",
            "- 1 -\n",
        ),
        *("下一步工作安排\n", "云岭县水务局\n", "2025年1月12日\n", "【打印】\n", "来源：", "附件："),
    ]
)


def check(document: Document) -> None:
    start, end = document.body
    at = start
    for sentence in document.sentences:
        assert at <= sentence.start < sentence.end <= end
        at = sentence.end
        paragraph = document.paragraphs[sentence.paragraph]
        assert paragraph.start <= sentence.start
        assert sentence.end <= paragraph.end
        assert document.plain.text.startswith(sentence.mark, sentence.start)
    for i, section in enumerate(document.sections[1:], 1):
        parent = document.sections[section.parent]
        assert section.parent < i
        assert parent.start <= section.start <= section.heading_end <= section.end <= parent.end
        assert section.level >= 1
    for before, after in zip(document.paragraphs, document.paragraphs[1:], strict=False):
        assert before.end <= after.start
        assert before.section <= after.section or after.kind == "signature"


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=60).map("".join))
def test_whatever_the_body_the_parts_fit(text: str) -> None:
    check(understood(f"{TITLE}\n{OPENING}\n我局落实各项任务。\n{text}\n"))
    check(fragment(text, 2024))


CORPUS = os.environ.get("LAWGOV_CORPUS")
REPORTS = sorted(Path(CORPUS).glob("*/*.txt")) if CORPUS else []


@pytest.mark.skipif(not CORPUS, reason="LAWGOV_CORPUS is not set")
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_the_corpus_is_understood(path: Path) -> None:
    document = understand(read(path.read_bytes(), path.name))
    check(document)
    assert document.metadata.title.startswith(document.metadata.organ or "?")
    assert len([s for s in document.sections if s.level == 1]) >= 1
    assert kinds(document)[0] == "preamble"
    assert kinds(document)[-1] in ("body", "signature")
    assert not any("首页" in line or "浏览" in line or line[:2] == "发布" for line in body_of(document))


def test_a_wrapped_line_that_was_edited_goes_on() -> None:
    wrapped = [
        "临江县人民政府2024年法治政府建设年度报告",
        "一、主要举措和成效",
        *("　　审查规范性文件12件，组织执法人员参加培训4次，", "培训执法人员310人次，全年没有发生重大责任事故") * 4,
        "　　去年县里考核，扣了分",
        "的两项问题今年已经全部整改到位，并通过了年底的复查。",
        "二、存在的不足",
        "　　执法力量薄弱，全县持有执法资格证的人员只有31人，",
        "案卷制作还不够规范。",
    ]
    document = understand(read("\n".join(wrapped).encode(), "报告.txt"))
    told = [document.plain.text[each.start : each.end] for each in document.sentences]
    assert any("扣了分的两项问题" in each for each in told)
    assert not any("不足" in each and "复查" in each for each in told)


def test_a_year_is_not_parted_from_its_word() -> None:
    body = BODY.replace("三、下一步工作安排", "三、整改情况和2025\n年工作安排")
    titles = [section.title for section in understood(f"{TITLE}\n{body}").sections]
    assert titles[-1] == "整改情况和2025年工作安排"
