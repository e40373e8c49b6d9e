"""Whether a text can have a change or a portion at all: plain searching, since compiling their forms costs more."""

import re
from collections.abc import Iterator, Sequence

from evaluator.mentions.date_forms import LAST_YEAR
from evaluator.mentions.occurrences import Span, mark_after, places
from evaluator.proofreading.rate.claims import WIDENING
from evaluator.proofreading.rate.stating import MEASURED

# With one of these characters each word for a change ends; what stands between it and its number has but the others.
CHANGES = tuple("高升涨增加长幅多降低减少缩短简落")
BEHIND_CHANGE = "".join({*"率比例度了达到为", *WIDENING} - {*CHANGES, "|"})
LONGEST_CHANGE = 10
# Before the two ends of a change, and between them.
LEADS, TURNS = ("由", "从", "时限", "时间", "时长"), ("到", "至", "为", "成")
EARLIER = tuple(f"{mark}{year}" for mark in ",(" for year in (*LAST_YEAR, "前一年", "同期", "年初"))
COMPARED = tuple(f"{mark}{lead}" for mark in ",(" for lead in ("较", "比", "与", "同较", "同比", "201", "202"))
# No clause that tells of both ends is longer, and its change is no farther off.
LONGEST_CLAUSE, BESIDE = 60, 100
SHARES = tuple(f"{mark}{lead}占" for mark in ",(" for lead in ("", "合计", "共", "约"))
GOALS = ("计划", "任务", "目标", "指标")


def changes_told(text: str, start: int, end: int) -> list[int]:
    """Where in text[start:end] numbers begin before which a change may be told."""
    numbers = (match.end() - 1 for match in re.compile(r"[^\W\d]\d").finditer(text, start, end))
    return [at for at in numbers if text[max(0, at - LONGEST_CHANGE) : at].rstrip(BEHIND_CHANGE).endswith(CHANGES)]


def has_both_ends(text: str, changes: Sequence[int], start: int, end: int) -> bool:
    """Whether a change may be told with the words from and to: 由86.4%提高到100%."""
    behind = (_clause(text, after, end) for _, after in _near(text, LEADS, changes, start, end))
    return any(_numbers(clause) > 1 and any(turn in clause for turn in TURNS) for clause in behind)


def has_comparison(text: str, changes: Sequence[int], start: int, end: int) -> bool:
    """Whether a change may be told with the number of another year or a limit: 较上年的1950件增长8%."""
    for leads, fewest in ((EARLIER, 1), (COMPARED, 2)):
        behind = (_clause(text, after, end) for _, after in _near(text, leads, changes, start, end))
        if any(_numbers(clause) >= fewest for clause in behind):
            return True
    return False


def _near(text: str, leads: tuple[str, ...], changes: Sequence[int], start: int, end: int) -> Iterator[Span]:
    """Where the leads stand beside a change."""
    return (span for span in places(text, leads, start, end) if any(abs(at - span[0]) < BESIDE for at in changes))


def _clause(text: str, start: int, end: int) -> str:
    return text[start : mark_after(text, ",。;\n", start, min(end, start + LONGEST_CLAUSE))]


def _numbers(clause: str) -> int:
    return len(re.findall(r"\d+(?:\.\d+)?", clause))


def before_shares(text: str, start: int, end: int) -> list[str]:
    """What stands before each share in per cent or in tenths."""
    shares = re.compile(MEASURED).finditer(text, start, end)
    return [text[max(start, share.start() - LONGEST_CLAUSE) : share.start()] for share in shares]


def is_share(before: str) -> bool:
    """Whether a portion of what was named before may stand here: ,占53."""
    return any(share in before for share in SHARES)


def is_of_plan(before: str) -> bool:
    """Whether a portion of a plan may stand here: 完成年度300人计划的110."""
    return "完成" in before and any(goal in before for goal in GOALS)


def is_of_counted(before: str) -> bool:
    """Whether a portion of a base with its number may stand here: 占审结案件80件的5."""
    return any(map(str.isdecimal, before.partition("占")[2].rpartition("的")[0]))
