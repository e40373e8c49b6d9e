"""Numbers of persons: which are covered, and which numbers are nobody's."""

from dataclasses import replace

import pytest
from assessments import FAILED
from hypothesis import given
from hypothesis import strategies as st

from evaluator.masking import cover, masked, personal_numbers


@pytest.mark.parametrize(
    "text",
    [
        "",
        "拨打12345热线，全年受理1234567件",
        "咨询电话：0751-1234567",
        "咨询电话：0751 12345678",
        "统一社会信用代码：91440300708461136T",
        "统一社会信用代码：914403001922038216",
        "档案号440301199001011235的校验码不对，快递单号6228480018834562217",
        "440301199013011234没有十三月",
        "990301199001011234没有这个省",
        "2024年1月1日至2024年12月31日，办结率99.99%",
        "投资13800138000元，13800138000.5，共13800138000余万元",
        "12800138000和23800138000都不是手机号",
        "138001380001有十二位",
        "编号A13800138000B",
        "62220212345678901的校验位不对",
        "3456 4567 5678 6789",
        "440301991301123没有十三月",
    ],
)
def test_is_nobodys(text: str) -> None:
    assert personal_numbers(text) == ()
    assert cover(text) == text


@pytest.mark.parametrize(
    ("text", "kind", "covered"),
    [
        ("电话13800138000。", "mobile", "电话138****8000。"),
        ("电话：138 0013 8000", "mobile", "电话：138 **** 8000"),
        ("电话：138-0013-8000", "mobile", "电话：138-****-8000"),
        ("电话：１３８００１３８０００", "mobile", "电话：１３８****８０００"),
        ("电话：+86 138 0013 8000", "mobile", "电话：+86 138 **** 8000"),
        ("电话：8613800138000", "mobile", "电话：861******8000"),
        ("电话：1380013\n　　8000", "mobile", "电话：138****\n　　8000"),
        ("电话：1380013\n　　　　　　　　8000", "mobile", "电话：138****\n　　　　　　　　8000"),
        ("2024年1月1日至2024年12月31日，13800138000。", "mobile", "2024年1月1日至2024年12月31日，138****8000。"),
        ("身份证号440301199001011234，", "identity", "身份证号440*************34，"),
        ("身份证号11010519491231002x", "identity", "身份证号110*************2x"),
        ("440301 19900101 1234", "identity", "440*** ******** **34"),
        ("身份证号码：440301199001011235，", "identity", "身份证号码：****************35，"),
        ("（农业银行卡号：6228480018834562217）", "card", "（农业银行卡号：***************2217）"),
        ("旧身份证440301900101123", "identity-15", "旧身份证440**********23"),
        ("卡号6222021234567890128", "card", "卡号6222***********0128"),
        ("卡号6222 0212 3456 7890 128", "card", "卡号6222 **** **** **** 128"),
    ],
)
def test_is_somebodys(text: str, kind: str, covered: str) -> None:
    assert [number.kind for number in personal_numbers(text)] == [kind]
    assert cover(text) == covered


@pytest.mark.parametrize("between", ["、", " ", "\n", ",", "/", "（财务）"])
def test_neighbours_are_two(between: str) -> None:
    assert cover(f"13800138000{between}13900139000") == f"138****8000{between}139****9000"


@given(st.text(st.sampled_from("0123456789 -\nX１号。")))
def test_covering_keeps_length_and_leaves_nothing(text: str) -> None:
    covered = cover(text)
    assert len(covered) == len(text)
    assert personal_numbers(covered) == ()


def test_every_string_of_an_assessment_is_covered() -> None:
    mobile = "13800138000"
    item = replace(FAILED.items[1], title=mobile, reason=mobile, advice=mobile, insert_after=mobile)
    facts = replace(FAILED.report, path=f"{mobile}.txt", title=mobile, sha256=f"a{mobile}b")
    covered = masked(replace(FAILED, report=facts, items=(item,)), f"正文 {mobile}")
    assert covered.report.path == "138****8000.txt"
    assert {covered.report.title, covered.items[0].title, covered.items[0].insert_after} == {"138****8000"}
    assert covered.items[0].verdict is item.verdict
    assert covered.missing == ("causes",)


def test_a_report_without_numbers_is_left_as_it_is() -> None:
    assert masked(FAILED, "正文", "甲.txt") is FAILED


@pytest.mark.parametrize(
    ("piece", "each"), [("1", 0), ("12 ", 0), ("138 ", 0), ("13800138000 ", 1), ("1\n", 0), ("9x", 0)]
)
def test_long_tables_of_figures_end(piece: str, each: int) -> None:
    assert len(personal_numbers(piece * 20_000)) == each * 20_000
