"""Numbers of persons that must not be published: identity numbers, private mobiles, bank cards."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from checklist.folding import BLANK
from checklist.rule import Rule
from evaluator.document import Document, Plain
from evaluator.masking import cover
from evaluator.personal_numbers import PersonalNumber, personal_numbers
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
NEAR, FAR = 20, 40
MARKS = "为是:： \u3000"
# Between what a phone is for and its number: another number, but nobody's name.
BETWEEN = "(?:号码|号|分别|[为是或和及]|[^\u4e00-\u9fff。；;])*"


def personal_info(document: Document, rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """Every number of a person, masked in what is said of it.

    The rule's words name phones of offices, its exceptions what has numbers of its own: 合同编号.
    """
    text = document.reading.text
    for number in personal_numbers(text):
        start, end = _plain(document.plain, number.start), _plain(document.plain, number.end - 1)
        if start is not None and end is not None and _is_private(document, number, start, rule):
            shown = cover(text[number.start : number.end])
            doubt = "，校验位不对，可能写错了一位" if number.mistyped else ""
            message = f"这里有{NAMES[number.kind]}（{shown}）{doubt}，公开前应当删去或遮盖"
            yield TextFault(start, end + 1, message, "删去号码；确需保留的，作去标识化处理后再公开")


def _is_private(document: Document, number: PersonalNumber, start: int, rule: Rule) -> bool:
    text = document.reading.text
    digits = next(at for at in range(number.start, number.end) if text[at].isdigit())
    before = _before(text, digits, NEAR)
    if number.kind == "mobile" and re.search(f"(?:{'|'.join(rule.words)}){BETWEEN}$", before):
        return False
    if number.kind in ("mobile", "card") and before.rstrip(MARKS).endswith(rule.unless):
        return False
    in_body = document.body[0] <= start < document.body[1]
    label = LABELS.get(number.kind)
    if label is None or (in_body and number.kind != "identity-15"):
        return True
    return re.search(label, _before(text, number.end, FAR + number.end - number.start)) is not None


def _before(text: str, at: int, most: int) -> str:
    """The characters before a place without the blanks with which a bad conversion parts them."""
    return BLANK.sub("", text[max(0, at - 2 * most) : at])[-most:]


def _plain(plain: Plain, origin: int) -> int | None:
    """The plain offset of a character of the text as read, None where no reader sees it."""
    run = bisect_right(plain.origins, origin) - 1
    if run < 0:
        return None
    at = plain.begins[run] + origin - plain.origins[run]
    return at if at < (plain.begins[run + 1] if run + 1 < len(plain.begins) else len(plain.text)) else None
