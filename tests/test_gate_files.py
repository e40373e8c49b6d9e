"""What others build their gate from, run as far as it goes here: the action, the pre-commit hooks, the GitLab job."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from evaluator.output import RENDERERS
from evaluator.running.collecting import SUFFIXES

ROOT = Path(__file__).parent.parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
HOOKS = {hook["id"]: hook for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))}
GITLAB = yaml.safe_load((ROOT / "examples/gitlab-ci.yml").read_text("utf-8"))["lawgov-check"]
GAPS, COMPLETE = (ROOT / "examples/drafts" / name for name in ("with-gaps.txt", "complete.txt"))
HOSTILE = "$(touch 闯入); `touch 闯入` \"; touch 闯入 #'"

needs_bash = pytest.mark.skipif(not shutil.which("bash"), reason="bash is not installed")
needs_git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")
needs_formats = pytest.mark.skipif(
    not {"github", "sarif", "junit"} <= RENDERERS.keys(), reason="the formats github, sarif and junit are not there"
)


@pytest.mark.parametrize(
    ("file", "schema"),
    [
        ("action.yml", ("--builtin-schema", "vendor.github-actions")),
        ("examples/gitlab-ci.yml", ("--builtin-schema", "vendor.gitlab-ci", "--data-transform", "gitlab-ci")),
    ],
)
def test_the_services_understand_it(file: str, schema: tuple[str, ...]) -> None:
    done = ran(sys.executable, "-m", "check_jsonschema", *schema, str(ROOT / file))
    assert done.returncode == 0, done.stdout


def test_pre_commit_understands_the_hooks() -> None:
    done = ran(sys.executable, "-m", "pre_commit", "validate-manifest", str(ROOT / ".pre-commit-hooks.yaml"))
    assert done.returncode == 0, done.stdout


def ran(*command: str, **more: Any) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", **more
    )


def test_every_hook_starts_a_command_of_the_package() -> None:
    commands = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["scripts"]
    assert {hook["entry"].split()[0] for hook in HOOKS.values()} == set(commands)


@pytest.mark.parametrize(
    ("hook", "name", "taken"),
    [
        ("lawgov-check", "README.md", False),
        ("lawgov-check", "2024年度报告.xlsx", False),
        ("lawgov-check", "年度报告/附件.docx", False),
        ("lawgov-check", "稿/~$2024年度报告.docx", False),
        ("lawgov-check", "2024年度报告.docx.bak", False),
        ("lawgov-check", "2024年度报告.docx", True),
        ("lawgov-check", "各镇 街/石桥镇 2024年法治政府建设情况.TXT", True),
        ("lawgov-rules-lint", ".pre-commit-config.yaml", False),
        ("lawgov-rules-lint", "other/our-rules.yaml", False),
        ("lawgov-rules-lint", "rules/readme.md", False),
        ("lawgov-rules-lint", "rules/本市/要素.yml", True),
        ("lawgov-rules-lint", "豁免.yaml", True),
        ("lawgov-rules-lint", "ci/waivers-2026.yaml", True),
    ],
)
def test_which_files_a_hook_takes(hook: str, name: str, taken: bool) -> None:
    left_out = HOOKS[hook].get("exclude", "^$")
    assert bool(re.search(HOOKS[hook]["files"], name) and not re.search(left_out, name)) is taken


def test_the_hook_takes_every_format_that_can_be_read() -> None:
    assert [suffix for suffix in SUFFIXES if not re.search(HOOKS["lawgov-check"]["files"], f"年报{suffix}")] == []


@needs_git
@pytest.mark.parametrize(("reports", "wrong", "code"), [(2, False, 0), (60, True, 1)])
def test_pre_commit_hands_over_many_names_with_blanks_and_chinese(
    reports: int, wrong: bool, code: int, tmp_path: Path
) -> None:
    """With the hooks of the manifest, but the program of this environment: nothing is installed."""
    local = [{**hook, "language": "system", "entry": shim(tmp_path, hook["entry"])} for hook in HOOKS.values()]
    for hook in local:
        hook.pop("additional_dependencies", None)
    folder = tmp_path / "仓库"
    for number in range(reports):
        report = folder / "各镇 街" / f"第 {number} 镇 '2024' 年度报告（定稿）.txt"
        report.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(GAPS if wrong and not number else COMPLETE, report)
    (folder / "README.md").write_text("不是报告", "utf-8")
    shutil.copy(ROOT / "examples/waivers.yaml", folder)
    config = {"repos": [{"repo": "local", "hooks": local}]}
    (folder / ".pre-commit-config.yaml").write_text(json.dumps(config), "utf-8")
    ran("git", "init", "-q", cwd=folder)
    ran("git", "add", "-A", cwd=folder)
    done = ran(sys.executable, "-m", "pre_commit", "run", "-a", "-v", cwd=folder, env=environment(tmp_path))
    assert done.returncode == code, done.stdout
    assert f"汇总  {reports} 份：通过 {reports - wrong}，不通过 {int(wrong)}，无法判定 0" in done.stdout
    assert "没有问题" in done.stdout and "README.md" not in done.stdout


def shim(folder: Path, entry: str) -> str:
    """The command of the package, run by this Python."""
    name, *rest = entry.split()
    module = {"lawgov-check": "evaluator.cli", "lawgov-rules": "evaluator.rules_cli"}[name]
    script = folder / name
    script.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m {module} "$@"\n', "utf-8")
    script.chmod(0o755)
    return " ".join((f"'{script}'", *rest))


def environment(folder: Path) -> dict[str, str]:
    home = {name: str(folder / name) for name in ("HOME", "PRE_COMMIT_HOME", "XDG_CACHE_HOME", "RUNNER_TEMP")}
    path = f"{folder}:/usr/local/bin:/usr/bin:/bin"
    return {"PATH": path, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8", "LANG": "C.UTF-8", **home}


def scripts() -> list[tuple[str, str]]:
    steps = [(step["name"], step["run"]) for step in ACTION["runs"]["steps"]]
    return [*steps, *(("GitLab", line) for line in GITLAB["script"])]


@pytest.mark.parametrize(("name", "script"), scripts())
def test_nothing_given_becomes_a_part_of_a_script(name: str, script: str) -> None:
    assert "${{" not in script
    assert "eval" not in script, name


@needs_bash
@pytest.mark.parametrize(("name", "script"), scripts())
def test_bash_can_read_every_script(name: str, script: str) -> None:
    done = ran("bash", "-n", "-c", script)
    assert (done.returncode, done.stdout) == (0, ""), name


def act(folder: Path, program: str = "", **given: str) -> tuple[int, str, dict[str, str]]:
    """Runs the step that checks as GitHub does; its exit code, what it prints, and its outputs."""
    (step,) = (step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
    inputs = {name: given.get(name, about.get("default", "")) for name, about in ACTION["inputs"].items()}
    values = {
        name: re.sub(r"\$\{\{ inputs\.([\w-]+) }}", lambda found: inputs[found[1]], value)
        for name, value in step["env"].items()
    }
    shim(folder, "lawgov-check")
    if program:
        (folder / "lawgov-check").write_text(program, "utf-8")
    outputs = folder / "outputs"
    outputs.write_text("", "utf-8")
    work = folder / "work"
    work.mkdir(exist_ok=True)
    shell = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])
    done = ran(*shell, cwd=work, env={**environment(folder), **values, "GITHUB_OUTPUT": str(outputs)})
    told = dict(line.split("=", 1) for line in outputs.read_text("utf-8").splitlines())
    return done.returncode, done.stdout, told


ECHO = '#!/bin/sh\nfor word in "$@"; do printf \'[%s]\' "$word"; done; exit 3\n'


@needs_bash
@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({"path": "报告"}, "[--format][github][--][报告]"),
        (
            {"path": "各镇 街/a.txt\n\n-b.txt\n", "args": "--fail-on partial\n  --profile shenzhen "},
            "[--fail-on][partial][--profile][shenzhen][--format][github][--][各镇 街/a.txt][-b.txt]",
        ),
        ({"path": "a", "args": "--organ *"}, "[--organ][*][--format][github][--][a]"),
        ({"path": "a", "sarif": "结 果.sarif"}, "[--format][github][--output][结 果.sarif][--][a]"),
        ({"path": HOSTILE, "sarif": HOSTILE}, f"[--format][github][--output][{HOSTILE}][--][{HOSTILE}]"),
        ({"path": "a", "args": "$(touch 闯入)"}, "[$(touch][闯入)][--format][github][--][a]"),
    ],
)
def test_the_action_hands_over_what_it_was_given(given: dict[str, str], words: str, tmp_path: Path) -> None:
    assert act(tmp_path, ECHO, **given) == (3, words, {"exit-code": "3"})
    assert list((tmp_path / "work").iterdir()) == []


@needs_bash
@needs_formats
@pytest.mark.parametrize(
    ("path", "args", "code"),
    [(GAPS, "", 1), (COMPLETE, "", 0), (GAPS, "--fail-on never", 0), (Path("没有"), "", 2), (ROOT / "LICENSE", "", 3)],
)
def test_the_action_ends_as_the_program_does(path: Path, args: str, code: int, tmp_path: Path) -> None:
    got, out, outputs = act(tmp_path, path=str(path), args=args, sarif="r.sarif")
    assert got == code, out
    written = {"sarif": "r.sarif"} if code != 2 else {}
    assert outputs == {"exit-code": str(code), **written}
    assert "::error" in out or code in (0, 2)
    if written:
        assert json.loads((tmp_path / "work/r.sarif").read_text("utf-8"))["version"] == "2.1.0"


@needs_bash
@needs_formats
@pytest.mark.parametrize(("report", "args", "code"), [(GAPS, "", 1), (COMPLETE, "--fail-under 80", 0)])
def test_the_gitlab_job_leaves_what_it_promises(report: Path, args: str, code: int, tmp_path: Path) -> None:
    (tmp_path / "报 告").mkdir()
    shutil.copy(report, tmp_path / "报 告")
    shim(tmp_path, "lawgov-check")
    job = {"LAWGOV_REPORTS": "报 告", "LAWGOV_ARGS": args}
    script = "\n".join(line for line in GITLAB["script"] if "pip install" not in line)
    done = ran("bash", "-eo", "pipefail", "-c", script, cwd=tmp_path, env={**environment(tmp_path), **job})
    assert done.returncode == code, done.stdout
    assert GITLAB["artifacts"]["when"] == "always"
    promised = [*GITLAB["artifacts"]["paths"], GITLAB["artifacts"]["reports"]["junit"]]
    assert [name for name in promised if not (tmp_path / name).is_file()] == []


@needs_bash
def test_the_gitlab_job_installs_nothing_that_nobody_named(tmp_path: Path) -> None:
    script = GITLAB["script"][0].replace("python -m pip", "echo pip")
    done = ran("bash", "-c", script, env={**environment(tmp_path), "LAWGOV_CHECK": ""})
    assert done.returncode != 0 and "请写明 pip 从哪里安装" in done.stdout
