"""What is judged of an item is the same wherever the list has it: what it leans on is judged first."""

from dataclasses import replace
from pathlib import Path

import pytest
from shipped import checklist

from checklist.model import Item
from evaluator.assessment import ItemResult, Verdict
from evaluator.evaluation import Options, evaluate

REPORTS = sorted((Path(__file__).parent / "data" / "reports").glob("*.txt"))
DRAFTS = sorted((Path(__file__).parent.parent / "examples" / "drafts").glob("*.txt"))
HEAD = """云岭县人民政府2024年法治政府建设年度报告
2024年，我县认真贯彻习近平法治思想，推进法治政府建设。现将有关情况报告如下：
"""
# All that it tells was done are what the head did and what was studied.
HEADS = "一、主要负责人履行职责情况\n县长主持召开常务会议研究法治议题5次。县长带头述法1次。县长出庭应诉1件。\n"
STUDY = "二、学习习近平法治思想\n县政府党组专题学习习近平法治思想4次。县委党校举办培训班2期，培训90人次。\n"


def in_order(text: str, items: tuple[Item, ...]) -> dict[str, ItemResult]:
    assessment = evaluate(text.encode(), "报告.txt", replace(checklist(), items=items), Options())
    return {item.id: item for item in assessment.items}


def test_what_stands_apart_does_not_count_wherever_it_is_listed() -> None:
    items = checklist().items
    for order in (items, items[::-1]):
        got = in_order(HEAD + HEADS + STUDY, order)
        assert got["measures"].verdict is Verdict.MISSING
        assert {got[name].verdict for name in ("study", "first-responsible")} == {Verdict.MET}


@pytest.mark.parametrize("file", REPORTS + DRAFTS, ids=lambda file: file.stem)
def test_reports_are_judged_the_same_from_either_end(file: Path) -> None:
    items = checklist().items
    text = file.read_text("utf-8")
    assert in_order(text, items) == in_order(text, items[::-1])
    assert list(in_order(text, items[::-1])) == [item.id for item in items[::-1]]


# Each but the last tells of the next, which is lacking in turn.
CHAIN = {"study": "first-responsible", "first-responsible": "area-emergency"}
TOLD = "一、主要举措和成效\n县政府党组专题学习习近平法治思想4次。县长带头述法1次，出庭应诉1件。\n"


@pytest.mark.parametrize(
    ("links", "expected"), [({}, {Verdict.MET}), (CHAIN, {Verdict.MISSING})], ids=["of nothing", "of what is lacking"]
)
def test_what_tells_of_nothing_has_nothing_told_of_itself(links: dict[str, str], expected: set[Verdict]) -> None:
    items = tuple(replace(item, tells_of=links.get(item.id, "")) for item in checklist().items)
    for order in (items, items[::-1]):
        got = in_order(HEAD + TOLD, order)
        assert got["area-emergency"].verdict is Verdict.MISSING
        assert {got[name].verdict for name in CHAIN} == expected
