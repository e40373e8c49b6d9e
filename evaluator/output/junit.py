"""JUnit XML for the test pages of CI servers: a suite for each report, a case for the gate, each item and finding.

A case fails where it keeps the report from passing (--fail-on), so that the page and the exit code agree. What is
missing or wrong besides is a skipped case of type missing, partial or a severity, which the page shows as well; waived,
not applicable and manual are skipped too. What could not be judged is an error.
"""

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from evaluator.assessment import Assessment, ItemResult, Verdict
from evaluator.console.layout import visible
from evaluator.console.terminal import Screen
from evaluator.gate.scoring import FAIL_ON
from evaluator.presenting.placing import where
from evaluator.presenting.problems import Problem, problems
from evaluator.run import NAME, Run, Summary

_OUTCOMES = {"failure": "failures", "error": "errors", "skipped": "skipped"}


class JunitRenderer:
    """Bytes, since the head says UTF-8 whatever the encoding of standard output is."""

    def __init__(self, run: Run, _screen: Screen) -> None:
        self._run = run

    def begin(self) -> bytes:
        return f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="{NAME}">\n'.encode()

    def add(self, assessment: Assessment) -> bytes:
        suite = _suite(assessment.report.path)
        _properties(suite, assessment)
        _gate(suite, assessment)
        wrong = {problem.id: problem for problem in problems(assessment) if problem.kind != "finding"}
        for item in assessment.items:
            _item(suite, item, wrong.get(item.id), self._run.fail_on)
        for name, problem in _findings(assessment):
            _outcome(_case(suite, name), *_weighed(problem, self._run.fail_on), *_told(problem))
        return _written(suite)

    def end(self, summary: Summary) -> bytes:
        parts = []
        if self._run.ignored:
            suite = _suite("没有检查的文件")
            for file in self._run.ignored:
                _outcome(_case(suite, file.path), "skipped", "ignored", file.reason)
            parts.append(_written(suite))
        if not summary.complete:
            suite = _suite("未完成")
            why = f"已中断：共 {self._run.reports} 份，只检查了前 {summary.reports} 份"
            _outcome(_case(suite, "complete"), "error", "interrupted", why)
            parts.append(_written(suite))
        return b"".join(parts) + b"</testsuites>\n"


def _suite(name: str) -> Element:
    return Element("testsuite", name=visible(name))


def _written(suite: Element) -> bytes:
    suite.set("tests", str(len(suite.findall("testcase"))))
    for outcome, plural in _OUTCOMES.items():
        suite.set(plural, str(len(suite.findall(f"testcase/{outcome}"))))
    indent(suite)
    return tostring(suite, encoding="unicode").encode() + b"\n"


def _properties(suite: Element, assessment: Assessment) -> None:
    facts, score = assessment.report, assessment.score
    said = (
        ("organ", facts.organ),
        ("level", facts.level),
        ("year", facts.year),
        ("score", score and score.value),
        ("grade", score and score.grade),
        *(("note", note.message) for note in assessment.notes),
    )
    properties = SubElement(suite, "properties")
    for name, value in said:
        if value is not None:
            SubElement(properties, "property", name=name, value=visible(str(value)))


def _gate(suite: Element, assessment: Assessment) -> None:
    case, unjudged = _case(suite, "gate 门槛"), assessment.unjudged
    if unjudged:
        _outcome(case, "error", unjudged.code, unjudged.message, f"建议：{unjudged.hint}")
    elif not assessment.gate.passed:
        _outcome(case, "failure", "gate", "不通过", *assessment.gate.reasons)


def _item(suite: Element, item: ItemResult, problem: Problem | None, fail_on: str) -> None:
    case = _case(suite, f"{item.id} {item.title}")
    if problem:
        _outcome(case, *_weighed(problem, fail_on), *_told(problem))
    elif item.verdict is not Verdict.MET:
        outcome = "error" if item.verdict is Verdict.UNJUDGED else "skipped"
        _outcome(case, outcome, item.verdict.value, item.reason)


def _findings(assessment: Assessment) -> Iterator[tuple[str, Problem]]:
    """Each with a name that is the rule's, counted: lines move from one draft to the next."""
    seen: Counter[str] = Counter()
    for problem in problems(assessment):
        if problem.kind == "finding":
            seen[problem.id] += 1
            yield f"{problem.id} #{seen[problem.id]}", problem


def _weighed(problem: Problem, fail_on: str) -> tuple[str, str]:
    """Whether the problem fails its case, and what kind of problem it is."""
    verdicts, severities = FAIL_ON[fail_on]
    if problem.kind == "finding":
        fails, kind = problem.severity in severities, problem.severity
    else:
        fails, kind = problem.required and problem.kind in verdicts, problem.kind
    if problem.accepted:
        return "skipped", f"{kind} {'waived' if problem.waiver else 'known'}"
    return ("failure" if fails else "skipped"), kind


def _told(problem: Problem) -> Iterator[str]:
    yield from problem.told
    yield from (f"位置：{where(evidence.place)}" for evidence in problem.evidence)


def _case(suite: Element, name: str) -> Element:
    return SubElement(suite, "testcase", name=visible(name), classname=suite.get("name", ""))


def _outcome(case: Element, outcome: str, kind: str, message: str, *more: str) -> None:
    element = SubElement(case, outcome, type=kind, message=visible(message))
    element.text = "\n".join(map(visible, more))
