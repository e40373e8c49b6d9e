"""A run against an earlier result: what is known, what is new, what is mended, and baselines that nobody can use."""

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from assessments import FAILED, FINDING, PLACE, result
from hypothesis import given
from hypothesis import strategies as st

from checklist.errors import UserError
from checklist.model import Checklist
from checklist.waivers import Waiver
from evaluator.assessment import Assessment, Finding, ItemResult, ReportFacts, Verdict
from evaluator.console.terminal import FILE
from evaluator.gate.baseline import Baseline, Compared, compare, load
from evaluator.gate.scoring import gate, score
from evaluator.output.json import SCHEMA_VERSION, JsonRenderer
from evaluator.run import Run, Summary

MET, PARTIAL, MISSING, UNJUDGED = Verdict.MET, Verdict.PARTIAL, Verdict.MISSING, Verdict.UNJUDGED
FACTS = ReportFacts("甲.txt", organ="某县人民政府", year=2024, sha256="ab" * 32)
BARE = Checklist("annual-report", "1", "", "national", "", {}, (), ())
ITEM = result("causes", PARTIAL, required=True)
WAIVER = Waiver("causes", "*", "a", "b", date(2026, 12, 31))


def written(*assessments: Assessment, complete: bool = True) -> str:
    renderer = JsonRenderer(Run(BARE, len(assessments)), FILE)
    parts = [renderer.begin(), *map(renderer.add, assessments), renderer.end(Summary(complete=complete))]
    return "".join(parts)


def earlier(*items: ItemResult, findings: tuple[Finding, ...] = (), facts: ReportFacts = FACTS) -> Assessment:
    return replace(FAILED, report=facts, items=items, findings=findings)


def loaded(tmp_path: Path, *assessments: Assessment) -> Baseline:
    (tmp_path / "b.json").write_text(written(*assessments), "utf-8")
    return load(str(tmp_path / "b.json"), "annual-report")


@pytest.mark.parametrize(
    ("facts", "known"),
    [
        pytest.param({}, True, id="the same file"),
        pytest.param({"sha256": "cd" * 32}, True, id="edited"),
        pytest.param({"path": "./甲.txt", "sha256": "cd" * 32, "organ": None}, True, id="written otherwise"),
        pytest.param({"path": "乙.txt"}, True, id="moved"),
        pytest.param({"path": "乙.txt", "sha256": "cd" * 32}, True, id="moved and edited"),
        pytest.param({"path": "乙.txt", "sha256": "cd" * 32, "organ": "某乡"}, False, id="another report"),
        pytest.param({"path": "乙.txt", "sha256": "cd" * 32, "year": 2025}, False, id="another year"),
        pytest.param({"sha256": "cd" * 32, "year": 2025}, False, id="next year's report in the same file"),
        pytest.param({"path": "乙.txt", "sha256": "", "organ": None}, False, id="nothing to know it by"),
    ],
)
def test_a_report_is_found_again(facts: dict[str, Any], known: bool, tmp_path: Path) -> None:
    got = compare((ITEM,), (), replace(FACTS, **facts), loaded(tmp_path, earlier(ITEM)))
    assert got == Compared((replace(ITEM, known=known),), ())


def test_two_drafts_of_one_report_are_not_told_apart_by_organ(tmp_path: Path) -> None:
    drafts = [earlier(ITEM, facts=replace(FACTS, path=f"{n}.txt", sha256=n * 64)) for n in "12"]
    assert not compare((ITEM,), (), FACTS, loaded(tmp_path, *drafts)).items[0].known
    assert compare((ITEM,), (), replace(FACTS, path="2.txt"), loaded(tmp_path, *drafts)).items[0].known


def test_a_path_is_compared_as_it_is_printed(tmp_path: Path) -> None:
    covered = earlier(ITEM, facts=replace(FACTS, path="138****8000.txt", sha256="", organ=None))
    facts = replace(FACTS, path="13800138000.txt")
    assert compare((ITEM,), (), facts, loaded(tmp_path, covered)).items[0].known


@pytest.mark.parametrize(
    ("before", "now", "known", "mended"),
    [
        (MET, MISSING, False, 0),
        (MET, PARTIAL, False, 0),
        (PARTIAL, MISSING, False, 0),
        (UNJUDGED, MISSING, False, 0),
        (None, MISSING, False, 0),
        (MISSING, UNJUDGED, False, 0),
        (MISSING, Verdict.NOT_APPLICABLE, False, 0),
        (MET, MET, False, 0),
        (MISSING, MISSING, True, 0),
        (PARTIAL, PARTIAL, True, 0),
        (MISSING, PARTIAL, True, 1),
        (MISSING, MET, False, 1),
        (PARTIAL, MET, False, 1),
    ],
)
def test_what_is_worse_is_new(before: Verdict | None, now: Verdict, known: bool, mended: int, tmp_path: Path) -> None:
    old = (replace(ITEM, verdict=before),) if before else ()
    item = replace(ITEM, verdict=now)
    got = compare((item,), (), FACTS, loaded(tmp_path, earlier(*old)))
    assert got == Compared((replace(item, known=known),), (), mended)


def test_what_was_waived_then_does_not_outlive_the_waiver(tmp_path: Path) -> None:
    before = loaded(tmp_path, earlier(replace(ITEM, waiver=WAIVER), findings=(replace(FINDING, waiver=WAIVER),)))
    assert compare((ITEM,), (FINDING,), FACTS, before) == Compared((ITEM,), (FINDING,))


def test_what_is_waived_now_is_not_called_mended(tmp_path: Path) -> None:
    item, finding = replace(ITEM, waiver=WAIVER), replace(FINDING, waiver=WAIVER)
    before = loaded(tmp_path, earlier(ITEM, findings=(FINDING,)))
    assert compare((item,), (finding,), FACTS, before) == Compared((item,), (finding,))


MOVED = replace(FINDING, place=replace(PLACE, line=90))


@pytest.mark.parametrize(
    ("now", "known", "mended"),
    [
        ((replace(FINDING, rule="rate"),), [False], 1),
        ((replace(FINDING, quote="2022年安排"),), [False], 1),
        ((FINDING, MOVED), [True, False], 0),
        ((), [], 1),
        ((FINDING,), [True], 0),
        ((MOVED,), [True], 0),
        ((replace(FINDING, quote="２０２３年 安排"),), [True], 0),
    ],
)
def test_a_finding_is_known_by_rule_and_words(
    now: tuple[Finding, ...], known: list[bool], mended: int, tmp_path: Path
) -> None:
    got = compare((), now, FACTS, loaded(tmp_path, earlier(findings=(FINDING,))))
    assert ([finding.known for finding in got.findings], got.mended) == (known, mended)


def test_personal_numbers_are_compared_as_they_are_printed(tmp_path: Path) -> None:
    before = loaded(tmp_path, earlier(findings=(replace(FINDING, quote="电话138****8000"),)))
    assert compare((), (replace(FINDING, quote="电话13800138000"),), FACTS, before).findings[0].known


def test_a_question_is_neither_known_nor_mended(tmp_path: Path) -> None:
    question = replace(FINDING, severity="info")
    before = loaded(tmp_path, earlier(findings=(question,)))
    assert compare((), (), FACTS, before).mended == 0
    assert not compare((), (question,), FACTS, before).findings[0].known


def test_what_was_not_read_is_not_mended(tmp_path: Path) -> None:
    before = loaded(tmp_path, earlier(result("study", MISSING), ITEM, findings=(FINDING,)))
    items = (result("study", MET), replace(ITEM, verdict=UNJUDGED))
    assert compare(items, (), FACTS, before).mended == 0


SOME = st.lists(
    st.builds(
        lambda name, verdict: result(name, verdict, 10, required=True),
        st.sampled_from(["causes", "study", "title"]),
        st.sampled_from([MET, PARTIAL, MISSING]),
    ),
    min_size=1,
    unique_by=lambda item: item.id,
).map(tuple)
WORDS = st.lists(st.sampled_from("甲乙丙"), max_size=4).map(
    lambda quotes: tuple(replace(FINDING, quote=quote) for quote in quotes)
)


@given(SOME, WORDS, SOME, WORDS)
def test_only_what_is_new_fails(
    tmp_path_factory: pytest.TempPathFactory,
    items: tuple[ItemResult, ...],
    findings: tuple[Finding, ...],
    old_items: tuple[ItemResult, ...],
    old_findings: tuple[Finding, ...],
) -> None:
    folder = tmp_path_factory.mktemp("b")
    unchanged = compare(items, findings, FACTS, loaded(folder, earlier(*items, findings=findings)))
    assert gate(unchanged.items, unchanged.findings, score(items), "warning").passed
    assert unchanged.mended == 0
    got = compare(items, findings, FACTS, loaded(folder, earlier(*old_items, findings=old_findings)))
    new = Counter(f.quote for f in findings) - Counter(f.quote for f in old_findings)
    assert Counter(f.quote for f in got.findings if not f.known) == new
    assert [replace(i, known=False) for i in got.items] == list(items)
    assert score(got.items) == score(items)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "不是 JSON"),
        ("{", "不是 JSON"),
        ("[" * 100_000, "不是 JSON"),
        ("[]", "不是 lawgov-check 的结果"),
        ("null", "不是 lawgov-check 的结果"),
        ("{}", "不是 lawgov-check 的结果"),
        ('{"tool": {"name": "other"}}', "不是 lawgov-check 的结果"),
        (
            written(FAILED).replace('"lawgov-check", "version"', '"lawgov", "version"'),
            "不是 lawgov-check 的结果",
        ),
        (written(FAILED).replace('"verdict": "missing"', '"verdict": "absent"'), "不是 lawgov-check 的结果"),
        (written(FAILED).replace('"items": [', '"elements": ['), "不是 lawgov-check 的结果"),
        (written(FAILED).replace('"schema_version": 1', '"schema_version": 2'), "的版本是 2，只能用 1"),
        (written(FAILED).replace('"id": "annual-report"', '"id": "other"'), "用的是另一份清单（other）"),
        (written(FAILED, complete=False), "不完整：那一次检查中途停止了"),
    ],
)
def test_what_is_no_baseline(text: str, message: str, tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(text, "utf-8")
    with pytest.raises(UserError) as caught:
        load(str(path), "annual-report")
    assert caught.value.message == f"基线 {path} {message}"
    assert caught.value.hint == "用现在的版本重新生成：lawgov-check 报告 -o 基线.json"


def test_a_baseline_is_known_by_the_version_that_is_written() -> None:
    assert json.loads(written(FAILED))["schema_version"] == SCHEMA_VERSION == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_baseline_may_come_through_a_windows_shell(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "b.json").write_bytes(written(earlier(ITEM)).encode(encoding))
    assert load(str(tmp_path / "b.json"), "annual-report") == loaded(tmp_path, earlier(ITEM))


def test_a_folder_is_no_baseline(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="读不了基线"):
        load(str(tmp_path), "annual-report")
