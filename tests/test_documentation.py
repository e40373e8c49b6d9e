"""What the documents say the program prints is what it prints; `pytest --update-snapshots` renews it."""

import re
from pathlib import Path

import pytest

from evaluator import cli, limits, rules_cli
from evaluator.reading import SUFFIXES

ROOT = Path(__file__).parent.parent
OUTPUTS = {
    "examples/outputs/complete.txt": ["examples/drafts/complete.txt"],
    "examples/outputs/with-gaps.txt": ["examples/drafts/with-gaps.txt"],
    "examples/outputs/with-gaps.json": ["--format", "json", "examples/drafts/with-gaps.txt"],
}


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.parametrize("name", OUTPUTS)
def test_example_output_is_what_it_prints(
    name: str, capsys: pytest.CaptureFixture[str], update_snapshots: bool
) -> None:
    cli.main(OUTPUTS[name])
    printed = capsys.readouterr().out
    if update_snapshots:
        (ROOT / name).write_text(printed, "utf-8")
    assert printed == (ROOT / name).read_text("utf-8"), "pytest --update-snapshots"


def test_readme_shows_a_true_run(capsys: pytest.CaptureFixture[str], update_snapshots: bool) -> None:
    readme = ROOT / "README.md"
    begin = r"<!-- output of: lawgov-check examples/drafts/ -->\n```text\n"
    block = re.compile(rf"({begin})(.*?)(```\n<!-- end -->)", re.DOTALL)
    cli.main(["examples/drafts/"])
    printed = capsys.readouterr().out
    text = readme.read_text("utf-8")
    if update_snapshots:
        text = block.sub(lambda found: found[1] + printed + found[3], text)
        readme.write_text(text, "utf-8")
    shown = block.search(text)
    assert shown and shown[2] == printed, "pytest --update-snapshots"


def test_readme_item_can_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example = re.search(r"```yaml\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert example
    rules = tmp_path / "my-city.yaml"
    rules.write_text(example[1], "utf-8")
    assert rules_cli.main(["lint", str(rules)]) == 0, capsys.readouterr().out
    assert rules_cli.main(["test", "--rules", str(rules)]) == 0, capsys.readouterr().out
    assert cli.main(["--rules", str(rules), "--profile", "my-city", "examples/drafts/complete.txt"]) == 0
    assert "法治建设经费" in capsys.readouterr().out


LIMIT = re.compile(r"^\| .+? \| ([\d,]+)( MiB)? \| `(\w+)` \|$", re.MULTILINE)


def test_readme_has_every_limit_with_its_figure() -> None:
    shown = {
        name: int(figure.replace(",", "")) * (limits.MEBIBYTE if unit else 1)
        for figure, unit, name in LIMIT.findall((ROOT / "README.md").read_text("utf-8"))
    }
    known = {name: value for name, value in vars(limits).items() if name.startswith("MOST_")}
    assert shown == known


def test_readme_says_from_where_the_ratio_counts() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert f"unpacked to packed, from {limits.RATIO_COUNTS_FROM // limits.MEBIBYTE} MiB on" in readme


def test_the_manual_has_the_same_limits() -> None:
    pages, size = limits.MOST_PAGES, limits.MOST_BYTES // limits.MEBIBYTE
    told = f"一份文件最大 {size} MB、{limits.MOST_CHARACTERS // 10_000} 万字、{pages} 页。"
    assert told in (ROOT / "README.zh-CN.md").read_text("utf-8")


# A suffix that is read stands in the table, or is one of the others of its row.
ALIKE = {".text": ".txt", ".markdown": ".md", ".xhtml": ".html", ".shtml": ".html", ".mht": ".mhtml"}


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_readme_names_every_format(suffix: str) -> None:
    assert f"`{ALIKE.get(suffix, suffix)}`" in (ROOT / "README.md").read_text("utf-8")
