"""Runs in any format: assessments made by hand for what is rare, drafts judged for what is usual."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from assessments import CHECKLIST, FAILED, FINDING, PASSED, PLACE, RESULTS, UNJUDGED

from checklist.loading import load
from checklist.model import Checklist, Item
from checklist.rule import Rule
from checklist.waivers import Waiver
from evaluator.assessment import Assessment, Evidence, Link, Original, Tie, Verdict
from evaluator.console.terminal import FILE, Screen
from evaluator.document import Place
from evaluator.evaluation import Options, document_of, evaluate
from evaluator.output import RENDERERS, Renderer
from evaluator.run import Ignored, Run, Summary

ROOT = Path(__file__).parent.parent.parent
WAIVER = Waiver("causes", "甲.txt", "机构改革未完成", "县司法局", date(2027, 6, 30))
FAR = Place(start=90, end=95, line=12, column=1, end_line=12, page=2)
# One missing and one finding waived, a second place, awkward names, shortcomings with and without an answer.
WAIVED = replace(
    FAILED,
    report=replace(FAILED.report, path="各镇街/50% 甲,乙:丙@丁.txt"),
    items=tuple(
        replace(item, waiver=WAIVER)
        if item.id == "causes"
        else replace(item, evidence=(*item.evidence, Evidence("组织培训\n2次", "三、下一步", FAR)))
        if item.verdict is Verdict.PARTIAL
        else item
        for item in RESULTS
    ),
    findings=(
        FINDING,
        replace(FINDING, rule="term", severity="warning", place=FAR, waiver=replace(WAIVER, accepts="term")),
        replace(FINDING, rule="rate", severity="info", suggestion="", quote="=1+1|`@甲`"),
        FINDING,
    ),
    links=(
        Link(Evidence("执法力量薄弱", "四、不足", PLACE), Tie("编制未增", "四、不足", PLACE, "同一条"), (), False),
        Link(Evidence("经费不足", "四、不足", FAR), None, (), True),
    ),
)
BY_HAND = (FAILED, PASSED, UNJUDGED, WAIVED)
TO_DO = (Verdict.MISSING, Verdict.PARTIAL)
# Everything is accepted, in part by a baseline, and the gate passed.
KNOWN = replace(
    WAIVED,
    report=replace(FAILED.report, path="丁.txt"),
    gate=PASSED.gate,
    items=tuple(replace(i, known=i.verdict in TO_DO and not i.waiver) for i in WAIVED.items),
    findings=tuple(replace(f, known=not f.waiver) for f in WAIVED.findings),
)
IGNORED = (Ignored("~$稿.docx", "Word/WPS 打开文档时留下的临时文件"),)
# As the one of assessments.py, with what the results made by hand are about.
DESCRIBED = replace(
    CHECKLIST,
    items=tuple(
        Item(item.id, item.title, "写了什么", (), item.weight, item.required, item.advice, manual=item.id == "sign-off")
        for item in RESULTS
    ),
    rules=tuple(Rule(name, name, f"规则{name}", "error", "改正") for name in ("plan-year", "term", "rate")),
)


def rendered(
    form: str,
    *given: Assessment,
    checklist: Checklist = DESCRIBED,
    screen: Screen = FILE,
    ignored: tuple[Ignored, ...] = (),
    of: int = 0,
    fail_on: str = "missing",
) -> bytes:
    """What the format writes of a run; with `of` it was cut short and should have been so many reports."""
    run = Run(checklist, of or len(given), ignored, fail_on)
    return written_by(RENDERERS[form].renderer(run, screen), *given, complete=not of)


def written_by(renderer: Renderer, *given: Assessment, complete: bool = True) -> bytes:
    """All parts of an output, as they are asked for in a run."""
    parts, summary = [renderer.begin()], Summary(complete=complete)
    for assessment in given:
        parts.append(renderer.add(assessment))
        summary = summary.plus(assessment)
    parts.append(renderer.end(summary))
    return b"".join(part.encode() if isinstance(part, str) else part for part in parts)


def with_original(assessment: Assessment) -> Assessment:
    """As the formats get it that show the report itself: another one than it is of, but with the same places in it."""
    data = (ROOT / "examples/drafts/complete.txt").read_bytes()
    return replace(assessment, original=Original(data, document_of(data, "甲.txt", Options())))


def judged() -> tuple[Checklist, tuple[Assessment, ...]]:
    """The drafts of examples/ and reports with faults as the program judges them, one that is none, with --links."""
    checklist, options = load(), Options(links=True, original=True)
    faulty = [ROOT / f"tests/data/reports/{name}.txt" for name in ("run-in-headings", "township-yibashou")]
    drafts = [*sorted((ROOT / "examples/drafts").glob("*.txt")), *faulty]
    given = [(path.name, path.read_bytes()) for path in drafts] + [("空.txt", b"")]
    return checklist, tuple(evaluate(data, name, checklist, options) for name, data in given)
