"""The proofreading as a whole: its rules and their examples, the order, the places and the masking of what is found."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from proofs import PARTS, in_example, in_passage, in_report, report, rule
from shipped import checklist

from evaluator.judging.view import look_at
from evaluator.proofreading import RULES, proofread
from evaluator.reading import read
from evaluator.structure import fragment, understand

SCHEMA = Path(__file__).parent.parent / "checklist" / "schema.json"
EXAMPLES = [
    pytest.param(rule.id, text, wanted, id=f"{rule.id}-{'found' if wanted else 'clean'}-{number}")
    for rule in checklist().rules
    for wanted, texts in ((False, rule.examples.clean), (True, rule.examples.found))
    for number, text in enumerate(texts, 1)
]


def test_every_kind_has_a_rule_and_the_schema_knows_it() -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    assert set(schema["$defs"]["rule"]["properties"]["kind"]["enum"]) == set(RULES)
    assert {rule.kind for rule in checklist().rules} == set(RULES)


def test_every_rule_has_examples() -> None:
    assert [rule.id for rule in checklist().rules if not (rule.examples.found and rule.examples.clean)] == []


@pytest.mark.parametrize(("name", "text", "wanted"), EXAMPLES)
def test_example(name: str, text: str, wanted: bool) -> None:
    found = [finding.quote for finding in in_example(text, name)]
    assert bool(found) is wanted, found


@pytest.mark.parametrize("name", [rule.id for rule in checklist().rules])
def test_a_clean_report_has_none(name: str) -> None:
    page = "索引号：440306/2024-00012　发布机构：青山县水务局　发布时间：2025-01-21"
    end = "青山县水务局\n2025年1月20日\n【打印本页】【关闭窗口】\n联系电话：0990-6612345"
    assert in_report(report(page=page, end=end), name) == []


def test_findings_stand_in_the_order_of_the_text() -> None:
    text = "推进法制政府建设。\n召开会议XX次，办结率达102%。\n落实“三项制度，公示信息。\n"
    document = fragment(text, 2024)
    found = proofread(document, checklist(), look_at(document, checklist()).roles)
    assert [(finding.rule, finding.quote) for finding in found] == [
        ("term", "法制政府"),
        ("placeholder", "XX"),
        ("rate", "办结率达102%"),
        ("punctuation", "“三项制度"),
    ]


def test_no_rules_no_findings() -> None:
    document = fragment("推进法制政府建设。", 2024)
    without = replace(checklist(), rules=())
    assert proofread(document, without, look_at(document, without).roles) == ()


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"], ids=repr)
def test_a_place_is_right_to_the_character(line_break: str) -> None:
    text = report(parts=PARTS.replace("组织执法", "扎实推进 法 制 政府 建设，组织执法")).replace("\n", line_break)
    (found,) = in_report(text, "term")
    assert found.quote == text[found.place.start : found.place.end] == "法 制 政府"
    lines = text.split(line_break)
    assert lines[found.place.line - 1][found.place.column - 1 :].startswith("法 制 政府")
    assert found.place.end_line == found.place.line


def test_a_place_may_reach_over_a_wrapped_line() -> None:
    lines = [
        "　　2024年，青山县水务局认真贯彻落实上级关于法治政府建设的决策部署",
        "，围绕节水优先、空间均衡、系统治理、两手发力的思路，扎实推进法制",
        "政府建设，为全县水安全提供了有力保障，各项任务按期完成并通过了检",
        "查验收，组织执法培训四次，办理行政处罚案件十二件，公开政府信息二",
        "百六十四条，答复依申请公开三件，没有发生行政复议和行政诉讼的案件。",
    ]
    (found,) = in_passage("\n".join(lines), "term")
    assert (found.quote, found.place.line, found.place.end_line) == ("法制\n政府", 2, 3)


def test_a_finding_tells_what_why_and_what_to_do() -> None:
    (found,) = in_passage("全年受理投诉200件，办结180件，办结率95%。", "rate")
    assert found.severity == "error"
    assert found.message == "“办结率”写的是95%，按这里的数字算是180÷200=90%"
    assert found.suggestion == "核对分子、分母和百分比后改正"


def test_the_basis_is_cited() -> None:
    (found,) = in_report(report(page="发布时间：2025-04-12"), "late-publication")
    assert [(basis.norm, basis.number, basis.article) for basis in found.basis] == [
        ("《法治政府建设与责任落实督察工作规定》", "厅字〔2019〕28号", "第二十四条")
    ]


def test_the_advice_of_the_rule_stands_where_a_kind_has_none() -> None:
    (found,) = in_report(report(page="发布时间：2025-04-12"), "late-publication")
    assert found.suggestion == rule("late-publication").advice


def test_what_is_said_of_a_person_is_masked() -> None:
    document = fragment("村民韩某（手机13607149528签下协议。", 2024)
    found = proofread(document, checklist(), look_at(document, checklist()).roles)
    assert {finding.rule for finding in found} == {"personal-info", "punctuation"}
    assert not any("13607149528" in said for f in found for said in (f.message, f.quote, f.suggestion))


PIECES = [
    "2023年", "截至2024年底", "一是", "二", "三是", "（二）", "1.", "98.6%", "XX", "“", "”", "《", "》", "（", "）",
    "，", "。", "、", "\n", " ", "全年受理120件，办结118件，办结率", "由88%升至99%，提高5个百分点", "十三五规划",
    "清理文件12件，保留9件、废止6件", "习近平法制思想", "13812345678", "某某县", "某", "首先", "四、工作安排\n",
]  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=40).map("".join))
def test_any_text_is_proofread(text: str) -> None:
    document = fragment(f"一、情况\n{text}", 2024)
    for finding in proofread(document, checklist(), look_at(document, checklist()).roles):
        place = finding.place
        assert 0 <= place.start < place.end <= len(document.reading.text)
        assert place.end - place.start <= 400 or "\n" in finding.quote


def test_a_report_that_says_nothing_of_its_year() -> None:
    text = report(title="青山县水务局法治政府建设工作情况报告").replace("2024年，", "").replace("2025年", "下一步")
    document = understand(read(text.encode(), "报告.txt"))
    assert document.metadata.year is None
    assert proofread(document, checklist(), look_at(document, checklist()).roles) == ()
