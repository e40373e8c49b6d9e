"""Whatever a report says, each output stays what it is: well-formed, and nothing of it is obeyed."""

import csv
import io
import json
import os
import re
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import hypothesis.strategies as st
import jsonschema
import pytest
from hypothesis import Phase, example, given, settings
from lxml import etree
from markdown_it import MarkdownIt
from rendering import rendered

from checklist.waivers import Waiver
from evaluator.assessment import (
    Assessment,
    Basis,
    Evidence,
    ExpectationResult,
    Finding,
    Gate,
    ItemResult,
    Link,
    Nearest,
    ReportFacts,
    Score,
    Tie,
    Unjudged,
    Verdict,
)
from evaluator.document import Note, Place
from evaluator.layout import visible
from evaluator.run import Ignored

SCHEMAS = Path(__file__).parent / "data" / "schemas"
SARIF = jsonschema.Draft4Validator(json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))
JUNIT = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
# Words that some format obeys, and any characters at all, halves of characters too.
TRAPS = (
    *(
        "::error::x",
        "\n::set-env name=A::b",
        "%0A::stop-commands::x",
        "=1+1",
        "+1",
        "-1",
        "@SUM(1)",
        "\t=1",
        "＝1",
        "'=1",
    ),
    *("<script>x</script>", "</details>", "<!--", "]]>", "&lt;", "|a|b|", "`a", "``", "[a](http://b.cn)", "![a](b)"),
    *(
        "@somebody",
        "#12",
        "a@b.cn",
        "www.b.cn",
        "https://b.cn",
        "mailto:a@b.cn",
        "# a",
        "- a",
        "/close",
        "\n\n# a",
        "\\",
    ),
    *(
        "\x1b[31m",
        "\x00",
        "\ufffe",
        "\uffff",
        "\udc80",
        "\u202e",
        "\r",
        "\u2028",
        "~~a~~",
        "**a**",
        "_a_",
        "$x$",
        '"',
        ",",
    ),
)
TEXT = st.one_of(
    st.text(st.characters(), max_size=12),
    st.lists(st.sampled_from(TRAPS), min_size=1, max_size=3).map("".join),
)
# Any name that the system can have.
PATHS = st.one_of(
    st.binary(max_size=12), st.lists(st.sampled_from(TRAPS), max_size=3).map("".join).map(os.fsencode)
).map(os.fsdecode)
NUMBER = st.integers(1, 10**6)
PLACES = st.builds(
    lambda start, length, line, column, more, page: Place(start, start + length, line, column, line + more, page),
    *(NUMBER, NUMBER, NUMBER, NUMBER, st.integers(0, 3), st.none() | NUMBER),
)
WAIVERS = st.none() | st.builds(Waiver, TEXT, TEXT, TEXT, TEXT, st.dates(date(2020, 1, 1), date(2050, 1, 1)))
BASES = st.lists(st.builds(Basis, TEXT, TEXT, TEXT), max_size=2).map(tuple)
EVIDENCE = st.builds(Evidence, TEXT, TEXT, PLACES)
TIES = st.builds(Tie, TEXT, TEXT, PLACES, TEXT)
ITEMS = st.builds(
    ItemResult,
    id=st.just("study"),
    title=TEXT,
    verdict=st.sampled_from(Verdict),
    required=st.booleans(),
    weight=st.floats(0, 100),
    reason=TEXT,
    advice=TEXT,
    basis=BASES,
    evidence=st.lists(EVIDENCE, max_size=2).map(tuple),
    nearest=st.none() | st.builds(Nearest, TEXT, PLACES, TEXT),
    insert_after=st.none() | TEXT,
    expectations=st.lists(st.builds(ExpectationResult, TEXT, st.booleans(), TEXT), max_size=2).map(tuple),
    waiver=WAIVERS,
)
FINDINGS = st.builds(
    Finding, st.just("term"), st.sampled_from(("error", "warning", "info")), TEXT, TEXT, PLACES, TEXT, BASES, WAIVERS
)
ASSESSMENTS = st.builds(
    Assessment,
    report=st.builds(ReportFacts, PATHS, TEXT, TEXT, st.sampled_from(("county", None)), st.none() | NUMBER),
    gate=st.builds(Gate, st.booleans(), st.lists(TEXT, max_size=2).map(tuple)),
    items=st.lists(ITEMS, max_size=2).map(tuple),
    findings=st.lists(FINDINGS, max_size=2).map(tuple),
    score=st.none() | st.just(Score(46.5, 46.5, 100.0, "较差")),
    unjudged=st.none() | st.builds(Unjudged, st.just("empty"), TEXT, TEXT),
    notes=st.lists(st.builds(Note, st.just("short"), TEXT), max_size=1).map(tuple),
    links=st.none()
    | st.lists(
        st.builds(Link, EVIDENCE, st.none() | TIES, st.lists(TIES, max_size=1).map(tuple), st.booleans()), max_size=1
    ).map(tuple),
)
IGNORED = st.lists(st.builds(Ignored, PATHS, TEXT), max_size=1).map(tuple)
TROUBLE = ReportFacts("".join(TRAPS), "".join(TRAPS), "".join(TRAPS))
WORST = Assessment(
    TROUBLE,
    Gate(False, TRAPS),
    tuple(
        ItemResult("study", trap, verdict, True, 10, trap, trap, insert_after=trap)
        for trap in TRAPS
        for verdict in Verdict
    ),
    findings=tuple(Finding("term", "error", trap, trap, Place(1, 2, 1, 1, 1), trap) for trap in TRAPS),
)
HARMFUL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029\ud800-\udfff]")


def hostile(form: str, assessment: Assessment, ignored: tuple[Ignored, ...], of: int) -> bytes:
    return rendered(form, assessment, ignored=ignored, of=of)


# Making a failing assessment smaller takes minutes; the example printed is small enough.
anything = settings(max_examples=60, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate))
runs = given(ASSESSMENTS, IGNORED, st.sampled_from((0, 2)))
worst = example(WORST, (Ignored("".join(TRAPS), "".join(TRAPS)),), 2)


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
    renderer = MarkdownIt("gfm-like", {"html": True})
    assert renderer.linkify is not None
    # Forges make links of www.b.cn, but not of b.cn, which this would do too.
    renderer.linkify.set({"fuzzy_link": False})
    assert "www." not in text.lower()
    tags = Tags()
    tags.feed(renderer.render(text))
    ours = "h2 h3 p ul li strong code br table thead tbody tr th td details summary"
    assert set(tags.tags) <= set(ours.split())
    assert tags.tags.count("details") == tags.tags.count("summary") == text.count("\n<details>")
    assert not re.search(r"@[^\u200b\s]|[#!](?=\d)", re.sub("<[^>]*>", "", renderer.render(text)).replace("&#", ""))
    body = [token for token in renderer.parse(text) if token.type == "tbody_open"]
    assert len(body) == text.count("| --- |\n|")


@pytest.mark.parametrize("form", ["markdown", "sarif", "junit", "github", "csv"])
def test_a_harmless_report_is_written_as_it_is(form: str) -> None:
    """Nothing is escaped that need not be: Chinese text with its own marks."""
    said = "召开会议4次，占95%；修订《办法》（试行）——“一网通办”"
    item = ItemResult("study", said, Verdict.MISSING, True, 10, said, said)
    assert said in rendered(form, Assessment(ReportFacts("甲.txt"), Gate(True), (item,))).decode().replace("%25", "%")
