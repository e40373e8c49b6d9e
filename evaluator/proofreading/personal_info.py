"""Numbers of persons that must not be published: identity numbers, private mobiles, bank cards."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from checklist.model import Rule
from evaluator.document import Document, Plain
from evaluator.masking import PersonalNumber, cover, personal_numbers
from evaluator.proofreading.fault import TextFault
from evaluator.roles.role import SentenceRole

NAMES = {
    "mobile": "手机号码",
    "identity": "身份证号码",
    "identity-15": "身份证号码（15位）",
    "card": "银行卡号",
}
# Outside the report proper a long number is an index or a duty phone, unless a label says otherwise.
LABELS = {
    "mobile": "手机|身份证|姓名|(?:联系|经办|填报)人|联络员",
    "identity-15": "身份证|证件",
    "card": "银行卡|卡号|[帐账][号户]",
}
# Every personal number has one of these in it, and this much around it tells where it begins and ends.
MARGIN = 80
# Begins with a single digit: so the engine passes quickly over what is none.
LONG = r"\d\d\d(?:\d{3}|\d?[\s\u3000\u2010-\u2015\uff0d-]{1,2}\d{3,4}[\s\u3000\u2010-\u2015\uff0d-]{1,2}\d{4})"
NEAR, FAR = 20, 40
MARKS = "为是:： \u3000"
# Between what a phone is for and its number: another number, but nobody's name.
BETWEEN = "(?:号码|号|分别|[为是或和及]|[^\u4e00-\u9fff。；;])*"


def personal_info(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """Every number of a person, masked in what is said of it.

    The rule's words name phones of offices, its exceptions what has numbers of its own: 合同编号.
    """
    text = document.reading.text
    for number in _numbers(text):
        start, end = _plain(document.plain, number.start), _plain(document.plain, number.end - 1)
        if start is not None and end is not None and _is_private(document, number, start, rule):
            shown = cover(text[number.start : number.end])
            doubt = "" if text[number.start].isdigit() else "，校验位不对，可能写错了一位"
            message = f"这里有{NAMES[number.kind]}（{shown}）{doubt}，公开前应当删去或遮盖"
            yield TextFault(start, end + 1, message, "删去号码；确需保留的，作去标识化处理后再公开")


def _numbers(text: str) -> Iterator[PersonalNumber]:
    """The personal numbers, looked for only around what is long enough to be one."""
    reached = 0
    for long in re.finditer(LONG, text):
        if long.start() < reached:
            continue
        first = max(0, long.start() - MARGIN)
        for kind, start, end in personal_numbers(text[first : long.end() + MARGIN]):
            if first + start <= long.end() and first + end >= long.start():
                reached = first + end
                yield PersonalNumber(kind, first + start, reached)


def _is_private(document: Document, number: PersonalNumber, start: int, rule: Rule) -> bool:
    text = document.reading.text
    before = text[max(0, number.start - NEAR) : number.start]
    if number.kind == "mobile" and re.search(f"(?:{'|'.join(rule.words)}){BETWEEN}$", before):
        return False
    if number.kind in ("mobile", "card") and before.rstrip(MARKS).endswith(rule.unless):
        return False
    in_body = document.body[0] <= start < document.body[1]
    label = LABELS.get(number.kind)
    if label is None or (in_body and number.kind != "identity-15"):
        return True
    return re.search(label, text[max(0, number.start - FAR) : number.end]) is not None


def _plain(plain: Plain, origin: int) -> int | None:
    """The plain offset of a character of the text as read, None where no reader sees it."""
    run = bisect_right(plain.origins, origin) - 1
    if run < 0:
        return None
    at = plain.begins[run] + origin - plain.origins[run]
    return at if at < (plain.begins[run + 1] if run + 1 < len(plain.begins) else len(plain.text)) else None
