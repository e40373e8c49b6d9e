"""Assessments made by hand, for tests of what is done with them."""

from dataclasses import replace

from checklist.model import Checklist, Item
from evaluator.assessment import (
    Assessment,
    Citation,
    Evidence,
    ExpectationResult,
    Finding,
    Gate,
    ItemResult,
    Nearest,
    ReportFacts,
    Score,
    Unjudged,
    Verdict,
)
from evaluator.document import Note, Place

PLACE = Place(start=10, end=14, line=3, column=2, end_line=4, page=None)
BASIS = Citation("《督察工作规定》", "厅字〔2019〕28号", "第二十四条")


def result(
    name: str = "study", verdict: Verdict = Verdict.MET, weight: float = 10, **more: object
) -> ItemResult:
    plain = ItemResult(name, f"要素{name}", verdict, False, weight, "因为如此", "应当这样写")
    return replace(plain, **more)  # type: ignore[arg-type]


RESULTS = (
    result("title", Verdict.MET, 3, evidence=(Evidence("某县2024年报告", "", PLACE),)),
    result(
        "causes",
        Verdict.MISSING,
        8,
        required=True,
        basis=(BASIS,),
        nearest=Nearest("事故的原因", PLACE, "讲的是事故"),
        insert_after="二、存在的问题",
    ),
    result("rectification", Verdict.MISSING, 12.5, required=True),
    result(
        "next-plan",
        Verdict.PARTIAL,
        11,
        evidence=(Evidence("下一步，继续努力", "三、下一步", PLACE),),
        expectations=(
            ExpectationResult("says-what", False, "写明做什么"),
            ExpectationResult("dated", True, "写明何时"),
        ),
    ),
    result("area-digital", Verdict.NOT_APPLICABLE, 3),
    result("sign-off", Verdict.MANUAL, 0),
)
FINDING = Finding("plan-year", "error", "年份不对", "2023年安排", PLACE, "改为2025年")
FAILED = Assessment(
    ReportFacts("甲.txt", "某县2024年报告", "某县人民政府", "county", 2024, "2025-01-20", 5200, "ab" * 32),
    Gate(False, ("必备要素缺失：要素causes",)),
    RESULTS,
    findings=(FINDING,),
    score=Score(24.6, 8.5, 34.5, "较差"),
    notes=(Note("short", "正文很短"),),
)
PASSED = replace(
    FAILED,
    report=replace(FAILED.report, path="乙.txt"),
    gate=Gate(True),
    items=RESULTS[:1],
    findings=(),
    notes=(),
)
UNJUDGED = Assessment(
    ReportFacts("丙.txt"),
    Gate(False, ("无法判定：空文件",)),
    tuple(replace(item, verdict=Verdict.UNJUDGED, evidence=(), nearest=None) for item in RESULTS),
    unjudged=Unjudged("empty", "空文件", "请核对文件"),
)
CHECKLIST = Checklist(
    id="annual-report",
    version="1.0",
    title="年度报告",
    profile="national",
    digest="0" * 64,
    norms={},
    roles=(),
    items=(
        Item("study", "学习", "怎样学习", (), 6, False, "写学习"),
        Item("sign-off", "签发", "谁签发", (), 0, False, "请人工确认", manual=True),
    ),
)
