"""Everything that Word shows of a document is read, once, and what it does not show is told apart."""

import pytest
import worddocuments
from worddocuments import docx, element, p, parts_of, picture, run, zipped

from evaluator.document import Reading
from evaluator.reading import read
from evaluator.reading.docx import read_docx
from evaluator.refusal import ReportError

TITLE = p("云岭县水务局2024年法治政府建设年度报告")
BOX = "<w:txbxContent>{}</w:txbxContent>"
SHAPE = (
    '<w:r><w:drawing><wp:anchor><wp:extent cx="100" cy="100"/><a:graphic><a:graphicData><wps:wsp><wps:txbx>'
    f"{BOX}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>"
)
OLD_SHAPE = f"<w:r><w:pict><v:shape><v:textbox>{BOX}</v:textbox></v:shape></w:pict></w:r>"
TWO_BRANCHES = (
    f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{SHAPE[5:-6]}</mc:Choice>'
    f"<mc:Fallback>{OLD_SHAPE[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>"
)


def texts(reading: Reading, *kinds: str) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks if not kinds or b.kind in kinds]


def notes(reading: Reading) -> dict[str, str]:
    return {note.code: note.message for note in reading.notes}


def field(*inside: str) -> str:
    return "".join(f"<w:r>{i}</w:r>" for i in inside)


BEGIN, SEPARATE, END = (f'<w:fldChar w:fldCharType="{kind}"/>' for kind in ("begin", "separate", "end"))
INSTRUCTION = '<w:instrText xml:space="preserve"> HYPERLINK "http://a.cn" </w:instrText>'
T = "<w:t>办理案件</w:t>"
CELLS = "<w:tbl><w:tr><w:tc>{}</w:tc><w:tc>{}</w:tc></w:tr></w:tbl>"
CONTROL = "<w:sdt><w:sdtPr><w:alias w:val='名'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
RUN = run("办理案件")
PARAGRAPH = p("办理案件")

# The sixteen constructs of field/libraries.md and more: each hides the words 办理案件 somewhere else.
CONTAINERS = [
    ("paragraph", p("办理案件")),
    ("table", CELLS.format(p("办理案件"), p(""))),
    ("nested table", CELLS.format(p("") + CELLS.format(p("办理案件"), p("")) + p(""), p(""))),
    ("block content control", CONTROL.format(p("办理案件"))),
    ("inline content control", p(CONTROL.format(RUN))),
    ("control round a row", f"<w:tbl>{CONTROL}</w:tbl>".format(f"<w:tr><w:tc>{PARAGRAPH}</w:tc></w:tr>")),
    ("content control in a control", CONTROL.format(CONTROL.format(p(CONTROL.format(RUN))))),
    ("tracked insertion", p(f'<w:ins w:id="1">{RUN}</w:ins>')),
    ("moved text", p(f'<w:moveTo w:id="1">{RUN}</w:moveTo>')),
    ("smart tag", p(f'<w:smartTag w:element="a">{RUN}</w:smartTag>')),
    ("hyperlink", p(f'<w:hyperlink r:id="rId9">{RUN}</w:hyperlink>')),
    ("simple field", p(f'<w:fldSimple w:instr="REF a">{RUN}</w:fldSimple>')),
    ("complex field", p(field(BEGIN, INSTRUCTION, SEPARATE, T, END))),
    ("a field for an instruction", p(field(BEGIN, BEGIN, SEPARATE, "<w:t>无</w:t>", END, SEPARATE, T, END))),
    ("new text box", p(SHAPE.format(p("办理案件")))),
    ("old text box", p(OLD_SHAPE.format(p("办理案件")))),
    ("text box in two versions", p(TWO_BRANCHES.format(p("办理案件"), p("办理案件")))),
    ("text box in a table", CELLS.format(p(SHAPE.format(p("办理案件"))), p(""))),
    ("block custom XML", f'<w:customXml w:element="a">{p("办理案件")}</w:customXml>'),
    ("inline custom XML", p(f'<w:customXml w:element="a"><w:customXmlPr/>{RUN}</w:customXml>')),
    ("right-to-left", p(f"<w:bdo>{RUN}</w:bdo>")),
    ("ruby", p("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>ban</w:t></w:r></w:rt>"
               f"<w:rubyBase>{RUN}</w:rubyBase></w:ruby></w:r>")),
    ("formula", p("<m:oMathPara><m:oMath><m:r><m:t>办理案件</m:t></m:r></m:oMath></m:oMathPara>")),
    ("old art of words", p('<w:r><w:pict><v:shape><v:textpath string="办理案件"/></v:shape></w:pict></w:r>')),
    ("something of a later Word", p(f"<w:unheardOf>{RUN}</w:unheardOf>")),
    ("a block of a later Word", f"<w:unheardOf>{p('办理案件')}</w:unheardOf>"),
    ("text in pieces", p(run("办"), run("理"), "<w:proofErr/>", run("案件"))),
]  # fmt: skip


@pytest.mark.parametrize("body", [row[1] for row in CONTAINERS], ids=[row[0] for row in CONTAINERS])
def test_text_is_read_wherever_it_stands_and_once(body: str) -> None:
    assert texts(read_docx(docx(TITLE + body))) == ["云岭县水务局2024年法治政府建设年度报告", "办理案件"]


NOTHING = [
    ("deleted", p('<w:del w:id="1"><w:r><w:delText>删去</w:delText></w:r></w:del>')),
    ("deleted with plain text", p(f'<w:del w:id="1">{run("删去")}</w:del>')),
    ("moved away", p(f'<w:moveFrom w:id="1">{run("移走")}</w:moveFrom>')),
    ("instruction", p(field(BEGIN, INSTRUCTION, SEPARATE, END))),
    (
        "deleted row",
        f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr><w:tc>{p('删去')}</w:tc></w:tr></w:tbl>",
    ),
    ("deleted cell", f"<w:tbl><w:tr><w:tc><w:tcPr><w:cellDel/></w:tcPr>{p('删去')}</w:tc></w:tr></w:tbl>"),
    ("old properties", p(more="<w:pPrChange><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr></w:pPrChange>")),
    ("blank paragraph", p(" \u3000 ")),
]


@pytest.mark.parametrize("body", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_what_word_does_not_show_is_not_read(body: str) -> None:
    assert texts(read_docx(docx(TITLE + body))) == ["云岭县水务局2024年法治政府建设年度报告"]


FORM = '<w:fldChar w:fldCharType="begin"><w:ffData>{}</w:ffData></w:fldChar>'
LIST = '<w:ddList>{}<w:listEntry w:val="请选择"/><w:listEntry w:val="是"/></w:ddList>'


@pytest.mark.parametrize(
    ("form", "shown"),
    [
        (LIST.format(""), "请选择"),
        (LIST.format('<w:result w:val="1"/>'), "是"),
        (LIST.format('<w:default w:val="1"/>'), "是"),
        (LIST.format('<w:result w:val="7"/>'), ""),
        ("<w:checkBox><w:checked/></w:checkBox>", "☑"),
        ('<w:checkBox><w:default w:val="1"/><w:checked w:val="0"/></w:checkBox>', "□"),
        ("<w:checkBox><w:default/></w:checkBox>", "☑"),
        ("<w:textInput/>", ""),
    ],
)
def test_old_forms(form: str, shown: str) -> None:
    assert read_docx(docx(p("答：", field(FORM.format(form), SEPARATE, END)))).text == f"答：{shown}"


def test_an_instruction_that_never_ends_swallows_nothing() -> None:
    reading = read_docx(docx(p("甲", field(BEGIN, INSTRUCTION)) + p("乙")))
    assert texts(reading) == ["甲", "乙"]


def test_a_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    body = p("前半，", mark='<w:del w:id="1"/>') + p("后半。", style="1")
    assert texts(read_docx(docx(body))) == ["前半，后半。"]


def test_a_deleted_mark_at_the_end_of_a_cell_stays_in_the_cell() -> None:
    body = p("前，", mark='<w:del w:id="1"/>') + CELLS.format(p("左", mark="<w:del/>"), p("右"))
    assert texts(read_docx(docx(body))) == ["前，", "左", "右"]


def test_revisions_and_comments_are_counted() -> None:
    body = (
        p(f'<w:ins w:id="1">{run("加")}</w:ins>', f'<w:del w:id="2">{run("删")}</w:del>', "留")
        + p(f'<w:moveFrom w:id="3">{run("移")}</w:moveFrom>')
        + p(f'<w:moveTo w:id="3">{run("移")}</w:moveTo>', '<w:r><w:commentReference w:id="0"/></w:r>')
    )
    reading = read_docx(docx(body))
    assert texts(reading) == ["加留", "移"]
    assert notes(reading) == {
        "revisions": "有 3 处修订还没有接受，按全部接受后的文字核查",
        "comments": "有 1 条批注，批注里的文字不算正文",
    }


def test_a_clean_document_has_no_notes() -> None:
    assert read_docx(docx(TITLE)).notes == ()


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        ("<w:t>一</w:t><w:tab/><w:t>二</w:t>", "一\t二"),
        ("<w:t>一</w:t><w:br/><w:t>二</w:t>", "一\u2028二"),
        ("<w:t>一</w:t><w:cr/><w:t>二</w:t>", "一\u2028二"),
        ("<w:t>一</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>二</w:t>", "一-二"),
        ("<w:t>一\n二</w:t>", "一 二"),
        ("<w:t>一\ufffc二</w:t>", "一二"),
        ('<w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t>', "☑是"),
        ('<w:sym w:font="Wingdings" w:char="F0EE"/><w:t>是</w:t>', "□是"),
        ('<w:sym w:font="Symbol" w:char="zz"/><w:t>是</w:t>', "□是"),
        ('<w:sym w:font="宋体" w:char="2460"/><w:t>是</w:t>', "①是"),
    ],
)
def test_marks_within_a_run(inside: str, expected: str) -> None:
    assert read_docx(docx(p(f"<w:r>{inside}</w:r>"))).text == expected


def test_a_line_of_the_text_is_a_paragraph_and_line_breaks_make_lines_of_it() -> None:
    reading = read_docx(
        docx(p("云岭县水务局", "<w:r><w:br/></w:r>", "2024年法治政府建设年度报告") + p("正文。"))
    )
    assert reading.text == "云岭县水务局\u20282024年法治政府建设年度报告\n正文。"
    assert [(b.start, b.end, b.kind) for b in reading.blocks] == [
        (0, 6, "line"), (7, 22, "line"), (23, 26, "paragraph"),
    ]  # fmt: skip


NOTE_PART = element(
    "w:footnotes",
    f'<w:footnote w:type="separator" w:id="-1">{p("分隔")}</w:footnote>'
    f'<w:footnote w:id="2">{p("<w:r><w:footnoteRef/></w:r>", "脚注的文字")}</w:footnote>',
)


def test_notes_follow_their_paragraph_and_headers_come_last() -> None:
    body = p("正文", '<w:r><w:footnoteReference w:id="2"/></w:r>', "。") + p("后文。")
    header, footer = (
        element(f"w:{name}", p(text)) for name, text in (("hdr", "内部资料"), ("ftr", "第 1 页"))
    )
    reading = read_docx(docx(body, footnotes=NOTE_PART, header=header, footer=footer))
    assert [(t, b.kind) for t, b in zip(texts(reading), reading.blocks, strict=True)] == [
        ("正文。", "paragraph"), ("脚注的文字", "note"), ("后文。", "paragraph"),
        ("内部资料", "header"), ("第 1 页", "header"),
    ]  # fmt: skip


def test_a_note_that_is_not_there_is_passed_over() -> None:
    reading = read_docx(
        docx(p("正文", '<w:r><w:footnoteReference w:id="7"/><w:endnoteReference w:id="1"/></w:r>'))
    )
    assert texts(reading) == ["正文"]


VANISH = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>待定</w:t></w:r>"


def test_hidden_text_is_told_apart() -> None:
    reading = read_docx(docx(p("我局", VANISH, "办理案件。") + p(VANISH)))
    assert [(t, b.kind) for t, b in zip(texts(reading), reading.blocks, strict=True)] == [
        ("我局办理案件。", "paragraph"), ("待定", "hidden"), ("待定", "hidden"),
    ]  # fmt: skip
    assert notes(reading) == {"hidden-text": "有 2 段带有隐藏文字，不算正文，请核对是否应当删去"}


def test_text_that_is_not_hidden_after_all() -> None:
    shown = VANISH.replace("<w:vanish/>", '<w:vanish w:val="0"/>')
    assert texts(read_docx(docx(p(shown))), "paragraph") == ["待定"]


def styled(*styles: tuple[str, str, str]) -> str:
    """Styles of (id, what it is based on, its properties)."""
    rows = (
        f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="{parent}"/>{properties}</w:style>'
        for name, parent, properties in styles
    )
    return element("w:styles", "".join(rows))


def outline(level: int) -> str:
    return f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'


def test_headings_by_style_and_by_outline_level() -> None:
    known = styled(
        ("a", "", outline(0)), ("b", "a", ""), ("c", "b", outline(9)), ("heading 3", "", ""), ("x", "x", "")
    )
    body = "".join(p(f"标题{style}", style=style) for style in ("a", "b", "c", "heading 3", "x", "lost"))
    reading = read_docx(docx(body + p("直接", more='<w:outlineLvl w:val="1"/>'), styles=known))
    assert [(b.kind, b.level) for b in reading.blocks] == [
        ("heading", 1), ("heading", 1), ("paragraph", 0), ("heading", 3), ("paragraph", 0), ("paragraph", 0),
        ("heading", 2),
    ]  # fmt: skip


def test_text_hidden_by_its_style() -> None:
    known = styled(("h", "", "<w:rPr><w:vanish/></w:rPr>"))
    run_of_it = '<w:r><w:rPr><w:rStyle w:val="h"/></w:rPr><w:t>乙</w:t></w:r>'
    reading = read_docx(docx(p("甲", style="h") + p("丙", run_of_it), styles=known))
    assert texts(reading, "hidden") == ["甲", "乙"]


def test_cells_are_cells_unless_the_table_is_the_frame_of_a_page() -> None:
    frame = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
    many = "".join(p(f"第{n}段") for n in range(6))
    body = CELLS.format(p("左"), p("右")) + frame.format(p("框")) + CELLS.format(p("备注"), many)
    kinds = [block.kind for block in read_docx(docx(body)).blocks]
    assert kinds == ["cell", "cell", "paragraph", "cell"] + ["paragraph"] * 6


def test_diagrams_and_charts_are_read() -> None:
    drawing = "<w:r><w:drawing><wp:inline><a:graphicData>{}</a:graphicData></wp:inline></w:drawing></w:r>"
    body = p(drawing.format('<dgm:relIds r:dm="rIddiagramData"/>')) + p(
        drawing.format('<c:chart r:id="rIdchart"/>')
    )
    diagram = element(
        "dgm:dataModel", "<a:p><a:r><a:t>统筹</a:t></a:r></a:p><a:p/><a:p><a:r><a:t>落实</a:t></a:r></a:p>"
    )
    points = "".join(f"<c:pt><c:v>{year}年</c:v></c:pt>" for year in (2023, 2024))
    chart = element(
        "c:chartSpace", f"<a:p><a:r><a:t>案件数</a:t></a:r></a:p><c:cat><c:strRef>{points}</c:strRef></c:cat>"
    )
    reading = read_docx(docx(TITLE + body, diagramData=diagram, chart=chart))
    assert texts(reading, "cell") == ["统筹", "落实", "案件数", "2023年、2024年"]


OLD_PICTURE = (
    '<w:r><w:pict><v:shape style="width:{};height:10cm"><v:imagedata r:id="a"/></v:shape></w:pict></w:r>'
)


@pytest.mark.parametrize(
    ("drawing", "share"),
    [
        (picture(105, 297), 0.5),
        (picture(21, 30), 0.01),
        (OLD_PICTURE.format("21cm"), 0.337),
        (OLD_PICTURE.format("5953pt"), 3.367),
        (OLD_PICTURE.format("auto"), None),
        (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{picture(210, 297)[5:-6]}</mc:Choice>'
         f"<mc:Fallback>{OLD_PICTURE.format('21cm')[5:-6]}</mc:Fallback></mc:AlternateContent></w:r>", 1.0),
    ],
)  # fmt: skip
def test_pictures_are_counted_with_their_share_of_a_page(drawing: str, share: float | None) -> None:
    reading = read_docx(docx(p("甲乙丙") + p(drawing)))
    assert [(picture.at, picture.share and round(picture.share, 3)) for picture in reading.pictures] == [
        (2, share)
    ]
    assert notes(reading) == {"pictures": "有 1 张图片，图片里的文字读不出来，没有核查"}


def test_an_embedded_object_is_no_picture() -> None:
    body = p('<w:object><v:shape><v:imagedata/></v:shape><o:OLEObject ProgID="Excel.Sheet.12"/></w:object>')
    reading = read_docx(
        docx(
            TITLE + body.replace("<w:object>", "<w:r><w:object>").replace("</w:object>", "</w:object></w:r>")
        )
    )
    assert notes(reading) == {"embedded": "有 1 个嵌入的对象（如 Excel 表格），其中的文字没有核查"}
    assert reading.pictures == ()


def test_only_pictures() -> None:
    with pytest.raises(ReportError) as caught:
        read_docx(docx(p(picture(200, 280)) * 2))
    assert (caught.value.code, caught.value.message) == ("no-text", "文档里只有 2 张图片，没有文字")


def test_nothing_at_all() -> None:
    with pytest.raises(ReportError) as caught:
        read_docx(docx(p("")))
    assert (caught.value.code, caught.value.message) == ("empty", "文档是空的，没有任何文字")


def test_another_file_put_in_whole_is_named_as_unread() -> None:
    reading = read_docx(docx(TITLE + '<w:altChunk r:id="rIdaFChunk"/>', aFChunk="chunk.html"))
    assert reading.unread == "文档里插入了另一个文件（chunk.html），其中的文字没有读出"


def test_macros_are_flagged_and_nothing_outside_is_fetched() -> None:
    settings = element("w:settings", '<w:attachedTemplate r:id="rIdattachedTemplate"/>')
    more = {
        "word/vbaProject.bin": "x",
        "word/_rels/settings.xml.rels": worddocuments.relations(attachedTemplate="http://a.invalid/x.dotm"),
    }
    reading = read_docx(docx(TITLE, parts=more, settings=settings))
    assert notes(reading) == {
        "macros": "文档带有宏，没有运行",
        "external": "文档引用了文件之外的模板、图片或文档，没有联网读取",
    }


def test_a_link_to_a_web_page_is_nothing_to_fetch() -> None:
    assert read_docx(docx(TITLE, hyperlink="http://a.invalid/")).notes == ()


def test_pages_where_word_has_laid_the_document_out() -> None:
    turn = "<w:r><w:lastRenderedPageBreak/></w:r>"
    body = p("一") + p("二", turn, "下页") + p("三") + p('<w:r><w:br w:type="page"/></w:r>') + p(turn, "四")
    assert [block.page for block in read_docx(docx(body)).blocks] == [1, 1, 2, 3]


def test_no_pages_where_nobody_has() -> None:
    body = p("一") + p('<w:r><w:br w:type="page"/></w:r>') + p("二")
    assert [block.page for block in read_docx(docx(body)).blocks] == [None, None]


STRICT = [
    (worddocuments.W, "http://purl.oclc.org/ooxml/wordprocessingml/main"),
    (worddocuments.R, "http://purl.oclc.org/ooxml/officeDocument/relationships"),
]


def test_strict_documents_are_read_alike() -> None:
    body = TITLE + CELLS.format(p("左"), p("右")) + p("正文", '<w:r><w:footnoteReference w:id="2"/></w:r>')
    parts = parts_of(body, footnotes=NOTE_PART, styles=styled(("a", "", outline(0))))
    strict = {}
    for name, content in parts.items():
        for usual, other in STRICT:
            content = content.replace(usual, other)
        strict[name] = content
    assert read_docx(zipped(strict)) == read_docx(zipped(parts))


def test_parts_in_utf_16() -> None:
    parts: dict[str, str | bytes] = dict(parts_of(TITLE))
    parts["word/document.xml"] = str(parts["word/document.xml"]).encode("utf-16")
    assert texts(read_docx(zipped(parts))) == ["云岭县水务局2024年法治政府建设年度报告"]


def test_a_document_by_another_name() -> None:
    parts = parts_of(TITLE)
    parts["word/document2.xml"] = parts.pop("word/document.xml")
    parts["_rels/.rels"] = worddocuments.relations(officeDocument="/word/document2.xml")
    assert texts(read_docx(zipped(parts))) == ["云岭县水务局2024年法治政府建设年度报告"]


def test_a_wrong_suffix_is_read_as_what_it_is() -> None:
    reading = read(docx(TITLE + p("2024年，我局办理案件12件。")), "报告.txt")
    assert reading.format == "docx"
    assert notes(reading) == {"wrong-suffix": "扩展名是 .txt，内容其实是 Word 文档（.docx），已按内容读取"}


def test_content_nested_without_end_is_refused() -> None:
    deep = "<w:smartTag>" * 5000 + "</w:smartTag>" * 5000
    for body in (
        p(deep),
        "<w:customXml>" * 5000 + "</w:customXml>" * 5000,
        p(f"<w:r><w:pict>{deep}</w:pict></w:r>"),
    ):
        with pytest.raises(ReportError) as caught:
            read_docx(docx(body))
        assert caught.value.code == "suspicious"
