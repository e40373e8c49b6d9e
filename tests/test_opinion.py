"""The opinion: what it concludes, that it says what the assessment says, and how it looks on paper."""

import json
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from assessments import CHECKLIST, FAILED, FINDING, PASSED, UNJUDGED, result
from hypothesis import given, settings
from hypothesis import strategies as st
from offices import needs_office
from papers import opened, pages, rows, shown
from rendering import written_by

from checklist.loading import load
from checklist.waivers import Waiver
from evaluator import cli
from evaluator.assessment import SHOWN, Assessment, Finding, ItemResult, Verdict
from evaluator.console.terminal import FILE
from evaluator.evaluation import Options, evaluate
from evaluator.gate.scoring import FAIL_ON, gate, score
from evaluator.output.opinion import OpinionRenderer
from evaluator.output.opinion.concluding import Conclusion, conclude
from evaluator.presenting.placing import where
from evaluator.run import Run

ROOT = Path(__file__).parent.parent
SNAPSHOTS = Path(__file__).parent / "snapshots"
DAY = date(2025, 2, 10)
WAIVER = Waiver("causes", "甲.txt", "当年机构改革", "王局长", date(2027, 3, 1))
MET, PARTIAL, MISSING = Verdict.MET, Verdict.PARTIAL, Verdict.MISSING


def opinion(*assessments: Assessment, of: int = 0) -> bytes:
    renderer = OpinionRenderer(Run(CHECKLIST, of or len(assessments), day=DAY), FILE)
    return written_by(renderer, *assessments, complete=not of)


def judged(
    items: tuple[ItemResult, ...],
    findings: tuple[Finding, ...] = (),
    fail_on: str = "missing",
    under: float | None = None,
) -> Assessment:
    earned = score(items)
    passes = gate(items, findings, earned, fail_on, under)
    return replace(FAILED, items=items, findings=findings, score=earned, gate=passes)


def required(*verdicts: Verdict, **more: object) -> tuple[ItemResult, ...]:
    """Required items with these verdicts, and so much else that is there that the score stays above 60."""
    items = [result(f"r{n}", verdict, 1, required=True, **more) for n, verdict in enumerate(verdicts)]
    return (*items, result("rest", MET, 90))


ERROR = replace(FINDING, severity="error")
WARNING = replace(FINDING, severity="warning")


@pytest.mark.parametrize(
    ("assessment", "expected", "reasons"),
    [
        (UNJUDGED, Conclusion.NONE, ("无法判定：空文件",)),
        (judged((result("sign-off", Verdict.MANUAL, 0),)), Conclusion.NONE, ("没有可以评分的要素",)),
        (judged(required(MISSING, MISSING, MISSING)), Conclusion.SEND_BACK, ("必备要素缺失：要素r0、要素r1、要素r2",)),
        (
            judged((result("a", MISSING, 41), result("b", MET, 59)), fail_on="never"),
            Conclusion.SEND_BACK,
            ("得分低于60分",),
        ),
        (
            judged(required(MISSING, MISSING, MISSING), fail_on="never"),
            Conclusion.SEND_BACK,
            ("必备要素缺失：要素r0、要素r1、要素r2",),
        ),
        (judged(required(MISSING, MISSING)), Conclusion.MEND, ("必备要素缺失：要素r0、要素r1",)),
        (judged(required(MISSING), fail_on="never"), Conclusion.MEND, ("必备要素缺失：要素r0",)),
        (judged(required(PARTIAL)), Conclusion.MEND, ("必备要素不完整：要素r0",)),
        (judged(required(MET), (ERROR,)), Conclusion.MEND, ("文字核查发现错误 1 处",)),
        (judged(required(MET), (WARNING,), "warning"), Conclusion.MEND, ("文字核查发现警告 1 处",)),
        (
            judged((*required(MET), result("c", MISSING, 9)), under=95),
            Conclusion.MEND,
            ("得分 91.0，低于要求的 95",),
        ),
        (judged(required(MET), (WARNING,)), Conclusion.PUBLISH, ()),
        (judged((result("a", MISSING, 40), result("b", MET, 60))), Conclusion.PUBLISH, ()),
        (judged(required(MET, MET)), Conclusion.PUBLISH, ()),
    ],
)
def test_conclusion(assessment: Assessment, expected: Conclusion, reasons: tuple[str, ...]) -> None:
    concluded = conclude(assessment)
    assert (concluded.conclusion, concluded.reasons) == (expected, reasons)


@pytest.mark.parametrize("accepted", [{"waiver": WAIVER}, {"known": True}], ids=["waived", "known"])
def test_what_is_accepted_counts_neither_way(accepted: dict[str, Any]) -> None:
    items = required(MISSING, MISSING, MISSING, **accepted)
    report = judged(items, (replace(ERROR, **accepted),))
    assert report.gate.passed and conclude(report).conclusion is Conclusion.PUBLISH
    lone = judged((result("a", MISSING, 90, **accepted), result("b", MET, 10)))
    assert conclude(lone).conclusion is Conclusion.PUBLISH


def test_what_is_accepted_is_not_called_in_order() -> None:
    told = shown(opinion(judged((*required(MISSING, waiver=WAIVER), *required(PARTIAL, known=True)))))
    assert "建议公开。" in told and "。除已豁免和基线已有的外，必备要素没有缺失，也没有不完整的" in told
    assert "除" not in shown(opinion(judged(required(MET)))).partition("二、主要问题")[0]


STRICT = ("never", "missing", "partial", "warning")
MILDEST = [Conclusion.PUBLISH, Conclusion.MEND, Conclusion.SEND_BACK]


@settings(deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from([MET, PARTIAL, MISSING]), st.booleans()), min_size=1, max_size=9),
    st.lists(st.sampled_from(["error", "warning", "info"]), max_size=3),
    st.sampled_from([None, 50.0, 99.0]),
)
def test_the_gate_is_never_contradicted(
    verdicts: list[tuple[Verdict, bool]], severities: list[str], under: float | None
) -> None:
    items = tuple(result(f"i{n}", verdict, 5, required=must) for n, (verdict, must) in enumerate(verdicts))
    findings = tuple(replace(FINDING, severity=severity) for severity in severities)
    for fail_on in FAIL_ON:
        assessment = judged(items, findings, fail_on, under)
        assert assessment.gate.passed or conclude(assessment).conclusion is not Conclusion.PUBLISH
    ranks = [MILDEST.index(conclude(judged(items, findings, fail_on, under)).conclusion) for fail_on in STRICT]
    assert ranks == sorted(ranks)


def waived() -> Assessment:
    items = tuple(replace(i, waiver=WAIVER) if i.id == "causes" else i for i in FAILED.items)
    passes = replace(FAILED.gate, reasons=("必备要素缺失：要素rectification",))
    findings = (FINDING, replace(FINDING, severity="info", waiver=WAIVER))
    return replace(FAILED, items=items, findings=findings, gate=passes)


@pytest.mark.parametrize(
    ("name", "given_"),
    [("waived", (waived(),)), ("unjudged", (UNJUDGED,)), ("several", (PASSED, FAILED))],
)
def test_snapshot(name: str, given_: tuple[Assessment, ...], update_snapshots: bool) -> None:
    path = SNAPSHOTS / f"opinion-{name}.txt"
    got = shown(opinion(*given_))
    if update_snapshots:
        path.write_text(got, "utf-8")
    assert got == path.read_text("utf-8")


@pytest.mark.parametrize("draft", ["with-gaps", "complete"])
def test_it_says_what_the_assessment_says(draft: str) -> None:
    data = (ROOT / f"examples/drafts/{draft}.txt").read_bytes()
    assessment = evaluate(data, f"{draft}.txt", load(), Options())
    written = opinion(assessment)
    annex = rows(written)[-1][1:]
    assert len(annex) == len(assessment.items)
    for row, item in zip(annex, assessment.items, strict=True):
        assert row[1:4] == [item.title, "是" if item.required else "", " ".join(SHOWN[item.verdict])]
        assert row[4] == ("—" if item.verdict is Verdict.MANUAL else f"{item.earned:g}/{item.weight:g}")
        assert row[5] in {"—", *(where(evidence.place) for evidence in item.evidence)}
        assert (row[5] == "—") == (not item.evidence) and item.reason in row[6]
    text = shown(written)
    assert assessment.score and f"得分{assessment.score.value:.1f}分（{assessment.score.grade}）" in text
    owed = [item for item in assessment.items if item.verdict in (MISSING, PARTIAL)]
    problems = [row for table in rows(written) if table[0][0] == "要素" for row in table[1:]]
    assert sorted(row[0].partition("．")[2] for row in problems) == sorted(
        item.title + ("（必备）" if item.required else "") for item in owed
    )
    for item in owed:
        assert item.advice in text and all(basis.norm in text for basis in item.basis)
    for finding in assessment.findings:
        assert finding.message in text and where(finding.place) in text


def test_missing_comes_before_incomplete() -> None:
    assessment = evaluate((ROOT / "examples/drafts/with-gaps.txt").read_bytes(), "a.txt", load(), Options())
    kinds = [row[1].partition("。")[0] for row in rows(opinion(assessment))[0][1:]]
    assert kinds == ["× 缺失"] * 7 + ["△ 不完整"] * 4


@needs_office
def test_two_pages_and_the_annex() -> None:
    assessment = evaluate((ROOT / "examples/drafts/with-gaps.txt").read_bytes(), "with-gaps.txt", load(), Options())
    printed = pages(opinion(assessment))
    assert len(printed) == 3
    assert "审查人：" in printed[1] and printed[2].startswith("附") and "— 3 —" in printed[2]


@needs_office
def test_each_opinion_begins_on_a_page_1() -> None:
    first = [page for page in pages(opinion(FAILED, PASSED, UNJUDGED)) if "— 1 —" in page]
    assert len(first) == 3 and all(page.startswith("法治政府建设年度报告审查意见书") for page in first)


def test_words_of_a_report_stay_words() -> None:
    hostile = '<w:fldSimple w:instr="DDE"/>{ INCLUDETEXT "x" }&amp;]]>\x1b[31m\u202e\x00\ufffe=1+1'
    facts = replace(FAILED.report, organ=hostile, title=hostile, path=f"{hostile}.txt")
    items = tuple(replace(item, reason=hostile, advice=hostile, title=hostile) for item in FAILED.items)
    findings = (replace(FINDING, message=hostile, quote=hostile, suggestion=hostile),)
    data = opinion(replace(FAILED, report=facts, items=items, findings=findings))
    body = zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()
    assert "fldSimple " not in body.replace("&lt;w:fldSimple ", "") and "instrText" not in body
    assert '<w:fldSimple w:instr="DDE"/>{ INCLUDETEXT "x" }&amp;]]>[31m=1+1' in shown(data)
    assert not {"\x1b", "\u202e", "\x00", "\ufffe"} & set(body)


def test_personal_numbers_are_covered() -> None:
    data = opinion(replace(FAILED, findings=(replace(FINDING, quote="电话13812345678", message="电话13812345678"),)))
    assert "13812345678" not in shown(data) and "138****5678" in shown(data)


def test_the_same_run_gives_the_same_bytes() -> None:
    data = opinion(FAILED, PASSED)
    assert data == opinion(FAILED, PASSED)
    assert {entry.date_time[:3] for entry in zipfile.ZipFile(BytesIO(data)).infolist()} == {(1980, 1, 1)}
    assert opened(data).core_properties.created.date() == DAY


def test_an_interrupted_run_says_so() -> None:
    assert "审查中途停止，共5份，只审查了前1份，其余的没有意见。" in shown(opinion(PASSED, of=5))
    assert "审查中途停止，共5份，只审查了前0份" in shown(opinion(of=5))


@pytest.mark.parametrize(
    ("args", "message", "hint"),
    [
        (["--opinion", "b.txt"], "不能把审查意见书保存为 b.txt：它是 Word 文档", "文件名请以 .docx 结尾"),
        (["--opinion", "b.docx", "--outline"], "--outline 只看读成了什么，不能与 --opinion 同用", "去掉其中一个"),
        (["--opinion", ""], "不能把审查意见书保存为 ：它是 Word 文档", "文件名请以 .docx 结尾"),
        (["--opinion", "./b.docx", "-o", "b.docx"], "-o 和 --opinion 写的是同一个文件", "请给其中一个换个文件名"),
        (["--opinion", "c/b.docx"], "不能写入 c/b.docx", "请先关闭打开着它的程序"),
    ],
)
def test_wrong_use(
    args: list[str],
    message: str,
    hint: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_bytes((ROOT / "examples/drafts/complete.txt").read_bytes())
    assert cli.main(["a.txt", *args]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and captured.err.startswith(f"错误：{message}") and f"提示：{hint}" in captured.err
    assert [file.name for file in tmp_path.iterdir()] == ["a.txt"]


def test_without_the_library_nothing_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("evaluator.official.requiring.find_spec", lambda _: None)
    target = tmp_path / "意见.docx"
    assert cli.main([str(ROOT / "examples/drafts/complete.txt"), "--opinion", str(target)]) == 2
    captured = capsys.readouterr()
    assert captured.out == "" and not list(tmp_path.iterdir())
    hint = "请在下载的程序文件夹里执行 pip install \".[office]\""
    assert captured.err.startswith(f"错误：要安装 python-docx 才能写 Word 文档\n  提示：{hint}")


def test_with_the_other_outputs_of_one_run(tmp_path: Path) -> None:
    target, data = tmp_path / "意见.docx", tmp_path / "结果.json"
    code = cli.main([str(ROOT / "examples/drafts"), "--opinion", str(target), "-o", str(data)])
    assert code == 1
    told = [p.text for p in opened(target.read_bytes()).paragraphs if p.text.startswith("送审单位：")]
    reports = json.loads(data.read_text("utf-8"))["reports"]
    assert told == [f"送审单位：{report['report']['organ']}" for report in reports]
