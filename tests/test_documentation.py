"""What the documents say the program prints is what it prints; `pytest --update-snapshots` renews it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from checklist import loading, waiver_files
from evaluator import cli, rules_cli
from evaluator.evaluation import Options, evaluate
from evaluator.output import RENDERERS

ROOT = Path(__file__).parent.parent
OUTPUTS = {
    "examples/outputs/complete.txt": ["examples/drafts/complete.txt"],
    "examples/outputs/with-gaps.txt": ["examples/drafts/with-gaps.txt"],
    "examples/outputs/with-gaps.json": ["--format", "json", "examples/drafts/with-gaps.txt"],
    "examples/outputs/with-gaps.md": ["--format", "markdown", "examples/drafts/with-gaps.txt"],
    "examples/outputs/with-gaps.sarif": ["--format", "sarif", "examples/drafts/with-gaps.txt"],
    "examples/outputs/with-gaps.xml": ["--format", "junit", "examples/drafts/with-gaps.txt"],
    "examples/outputs/with-gaps.csv": ["--format", "csv", "examples/drafts/with-gaps.txt"],
}

# Word documents, each by the command and its option that names the file.
WRITTEN: dict[str, tuple[Callable[[list[str]], int], list[str]]] = {
    "examples/outputs/with-gaps-opinion.docx": (cli.main, ["examples/drafts/with-gaps.txt", "--opinion"]),
    "examples/outputs/outline-county-2026.docx": (
        rules_cli.main,
        ["outline", "--level", "county", "--year", "2026", "-o"],
    ),
}


class ThatDay(date):
    @classmethod
    def today(cls) -> "ThatDay":
        return cls(2025, 2, 10)


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setenv("NO_COLOR", "1")


@pytest.mark.parametrize("name", OUTPUTS)
def test_example_output_is_what_it_prints(
    name: str, capfdbinary: pytest.CaptureFixture[bytes], update_snapshots: bool
) -> None:
    cli.main(OUTPUTS[name])
    printed = capfdbinary.readouterr().out
    if update_snapshots:
        (ROOT / name).write_bytes(printed)
    assert printed == (ROOT / name).read_bytes(), "pytest --update-snapshots"


@pytest.mark.parametrize("name", [name for name in OUTPUTS if "--format" in OUTPUTS[name]])
def test_a_file_has_what_is_printed(name: str, tmp_path: Path) -> None:
    saved = tmp_path / Path(name).name
    cli.main([*OUTPUTS[name], "-o", str(saved)])
    assert saved.read_bytes() == (ROOT / name).read_bytes()


def test_readme_names_every_format() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    rows = re.findall(r"^\| `(\w+)` \| .* \| (?:`(\.\w+)`|) ?\|$", readme, re.MULTILINE)
    assert dict(rows) == {name: kind.suffix for name, kind in RENDERERS.items() if kind.printed}


@pytest.mark.parametrize("name", WRITTEN)
def test_example_document_is_what_it_writes(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, update_snapshots: bool
) -> None:
    for module in ("evaluation", "drafting.command"):
        monkeypatch.setattr(f"evaluator.{module}.date", ThatDay)
    main, args = WRITTEN[name]
    target = ROOT / name if update_snapshots else tmp_path / "document.docx"
    assert main([*args, str(target)]) in (0, 1)
    assert _parts(target) == _parts(ROOT / name), "pytest --update-snapshots"


def _parts(path: Path) -> dict[str, bytes]:
    """Unpacked, since not every machine packs alike."""
    with ZipFile(path) as package:
        return {part: package.read(part) for part in package.namelist()}


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


def test_readme_rule_of_proofreading_can_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example = re.search(r"```yaml\n(rules:.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert example
    rules = tmp_path / "my-terms.yaml"
    rules.write_text(example[1], "utf-8")
    assert [str(fault) for fault in loading.lint([rules])] == []
    assert rules_cli.main(["test", "--rules", str(rules)]) == 0
    capsys.readouterr()
    assert rules_cli.main(["explain", "city-term", "--rules", str(rules)]) == 0
    assert "`市法制办` → `市司法局`" in capsys.readouterr().out


def test_readme_item_can_be_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    example = re.search(r"```yaml\n(items:.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    assert example
    rules = tmp_path / "my-city.yaml"
    rules.write_text(example[1], "utf-8")
    assert rules_cli.main(["lint", str(rules)]) == 0, capsys.readouterr().out
    assert rules_cli.main(["test", "--rules", str(rules)]) == 0, capsys.readouterr().out
    assert cli.main(["--rules", str(rules), "--profile", "my-city", "examples/drafts/complete.txt"]) == 0
    asked = capsys.readouterr()
    assert "法治建设经费" in asked.out
    assert asked.err == ""
    assert cli.main(["--rules", str(rules), "examples/drafts/complete.txt"]) == 0
    assert capsys.readouterr().err == (
        "注意：方案 national 不含 budget-table，没有检查\n  提示：要检查的，加上 --profile my-city\n"
    )


def test_the_example_waivers_hold() -> None:
    assert loading.lint([Path("examples/waivers.yaml")]) == ()
    checklist = loading.load()
    waivers = waiver_files.load(loading.read_files([Path("examples/waivers.yaml")]), checklist)
    options = Options(waivers=waivers, today=date(2025, 6, 30))
    draft = "examples/drafts/with-gaps.txt"
    for given, passed in ((replace(options, waivers=()), False), (options, True)):
        assert evaluate(Path(draft).read_bytes(), draft, checklist, given).gate.passed is passed


def test_the_manual_shows_the_example_waivers() -> None:
    shown = re.search(r"```yaml\n(waivers:.*?)```", (ROOT / "README.zh-CN.md").read_text("utf-8"), re.DOTALL)
    assert shown and shown[1] in (ROOT / "examples/waivers.yaml").read_text("utf-8")
