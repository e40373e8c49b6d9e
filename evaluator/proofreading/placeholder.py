"""What a draft left to be filled in: XX, ***, 【待补充】, （此处填写…）, 20XX年, a number that is a blank."""

import re
from collections.abc import Iterator, Sequence

from checklist.folding import squeeze
from checklist.model import Rule
from evaluator.document import Document
from evaluator.fault import Fault
from evaluator.roles import SentenceRole

RUN = r"(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|×{2,}|\*{2,}|_{2,}|□{2,}|●{2,}|◯{2,}|△{2,}"
YEAR = r"20[Xx×*_]{2}年?|20\d[Xx×*_]年?"
# One letter or mark in the place of a number or name: 召开会议X次, *名.
SINGLE = (
    r"(?<=[\u4e00-\u9fff])[XxN×*](?=(?:余|多)?(?:件|次|人次|人|名|场次?|期|起|家|户|万元|元|个|项|份|%|年|月|日|号|镇|乡|县|区|市|街道|局))"
)
ASKING = "补充|填写|填报|填入|核实|核对后|提供|插入|待定|更新|完善|确认|数字|数量|名称"
BRACKETED = (
    rf"\[[^\[\]\n]{{0,20}}(?:待|此处|这里|请|需)[^\[\]\n]{{0,30}}\]|\[[^\[\]\n\d]{{0,8}}(?:{ASKING})[^\[\]\n]{{0,30}}\]"
    rf"|\((?:此处|这里|待|请|需)[^()\n]{{0,20}}(?:{ASKING}|补|填|核|写)[^()\n]{{0,20}}\)|\((?:待定|待补|待核|数字|数量|具体数字|具体名称|N个)\)"
    r"|[<{](?:此处|请|待)[^<>{}\n]{1,30}[>}]"
)
EMPTY = r"(?<=[\u4e00-\u9fff])(?:\(\)|\[\]|《》|\"\")(?=[\u4e00-\u9fff,。、])|年月日"
QUESTION = r"(?<=[\u4e00-\u9fff])\?{2,}(?=[\u4e00-\u9fff])"
UNITS = "件次人名场期起家户个项份万"
# Masked on purpose: numbers of phones and cases, names of persons in a case.
SURNAMES = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石"
    "廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
)
CASE = re.compile("案|纠纷|诉|当事人|居民|村民|群众|申请人|原告|被告|违法|举报|某")
COUNTED = re.compile(r"(?:余|多)?(?:件|次|人|名|场|期|起|家|户|万|元|个|项|份|%|年|月|街道|镇|乡|县|区|市|局|村|社区)")
SOMEONE = r"(?<!某)某某(?:县|市|区|镇|乡|街道|局|委|厅|办|单位|部门|领导)"


def placeholder(document: Document, rule: Rule, roles: Sequence[SentenceRole]) -> Iterator[Fault]:
    """Each placeholder in title and body, the longest where they overlap; the rule's words are further ones."""
    spans = sorted({*_by_pattern(document), *_by_word(document, rule), *_blanks(document)}, key=lambda s: (s[0], -s[1]))
    reached = 0
    for start, end in spans:
        if start >= reached and _in_report(document, start):
            reached = end
            shown = document.quote(start, end)
            yield Fault(start, end, f"这里有没有填写的占位内容“{shown}”", "补上实际内容，或删去这一处")


def _in_report(document: Document, at: int) -> bool:
    title = document.metadata.title_span
    return document.body[0] <= at < document.body[1] or (title is not None and title[0] <= at < title[1])


def _by_pattern(document: Document) -> Iterator[tuple[int, int]]:
    """Patterns are tried only where a character of theirs stands in the text."""
    text = document.plain.text
    marked = any(mark in text for mark in "Xx×*_□●◯△")
    if marked:
        yield from (m.span() for m in re.finditer(f"{YEAR}|{RUN}", text) if not _is_masked(text, *m.span()))
    if marked or "N" in text:
        yield from (m.span() for m in re.finditer(SINGLE, text) if not _is_masked(text, *m.span()))
    if "[" in text or "(待" in text or "(此" in text or "(请" in text or "(需" in text or "(数" in text or "<" in text:
        yield from (m.span() for m in re.finditer(BRACKETED, text))
    if any(mark in text for mark in ("()", "[]", "《》", '""', "年月日")):
        yield from (m.span() for m in re.finditer(EMPTY, text))
    if "??" in text and text.count("??") <= 3:
        yield from (m.span() for m in re.finditer(QUESTION, text))
    if "某某" in text:
        yield from (m.span() for m in re.finditer(SOMEONE, text) if not _in_story(document, m.start()))


def _by_word(document: Document, rule: Rule) -> Iterator[tuple[int, int]]:
    text = document.plain.text
    for start, end in document.words.occurrences(tuple(map(squeeze, rule.words))):
        if text[max(0, start - 1) : start] not in rule.unless:
            yield start, end


def _blanks(document: Document) -> Iterator[tuple[int, int]]:
    """A blank where a number belongs: 信访 件, 20 年."""
    text, plain = document.plain.text, document.plain
    source = document.reading.text
    for begin, origin in zip(plain.begins, plain.origins, strict=True):
        if not 0 < begin < len(text) - 1 or text[begin] not in UNITS or text[begin + 1] not in ",。;、":
            continue
        blank = source[plain.original(begin - 1) + 1 : origin]
        if _is_word(text[begin - 1]) and text[begin - 1] not in "每逐一多几数各两整单余" and "\n" not in blank:
            yield begin - 1, begin + 1


def _is_word(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _is_masked(text: str, start: int, end: int) -> bool:
    """138****5678, 王××, 粤01行终××号: covered on purpose."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before.isdigit() and not text[start:end].startswith("20"):
        return True
    if after.isdigit() or (after == "号" and before in "初终申复"):
        return True
    if text[start] == "*" and end - start == 1 and not COUNTED.match(text, end):
        return True
    around = text[max(0, start - 30) : end + 30]
    return before in SURNAMES and not COUNTED.match(text, end) and CASE.search(around) is not None


def _in_story(document: Document, at: int) -> bool:
    """某某 in the story of a case."""
    words = document.words
    return CASE.search(words.text.replace("某", "甲"), words.sentence_start(at), words.sentence_end(at)) is not None
