"""JSON: one shape, the one that its schema describes."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from assessments import CHECKLIST, FAILED, PASSED, UNJUDGED
from rendering import written_by

from evaluator import output
from evaluator.assessment import Assessment, Score
from evaluator.console.terminal import FILE, Screen
from evaluator.output.json import JsonRenderer
from evaluator.run import Ignored, Run

SCHEMA = json.loads((Path(output.__file__).parent / "schema.json").read_text("utf-8"))


def rendered(*assessments: Assessment, screen: Screen = FILE, complete: bool = True) -> str:
    renderer = JsonRenderer(Run(CHECKLIST, len(assessments), (Ignored("a.jpg", "不是能检查的格式"),)), screen)
    return written_by(renderer, *assessments, complete=complete).decode()


@pytest.mark.parametrize(
    "given",
    [(), (FAILED,), (UNJUDGED,), (PASSED, FAILED, UNJUDGED)],
    ids=["none", "one", "unjudged", "several"],
)
def test_fits_the_schema(given: tuple[Assessment, ...]) -> None:
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(rendered(*given)))


def test_the_schema_refuses_more_and_less() -> None:
    validator = jsonschema.Draft202012Validator(SCHEMA)
    good = json.loads(rendered(FAILED))
    for path in ((), ("reports", 0), ("reports", 0, "items", 1), ("reports", 0, "findings", 0), ("summary",)):
        spoilt: Any = json.loads(json.dumps(good))
        part = spoilt
        for key in path:
            part = part[key]
        part["extra"] = 1
        assert not validator.is_valid(spoilt), path
        part.pop("extra")
        part.pop(next(iter(part)))
        assert not validator.is_valid(spoilt), path


def test_head_and_summary() -> None:
    got = json.loads(rendered(PASSED, FAILED, UNJUDGED, complete=False))
    reports = got.pop("reports")
    assert [report["report"]["path"] for report in reports] == ["乙.txt", "甲.txt", "丙.txt"]
    assert got == {
        "schema_version": 1,
        "tool": {"name": "lawgov-check", "version": "0.1.0"},
        "checklist": {"id": "annual-report", "version": "1.0", "profile": "national", "digest": "0" * 64},
        "ignored": [{"path": "a.jpg", "reason": "不是能检查的格式"}],
        "complete": False,
        "summary": {"reports": 3, "passed": 1, "failed": 1, "unjudged": 1},
    }


def test_report() -> None:
    got = json.loads(rendered(FAILED))["reports"][0]
    assert (len(got.pop("items")), len(got.pop("findings"))) == (6, 1)
    assert got == {
        "report": {
            "path": "甲.txt",
            "title": "某县2024年报告",
            "organ": "某县人民政府",
            "level": "county",
            "year": 2024,
            "published": "2025-01-20",
            "characters": 5200,
            "sha256": "ab" * 32,
        },
        "score": {"value": 24.6, "earned": 8.5, "possible": 34.5, "grade": "较差"},
        "unjudged": None,
        "notes": [{"code": "short", "message": "正文很短"}],
        "gate": {"passed": False, "reasons": ["必备要素缺失：要素causes"]},
        "missing": ["rectification", "causes"],
        "links": None,
    }


PLACE = {"line": 3, "end_line": 4, "column": 2, "start": 10, "end": 14, "page": None}


def test_items() -> None:
    items = json.loads(rendered(FAILED))["reports"][0]["items"]
    assert items[1] == {
        "id": "causes",
        "title": "要素causes",
        "verdict": "missing",
        "required": True,
        "weight": 8,
        "earned": 0.0,
        "reason": "因为如此",
        "advice": "应当这样写",
        "basis": [{"norm": "《督察工作规定》", "number": "厅字〔2019〕28号", "article": "第二十四条"}],
        "evidence": [],
        "nearest": {"quote": "事故的原因", "line": 3, "why_not": "讲的是事故"},
        "insert_after": "二、存在的问题",
        "expectations": [],
        "waiver": None,
    }
    assert items[3]["evidence"] == [{"quote": "下一步，继续努力", "section": "三、下一步", **PLACE}]
    assert items[3]["earned"] == 5.5
    assert items[3]["expectations"][0] == {"id": "says-what", "met": False, "advice": "写明做什么"}


def test_findings() -> None:
    findings = json.loads(rendered(FAILED))["reports"][0]["findings"]
    assert findings == [
        {
            "rule": "plan-year",
            "severity": "error",
            "message": "年份不对",
            "quote": "2023年安排",
            **PLACE,
            "suggestion": "改为2025年",
            "waiver": None,
        }
    ]


def test_unjudged() -> None:
    got = json.loads(rendered(UNJUDGED))["reports"][0]
    assert got["score"] is None
    assert got["unjudged"] == {"code": "empty", "message": "空文件", "hint": "请核对文件"}
    assert got["missing"] == []


def test_the_same_data_in_ascii() -> None:
    text = rendered(FAILED, UNJUDGED, screen=Screen(unicode=False))
    assert text.isascii()
    assert json.loads(text) == json.loads(rendered(FAILED, UNJUDGED))


def test_a_name_that_is_no_utf8_and_hostile_words_stay_data() -> None:
    hostile = '\x1b[31m"\\\u202e</script>\n'
    facts = replace(FAILED.report, path="\udcff.txt", title=hostile)
    text = rendered(replace(FAILED, report=facts))
    text.encode()
    assert json.loads(text)["reports"][0]["report"]["title"] == hostile
    assert json.loads(text)["reports"][0]["report"]["path"] == "\udcff.txt"


def test_a_score_of_nothing_is_no_null() -> None:
    none = replace(FAILED, score=Score(0.0, 0.0, 10.0, "较差"))
    assert json.loads(rendered(none))["reports"][0]["score"]["value"] == 0.0
