"""What is large is read in a child process, whatever its format; what is built to be slow is not."""

import cProfile
import pstats
from collections.abc import Callable
from functools import partial

import draft
import pytest
from test_reading_archive import SOUND, TITLE
from worddocuments import docx, element, p, parts_of, zipped

from checklist.loading import load
from evaluator import limits
from evaluator.document import Reading
from evaluator.evaluation import Options, evaluate
from evaluator.reading import read
from evaluator.reading.docx import read_docx
from evaluator.reading.guarding import guarded, is_large
from evaluator.refusal import ReportError

WORDS = "云岭县水务局2024年法治政府建设年度报告"
RTF = b"{\\rtf1\\ansi\\ansicpg936 " + WORDS.encode("gbk") + b"\\par}"
HTML = f"<html><body><h1>{WORDS}</h1></body></html>".encode()
NOT_LARGE = [
    ("nothing", b""),
    ("a document", SOUND),
    ("a document with large pictures", zipped(dict(parts_of(TITLE)) | {"word/media/a.bmp": bytes(2**23)})),
    ("a long text", ("法治政府建设。" * 2**20).encode()),
    ("rtf", RTF),
    ("a zip that is none", b"PK\x03\x04" + b"x" * 99),
]


@pytest.mark.parametrize("data", [row[1] for row in NOT_LARGE], ids=[row[0] for row in NOT_LARGE])
def test_what_is_read_at_once(data: bytes) -> None:
    assert not is_large(data)


LARGE = [
    ("a document", "docx", docx(p(WORDS) + "<w:p/>" * 2**20)),
    ("rtf", "rtf", RTF[:-1] + b"\\b0" * limits.MOST_MARKUP_AT_ONCE + b"}"),
    ("a page", "html", HTML + b"<b>" * limits.MOST_MARKUP_AT_ONCE),
]


@pytest.mark.parametrize(("form", "data"), [row[1:] for row in LARGE], ids=[row[0] for row in LARGE])
def test_what_is_read_in_a_child(form: str, data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    confined: list[str] = []

    def confine(name: str, _data: bytes) -> Reading:
        confined.append(name)
        return Reading(WORDS, (), name)

    monkeypatch.setattr("evaluator.reading.confined.confined", confine)
    assert is_large(data)
    assert guarded(form, data).text == WORDS
    assert confined == [form]


def test_the_child_reads_what_would_be_read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MOST_MARKUP_BYTES_AT_ONCE", 10)
    assert read(SOUND, "报告.docx") == read_docx(SOUND)


def styles(count: int) -> str:
    row = '<w:style w:type="paragraph" w:styleId="s{}"><w:basedOn w:val="s{}"/></w:style>'
    return element("w:styles", "".join(row.format(i, i + 1) for i in range(count)))


def numbering(count: int) -> str:
    family = '<w:abstractNum w:abstractNumId="{0}"><w:numStyleLink w:val="q{0}"/></w:abstractNum>'
    list_ = '<w:num w:numId="{0}"><w:abstractNumId w:val="{0}"/></w:num>'
    return element("w:numbering", "".join(row.format(i) for row in (family, list_) for i in range(count)))


OPEN, SHUT = "<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"
# Each of these took time with the square of its size, or made much of little.
GROWING: list[tuple[str, Callable[[int], bytes]]] = [
    ("styles", lambda n: docx("".join(p("字", style=f"s{i}") for i in range(n)), styles=styles(n))),
    ("lists", lambda n: docx("".join(p("字", number=(i, 0)) for i in range(n)), numbering=numbering(n))),
    ("tables within tables", lambda n: docx(OPEN * (n // 20) + (OPEN + p("字") + SHUT) * n + SHUT * (n // 20))),
]


def calls(work: Callable[[], object]) -> int:
    """How many functions it calls, which no other work on the machine changes."""
    profile = cProfile.Profile()
    profile.runcall(work)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("make", [row[1] for row in GROWING], ids=[row[0] for row in GROWING])
def test_the_work_grows_with_the_size_alone(make: Callable[[int], bytes]) -> None:
    small, large = make(400), make(1600)
    assert calls(lambda: read_docx(large)) < 5 * calls(lambda: read_docx(small))


# Where each sentence might open the plan, it was asked of each how much follows.
REPEATED = ["2025年将加强培训。\n", "2025年将加强培训。", "一、做法\n", "“办案《法》”（全年）\n", "1.力量不足。\n"]


@pytest.mark.parametrize("words", REPEATED)
def test_the_judging_grows_with_the_size_alone(words: str) -> None:
    small, large = (f"{draft.TITLE}\n{draft.OPENING}\n{words * count}".encode() for count in (200, 800))
    evaluated = partial(evaluate, path="报告.txt", checklist=load(), options=Options())
    evaluated(small)
    assert calls(lambda: evaluated(large)) < 5 * calls(lambda: evaluated(small))


NOTE = '<w:r><w:footnoteReference w:id="1"/></w:r>'


def test_a_note_is_told_where_it_is_first_referred_to() -> None:
    notes = element("w:footnotes", f'<w:footnote w:id="1">{p("注" * 100)}{p("尾", NOTE)}</w:footnote>')
    reading = read_docx(docx(p("甲", NOTE) + p("乙", NOTE), footnotes=notes))
    assert reading.text.split("\n") == ["甲", "注" * 100, "尾", "乙"]


def test_more_words_than_any_report_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluator.reading.composing.MOST_CHARACTERS", 100)
    assert read_docx(docx(p("法" * 100))).text == "法" * 100
    with pytest.raises(ReportError) as caught:
        read_docx(docx(p("法" * 60) * 2))
    assert (caught.value.code, caught.value.message) == ("too-long", "全文超过 100 字，不像是一份年度报告")


def test_only_xml_is_taken_for_a_part() -> None:
    parts = parts_of(TITLE)
    parts["word/document.png"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = parts["_rels/.rels"].replace("document.xml", "document.png")
    with pytest.raises(ReportError) as caught:
        read_docx(zipped(parts))
    assert caught.value.code == "damaged"


def test_of_much_that_was_not_read_the_first_is_named() -> None:
    chunks = {f"aFChunk_{n}": f"{n}.html" for n in range(9)}
    body = "".join(f'<w:altChunk r:id="rId{name}"/>' for name in chunks)
    unread = read_docx(docx(TITLE + body, **chunks)).unread
    assert unread.startswith("文档里插入了另一个文件（0.html），其中的文字没有读出；")
    assert unread.endswith("（4.html），其中的文字没有读出；另有 4 处同样没有读出")
