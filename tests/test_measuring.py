"""Figures of labelled reports: the Wilson interval, tables, JSON, what is kept for the handbook."""

import json
from pathlib import Path

import pytest

from checklist import loading, measured
from checklist.errors import UserError
from checklist.loading import load
from evaluator import rules_cli
from evaluator.assessment import Verdict
from evaluator.console.layout import cells
from evaluator.measuring.figures import Counts, Faults, Figures
from evaluator.measuring.figures_table import tables
from evaluator.measuring.keyword_baseline import WORDS, search
from evaluator.measuring.wilson import Share, wilson


# Newcombe 1998, table I, method 3, and the limits that follow from the formula.
@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (20, 20, 0.8389, 1.0),
        (1, 1, 0.2065, 1.0),
    ],
)
def test_the_wilson_interval(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.00005)


def test_of_no_cases_there_is_no_share() -> None:
    assert (Share().value, Share().interval) == (None, None)
    assert Share(1, 2) + Share(2, 2) == Share(3, 4)


def test_the_keyword_search_knows_nothing_but_words() -> None:
    checklist = load()
    answer = search("某县2024年报告\n没有什么原因\n", "甲.txt", checklist.items)
    found = {item.id: item.verdict for item in answer.items}
    assert set(found) == {item.id for item in checklist.items if not item.manual} >= set(WORDS)
    assert [name for name, verdict in found.items() if verdict is Verdict.MET] == ["causes"]
    evidence = next(item for item in answer.items if item.id == "causes").evidence[0]
    assert (evidence.quote, evidence.place.line, evidence.place.column) == ("原因", 2, 5)
    assert answer.report.year == 2024


@pytest.mark.parametrize("width", [80, 120])
def test_tables_fit(width: int) -> None:
    counts = Counts(hits=20, false_hits=3, missed=10, true_rest=900, agreed=800, at_line=Share(9, 11))
    names = ("first-responsible", "area-institutions")
    figures = Figures(130, dict.fromkeys(names, counts), {"late-publication": Faults(Share(1, 1))})
    shown = tables(figures, figures, width)
    assert [line for line in shown.splitlines() if cells(line) > width] == []
    assert "first-responsible" in shown and "0.87 0.74-0.94 40/46" in shown


def labelled(folder: Path, **elements: str) -> Path:
    text = (Path(__file__).parent.parent / "examples" / "drafts" / "with-gaps.txt").read_text("utf-8")
    (folder / "甲.txt").write_text(text, "utf-8")
    (folder / "甲.gold.json").write_text(json.dumps({"elements": elements}), "utf-8")
    return folder


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = labelled(tmp_path, measures="present", title="missing")
    assert rules_cli.main(["measure", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("有标注的报告 1 份，计入的标注 2 条\n")
    assert "结论一致" in shown and "甲.txt" in shown
    assert rules_cli.main(["measure", str(folder), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["reports"] == 1
    assert data["program"]["agreement"]["hits"] == 1
    assert data["program"]["missing"]["recall"] == {
        "hits": 0,
        "of": 1,
        "value": 0.0,
        "low": 0.0,
        "high": 0.7935,
    }
    assert data["baseline"]["items"]["title"]["labels"] == 1
    assert [difference["what"] for difference in data["differences"]] == ["title"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "错误：标注有 1 处问题，没有开始"),
        (["--date", "今天"], "错误：--date 不是日期：今天"),
        (["--update-rules", "--rules", "."], "错误：--update-rules 写的是自带规则的数字"),
    ],
)
def test_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    folder = labelled(tmp_path, stduy="present")
    assert rules_cli.main(["measure", str(folder), *options]) == 2
    assert capsys.readouterr().err.startswith(message)


def test_figures_are_kept_for_the_handbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = labelled(tmp_path, measures="present", title="missing")
    file = tmp_path / measured.FILE
    assert rules_cli.main(["measure", str(folder), "--write", str(file), "--date", "2025-01-31"]) == 0
    capsys.readouterr()
    version = load().version
    where = f"1 份有标注的报告（清单 {version}，2025-01-31）"
    assert measured.read(tmp_path)["measures"] == {
        "结论与标注一致": "1.00（1/1，95% 区间 0.21-1.00）",
        "测于": where,
    }
    assert measured.read(tmp_path)["title"]["判缺失的查全率"] == "0.00（0/1，95% 区间 0.00-0.79）"


def test_where_nothing_was_measured(tmp_path: Path) -> None:
    assert measured.read(tmp_path) == {}


@pytest.mark.parametrize("stored", ["{", "[]", '{"items": {"study": []}, "rules": {}}'])
def test_a_file_that_was_not_written_so(tmp_path: Path, stored: str) -> None:
    (tmp_path / measured.FILE).write_text(stored, "utf-8")
    with pytest.raises(UserError, match="读不懂"):
        measured.read(tmp_path)


def test_explain_tells_what_was_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(measured, "read", lambda _: {"study": {"测于": "9 份报告"}})
    assert rules_cli.main(["explain", "study"]) == 0
    assert "- 实测：测于 9 份报告\n" in capsys.readouterr().out


def test_the_rules_take_the_figures_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    written: list[Path] = []
    monkeypatch.setattr(loading, "rebuild", written.append)
    folder = labelled(tmp_path, study="present")
    rulebook = loading.rulebook()
    monkeypatch.setattr(loading, "rulebook", lambda _: rulebook)
    monkeypatch.setattr(loading, "RULES", rules)
    assert rules_cli.main(["measure", str(folder), "--update-rules"]) == 0
    capsys.readouterr()
    assert "study" in measured.read(rules)
    assert written == [rules]
