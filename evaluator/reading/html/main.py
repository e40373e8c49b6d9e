"""Where on a page the report stands: in the box that its site has for texts, else where the sentences are."""

import re
from collections.abc import Sequence
from itertools import accumulate

from evaluator.reading.html.lines import Element, Line, Page

# What sites call the box of the text (id or class): TRS, 大汉, 新点, 博达, 开普, Sudy and handmade ones.
BOX_NAMES = """
artcontent arti_content article-body article-con article-content article-detail article_con
article_content articlecontent bd1 bt-content con_text content-article content_body contenttext
conttxt detail-content detail_content doc-content easysite-news-text ewb-article
ewb-article-info ewb-info fontzoom gsj_wzzw info-con j-fontcontent main-txt maintext
news-content news_content news_text newscontent newstext nr p_content pages-content
pages_content read scroll_main text-content text_content trs_editor trs_preappend trs_ueditor
trs_uedituor ucap-content v_news_content view vsb_content vsb_content_2 wp_articlecontent wzcon
wznr xl-content xlcontent xxgk_content zhengwen zoom zw zwcon
"""
BOXES = frozenset(BOX_NAMES.split())
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
    """The innermost element with nearly all sentences of the page; parents come before their children."""
    dense = 0
    for i, amount in enumerate(amounts):
        inside = elements[i].first >= elements[dense].first and elements[i].last <= elements[dense].last
        if inside and amount >= MOST * amounts[0]:
            dense = i
    return dense
