"""Enumerations by 首先, 其次, 再次 that skip 其次, or have a word twice."""

import re
from collections.abc import Iterator
from itertools import groupby

from evaluator.document import Document
from evaluator.mentions.occurrences import clause_end, stands_any
from evaluator.mentions.series import breaks
from evaluator.proofreading.fault import TextFault

ORDER = ("首先", "其次", "再次")
# 首先是, 其次，: elsewhere 首先 is an adverb, and 再次 means once more.
WORDS = rf"(?<![^。;:,\n])(?:{'|'.join(ORDER)})(?=[,是要])"
WORDS_AFTER = 14


def out_of_order(document: Document) -> Iterator[TextFault]:
    """One fault for each word that skips one or stands twice, in the paragraphs that begin with 首先."""
    text = document.plain.text
    if not stands_any(text, ORDER[1:]):
        return
    found = list(re.compile(WORDS).finditer(text, *document.body))
    for _, words in groupby(found, lambda word: text.rfind("\n", 0, word.start())):
        yield from _in_paragraph(document, list(words))


def _in_paragraph(document: Document, words: list[re.Match[str]]) -> Iterator[TextFault]:
    values = [ORDER.index(word.group()) + 1 for word in words]
    if values.count(1) != 1 or values[0] != 1:
        return
    for broken in breaks(values):
        word, begin = words[broken.index].group(), words[broken.index].start()
        if values[broken.index] > broken.expected:
            message = f"列举跳到“{word}”，前面没有“{ORDER[broken.expected - 1]}”"
        else:
            message = f"列举的“{word}”重复"
        end = clause_end(document.plain.text, begin + len(word) + 1, begin + WORDS_AFTER)
        yield TextFault(begin, end, message, "核对是用词写错，还是漏了、多了一点")
