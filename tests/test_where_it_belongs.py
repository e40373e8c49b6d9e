"""After which heading the text of a missing element belongs: that of the element before it, in its own chapter."""

import pytest
from shipped import checklist

from evaluator.evaluation import Options, evaluate

REPORT = """\
临江县人民政府2024年法治政府建设年度报告
2024年，县政府推进法治政府建设。现将有关情况报告如下：
一、学习贯彻习近平法治思想情况
中心组专题学习习近平法治思想4次。
二、主要举措和成效
（一）优化政务服务。调整权责清单106项，压减审批材料32%。
（二）规范执法。办理行政处罚案件126件，评查案卷80本。
{digital}三、党政主要负责人履行推进法治建设第一责任人职责情况
县长主持召开法治建设会议4次，听取行政执法工作汇报2次。
四、上年度问题整改情况
针对2023年度督察指出的行政执法文书不规范问题，组织专题培训2期，审核文书860份。
五、存在的不足和原因
执法力量薄弱，由于编制多年未增，持证人员只有31人。
六、2025年工作安排
招录执法人员6名，开展案卷评查2轮。
"""
DIGITAL = "（三）建设数字政府。建成执法监督平台，归集数据420万条。\n"


@pytest.mark.parametrize(
    ("item", "digital", "heading"),
    [
        # Not behind the chapters on the heads and on last year's problems, which tell of enforcement in passing.
        ("area-emergency", DIGITAL, "（二）规范执法"),
        ("area-institutions", DIGITAL, "（一）优化政务服务"),
        ("area-digital", "", "（二）规范执法"),
    ],
)
def test_a_work_area_belongs_behind_the_one_before_it(item: str, digital: str, heading: str) -> None:
    got = evaluate(REPORT.format(digital=digital).encode(), "报告.txt", checklist(), Options())
    assert next(result.insert_after for result in got.items if result.id == item) == heading


def test_what_is_there_belongs_nowhere_else() -> None:
    got = evaluate(REPORT.format(digital=DIGITAL).encode(), "报告.txt", checklist(), Options())
    assert {result.insert_after for result in got.items if result.verdict.value == "met"} == {None}
