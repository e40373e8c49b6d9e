"""Where on a page the report stands: in the box that its site puts texts in, else where most sentences are."""

import re
from collections.abc import Sequence
from itertools import accumulate

from evaluator.reading.html.lines import Element, Line, Page

# What sites call the box of the text (id or class): TRS, 大汉, 新点, 博达, 开普, Sudy and handmade ones.
BOXES = frozenset(
    "trs_editor trs_uedituor trs_ueditor trs_preappend zoom ucap-content pages_content pages-content"
    " article-content article_content articlecontent article-con article_con article-body article-detail"
    " content-article news_content news-content newscontent newstext news_text con_text conttxt artcontent"
    " bt-content detail-content detail_content xxgk_content text-content text_content wzcon main-txt maintext"
    " v_news_content vsb_content vsb_content_2 easysite-news-text ewb-article-info ewb-info ewb-article"
    " info-con j-fontcontent arti_content wp_articlecontent read content_body bd1 p_content contenttext"
    " gsj_wzzw zhengwen zw zwcon nr wznr xl-content xlcontent scroll_main view fontzoom doc-content".split()
)
STOP = re.compile("[，。；：、]")
SHORTEST = 10
# Of the sentences of a page so much are in the smallest box that is taken; of those in it, in a named one.
MOST, NAMED = 0.8, 0.6


def main_of(page: Page) -> tuple[int, int]:
    """The lines of the text, from the first to the last, exclusive."""
    sums = [0, *accumulate(map(prose, page.lines))]
    amounts = [sums[element.last] - sums[element.first] for element in page.elements]
    dense = _densest(page.elements, amounts)
    named = [i for i, element in enumerate(page.elements) if element.words & BOXES]
    best = max(named, key=lambda i: (amounts[i], i), default=dense)
    box = page.elements[best if amounts[best] >= NAMED * amounts[dense] else dense]
    return box.first, box.last


def prose(line: Line) -> int:
    """How many characters of sentences a line has; links are none."""
    size = len(line.text) - line.linked
    return size if size >= SHORTEST and STOP.search(line.text) else 0


def _densest(elements: Sequence[Element], amounts: Sequence[int]) -> int:
    """The innermost element that holds nearly all sentences of the page; those after it lie in it or beside it."""
    dense = 0
    for i, amount in enumerate(amounts):
        inside = elements[i].first >= elements[dense].first and elements[i].last <= elements[dense].last
        if inside and amount >= MOST * amounts[0]:
            dense = i
    return dense
