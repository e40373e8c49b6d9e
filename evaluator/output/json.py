"""JSON for programs: one object of one shape for one report or a thousand, written as the reports come."""

import json
from typing import Any

from checklist.waivers import Waiver
from evaluator.assessment import Assessment, Evidence, Finding, ItemResult, Link, Nearest, Tie
from evaluator.console.terminal import Screen
from evaluator.document import Place
from evaluator.run import NAME, VERSION, Run, Summary

SCHEMA_VERSION = 1


class JsonRenderer:
    """Plain ASCII where standard output lacks characters, so that it is the same data in any encoding."""

    def __init__(self, run: Run, screen: Screen) -> None:
        self._run = run
        self._ascii = not screen.unicode
        self._begun = False

    def begin(self) -> str:
        checklist = self._run.checklist
        head = {
            "schema_version": SCHEMA_VERSION,
            "tool": {"name": NAME, "version": VERSION},
            "checklist": {
                "id": checklist.id,
                "version": checklist.version,
                "profile": checklist.profile,
                "digest": checklist.digest,
            },
            "ignored": [{"path": ignored.path, "reason": ignored.reason} for ignored in self._run.ignored],
        }
        return self._dump(head)[:-1] + ',\n"reports": [\n'

    def add(self, assessment: Assessment) -> str:
        comma, self._begun = ",\n" if self._begun else "", True
        return comma + self._dump(report(assessment))

    def end(self, summary: Summary) -> str:
        tail = {
            "complete": summary.complete,
            "summary": summary.counts,
        }
        return "\n],\n" + self._dump(tail)[1:] + "\n"

    def _dump(self, value: Any) -> str:
        # A file name that is no UTF-8 has half characters in it; \udc80 is how JSON writes them.
        return json.dumps(value, ensure_ascii=self._ascii).encode("utf-8", "backslashreplace").decode()


def report(assessment: Assessment) -> dict[str, Any]:
    """One report as schema.json describes it; every key always there."""
    facts, score, unjudged = assessment.report, assessment.score, assessment.unjudged
    return {
        "report": {
            "path": facts.path,
            "title": facts.title,
            "organ": facts.organ,
            "level": facts.level,
            "year": facts.year,
            "published": facts.published,
            "characters": facts.characters,
            "sha256": facts.sha256,
        },
        "score": score
        and {"value": score.value, "earned": score.earned, "possible": score.possible, "grade": score.grade},
        "unjudged": unjudged and {"code": unjudged.code, "message": unjudged.message, "hint": unjudged.hint},
        "notes": [{"code": note.code, "message": note.message} for note in assessment.notes],
        "gate": {"passed": assessment.gate.passed, "reasons": list(assessment.gate.reasons)},
        "missing": list(assessment.missing),
        "items": [_item(item) for item in assessment.items],
        "findings": [_finding(finding) for finding in assessment.findings],
        "links": None if assessment.links is None else [_link(link) for link in assessment.links],
    }


def _item(item: ItemResult) -> dict[str, Any]:
    return {
        "id": item.id,
        "title": item.title,
        "verdict": item.verdict.value,
        "required": item.required,
        "weight": item.weight,
        "earned": item.earned,
        "reason": item.reason,
        "advice": item.advice,
        "basis": [{"norm": b.norm, "number": b.number, "article": b.place} for b in item.basis],
        "evidence": [_evidence(evidence) for evidence in item.evidence],
        "nearest": item.nearest and _nearest(item.nearest),
        "insert_after": item.insert_after,
        "expectations": [{"id": e.id, "met": e.met, "advice": e.advice} for e in item.expectations],
        "waiver": item.waiver and _waiver(item.waiver),
    }


def _evidence(evidence: Evidence) -> dict[str, Any]:
    return {"quote": evidence.quote, "section": evidence.section, **_place(evidence.place)}


def _nearest(nearest: Nearest) -> dict[str, Any]:
    return {"quote": nearest.quote, "line": nearest.place.line, "why_not": nearest.why_not}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "quote": finding.quote,
        **_place(finding.place),
        "suggestion": finding.suggestion,
        "waiver": finding.waiver and _waiver(finding.waiver),
    }


def _waiver(waiver: Waiver) -> dict[str, Any]:
    return {"reason": waiver.reason, "approver": waiver.approver, "expires": waiver.expires.isoformat()}


def _link(link: Link) -> dict[str, Any]:
    return {
        "problem": _evidence(link.problem),
        "cause": link.cause and _tie(link.cause),
        "measures": [_tie(measure) for measure in link.measures],
        "unanswered": link.unanswered,
    }


def _tie(tie: Tie) -> dict[str, Any]:
    return {
        "quote": tie.quote,
        "section": tie.section,
        **_place(tie.place),
        "why": tie.why,
        "shared": list(tie.shared),
        "similarity": tie.similarity,
    }


def _place(place: Place) -> dict[str, int | None]:
    return {
        "line": place.line,
        "end_line": place.end_line,
        "column": place.column,
        "start": place.start,
        "end": place.end,
        "page": place.page,
    }
