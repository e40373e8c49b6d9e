"""What README.md and the manual say of formats and limits is what the program does."""

import re
from pathlib import Path

import pytest

from evaluator import limits
from evaluator.reading import SUFFIXES

ROOT = Path(__file__).parent.parent
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
