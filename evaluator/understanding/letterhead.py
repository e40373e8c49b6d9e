"""The head of an official document, above its title: copy, secrecy, urgency, whose it is, its number, its signer."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from evaluator.mentions.date_forms import ARABIC_YEAR, DOCUMENT_NUMBER
from evaluator.understanding.naming import level_of

LONGEST = 60
# Without any of these a line is none; most reports have none, and need no patterns compiled.
SIGNS = ("号", "文件", "(报告)", "(函)", "(通知)", "签", "核稿", "校对", "密", "急", "★", "内部")
# Here nothing else can be meant, so the brackets of a document number may be missing: 云政发2025年3号.
NUMBER = rf"[^\W\d]{{1,12}}(?:{DOCUMENT_NUMBER}|{ARABIC_YEAR}[\])年]第?\d{{1,4}}号)"
SIGNER = "(?:签发人|会签人|核稿人?|校对):?.{0,20}"
# As they stand on lines of their own; the star between secrecy and term is part of the mark.
MARKS = (
    r"\d{6}|份号:?\d{1,8}|(?:密级:?)?(?:绝密|机密|秘密|内部)(?:★.{0,6})?|内部(?:资料|文件),?注意保存|"
    r"(?:紧急程度:?)?(?:特急|加急|特提|平急|急件|特急件)|"
    rf"[-_=*]*★+[-_=*]*|{SIGNER}|文件"
)
# 云岭县人民政府文件 云政发[2025]3号 签发人:王一鸣, all on one line or each on its own.
ISSUED = rf"(?:(?P<organ>[^\W\d]{{3,36}})(?:文件|\((?:报告|函|通知)\)))?(?:{NUMBER})?(?:{SIGNER})?"


def is_letterhead(line: str) -> bool:
    """A line of such a head; the mere name of an organ is none, it may begin a title."""
    if not 0 < len(line) <= LONGEST or not (line.isdigit() or any(sign in line for sign in SIGNS)):
        return False
    if re.fullmatch(MARKS, line):
        return True
    issued = re.fullmatch(ISSUED, line)
    return issued is not None and (issued["organ"] is None or level_of(issued["organ"]) is not None)


def issuers(lines: Sequence[str]) -> Iterator[str]:
    """The organs whose document it is, by the lines above its title."""
    for line, below in pairwise((*lines, "")):
        if not is_letterhead(line):
            if is_letterhead(below) and level_of(line):
                yield line
        elif (issued := re.fullmatch(ISSUED, line)) and issued["organ"]:
            yield issued["organ"]
