"""A report is held against the norms of its time: none is cited that came into force when it was over and due."""

from datetime import date

import pytest
from shipped import checklist

from checklist.norm import Norm, in_force
from evaluator.evaluation import Options, evaluate

NORMS = {
    norm.id: norm
    for norm in (
        Norm("old", "旧纲要", ends=date(2020, 12, 31)),
        Norm("new", "新纲要", begins=date(2021, 8, 11)),
        Norm("always", "规定"),
    )
}


@pytest.mark.parametrize(
    ("year", "held"),
    [
        (2019, ["old", "always"]),
        (2020, ["old", "always"]),
        (2021, ["new", "always"]),
        (None, ["old", "new", "always"]),
    ],
)
def test_the_norms_of_a_year(year: int | None, held: list[str]) -> None:
    assert list(in_force(NORMS, year)) == held


@pytest.mark.parametrize(
    ("year", "study", "heads"),
    [
        (2018, [], ["《党政主要负责人履行推进法治建设第一责任人职责规定》"]),
        (2019, [], ["《法治政府建设与责任落实督察工作规定》", "《党政主要负责人履行推进法治建设第一责任人职责规定》"]),
        (
            2022,
            ["《法治政府建设实施纲要（2021—2025年）》"],
            ["《法治政府建设与责任落实督察工作规定》", "《党政主要负责人履行推进法治建设第一责任人职责规定》"],
        ),
    ],
)
def test_what_a_report_of_that_year_is_held_against(year: int, study: list[str], heads: list[str]) -> None:
    told = "一、主要举措和成效\n审查文件12件。\n二、存在的不足\n力量薄弱。\n"
    text = f"临江县人民政府{year}年法治政府建设年度报告\n{told}"
    got = {item.id: item for item in evaluate(text.encode(), "报告.txt", checklist(), Options()).items}
    assert [basis.norm for basis in got["study"].basis] == study
    assert [basis.norm for basis in got["first-responsible"].basis] == heads
    # What a person checks is checked by the law of today.
    assert got["secrecy-review"].basis
