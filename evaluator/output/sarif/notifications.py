"""What a run has to say besides its results: reports not judged, notes, files left out, a run cut short."""

from collections.abc import Iterable, Iterator
from typing import Any

from evaluator.assessment import Assessment
from evaluator.presenting.addresses import uri
from evaluator.run import Ignored


def notifications(assessment: Assessment) -> Iterator[dict[str, Any]]:
    path, unjudged = assessment.report.path, assessment.unjudged
    if unjudged:
        yield _told("error", unjudged.code, f"无法判定：{unjudged.message}。{unjudged.hint}", path)
    for note in assessment.notes:
        yield _told("note", note.code, note.message, path)


def of_ignored(files: Iterable[Ignored]) -> Iterator[dict[str, Any]]:
    for file in files:
        yield _told("note", "ignored", f"没有检查：{file.reason}", file.path)


def incomplete(reports: int, done: int) -> dict[str, Any]:
    return _told("error", "interrupted", f"已中断：共 {reports} 份，只检查了前 {done} 份")


def too_many(count: int, most: int) -> dict[str, Any]:
    return _told("warning", "too-many-results", f"共 {count} 条结果，GitHub 最多收 {most} 条，请分批检查")


def _told(level: str, code: str, text: str, path: str | None = None) -> dict[str, Any]:
    place = {"physicalLocation": {"artifactLocation": {"uri": uri(path)}}} if path is not None else None
    return {
        "level": level,
        "descriptor": {"id": code},
        "message": {"text": text},
        **({"locations": [place]} if place else {}),
    }
