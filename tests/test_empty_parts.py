"""What stands under a heading and says nothing - a signature, a closing formula, a scrap - is no content of its."""

import pytest
from passages import DONE
from shipped import checklist

from evaluator.assessment import ItemResult, Verdict
from evaluator.evaluation import Options, evaluate

PROBLEMS, PLAN = "二、存在的差距\n", "三、2025年工作安排\n"
SIGNED = "临江县人民政府\n2025年2月26日\n"


def judged(item: str, told: str) -> ItemResult:
    got = evaluate((DONE + told).encode(), "报告.txt", checklist(), Options())
    return next(result for result in got.items if result.id == item)


FORMULAS = [
    "特此报告。",
    "专此报告，请审示。",
    "以上报告，请予审议。",
    "以上报告，如有不妥，请批评指正。",
    "以上情况，妥否，请批示。",
    "不妥之处，敬请批评指正。",
    "现呈上我县法治政府建设年度报告，请予审阅。",
    "请各位代表审议。",
    "报告完毕，谢谢大家！",
    "附件：1.执法事项清单",
    "附：《临江县水利发展规划》已于6月印发，其中部署了明年的任务。",
    "主任、各位副主任，各位委员，县政府将认真落实本次会议的审议意见，以更实的作风推进法治政府建设。",
    "主任、各位委员，新的一年，县政府将自觉接受县人大的监督，以法治政府建设的新成绩迎接建党100周年。",
    "我们将认真落实本次会议审议意见，自觉接受县人大常委会监督，推动法治建设再上新台阶。",
    "其",
    "。",
    "（联系单位：县司法局　联系电话：0990-2214360）",
]


@pytest.mark.parametrize("after", ["", SIGNED], ids=["unsigned", "signed"])
@pytest.mark.parametrize("words", FORMULAS)
@pytest.mark.parametrize(("item", "heading"), [("shortcomings", PROBLEMS), ("next-plan", PLAN)])
def test_words_of_closing_are_no_content(item: str, heading: str, words: str, after: str) -> None:
    assert judged(item, f"{heading}{words}\n{after}").verdict is Verdict.MISSING
    assert judged(item, f"{heading}{after}{words}\n").verdict is Verdict.MISSING


CONTENTS = [
    (
        "next-plan",
        PLAN + "我们将认真落实本次会议审议意见，重点做好两方面工作：一是增配执法人员4名；二是评查案卷120本。",
    ),
    ("next-plan", PLAN + "县政府将请法律顾问参与审议重大决策事项30件，年底前完成规范性文件清理。"),
    ("next-plan", PLAN + "以上短板，2025年逐项补齐：增配执法人员4名，6月底前评查案卷120本。特此报告。"),
    ("next-plan", PLAN + "2025年抓两件事：一是修订规范性文件4件；二是提请县人大常委会审议。"),
    ("shortcomings", PROBLEMS + "负责人很少批评指正，案卷质量不高，全年有14本被评为不合格。"),
    ("shortcomings", PROBLEMS + "公开不及时，有9份文件超过期限，群众请求公开的意见没有回应。"),
]


@pytest.mark.parametrize(("item", "told"), CONTENTS)
def test_what_only_begins_or_ends_so_is_content(item: str, told: str) -> None:
    assert judged(item, f"{told}\n特此报告。\n{SIGNED}").verdict is Verdict.MET


NEIGHBOURS = "（一）规范执法行为。办理行政处罚案件12件。\n（二）推进政务公开。公开信息300条。\n"
EMPTY = [
    (Verdict.MISSING, NEIGHBOURS + "（三）提高应急处置能力。\n（四）化解矛盾纠纷。调解137件。\n"),
    (Verdict.MISSING, NEIGHBOURS + "（三）提高应急处置能力。\n二、不足\n力量偏弱，持证人员只有3名。\n"),
    (Verdict.MISSING, NEIGHBOURS + "（三）提高应急处置能力。\n（四）化解矛盾纠纷。\n（五）普及法律知识。宣讲9场。\n"),
    # One-sentence measures: told with a figure, a document, what was done, or in a list of such.
    (Verdict.MET, NEIGHBOURS + "（三）修订应急预案12件。\n（四）化解矛盾纠纷。调解137件。\n"),
    (Verdict.PARTIAL, NEIGHBOURS + "（三）修订了应急预案。\n（四）化解矛盾纠纷。调解137件。\n"),
    (Verdict.PARTIAL, NEIGHBOURS + "（三）组建应急队伍，提高应急处置能力。\n（四）化解矛盾纠纷。调解137件。\n"),
    (Verdict.PARTIAL, "（一）规范执法行为。\n（二）提高应急处置能力。\n（三）化解矛盾纠纷。\n"),
]


@pytest.mark.parametrize(("verdict", "told"), EMPTY)
def test_a_heading_without_a_body_tells_nothing(verdict: Verdict, told: str) -> None:
    assert judged("area-emergency", told).verdict is verdict
