"""Each format read back: of every report what the format says of it, by the names of `Seen`."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

from markdown_it import MarkdownIt
from readback_html import read_html
from readback_office import read_docx, read_opinion, read_xlsx
from seen import OUTCOMES, SEVERITIES, VERDICTS, Answered, Lines, Seen, accepted, lines_of, severity_of, verdict_of

from evaluator.assessment import KNOWN_SHOWN

LEVELS = {"error": "error", "warning": "warning", "note": "info", "notice": "info"}

Read = Callable[[bytes], dict[str, Seen]]


def read_json(data: bytes) -> dict[str, Seen]:
    return {report["report"]["path"]: _json(report) for report in json.loads(data)["reports"]}


def _json(report: dict[str, Any]) -> Seen:
    items, findings = report["items"], report["findings"]
    passed = "passed" if report["gate"]["passed"] else "failed"
    waived = [item["id"] for item in items if item["waiver"]] + [f["rule"] for f in findings if f["waiver"]]
    return {
        "outcome": "unjudged" if report["unjudged"] else passed,
        "score": report["score"] and report["score"]["value"],
        "verdicts": {item["id"]: item["verdict"] for item in items},
        "waived": waived,
        "findings": [(f["rule"], f["severity"], _lines(f)) for f in findings],
        "places": {i["id"]: [_lines(e) for e in i["evidence"]] for i in items if i["evidence"]},
        "links": [_link(link) for link in report["links"] or ()],
    }


def _lines(place: dict[str, Any]) -> Lines:
    return place["line"], place["end_line"]


def _link(link: dict[str, Any]) -> Answered:
    causes = [link["cause"]] if link["cause"] else []
    return _lines(link["problem"]), [*map(_lines, causes)], [*map(_lines, link["measures"])], link["unanswered"]


def read_csv(data: bytes) -> dict[str, Seen]:
    rows = [*csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))]
    paths = dict.fromkeys(row["文件"].removeprefix("'") for row in rows if row["类别"] == "报告")
    return {path: _csv([row for row in rows if row["文件"].removeprefix("'") == path]) for path in paths}


def _csv(rows: list[dict[str, str]]) -> Seen:
    report = next(row for row in rows if row["类别"] == "报告")
    items = [row for row in rows if row["类别"] == "要素"]
    findings = [row for row in rows if row["类别"] == "文字"]
    return {
        "outcome": {"通过": "passed", "不通过": "failed", "无法判定": "unjudged"}[report["结论"]],
        "score": float(report["得分"]) if report["得分"] else None,
        "verdicts": {row["编号"]: VERDICTS[row["结论"]] for row in items},
        "waived": [row["编号"] for row in items + findings if row["豁免到期"]],
        "known": [row["编号"] for row in items + findings if row["豁免理由"] == KNOWN_SHOWN],
        "findings": [(row["编号"], SEVERITIES[row["结论"]], (int(row["行"]), int(row["止行"]))) for row in findings],
        "distinct_places": {
            row["编号"]: [(int(row["行"]), int(row["止行"])), *lines_of(row["其他位置"])] for row in items if row["行"]
        },
        "links": [
            (
                (int(row["行"]), int(row["止行"])),
                lines_of(row["原因"]),
                lines_of(row["建议"]),
                row["结论"] == "没有看到对应的安排",
            )
            for row in rows
            if row["类别"] == "安排对照"
        ],
    }


def read_markdown(data: bytes) -> dict[str, Seen]:
    """As a forge shows it: headings and tables of the rendered text."""
    text = data.decode().partition("\n## 汇总")[0]
    parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)[1:]
    return dict(map(_markdown, parts))


def _markdown(part: str) -> tuple[str, Seen]:
    tokens = MarkdownIt("commonmark").enable("table").parse(part)
    inline = [
        "".join(child.content or "\n" * (child.type == "html_inline") for child in token.children or ())
        for token in tokens
        if token.type == "inline"
    ]
    outcome, _, path = inline[0].replace("\u200b", "").partition("　")
    score = re.search(r"得分 (\d+\.\d)", "".join(inline[:2]))
    items, findings = _rows(tokens, "结论"), _rows(tokens, "程度")
    shown = [*((_id(row), row["结论"]) for row in items), *((row["规则"], row["程度"]) for row in findings)]
    seen: Seen = {
        "outcome": OUTCOMES[outcome],
        "score": float(score[1]) if score else None,
        "verdicts": {_id(row): verdict_of(row["结论"]) for row in items},
        **accepted(shown),
        "findings": [(row["规则"], severity_of(row["程度"]), lines_of(row["位置"])[0]) for row in findings],
        "distinct_places": {_id(row): _unquoted(row["位置和原文"]) for row in items if row["位置和原文"]},
        "links": [
            (
                _unquoted(row["不足"])[0],
                _unquoted(row["原因"]),
                _unquoted(row["下一年度安排"]),
                row["下一年度安排"].startswith("没有看到对应的措施"),
            )
            for row in _rows(tokens, "不足")
        ],
    }
    return path, seen


def _id(row: dict[str, str]) -> str:
    return row["要素"].split()[-1]


def _unquoted(cell: str) -> list[Lines]:
    """The places in a cell, but not those of which a quote speaks."""
    return lines_of(re.sub("“.*?”", "", cell))


def _rows(tokens: list[Any], first: str) -> list[dict[str, str]]:
    """The rows of every table whose first column has that title."""
    rows, found = [list[str]()], []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append("".join(child.content for child in token.children or ()))
        elif token.type == "table_open":
            rows = [[]]
        elif token.type == "table_close" and rows[1][0] == first:
            found += [dict(zip(rows[1], row, strict=True)) for row in rows[2:]]
    return found


def read_sarif(data: bytes) -> dict[str, Seen]:
    run = json.loads(data)["runs"][0]
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    return {unquote(uri): _sarif(run, uri) for uri in uris}


def _sarif(run: dict[str, Any], uri: str) -> Seen:
    def about(entry: dict[str, Any]) -> bool:
        where = entry.get("locations") or [{"physicalLocation": {"artifactLocation": {"uri": None}}}]
        return bool(where[0]["physicalLocation"]["artifactLocation"]["uri"] == uri)

    said = next(artifact["properties"] for artifact in run["artifacts"] if artifact["location"]["uri"] == uri)
    notes = [n for n in run["invocations"][0]["toolExecutionNotifications"] if about(n) and n["level"] == "error"]
    results = [result for result in run["results"] if about(result)]
    items = [result for result in results if result["properties"]["kind"] != "finding"]
    findings = [result for result in results if result["properties"]["kind"] == "finding"]
    verdicts = said["verdicts"]
    return {
        "outcome": "unjudged" if notes else "passed" if said["passed"] else "failed",
        "score": said["score"],
        "counts": (verdicts.get("missing", 0), verdicts.get("partial", 0)),
        "problems": {result["ruleId"]: result["properties"]["kind"] for result in items},
        "waived": [result["ruleId"] for result in results if result["suppressions"]],
        "known": [r["ruleId"] for r in results if r["properties"]["accepted"] and not r["suppressions"]],
        "findings": [(f["ruleId"], LEVELS[f["level"]], _regions(f)[0]) for f in findings],
        "problem_places": {result["ruleId"]: _regions(result) for result in items if _regions(result)},
    }


def _regions(result: dict[str, Any]) -> list[Lines]:
    places = [*result["locations"], *result.get("relatedLocations", [])]
    regions = [place["physicalLocation"].get("region") for place in places]
    return [(region["startLine"], region["endLine"]) for region in regions if region]


def read_junit(data: bytes) -> dict[str, Seen]:
    suites = ElementTree.fromstring(data).findall("testsuite")
    return {suite.get("name", ""): _junit(suite) for suite in suites if suite.find("properties") is not None}


def _junit(suite: ElementTree.Element) -> Seen:
    gate, *cases = suite.findall("testcase")
    properties = {p.get("name"): p.get("value") or "" for p in suite.findall("properties/property")}
    named = [(case.get("name", "").split()[0], case.find("*"), case) for case in cases]
    items = [entry for entry in named if "#" not in entry[2].get("name", "")]
    kinds = {name: (what.get("type") or "").split() if what is not None else ["met"] for name, what, _ in items}
    findings = [(name, what) for name, what, case in named if "#" in case.get("name", "") and what is not None]
    return {
        "outcome": {None: "passed", "failure": "failed", "error": "unjudged"}[getattr(gate.find("*"), "tag", None)],
        "score": float(properties["score"]) if "score" in properties else None,
        "verdicts": {name: kind[0] for name, kind in kinds.items()},
        "waived": [name for name, what, _ in named if what is not None and "waived" in (what.get("type") or "")],
        "known": [name for name, what, _ in named if what is not None and "known" in (what.get("type") or "")],
        "findings": [
            (name, (what.get("type") or "").split()[0], lines_of((what.text or "").splitlines()[-1])[0])
            for name, what in findings
        ],
        "problem_places": {
            name: lines_of("".join(line for line in (what.text or "").splitlines() if line.startswith("位置：")))
            for name, what, _ in items
            if what is not None and "位置：" in (what.text or "")
        },
    }


def read_github(data: bytes) -> dict[str, Seen]:
    """A report without any annotation is not there."""
    seen: dict[str, Seen] = {}
    for line in data.decode().splitlines():
        command = re.fullmatch(r"::(\w+) (.*?)::.*", line)
        if not command:
            continue
        said = {
            name: value.replace("%2C", ",").replace("%3A", ":").replace("%25", "%")
            for name, value in (part.split("=", 1) for part in command[2].split(","))
        }
        report = seen.setdefault(
            said["file"], {"problems": {}, "waived": [], "known": [], "found": [], "first_places": {}}
        )
        _annotation(report, said)
    return seen


def _annotation(report: Seen, said: dict[str, str]) -> None:
    title, _, name = said["title"].removesuffix("（已豁免）").removesuffix(f"（{KNOWN_SHOWN}）").rpartition(" ")
    if title == "无法判定":
        report["outcome"] = "unjudged"
        return
    marks = accepted([(name, said["title"])])
    report["waived"] += marks["waived"]
    report["known"] += marks["known"]
    lines = int(said["line"]), int(said.get("endLine", said["line"]))
    if title.startswith("文字"):
        report["found"].append((name, lines))
        return
    report["problems"][name] = "missing" if title.endswith("缺失") else "partial"
    if "endLine" in said:
        report["first_places"][name] = lines


def read_text(data: bytes) -> dict[str, Seen]:
    """The short form, which several reports have."""
    text = re.sub(r"\n\s{10,}", "", data.decode().partition("\n汇总")[0])
    return dict(map(_text, text.strip().split("\n\n")))


def _text(part: str) -> tuple[str, Seen]:
    path, said, *more = part.split("\n")
    score = re.search(r"(\d+\.\d) 分", said)
    titles = {line.split()[0]: line.count("、") + 1 for line in more}
    seen: Seen = {
        "outcome": next(word for shown, word in OUTCOMES.items() if shown in said),
        "score": float(score[1]) if score else None,
        "counts": (titles.get("缺失", 0), titles.get("不完整", 0)),
    }
    return path, seen


READERS: dict[str, Read] = {
    "text": read_text,
    "json": read_json,
    "markdown": read_markdown,
    "sarif": read_sarif,
    "junit": read_junit,
    "github": read_github,
    "csv": read_csv,
    "html": read_html,
    "opinion": read_opinion,
    "xlsx": read_xlsx,
    "docx": read_docx,
}
