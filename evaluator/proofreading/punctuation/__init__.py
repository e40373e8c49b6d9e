"""Marks without a partner, marks that are doubled, sentences that ran together, paragraphs that break off."""

import re
from collections.abc import Iterator, Sequence

from checklist.rule import Rule
from evaluator.document import Document, Paragraph
from evaluator.mentions.occurrences import places, stands_any
from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.punctuation.pairing import unpaired
from evaluator.proofreading.punctuation.stops import COUNTED, lost_stops
from evaluator.quotation import quoted
from evaluator.roles.role import SentenceRole
from evaluator.understanding.headings import numbered

MARKS = ",。、;:"
# !! and ?! are a matter of style, …… is one mark.
DOUBLED = tuple(a + b for a in MARKS for b in MARKS)
WORDS_BEFORE = 8
# 云政发〔2025 7号, 云政发2025〕7号, 云政发〔2025)7号: a document number with half of the brackets around its year.
HALF_YEAR = (
    r"\[20\d\d第?\d{1,4}号(?!\])|\(20\d\d第?\d{1,4}号(?!\))|"
    r"(?:\[20\d\d\)|\(20\d\d\]|(?<![\d\[(])20\d\d[\])])第?\d{1,4}号"
)
# 云政发〔2025]7号: one bracket of the right form. Both are folded to the same mark.
BRACKETED_YEAR = r"\[20\d\d\](?=第?\d{1,4}号)"
# 审结48件.调解9件: typed for the full stop, which it is nowhere else in the report.
DOT = rf"(?<![\d.])[\d.]*(?:{COUNTED}|\d%)\.(?=[\u4e00-\u9fff])"
DOTTED = tuple(f"{end}." for end in "次件份卷条场台元%")
FEWER_THAN_STOPS = 2
SHORTEST = 12
# In a report whose paragraphs end in full stops one that does not has lost it; where many do not, that is its manner.
MOST_OPEN, SHORTEST_TOLD = 0.1, 40
SHOWN = 6


def punctuation(document: Document, _rule: Rule, _roles: Sequence[SentenceRole]) -> Iterator[TextFault]:
    """The faults in the paragraphs of the report, and those of the year's brackets in the number above it."""
    yield from unpaired(document)
    yield from _half_years(document)
    yield from _mixed_brackets(document)
    yield from lost_stops(document)
    yield from _dots(document)
    yield from _doubled(document)
    yield from _broken_off(document)
    yield from _left_open(document)


def _half_years(document: Document) -> Iterator[TextFault]:
    """Document numbers above the body, whose paragraphs are looked through anyway."""
    above = document.plain.text[: document.body[0]]
    for match in re.finditer(HALF_YEAR, above) if "号" in above else ():
        message = f"发文字号{quoted(document.quote(*match.span()))}里，年份两边的括号不成对"
        yield TextFault(*match.span(), message, "年份用六角括号“〔〕”括起来")


def _mixed_brackets(document: Document) -> Iterator[TextFault]:
    for match in re.compile(BRACKETED_YEAR).finditer(document.plain.text, 0, document.body[1]):
        shown = document.quote(*match.span())
        if shown.startswith("〔") != shown.endswith("〕"):
            message = f"发文字号的年份{quoted(shown)}两边的括号不是一对"
            yield TextFault(*match.span(), message, "年份用六角括号“〔〕”括起来")


def _dots(document: Document) -> Iterator[TextFault]:
    text = document.plain.text
    found = list(re.compile(DOT).finditer(text, *document.body)) if stands_any(text, DOTTED) else []
    for match in found if len(found) * FEWER_THAN_STOPS <= text.count("。", *document.body) else ():
        message = f"{quoted(document.quote(match.start(), match.end() - 1))}后面的句号打成了小数点"
        yield TextFault(max(match.start() - WORDS_BEFORE, document.body[0]), match.end(), message, "改成句号“。”")


def _doubled(document: Document) -> Iterator[TextFault]:
    text, reached = document.plain.text, 0
    for start, end in places(text, DOUBLED, *document.body):
        if start >= reached:
            reached = end
            shown = "".join(document.quote(start, end).split())
            line = text.rfind("\n", max(0, start - WORDS_BEFORE), start) + 1
            yield TextFault(max(line, start - WORDS_BEFORE, 0), end, f"标点“{shown}”重复", "只留一个正确的标点")


def _broken_off(document: Document) -> Iterator[TextFault]:
    """A paragraph that ends in a comma, where what comes next cannot go on with it."""
    text = document.plain.text
    body = [paragraph for paragraph in document.paragraphs if paragraph.kind != "signature"]
    for index, paragraph in enumerate(body):
        if text[paragraph.end - 1] not in ",、" or paragraph.end - paragraph.start < SHORTEST:
            continue
        following = body[index + 1] if index + 1 < len(body) else None
        if following is None or numbered(text[following.start : following.start + SHORTEST]):
            message = f"段落以“{document.quote(paragraph.end - 1, paragraph.end)}”结尾，句子没有写完"
            start = paragraph.end - SHORTEST
            yield TextFault(start, paragraph.end, message, "补全这一句，或改为句号")


def _left_open(document: Document) -> Iterator[TextFault]:
    """Paragraphs of more than one sentence that end in no mark, where nearly all others do."""
    text = document.plain.text
    told = [paragraph for paragraph in document.paragraphs if _tells(document, paragraph)]
    left = [paragraph for paragraph in told if text[paragraph.end - 1].isalnum() or text[paragraph.end - 1] == "%"]
    if len(left) > MOST_OPEN * len(told):
        return
    for paragraph in left:
        message = f"段落以{quoted(document.quote(paragraph.end - SHOWN, paragraph.end))}结尾，没有句末标点"
        start = paragraph.end - SHORTEST
        yield TextFault(start, paragraph.end, message, "补上句号；话没有说完的，补全这一句", "info")


def _tells(document: Document, paragraph: Paragraph) -> bool:
    """Whether it is prose of more than one sentence."""
    words = document.plain.text[paragraph.start : paragraph.end]
    return paragraph.kind in ("preamble", "body") and len(words) >= SHORTEST_TOLD and "。" in words
