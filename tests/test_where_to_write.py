"""Where a passage stands and where a missing one belongs, as a person finds it."""

import pytest

from checklist.loading import load
from evaluator.assessment import Verdict
from evaluator.document import Place
from evaluator.evaluation import Options, evaluate
from evaluator.presenting.placing import where

DRAFT = """青岚县司法局2024年法治政府建设年度报告
2024年，县司法局深入学习贯彻习近平法治思想，局党组会议专题学习5次，举办培训班2期。现将有关情况报告如下：
一、主要举措和成效
（一）完善工作机制。召开法治工作会议4次，印发工作要点，任务26项全部完成。
（二）开展法治宣传。组织法治宣传活动23场，发放资料1.2万份，培育法律明白人86名。
二、存在的不足
一是基层执法力量薄弱，12个乡镇中有5个没有专职法制审核人员。
三、2025年工作安排
一是为5个乡镇配齐法制审核人员，组织培训4次。
"""


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place(0, 1, 12, 1, 12), "第 12 行"),
        (Place(0, 1, 12, 1, 14), "第 12-14 行"),
        # Lines are counted through the whole text, and no page has 72 of them.
        (Place(0, 1, 72, 1, 72, page=3), "第 3 页（全文第 72 行）"),
        (Place(0, 1, 72, 1, 74, page=3), "第 3 页（全文第 72-74 行）"),
    ],
)
def test_a_place_is_said(place: Place, said: str) -> None:
    assert where(place) == said


def test_what_is_missing_without_a_chapter_of_measures_has_no_place() -> None:
    bare = evaluate("青岚县司法局2024年法治政府建设年度报告\n工作开展良好。\n".encode(), "a.txt", load(), Options())
    assert {item.insert_after for item in bare.items} == {None}


def test_every_missing_area_belongs_after_the_measures_where_no_other_area_is() -> None:
    items = evaluate(DRAFT.encode(), "a.txt", load(), Options()).items
    places = {i.id: i.insert_after for i in items if i.id.startswith("area-") and i.verdict is Verdict.MISSING}
    assert {"area-decisions", "area-enforcement", "area-emergency", "area-digital"} <= set(places)
    assert set(places.values()) == {"一、主要举措和成效"}


def test_what_the_lead_says_in_particular_is_not_denied() -> None:
    """The lead does give figures; that nothing particular is said would be untrue."""
    study = next(item for item in evaluate(DRAFT.encode(), "a.txt", load(), Options()).items if item.id == "study")
    assert (study.verdict, study.reason) == (Verdict.PARTIAL, "只在“开头的引言”里提到，没有专门写做了什么")
