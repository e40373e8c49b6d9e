"""Waivers over results: what is accepted and what is not, and that nothing else of a result changes."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from assessments import FINDING, result
from hypothesis import given
from hypothesis import strategies as st

from checklist.waivers import Waiver
from evaluator.assessment import Finding, ItemResult, Outcome, ReportFacts, Verdict, Waiving
from evaluator.document import Note
from evaluator.gate.scoring import FAIL_ON, gate, score
from evaluator.gate.waiving import Waived, waive

TODAY = date(2026, 6, 30)
FACTS = ReportFacts("镇街/石桥镇 [定稿].txt", organ="石桥镇人民政府", year=2025)
LACKING = result("causes", Verdict.MISSING, required=True)
WAIVER = Waiver("causes", "石桥镇 [定稿].txt", "合并行文", "王某", TODAY, origin="w.yaml:2")
YEAR = Waiver("plan-year", "石桥镇 [定稿].txt", "照抄原文", "王某", TODAY, quote="2023年", origin="w.yaml:7")


def waived(
    *waivers: Waiver,
    items: tuple[ItemResult, ...] = (LACKING,),
    findings: tuple[Finding, ...] = (FINDING,),
    facts: ReportFacts = FACTS,
    today: date = TODAY,
) -> Waived:
    return waive(items, findings, facts, waivers, today)


@pytest.mark.parametrize(
    "report",
    [
        "",
        "桥镇 [定稿].txt",
        "石桥镇 [定稿]",
        "石桥镇 [定稿].docx",
        "别的/石桥镇 [定稿].txt",
        "石桥镇",
        "桥镇人民政府",
        "*.docx",
        "别的/*",
        "镇街",
        "/镇街/石桥镇 [定稿].txt",
    ],
)
def test_a_waiver_of_another_report_does_nothing(report: str) -> None:
    assert waived(replace(WAIVER, report=report)) == Waived((LACKING,), (FINDING,))


@pytest.mark.parametrize(
    "report",
    [
        "石桥镇 [定稿].txt",
        "./石桥镇 [定稿].txt",
        "镇街/石桥镇 [定稿].txt",
        "镇街\\石桥镇 [定稿].txt",
        " 石桥镇 [定稿].txt ",
        "石桥镇人民政府",
        "石桥镇　人民政府",
        "*.txt",
        "镇街/*",
        "*/石桥镇*",
        "*",
        str(Path("镇街/石桥镇 [定稿].txt").absolute()),
    ],
)
def test_a_report_goes_by_its_file_its_path_a_pattern_or_its_organ(report: str) -> None:
    (item,) = waived(replace(WAIVER, report=report)).items
    assert item.waiver and item.waiver.report == report


def test_a_mac_writes_names_in_pieces() -> None:
    facts = replace(FACTS, path="e\u0301.txt")
    assert waived(replace(WAIVER, report="\u00e9.txt"), facts=facts).items[0].waiver


@pytest.mark.parametrize(
    ("verdict", "outcome"),
    [
        (Verdict.MET, Outcome.IDLE),
        (Verdict.NOT_APPLICABLE, Outcome.IDLE),
        (Verdict.MANUAL, Outcome.IDLE),
        (Verdict.UNJUDGED, Outcome.UNJUDGED),
    ],
)
def test_there_is_nothing_to_accept(verdict: Verdict, outcome: Outcome) -> None:
    item = replace(LACKING, verdict=verdict)
    assert waived(WAIVER, items=(item,)) == Waived((item,), (FINDING,), (Waiving(0, outcome),))


def test_of_another_item_or_rule_nothing_is_accepted() -> None:
    other = waived(replace(WAIVER, accepts="study"), replace(YEAR, accepts="rate"))
    assert other == Waived((LACKING,), (FINDING,), (Waiving(0, Outcome.IDLE), Waiving(1, Outcome.IDLE)))


@pytest.mark.parametrize("verdict", [Verdict.MISSING, Verdict.PARTIAL])
def test_a_verdict_is_accepted_and_stays_what_it_is(verdict: Verdict) -> None:
    item = replace(LACKING, verdict=verdict)
    got = waived(WAIVER, items=(item, result("title")))
    assert got.items == (replace(item, waiver=WAIVER), result("title"))
    assert got.waivings == (Waiving(0, Outcome.USED),)
    assert got.items[0].accepted == "已豁免：合并行文；王某；到 2026-06-30"


@pytest.mark.parametrize(
    ("quote", "stands", "accepted"),
    [
        ("2024年", "2023年安排", False),
        ("2023年安排的事", "2023年安排", False),
        ("2023年", "2023年安排", True),
        ("２０２３ 年", "2023年安排", True),
        ("2023年安…", "2023年安排", True),
        ("", "2023年安排", True),
        ("电话138****8000", "联系电话13800138000", True),
        ("电话13800138000", "联系电话13800138000", True),
    ],
)
def test_words_narrow_a_finding(quote: str, stands: str, accepted: bool) -> None:
    (finding,) = waived(replace(YEAR, quote=quote), findings=(replace(FINDING, quote=stands),)).findings
    assert bool(finding.waiver) is accepted


def test_an_expired_one_does_not_hold_and_says_so() -> None:
    got = waived(WAIVER, YEAR, today=date(2026, 7, 1))
    assert (got.items, got.findings) == ((LACKING,), (FINDING,))
    assert got.waivings == (Waiving(0, Outcome.EXPIRED), Waiving(1, Outcome.EXPIRED))
    assert got.notes == (
        Note("waiver-expired", "causes 的豁免已过期（2026-06-30 到期，见 w.yaml:2），重新计入"),
        Note("waiver-expired", "plan-year 的豁免已过期（2026-06-30 到期，见 w.yaml:7），重新计入"),
    )


def test_of_several_decisions_the_longest_holds() -> None:
    old, long = replace(WAIVER, expires=date(2020, 1, 1)), replace(WAIVER, expires=date(2030, 1, 1))
    got = waived(old, long, WAIVER)
    assert got.items[0].waiver == long
    assert [w.outcome for w in got.waivings] == [Outcome.EXPIRED, Outcome.USED, Outcome.USED]


VERDICTS = st.builds(
    lambda name, verdict, required: result(name, verdict, 10, required=required),
    st.sampled_from(["causes", "study", "title"]),
    st.sampled_from([v for v in Verdict if v is not Verdict.UNJUDGED]),
    st.booleans(),
)
FINDINGS = st.builds(
    lambda rule, severity, quote: replace(FINDING, rule=rule, severity=severity, quote=quote),
    st.sampled_from(["plan-year", "rate"]),
    st.sampled_from(["error", "warning", "info"]),
    st.sampled_from(["2023年安排", "2022年"]),
)
WAIVERS = st.builds(
    lambda accepts, report, day, quote: Waiver(accepts, report, "a", "b", date(2026, 6, day), quote),
    st.sampled_from(["causes", "study", "plan-year", "rate"]),
    st.sampled_from(["*", "别的.txt", "石桥镇人民政府"]),
    st.sampled_from([29, 30]),
    st.sampled_from(["", "2023年"]),
)


@given(
    st.lists(VERDICTS, max_size=6).map(tuple),
    st.lists(FINDINGS, max_size=4).map(tuple),
    st.lists(WAIVERS, max_size=6).map(tuple),
)
def test_waiving_changes_no_verdict_and_no_score_and_the_gate_asks_for_the_rest(
    items: tuple[ItemResult, ...], findings: tuple[Finding, ...], waivers: tuple[Waiver, ...]
) -> None:
    got = waived(*waivers, items=items, findings=findings)
    assert tuple(replace(item, waiver=None) for item in got.items) == items
    assert tuple(replace(finding, waiver=None) for finding in got.findings) == findings
    worth = score(items)
    assert score(got.items) == worth
    for name, (verdicts, severities) in FAIL_ON.items():
        failing = any(i.required and i.verdict in verdicts and not i.waiver for i in got.items)
        failing |= any(f.severity in severities and not f.waiver for f in got.findings)
        assert gate(got.items, got.findings, worth, name).passed is (bool(worth) and not failing)


def test_a_waiver_does_not_lift_the_score() -> None:
    items = waived(WAIVER, items=(LACKING, result("study"))).items
    worth = score(items)
    assert worth and worth.value == 50
    assert gate(items, (), worth, "missing", 60).reasons == ("得分 50.0，低于要求的 60",)
