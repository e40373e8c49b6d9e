"""Words of a report in the messages about it: whatever marks they have, the message's own stay apart from them."""

import json
import re
from pathlib import Path

import pytest
from proofs import OPENING, TITLE

from evaluator.cli import main
from evaluator.quotation import quoted


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("行政复议", "“行政复议”"),
        ("", "“”"),
        ("‘一网通办’平台", "“‘一网通办’平台”"),
        ("“三项制度”", "“三项制度”"),
        ("落实“三项制度”", "“落实‘三项制度’”"),
        ("“三重一大”和“三项制度”", "“‘三重一大’和‘三项制度’”"),
        ("讲“‘一把手’工程”的", "“讲‘“一把手”工程’的”"),
        ("项制度”", "“项制度’”"),
        ("“三项制", "“‘三项制”"),
    ],
)
def test_quoted(words: str, shown: str) -> None:
    assert quoted(words) == shown


PARTS = """一、“一规划两纲要”落实情况
推进“七五”普法，落实“三重一大”，“五位一体”战略布局方面组织培训4次，“回头看“检查12次，培训率达120%。
二、存在的“短板”和不足
一是“带病文件”没有绝迹，“一把手”学法不够。二是“互联网+执法”薄弱。
三、“十五五”开局安排
组织“送法下乡”3次，印发“三张清单”【待补充“数字”】。
"""


@pytest.mark.parametrize("form", ["text", "json", "markdown", "html", "csv", "sarif", "junit", "github"])
def test_no_marks_are_doubled(form: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    report = tmp_path / "报告.txt"
    report.write_text(f"{TITLE}\n{OPENING}\n{PARTS}", "utf-8")
    main([str(report), "--links", "-f", form])
    shown = capfdbinary.readouterr().out.decode()
    if form in ("json", "sarif"):
        shown = json.dumps(json.loads(shown), ensure_ascii=False)
    assert "七五" in shown
    assert re.findall("““|””", shown) == []
