"""Every report that ships, set in each format that needs no other program, is judged as its lines are."""

from collections.abc import Callable
from html import escape
from pathlib import Path

import ofds
import pdfs
import pytest
from sameness import assert_same
from worddocuments import docx, p

from checklist.folding import fold
from evaluator.reading import read
from evaluator.understanding.joining import paragraphs

ROOT = Path(__file__).parent.parent
REPORTS = sorted([*(ROOT / "tests" / "data" / "reports").glob("*.txt"), *(ROOT / "examples" / "drafts").glob("*.txt")])
SETTERS: dict[str, Callable[[list[str]], bytes]] = {
    "docx": lambda lines: docx("".join(p(escape(line, quote=False)) for line in lines)),
    "pdf": lambda lines: pdfs.report([escape(line, quote=False) for line in lines]),
    "ofd": lambda lines: ofds.ofd(*ofds.pages(lines)),
    "html": lambda lines: "".join(("<html><body>", *(f"<p>{escape(line)}</p>" for line in lines))).encode(),
    "rtf": lambda lines: b"{\\rtf1\\ansi " + b"".join(map(_rtf, lines)) + b"}",
}


def _rtf(line: str) -> bytes:
    units = line.encode("utf-16-le")
    codes = (int.from_bytes(units[i : i + 2], "little", signed=True) for i in range(0, len(units), 2))
    return b"\\pard " + b"".join(b"\\u%d?" % code for code in codes) + b"\\par\n"


def lines_of(path: Path) -> list[str]:
    """Its paragraphs, each on one line: where a text file breaks lines no other format does."""
    reading = read(path.read_bytes(), path.name)
    groups = paragraphs(fold(reading.text), reading.blocks)
    joined = ("".join(reading.text[block.start : block.end].strip() for block in group) for group in groups)
    return [line for line in joined if line]


@pytest.mark.parametrize("form", SETTERS)
@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_every_report_in_every_format(path: Path, form: str) -> None:
    lines = lines_of(path)
    assert_same(SETTERS[form](lines), f"报告.{form}", lines)


@pytest.mark.parametrize("form", SETTERS)
def test_the_labelled_reports_too(corpus: Path, form: str) -> None:
    reports = sorted((corpus / "dev").glob("*.txt"))
    assert reports
    for path in reports:
        lines = lines_of(path)
        assert_same(SETTERS[form](lines), f"{path.stem}.{form}", lines)
