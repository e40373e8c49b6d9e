"""RTF: text in whatever encoding, automatic numbers, notes and boxes; what Word does not show is left out."""

import pytest

from evaluator.document import Reading
from evaluator.reading import read
from evaluator.reading.rtf import read_rtf
from evaluator.refusal import ReportError

HEAD = (
    r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}{\f2\fcharset136 Ming;}}"
    r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s2 heading 2;}{\*\cs10 Default;}}"
)


def rtf(body: str) -> bytes:
    return (HEAD + body + "}").encode("ascii")


def han(text: str, encoding: str = "gb18030") -> str:
    return "".join(rf"\'{byte:02x}" for byte in text.encode(encoding))


def uni(text: str) -> str:
    return "".join(rf"\u{ord(c) - 0x10000 if ord(c) > 0x7FFF else ord(c)}?" for c in text)


def kinds(reading: Reading) -> list[tuple[str, str]]:
    return [(reading.text[b.start : b.end], b.kind) for b in reading.blocks]


def messages(reading: Reading) -> dict[str, str]:
    return {note.code: note.message for note in reading.notes}


W = han("办理案件")
READ = [
    ("code page", W, "办理案件"),
    ("Unicode", uni("办理案件"), "办理案件"),
    ("Unicode with a fallback of two bytes", r"\uc2 \u21150" + han("办") + r"\u29702" + han("理"), "办理"),
    ("Unicode without a fallback", r"\uc0 \u21150 \u29702 x", "办理x"),
    ("a fallback in a group of its own", r"{\uc1\u21150 ?}{\u29702\'3f}", "办理"),
    ("beyond the 65,536th", r"\u-10138?\u-8224?", "\U00029be0"),
    ("font of another script", r"{\f2 " + han("辦理", "big5") + "}" + W, "辦理办理案件"),
    ("Latin font", r"\f1 " + W, "办理案件"),
    ("second byte below 0x80", han("镕") + rb"\'81@".decode() + "x", "镕丂x"),
    ("raw bytes", "", ""),
    ("characters by name", r"\ldblquote a\rdblquote\emdash\bullet\~\_\{\}\\", "“a”—·\u00a0-{}\\"),
    ("breaks", W + r"\line " + W + r"\tab x", "办理案件\u2028办理案件\tx"),
    ("field", r"{\field{\*\fldinst HYPERLINK a}{\fldrslt " + W + "}}", "办理案件"),
    ("two encodings", r"{\upr{a}{\*\ud{" + uni("办理案件") + "}}}", "办理案件"),
    ("groups in groups", "{{{" + W + "}}}", "办理案件"),
    ("binary data", r"{\*\blob\bin4 {{{{}" + W, "办理案件"),
    ("unknown destination", r"{\*\unheardof x}" + W, "办理案件"),
    ("unknown word", r"\unheardof7 " + W, "办理案件"),
    ("bookmark, index, properties", r"{\*\bkmkstart a}{\xe b}{\info{\title c}}" + W, "办理案件"),
    ("deleted", r"{\deleted x}" + W + r"\deleted y\deleted0", "办理案件"),
    ("deleted end of a paragraph", W + r"{\deleted\par}x", "办理案件x"),
    ("list number", r"{\listtext\pard\plain " + uni("（一）") + r"\tab}" + W, "（一）办理案件"),
    ("list number with a stop", r"{\pntext 1.\tab}" + W, "1. 办理案件"),
    ("a number alone", r"{\listtext 1.\tab}\par " + W, "办理案件"),
    ("line break as end", W + "\\\n" + W, "办理案件\n办理案件"),
    ("surplus braces", W + "}}x", "办理案件"),
]  # fmt: skip
READ = [row for row in READ if row[0] not in ("raw bytes", "surplus braces")]


@pytest.mark.parametrize(("body", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ])
def test_text(body: str, expected: str) -> None:
    assert read_rtf(rtf(body)).text == expected


def test_raw_bytes() -> None:
    assert read_rtf(rtf("@").replace(b"@", "办理案件".encode("gbk"))).text == "办理案件"


def test_notes_boxes_headers() -> None:
    shape = r"{\shp{\*\shpinst\shpleft0{\sp{\sn a}{\sv 1}}{\shptxt " + han("框") + r"\par}}{\shprslt x}}"
    body = (
        rf"{{\header {han('眉')}\par}}{{\*\ftnsep -}}\pard\s1 {han('题')}\par\pard\s2 {han('次')}\par\pard "
        + han("正文")
        + r"{\super\chftn}{\*\footnote\pard "
        + han("脚注")
        + r"\par}"
        + shape
        + han("。")
        + r"\par{\footnote\ftnalt "
        + han("尾注")
        + "}"
        + han("完")
    )
    assert kinds(read_rtf(rtf(body))) == [
        ("题", "heading"), ("次", "heading"), ("正文。", "paragraph"), ("脚注", "note"), ("框", "box"),
        ("完", "paragraph"), ("尾注", "note"), ("眉", "header"),
    ]  # fmt: skip


def test_tables() -> None:
    two, one = r"\trowd\cellx1\cellx2\pard\intbl ", r"\trowd\cellx1\pard\intbl "
    body = two + han("左") + r"\cell " + han("右") + r"\cell\row\pard "
    body += one + han("框") + r"\par\cell\row\pard " + han("后")
    assert kinds(read_rtf(rtf(body))) == [("左", "cell"), ("右", "cell"), ("框", "paragraph"), ("后", "paragraph")]


def test_revisions_comments_hidden() -> None:
    body = (
        han("留")
        + r"{\revised "
        + han("加")
        + r"}{\revised "
        + han("上")
        + r"}{\deleted "
        + han("去")
        + r"}{\v "
        + han("藏")
        + r"}{\*\atnid a}{\*\annotation{\*\atnref 1}"
        + han("批")
        + "}"
    )
    reading = read_rtf(rtf(body))
    assert kinds(reading) == [("留加上", "paragraph"), ("藏", "hidden")]
    assert messages(reading) == {
        "revisions": "有 2 处修订还没有接受，按全部接受后的文字核查",
        "comments": "有 1 条批注，批注里的文字不算正文",
        "hidden-text": "有 1 段带有隐藏文字，不算正文，请核对是否应当删去",
    }


def test_pictures_and_objects() -> None:
    picture = r"{\pict\pngblip\picwgoal5953\pichgoal16838 ffd8}"
    body = (
        r"\paperw11906\paperh16838 "
        + han("正文")
        + r"{\*\shppict"
        + picture
        + r"}{\nonshppict"
        + picture
        + r"}{\shp{\*\shpinst{\sp{\sn pib}{\sv "
        + picture
        + r"}}}}{\object\objemb{\*\objclass Excel}{\*\objdata 00}{\result{"
        + picture
        + "}}}"
    )
    reading = read_rtf(rtf(body))
    assert [(picture.at, picture.share) for picture in reading.pictures] == [(1, 0.5)] * 2
    assert set(messages(reading)) == {"pictures", "embedded"}


def test_a_file_without_an_end_is_read_and_said() -> None:
    reading = read_rtf(rtf(han("正文") + r"\par{" + han("未完"))[:-1])
    assert kinds(reading) == [("正文", "paragraph"), ("未完", "paragraph")]
    assert reading.unread == "文件没有结尾，后面的内容可能丢失了"


def test_a_whole_file_has_nothing_unread() -> None:
    assert read_rtf(rtf(W)).unread == ""


def test_nothing_in_it() -> None:
    with pytest.raises(ReportError) as caught:
        read_rtf(rtf(""))
    assert caught.value.code == "empty"


def test_more_tokens_than_any_report_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluator.reading.rtf.tokens.MOST_MARKUP", 100)
    with pytest.raises(ReportError) as caught:
        read_rtf(rtf("{}" * 100))
    assert (caught.value.code, caught.value.message) == ("too-large", "文档里的标记超过 100 个，没有读取")


def test_notes_within_notes_are_all_read() -> None:
    inner = "".join(rf"{{\footnote {han('注')}\par " for _ in range(50))
    text = read_rtf(rtf(han("文") + inner + "}" * 50 + r"\par")).text
    assert (text.count("注"), text[0]) == (50, "文")


def test_braces_nested_without_end() -> None:
    assert read_rtf(rtf("{" * 50_000 + W + "}" * 50_000)).text == "办理案件"


def test_by_its_bytes_whatever_its_name() -> None:
    reading = read(rtf(han("云岭县水务局2024年法治政府建设年度报告")), "报告.doc")
    assert (reading.format, messages(reading)) == (
        "rtf", {"wrong-suffix": "扩展名是 .doc，内容其实是 RTF 文件，已按内容读取"},
    )  # fmt: skip
