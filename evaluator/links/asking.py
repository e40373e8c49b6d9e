"""What to ask of the shortcomings that nothing in the plan answers."""

import re
from collections.abc import Iterator, Sequence

from checklist.folding import BLANK
from checklist.numerals import COUNTING
from evaluator.assessment import Finding, Link
from evaluator.quotation import quoted

UNANSWERED = "unanswered-problem"
LONGEST_NAME = 30
_ENUMERATOR = re.compile(
    f"^(?:[（(]?[{COUNTING}0-9０-９]{{1,3}}[)）.．、是]+|[其第][{COUNTING}][,，、]?|[①-⑳])"
)
_FIRST_CLAUSE = re.compile(f".{{5,{LONGEST_NAME}}}?(?=[,，:：;；。!！?？]|$)")


def questions(links: Sequence[Link]) -> Iterator[Finding]:
    for link in links:
        if link.unanswered:
            yield Finding(
                rule=UNANSWERED,
                severity="info",
                message=f"不足{quoted(_name(link.problem.quote))}：下一年度安排里没有看到对应的措施，是否遗漏",
                quote=link.problem.quote,
                place=link.problem.place,
                suggestion="在安排里写明针对这个问题做什么；安排里已有的，写明针对的是哪个问题",
            )


def _name(quote: str) -> str:
    """The first clause that is long enough to be one, without its enumerator."""
    words = _ENUMERATOR.sub("", BLANK.sub("", quote), count=1)
    first = _FIRST_CLAUSE.match(words)
    return first.group() if first else words[:LONGEST_NAME]
