"""A plan that nothing announces: only what stands last below the heading of the flaws is heard as one."""

import pytest
from proofs import OPENING, TITLE
from shipped import checklist

from evaluator.evaluation import Options, evaluate

HEAD = f"{TITLE}\n{OPENING}\n一、主要举措和成效\n组织执法培训4次，办理行政处罚案件12件。\n"
FLAWS = "二、存在的不足\n持证人员只有6名，办案力量不足；两套系统没有打通，同一份材料要录两遍。\n"
INTENDED = "健全文件评估制度，凡施行满两年的都要回头看一次。继续精简办事材料，年内再推出集成服务不少于6项。"
DONE = "修订文件评估办法，对施行满两年的11件文件作了评估。精简办事材料，推出集成服务6项，办件1200件。"

OTHERS = "老旧小区改造项目计划2025年7月底前竣工，施工单位力争年内再开工两处，居民每户补助不少于3万元。"
FLAW = "执法文书说理不够，个别案卷归档不及时，一线人员对新修订的处罚法掌握不牢。"

ROWS = [
    ("nothing intended", HEAD + FLAWS, False),
    ("work done below the flaws", f"{HEAD}{FLAWS}{DONE}\n", False),
    ("below a heading of its own", f"{HEAD}{FLAWS}三、其他情况\n{INTENDED}\n", False),
    ("work done behind it", f"{HEAD}{FLAWS}{INTENDED}\n{DONE}\n", False),
    ("no flaws before it", f"{HEAD}{INTENDED}\n", False),
    ("what others plan", f"{HEAD}{FLAWS}{OTHERS}\n", False),
    ("one more flaw", f"{HEAD}{FLAWS}{FLAW}\n", False),
    ("a line of the web page", f"{HEAD}{FLAWS}联系处室：政策法规处　　【打印本页】　【关闭】\n", False),
    ("intended", f"{HEAD}{FLAWS}{INTENDED}\n", True),
    ("in two paragraphs", HEAD + FLAWS + INTENDED.replace("。继", "。\n继") + "\n", True),
    ("with a closing formula", f"{HEAD}{FLAWS}{INTENDED}\n特此报告。\n", True),
]  # fmt: skip


@pytest.mark.parametrize(("text", "planned"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_a_plan_that_nothing_announces(text: str, planned: bool) -> None:
    items = {item.id: item for item in evaluate(text.encode(), "x.txt", checklist(), Options()).items}
    assert (items["next-plan"].verdict.value != "missing") == planned
