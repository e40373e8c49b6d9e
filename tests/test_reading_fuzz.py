"""Broken files of every kind are read or refused with a reason: no other exception, no blocks that lie."""

from functools import cache
from io import BytesIO
from itertools import pairwise
from random import Random
from xml.etree.ElementTree import Element, fromstring, tostring
from zipfile import ZipFile

import draft
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from offices import converted, needs_office
from worddocuments import element, p, parts_of, zipped

from evaluator.document import Reading
from evaluator.reading import read
from evaluator.refusal import ReportError

ODD = ("", "-1", "0", "1", "2", "8", "99999999999999999999", "x", "一", "\ufffd", "none", "../../a", "http://a.invalid/")
Parts = dict[str, bytes]


def opened(data: bytes) -> Parts:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def rich() -> Parts:
    """A document with everything that refers to something."""
    shape = '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:extent cx="1" cy="1"/>{}'
    shape += "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style='width:1pt;height:2pt'/></w:pict>"
    shape += "</mc:Fallback></mc:AlternateContent></w:r>"
    note = '<w:r><w:footnoteReference w:id="1"/><w:endnoteReference w:id="1"/><w:commentReference w:id="1"/></w:r>'
    box, graph = f"<w:txbxContent>{p('框')}</w:txbxContent>", '<c:chart r:id="rIdchart"/><dgm:relIds r:dm="rIdchart"/>'
    words = "<a:p><a:r><a:t>图</a:t></a:r></a:p><c:cat><c:v>一</c:v></c:cat>"
    body = p(draft.TITLE, note, shape.format(box), shape.format(graph)) + '<w:altChunk r:id="rIdchart"/>'
    parts = opened(draft.word())
    more = parts_of(
        body,
        chart=element("c:chartSpace", words),
        endnotes=element("w:endnotes", f'<w:endnote w:id="1">{p("尾")}</w:endnote>'),
        settings=element("w:settings", ""),
    )
    root, extra = fromstring(parts["word/document.xml"]), fromstring(more["word/document.xml"])
    root[0].extend(extra[0])
    relations = fromstring(parts["word/_rels/document.xml.rels"])
    relations.extend(fromstring(more["word/_rels/document.xml.rels"]))
    parts |= {name: content.encode() for name, content in more.items() if name not in parts}
    parts["word/document.xml"], parts["word/_rels/document.xml.rels"] = tostring(root), tostring(relations)
    return parts


def require_sound(data: bytes, name: str) -> None:
    try:
        reading = read(data, name)
    except ReportError as error:
        assert error.code and error.message and error.hint
        return
    require_true(reading)


def require_true(reading: Reading) -> None:
    blocks = reading.blocks
    assert all(0 <= b.start < b.end <= len(reading.text) and reading.text[b.start : b.end].strip() for b in blocks)
    assert all(a.end <= b.start for a, b in pairwise(blocks))
    assert all(0 <= picture.at < len(reading.text) for picture in reading.pictures)
    assert all(picture.share is None or picture.share >= 0 for picture in reading.pictures)


def mutated(data: bytes, random: Random, count: int) -> bytes:
    """Bytes changed, cut out, doubled or put elsewhere."""
    changed = bytearray(data)
    for _ in range(count):
        at, length = random.randrange(len(changed) + 1), random.choice((1, 1, 2, 7, 50, 500))
        piece = bytes(changed[at : at + length])
        match random.randrange(4):
            case 0:
                changed[at : at + length] = random.randbytes(len(piece))
            case 1:
                del changed[at : at + length]
            case 2:
                changed[at:at] = piece
            case _:
                to = random.randrange(len(changed) + 1)
                changed[to:to] = piece
    return bytes(changed)


def grown(data: bytes, random: Random, count: int) -> bytes:
    """XML that is still well-formed, with elements renamed, moved, doubled, emptied, and odd values."""
    root = fromstring(data)
    for _ in range(count):
        everything = list(root.iter())
        _change(random.choice(everything), random.choice(everything), random)
    return tostring(root, encoding="utf-8")


def _change(one: Element, other: Element, random: Random) -> None:
    match random.randrange(6):
        case 0:
            one.tag = other.tag
        case 1 if len(one):
            one.remove(random.choice(list(one)))
        case 2 if one not in list(other.iter()):
            one.append(other)
        case 3 if one.attrib:
            one.set(random.choice(list(one.attrib)), random.choice(ODD))
        case 4:
            one.attrib.update(other.attrib)
        case _:
            one.text = random.choice((*ODD, "办理案件"))


SEEDS = st.tuples(st.integers(0, 2**32), st.integers(1, 12))
often = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
seldom = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@often
@given(SEEDS)
def test_documents_with_other_content(seed: tuple[int, int]) -> None:
    random = Random(seed[0])
    parts = dict(rich())
    name = random.choice([*["word/document.xml"] * 5, *(name for name in parts if name.endswith((".xml", ".rels")))])
    parts[name] = grown(parts[name], random, seed[1])
    require_sound(zipped(parts), "报告.docx")


@often
@given(SEEDS)
def test_documents_with_broken_bytes(seed: tuple[int, int]) -> None:
    require_sound(mutated(zipped(rich()), Random(seed[0]), seed[1]), "报告.docx")


RTF = (
    rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 A;}}{\stylesheet{\s1\outlinelevel0 heading 1;}}\paperw9\paperh9"
    rb"{\header a\par}\pard\s1{\listtext 1.\tab}\'b7\'a8\'d6\'ce\par\pard\u27861?\u-10138?\u-8224?{\footnote\'b7\'a8}"
    rb"{\deleted a}{\revised b}{\v c}\trowd\cellx1\cellx2\intbl\'b7\'a8\cell\'b7\'a8\cell\row"
    rb"{\field{\*\fldinst x}{\fldrslt y}}{\shp{\*\shpinst{\shptxt\'b7\'a8\par}}}"
    rb"{\*\shppict{\pict\picwgoal1\pichgoal1 00}}{\upr{a}{\*\ud{\u27861?}}}\bin3 {{{\par}"
)


@often
@given(SEEDS)
def test_rtf(seed: tuple[int, int]) -> None:
    require_sound(mutated(RTF, Random(seed[0]), seed[1]), "报告.rtf")


ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-be", "big5hkscs", "utf-32")


@often
@given(SEEDS, st.sampled_from(ENCODINGS), st.sampled_from(("", "# ", "| ", "- ")))
def test_text_and_markdown(seed: tuple[int, int], encoding: str, mark: str) -> None:
    data = "".join(f"{mark}{line}\n" for line in draft.LINES).encode(encoding, "replace")
    require_sound(mutated(data, Random(seed[0]), seed[1]), "报告.md")


@often
@given(st.binary(max_size=400))
def test_bytes_of_no_kind(data: bytes) -> None:
    require_sound(data, "报告.txt")


@needs_office
@often
@given(SEEDS)
def test_open_documents(seed: tuple[int, int]) -> None:
    data = converted(draft.word(), "docx", "fodt")
    require_sound(grown(data, Random(seed[0]), seed[1]), "报告.fodt")


@needs_office
@often
@given(SEEDS)
def test_zipped_open_documents_with_broken_bytes(seed: tuple[int, int]) -> None:
    require_sound(mutated(converted(draft.word(), "docx", "odt"), Random(seed[0]), seed[1]), "报告.odt")


@needs_office
@seldom
@given(SEEDS)
def test_old_documents(seed: tuple[int, int]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("evaluator.reading.office.program", lambda: None)
        require_sound(mutated(converted(draft.word(), "docx", "doc"), Random(seed[0]), seed[1]), "报告.doc")


def test_what_is_not_mutated_is_read() -> None:
    reading = read(zipped(rich()), "报告.docx")
    require_true(reading)
    assert {"框", "尾", "图", "一"} <= {reading.text[b.start : b.end] for b in reading.blocks}
