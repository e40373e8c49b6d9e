"""Pages made of reports, and what a reader of HTML sees in them; what is not well formed fails."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

from assessments import CHECKLIST
from rendering import written_by

from checklist.loading import load
from evaluator.assessment import Assessment
from evaluator.console.layout import visible
from evaluator.console.terminal import FILE
from evaluator.evaluation import Options, evaluate
from evaluator.output.html import HtmlRenderer
from evaluator.run import Ignored, Run

VOID = {"meta", "input", "br"}
ROOT = Path(__file__).parent.parent.parent
DRAFTS = [*sorted(ROOT.glob("examples/drafts/*.txt")), *sorted(ROOT.glob("tests/data/reports/*.txt"))]
OPTIONS = Options(links=True, original=True)


@dataclass
class Node:
    tag: str
    attributes: dict[str, str | None]
    children: list["Node | str"] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name) or ""

    def all(self, tag: str = "", **attributes: str) -> list["Node"]:
        """Elements below, in order; `data_kind="x"` asks for data-kind, a class for one of several."""
        return [
            node
            for node in self._below()
            if (not tag or node.tag == tag) and all(node.has(*pair) for pair in attributes.items())
        ]

    def _below(self) -> Iterator["Node"]:
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if node is not self:
                yield node
            waiting += reversed([child for child in node.children if isinstance(child, Node)])

    def one(self, tag: str = "", **attributes: str) -> "Node":
        (found,) = self.all(tag, **attributes)
        return found

    def has(self, name: str, value: str) -> bool:
        own = self[name.strip("_").replace("_", "-")]
        return value in own.split() if name == "class_" else own == value

    def text(self, without: str = "") -> str:
        """All words in it, but not those in elements of the class `without`."""
        words = []
        for child in self.children:
            if isinstance(child, str):
                words.append(child)
            elif not (without and child.has("class_", without)):
                words.append(child.text(without))
        return "".join(words)

    def told(self) -> list[tuple[str, str]]:
        """The terms of the lists in it, each with what is said of it."""
        terms = [node for node in self.all() if node.tag in ("dt", "dd")]
        pairs = zip(terms[::2], terms[1::2], strict=True)
        return [(term.text().strip(), " ".join(said.text().split())) for term, said in pairs]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(attrs) == len(dict(attrs)), f"an attribute twice: {tag} {attrs}"
        node = Node(tag, dict(attrs))
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_endtag(self, tag: str) -> None:
        assert self.open[-1].tag == tag, f"</{tag}> closes <{self.open[-1].tag}>"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(html: bytes) -> Node:
    """The tree of a well-formed page, whose ids are its own and whose links lead somewhere within it."""
    parser = _Parser()
    parser.feed(html.decode())
    parser.close()
    assert parser.open == [parser.root], "not closed"
    nodes = parser.root.all()
    ids = Counter(node["id"] for node in nodes if "id" in node.attributes)
    assert [name for name, times in ids.items() if times > 1] == []
    named = [node["href"].removeprefix("#") for node in nodes if "href" in node.attributes]
    named += [name for node in nodes for name in node["aria-labelledby"].split()]
    assert [name for name in named if name not in ids] == []
    return parser.root


def rendered(*assessments: Assessment, of: int = 0, ignored: tuple[Ignored, ...] = ()) -> bytes:
    renderer = HtmlRenderer(Run(CHECKLIST, of or len(assessments), ignored), FILE)
    return written_by(renderer, *assessments, complete=not of)


@cache
def judged(text: str, path: str = "报告.txt") -> Assessment:
    return evaluate(text.encode(), path, load(), OPTIONS)


def of_file(path: Path) -> Assessment:
    return judged(path.read_text("utf-8"), path.name)


def squeezed(text: str) -> str:
    return "".join(visible(text).split())
