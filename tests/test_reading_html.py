"""Of a page the report is read and what the page says of it; menus, scripts and hidden parts are left out."""

import random
import time
from collections.abc import Sequence
from html import escape

import draft
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sameness import assert_same, texts

from evaluator.document import Reading
from evaluator.reading import read
from evaluator.reading.html import read_html
from evaluator.reading.html.tokens import Tag, tokens
from evaluator.refusal import ReportError
from evaluator.structure import understand

LINES = list(draft.LINES)
AT = LINES.index(draft.TABLE[0][0])
BODY = LINES[1:]
MENU = "<ul>" + "".join(f'<li><a href="/c{i}">栏目之{i}，最新动态</a></li>' for i in range(20)) + "</ul>"
CELL = "<tr><td>{}</td><td>{}</td></tr>"


def rows(table: Sequence[Sequence[str]]) -> str:
    return "<table border=1>" + "".join(CELL.format(*row) for row in table) + "</table>"


def paragraphs(tag: str = "p") -> str:
    made = [f"<{tag}>　　{escape(line)}</{tag}>" for line in BODY]
    made[AT - 1 : AT + 3] = [rows(draft.TABLE)]
    return "".join(made)


OFFICE = (
    paragraphs().replace("<p>", '<p class=MsoNormal><span style="font:仿宋">').replace("</p>", "<o:p></o:p></span>")
)
# Pages in the style of several provinces' sites: where the title, the labels and the text stand.
SITES = {
    "TRS": f"""<div class="header">{MENU}</div>
        <div class="bread">当前位置：<a href="/">首页</a> &gt; <a href="/x">法治政府</a></div>
        <div class="article"><h1>{draft.TITLE}</h1><div class="info"><span>发布时间：2025-01-20 09:30</span>
        <span>来源：云岭县水务局</span> <span>浏览次数：<i id="hits">37</i></span></div>
        <div class="TRS_Editor"><style>.TRS_Editor p{{margin:0}}</style>{paragraphs()}</div></div>
        <div class="related">相关阅读{MENU}</div>""",
    "open government": f"""<table width="100%"><tr><td>{MENU}</td><td><table class="xxgk">
        <tr><td>索 引 号：</td><td>0001-2025-3</td><td>发布机构：</td><td>云岭县水务局</td></tr>
        <tr><td>名　　称：</td><td>{draft.TITLE}</td><td>发布日期：</td><td>2025-01-20</td></tr></table>
        <div id="Zoom">{paragraphs()}</div></td></tr></table>""",
    "Office": f"""<div class=top>{MENU}</div><p align=center><b>{draft.TITLE}</b><p align=center>发布日期：2025-01-20
        <div id=UCAP-CONTENT>{OFFICE}</div>""",
    "breaks": f"""<div>{MENU}</div><h2>{draft.TITLE}</h2><div>发布日期：2025年1月20日</div>
        <font id="zoom">{paragraphs("br").replace("</br>", "")}</font><div>{MENU}</div>""",
    "by its sentences": f"""<div>{MENU}</div><div class=a><h2>{draft.TITLE}</h2><i>[时间：2025-01-20]</i>
        <section><article>{paragraphs("div")}</article></section></div>
        <footer>主办：云岭县人民政府。{MENU}</footer>""",
    "said in the head": f"""<meta name="ArticleTitle" content="{draft.TITLE}">
        <meta name="PubDate" content="2025-01-20 09:00"><body>{MENU}<div class="pages_content">{paragraphs()}</div>""",
}


def page(site: str, charset: str = "utf-8") -> str:
    head = f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">'
    head += f"<title>{draft.TITLE}_云岭县人民政府</title>"
    script = '<script>document.write("<p>" + (a < b ? "存在的不足，一是脚本" : "</p>"));</script>'
    return f"<!DOCTYPE html><html><head>{head}{script}</head><body>{SITES[site]}</body></html>"


@pytest.mark.parametrize("shown", ["发布日期：2025-01-20 09:00", "上网时间：2025-01-20", "公布日期：2025-01-20"])
def test_a_day_that_the_page_shows_is_not_told_again(shown: str) -> None:
    once = page("said in the head")
    twice = once.replace('<div class="pages_content">', f'<p>{shown}</p><div class="pages_content">')
    assert once != twice
    assert [read(source.encode(), "a.html").text.count("2025-01-20") for source in (once, twice)] == [1, 1]


@pytest.mark.parametrize("site", SITES)
def test_the_same_report(site: str) -> None:
    labels = "发布日期：2025-01-20"
    document = assert_same(page(site).encode(), "报告.html", [draft.TITLE, labels, *BODY])
    assert texts(document.reading, "cell")[-4:] == ["事项", "件数", "行政处罚", "12"]
    assert "栏目" not in document.reading.text and "脚本" not in document.reading.text


def test_labels_of_an_open_government_table_keep_their_values() -> None:
    document = understand(read(page("open government").encode(), "报告.html"))
    assert "索 引 号：0001-2025-3\n发布机构：云岭县水务局\n" in document.reading.text
    assert (document.metadata.organ, str(document.metadata.published)) == ("云岭县水务局", "2025-01-20")


@pytest.mark.parametrize(
    ("declared", "used"),
    [
        *(("gb2312", "gbk"), ("gb2312", "gb18030"), ("gb2312", "utf-8"), ("utf-8", "gb18030")),
        *(("utf-8", "utf-8-sig"), ("utf-8", "utf-16"), ("iso-8859-1", "utf-8"), ("big5", "gbk")),
    ],
)
def test_what_a_page_says_of_its_encoding_may_be_wrong(declared: str, used: str) -> None:
    source = page("TRS", declared).replace("水务局", "水务局㐂") if used == "gb18030" else page("TRS", declared)
    assert read(source.encode(used), "报告.html").text == read(source.encode(), "报告.html").text


@pytest.mark.parametrize("first", ["MIME-Version: 1.0\r\n", "From: <Saved by WPS>\r\n", "X-Saved-By: WPS\r\n", ""])
def test_a_page_saved_as_one_file(first: str) -> None:
    head = first + 'Content-Type: multipart/related;\r\n\ttype="text/html"; boundary="--B"\r\n\r\n'
    part = "----B\r\nContent-Type: {}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n{}\r\n"
    made = head + part.format("text/html; charset=gbk", page("TRS")) + part.format("image/png", "") + "----B--"
    assert read(made.encode(), "报告.mhtml").text == read(page("TRS").encode(), "报告.html").text


def test_a_part_of_a_page_is_a_page() -> None:
    made = f"<div class='TRS_Editor'><h1>{draft.TITLE}</h1>{paragraphs()}</div>"
    assert read(made.encode(), "报告.html").format == "html"
    assert read(made.encode("utf-16"), "报告.html").text == read(made.encode(), "报告.html").text


def within(inside: str) -> list[str]:
    made = f"<div id=zoom><p>{draft.OPENING}</p><p>{draft.STUDY}</p><p>{draft.HEAD}</p>{inside}</div>"
    return texts(read_html(made.encode()))[3:]


INSIDE = [
    ("hidden by style", '<p style="display: none">藏</p><p STYLE="x:y;VISIBILITY:hidden">藏</p><p hidden>藏</p>', []),
    ("hidden in a line", '<p>办理<span style="display:none">藏</span>案件</p>', ["办理案件"]),
    ("raw content", "<script>a<b</script><style>p{}</style><textarea><p>藏</textarea><p>案件</p>", ["案件"]),
    ("never of the text", "<nav>藏</nav><select><option>藏</select><button>藏</button><noscript>藏</noscript>", []),
    ("comments", "<!-- <p>藏</p> --><!-- > --><![if !x]>案<![endif]>件", ["案件"]),
    ("entities", "<p>A&amp;B&nbsp;&#12304;&#x3011;&lt;p&gt;&ldquo;&bogus;&amp</p>", ["A&B\xa0【】<p>“&bogus;&"]),
    ("breaks", "<p>甲<br>乙<br/>丙</br></p>", ["甲", "乙", "丙"]),
    ("unclosed", "<p>甲<p>乙<li>丙<li>丁<div>戊", ["甲", "乙", "丙", "丁", "戊"]),
    ("cells unclosed", "<table><tr><td>甲<td>乙<tr><th>丙<td>丁</table>戊", ["甲", "乙", "丙", "丁", "戊"]),
    ("crossed", "<b><p>甲</b>乙</p><i>丙</b></i>", ["甲乙", "丙"]),
    ("closed without being open", "</p></span></b><p>甲</p>", ["甲"]),
    ("a hidden paragraph unclosed", '<p style="display:none">藏<p>甲', ["甲"]),
    ("blanks", "<p>  甲\n  乙 丙\t1\n2 </p>", ["甲乙 丙 1 2"]),
    ("no tag", "<p>a < b，1<2，<法治>，<></p>", ["a < b，1<2，<法治>，<>"]),
    ("> in an attribute", "<p title=\"a>b\" onclick='c>d'>甲</p>", ["甲"]),
    ("a quotation mark unclosed", '<p title="a>甲</p><p>乙</p>', ["甲", "乙"]),
    ("preformatted", "<pre>甲\n  乙\n</pre>", ["甲", "乙"]),
]


@pytest.mark.parametrize(("inside", "found"), [row[1:] for row in INSIDE], ids=[row[0] for row in INSIDE])
def test_markup(inside: str, found: list[str]) -> None:
    assert within(inside) == found


def test_headings_and_their_levels() -> None:
    reading = read_html(f"<h1>{draft.TITLE}</h1><h3>做法<br>成效</h3><p>{draft.OPENING * 2}{draft.STUDY}".encode())
    assert [(b.kind, b.level) for b in reading.blocks] == [("heading", 1), ("heading", 3), ("heading", 3), ("line", 0)]


def test_what_is_hidden_is_noted() -> None:
    made = page("TRS").replace("</h1>", '</h1><p style="display:none">' + draft.SHORT + "</p>")
    notes = read(made.encode(), "报告.html").notes
    assert [(note.code, note.message) for note in notes] == [
        ("hidden-text", f"网页里有 {len(draft.SHORT)} 个字不显示，没有当作正文")
    ]


ABSENT = [
    ("a list", f"<h2>年度报告</h2>{MENU}", "列表页"),
    ("an error", "<title>404 Not Found</title><h1>您访问的页面不存在</h1>" + MENU, "打不开的网页（404）"),
    ("a login", '用户登录<form>密码：<input type="Password"></form>', "登录页"),
    ("a check", "<p>访问过于频繁，请完成验证后继续访问</p>", "网站的验证页或拦截页"),
    ("an attachment", f'<h1>{draft.TITLE}</h1>附件：<a href="/f/P0.pdf">报告</a>', "只有附件链接的页面（P0.pdf）"),
    ("a picture", f'<h1>{draft.TITLE}</h1><img src="1.jpg">', "只有图片的页面"),
    ("a frame", f'<h1>{draft.TITLE}</h1><iframe src="1.html"></iframe>', "正文在内嵌框架里的页面"),
    ("shown by a script", f'<div style="display:none">{draft.STUDY * 4}</div>', "正文要靠脚本才显示的页面"),
    ("loaded by a script", f"<h1>{draft.TITLE}</h1><script>load()</script>", "正文由脚本载入的页面"),
    ("nothing", "<html><body></body></html>", "没有正文的页面"),
]


@pytest.mark.parametrize(("source", "kind"), [row[1:] for row in ABSENT], ids=[row[0] for row in ABSENT])
def test_pages_without_a_report(source: str, kind: str) -> None:
    with pytest.raises(ReportError) as caught:
        read(f"<!DOCTYPE html>{source}".encode(), "网页.html")
    assert (caught.value.code, caught.value.message) == ("no-report-text", f"不是报告正文，看起来是{kind}")
    assert caught.value.hint


def test_tags_as_browsers_cut_them() -> None:
    found = list(tokens("<P Class='a' id=b hidden>x</p >&lt;<br/>"))
    assert found == [Tag("p", False, " Class='a' id=b hidden"), "x", Tag("p", True, " "), "<", Tag("br", False, "/")]
    assert isinstance(found[0], Tag) and found[0].attributes() == {"class": "a", "id": "b", "hidden": ""}


# Each of these takes html.parser minutes at 100,000 characters.
@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<a b='",
        "<a b='>'",
        "<!--",
        "</",
        "<![CDATA[",
        "<b>",
        "<p><b>",
        "<td>",
        "<div><p>",
        "</p>",
        "&#",
        "<script>",
    ],
)
def test_malformed_markup_takes_linear_time(piece: str) -> None:
    began = time.perf_counter()
    with pytest.raises(ReportError):
        read_html((piece * (300_000 // len(piece))).encode())
    assert time.perf_counter() - began < 30


PARTS = [
    "<",
    ">",
    '"',
    "'",
    "</",
    "<!--",
    "-->",
    "<p ",
    "</div>",
    "<td>",
    "<script>",
    "&",
    "\x00",
    "style='display:none'",
]


@settings(max_examples=100, deadline=None)
@given(st.sampled_from(sorted(SITES)), st.integers(0, 2**32))
def test_broken_pages_are_read_or_refused(site: str, seed: int) -> None:
    chance = random.Random(seed)
    broken = page(site)
    for _ in range(chance.randint(1, 20)):
        at = chance.randrange(len(broken))
        broken = broken[:at] + chance.choice(PARTS) + broken[at + chance.choice((0, 1, 50)) :]
    try:
        reading = read(broken.encode(chance.choice(["utf-8", "gb18030", "utf-16"])), "报告.html")
        assert isinstance(reading, Reading)
        assert all(0 <= b.start < b.end <= len(reading.text) for b in reading.blocks)
    except ReportError as error:
        assert error.hint
