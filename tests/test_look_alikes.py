"""What looks like an item and is not, where that depends on the report or on the sentence beside it."""

import pytest
from passages import DONE
from shipped import checklist

from evaluator.assessment import ItemResult, Verdict
from evaluator.evaluation import Options, evaluate


def judged(item: str, told: str, level: str | None = None) -> ItemResult:
    got = evaluate((DONE + told + "\n").encode(), "报告.txt", checklist(), Options(level=level))
    return next(result for result in got.items if result.id == item)


@pytest.mark.parametrize(
    ("level", "verdict"),
    [("county", Verdict.MISSING), ("township", Verdict.MISSING), ("department", Verdict.MET)],
)
def test_a_bureau_s_head_is_the_head_of_its_own_report_only(level: str, verdict: Verdict) -> None:
    got = judged("first-responsible", "县水利局局长带队检查行政执法，召开座谈会9场。", level)
    assert got.verdict is verdict
    if verdict is Verdict.MISSING:
        assert got.nearest and got.nearest.why_not == "讲的是部门负责人，不是本级党政主要负责人"


@pytest.mark.parametrize(
    ("verdict", "told"),
    [
        (Verdict.MISSING, "2023年部门间执法案件移送不够顺畅。"),
        (Verdict.MISSING, "2023年执法案件移送不够顺畅。\n今年召开联席会3次。"),
        (Verdict.MET, "2023年部门间执法案件移送不够顺畅。今年召开联席会3次。"),
        (Verdict.MET, "2023年部门间执法案件移送不够顺畅，今年召开联席会3次。"),
    ],
)
def test_last_year_s_flaw_needs_this_year_s_answer_beside_it(verdict: Verdict, told: str) -> None:
    assert judged("rectification", told).verdict is verdict
