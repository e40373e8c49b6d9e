"""Numbers of persons: which are covered, and which numbers are nobody's."""

import json
import re
import zipfile
from dataclasses import replace
from functools import cache
from io import BytesIO

import pytest
from assessments import FAILED
from hypothesis import given
from hypothesis import strategies as st
from rendering import ROOT, rendered

from checklist.folding import BLANK, seen
from checklist.loading import load
from checklist.model import Checklist
from evaluator.assessment import Assessment
from evaluator.evaluation import Options, evaluate
from evaluator.masking import cover, masked
from evaluator.output import RENDERERS
from evaluator.personal_numbers import personal_numbers

# One number of a person as reports have it, the last four as a bad conversion or a trick leaves it.
WRITTEN = {
    "plain": "联系人13812345678",
    "wide": "联系人１３８１２３４５６７８",
    "grouped": "138 1234 5678",
    "zero-width": "138\u200b1234\u200b5678",
    "unseen": "联系人13\u00ad8\u20601\u200d2345\ufeff678",
    "spaced": "联系人1 3 8 1 2 3 4 5 6 7 8",
    "spaced-label": "手 机 ： 1 3 8 1 2 3 4 5 6 7 8",
}


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
        "各镇办件 1 3 8 1 2 3 4 5 6 7 8",
        "各月 13 81 23 45 67 8",
        "138 12345 678",
        "电话回访 1 3 8 1 2 3 4 5 6 7 8人次",
        "热线受理 1 2 3 4 5 6 7 8 9 0 1",
        "1 2 3 4 6 2 2 2 0 2 1 2 3 4 5 6 7 8 9 0 1 2 8",
        "4 4 0 3 0 1 1 9 9 0 0 1 0 1 1 2 3 5",
        "1\n3\n8\n1\n2\n3\n4\n5\n6\n7\n8",
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
        ("138 1234 5678", "mobile", "138 **** 5678"),
        ("138\u2009\u20091234\u20025678", "mobile", "138\u2009\u2009****\u20025678"),
        ("138\u200b1234\u200b5678", "mobile", "138\u200b****\u200b5678"),
        ("13\u00ad812\x0034\u2060567\ufeff8", "mobile", "13\u00ad***\x00**\u2060*67\ufeff8"),
        ("热线1 3 8 1 2 3 4 5 6 7 8服务", "mobile", "热线1 * * * * * * * * 7 8服务"),
        ("手 机 ： 1 3 8 1 2 3 4 5 6 7 8", "mobile", "手 机 ： * * * * * * * * * 7 8"),
        ("联系电话 138 12345 678", "mobile", "联系电话 *** ***** 678"),
        ("电话：+86 1 3 8 1 2 3 4 5 6 7 8", "mobile", "电话：+** * * * * * * * * * 7 8"),
        ("4 4 0 3 0 1 1 9 9 0 0 1 0 1 1 2 3 4", "identity", "4 4 * * * * * * * * * * * * * * * 4"),
        ("身份证4 4 0 3 0 1 1 9 9 0 0 1 0 1 1 2 3 5", "identity", "身份证* * * * * * * * * * * * * * * * * 5"),
        ("6 2 2 2 0 2 1 2 3 4 5 6 7 8 9 0 1 2 8", "card", "6 2 * * * * * * * * * * * * * * * 2 8"),
        ("账号 1 2 3 4 5 6 7 8 1 2 3 4 5 6 7 8", "card", "账号 1 * * * * * * * * * * * * * 7 8"),
    ],
)
def test_is_somebodys(text: str, kind: str, covered: str) -> None:
    assert [number.kind for number in personal_numbers(text)] == [kind]
    assert cover(text) == covered


@pytest.mark.parametrize("between", ["、", " ", "\n", ",", "/", "（财务）"])
def test_neighbours_are_two(between: str) -> None:
    assert cover(f"13800138000{between}13900139000") == f"138****8000{between}139****9000"


@given(st.text(st.sampled_from("0123456789 -\nX１号。\u200b")))
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
    ("piece", "each"),
    [
        *(("1", 0), ("12 ", 0), ("138 ", 0), ("13800138000 ", 1), ("1\n", 0), ("9x", 0)),
        *(("1 3 8 ", 0), ("6 2 2 ", 0), ("138\u200b", 0), ("138 1234 5678 ", 1), ("手机1 3 ", 0)),
    ],
)
def test_long_tables_of_figures_end(piece: str, each: int) -> None:
    assert len(personal_numbers(piece * 2_000)) == each * 2_000


@cache
def _rules() -> Checklist:
    return load()


@cache
def _judged(heading: str, body: str) -> Assessment:
    """A report that says something of a person in a heading, in the sentences below it and in a shortcoming."""
    draft = (ROOT / "examples/drafts/complete.txt").read_text("utf-8")
    for words in ("主要举措和成效", "执法质量不高"):
        draft = draft.replace(words, words + heading)
    draft = draft.replace("。", f"，{body}服务群众。")
    return evaluate(draft.encode(), "报告.txt", _rules(), Options(links=True, original=True))


def _shown(form: str, data: bytes) -> str:
    """What is read in an output, without blanks, marks of its format, and what nobody sees; of a copy its comments."""
    if form in ("docx", "xlsx", "opinion"):
        package = zipfile.ZipFile(BytesIO(data))
        names = [name for name in package.namelist() if form != "docx" or "comments" in name]
        data = b"".join(map(package.read, names))
    text = re.sub(r"<[^>]*>|\\u[0-9a-f]{4}|&#\w+;|\\", "", data.decode("utf-8"))
    return BLANK.sub("", seen(text)).translate({0xFF10 + digit: str(digit) for digit in range(10)})


@pytest.mark.parametrize("form", RENDERERS)
@pytest.mark.parametrize("name", WRITTEN)
def test_no_output_tells_a_number(form: str, name: str) -> None:
    shown = _shown(form, rendered(form, _judged(WRITTEN[name], WRITTEN[name]), checklist=_rules()))
    assert "13812345678" not in shown
    assert re.search(r"\*{3,}\d", shown)


@pytest.mark.parametrize("words", [*WRITTEN.values(), "热线1 3 8 1 2 3 4 5 6 7 8"])
def test_every_form_is_told_but_that_of_an_office(words: str) -> None:
    found = [each for each in _judged("", words).findings if each.rule == "personal-info"]
    assert bool(found) is ("热线" not in words)
    assert not any("校验位" in each.message for each in found)


def test_a_heading_is_read_without_its_blanks() -> None:
    """What is no number among figures becomes one where an output has it without blanks."""
    shown = json.loads(rendered("json", _judged("1 3 8 1 2 3 4 5 6 7 8", "")))
    sections = {each["section"] for item in shown["reports"][0]["items"] for each in item["evidence"]}
    assert any("138****5678" in section for section in sections)
    assert not any("13812345678" in section for section in sections)


@pytest.mark.parametrize("before", range(60, 90))
def test_no_quote_ends_within_a_number(before: int) -> None:
    long = f"本街道行政执法力量仍然薄弱且{'办件质量有待提高' * 12}"[:before] + "13812345678" + "办件质量有待提高" * 9
    draft = f"金沙街道2024年法治政府建设年度报告\n\n一、存在的不足\n\n{long}。\n\n二、2025年安排\n\n加强执法培训。\n"
    shown = rendered("json", evaluate(draft.encode(), "报告.txt", _rules(), Options())).decode("utf-8")
    assert "执法力量仍然薄弱" in shown
    assert "12345" not in shown
