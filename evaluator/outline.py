"""What was understood of a report, for who wonders at a result: metadata, lines left out, sections, roles."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby

from checklist.model import LEVELS
from evaluator.console.layout import cells, right, shorten, visible
from evaluator.console.page import Page
from evaluator.document import SEVERAL, Document, Paragraph
from evaluator.masking import cover
from evaluator.roles.role import SentenceRole

KINDS = {"preamble": "引言", "heading": "标题", "body": "正文", "signature": "落款"}
# What stands beside the running text, by the kinds of blocks.
ASIDE = {"cell": "表格", "note": "脚注", "box": "文本框", "header": "页眉页脚", "hidden": "隐藏文字"}
LINE_WIDTH = 6


def write_outline(
    page: Page, path: str, document: Document, roles: Sequence[SentenceRole], titles: dict[str, str]
) -> None:
    """`roles` are those of the document's sentences in their order; `titles` what each is called."""
    page.line((path, "strong"))
    _metadata(page, document)
    _set_aside(page, document)
    page.blank()
    page.line((f"{right('行', LINE_WIDTH)}  结构", "quiet"))
    for index, paragraph in enumerate(document.paragraphs):
        _paragraph(page, document, paragraph)
        spoken = [role for sentence, role in zip(document.sentences, roles, strict=True) if sentence.paragraph == index]
        if spoken:
            page.text(_told(spoken, titles), indent=LINE_WIDTH + 4 + _depth(document, paragraph), style="quiet")
    page.blank()


def _metadata(page: Page, document: Document) -> None:
    said = document.metadata
    page.text(_shown(said.title) + _found(document, said.title_span), label="标题")
    page.text(_shown(said.organ), label="单位")
    page.text(LEVELS.get(said.level or "", _shown(None)), label="级别")
    page.text(_shown(said.year), label="年度")
    page.text(_shown(said.published) + _found(document, said.published_span), label="发布")
    if document.several:
        page.text(SEVERAL, label="说明")
    for note in document.reading.notes:
        page.text(note.message, label="说明")


def _shown(value: object) -> str:
    return str(value) if value else "未识别出"


def _found(document: Document, span: tuple[int, int] | None) -> str:
    return f"（第 {document.place(*span).line} 行）" if span else ""


def _set_aside(page: Page, document: Document) -> None:
    lines = list(_lines_outside(document))
    page.text(f"{len(lines)} 行" if lines else "没有", label="不算报告内容的")
    for number, kind, words in lines:
        head = f"{right(str(number), LINE_WIDTH)}  " + (f"{ASIDE[kind]}  " if kind in ASIDE else "")
        page.line((head + shorten(visible(cover(words)), page.room(cells(head))), "quiet"))


def _lines_outside(document: Document) -> Iterator[tuple[int, str, str]]:
    inside: set[int] = set()
    spans = [(p.start, p.end) for p in document.paragraphs]
    for span in [*spans, document.metadata.title_span]:
        if span and span[0] < span[1]:
            place = document.place(*span)
            inside.update(range(place.line, place.end_line + 1))
    for block in document.reading.blocks:
        line = bisect_right(document.line_starts, block.start)
        words = document.reading.text[block.start : block.end].strip()
        if words and line not in inside:
            yield line, block.kind, words


def _paragraph(page: Page, document: Document, paragraph: Paragraph) -> None:
    line = document.place(paragraph.start, paragraph.end).line
    head = right(str(line), LINE_WIDTH) + "  " + " " * _depth(document, paragraph)
    words = visible(cover(document.quote(paragraph.start, paragraph.end).strip()))
    if paragraph.kind == "heading":
        page.line((head, "quiet"), (shorten(words, page.room(cells(head))), "strong"))
        return
    size = f"  {paragraph.end - paragraph.start} 字"
    head += f"{_kind(document, paragraph)}  "
    page.line((head, "quiet"), (shorten(words, page.room(cells(head + size))), ""), (size, "quiet"))


def _kind(document: Document, paragraph: Paragraph) -> str:
    section = document.sections[paragraph.section]
    aside = ASIDE.get(document.block(paragraph.start).kind)
    if aside and paragraph.kind != "signature":
        return aside
    return "段首标题" if section.run_in and section.start == paragraph.start else KINDS[paragraph.kind]


def _depth(document: Document, paragraph: Paragraph) -> int:
    level = document.sections[paragraph.section].level
    return 2 * max(0, level - (paragraph.kind == "heading"))


def _told(spoken: Sequence[SentenceRole], titles: dict[str, str]) -> str:
    """Neighbouring sentences of one role together, and what that was concluded from."""
    told = []
    for (role, why), group in groupby(spoken, key=lambda r: (r.role, r.why)):
        because = f"（{why}）" if why else ""
        told.append(f"{titles.get(role, role)} {len(list(group))} 句{because}")
    return "；".join(told)
