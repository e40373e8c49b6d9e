"""--waivers and --baseline through the command: exit codes, what is shown, and what is said at the end."""

import json
import multiprocessing
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from assessments import FAILED, FINDING, PASSED, UNJUDGED, result

from checklist.loading import load
from checklist.waivers import Waiver
from evaluator import cli, evaluation, output
from evaluator.assessment import Assessment, Gate, Outcome, Verdict, Waiving
from evaluator.console.terminal import Screen
from evaluator.evaluation import Options, evaluate
from evaluator.output.text import TextRenderer
from evaluator.run import Run as Many
from evaluator.run import Summary
from evaluator.running.reminding import Reminders

ROOT = Path(__file__).parent.parent
DRAFTS = ROOT / "examples" / "drafts"
SCHEMA = json.loads((Path(output.__file__).parent / "schema.json").read_text("utf-8"))
GAPS = (DRAFTS / "with-gaps.txt").read_text("utf-8")
REQUIRED = ("first-responsible", "rectification", "causes")
Command = Callable[..., tuple[int, str, str]]


def entry(accepts: str, report: str = "镇.txt", expires: str = "2999-12-31", more: str = "") -> str:
    return f"  - {{accepts: {accepts}, report: '{report}', reason: 并稿, approver: 王某, expires: {expires}{more}}}\n"


@pytest.fixture
def command(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs the command beside 镇.txt, which has gaps, and 县.txt, which has none."""
    monkeypatch.chdir(tmp_path)
    Path("镇.txt").write_text(GAPS, "utf-8")
    Path("县.txt").write_text((DRAFTS / "complete.txt").read_text("utf-8"), "utf-8")

    def command(*args: str, waivers: str = "") -> tuple[int, str, str]:
        if waivers:
            Path("w.yaml").write_text("waivers:\n" + waivers, "utf-8")
            args = ("--waivers", "w.yaml", *args)
        code = cli.main(args)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return command


def reported(text: str) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(text)
    jsonschema.Draft202012Validator(SCHEMA).validate(parsed)
    return parsed


ALL = "".join(map(entry, REQUIRED))


@pytest.mark.parametrize(
    ("waivers", "args", "code"),
    [
        ("  []\n", (), 1),
        (entry("causes"), (), 1),
        (ALL.replace("2999-12-31", "2020-01-01", 1), (), 1),
        (ALL.replace("镇.txt", "县.txt"), (), 1),
        (ALL, ("--fail-on", "partial"), 1),
        (ALL, ("--fail-under", "60"), 1),
        (ALL, (), 0),
        (ALL, ("县.txt", "-j", "2"), 0),
        (ALL + entry("title") + entry("shortcomings"), ("--fail-on", "partial"), 0),
    ],
)
def test_exit_codes(waivers: str, args: tuple[str, ...], code: int, command: Command) -> None:
    assert command("镇.txt", *args, waivers=waivers)[0] == code


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (("--waivers", "没有.yaml"), "错误：--waivers 指的“没有.yaml”打不开（文件或文件夹不存在）"),
        (("--baseline", "没有.json"), "错误：--baseline 指的“没有.json”打不开（文件或文件夹不存在）"),
        (("--baseline", "镇.txt"), "错误：基线 镇.txt 不是 JSON"),
        (("--waivers", "镇.txt"), "错误：豁免文件有 1 处问题，没有检查\n镇.txt:1:1: "),
    ],
)
def test_what_cannot_be_used_is_told_before_anything_runs(args: tuple[str, ...], said: str, command: Command) -> None:
    code, out, err = command("镇.txt", *args, "-o", "o.json")
    assert (code, out, err[: len(said)]) == (2, "", said)
    assert not Path("o.json").exists()


def test_every_fault_of_a_waiver_file_is_told(command: Command) -> None:
    code, out, err = command("镇.txt", waivers=entry("cause") + entry("rate", expires="明年"))
    assert (code, out) == (2, "")
    assert err == (
        "错误：豁免文件有 2 处问题，没有检查\n"
        "w.yaml:2:15: 第 1 个豁免：accepts：没有编号为“cause”的要素或核查规则\n  提示：是不是 causes？\n"
        "w.yaml:3:73: 第 2 个豁免：expires：“明年”不是日期\n  提示：写成 2024-01-31\n"
    )


def test_what_is_waived_stays_what_it_is_in_the_data(command: Command) -> None:
    before = reported(command("镇.txt", "-f", "json")[1])["reports"][0]
    after = reported(command("镇.txt", "-f", "json", waivers=ALL)[1])["reports"][0]
    waivers = {item["id"]: item.pop("waiver") for item in after["items"]}
    decision = {"reason": "并稿", "approver": "王某", "expires": "2999-12-31"}
    assert {name: waiver for name, waiver in waivers.items() if waiver} == dict.fromkeys(REQUIRED, decision)
    for item in before["items"]:
        del item["waiver"]
    assert before.pop("gate")["passed"] is False
    assert after.pop("gate") == {"passed": True, "reasons": []}
    assert after == before


def test_what_is_waived_is_shown(command: Command) -> None:
    said = "（已豁免：并稿；王某；到 2999-12-31）"
    _, full, err = command("镇.txt", waivers=ALL)
    assert err == ""
    assert full.count(f"结论  × 缺失{said}") == 3
    assert "门槛  √ 通过\n      已豁免 3 处，仍列在下面\n" in full
    assert "× 缺失 7 项" in full
    _, brief, _ = command("镇.txt", "县.txt", waivers=ALL)
    assert "已豁免：并稿；王某；到 2999-12-31" in brief
    assert "    得分    结论  缺失  不完整  豁免  文件\n    46.5    通过     7       4     3  镇.txt\n" in brief


FINDING_WAIVER = entry("plan-year", more=", quote: 2023年")
WRONG_YEAR = GAPS.replace("2025年工作打算", "2023年工作打算")


def test_a_finding_is_waived(command: Command) -> None:
    Path("镇.txt").write_text(WRONG_YEAR, "utf-8")
    found = [f["rule"] for f in reported(command("镇.txt", "-f", "json")[1])["reports"][0]["findings"]]
    assert "plan-year" in found
    assert command("镇.txt", "--fail-on", "error", waivers=ALL)[0] == 1
    code, out, err = command("镇.txt", "--fail-on", "error", waivers=ALL + FINDING_WAIVER)
    assert (code, err) == (0, "")
    assert "结论  × 错误（已豁免：并稿；王某；到 2999-12-31）" in out
    _, brief, _ = command("镇.txt", "县.txt", waivers=ALL + FINDING_WAIVER)
    assert "1 处（1 处已豁免：并稿；王某；到 2999-12-31）" in brief


def test_the_day_is_told_from_outside() -> None:
    waiver = Waiver("causes", "*", "a", "b", date(2026, 6, 30), origin="w.yaml:2")
    options = Options(waivers=(waiver,), today=date(2026, 6, 30))
    for today, holds in ((date(2026, 6, 30), True), (date(2026, 7, 1), False)):
        got = evaluate(GAPS.encode(), "a.txt", load(), replace(options, today=today))
        assert [item.waiver for item in got.items if item.id == "causes"] == [waiver if holds else None]
        assert ("waiver-expired" in [note.code for note in got.notes]) is not holds
    assert Options().today == date.today()


def test_numbers_of_persons_in_a_waiver_are_covered(command: Command) -> None:
    waivers = ALL.replace("王某", "王某13800138000").replace("2999-12-31", "2020-01-01", 1)
    for args in (("镇.txt",), ("镇.txt", "县.txt"), ("镇.txt", "-f", "json")):
        _, out, err = command(*args, waivers=waivers)
        assert "138****8000" in out
        assert "13800138000" not in out + err


EXPIRED = "注意：豁免已过期（2020-01-01 到期）：w.yaml:2：causes，镇.txt，已重新计入\n"
GONE = "注意：豁免没有用上：w.yaml:2：study，县.txt，报告里没有这个问题\n"
ABSENT = "注意：豁免没有用上：w.yaml:2：causes，乡.txt，没有检查到这份报告\n"


@pytest.mark.parametrize("jobs", ["1", "2"])
@pytest.mark.parametrize(
    ("waivers", "said"),
    [
        (entry("causes"), ""),
        (entry("causes", "*"), ""),
        (entry("causes", expires="2020-01-01"), EXPIRED),
        (entry("study", "县.txt"), GONE),
        (entry("causes", "乡.txt"), ABSENT),
        (entry("causes", "乡.txt", "2020-01-01"), ABSENT),
    ],
)
def test_what_did_nothing_is_told(waivers: str, said: str, jobs: str, command: Command) -> None:
    code, _, err = command("镇.txt", "县.txt", "-j", jobs, waivers=waivers)
    assert code == 1
    assert "".join(line for line in err.splitlines(True) if not line.startswith("  提示：")) == said
    assert err.count("  提示：") == bool(said)


def test_of_a_report_that_was_not_judged_nothing_is_said(command: Command) -> None:
    Path("空.txt").write_bytes(b"")
    code, _, err = command("空.txt", waivers=entry("causes", "空.txt") + entry("causes", "某县"))
    assert code == 3
    assert err.startswith(
        "注意：豁免没有用上：w.yaml:3：causes，某县，没有检查到这份报告，也可能是没能判定的 1 份之一\n"
    )
    assert err.count("注意") == 1


@pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork", reason="a stage replaced here is replaced in a forked process only"
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_an_interrupted_run_says_nothing_of_what_it_did_not_see(
    jobs: str, command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    understand = evaluation.understand

    def stop(*args: Any, **more: Any) -> Any:
        if "云溪" in args[0].text:
            raise KeyboardInterrupt
        return understand(*args, **more)

    monkeypatch.setattr(evaluation, "understand", stop)
    waivers = entry("causes", "县.txt") + entry("study", "乡.txt") + entry("causes", expires="2020-01-01")
    code, _, err = command("镇.txt", "县.txt", "-j", jobs, waivers=waivers)
    assert code == 130
    assert "没有用上" not in err
    assert "豁免已过期（2020-01-01 到期）：w.yaml:4：causes，镇.txt" in err


@pytest.mark.parametrize(
    ("outcomes", "complete", "count"),
    [
        ((), True, 1),
        ((), False, 0),
        ((Outcome.IDLE,), True, 1),
        ((Outcome.IDLE, Outcome.IDLE), True, 1),
        ((Outcome.IDLE,), False, 0),
        ((Outcome.UNJUDGED,), True, 0),
        ((Outcome.IDLE, Outcome.UNJUDGED), True, 0),
        ((Outcome.USED, Outcome.IDLE), True, 0),
        ((Outcome.EXPIRED, Outcome.IDLE), True, 1),
        ((Outcome.EXPIRED,), False, 1),
    ],
)
def test_a_waiver_of_several_reports(outcomes: tuple[Outcome, ...], complete: bool, count: int) -> None:
    reminders = Reminders((Waiver("causes", "*", "a", "b", date(2020, 1, 1)),))
    for outcome in outcomes:
        reminders.add(replace(PASSED, waivings=(Waiving(0, outcome),)))
    assert len([*reminders.said(Summary(complete=complete))]) == count


def test_a_baseline_lets_only_what_is_new_fail(command: Command) -> None:
    assert command("镇.txt", "县.txt", "-o", "基线.json")[0] == 1
    code, out, err = command("镇.txt", "--baseline", "基线.json")
    assert (code, err) == (0, "")
    assert out.count("结论  × 缺失（基线已有）") == 7
    assert "基线已有的问题 11 处，不影响能否通过" in out
    assert command("镇.txt", "--baseline", "基线.json", "--fail-on", "warning")[0] == 0
    assert command("镇.txt", "--baseline", "基线.json", "--fail-under", "60")[0] == 1
    worse = GAPS.replace("下一步，将推动调解室进网格。", "")
    Path("镇.txt").write_text(worse[: worse.index("　　三、2025年工作打算")], "utf-8")
    code, out, _ = command("镇.txt", "--baseline", "基线.json")
    assert code == 1
    assert "必备要素缺失：下一年度安排\n" in out


def test_a_baseline_that_could_shrink_says_so(command: Command) -> None:
    command("镇.txt", "县.txt", "-o", "基线.json")
    better = GAPS.replace("需要在今后工作中不断改进。", "执法人员只有3名，全年2件案件超期，原因是编制没有增加。")
    Path("镇.txt").write_text(better, "utf-8")
    code, out, err = command("镇.txt", "县.txt", "--baseline", "基线.json", "-f", "json")
    assert code == 0
    notes = [note["message"] for report in reported(out)["reports"] for note in report["notes"]]
    assert "基线里的问题有 2 处已改好" in notes
    assert err == (
        "注意：基线可以更新：有 2 处已改好\n"
        "  提示：确认没有新的问题后，用 -o 存下的 JSON 结果替换基线，免得改好的再出现\n"
    )


def test_the_baseline_may_be_the_file_that_is_written(command: Command) -> None:
    command("镇.txt", "-o", "基线.json")
    assert command("镇.txt", "--baseline", "基线.json", "-o", "基线.json")[0] == 0
    assert command("镇.txt", "--baseline", "基线.json")[0] == 0


ACCEPTED = replace(
    FAILED,
    gate=Gate(True),
    items=(
        result("title", Verdict.MET, 3),
        result(
            "causes",
            Verdict.MISSING,
            8,
            required=True,
            waiver=Waiver("causes", "甲.txt", "合并行文", "王某", date(2026, 12, 31)),
        ),
        result("rectification", Verdict.MISSING, 12.5, required=True, known=True),
        result("study", Verdict.PARTIAL, 6, known=True),
    ),
    findings=(
        replace(FINDING, waiver=Waiver("plan-year", "甲.txt", "照抄原文", "王某", date(2026, 12, 31))),
        replace(FINDING, known=True),
        FINDING,
    ),
)


@pytest.mark.parametrize(("name", "given"), [("one", (ACCEPTED,)), ("several", (ACCEPTED, PASSED, UNJUDGED))])
def test_snapshot(name: str, given: tuple[Assessment, ...], update_snapshots: bool) -> None:
    renderer, summary = TextRenderer(Many(load(), len(given)), Screen(80)), Summary()
    got = renderer.begin()
    for assessment in given:
        got += renderer.add(assessment)
        summary = summary.plus(assessment)
    got += renderer.end(summary)
    path = Path(__file__).parent / "snapshots" / f"text-accepted-{name}.txt"
    if update_snapshots:
        path.write_text(got, "utf-8")
    assert got == path.read_text("utf-8")
    got.encode("gbk")
