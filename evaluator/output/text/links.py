"""Shortcomings, causes and measures side by side, or one below the other where a table has no room."""

from collections.abc import Sequence
from itertools import zip_longest

from evaluator.assessment import Evidence, Link, Tie
from evaluator.console.layout import pad, visible, wrap
from evaluator.console.page import Page
from evaluator.masking import cover
from evaluator.presenting.placing import where
from evaluator.presenting.telling import NO_CAUSE, no_measure, shortened

TITLES = ("不足", "原因", "下一年度安排")
LONGEST_QUOTE = 60
INDENT, GAP, NUMBER = 2, 2, 4
NARROWEST_COLUMN = 18

Row = tuple[list[str], list[str], list[str]]


def write_links(page: Page, links: Sequence[Link]) -> None:
    page.blank()
    page.line(("不足、原因与安排对照", "strong"), (f"  {summary(links)}", ""))
    column = (page.room(INDENT + NUMBER) - 2 * GAP) // len(TITLES)
    if column >= NARROWEST_COLUMN and links:
        page.line((_aligned("", TITLES, column), "quiet"), indent=INDENT)
    for number, link in enumerate(links, 1):
        if column >= NARROWEST_COLUMN:
            _beside(page, number, _row(link), column)
        else:
            _below(page, number, _row(link))


def summary(links: Sequence[Link]) -> str:
    if not links:
        return "没有识别出写明的不足"
    counts = {
        "没有看到对应的安排": sum(link.unanswered for link in links),
        "没有对上安排": sum(not link.unanswered and not link.measures for link in links),
        "没有写明原因": sum(link.cause is None for link in links),
    }
    told = [f"{count} 个{what}" for what, count in counts.items() if count]
    answered = ["都有对应的安排"] if all(link.measures for link in links) else []
    return "，".join([f"{len(links)} 个不足", *answered, *told])


def _beside(page: Page, number: int, row: Row, column: int) -> None:
    # Covered before it is wrapped: a number cut in two would be found by nobody.
    cells = [[line for text in texts for line in wrap(visible(cover(text)), column)] for texts in row]
    for place, lines in enumerate(zip_longest(*cells, fillvalue="")):
        page.line((_aligned(str(number) if place == 0 else "", lines, column), ""), indent=INDENT)
    page.blank()


def _aligned(number: str, lines: Sequence[str], column: int) -> str:
    return pad(number, NUMBER) + (" " * GAP).join(pad(line, column) for line in lines).rstrip()


def _below(page: Page, number: int, row: Row) -> None:
    for title, texts in zip((f"{number} {TITLES[0]}", *TITLES[1:]), row, strict=True):
        for text in texts:
            page.text(text, label=title, indent=INDENT)
    page.blank()


def _row(link: Link) -> Row:
    cause = f"{_quoted(link.cause)}（{link.cause.why}）" if link.cause else NO_CAUSE
    measures = [f"{_quoted(measure)}（{measure.why}）" for measure in link.measures]
    return [_quoted(link.problem)], [cause], measures or [no_measure(link)]


def _quoted(passage: Evidence | Tie) -> str:
    return f"{where(passage.place)} {shortened(passage.quote, LONGEST_QUOTE)}"
