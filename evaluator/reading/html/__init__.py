"""Web pages: the report, and before it what the page says of it; menus, scripts and hidden parts left out."""

import re
from collections.abc import Iterator, Sequence

from checklist.folding import squeeze
from evaluator.document import Block, Note, Reading
from evaluator.reading.html.absent import require_text
from evaluator.reading.html.lines import Line, Page, page_of
from evaluator.reading.html.main import main_of, prose
from evaluator.reading.html.mhtml import page_in
from evaluator.reading.text import decode
from evaluator.understanding.chrome import is_metadata
from evaluator.understanding.page_labels import PUBLICATION_DAYS, PUBLISHERS

# More of a line than this in links: a menu or the path to the page.
LINKED = 0.5
# What sites say of a text in <meta>, and the labels under which they show it (政府网站发展指引, 附件2).
META = (
    ("pubdate", "发布时间", PUBLICATION_DAYS),
    ("contentsource", "来源", PUBLISHERS),
)
SEPARATOR = re.compile("[_|-]")
TITLE = re.compile("法治|依法|述法")
MOST_HIDDEN = 20


def read_html(data: bytes) -> Reading:
    """The report on a page. Raises ReportError when the page holds none."""
    # What a page says of its encoding may be wrong; the bytes are not.
    source, notes = decode(page_in(data))
    page = page_of(source.replace("\x00", ""))
    first, last = main_of(page)
    body = page.lines[first:last]
    require_text(page, sum(map(prose, body)))
    around = [line for line in page.lines[:first] if line.linked <= LINKED * len(line.text)]
    after = [line for line in page.lines[last:] if is_metadata(squeeze(line.text))]
    shown = [*around, *body, *after]
    text, blocks = _written([*_said(page, [*around, *after], shown), *shown])
    if page.hidden > MOST_HIDDEN:
        message = f"网页里有 {page.hidden} 个字不显示，没有当作正文"
        notes = (*notes, Note("hidden-text", message))
    return Reading(text, blocks, "html", notes)


def _said(page: Page, around: Sequence[Line], shown: Sequence[Line]) -> Iterator[Line]:
    """Title and metadata that stand in the head of the page only."""
    title = page.meta.get("articletitle") or page.title
    # Behind it sites put their own name: …年度报告_云岭县人民政府.
    words = SEPARATOR.split(squeeze(title))[0]
    known = (squeeze(line.text) for line in shown if TITLE.search(line.text))
    if TITLE.search(title) and not any(line in words or words in line for line in known):
        yield Line(title)
    for name, label, labels in META:
        value = page.meta.get(name, "")
        if value and not any(seen in squeeze(line.text) for line in around for seen in labels):
            yield Line(f"{label}：{value}")


def _written(lines: Sequence[Line]) -> tuple[str, tuple[Block, ...]]:
    """As plain text has them, a blank line between paragraphs: editors break lines with <br> in either."""
    parts: list[str] = []
    blocks: list[Block] = []
    at = 0
    for line in lines:
        kind = "heading" if line.level else "cell" if line.cell else "line"
        blank = "\n" if line.apart and kind == "line" and at else ""
        at += len(blank)
        blocks.append(Block(at, at + len(line.text), kind, line.level))
        parts.append(f"{blank}{line.text}\n")
        at += len(line.text) + 1
    return "".join(parts), tuple(blocks)
