"""Whose act a sentence tells: only the reporting organ's own counts for an area of its work."""

import pytest
from shipped import checklist

from evaluator.assessment import Verdict
from evaluator.evaluation import Options, evaluate

REPORT = """\
{organ}2023年法治政府建设年度报告
2023年，{organ}推进法治政府建设。现将有关情况报告如下：
一、主要举措和成效
{told}
二、存在的不足
一是法治队伍力量薄弱，持证人员只有31人。
"""
BUREAU, TOWN, COUNTY = "临江市城市管理执法局", "石桥镇人民政府", "临江县人民政府"


@pytest.mark.parametrize(
    ("organ", "told", "verdict"),
    [
        (BUREAU, "市市场监督管理局开展行政检查320次，立案处罚46件。", Verdict.MISSING),
        (BUREAU, "一是市生态环境局、市水利局立案处罚46件，罚款18万元。", Verdict.MISSING),
        (TOWN, "县自然资源局作出行政处罚9件。", Verdict.MISSING),
        (COUNTY, "9户监管企业全部接受执法检查，被处罚2户。", Verdict.MISSING),
        (COUNTY, "全县企业全部接受执法检查，被处罚2户。", Verdict.MISSING),
        (TOWN, "全镇企业全部接受执法检查，被处罚2户。", Verdict.MISSING),
        (COUNTY, "县人民法院办理行政处罚案件46件。", Verdict.MISSING),
        (COUNTY, "据统计，县人民法院办理行政处罚案件46件。", Verdict.MISSING),
        (COUNTY, "市政府作出行政处罚9件。", Verdict.MISSING),
        (COUNTY, "省文化和旅游厅作出行政处罚9件。", Verdict.MISSING),
        (COUNTY, "市卫生健康委作出行政处罚9件。", Verdict.MISSING),
        (COUNTY, "省政府办公厅公布行政处罚典型案例9件。", Verdict.MISSING),
        (COUNTY, "国家市场监督管理总局作出行政处罚9件。", Verdict.MISSING),
        (BUREAU, "国务院办公厅公布行政处罚典型案例9件。", Verdict.MISSING),
        (TOWN, "违建由县综合行政执法局立案查处9件。", Verdict.MISSING),
        (TOWN, "县委宣传部牵头立案处罚9件。", Verdict.MISSING),
        (BUREAU, "市政府作出行政处罚9件。", Verdict.MISSING),
        (BUREAU, "由市生态环境局配合、我局牵头，行政处罚9件。", Verdict.MET),
        (COUNTY, "县自然资源局作出行政处罚9件。", Verdict.MET),
        (TOWN, "广场上人来车往，县市场监督管理局立案处罚46件。", Verdict.MISSING),
        (TOWN, "县交警大队立案处罚46件。", Verdict.MISSING),
        (BUREAU, "市城市管理执法局立案处罚46件。", Verdict.MET),
        ("临江县供销合作社", "县供销合作社立案处罚46件。", Verdict.MET),
        (BUREAU, "省厅立案处罚46件。", Verdict.MISSING),
        (BUREAU, "市局立案处罚46件。", Verdict.MET),
        (BUREAU, "市卫健委立案处罚46件。", Verdict.MISSING),
        (BUREAU, "市局党委专题研究，立案处罚46件。", Verdict.MET),
        (BUREAU, "为派出所配备执法仪，立案处罚46件。", Verdict.MET),
        ("临江县司法局", "县行政复议局立案处罚46件。", Verdict.MET),
        ("临江县人力资源和社会保障局", "县人社局立案处罚46件。", Verdict.MET),
        (COUNTY, "与我县相邻的河阳县立案处罚46件。", Verdict.MISSING),
        (COUNTY, "修订县行政处罚裁量基准，立案处罚46件。", Verdict.MET),
        (COUNTY, "县供销合作社立案处罚46件。", Verdict.MISSING),
        (COUNTY, "县供销合作社派人上街，其执法队立案处罚46件。", Verdict.MISSING),
        (BUREAU, "市市场监督管理局移送线索12条，我局立案处罚9件。", Verdict.MET),
        (BUREAU, "市司法局交办的案件，已作出行政处罚9件。", Verdict.MET),
        (TOWN, "县公安局石桥派出所与镇执法队开展联合执法12次，处罚9人。", Verdict.MET),
        (COUNTY, "县检察院、公安局与11个执法单位召开行刑衔接联席会4次。", Verdict.MET),
    ],
)
def test_what_another_body_did_does_not_count(organ: str, told: str, verdict: Verdict) -> None:
    got = evaluate(REPORT.format(organ=organ, told=told).encode(), "报告.txt", checklist(), Options())
    result = next(item for item in got.items if item.id == "area-enforcement")
    assert result.verdict is verdict
    if verdict is Verdict.MISSING:
        assert result.nearest and result.nearest.why_not.endswith("做的事，不是本机关做的")


@pytest.mark.parametrize(
    ("item", "told", "verdict"),
    [
        ("area-emergency", "县人民医院开展火灾疏散演练2次。", Verdict.MISSING),
        ("area-emergency", "城关小学照例举行防震演练，全体师生2分钟撤离到操场。", Verdict.MISSING),
        ("area-emergency", "宏达化工公司自行组织泄漏应急演练5次。", Verdict.MISSING),
        ("area-disputes", "购物广场把调解室搬到一楼，全年调解消费纠纷46件。", Verdict.MISSING),
        ("area-emergency", "县第一医院6月开展疏散演练，学校等12家单位参加。", Verdict.MISSING),
        ("area-emergency", "实验中学等32所学校结合开学第一课组织应急疏散演练。", Verdict.MISSING),
        ("area-emergency", "应急方面，宏达化工公司组织泄漏应急演练5次。", Verdict.MISSING),
        ("area-emergency", "组织实验中学等32所学校开展应急疏散演练。", Verdict.MET),
        ("area-disputes", "团县委调解家庭纠纷46件。", Verdict.MISSING),
        ("area-disputes", "会同团县委调解家庭纠纷46件。", Verdict.MET),
        ("area-digital", "邻县建成行政执法监督平台，归集数据8万条。", Verdict.MISSING),
        ("area-oversight", "各企业公开信息46条，接受社会监督。", Verdict.MISSING),
        ("next-plan", "2024年，县职教中心拟增设法律专业2个。", Verdict.MISSING),
        ("area-digital", "省里建成行政执法监督平台，归集数据8万条。", Verdict.MISSING),
        ("area-digital", "省里建成平台，县里接入行政执法监督平台，归集数据8万条。", Verdict.MET),
        ("area-emergency", "全县28所中小学组织应急疏散演练56次。", Verdict.MISSING),
        ("area-emergency", "城南小学的师生应急疏散演练6次。", Verdict.MISSING),
        ("area-digital", "县法院的在线审判平台办案460件，材料在手机端提交。", Verdict.MISSING),
        ("area-digital", "宏图科技推出小程序，接入监管平台。", Verdict.MISSING),
        ("area-digital", "推进科技监管，自主建成监管平台，接入数据8万条。", Verdict.MET),
        ("area-emergency", "华坪磷业演练溃坝处置，该公司组建救援队。", Verdict.MISSING),
        ("area-emergency", "发生泄漏后，企业已自建消防站，演练2次。", Verdict.MISSING),
        ("area-emergency", "市红十字会的志愿救援队演练2次。", Verdict.MISSING),
        ("area-emergency", "两村在村干部带领下自己组织应急演练2次。", Verdict.MISSING),
        ("area-decisions", "两家律师事务所为我县提供法律顾问服务，审查合同46份。", Verdict.MET),
        ("area-functions", "落实惠企政策，460家企业无需申报、直接享受。", Verdict.MET),
        ("area-functions", "县商会举办银企对接会6场。", Verdict.MISSING),
        ("study", "县律师协会举办习近平法治思想读书会2期。", Verdict.MISSING),
        ("first-responsible", "石桥学院党委书记主持召开依法治校专题会4次。", Verdict.MISSING),
        ("area-emergency", "园区项目由施工单位编制应急预案12件。", Verdict.MISSING),
        ("area-emergency", "入汛以前，县人民医院修订应急预案12件。", Verdict.MISSING),
        ("area-emergency", "修订应急预案12件，县人民医院备足药品。", Verdict.MET),
        ("area-emergency", "青山化工有限公司开展泄漏应急演练5次。", Verdict.MISSING),
        ("study", "县物业管理协会举办习近平法治思想读书会2期。", Verdict.MISSING),
        ("study", "润和置业公司举办习近平法治思想读书会2期。", Verdict.MISSING),
        ("area-digital", "科技公司出技术、县政府出数据，执法监督平台归集数据1.2亿条。", Verdict.MET),
        ("area-emergency", "联合县人民医院开展火灾疏散演练2次。", Verdict.MET),
        ("area-emergency", "指导城关小学举行防震演练，全体师生2分钟撤离到操场。", Verdict.MET),
        ("area-emergency", "县人民医院开展火灾疏散演练2次；组建应急救援队3支60人。", Verdict.MET),
        ("area-emergency", "县人民医院开展疏散演练2次，县政府修订应急预案12件。", Verdict.MET),
        ("area-disputes", "在购物广场设调解室，全年调解消费纠纷46件。", Verdict.MET),
        ("area-enforcement", "检查学校、医院食堂46家，立案处罚9件。", Verdict.MET),
    ],
)
def test_what_schools_firms_and_shops_did_does_not_count(item: str, told: str, verdict: Verdict) -> None:
    got = evaluate(REPORT.format(organ=COUNTY, told=told).encode(), "报告.txt", checklist(), Options())
    assert next(result for result in got.items if result.id == item).verdict is verdict


@pytest.mark.parametrize(
    ("organ", "told", "verdict"),
    [
        (TOWN, "派出所在两所学校门前调解纠纷46件。", Verdict.MISSING),
        (TOWN, "镇里开了会；派出所上门，调解纠纷46件。", Verdict.MISSING),
        (TOWN, "派出所、司法所调解纠纷46件。", Verdict.MET),
        (TOWN, "在派出所设调解室，调解纠纷46件。", Verdict.MET),
        (COUNTY, "派出所调解纠纷46件。", Verdict.MET),
    ],
)
def test_the_police_of_a_town_are_not_the_town(organ: str, told: str, verdict: Verdict) -> None:
    got = evaluate(REPORT.format(organ=organ, told=told).encode(), "报告.txt", checklist(), Options())
    assert next(item for item in got.items if item.id == "area-disputes").verdict is verdict
