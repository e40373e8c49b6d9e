"""Whatever a report says, each output stays what it is: well-formed, and nothing of it is obeyed."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import jsonschema
import pytest
from lxml import etree
from markdown_it import MarkdownIt
from rendering import rendered
from traps import HARMFUL, anything, hostile, runs, worst

from evaluator.assessment import Assessment, Gate, ItemResult, ReportFacts, Verdict
from evaluator.console.layout import visible
from evaluator.run import Ignored

SCHEMAS = Path(__file__).parent / "data" / "schemas"
SARIF = jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))


@anything
@runs
@worst
def test_text(assessment: Assessment, ignored: tuple[Ignored, ...], of: int) -> None:
    assert not HARMFUL.search(hostile("text", assessment, ignored, of).decode())


@anything
@runs
@worst
def test_json(assessment: Assessment, ignored: tuple[Ignored, ...], of: int) -> None:
    """Every text comes back as it was, halves of characters too."""
    (report,) = json.loads(hostile("json", assessment, ignored, of))["reports"]
    said = [(item["title"], item["reason"], item["advice"]) for item in report["items"]]
    assert said == [(item.title, item.reason, item.advice) for item in assessment.items]


@anything
@runs
@worst
def test_csv(assessment: Assessment, ignored: tuple[Ignored, ...], of: int) -> None:
    """Every text comes back, and no cell is a formula."""
    data = hostile("csv", assessment, ignored, of)
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\n") == data.count(b"\r\n")
    rows = [*csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)]
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if HARMFUL.search(cell) or cell.lstrip()[:1] in {*"=+-@＝＋－＠"}]
    assert not {row["类别"] for row in rows} - {"报告", "要素", "文字", "安排对照", "说明", "未检查", "未完成"}
    items = [row for row in rows if row["类别"] == "要素"]
    said = [(row["文件"].removeprefix("'"), row["原因"].removeprefix("'")) for row in items]
    assert said == [(visible(assessment.report.path), visible(item.reason)) for item in assessment.items]


@anything
@runs
@worst
def test_junit(assessment: Assessment, ignored: tuple[Ignored, ...], of: int) -> None:
    root = etree.fromstring(hostile("junit", assessment, ignored, of))
    JUNIT.assertValid(root)
    cases = root.findall("testsuite")[0].findall("testcase")
    assert len(cases) == 1 + len(assessment.items) + len(assessment.findings)


@anything
@runs
@worst
def test_sarif(assessment: Assessment, ignored: tuple[Ignored, ...], of: int) -> None:
    SARIF.validate(json.loads(hostile("sarif", assessment, ignored, of)))


@anything
@runs
@worst
def test_github(assessment: Assessment, ignored: tuple[Ignored, ...], of: int) -> None:
    """Each line that begins a command is one of ours, whole, and no text is in two lines."""
    text = hostile("github", assessment, ignored, of).decode()
    assert not HARMFUL.search(text)
    commands = [line for line in text.split("\n") if line.lstrip().startswith("::") or line.startswith("##[")]
    problems = sum(item.verdict in (Verdict.MISSING, Verdict.PARTIAL) for item in assessment.items)
    ours = problems + len(assessment.findings) + bool(assessment.unjudged) + bool(of)
    assert len(commands) == ours
    pattern = r"::(error|warning|notice) (\w+=[^:,\r\n]*)(,\w+=[^:,\r\n]*)*::.*"
    assert not [line for line in commands if not re.fullmatch(pattern, line)]
    assert len([line for line in text.split("\n") if line]) <= ours + 3 + len(ignored)


FORGE = MarkdownIt("gfm-like", {"html": True})
assert FORGE.linkify
# Forges make links of www.b.cn, but not of b.cn, which this would do too.
FORGE.linkify.set({"fuzzy_link": False})


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []

    def handle_starttag(self, tag: str, _: object) -> None:
        self.tags.append(tag)


@anything
@runs
@worst
def test_markdown(assessment: Assessment, ignored: tuple[Ignored, ...], of: int) -> None:
    """Rendered as forges do it, there is no tag, link or call but those of the format itself."""
    text = hostile("markdown", assessment, ignored, of).decode()
    assert not HARMFUL.search(text)
    assert "www." not in text.lower()
    tokens = FORGE.parse(text)
    shown = FORGE.renderer.render(tokens, FORGE.options, {})
    tags = Tags()
    tags.feed(shown)
    ours = "h2 h3 p ul li strong code br table thead tbody tr th td details summary"
    assert set(tags.tags) <= set(ours.split())
    assert tags.tags.count("details") == tags.tags.count("summary") == text.count("\n<details>")
    assert not re.search(r"@[^\u200b\s]|[#!](?=\d)", re.sub("<[^>]*>", "", shown).replace("&#", ""))
    assert [token.type for token in tokens].count("tbody_open") == text.count("| --- |\n|")


@pytest.mark.parametrize("form", ["markdown", "sarif", "junit", "github", "csv"])
def test_a_harmless_report_is_written_as_it_is(form: str) -> None:
    """Nothing is escaped that need not be: Chinese text with its own marks."""
    said = "召开会议4次，占95%；修订《办法》（试行）——“一网通办”"
    item = ItemResult("study", said, Verdict.MISSING, True, 10, said, said)
    assert said in rendered(form, Assessment(ReportFacts("甲.txt"), Gate(True), (item,))).decode().replace("%25", "%")
