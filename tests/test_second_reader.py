"""Another library reads the same words of the same documents: docx2python, which misses no container."""

import re
from collections import Counter
from io import BytesIO
from pathlib import Path

import docx as python_docx
import draft
import pytest
from docx2python import docx2python
from offices import converted, needs_office
from test_reading_docx import CONTAINERS
from worddocuments import docx, p

from evaluator.reading.docx import read_docx

HAN = re.compile("[\u4e00-\u9fff]")
REPORTS = sorted((Path(__file__).parent / "data" / "reports").glob("*.txt"))


def ours(data: bytes) -> Counter[str]:
    return Counter(HAN.findall(read_docx(data).text))


def theirs(data: bytes) -> Counter[str]:
    with docx2python(BytesIO(data)) as document:
        return Counter(HAN.findall(document.text))


# It knows no formulas and no art of words, reads both versions of a text box and the instructions of fields,
# and stumbles over a link without a target.
UNKNOWN = {"formula", "old art of words", "text box in two versions", "a field for an instruction", "hyperlink"}
ROWS = [row for row in CONTAINERS if row[0] not in UNKNOWN]


@pytest.mark.parametrize("body", [row[1] for row in ROWS], ids=[row[0] for row in ROWS])
def test_containers(body: str) -> None:
    data = docx(p(draft.TITLE) + body)
    assert ours(data) == theirs(data)


def written(text: str) -> bytes:
    """As python-docx writes it: headings by style, every fifth line in a table, a header and a footer."""
    document = python_docx.Document()
    document.sections[0].header.paragraphs[0].text = "内部资料"
    document.sections[0].footer.paragraphs[0].text = "注意保存"
    for at, line in enumerate(text.splitlines()):
        if at % 5 == 4:
            document.add_table(rows=2, cols=2).cell(1, 1).text = line
        elif at % 5 == 1:
            document.add_heading(line, level=1 + at % 3)
        else:
            paragraph = document.add_paragraph(line[:9])
            paragraph.add_run(line[9:]).bold = True
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("path", REPORTS, ids=lambda path: path.stem)
def test_reports(path: Path) -> None:
    data = written(path.read_text("utf-8"))
    assert ours(data) == theirs(data)


@needs_office
@pytest.mark.filterwarnings("ignore:chineseCounting:UserWarning")
def test_a_document_of_libreoffice() -> None:
    data = converted(draft.word(), "docx", "docx", "docx:MS Word 2007 XML")
    numbers, box = Counter("一一二二三四"), Counter(HAN.findall(draft.BOX))
    assert ours(data) - numbers + box == theirs(data)
