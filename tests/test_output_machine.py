"""What each machine and merge-request format makes of the same reports, and what is its own about it."""

import csv
import io
import json
import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import junitparser
import pytest
from assessments import FAILED, FINDING, PASSED, PLACE, UNJUDGED
from lxml import etree
from rendering import BY_HAND, FAR, IGNORED, ROOT, WAIVED, judged, rendered

from evaluator import cli
from evaluator.assessment import Evidence
from evaluator.console.terminal import Screen
from evaluator.document import Place
from evaluator.output.github import MOST_SHOWN
from evaluator.output.sarif import SarifRenderer
from evaluator.presenting.addresses import address, uri
from evaluator.run import Summary

DATA = Path(__file__).parent / "data" / "schemas"
SNAPSHOTS = Path(__file__).parent / "snapshots"
SARIF = jsonschema.Draft4Validator(json.loads((DATA / "sarif-2.1.0-rtm.5.json").read_text("utf-8")))
JUNIT = etree.XMLSchema(etree.parse(DATA / "junit-10.xsd"))
SUFFIXES = {"markdown": "md", "sarif": "sarif", "junit": "xml", "github": "txt", "csv": "csv"}


@pytest.mark.parametrize("form", SUFFIXES)
def test_snapshot(form: str, update_snapshots: bool) -> None:
    path = SNAPSHOTS / f"{form}.{SUFFIXES[form]}"
    got = rendered(form, *BY_HAND, ignored=IGNORED, of=5)
    if update_snapshots:
        path.write_bytes(got)
    assert got == path.read_bytes(), "pytest --update-snapshots"


@pytest.mark.parametrize("form", SUFFIXES)
def test_an_interrupted_run_says_so(form: str) -> None:
    assert "已中断：共 5 份，只检查了前 1 份" in rendered(form, PASSED, of=5).decode()
    assert "中断" not in rendered(form, PASSED).decode()


@pytest.mark.parametrize("form", SUFFIXES)
@pytest.mark.parametrize("encoding", ["gbk", "ascii", "utf-8"])
def test_standard_output_of_any_encoding(
    form: str, encoding: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Data is the same in each; what is to be read loses what the encoding lacks, and nothing crashes."""
    printed = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(printed, encoding))
    # As one who starts the program asks for an encoding.
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    assert cli.main(["-f", form, str(ROOT / "examples/drafts/with-gaps.txt")]) == 1
    assert capsys.readouterr().err == ""
    data = printed.getvalue()
    if form in ("csv", "junit"):
        assert "石桥镇" in data.decode("utf-8")
    elif form == "sarif":
        assert json.loads(data)["runs"][0]["artifacts"][0]["properties"]["organ"] == "石桥镇"
    else:
        assert ("石桥镇" in data.decode(encoding)) == (encoding != "ascii")


def sarif(*given: Any, **more: Any) -> dict[str, Any]:
    log = json.loads(rendered("sarif", *given, **more))
    SARIF.validate(log)
    run: dict[str, Any] = log["runs"][0]
    return run


@pytest.mark.parametrize("given", [(), (PASSED,), (UNJUDGED,), BY_HAND], ids=["none", "passed", "unjudged", "all"])
def test_sarif_is_valid(given: tuple[Any, ...]) -> None:
    sarif(*given, ignored=IGNORED, of=9)
    assert sarif(*given, screen=Screen(unicode=False)) == sarif(*given)
    assert rendered("sarif", *given, screen=Screen(unicode=False)).isascii()


def test_sarif_schema_refuses() -> None:
    log = json.loads(rendered("sarif", FAILED))
    for spoil in ({"region": {"startLine": 0}}, {"artifactLocation": {"uri": 1}}, {"extra": 1}):
        spoilt = json.loads(json.dumps(log))
        spoilt["runs"][0]["results"][0]["locations"][0]["physicalLocation"].update(spoil)
        assert not SARIF.is_valid(spoilt), spoil


def test_sarif_has_only_problems_as_results() -> None:
    assert sarif(PASSED)["results"] == []
    assert [result["ruleId"] for result in sarif(FAILED)["results"]] == [
        "causes",
        "rectification",
        "next-plan",
        "plan-year",
    ]


def test_sarif_missing_has_a_file_and_no_region() -> None:
    causes = sarif(FAILED)["results"][0]
    assert causes["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "%E7%94%B2.txt"}}}]
    assert (causes["level"], causes["suppressions"]) == ("error", [])


def test_sarif_rules_describe_all_that_is_found() -> None:
    checklist, given = judged()
    run = sarif(*given, checklist=checklist)
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert len(rules) == len(run["tool"]["driver"]["rules"])
    assert {result["ruleId"] for result in run["results"]} <= set(rules)
    assert not {"sign-off", "secrecy-review"} & set(rules)
    assert (
        "依据：《党政主要负责人履行推进法治建设第一责任人职责规定》第五条" in rules["first-responsible"]["help"]["text"]
    )


def region(quote: str, line: int, column: int, end_line: int, length: int | None = None) -> dict[str, int]:
    place = Place(100, 100 + (len(quote) if length is None else length), line, column, end_line)
    run = sarif(replace(PASSED, findings=(replace(FINDING, quote=quote, place=place),)))
    got: dict[str, int] = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    return got


@pytest.mark.parametrize(
    ("given", "end"),
    [
        (("某县", 3, 2, 3), 4),
        (("😀县", 3, 1, 3), 3),
        (("某县\n报告", 3, 2, 4), 3),
        (("某县\r\n报\r告", 3, 2, 5), 2),
        (("某县…", 3, 2, 4, 9), None),
    ],
    ids=["one line", "beyond the basic plane", "two lines", "all line ends", "quote cut short"],
)
def test_sarif_regions(given: tuple[Any, ...], end: int | None) -> None:
    """Columns count code points, the end is one past the last; where it is not known it is left out."""
    whole = {"startLine": given[1], "startColumn": given[2], "endLine": given[3]}
    assert region(*given) == (whole if end is None else {**whole, "endColumn": end})


def fingerprints(*findings: Any, path: str = "甲.txt") -> list[str]:
    run = sarif(replace(FAILED, report=replace(FAILED.report, path=path), findings=findings))
    return [result["partialFingerprints"]["lawgovCheck/v1"] for result in run["results"]]


def test_sarif_fingerprints_outlive_moved_lines_and_renamed_files() -> None:
    before = fingerprints(FINDING, FINDING)
    assert len(set(before)) == len(before)
    assert fingerprints(replace(FINDING, place=FAR), replace(FINDING, place=FAR), path="乙.txt") == before
    assert fingerprints(replace(FINDING, quote="2022年安排"), FINDING)[-2:] != before[-2:]


def test_sarif_waived_is_suppressed() -> None:
    causes = next(result for result in sarif(WAIVED)["results"] if result["ruleId"] == "causes")
    assert causes["suppressions"] == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "机构改革未完成",
            "properties": {"approver": "县司法局", "expires": "2027-06-30"},
        }
    ]
    assert causes["level"] == "error"


@pytest.mark.parametrize(("given", "code", "good"), [(PASSED, 0, True), (FAILED, 1, True), (UNJUDGED, 3, False)])
def test_sarif_invocation(given: Any, code: int, good: bool) -> None:
    invocation = sarif(given)["invocations"][0]
    assert (invocation["exitCode"], invocation["executionSuccessful"]) == (code, good)


def test_sarif_says_when_github_will_not_take_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluator.output.sarif.MOST_RESULTS", 3)
    told = sarif(FAILED)["invocations"][0]["toolExecutionNotifications"]
    assert [note["descriptor"]["id"] for note in told] == ["short", "too-many-results"]
    assert "共 4 条结果" in told[1]["message"]["text"]


def test_sarif_results_are_written_as_they_come() -> None:
    from rendering import DESCRIBED

    from evaluator.console.terminal import FILE
    from evaluator.run import Run

    renderer = SarifRenderer(Run(DESCRIBED, 2), FILE)
    renderer.begin()
    assert '"ruleId": "causes"' in renderer.add(FAILED)
    assert "ruleId" not in renderer.end(Summary())


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("稿/甲 1.txt", "%E7%A8%BF/%E7%94%B2%201.txt"),
        ("./a#b?.txt", "a%23b%3F.txt"),
        ("c:d.txt", "c%3Ad.txt"),
        ("\udcff.txt", "%FF.txt"),
        ("/elsewhere/a.txt", "file:///elsewhere/a.txt"),
        ("-", "-"),
    ],
)
def test_uri(path: str, expected: str) -> None:
    assert uri(path) == expected


def test_what_lies_below_the_working_folder_is_named_from_there() -> None:
    assert address(str(Path.cwd() / "稿" / "甲.txt")) == "稿/甲.txt"
    assert address("../甲.txt") == "../甲.txt"


def junit(*given: Any, **more: Any) -> junitparser.JUnitXml:
    data = rendered("junit", *given, **more)
    JUNIT.assertValid(etree.fromstring(data))
    return junitparser.JUnitXml.fromstring(data)


def test_junit_counts_and_names() -> None:
    for suite in junit(*BY_HAND, ignored=IGNORED, of=9):
        counted = (suite.tests, suite.failures, suite.errors, suite.skipped)
        suite.update_statistics()
        assert counted == (suite.tests, suite.failures, suite.errors, suite.skipped)
        names = [case.name for case in suite]
        assert len(names) == len(set(names))


def failing(fail_on: str, *given: Any) -> list[str]:
    cases = [case for suite in junit(*given, fail_on=fail_on) for case in suite]
    return [case.name.split()[0] for case in cases if any(isinstance(r, junitparser.Failure) for r in case.result)]


@pytest.mark.parametrize(
    ("fail_on", "names"),
    [
        ("never", ["gate"]),
        ("missing", ["gate", "causes", "rectification"]),
        ("partial", ["gate", "causes", "rectification", "next-plan"]),
        ("error", ["gate", "causes", "rectification", "plan-year"]),
    ],
)
def test_junit_fails_what_the_gate_fails(fail_on: str, names: list[str]) -> None:
    required = tuple(replace(item, required=True) if item.id == "next-plan" else item for item in FAILED.items)
    assert failing(fail_on, replace(FAILED, items=required)) == names
    assert failing(fail_on, PASSED) == []


@pytest.mark.parametrize(("fail_on", "count"), [("missing", 4), ("partial", 6)])
def test_junit_hears_of_fail_on(fail_on: str, count: int, tmp_path: Path) -> None:
    """The gate and the items, three missing and two incomplete of those required."""
    saved = tmp_path / "结果.xml"
    draft = ROOT / "examples/drafts/with-gaps.txt"
    assert cli.main(["--fail-on", fail_on, "-o", str(saved), str(draft)]) == 1
    assert [suite.failures for suite in junitparser.JUnitXml.fromfile(str(saved))] == [count]


def test_junit_waived_is_skipped_and_still_missing() -> None:
    causes = next(case for suite in junit(WAIVED) for case in suite if case.name.startswith("causes"))
    assert [(type(result), result.type) for result in causes.result] == [(junitparser.Skipped, "missing waived")]


def test_junit_unjudged_is_an_error() -> None:
    suite = next(iter(junit(UNJUDGED)))
    assert (suite.tests, suite.errors) == (len(UNJUDGED.items) + 1, len(UNJUDGED.items) + 1)


def test_github_has_one_line_for_each_problem() -> None:
    lines = rendered("github", FAILED).decode().splitlines()
    assert lines[0] == (
        "::error file=甲.txt,line=1,title=要素causes缺失 causes::要素causes缺失：因为如此"
        "%0A建议：应当这样写；写在“二、存在的问题”之后%0A依据：《督察工作规定》（厅字〔2019〕28号）第二十四条"
    )
    assert lines[3] == (
        "::error file=甲.txt,line=3,endLine=4,title=文字错误 plan-year::"
        "文字错误：年份不对%0A原文：“2023年安排”%0A建议：改为2025年"
    )
    assert lines[4:] == ["共 1 份：通过 0，不通过 1，无法判定 0", "标注：错误 3，警告 0，提示 1"]


def test_github_escapes_what_it_names() -> None:
    assert "::notice file=各镇街/50%25 甲%2C乙%3A丙@丁.txt,line=12" in rendered("github", WAIVED).decode()


def test_github_says_what_is_not_shown() -> None:
    assert "只显示前" not in rendered("github", replace(FAILED, findings=(FINDING,) * (MOST_SHOWN - 2))).decode()
    assert "只显示前 10 条" in rendered("github", replace(FAILED, findings=(FINDING,) * (MOST_SHOWN - 1))).decode()


def rows(*given: Any, **more: Any) -> list[dict[str, str]]:
    text = rendered("csv", *given, **more).decode("utf-8-sig")
    return [*csv.DictReader(io.StringIO(text, newline=""), strict=True)]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        *((word, word) for word in ("石桥镇", "95%", "“=1”", "3-1")),
        *((word, "'" + word) for word in ("=1+1", "+1", "-1", "@A1", " =1", "＝1", "－1", "'=1")),
        ("\t=1", "' =1"),
        ("\r=1", "' =1"),
    ],
)
def test_csv_has_no_formulas(text: str, cell: str) -> None:
    row = rows(replace(PASSED, report=replace(PASSED.report, organ=text)))[0]
    assert row["单位"] == cell


def test_csv_row_of_each_kind() -> None:
    kinds = [row["类别"] for row in rows(WAIVED, ignored=IGNORED, of=2)]
    assert kinds == ["报告", *["要素"] * 6, *["文字"] * 4, *["安排对照"] * 2, "说明", "未检查", "未完成"]


ELSEWHERE, FARTHER = replace(PLACE, line=9, end_line=9), replace(PLACE, line=12, end_line=14)


@pytest.mark.parametrize(
    ("places", "others"),
    [
        ((PLACE,), ""),
        ((PLACE, PLACE), ""),
        ((PLACE, replace(PLACE, column=8)), ""),
        ((PLACE, ELSEWHERE, PLACE, ELSEWHERE), "第 9 行"),
        ((PLACE, FARTHER, ELSEWHERE, FARTHER), "第 12-14 行；第 9 行"),
    ],
)
def test_csv_lists_each_other_place_once(places: tuple[Place, ...], others: str) -> None:
    told = replace(PASSED.items[0], evidence=tuple(Evidence("组织培训", "", place) for place in places))
    (_, row) = rows(replace(PASSED, items=(told,), links=None))
    assert (row["行"], row["其他位置"]) == (str(PLACE.line), others)


def test_csv_of_what_was_not_judged() -> None:
    first, *items = rows(UNJUDGED)
    assert (first["结论"], first["原因"], first["建议"], first["得分"]) == ("无法判定", "空文件", "请核对文件", "")
    assert {row["结论"] for row in items} == {"无法判定"}


def test_markdown_of_several_ends_with_the_sum() -> None:
    text = rendered("markdown", *BY_HAND).decode()
    assert "## 汇总" not in rendered("markdown", FAILED).decode()
    table = text[text.index("## 汇总") :].strip().splitlines()
    assert table[0] == "## 汇总 4 份：通过 1，不通过 2，无法判定 1"
    assert table[4] == "| 甲.txt | 某县人民政府 | × 不通过 | 24.6 | 2 | 1 | 1 |"
    assert len(table) == 4 + len(BY_HAND)


def test_markdown_shows_the_heaviest_first() -> None:
    text = rendered("markdown", FAILED).decode()
    assert re.findall(r"\*\*要素([\w-]+)\*\*", text) == ["rectification", "causes", "next-plan"]


def test_all_places_of_an_item_are_told() -> None:
    item = replace(
        FAILED.items[3], evidence=tuple(Evidence(str(n), "", replace(FAR, line=n, end_line=n)) for n in (7, 9))
    )
    text = rendered("markdown", replace(FAILED, items=(item,))).decode()
    assert "第 2 页（全文第 7 行） “7”；另见第 2 页（全文第 9 行）" in text
    assert len(sarif(replace(FAILED, items=(item,)))["results"][0]["relatedLocations"]) == 1
