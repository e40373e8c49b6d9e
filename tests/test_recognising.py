"""A report that lost its title is told by its form and its subject; its neighbours in form or subject are not it."""

import pytest

from evaluator.document import Document
from evaluator.reading import read
from evaluator.refusal import ReportError
from evaluator.structure import understand

COLUMN = "首页 > 政务公开 > 法定主动公开内容 > 法治政府建设年度报告\n索引号：0017\n发布机构：栗坪乡人民政府\n\n"
ADDRESSEE = "县委、县政府：\n"
OPENING = "2023年，栗坪乡在县委领导下推进各项任务，乡村面貌有了新变化。现将一年来依法履职的情况报告如下。\n"
WORK = """乡里一年做的事
（一）办事少跑腿
对照权责清单认领事项86项，便民中心办件1.2万件。
（二）定规矩先审一遍
印发规范性文件1件，法律顾问出具合法性审查意见23份。
（三）执法有分寸
综合执法队有持证执法人员9名，办理行政处罚案件41件，修订应急预案5个。
（四）有话好好说
调解矛盾纠纷137件，办理人大代表建议11件，征地补偿、退耕还林、饮水管网三件大事逐户讲清政策，没有一户到县里上访。
对外来务工的人另设咨询点，周末也有人值守，问得多的事项写成一张明白纸，贴在村口和集市上。
"""
FLAWS = "还有些事没做好\n执法人员偏少，文书质量不高，普法形式也比较单一。\n"
PLAN = "2024年打算做的事\n2024年，乡里准备送4名执法人员跟班学习，再配1名法律顾问。\n"
SIGNED = "栗坪乡人民政府\n2024年1月15日\n"
REPORT = COLUMN + ADDRESSEE + OPENING + WORK + FLAWS + PLAN + SIGNED
# No headings and no column: 法治政府 is spoken of, and those to whom it goes are named.
PROSE = """县委全面依法治县委员会办公室：
2020年，栗坪乡按照上级部署，一手抓发展，一手抓法治政府建设，各项工作有序推进。现将工作情况报告如下。
乡党委、政府把法治政府建设摆上日程，凡是牵涉群众利益的事项都坚持依法决策、集体研究，不由一个人说了算。
严格规范公正文明执法，教育干部把道理讲在前面，没有因为执法方式引起群众不满。
坚持把矛盾纠纷化解在村组，干部上门与群众面对面谈，做到小事不出村、大事不出乡。
按要求公开应当公开的事项，自觉接受人大监督和群众监督，听取各方面的意见建议。
对照上级要求和群众期望，我们的工作还有差距，有的方面做得不细、不实，还需要加强。
下一步，栗坪乡将继续压实责任，提高认识，改进作风，推动法治政府建设再上新台阶。
特此报告。
栗坪乡人民政府
"""


def understood(text: str) -> Document:
    return understand(read(text.encode(), "报告.txt"))


REPORTS = [
    ("everything but a title", REPORT),
    ("no addressee", REPORT.replace(ADDRESSEE, "")),
    ("no signature", REPORT.replace(SIGNED, "")),
    ("no flaws and no plan", REPORT.replace(FLAWS + PLAN, "")),
    ("nothing but prose", PROSE),
]


@pytest.mark.parametrize("text", [row[1] for row in REPORTS], ids=[row[0] for row in REPORTS])
def test_a_report_is_told_without_its_title(text: str) -> None:
    said = understood(text).metadata
    assert (said.title, said.level, said.year) == ("", "township", 2020 if text == PROSE else 2023)
    assert said.organ == ("栗坪乡人民政府" if SIGNED[:7] in text[len(COLUMN) :] else "栗坪乡")


MORE = "县里统一安排的任务都已完成，乡里的路修好了两条，集市也搬了新址，群众赶集比过去方便。\n" * 4
PERSONAL = "我主持召开乡长办公会4次，我坚持带头学法，本人全年下村调研法治政府建设6次，"
LAW_LESSONS = "开展普法宣讲31场，普法志愿者上门普法，编印普法读本，建成普法广场，普法短视频获奖。"
OTHERS = [
    ("no signs but the subject", COLUMN + OPENING + WORK + MORE),
    ("no subject", REPORT.replace("法治政府建设年度报告", "年度报告")),
    ("one person's account of his duties", REPORT.replace("乡里一年做的事", PERSONAL + "\n乡里一年做的事")),
    (
        "disclosure of information",
        REPORT.replace("一年来依法履职的情况", "2023年政府信息公开工作情况").replace(
            "（四）有话好好说", "（四）依申请公开"
        ),
    ),
    ("lessons in law, named", PROSE.replace("现将工作情况", "现将普法依法治理工作情况")),
    ("lessons in law, unnamed", PROSE.replace("严格规范", LAW_LESSONS * 4 + "严格规范")),
    (
        "a scheme",
        "栗坪乡法治政府建设示范创建工作方案\n"
        + REPORT.replace(OPENING, "为推进创建，制定本方案。\n").replace(COLUMN, ""),
    ),
    (
        "figures of enforcement",
        COLUMN.replace("法治政府建设年度报告", "行政执法公示")
        + "2023年度行政执法统计年报\n2023年，全乡综合执法数据公布如下。\n"
        + "行政处罚41件，行政检查312次，行政强制2件，收到投诉19件，办结19件。\n" * 12,
    ),
    (
        "news under the column",
        COLUMN + "栗坪乡召开法治政府建设推进会议\n" + PROSE.replace("现将工作情况报告如下。", ""),
    ),
    ("a notice under the column", COLUMN + "关于报送年度工作情况的通知\n" + OPENING + WORK + FLAWS + PLAN + SIGNED),
    (
        "a letter of another office",
        REPORT.replace("一年来依法履职的情况", "一年来安全生产工作情况"),
    ),
]


@pytest.mark.parametrize("text", [row[1] for row in OTHERS], ids=[row[0] for row in OTHERS])
def test_what_only_resembles_it_is_refused(text: str) -> None:
    with pytest.raises(ReportError) as caught:
        understood(text)
    assert caught.value.code == "not-a-report"
