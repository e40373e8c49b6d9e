"""Each problem of a report as a SARIF result, with the region of the text on which it stands."""

from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from typing import Any

from checklist.waivers import Waiver
from evaluator.assessment import Assessment, Evidence
from evaluator.presenting.addresses import uri
from evaluator.presenting.problems import Problem, problems

LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def results(assessment: Assessment) -> Iterator[dict[str, Any]]:
    file, seen = uri(assessment.report.path), Counter[str]()
    for problem in problems(assessment):
        mark = _fingerprint(problem)
        seen[mark] += 1
        first, *others = [_location(file, evidence) for evidence in problem.evidence] or [_whole(file)]
        yield {
            "ruleId": problem.id,
            "level": LEVELS[problem.severity],
            "message": {"text": "\n".join(problem.told)},
            "locations": [first],
            **({"relatedLocations": others} if others else {}),
            "partialFingerprints": {"lawgovCheck/v1": f"{mark}:{seen[mark]}"},
            # Where one result of a run has it, all have it.
            "suppressions": [_suppression(problem.waiver)] if problem.waiver else [],
            "properties": {"kind": problem.kind, "required": problem.required, "accepted": bool(problem.accepted)},
        }


def _fingerprint(problem: Problem) -> str:
    """Of an item its id, which is once in a report; of a finding its words too, but not where they stand."""
    words = problem.evidence[0].quote if problem.kind == "finding" else ""
    said = problem.id + "\0" + "".join(words.split())
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _whole(file: str) -> dict[str, Any]:
    """What is missing stands nowhere: the file, and no region."""
    return {"physicalLocation": {"artifactLocation": {"uri": file}}}


def _location(file: str, evidence: Evidence) -> dict[str, Any]:
    place = evidence.place
    physical = {"artifactLocation": {"uri": file}, "region": _region(evidence)}
    section = {"logicalLocations": [{"name": evidence.section}]} if evidence.section else {}
    page = {"properties": {"page": place.page}} if place.page else {}
    return {"physicalLocation": physical, **section, **page}


def _region(evidence: Evidence) -> dict[str, int]:
    place, end = evidence.place, _end_column(evidence)
    region = {"startLine": place.line, "startColumn": place.column, "endLine": place.end_line}
    return region if end is None else {**region, "endColumn": end}


def _end_column(evidence: Evidence) -> int | None:
    """One past the last character; over several lines only where the quote is the very text of the place."""
    place, quote = evidence.place, evidence.quote
    if place.line == place.end_line:
        return place.column + place.end - place.start
    lines = quote.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    whole = len(quote) == place.end - place.start and len(lines) == place.end_line - place.line + 1
    return len(lines[-1]) + 1 if whole else None


def _suppression(waiver: Waiver) -> dict[str, Any]:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": waiver.reason,
        "properties": {"approver": waiver.approver, "expires": waiver.expires.isoformat()},
    }
