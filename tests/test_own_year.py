"""Facts of the report's own year, and those of another."""

import pytest

from evaluator.judging.own_year import is_of_year, mends_last_year

YEAR = 2024


@pytest.mark.parametrize(
    "sentence",
    [
        "2023年,县委党校办班2期。",
        "2023年3月,县长主持召开会议。",
        "县委党校2023年举办培训班2期。",
        "去年,县长听取汇报3次。",
        "上一年度,镇里组织学习5次。",
        "2021年我县办理案件12件。",
        "据统计,2023年我县调解纠纷12件。",
        "2023年全县列入目录的决策5项。",
        "上年度(2023年)我县共审核文件22件。",
        "2023年办班2期,为本年度工作打下基础。",
    ],
)
def test_what_begins_with_another_year_is_of_that_year(sentence: str) -> None:
    assert not is_of_year([sentence], [sentence], YEAR)
    assert not is_of_year([sentence, sentence], [sentence], YEAR)


@pytest.mark.parametrize(
    "sentence",
    [
        "县长听取汇报3次。",
        "2024年,县长听取汇报3次。",
        "2023年以来,县长听取汇报3次。",
        "2020年11月中央全面依法治国工作会议上的讲话,列为读书班第一课。",
        "较2023年,办班多2期。",
        "年初听取2023年度法治政府建设情况汇报。",
        "2023年出台的办法得到落实。",
        "2023年,县长听取汇报3次,今年听取5次。",
        "2023年办班2期,2024年办班4期。",
    ],
)
def test_what_speaks_of_the_report_year(sentence: str) -> None:
    assert is_of_year([sentence], [sentence], YEAR)


def test_one_undated_sentence_is_of_the_year() -> None:
    told = ["2023年,县长听取汇报3次。", "县长出庭1次。"]
    assert is_of_year(told, told, YEAR)


def test_two_facts_of_the_year_before() -> None:
    told = ["县长于会上听取汇报,在2023年5月出庭,又在2023年9月讲课。"]
    assert not is_of_year(told, told, YEAR)
    assert is_of_year(told, [*told, "2024年5月和2024年6月出庭。"], YEAR)


@pytest.mark.parametrize(
    ("facts", "of_last_year"),
    [
        ("2022年度报告指出的问题,2023年已经解决。", False),
        ("2022年督察反馈的问题已经解决。", False),
        ("2022年督察反馈的问题,今年已经解决。", True),
        ("2023年度报告指出的问题已经解决。", True),
        ("2022年以来一直存在的问题已经解决。", True),
        ("上年度的问题已经解决。", True),
    ],
)
def test_what_was_mended_is_of_the_year_before(facts: str, of_last_year: bool) -> None:
    assert mends_last_year([facts], YEAR) is of_last_year
