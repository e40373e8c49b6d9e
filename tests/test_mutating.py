"""Reports changed on purpose: what a checklist does not bear is told, and nothing else."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from changeable import TEXT, rulebook, words

from checklist.loading import load
from checklist.model import Checklist, Examples, FoundIn
from checklist.phrases import parse
from evaluator import rules_cli
from evaluator.assessment import Verdict
from evaluator.measuring.corpus import Report, reports
from evaluator.mutating.mutating import Failure, mutate

MET, MISSING = Verdict.MET, Verdict.MISSING


def checklist(*places: FoundIn) -> Checklist:
    return replace(load(), items=rulebook(*places).items, roles=(), vocabulary=None)


def labelled(folder: Path, *cuts: Mapping[str, object]) -> Report:
    (folder / "甲.txt").write_text(TEXT, "utf-8")
    labels = {"elements": {"study": "present"}, "cuts": cuts}
    (folder / "甲.gold.json").write_text(json.dumps(labels), "utf-8")
    return reports((folder,), ("study", "causes"))[0]


CUT = {"element": "study", "from": "（一）", "to": "（二）", "also": {"causes": "weak"}}


def test_an_item_that_is_found_without_its_passage(tmp_path: Path) -> None:
    weak = checklist(words("执法"), words("会议"))
    assert mutate(labelled(tmp_path, CUT), weak).failures == (
        Failure("按标注第 1 处删去一段（study）", "study", MET, MET),
        Failure("按标注第 1 处删去一段（study）", "causes", MET, MISSING),
    )


def test_an_item_that_hangs_on_the_number_of_its_heading(tmp_path: Path) -> None:
    weak = checklist(FoundIn(("done",), headings=(parse("二、存在"),)))
    assert mutate(labelled(tmp_path), weak).failures == (Failure("去掉标题编号", "study", MET, MISSING),)


def test_an_item_that_hangs_on_its_year(tmp_path: Path) -> None:
    weak = checklist(FoundIn(("done",), headings=(parse("2025年工作安排"),)))
    failed = [failure.mutation for failure in mutate(labelled(tmp_path), weak).failures]
    assert failed == [f"年份整体改为 {year} 年度" for year in (2021, 2022, 2023, 2025)]


def test_a_report_that_cannot_be_judged_is_told(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text("通知\n", "utf-8")
    mutated = mutate(Report(path), load())
    assert (mutated.mutations, mutated.failures) == (0, ())
    assert mutated.skipped.startswith("不是报告正文")


def test_a_sound_checklist_bears_every_mutation(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(TEXT, "utf-8")
    mutated = mutate(Report(path), load())
    assert (mutated.failures, mutated.skipped) == ((), "")
    assert mutated == mutate(Report(path), load())
    assert mutated.mutations > 20


def test_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    labelled(tmp_path, {**CUT, "also": {}})
    examples = Examples(met=("举办培训班2期。",))
    book = replace(rulebook(words("执法", "培训班"), examples=examples), roles=load().roles[:1])
    monkeypatch.setattr("checklist.loading.rulebook", lambda _: book)
    assert rules_cli.main(["test", "--mutate", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("例文 1 条，判对 1 条，判错 0 条\n\n× ")
    assert "    按标注第 1 处删去一段（study）  study：原判具备，变动后判具备\n" in out
    assert "判得不对 1 处\n" in out and "未起作用" in out


@pytest.fixture
def one_item(monkeypatch: pytest.MonkeyPatch) -> None:
    book = rulebook(words("培训班"), examples=Examples(met=("举办培训班2期。",)))
    monkeypatch.setattr("checklist.loading.rulebook", lambda _: book)


@pytest.mark.usefixtures("one_item")
def test_the_command_where_nothing_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "甲.txt").write_text(TEXT, "utf-8")
    assert rules_cli.main(["test", "--mutate", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "判得不对 0 处\n" in out
    assert out.endswith("词语 1 组，删去任何一组都有结论改变\n")


@pytest.mark.usefixtures("one_item")
def test_the_command_where_nothing_is_mutated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "甲.txt").write_text("通知\n", "utf-8")
    assert rules_cli.main(["test", "--mutate", str(tmp_path)]) == 2
    captured = capsys.readouterr()
    assert "没有变动：不是报告正文" in captured.out
    assert captured.err.startswith("错误：没有一份报告能判定")
