"""What a plain keyword search concludes, to be compared with: an element is there when its usual word is."""

import re
from collections.abc import Iterable

from checklist.folding import fold
from checklist.model import Item
from evaluator.assessment import Assessment, Evidence, Gate, ItemResult, ReportFacts, Verdict
from evaluator.document import Place
from evaluator.reading.text import LINE_BREAK

# One word for each element, the one that a clerk would search for; elements of other lists by their title.
WORDS = {
    "title": "法治政府建设",
    "study": "习近平法治思想",
    "first-responsible": "第一责任人",
    "measures": "成效",
    "rectification": "整改",
    "shortcomings": "不足",
    "causes": "原因",
    "next-plan": "下一步",
    "area-functions": "营商环境",
    "area-institutions": "规范性文件",
    "area-decisions": "重大行政决策",
    "area-enforcement": "行政执法",
    "area-emergency": "应急",
    "area-disputes": "调解",
    "area-oversight": "监督",
    "area-digital": "平台",
}
# As plain as the search: it is not to know what the program knows of years.
YEAR = re.compile(r"20\d\d")


def search(text: str, path: str, items: Iterable[Item]) -> Assessment:
    """The whole of it: no year range, no context, no text faults."""
    folded = fold(text)
    year = YEAR.search(folded)
    facts = ReportFacts(path, year=int(year.group()) if year else None)
    return Assessment(facts, Gate(True), tuple(_result(item, folded) for item in items if not item.manual))


def _result(item: Item, text: str) -> ItemResult:
    at = text.find(WORDS.get(item.id, item.title))
    verdict = Verdict.MISSING if at < 0 else Verdict.MET
    evidence = () if at < 0 else (_evidence(text, at),)
    return ItemResult(item.id, item.title, verdict, item.required, item.weight, "", "", evidence=evidence)


def _evidence(text: str, start: int) -> Evidence:
    """From the word to the end of its line."""
    end = next((mark.start() for mark in LINE_BREAK.finditer(text, start)), len(text))
    breaks = [mark.end() for mark in LINE_BREAK.finditer(text, 0, start)]
    line = len(breaks) + 1
    place = Place(start, end, line, start - (breaks[-1] if breaks else 0) + 1, line)
    return Evidence(text[start:end], "", place)
