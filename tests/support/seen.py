"""What a format may say of a report, by names that all readers share."""

import re
from typing import TypedDict

from evaluator.assessment import KNOWN_SHOWN, SEVERITIES_SHOWN, SHOWN

Lines = tuple[int, int]
# The lines of a shortcoming, of its cause and of what the plan does about it; whether that was missed.
Answered = tuple[Lines, list[Lines], list[Lines], bool]

VERDICTS = {name: verdict.value for verdict, (_, name) in SHOWN.items()}
SYMBOLS = {symbol: verdict.value for verdict, (symbol, _) in SHOWN.items()}
SEVERITIES = {name: severity for severity, (_, name) in SEVERITIES_SHOWN.items()}
OUTCOMES = {"√ 通过": "passed", "× 不通过": "failed", "？ 无法判定": "unjudged"}
WAIVED = "已豁免"


class Seen(TypedDict, total=False):
    """Findings are (rule, severity, lines), in their order."""

    outcome: str
    unjudged: bool
    score: float | None
    counts: tuple[int, int]
    verdicts: dict[str, str]
    problems: dict[str, str]
    waived: list[str]
    known: list[str]
    findings: list[tuple[str, str, Lines]]
    found: list[tuple[str, Lines]]
    faults: list[tuple[str, str]]
    marked: list[tuple[str, str]]
    places: dict[str, list[Lines]]
    distinct_places: dict[str, list[Lines]]
    problem_places: dict[str, list[Lines]]
    first_places: dict[str, Lines]
    two_places: dict[str, list[Lines]]
    told_places: dict[str, Lines]
    links: list[Answered]


def lines_of(text: str) -> list[Lines]:
    return [(int(a), int(b or a)) for a, b in re.findall(r"第 (\d+)(?:-(\d+))? 行", text)]


def verdict_of(shown: str) -> str:
    """Of × 缺失（…）."""
    return VERDICTS[shown.split()[1].partition("（")[0]]


def severity_of(shown: str) -> str:
    return SEVERITIES[shown.split()[1].partition("（")[0]]


def accepted(shown: list[tuple[str, str]]) -> Seen:
    """From names, each with what is shown of its verdict."""
    return {
        "waived": [name for name, said in shown if f"（{WAIVED}" in said],
        "known": [name for name, said in shown if f"（{KNOWN_SHOWN}）" in said],
    }
