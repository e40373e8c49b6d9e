"""What the document refers to in its other parts: notes, headers, the words of charts and diagrams."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from evaluator.reading.docx.drawing import words
from evaluator.reading.docx.names import CHART, ID, A
from evaluator.reading.docx.package import Package, Relation
from evaluator.reading.tally import Tally

# Links are addresses that the document shows; these are things that Word would fetch.
FETCHED = frozenset({"image", "attachedTemplate", "oleObject", "subDocument", "frame", "aFChunk"})
# Charts keep what they show of the sheet behind them: names of rows and columns. Figures alone say nothing.
CHART_TEXTS = (f"{CHART}tx", f"{CHART}cat")


@dataclass(slots=True)
class Related:
    package: Package
    relations: dict[str, Relation]
    tally: Tally
    _notes: dict[str, dict[str, Element]] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    def first(self, kind: str) -> Element | None:
        """The part of that kind of which there is only one."""
        return next(self.all(kind), None)

    def all(self, kind: str) -> Iterator[Element]:
        relations = self.relations.values()
        targets = dict.fromkeys(r.target for r in relations if r.kind == kind and not r.external)
        for target in targets:
            part = self.package.part(target)
            if part is not None:
                yield part

    def note(self, kind: str, id_: str) -> Element | None:
        """A footnote or an endnote, where it is first referred to: no file can make much of one note."""
        if kind not in self._notes:
            part = self.first(kind)
            self._notes[kind] = {} if part is None else {note.get(ID, ""): note for note in part}
        return self._notes[kind].pop(id_, None)

    def words(self, relation_id: str) -> Iterator[str]:
        """The words of a chart or diagram, told once."""
        relation = self.relations.get(relation_id)
        if relation is None or relation.target in self._told:
            return
        self._told.add(relation.target)
        part = None if relation.external else self.package.part(relation.target)
        if part is not None:
            yield from filter(None, (words(paragraph) for paragraph in part.iter(f"{A}p")))
            for texts in (element for name in CHART_TEXTS for element in part.iter(name)):
                yield "、".join(value.text for value in texts.iter(f"{CHART}v") if value.text)

    def name_unread(self, relation_id: str) -> None:
        relation = self.relations.get(relation_id)
        name = relation.target.rpartition("/")[2] if relation else ""
        self.tally.unread.append(f"文档里插入了另一个文件（{name}），其中的文字没有读出")

    def look_outside(self) -> None:
        """Notes whether anything would have to be fetched, and whether there are macros."""
        targets = {r.target for r in self.relations.values() if r.kind == "settings"}
        settings = (self.package.relations(target) for target in targets)
        everything = [*self.relations.values(), *(r for related in settings for r in related.values())]
        self.tally.external = any(r.external and r.kind in FETCHED for r in everything)
        self.tally.macros = any(name.endswith("vbaproject.bin") for name in self.package.names)
