"""What all tests share: renewing snapshots, and the folder of labelled reports that is not part of the project."""

import os
from pathlib import Path

import pytest


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
