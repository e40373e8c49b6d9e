"""The installed command does what main does; it sweeps where there is something to sweep."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest

from evaluator.cli import main
from evaluator.starting import check

DRAFTS = Path(__file__).parent.parent / "examples" / "drafts"
ONE, OTHER = str(DRAFTS / "complete.txt"), str(DRAFTS / "with-gaps.txt")


@pytest.fixture(autouse=True)
def collecting() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.parametrize(
    ("paths", "code", "collects"), [([ONE], 0, False), ([OTHER], 1, False), ([ONE, OTHER], 1, True)]
)
def test_the_command(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    paths: list[str],
    code: int,
    collects: bool,
) -> None:
    assert main(paths) == code
    printed = capsys.readouterr()
    monkeypatch.setattr("sys.argv", ["lawgov-check", *paths])
    assert check() == code
    assert capsys.readouterr() == printed
    assert gc.isenabled() is collects
    assert gc.get_freeze_count() > 0, "what goes with the process would be swept"
