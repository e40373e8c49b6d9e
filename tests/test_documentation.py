"""What the documents say the program prints is what it prints; `pytest --update-snapshots` renews it."""

import re
from pathlib import Path

import pytest

from evaluator import cli, rules_cli

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
