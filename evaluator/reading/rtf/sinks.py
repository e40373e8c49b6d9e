"""Paragraphs as an RTF file fills them, one inside the other: notes and text boxes within the body."""

from dataclasses import dataclass, field

PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Or a picture, with its share of a page."""

    text: str
    kind: str
    level: int = 0
    share: float | None = None


@dataclass(slots=True)
class Sink:
    """`after` are finished paragraphs of what stands in the one that is being filled."""

    kind: str
    text: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    after: list[Paragraph] = field(default_factory=list)
    done: list[Paragraph] = field(default_factory=list)

    def end_paragraph(self, kind: str, level: int = 0) -> None:
        if any(map(str.strip, self.text)):
            self.done.append(Paragraph("".join(self.text), kind, level))
        if any(map(str.strip, self.hidden)):
            self.done.append(Paragraph("".join(self.hidden), "hidden"))
        self.done += self.after
        self.text, self.hidden, self.after = [], [], []
