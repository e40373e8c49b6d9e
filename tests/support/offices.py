"""LibreOffice as a maker of files for tests, where it is installed."""

import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
# Its program for spreadsheets is a package of its own.
CALC = SOFFICE is not None and (Path(SOFFICE).resolve().parent / "libsclo.so").exists()
needs_calc = pytest.mark.skipif(not CALC, reason="LibreOffice Calc is not installed")


@cache
def _profile() -> "tempfile.TemporaryDirectory[str]":
    """Starting is twice as slow with a new one each time."""
    return tempfile.TemporaryDirectory()


@cache
def converted(source: bytes, suffix: str, target: str, how: str = "") -> bytes:
    """The file as LibreOffice writes it in another format; once for each run of the tests."""
    assert SOFFICE
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"file.{suffix}")
        file.write_bytes(source)
        command = [SOFFICE, f"-env:UserInstallation={Path(_profile().name).as_uri()}", "--headless"]
        command += ["--convert-to", how or target, "--outdir", f"{folder}/out", str(file)]
        subprocess.run(command, capture_output=True, timeout=120, check=True)
        return Path(folder, "out", f"file.{target}").read_bytes()
