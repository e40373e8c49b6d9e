"""A comment stands on the very words, wherever Word keeps them; nothing else of the document changes."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reviewedcopies import anchored, commented, comments, part, unmarked, with_remarks
from worddocuments import docx, element, p, run

from evaluator.output.docx import tracing
from evaluator.output.docx.remarks import Remark
from evaluator.reading.docx import read_docx

WORDS = "办理案件"
RUN = run(f"全年{WORDS}12件")
TABLE = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
CONTROL = "<w:sdt><w:sdtPr>{}</w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
BOX = f"<w:txbxContent>{p(RUN)}</w:txbxContent>"
OLD_SHAPE = f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>"
NEW_SHAPE = f"<w:r><w:drawing><wp:anchor><wps:txbx>{BOX}</wps:txbx></wp:anchor></w:drawing></w:r>"
TWO_BRANCHES = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{NEW_SHAPE[5:-6]}</mc:Choice>'
    f"<mc:Fallback>{OLD_SHAPE[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
)
FIELD = "".join(
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>{after}'
    for kind, after in (
        ("begin", "<w:r><w:instrText> REF a </w:instrText></w:r>"),
        ("separate", RUN),
        ("end", ""),
    )
)
BOLD = '<w:r w:rsidR="00A1"><w:rPr><w:b/><w:rPrChange w:id="9"><w:rPr/></w:rPrChange></w:rPr>{}</w:r>'

EXACT = [
    ("one run", p(RUN)),
    ("a run alone", p(run(WORDS))),
    ("the beginning of a run", p(run(f"{WORDS}12件"))),
    ("the end of a run", p(run(f"全年{WORDS}"))),
    ("several runs", p(run("全年办"), BOLD.format("<w:t>理</w:t>"), "<w:proofErr/>", run("案件12件"))),
    ("two pieces of a run", p(BOLD.format("<w:t>全年办理</w:t><w:t>案件12件</w:t>"))),
    ("behind a tab in a run", p(BOLD.format("<w:t>全年</w:t><w:tab/><w:t>办理案件</w:t><w:tab/>"))),
    ("before a break in a run", p(BOLD.format("<w:t>办理案件</w:t><w:br/><w:t>12件</w:t>"))),
    ("an entity before and behind", p(run("&amp;&#x5168;办理案件&lt;件"))),
    ("an entity within", p(run("全年&#x529E;理案件&amp;"))),
    ("an XML comment within", p(run("全年办<!-- 一 -->理案件12件"))),
    ("a rare character before", p(run("𠀀办理案件𠀀"))),
    ("properties", p(BOLD.format("<w:t>全年办理案件12件</w:t>"))),
    ("a tag with > in a value", p('<w:r w:rsidR="a>b"><w:t>全年办理案件12件</w:t></w:r>')),
    ("blanks between elements", p("<w:r>\n <w:rPr><w:b/></w:rPr>\n <w:t>全年办理案件</w:t>\n</w:r>\n")),
    ("table", TABLE.format(p(RUN), p(""))),
    ("nested table", TABLE.format(TABLE.format(p(RUN), p("")) + p(""), p(""))),
    ("block content control", CONTROL.format("", p(RUN))),
    ("inline content control", p(CONTROL.format("<w:alias w:val='名'/>", RUN))),
    ("row in a content control", f"<w:tbl>{CONTROL.format('', f'<w:tr><w:tc>{p(RUN)}</w:tc></w:tr>')}</w:tbl>"),
    ("tracked insertion", p(f'<w:ins w:id="1">{RUN}</w:ins>')),
    ("half inserted", p(run("全年办理"), f'<w:ins w:id="1">{run("案件12件")}</w:ins>')),
    ("a deletion within", p(run("办理"), f'<w:del w:id="1">{run("一些")}</w:del>', run("案件"))),
    ("moved text", p(f'<w:moveTo w:id="1">{RUN}</w:moveTo>')),
    ("smart tag", p(f'<w:smartTag w:element="a">{RUN}</w:smartTag>')),
    ("hyperlink", p(f'<w:hyperlink w:anchor="a">{RUN}</w:hyperlink>')),
    ("into a hyperlink", p(run("全年办"), f'<w:hyperlink w:anchor="a">{run("理案件12件")}</w:hyperlink>')),
    ("complex field", p(FIELD)),
    ("custom XML", p(f'<w:customXml w:element="a"><w:customXmlPr/>{RUN}</w:customXml>')),
    ("two paragraphs with a deleted mark", p(run("全年办理"), mark='<w:del w:id="1"/>') + p(run("案件12件"))),
]  # fmt: skip


@pytest.mark.parametrize("body", [row[1] for row in EXACT], ids=[row[0] for row in EXACT])
def test_a_comment_stands_on_the_very_words(body: str) -> None:
    before = docx(p("标题") + body)
    after = commented(before, WORDS)
    assert anchored(after) == {0: WORDS}
    assert comments(after) == {0: ["1", "问题"]}
    assert unmarked(part(after), [0]) == part(before)
    assert read_docx(after).text == read_docx(before).text


# No mark may stand inside of these, or Word would throw it away: the comment is round them, and quotes the words.
AROUND = [
    ("old text box", p(run("正文"), OLD_SHAPE)),
    ("new text box", p(run("正文"), NEW_SHAPE)),
    ("simple field", p(f'<w:fldSimple w:instr="REF a">{RUN}</w:fldSimple>')),
    ("plain content control", p(CONTROL.format("<w:text/>", RUN))),
    ("bound content control", p(CONTROL.format('<w:dataBinding w:xpath="a"/>', RUN))),
    ("something of a later Word", p(f"<w:unheardOf>{RUN}</w:unheardOf>")),
    ("marked section", p("<w:r><w:t><![CDATA[全年办理案件12件]]></w:t></w:r>")),
    ("words that hold an element", p("<w:r><w:t>全年办理案件12件<w:t/></w:t></w:r>")),
    ("a blank that would be lost", p("<w:r><w:t>全年 办理案件 12件</w:t></w:r>")),
]


@pytest.mark.parametrize("body", [row[1] for row in AROUND], ids=[row[0] for row in AROUND])
def test_a_comment_stands_round_what_cannot_be_cut_and_quotes_the_words(body: str) -> None:
    before = docx(p("标题") + body)
    after = commented(before, WORDS)
    assert anchored(after)[0].replace(" ", "") == "全年办理案件12件"
    assert comments(after) == {0: ["1", "原文：“办理案件”", "问题"]}
    assert unmarked(part(after), [0]) == part(before)


def test_of_a_text_box_in_two_versions_both_are_marked() -> None:
    after = commented(docx(p(run("正文"), TWO_BRANCHES)), WORDS)
    assert anchored(after) == {0: "全年办理案件12件" * 2}


def test_a_formula() -> None:
    after = commented(docx(p(run("正文"), "<m:oMath><m:r><m:t>办理案件</m:t></m:r></m:oMath>")), WORDS)
    document = part(after).decode()
    assert '<w:commentRangeStart w:id="0"/><m:oMath>' in document
    assert '</m:oMath><w:commentRangeEnd w:id="0"/>' in document


def test_words_of_a_footnote_are_marked_at_the_paragraph_of_the_reference() -> None:
    note = element("w:footnotes", f'<w:footnote w:id="2">{p(RUN)}</w:footnote>')
    body = p("标题") + p(run("有脚注的一段"), '<w:r><w:footnoteReference w:id="2"/></w:r>') + p("后文")
    after = commented(docx(body, footnotes=note), WORDS)
    assert anchored(after) == {0: "有脚注的一段"}
    assert comments(after) == {0: ["1", "原文：“办理案件”", "问题"]}


def test_words_of_a_header_are_marked_at_the_last_paragraph() -> None:
    after = commented(docx(p("标题") + p("后文"), header=element("w:hdr", p(RUN))), WORDS)
    assert anchored(after) == {0: "后文"}


def test_an_automatic_number_is_marked_at_its_paragraph() -> None:
    numbering = element(
        "w:numbering",
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1．"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
    )
    data = docx(p("主要举措", number=(1, 0)), numbering=numbering)
    assert anchored(commented(data, "1．主要")) == {0: "主要"}
    assert anchored(commented(data, "1．")) == {0: "主要举措"}


def test_several_comments_on_overlapping_words() -> None:
    before = docx(p("标题") + p(run("全年办理案件12件")))
    after = commented(before, "办理案件", "理案", "办理", "案件12", "全年办理案件12件")
    assert anchored(after) == dict(enumerate(("办理案件", "理案", "办理", "案件12", "全年办理案件12件")))
    assert unmarked(part(after), range(5)) == part(before)


def test_more_characters_than_dyes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tracing, "DYES", 3)
    after = commented(docx(p("标题") + TABLE.format(p(RUN), p("")) + p(NEW_SHAPE) + p("后文很长很长")), WORDS, "长很")
    assert anchored(after) == {0: WORDS, 1: "长很"}


def test_a_rare_character_elsewhere_is_not_taken_for_a_dye() -> None:
    note = element("w:footnotes", f'<w:footnote w:id="2">{p("脚注𐀀𐀁")}</w:footnote>')
    body = p("标题") + p(run("办理𐀀案件"), '<w:r><w:footnoteReference w:id="2"/></w:r>')
    after = commented(docx(body, footnotes=note), "理𐀀案", "𐀀𐀁")
    assert anchored(after) == {0: "理𐀀案", 1: "办理𐀀案件"}


PIECES = st.text(alphabet="办理案件年，。12 \t&<", min_size=1, max_size=6)
INLINE = st.sampled_from(
    (
        "{}",
        '<w:ins w:id="1">{}</w:ins>',
        '<w:del w:id="2">{}</w:del>',
        '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
        f"{CONTROL.format('', '{}')}",
        f"{CONTROL.format('<w:text/>', '{}')}",
        '<w:fldSimple w:instr="REF a">{}</w:fldSimple>',
        "<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p>{}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>",
    )
)
BLOCK = st.sampled_from(("{}", TABLE.format("{}", "<w:p/>"), CONTROL.format("", "{}")))
TEXT = st.sampled_from(("<w:t>{}</w:t>", '<w:t xml:space="preserve">{}</w:t>', "<w:br/>", "<w:tab/>"))


@st.composite
def runs(draw: st.DrawFn) -> str:
    inside = "".join(
        draw(TEXT).format(draw(PIECES).replace("&", "&amp;").replace("<", "&#60;"))
        for _ in range(draw(st.integers(1, 3)))
    )
    return f"<w:r>{draw(st.sampled_from(('', '<w:rPr><w:b/></w:rPr>')))}{inside}</w:r>"


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    blocks = []
    for _ in range(draw(st.integers(1, 4))):
        inline = "".join(draw(INLINE).format(draw(runs())) for _ in range(draw(st.integers(1, 4))))
        blocks.append(draw(BLOCK).format(f"<w:p>{inline}</w:p>"))
    return docx(p("标题") + "".join(blocks))


def solid(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=80, deadline=None)
@given(documents(), st.data())
def test_any_places_of_any_document(before: bytes, data: st.DataObject) -> None:
    text = read_docx(before).text
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 9))
    places = [(at, min(at + size, len(text))) for at, size in data.draw(st.lists(spans, min_size=1, max_size=4))]
    remarks = [Remark(start, end, (f"第{n}处",), text[start:end]) for n, (start, end) in enumerate(places)]
    after = with_remarks(before, remarks)
    assert read_docx(after).text == text
    assert unmarked(part(after), range(len(places))) == part(before)
    said, marked = comments(after), anchored(after)
    assert said.keys() == marked.keys() == set(range(len(places)))
    for number, (start, end) in enumerate(places):
        quote = solid(text[start:end])
        assert Counter(quote) <= Counter(solid(marked[number]))
        # A text box stands in its paragraph and is read after it: its words may lie between those of the quote.
        if quote and len(said[number]) == 1 and b"txbxContent" not in part(before):
            assert quote == solid(marked[number])
    assert with_remarks(after, remarks) == after
    assert with_remarks(after, remarks[:1]) == with_remarks(before, remarks[:1])
