"""SARIF 2.1.0 for code scanning: the problems as results, everything else as facts of the run.

Results are written as the reports come. The little that stands behind them (a line on each report, what kept one
from being judged) is kept until the end.
"""

import json
from typing import Any

from evaluator.assessment import Assessment
from evaluator.console.terminal import Screen
from evaluator.output.sarif.notifications import incomplete, notifications, of_ignored, too_many
from evaluator.output.sarif.results import results
from evaluator.output.sarif.rules import rules
from evaluator.presenting.addresses import uri
from evaluator.run import NAME, VERSION, Run, Summary

# As a place on the web it is named in files everywhere; nothing is fetched from it.
SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
# GitHub takes no file with more results.
MOST_RESULTS = 25_000


class SarifRenderer:
    """Plain ASCII where standard output lacks characters: JSON is UTF-8, or else must be ASCII."""

    def __init__(self, run: Run, screen: Screen) -> None:
        self._run = run
        self._ascii = not screen.unicode
        self._artifacts: list[str] = []
        self._notifications: list[str] = []
        self._count = 0

    def begin(self) -> str:
        driver = {"name": NAME, "semanticVersion": VERSION, "language": "zh-CN", "rules": rules(self._run.checklist)}
        run = {"tool": {"driver": driver}, "language": "zh-CN", "columnKind": "unicodeCodePoints"}
        head = {"$schema": SCHEMA, "version": "2.1.0"}
        return self._dump(head)[:-1] + ',\n"runs": [' + self._dump(run)[:-1] + ',\n"results": ['

    def add(self, assessment: Assessment) -> str:
        self._artifacts.append(self._dump(_artifact(assessment)))
        self._notifications += map(self._dump, notifications(assessment))
        found = [self._dump(result) for result in results(assessment)]
        comma = "," if self._count and found else ""
        self._count += len(found)
        return comma + ",".join("\n" + result for result in found)

    def end(self, summary: Summary) -> str:
        told = [*self._notifications, *map(self._dump, of_ignored(self._run.ignored))]
        if not summary.complete:
            told.append(self._dump(incomplete(self._run.reports, summary.reports)))
        if self._count > MOST_RESULTS:
            told.append(self._dump(too_many(self._count, MOST_RESULTS)))
        invocation = {
            "executionSuccessful": summary.complete and not summary.unjudged,
            "exitCode": summary.exit_code,
        }
        invocations = self._dump(invocation)[:-1] + ',\n"toolExecutionNotifications": ' + _listed(told) + "}"
        return (
            '\n],\n"artifacts": '
            + _listed(self._artifacts)
            + f',\n"invocations": [{invocations}],\n"properties": {self._dump(self._properties(summary))}}}]}}\n'
        )

    def _properties(self, summary: Summary) -> dict[str, Any]:
        checklist = self._run.checklist
        return {
            "checklist": {"id": checklist.id, "version": checklist.version, "profile": checklist.profile},
            "complete": summary.complete,
            "summary": summary.counts,
        }

    def _dump(self, value: Any) -> str:
        # A file name that is no UTF-8 has half characters in it; \udc80 is how JSON writes them.
        return json.dumps(value, ensure_ascii=self._ascii).encode("utf-8", "backslashreplace").decode()


def _listed(values: list[str]) -> str:
    return "[" + ",".join("\n" + value for value in values) + "\n]"


def _artifact(assessment: Assessment) -> dict[str, Any]:
    """The report as a file, with what came of it; the items that are no problem are counted here."""
    facts, score = assessment.report, assessment.score
    verdicts = [item.verdict.value for item in assessment.items]
    return {
        "location": {"uri": uri(facts.path)},
        "roles": ["analysisTarget"],
        **({"hashes": {"sha-256": facts.sha256}} if facts.sha256 else {}),
        "properties": {
            "organ": facts.organ,
            "year": facts.year,
            "score": score and score.value,
            "grade": score and score.grade,
            "passed": assessment.gate.passed,
            "reasons": list(assessment.gate.reasons),
            "verdicts": {verdict: verdicts.count(verdict) for verdict in sorted(set(verdicts))},
        },
    }
