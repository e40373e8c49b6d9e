"""A report that lost its title is still judged; other texts without a headline are not taken for one."""

import pytest

from evaluator.document import Document
from evaluator.evaluation import Options, document_of
from evaluator.refusal import ReportError


def understood(text: str) -> Document:
    return document_of(text.encode(), "", Options())


# 方案说的是要做的事，没有做成的数。
PROGRAMME = """各乡镇人民政府、县直各部门：
为深入推进依法行政，结合我县实际，制定如下安排。
一、规范行政决策。严格落实重大行政决策程序，建立健全法律顾问列席制度，合法性审查意见要作为提交讨论的必经环节。
二、规范文件管理。行政规范性文件应当经合法性审核，制定机关要按时报送备案，司法行政部门要定期组织清理。
三、规范行政执法。全面推行行政执法公示、全过程记录、重大执法决定法制审核制度，执法人员要持证上岗、亮证执法。
四、化解矛盾纠纷。健全人民调解、行政调解、行政复议衔接机制，依法办理信访事项，推进行政争议诉前化解。
五、强化监督。自觉接受人大代表、政协委员监督，落实负责人出庭应诉制度，推进政务公开。
六、提升能力。建设行政执法平台，推进数据共享，把应急预案演练列入年度任务，提高突发事件依法处置能力。
各单位要切实加强组织领导，压实责任，确保各项任务落地见效，并于每年底前报送落实情况。
"""
# 一家部门的业务总结，法治只是其中一段。
TRADE = """2024年，我局围绕供水保障这条主线，各项工作有序推进。
一、工程建设提速。全年完成投资3.2亿元，新建泵站2座，改造管网86公里，惠及4.1万户。
二、供水服务提质。接听热线9600件，办结率99%，抢修爆管132次，水质抽检合格率100%。
三、节水成效明显。创建节水单位18个，发放器具3200套，万元产值用水量下降6%。
四、依法履职。办理行政处罚案件6件，组织执法人员培训2次，开展防汛演练3场，调解用水纠纷11起，发布政务公开信息210条。
五、队伍建设加强。举办业务培训14期620人次，评选先进班组5个，慰问困难职工46人。
存在的不足：老旧管网占比高，漏损率仍有11%。下一步，将加快改造，力争明年漏损率降到9%以内。
""" + "供水调度中心实行分区计量，全年巡线1.8万公里，更换水表7600只，处置漏点640处，保障重大活动供水21次。\n" * 6
MEETING = """近日，县政府召开常务会议，听取全县依法行政工作情况汇报。
会议指出，一年来全县办理行政复议案件62件，审查规范性文件31件，开展执法检查4800次，成效明显。
会议强调，要严格重大行政决策程序，强化行政执法监督，健全调解、信访衔接机制，加快数据共享平台建设。
"""
OTHERS = [("a programme", PROGRAMME), ("a trade's summary", TRADE), ("a meeting", MEETING)]

REPORT = """我镇一年来的工作情况是这样的：
一、把决策管住。镇里定大事先请法律顾问看，全年出具意见41份，退回重拟3件，涉及合同金额2600万元的项目都经过合法性审查。
二、把执法管好。综合执法队办理行政处罚案件57件，全部录音录像，重大案件法制审核9件，执法人员26人全部持证。
三、把文件管严。清理规范性文件12件，废止4件，向县司法局备案2件。
四、把矛盾化解在家门口。调解纠纷183件，调成179件，涉法信访案件办结6件，作为被申请人的行政复议案件2件均被维持。
五、把权力亮出来。办理人大代表建议8件，镇长出庭应诉1次，主动公开信息340条，接受执法监督检查3次。
六、把事办快。便民大厅受理事项9100件，审批时限压缩60%，政务服务好评率99%。
七、不足也要说。执法队里学法律的只有3人，案卷评查有2件不合格，复议答复有1次超期，主要是平时培训跟不上。
八、明年怎么干。招录法律专业人员2名，组织执法培训4期，把行政应诉、复议答复写进站所考核，每季度评查案卷30份。
"""


@pytest.mark.parametrize("text", [row[1] for row in OTHERS], ids=[row[0] for row in OTHERS])
def test_another_text_without_a_headline(text: str) -> None:
    with pytest.raises(ReportError) as caught:
        understood(text)
    assert caught.value.code in ("not-a-report", "too-short")


@pytest.mark.parametrize(
    ("top", "text"),
    [
        ("", REPORT.replace("我镇一年来", "2024年，我镇")),
        ("政府信息公开 / 政府工作报告与专项报告\n", "现将2024年度我镇法治政府建设情况报告如下：\n" + REPORT),
    ],
    ids=["steeped in law", "led over to, in a column of work reports"],
)
def test_a_report_that_lost_its_title(top: str, text: str) -> None:
    document = understood(top + text)
    assert document.metadata.title == ""
    assert len(document.sections) >= 8


def test_a_row_of_the_pages_record_is_no_headline() -> None:
    top = "云岭县水务局\n责任部门\t县水务局法规股\t发布日期\t2025-01-19\n"
    assert understood(top + REPORT.replace("我镇一年来", "2024年，我镇")).metadata.title == ""
