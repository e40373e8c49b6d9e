"""Whose act a sentence tells: that of the organ which reports, or of another that it names first."""

import re

from evaluator.document import Document

# What may stand before the one who acts.
_MARK = r"[一二三四五六七八九十]+是|\([一二三四五六七八九十\d]+\)|\d+[.、]|其[一二三四五中]:?|[●◆■·]"
_BEFORE = rf"(?:{_MARK}|年内|全年|今年|同时|此外|\d+月(?:\d+日)?|\d{{4}}年|,|:|\s)*(?:由|经)?"
_REGION = "(?:[省市县区旗州盟]|自治区|自治州)"
_BUREAU = rf"{_REGION}(?P<bureau>(?!级|政府)[^的与和等由对\W\d_]{{2,8}}?)[局厅]"
_COURT = rf"(?:{_REGION}|最高)?(?:人民|中级人民|高级人民|中级|高级)?(?:法院|检察院)|{_REGION}人大常委会"
_MANY = r"(?:\d+[户家]|全[省市县区旗州]|各|部分|多[户家])"
_FIRM = rf"[一-龥]{{2,6}}集团|{_MANY}(?:监管|国有|规上|重点|民营|市属|区属|县属|出资)?企业"
# After the name: not its post in the town, not what it gave the organ to do, nor what both do together.
_AFTER = (
    "(?![一-龥]{0,8}(?:驻|分局|中队|大队|所|站)|转|交办|移交|移送|批|委托|反馈|下发|安排|部署|要求|统一|的"
    "|[一-龥、]{0,12}(?:与|同|联合|配合|支持))"
)
_FIRST = re.compile(f"{_BEFORE}(?P<who>(?:{_BUREAU})|(?:{_COURT})|(?:{_FIRM})){_AFTER}")
# A later clause may turn to what the organ itself did.
_SELF = re.compile(rf"[,;:](?:我们|我|本|{_REGION}(?:人民)?政府|[镇乡]|街道)")
# So far into a clause its own subject reaches: 我们.
_OWN = 2
# Of these the bureaus are not the reporting organ's own.
_LOW = ("department", "township")


def another(document: Document, start: int, clause: int) -> str | None:
    """The name of the other body whose act a clause tells, None where it is the organ's own.

    `start` and `clause` are the plain offsets at which its sentence and the clause begin.
    """
    text = document.plain.text
    found = _FIRST.match(text, start)
    if not found or _SELF.search(text, found.end(), clause + _OWN):
        return None
    bureau = found["bureau"]
    organ = document.metadata.organ or ""
    if bureau and (document.metadata.level not in _LOW or not organ or bureau[:2] in organ):
        return None
    return found["who"]
