"""Shortcomings with their causes and measures, as the terminal and JSON show them."""

import json
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from assessments import CHECKLIST, FAILED, PASSED, PLACE, UNJUDGED

from evaluator import output
from evaluator.assessment import Assessment, Evidence, Link, Tie
from evaluator.console.layout import cells
from evaluator.console.terminal import FILE, Screen
from evaluator.output import RENDERERS
from evaluator.run import Run, Summary

SCHEMA = json.loads((Path(output.__file__).parent / "schema.json").read_text("utf-8"))
SNAPSHOTS = Path(__file__).parent / "snapshots"
PROBLEM = Evidence("一是执法力量薄弱，全县持证人员只有31人，人均承担事项62项。", "四、存在的不足", PLACE)
CAUSE = Tie("由于编制多年未增", "四、存在的不足", PLACE, "写在同一条里")
MEASURE = Tie("一是招录执法人员6名；", "五、安排", PLACE, "都说到：执法、力量/招录", ("执法", "力量/招录"), 0.57)
LINKS = (
    Link(PROBLEM, CAUSE, (MEASURE, MEASURE), unanswered=False),
    Link(PROBLEM, None, (), unanswered=True),
    Link(PROBLEM, None, (), unanswered=False),
)


def rendered(form: str, *assessments: Assessment, screen: Screen = FILE) -> str:
    renderer = RENDERERS[form].renderer(Run(CHECKLIST, len(assessments)), screen)
    parts = [renderer.begin(), *map(renderer.add, assessments), renderer.end(Summary())]
    return "".join(part for part in parts if isinstance(part, str))


def table(screen: Screen, links: tuple[Link, ...] = LINKS) -> str:
    text = rendered("text", replace(FAILED, links=links), screen=screen)
    return text[text.index("不足、原因与安排对照") : text.index("○ 待人工")]


def test_no_table_where_nobody_asked_or_nothing_was_read() -> None:
    assert "对照" not in rendered("text", FAILED)
    assert "对照" not in rendered("text", replace(UNJUDGED, links=()))


@pytest.mark.parametrize(
    ("links", "expected"),
    [
        (LINKS[2:], "1 个不足，1 个没有对上安排，1 个没有写明原因"),
        (LINKS[1:2], "1 个不足，1 个没有看到对应的安排，1 个没有写明原因"),
        (LINKS[:1], "1 个不足，都有对应的安排"),
    ],
    ids=["not matched", "not answered", "answered"],
)
def test_the_heading_counts_what_the_rows_say(links: tuple[Link, ...], expected: str) -> None:
    assert table(Screen(120), links).splitlines()[0] == f"不足、原因与安排对照  {expected}"


def test_no_problem_found() -> None:
    assert table(FILE, ()) == "不足、原因与安排对照  没有识别出写明的不足\n\n"


@pytest.mark.parametrize("width", [40, 80])
def test_snapshot(width: int, update_snapshots: bool) -> None:
    """A table, and below each other where it is narrow. After a change: pytest --update-snapshots."""
    path = SNAPSHOTS / f"text-links-{width}.txt"
    got = table(Screen(width))
    if update_snapshots:
        path.write_text(got, "utf-8")
    assert got == path.read_text("utf-8")


@pytest.mark.parametrize("width", [40, 60, 66, 80, 100, 120])
def test_fits_the_width(width: int) -> None:
    assert [line for line in table(Screen(width)).splitlines() if cells(line) > width] == []


def test_everything_is_gbk() -> None:
    table(FILE).encode("gbk")


def test_words_of_a_report_are_never_obeyed() -> None:
    hostile = replace(PROBLEM, quote="\x1b[31m[bold]\u202e一是13812345678")
    text = table(FILE, (replace(LINKS[0], problem=hostile),))
    assert "\x1b" not in text and "\u202e" not in text and "13812345678" not in text


def test_among_several_reports_only_the_count() -> None:
    text = rendered("text", replace(FAILED, links=LINKS), PASSED)
    assert "    安排对照  3 个不足，1 个没有看到对应的安排，1 个没有对上安排，2 个没有写明原因\n" in text
    assert "不足、原因与安排对照" not in text


def test_json() -> None:
    got = json.loads(rendered("json", replace(FAILED, links=LINKS), PASSED, replace(UNJUDGED, links=())))
    jsonschema.Draft202012Validator(SCHEMA).validate(got)
    place = {"line": 3, "end_line": 4, "column": 2, "start": 10, "end": 14, "page": None}
    first, second, third = (report["links"] for report in got["reports"])
    assert (second, third) == (None, [])
    assert first[1] == {
        "problem": {"quote": PROBLEM.quote, "section": "四、存在的不足", **place},
        "cause": None,
        "measures": [],
        "unanswered": True,
    }
    assert first[0]["measures"][0] == {
        "quote": "一是招录执法人员6名；",
        "section": "五、安排",
        **place,
        "why": "都说到：执法、力量/招录",
        "shared": ["执法", "力量/招录"],
        "similarity": 0.57,
    }
