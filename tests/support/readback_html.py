"""The page read back: what its results say, not what its attributes do."""

import re

from pages import Node, parsed
from seen import OUTCOMES, Answered, Lines, Seen, accepted, lines_of, severity_of, verdict_of


def read_html(data: bytes) -> dict[str, Seen]:
    return dict(map(_report, parsed(data).all("article")))


def _report(article: Node) -> tuple[str, Seen]:
    results = sorted(article.all("div", class_="result"), key=_number)
    items = [(node["data-item"], node) for node in results if node["data-item"]]
    faults = [(node["data-rule"], node) for node in results if node["data-rule"]]
    score = article.all(class_="score")
    path = dict(article.one("dl", class_="facts").told())["文件"]
    places = {name: _places(node) for name, node in items}
    return path, {
        "outcome": OUTCOMES[article.one(class_="gate").text()],
        "score": float(score[0].one("strong").text()) if score else None,
        "verdicts": {name: verdict_of(_said(node)) for name, node in items},
        **accepted([(name, _said(node)) for name, node in (*items, *faults)]),
        "findings": [(name, severity_of(_said(node)), _places(node)[0]) for name, node in faults],
        "places": {name: found for name, found in places.items() if found},
        "links": [_answered(node) for node in results if node["data-kind"] == "link"],
    }


def _number(node: Node) -> int:
    """The results are in another order than the checklist's; their anchors are numbered in it."""
    return int(re.sub(r".*\D", "", node["id"]))


def _said(node: Node) -> str:
    return node.one(class_="said").text()


def _places(node: Node, asked: str = "原文") -> list[Lines]:
    """Those of the quotes told under that term; a quote may speak of lines too."""
    return [lines_of(said)[0] for term, said in node.told() if term == asked and lines_of(said)]


def _answered(node: Node) -> Answered:
    unanswered = "没有看到对应的安排" in node.one("h4").text()
    return _places(node, "不足")[0], _places(node, "原因"), _places(node, "安排"), unanswered
