"""Imports point one way: output and commands may know everything above them, the rules nothing of reports."""

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = [*ROOT.glob("checklist/**/*.py"), *ROOT.glob("evaluator/**/*.py")]
FAMILIES = ("evaluator.reading", "evaluator.proofreading", "evaluator.output")
# What several kinds of a family are made of; old formats are turned into docx, by LibreOffice or by a library.
SHARED = {"evaluator.proofreading.fault"} | {
    f"evaluator.reading.{name}"
    for name in (
        *("archive", "composing", "confined", "markdown", "measures", "numbering"),
        *("numerals", "tally", "text", "xml"),
        *("docx", "finding", "guarding", "office", "scratch"),
    )
}
# From what knows least to what knows most: every module and package has its line, and imports only from lines before.
LAYERS = (
    "checklist",
    "extras limits personal_numbers quotation refusal",
    "masking",
    "console document tones",
    "assessment mentions",
    "basis presenting understanding",
    "roles typesetting",
    "judging outline proofreading",
    "links reading",
    "ledger structure",
    "examples run",
    "gate official",
    "evaluation output",
    "running",
    "cli drafting measuring",
    "learning mutating starting",
    "rules_cli",
)
LINES = {place: line for line, places in enumerate(LAYERS) for place in places.split()}


def name_of(file: Path) -> str:
    return ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


NAMES = {name_of(file) for file in FILES}


@cache
def nodes(file: Path) -> list[ast.AST]:
    return [*ast.walk(ast.parse(file.read_text("utf-8")))]


def imports(file: Path) -> set[str]:
    """Every module of ours that the file imports, also within functions and by its name as a string."""
    found, named = set(), set()
    for node in nodes(file):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module, f"{file}: absolute imports only"
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.startswith("evaluator."):
            named.add(node.value)
    ours = {module if module in NAMES else module.rpartition(".")[0] for module in found}
    return (ours | named) & NAMES


def place_of(module: str) -> str:
    """The module or package of evaluator/ to which it belongs; checklist/ is one."""
    top, _, rest = module.partition(".")
    return rest.partition(".")[0] if top == "evaluator" else top


def reachable(module: str, graph: dict[str, set[str]]) -> set[str]:
    seen: set[str] = set()
    waiting = [module]
    while waiting:
        new = graph[waiting.pop()] - seen
        seen |= new
        waiting += new
    return seen


@pytest.fixture(scope="module")
def graph() -> dict[str, set[str]]:
    return {name_of(file): imports(file) for file in FILES}


def test_no_module_reaches_itself(graph: dict[str, set[str]]) -> None:
    assert [module for module in graph if module in reachable(module, graph)] == []


def test_every_place_has_a_line() -> None:
    assert {place_of(module) for module in NAMES if module != "evaluator"} == set(LINES)


@pytest.mark.parametrize("place", LINES)
def test_imports_point_up(place: str, graph: dict[str, set[str]]) -> None:
    known = {place} | {other for other, line in LINES.items() if line < LINES[place]}
    wrong = {a: b for a in graph if place_of(a) == place for b in graph[a] if place_of(b) not in known}
    assert wrong == {}


@pytest.mark.parametrize("family", FAMILIES)
def test_siblings_of_a_family_do_not_know_each_other(family: str, graph: dict[str, set[str]]) -> None:
    members = {module for module in graph if module.startswith(family + ".")}
    for module in members:
        kin = ".".join(module.split(".")[:3])
        others = {other for other in graph[module] & members if not other.startswith(kin)}
        assert not others - SHARED, module


def test_only_commands_know_argv_and_exit() -> None:
    allowed = {"evaluator.cli", "evaluator.rules_cli"}
    for file in FILES:
        words = {node.attr for node in nodes(file) if isinstance(node, ast.Attribute)}
        assert name_of(file) in allowed or not words & {"argv", "_exit"}, file
