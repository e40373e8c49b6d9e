"""OpenDocument texts: everything shown is read once, automatic numbers included."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZipFile

import pytest
from worddocuments import zipped

from evaluator.document import Reading
from evaluator.reading import read
from evaluator.reading.odt import read_odt
from evaluator.refusal import ReportError

TITLE = "云岭县水务局2024年法治政府建设年度报告"
PREFIXES = {
    "svg": "svg-compatible",
    "fo": "xsl-fo-compatible",
    **{name: name for name in ("office", "text", "table", "style", "manifest")},
    "draw": "drawing",
}
SPACES = " ".join(f'xmlns:{a}="urn:oasis:names:tc:opendocument:xmlns:{b}:1.0"' for a, b in PREFIXES.items())
SPACES += ' xmlns:xlink="http://www.w3.org/1999/xlink"'
SPACES += ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'


def flat(body: str, styles: str = "") -> bytes:
    return (
        f"<office:document {SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document>"
    ).encode()


def p(*content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{"".join(content)}</text:p>'


def texts(reading: Reading, *kinds: str) -> list[str]:
    return [reading.text[b.start : b.end] for b in reading.blocks if not kinds or b.kind in kinds]


def kinds(reading: Reading) -> list[tuple[str, str]]:
    return [(t, b.kind) for t, b in zip(texts(reading), reading.blocks, strict=True)]


def messages(reading: Reading) -> dict[str, str]:
    return {note.code: note.message for note in reading.notes}


FRAME = "<draw:frame><draw:text-box>{}</draw:text-box></draw:frame>"
CELLS = (
    "<table:table><table:table-column/><table:table-row><table:table-cell>{}</table:table-cell>"
    "<table:table-cell>{}</table:table-cell></table:table-row></table:table>"
)
WORDS = p("办理案件")
RUBY = "<text:ruby-base>办理案件</text:ruby-base>"
SOURCE = "<text:table-of-content-source><text:x>目</text:x></text:table-of-content-source>"
DELETED = (
    '<text:tracked-changes><text:changed-region text:id="c"><text:deletion>'
    f"{p('删去')}</text:deletion></text:changed-region></text:tracked-changes>"
)
CONTAINERS = [
    ("paragraph", p("办理案件")),
    ("span in span", p("<text:span>办<text:span>理</text:span></text:span>案件")),
    ("link", p("<text:a>办理案件</text:a>")),
    ("field", p("<text:title>办理案件</text:title>")),
    ("ruby", p(f"<text:ruby>{RUBY}<text:ruby-text>ban</text:ruby-text></text:ruby>")),
    ("section", f"<text:section>{p('办理案件')}</text:section>"),
    ("list without a style", f"<text:list><text:list-item>{p('办理案件')}</text:list-item></text:list>"),
    ("text box in a paragraph", p(FRAME.format(p("办理案件")))),
    ("text box between paragraphs", FRAME.format(p("办理案件"))),
    ("shape with words", p(f"<draw:g><draw:custom-shape>{p('办理案件')}<draw:x/></draw:custom-shape></draw:g>")),
    ("table of one cell", CELLS.replace("<table:table-cell>{}</table:table-cell>", "", 1).format(WORDS)),
    ("contents", f"<text:table-of-content>{SOURCE}<text:index-body>{WORDS}</text:index-body></text:table-of-content>"),
    ("something of later", p("<text:unheard-of>办理案件</text:unheard-of>")),
    ("deleted beside it", DELETED + p("办理", '<text:change text:change-id="c"/>', "案件")),
]


@pytest.mark.parametrize("body", [row[1] for row in CONTAINERS], ids=[row[0] for row in CONTAINERS])
def test_text_is_read_wherever_it_stands_and_once(body: str) -> None:
    assert texts(read_odt(flat(p(TITLE) + body))) == [TITLE, "办理案件"]


def test_blanks_and_breaks() -> None:
    body = p("一<text:tab/>二<text:s/><text:s text:c='3'/>三<text:line-break/>四")
    assert read_odt(flat(body)).text == "一\t二    三\u2028四"


def test_a_deletion_shown_in_the_text_is_left_out_and_joins_paragraphs() -> None:
    region = '<text:changed-region text:id="c{}"><text:{}/></text:changed-region>'
    changes = "".join(region.format(*row) for row in ((1, "deletion"), (2, "insertion")))
    body = f"<text:tracked-changes>{changes}</text:tracked-changes>" + (
        p("前半，", '<text:change-start text:change-id="c1"/>', "删去")
        + p("也删去", '<text:change-end text:change-id="c1"/>', "后半。")
        + p('<text:change-start text:change-id="c2"/>', "加上。", '<text:change-end text:change-id="c2"/>')
    )
    reading = read_odt(flat(body))
    assert texts(reading) == ["前半，后半。", "加上。"]
    assert messages(reading) == {"revisions": "有 2 处修订还没有接受，按全部接受后的文字核查"}


def test_notes_comments_headings_cells() -> None:
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body>{}</text:note-body></text:note>"
    comment = f"<office:annotation>{p('批注')}</office:annotation>"
    body = (
        '<text:h text:outline-level="2">标题</text:h>'
        + p("正文", note.format(p("脚注")), comment, "。")
        + CELLS.format(p("左"), p("右"))
    )
    reading = read_odt(flat(body))
    assert kinds(reading) == [
        ("标题", "heading"), ("正文。", "paragraph"), ("脚注", "note"), ("左", "cell"), ("右", "cell"),
    ]  # fmt: skip
    assert reading.blocks[0].level == 2
    assert messages(reading) == {"comments": "有 1 条批注，批注里的文字不算正文"}


HIDDEN = '<style:style style:name="h" style:family="{}"><style:text-properties text:display="none"/></style:style>'


@pytest.mark.parametrize(
    ("body", "family"),
    [
        (p("正文", '<text:span text:style-name="h">待定</text:span>'), "text"),
        (p("正文") + p("待定", style="h"), "paragraph"),
        (p("正文") + f'<text:section text:display="none">{p("待定")}</text:section>', "text"),
        (p("正文", '<text:hidden-text text:string-value="待定"/>'), "text"),
    ],
)
def test_hidden_text(body: str, family: str) -> None:
    reading = read_odt(flat(body, HIDDEN.format(family)))
    assert kinds(reading) == [("正文", "paragraph"), ("待定", "hidden")]
    assert "hidden-text" in messages(reading)


def level(depth: int, form: str, written: str) -> str:
    return f'<text:list-level-style-number text:level="{depth}" style:num-format="{form}" {written}/>'


OFFICIAL = (
    '<text:list-style style:name="L">'
    + level(1, "一, 二, 三, ...", 'loext:num-list-format="%1%、"')
    + level(2, "一, 二, 三, ...", 'style:num-prefix="（" style:num-suffix="）"')
    + level(3, "1", 'style:num-suffix="." text:display-levels="2" text:start-value="3"')
    + '<text:list-level-style-bullet text:level="4"/>'
    + level(5, "", 'style:num-suffix="、"')
    + "</text:list-style>"
)


def item(*content: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(content)}</text:list-item>"


def listed(*items: str, more: str = "") -> str:
    return f"<text:list {more}>{''.join(items)}</text:list>"


L = 'text:style-name="L"'
ON = f'{L} text:continue-numbering="true"'
FIRST = f"<text:list-header>{p('头')}</text:list-header>"


def at_depth(depth: int) -> str:
    content = p("甲")
    for _ in range(depth - 1):
        content = listed(item(content))
    return listed(item(content), more=L)


NUMBERED = [
    ("two items", listed(item(p("甲")), item(p("乙")), more=L), ["一、甲", "二、乙"]),
    ("two paragraphs of an item", listed(item(p("甲"), p("续")), item(p("乙")), more=L), ["一、甲", "续", "二、乙"]),
    ("levels",
     listed(item(p("甲"), listed(item(p("乙"), listed(item(p("丙")), item(p("丁")))))), item(p("戊")), more=L),
     ["一、甲", "（一）乙", "一.3. 丙", "一.4. 丁", "二、戊"]),
    ("going on", listed(item(p("甲")), more=L) + p("文") + listed(item(p("乙")), more=ON), ["一、甲", "文", "二、乙"]),
    ("beginning anew", listed(item(p("甲")), more=L) + listed(item(p("乙")), more=L), ["一、甲", "一、乙"]),
    ("a value", listed(item(p("甲"), more='text:start-value="7"'), item(p("乙")), more=L), ["七、甲", "八、乙"]),
    ("a header of a list", listed(FIRST, item(p("甲")), more=L), ["头", "一、甲"]),
    ("bullets", at_depth(4), ["· 甲"]),
    ("no number", at_depth(5), ["甲"]),
    ("style of the paragraph", listed(item(p("甲", style="P"))), ["一、甲"]),
    ("a table in an item", listed(item(p("甲"), CELLS.format(p("左"), p("右"))), more=L), ["一、甲", "左", "右"]),
    ("unknown list", listed(item(p("甲")), more='text:style-name="no"'), ["甲"]),
]  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), [row[1:] for row in NUMBERED], ids=[row[0] for row in NUMBERED])
def test_automatic_numbers(body: str, expected: list[str]) -> None:
    by_style = '<style:style style:name="P" style:family="paragraph" style:list-style-name="L"/>'
    assert texts(read_odt(flat(body, OFFICIAL + by_style))) == expected


def test_headings_numbered_by_their_level() -> None:
    outline = OFFICIAL.replace("text:list-style ", "text:outline-style ").replace("list-style>", "outline-style>")
    none = '<style:style style:name="N" style:family="paragraph" style:list-style-name=""/>'
    heading = '<text:h text:outline-level="{}" text:style-name="{}">题</text:h>'
    body = "".join(heading.format(*row) for row in ((1, ""), (2, ""), (2, ""), (1, "N"), (1, "")))
    assert texts(read_odt(flat(body, outline + none))) == ["一、题", "（一）题", "（二）题", "题", "二、题"]


def test_pages_where_they_are_written() -> None:
    body = p("一") + "<text:soft-page-break/>" + p("二<text:soft-page-break/>续") + p("三")
    assert [block.page for block in read_odt(flat(body)).blocks] == [1, 2, 3]
    assert [block.page for block in read_odt(flat(p("一"))).blocks] == [None]


PICTURE = '<draw:frame svg:width="{}" svg:height="{}"><draw:image xlink:href="{}"/></draw:frame>'
SIZE = '<style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm"/>'
PAGE = f"<style:page-layout>{SIZE}</style:page-layout>"


def test_pictures_objects_and_links() -> None:
    inside, outside = PICTURE.format("10.5cm", "29.7cm", "a.png"), PICTURE.format("", "", "http://a.invalid/b.png")
    sheet = '<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="c.png"/></draw:frame>'
    reading = read_odt(flat(p("正文", inside, outside, sheet), PAGE))
    found = [(picture.at, picture.share and round(picture.share, 3)) for picture in reading.pictures]
    assert found == [(1, 0.5), (1, None)]
    assert messages(reading) == {
        "pictures": "有 2 张图片，图片里的文字读不出来，没有核查",
        "embedded": "有 1 个嵌入的对象（如 Excel 表格），其中的文字没有核查",
        "external": "文档引用了文件之外的模板、图片或文档，没有联网读取",
    }


HEADER, FOOTER = p("内部资料"), p("第 1 页")
SIDES = f"<style:header>{HEADER}</style:header><style:footer>{FOOTER}</style:footer>"
MASTER = f"<style:master-page>{SIDES}</style:master-page>"
PARTS = {
    "mimetype": "application/vnd.oasis.opendocument.text",
    "content.xml": flat(p(TITLE) + p("我局办理案件12件。")),
    "styles.xml": f"<office:document-styles {SPACES}>{MASTER}</office:document-styles>",
}


def test_a_zipped_document_with_headers_and_macros() -> None:
    reading = read(zipped(PARTS | {"Basic/Standard/Module1.xml": "<a/>"}), "报告.odt")
    assert texts(reading, "header") == ["内部资料", "第 1 页"]
    assert (reading.format, messages(reading)) == ("odt", {"macros": "文档带有宏，没有运行"})


def refused(data: bytes) -> ReportError:
    with pytest.raises(ReportError) as caught:
        read(data, "报告.odt")
    assert caught.value.hint
    return caught.value


LOCKED = f"<manifest:manifest {SPACES}><manifest:encryption-data/></manifest:manifest>"
SHEET = flat("").replace(b"office:text", b"office:spreadsheet")


def stored(parts: Mapping[str, str]) -> bytes:
    """As OpenDocument demands of its type: not compressed."""
    buffer = BytesIO()
    with ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


REFUSED = [
    ("password", zipped(PARTS | {"META-INF/manifest.xml": LOCKED, "content.xml": b"\x8a\xff"}), "encrypted"),
    ("no content", stored({"mimetype": PARTS["mimetype"], "META-INF/content.xml": ""}), "damaged"),
    ("a sheet", zipped(PARTS | {"content.xml": SHEET}), "unsupported"),
    ("cut short", zipped(PARTS)[:600], "damaged"),
    ("nothing", flat(""), "empty"),
    ("only pictures", flat(p(PICTURE.format("20cm", "28cm", "a.png"))), "no-text"),
    ("document type", b"<?xml version='1.0'?><!DOCTYPE a>" + flat(p(TITLE)), "doctype"),
    ("nested without end", flat("<text:section>" * 5000 + "</text:section>" * 5000), "suspicious"),
]


@pytest.mark.parametrize(("data", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused(data: bytes, code: str) -> None:
    assert refused(data).code == code
