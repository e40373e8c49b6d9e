"""RTF read as Word shows it once all revisions are accepted; its automatic numbers stand in the file."""

import re

from evaluator.document import Reading
from evaluator.reading.composing import Composition, labelled
from evaluator.reading.rtf.document import NUMBER_END, Document
from evaluator.reading.rtf.sinks import PICTURE, Paragraph
from evaluator.reading.rtf.tokens import tokenise
from evaluator.reading.rtf.words import obey
from evaluator.reading.tally import Tally

SURROGATE = re.compile("[\ud800-\udfff]")


def read_rtf(data: bytes) -> Reading:
    """Raises ReportError."""
    tally = Tally()
    document = Document(tally)
    for token in tokenise(data):
        obey(document, token)
    composition = Composition()
    for paragraph in document.paragraphs():
        _add(composition, paragraph)
    return composition.reading("rtf", tally)


def _add(composition: Composition, paragraph: Paragraph) -> None:
    if paragraph.kind == PICTURE:
        composition.picture(paragraph.share)
        return
    number, mark, text = paragraph.text.rpartition(NUMBER_END)
    if mark:
        text = labelled(number.strip(), text.lstrip()) if text.strip() else ""
    composition.add(_whole(text), paragraph.kind, paragraph.level)


def _whole(text: str) -> str:
    """RTF writes characters beyond the 65,536th as two halves."""
    if not SURROGATE.search(text):
        return text
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
