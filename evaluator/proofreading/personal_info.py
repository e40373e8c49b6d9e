"""Numbers of persons that must not be published: identity numbers, private mobiles, bank cards."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from checklist.model import Rule
from evaluator.document import Document, Plain
from evaluator.masking import PersonalNumber, cover, personal_numbers
from evaluator.fault import Fault
from evaluator.roles import SentenceRole

NAMES = {"mobile": "手机号码", "identity": "身份证号码", "identity-15": "身份证号码（15位）", "card": "银行卡号"}
# Outside the report proper a long number is the page's: an index, an account, a duty phone.
LABELLED = {
    "mobile": re.compile("手机|身份证|姓名"),
    "identity-15": re.compile("身份证|证件"),
    "card": re.compile("银行卡|卡号|帐号|账号|账户"),
}
NEAR = 14


def personal_info(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """Every number of a person, masked in what is said of it; the rule's words name phones of offices."""
    text = document.reading.text
    for number in personal_numbers(text):
        before = text[max(0, number.start - NEAR) : number.start]
        start, end = _plain(document.plain, number.start), _plain(document.plain, number.end - 1)
        if start is None or end is None or not _is_private(document, number, start, before, rule.words):
            continue
        shown = cover(text[number.start : number.end])
        yield Fault(
            start,
            end + 1,
            f"这里有{NAMES[number.kind]}（{shown}），公开前应当删去或遮盖",
            "删去号码；确需保留的，作去标识化处理后再公开",
        )


def _is_private(
    document: Document, number: PersonalNumber, start: int, before: str, offices: Sequence[str]
) -> bool:
    if number.kind == "mobile" and any(word in before for word in offices):
        return False
    in_body = document.body[0] <= start < document.body[1]
    label = LABELLED.get(number.kind)
    if label is None or (in_body and number.kind == "mobile"):
        return True
    return label.search(before) is not None or (in_body and number.kind == "card")


def _plain(plain: Plain, origin: int) -> int | None:
    """The plain offset of a character of the text as read, None where it is not part of what is seen."""
    run = bisect_right(plain.origins, origin) - 1
    at = plain.begins[run] + origin - plain.origins[run] if run >= 0 else -1
    end = plain.begins[run + 1] if run + 1 < len(plain.begins) else len(plain.text)
    return at if 0 <= at < end else None
