"""The command for those who write rules: what it refuses, prints and writes."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from checklist import loading
from checklist.errors import Fault
from checklist.model import Examples, FoundIn, Item, Rulebook
from checklist.phrases import parse
from checklist.profile import Profile
from checklist.rule import RuleExamples
from evaluator import rules_cli
from evaluator.console.layout import cells

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*args: str) -> tuple[int, str, str]:
        code = rules_cli.main(args)
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


@pytest.mark.parametrize(
    ("args", "message"),
    [
        ([], "后面要写一个子命令：lint、test、list、explain、docs、schema"),
        (["lnit"], "没有 lnit 这个子命令，是不是 lint？\n  提示：用 "),
        (["nothing"], "没有 nothing 这个子命令，只能是：lint、test、list、explain、docs、schema"),
        (["lint", "没有.yaml"], "路径“没有.yaml”打不开（文件或文件夹不存在）\n  提示：请核对路径"),
        (["measure", "没有"], "文件夹“没有”打不开"),
        (["test", "本市.yaml"], "给出的参数太多"),
        (["outline", "--level"], "--level 后面要写级别"),
        (["outline", "--level", "county"], "没有给出 --year 年度"),
        (["explain"], "没有给出编号"),
        (
            ["explain", "recitfication"],
            "没有编号为“recitfication”的要素或核查规则\n  提示：是不是 rectification",
        ),
        (["list", "--profile", "mars"], "没有名为“mars”的适用方案"),
    ],
)
def test_wrong_use(run: Run, args: list[str], message: str) -> None:
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert err.startswith(f"错误：{message}")


@pytest.mark.parametrize(
    ("args", "lacking", "written"),
    [
        (["explain"], "编号", "explain 编号"),
        (["measure"], "文件夹", "measure 文件夹"),
        (["learn"], "文件夹", "learn 文件夹 --output 文件夹"),
        (["learn", "."], " --output 文件夹", "learn 文件夹 --output 文件夹"),
        (["outline"], " --level 级别", "outline --level 级别 --year 年度"),
    ],
)
def test_what_is_not_given_is_told_with_how_to_write_it(
    run: Run, args: list[str], lacking: str, written: str
) -> None:
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert err.startswith(f"错误：没有给出{lacking}\n  提示：写成 ")
    assert f" {written}；用 " in err and err.endswith(" --help 看用法\n")


@pytest.mark.usefixtures("small_rules")
def test_what_only_another_profile_asks_is_explained(run: Run, tmp_path: Path) -> None:
    item = """items:
  - id: fund
    title: 经费
    asks: 经费多少
    basis: [{norm: supervision-rules}]
    weight: 0
    required: false
    found_in: {roles: [done], passages: [经费]}
    advice: 写明数额
    examples: {met: [经费3万元。], partial: [保障经费。], missing: [开展宣传。]}
profiles:
  - {id: city, title: 本市, extends: national, adds: [fund]}
"""
    (tmp_path / "city.yaml").write_text(item, "utf-8")
    code, out, _ = run("explain", "fund", "--rules", str(tmp_path / "city.yaml"))
    assert (code, out.splitlines()[0]) == (0, "### fund 经费")
    assert run("explain", "fund")[0] == 2


def test_rules_without_faults(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "lint", lambda _: ())
    assert run("lint") == (0, "没有问题\n", "")


def test_every_fault_is_printed(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = (Fault("a.yaml", 3, 5, "不认识的键", "是不是 title？"), Fault("b.yaml", 1, 1, "没有编号"))
    monkeypatch.setattr(loading, "lint", lambda _: faults)
    expected = "a.yaml:3:5: 不认识的键\n  提示：是不是 title？\nb.yaml:1:1: 没有编号\n共 2 处问题\n"
    assert run("lint") == (2, expected, "")


def rulebook(examples: Examples) -> Rulebook:
    found_in = FoundIn(roles=("done",), headings=(parse("整改"),))
    item = Item("study", "学习", "怎样学习", (), 6, False, "写学习", found_in=found_in, examples=examples)
    return Rulebook("r", "1", "年度报告", (), (), (item,), (), (Profile("national", "全国"),), ())


def test_examples_that_are_judged_otherwise(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = Examples(met=("修剪了树木。",), missing=("修剪了树木。", "召开了会议。"))
    monkeypatch.setattr(loading, "rulebook", lambda _: rulebook(examples))
    code, out, err = run("test")
    assert (code, err) == (1, "")
    assert out.startswith("× study  学习  examples.met 第 1 条\n    结论  应判具备，判成了缺失\n")
    assert "    例文  修剪了树木。\n" in out
    assert out.endswith("例文 3 条，判对 2 条，判错 1 条\n")


def test_examples_in_which_a_rule_finds_otherwise(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    examples = RuleExamples(found=("召开会议4次。",), clean=("召开会议XX次。", "召开会议4次。"))
    rule = replace(next(rule for rule in loading.load().rules if rule.id == "placeholder"), examples=examples)
    monkeypatch.setattr(loading, "rulebook", lambda _: replace(rulebook(Examples()), rules=(rule,)))
    code, out, err = run("test")
    assert (code, err) == (1, "")
    assert f"× placeholder  {rule.title}  examples.found 第 1 条\n    结论  应当找出问题，结果：没有找出\n" in out
    assert f"× placeholder  {rule.title}  examples.clean 第 1 条\n    结论  不应当找出问题，结果：“XX”\n" in out
    assert out.endswith("例文 3 条，判对 1 条，判错 2 条\n")


def test_rules_without_examples_prove_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "rulebook", lambda _: rulebook(Examples()))
    code, out, err = run("test")
    assert (code, out) == (2, "")
    assert err.startswith("错误：规则里没有例文")


def test_list_names_everything(run: Run) -> None:
    code, out, _ = run("list")
    checklist = loading.load()
    assert code == 0
    for entry in (*checklist.items, *checklist.rules, *loading.profiles()):
        assert entry.id in out and entry.title in out


def test_explain_and_schema(run: Run) -> None:
    assert "上年度问题整改情况" in run("explain", "rectification")[1]
    schema = json.loads(run("schema")[1])
    assert schema["$schema"].startswith("https://json-schema.org/")


def test_docs_writes_beside_the_rules(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "rebuild", lambda folder: (folder / "built.json", folder / "README.md"))
    expected = f"已写入 {tmp_path / 'built.json'}\n已写入 {tmp_path / 'README.md'}\n"
    assert run("docs", str(tmp_path)) == (0, expected, "")


@pytest.mark.usefixtures("small_rules")
def test_docs_changes_no_installed_copy_unasked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "rebuild", None)
    code, out, err = run("docs")
    assert (code, out) == (2, "")
    assert err.startswith("错误：现在运行的是装好的一份")
    assert "lawgov-rules docs rules" in err


def test_docs_renews_the_clone_that_runs(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loading, "rebuild", lambda folder: (folder / "built.json",))
    assert run("docs") == (0, f"已写入 {loading.RULES / 'built.json'}\n", "")


def test_docs_where_nothing_can_be_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(loading, "rebuild", refuse)
    assert run("docs", str(tmp_path))[2].startswith(f"错误：写不了 {tmp_path}（没有权限）")


@pytest.mark.parametrize("command", [(), *((name,) for name in rules_cli.command.commands)])
def test_help_fits(run: Run, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    code, out, _ = run(*command, "--help")
    assert code == 0
    assert [line for line in out.splitlines() if cells(line) > 80] == []
