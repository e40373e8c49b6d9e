"""What tests share: renewing snapshots, rules quickly read, the labelled reports that stay out of the project."""

import os
import signal
from pathlib import Path

import pytest

from checklist import loading

# Behind nohup or & they are ignored, and so they would be by every program that the tests start and interrupt.
for name, handler in {"SIGINT": signal.default_int_handler, "SIGHUP": signal.SIG_DFL}.items():
    number = getattr(signal, name, None)
    if number and signal.getsignal(number) is signal.SIG_IGN:
        signal.signal(number, handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-snapshots", action="store_true", help="write what the tests see into the snapshots")


@pytest.fixture
def update_snapshots(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-snapshots"))


@pytest.fixture
def corpus() -> Path:
    folder = os.environ.get("LAWGOV_CORPUS")
    if not folder:
        pytest.skip("LAWGOV_CORPUS is not set: the labelled reports are not part of the project")
    return Path(folder)


@pytest.fixture
def small_rules(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The sample in place of the rules of the package, which take a second to read, and a cache folder of its own."""
    monkeypatch.setattr(loading, "RULES", Path(__file__).parent / "data" / "rules")
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / "cache"))
