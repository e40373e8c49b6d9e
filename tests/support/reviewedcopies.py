"""Reviewed copies taken apart again, by other means than those that made them."""

import re
from collections.abc import Sequence
from io import BytesIO
from itertools import count
from xml.etree import ElementTree
from zipfile import ZipFile

from shipped import checklist

from evaluator.assessment import Assessment
from evaluator.evaluation import Options, evaluate
from evaluator.output.docx import review
from evaluator.output.docx.original import word
from evaluator.output.docx.remarks import Remark
from evaluator.output.docx.reviewing import reviewed
from evaluator.output.docx.tracing import trace
from evaluator.reading.docx import read_docx

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
START, END, REFERENCE = f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}commentReference"
GONE = {f"{W}del", f"{W}moveFrom"}
MARKS = (
    rb'<w:commentRangeStart w:id="%d"/>',
    rb'<w:commentRangeEnd w:id="%d"/><w:r><w:commentReference w:id="%d"/></w:r>',
)
TAG = rb"(?: (?:[^>\"]|\"[^\"]*\")*)?>"
OPENING = rb"<w:r" + TAG + rb"\s*(?:<w:rPr>.*?</w:rPr>)?"
SEAMS = (rb"</w:t ></w:r >" + OPENING + rb"<w:t" + TAG, rb"</w:r >" + OPENING)


def part(data: bytes, name: str = "word/document.xml") -> bytes:
    with ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


def parts(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def comments(data: bytes, name: str = "word/comments.xml") -> dict[int, list[str]]:
    """The paragraphs of each comment by its id."""
    root = ElementTree.fromstring(part(data, name))
    found = {}
    for comment in root:
        number = int(comment.get(f"{W}id", ""))
        assert number not in found
        found[number] = ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in comment.iter(f"{W}p")]
    return found


def anchored(data: bytes) -> dict[int, str]:
    """The words, deleted ones left out, between the marks of each comment; every mark stands there once."""
    found: dict[int, str] = {}
    open_: set[int] = set()
    seen: set[tuple[str, int]] = set()

    def walk(element: ElementTree.Element) -> None:
        number = int(element.get(f"{W}id", "-1")) if element.tag in (START, END, REFERENCE) else -1
        if number >= 0:
            assert (element.tag, number) not in seen
            seen.add((element.tag, number))
        if element.tag == START:
            open_.add(number)
            found[number] = ""
        elif element.tag == END:
            open_.remove(number)
        elif element.tag == f"{W}t":
            found.update({each: found[each] + (element.text or "") for each in open_})
        if element.tag not in GONE:
            for child in element:
                walk(child)

    walk(ElementTree.fromstring(part(data)))
    assert not open_
    assert seen == {(tag, number) for number in found for tag in (START, END, REFERENCE)}
    return found


def unmarked(document: bytes, numbers: Sequence[int]) -> bytes:
    """A document part without the marks of these comments, with what was cut for them whole again."""
    for number in numbers:
        for mark in MARKS:
            document = document.replace(mark.replace(b"%d", str(number).encode()), b"")
    for seam in SEAMS:
        document = re.sub(seam, b"", document, flags=re.DOTALL)
    return document


def commented(data: bytes, *quotes: str, lines: Sequence[str] = ("问题",)) -> bytes:
    """With a comment on the first place of each quote in the text as read, each with a number of its own."""
    text = read_docx(data).text
    numbered = zip(quotes, count(1), strict=False)
    remarks = [
        Remark(text.index(quote), text.index(quote) + len(quote), (f"{number}", *lines), quote)
        for quote, number in numbered
    ]
    return with_remarks(data, remarks)


def with_remarks(data: bytes, remarks: Sequence[Remark]) -> bytes:
    base, text = word(data), read_docx(data).text
    return reviewed(base, remarks, lambda scan, main: trace(scan, main, base.package(), text))


def assessed(data: bytes, name: str = "报告.docx") -> Assessment:
    return evaluate(data, name, checklist(), Options(original=True))


def copy_of(data: bytes, name: str = "报告.docx") -> bytes:
    return copied(assessed(data, name))


def copied(assessment: Assessment) -> bytes:
    assert assessment.original
    return review(assessment, assessment.original)[0]


def saying(data: bytes, word: str) -> dict[str, str]:
    """The comments that have the word in their first line, and the words they stand on."""
    marked = anchored(data)
    return {lines[0]: marked[number] for number, lines in comments(data).items() if word in lines[0]}
