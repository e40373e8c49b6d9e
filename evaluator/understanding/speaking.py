"""Who a report says is speaking in its first paragraphs: 2024年，某某局坚持以……；现将某某县2024年……报告如下."""

import re
from collections.abc import Iterator

from checklist.matching import Span
from evaluator.mentions.date_forms import YEAR

# With what a speaker goes on; 认真落实县委… names nobody.
ACTS = (
    "坚持|深入|认真|全面|始终|围绕|积极|扎实|切实|忠诚|立足|聚焦|持续|贯彻|学习|践行|落实|推进|履行|对照|依照|严格|大力|着力|加强|强化|"
    "锚定|对标|统筹|自觉|结合|不断|面对|面临|克服|抢抓|聚力|发挥|创新|着眼"
)
# 2024年,某某局坚持以…: who speaks in the preamble; 现将某某局2024年法治政府建设情况报告如下: who reports.
SPEAKER = (
    r"(?:^|年度?,?|以来,?|。|,)([^\W\d]{2,24}?(?:局|厅|部|委、[省市县区旗州](?:人民)?政府|委员会|委|政府|办事处|街道|镇|乡|县|区|市|省|旗|州))"
    f"(?={ACTS}|在|以|紧|严|高|按|牢|党|把|将)"
)
REPORTER = rf"现将([^\W\d]{{2,24}}?)(?={YEAR}年)"
# Neither ourselves nor 在县委、根据市委 are anybody's name.
NO_NAMES = (
    "我", "本", "全", "原", "各", "在", "根据", "按", "依", "由", "对", "经", "从", "以", "为", *ACTS.split("|"),
)  # fmt: skip
# Who speaks is named in the first words of a preamble, who reports at its end.
FIRST_WORDS, LONGEST_PREAMBLE = 200, 1000


def reporters(text: str, start: int, end: int) -> Iterator[Span]:
    """Where text[start:end] says who reports."""
    yield from _names(REPORTER, text, start, min(end, start + LONGEST_PREAMBLE))


def speakers(text: str, start: int, end: int) -> Iterator[Span]:
    """Where the first words of text[start:end] say who speaks."""
    yield from _names(SPEAKER, text, start, min(end, start + FIRST_WORDS))


def _names(pattern: str, text: str, start: int, end: int) -> Iterator[Span]:
    for found in re.compile(pattern).finditer(text[start:end]):
        first, last = found.span(1)
        if last - first > 2 and not found[1].startswith(NO_NAMES):
            yield start + first, start + last
