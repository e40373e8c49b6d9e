"""Bytes become the text that was meant, or a reason in Chinese why they cannot be judged."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from worddocuments import docx, p

from checklist.folding import fold
from evaluator.document import Block, Reading
from evaluator.reading import READERS, read
from evaluator.reading.sniffing import sniff
from evaluator.reading.text import lines
from evaluator.refusal import ReportError
from evaluator.understanding.normalising import normalise

TEXT = "云岭县水务局2024年法治政府建设年度报告\n2024年，我局深入推进依法行政，办理案件12件。\n"
TRADITIONAL = (
    "雲嶺縣水務局2024年法治政府建設年度報告\n現將我們的實際執行情況與責任對應，總結審議，導致訴訟。\n"
)


def refused(data: bytes) -> ReportError:
    with pytest.raises(ReportError) as caught:
        read(data, "报告.txt")
    return caught.value


REFUSED = [
    ("nothing", b"", "empty"),
    ("blanks", " \n\u3000\t\r\n".encode(), "empty"),
    ("only a mark", b"\xef\xbb\xbf", "empty"),
    ("only zero-width", "\u200b\ufeff\n".encode(), "empty"),
    ("only NUL", b"\x00" * 40, "empty"),
    ("zip", b"PK\x03\x04" + b"\x00" * 26 + b"a.bin", "unsupported"),
    ("png", b"\x89PNG\r\n\x1a\n", "unsupported"),
    ("noise", bytes(range(256)) * 8, "unsupported"),
    ("U+FFFD everywhere", ("法治\ufffd" * 30).encode(), "garbled"),
    ("control characters", ("法治政府\x01建设" * 30).encode(), "garbled"),
    ("UTF-8 read as GBK", TEXT.encode().decode("gbk", "replace").encode(), "garbled"),
    ("UTF-8 read as Latin", TEXT.encode().decode("latin-1").encode(), "garbled"),
    ("GBK read as Latin", TEXT.encode("gbk").decode("latin-1").encode(), "garbled"),
    ("GBK taken for UTF-8, then GBK", "锟斤拷锟斤拷法治锟斤拷锟斤拷".encode(), "garbled"),
    ("question marks", "???2024???????????法治政府".encode(), "garbled"),
    ("half GBK, half UTF-8", TEXT.encode() + TEXT.encode("gbk"), "garbled"),
    ("English", b"Annual report on building a law-based government, 2024.", "not-chinese"),
    ("Tibetan", ("བོད་ཡིག་གི་སྙན་ཞུ" * 9).encode(), "not-chinese"),
    ("traditional", TRADITIONAL.encode(), "traditional"),
    ("Big5", TRADITIONAL.encode("big5"), "traditional"),
]


@pytest.mark.parametrize(("data", "code"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_judged_has_a_code_and_a_hint(data: bytes, code: str) -> None:
    error = refused(data)
    assert (error.code, bool(error.hint)) == (code, True)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "文件是空的，没有任何文字"),
        (b"\x89PNG\r\n", "这是 PNG 图片（开头字节 89 50 4E 47），目前不能核查"),
        (b"Annual report", "几乎没有汉字，不是中文报告"),
    ],
)
def test_messages(data: bytes, message: str) -> None:
    assert refused(data).message == message


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_encodings_give_the_same_text(encoding: str) -> None:
    assert read(TEXT.encode(encoding), "a").text == TEXT


def test_a_byte_order_mark_is_no_character() -> None:
    assert read(b"\xfe\xff" + TEXT.encode("utf-16-be"), "a").text == TEXT


def test_four_byte_gb18030() -> None:
    text = TEXT + "𠮷林镇㐂"
    assert read(text.encode("gb18030"), "a").text == text


def test_a_few_broken_characters_are_noted() -> None:
    reading = read((TEXT * 20).encode("gb18030") + b"\x81", "a")
    assert [note.code for note in reading.notes] == ["broken-characters"]


def test_where_it_breaks_is_said() -> None:
    sound = (TEXT * 20).encode()
    (note,) = read(sound + b"\xff" + sound, "a").notes
    assert note.message == "从第 41 行起，有 1 处文字读不出来，已按缺字处理，请对照原稿补上"


def paged(texts: list[str]) -> bytes:
    return "".join(("<html><body>", *(f"<p>{text}</p>" for text in texts), "</body></html>")).encode()


WRITERS: dict[str, Callable[[list[str]], bytes]] = {
    "txt": lambda texts: "\n".join(texts).encode(),
    "gb18030": lambda texts: "\n".join(texts).encode("gb18030"),
    "utf-16": lambda texts: "\r\n".join(texts).encode("utf-16"),
    "md": lambda texts: ("# " + "\n".join(texts)).encode(),
    "docx": lambda texts: docx("".join(map(p, texts))),
    "rtf": lambda texts: b"{\\rtf1 %b}" % "".join(_escaped(text) + "\\par\n" for text in texts).encode(),
    "html": paged,
}


def _escaped(text: str) -> str:
    return "".join(f"\\u{ord(char)}?" for char in text)


@pytest.mark.parametrize("form", WRITERS)
def test_what_an_earlier_program_could_not_read_is_noted_in_every_format(form: str) -> None:
    sound = (TEXT * 20).splitlines()
    assert read(WRITERS[form](sound), "a").notes == ()
    sound[2], sound[5] = sound[2].replace("云", "\ufffd\ufffd"), sound[5].replace("2024", "\ufffd")
    reading = read(WRITERS[form](sound), "a")
    # Between the paragraphs of a page stand empty lines.
    line = 5 if form == "html" else 3
    assert [(note.code, note.message) for note in reading.notes] == [
        ("broken-characters", f"从第 {line} 行起，有 3 处文字读不出来，已按缺字处理，请对照原稿补上")
    ]


@pytest.mark.parametrize("encodings", [("utf-8", "gbk"), ("gbk", "utf-8")])
def test_the_line_from_which_the_encoding_is_another_is_said(encodings: tuple[str, str]) -> None:
    first, second = encodings
    with pytest.raises(ReportError) as caught:
        read((TEXT * 20).encode(first) + (TEXT * 20).encode(second), "a")
    assert caught.value.message == "文件损坏或混有不同的编码：从第 41 行起，文字读不出来"
    assert "核对这一行前后的文字" in caught.value.hint


def test_a_few_control_characters_are_noted() -> None:
    reading = read((TEXT * 20).encode() + b"\x00\x07", "a")
    assert [(note.code, note.message) for note in reading.notes] == [
        ("control-characters", "有 2 个看不见的控制字符，已略去")
    ]


def test_clean_text_has_no_notes() -> None:
    assert read(TEXT.encode(), "a").notes == ()


@pytest.mark.parametrize("data", [b"plain", b"%PD", b"PK", "<法治>".encode(), b"MZ2024001"])
def test_text_that_only_looks_like_a_format(data: bytes) -> None:
    assert sniff(data)[0] == "text"


def test_every_reader_is_for_a_kind_that_is_told() -> None:
    assert "text" in READERS


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_end_at_three_marks_only(end: str) -> None:
    text = f"一{end}二\u2028三\x0b四{end}{end}\x85五"
    blocks = lines(text)
    assert [text[b.start : b.end] for b in blocks] == ["一", "二\u2028三\x0b四", "\x85五"]


def plain(text: str) -> str:
    return normalise(Reading(text, lines(text), "text"))[0].text


ALONE = [
    ("short lines", "云岭县水务局\n2024年法治政府建设年度报告\n索引号：A1\n", 3),
    ("one paragraph a line", "一、主要做法\n我局认真落实责任。\n二、不足\n力量不足。\n", 4),
    ("a heading and its body", "坚持党的领导，强化统筹\n县委召开会议3次，研究法治议题。\n", 2),
    ("a list of links", "\n".join(f"云岭县{d}局2024年法治政府建设年度报告" for d in "甲乙丙丁戊己庚辛"), 8),
]


@pytest.mark.parametrize(("text", "count"), [row[1:] for row in ALONE], ids=[row[0] for row in ALONE])
def test_lines_that_stay_apart(text: str, count: int) -> None:
    assert plain(text).count("\n") == count


WRAPPED = """云岭县水务局2024年法治政府建设年度报告
　　2024年，我局坚持依法行政，把水行政执法和普法宣传贯穿全年各项工作，
取得了明显成效。现将有关情况报告如下：
一、深入学习贯彻习近平法治思想，不断完善依法行政的制度体系和工作机制
建设的情况
　　局党组全年组织集中学习4次，邀请专家授课2次，全局82名干部参加了年度
- 1 -

法律知识考试，合格率百分之百。局主要负责人带头旁听庭审，并在全系统会议
上作了述法发言。
（一）规范执法
　　全年办理案件12件。
"""


def test_hard_wrapped_lines_are_joined_and_page_numbers_dropped() -> None:
    assert plain(WRAPPED).split("\n") == [
        "云岭县水务局2024年法治政府建设年度报告",
        "2024年,我局坚持依法行政,把水行政执法和普法宣传贯穿全年各项工作,取得了明显成效。现将有关情况报告如下:",
        "一、深入学习贯彻习近平法治思想,不断完善依法行政的制度体系和工作机制建设的情况",
        "局党组全年组织集中学习4次,邀请专家授课2次,全局82名干部参加了年度法律知识考试,合格率百分之百。"
        "局主要负责人带头旁听庭审,并在全系统会议上作了述法发言。",
        "(一)规范执法",
        "全年办理案件12件。",
        "",
    ]


def test_a_title_as_wide_as_the_lines_below_stays_alone() -> None:
    title = "中共云岭县委云岭县人民政府关于二〇二四年度法治政府建设情况的报告\n"
    assert plain(title + WRAPPED.split("\n", 1)[1]).startswith(title)


@pytest.mark.parametrize(
    "number", ["- 3 -", "— 3 —", " " * 40 + "- 3 -", "－３－", "第3页", "第 3 页 共 12 页", "3/12"]
)
def test_page_numbers_are_no_text(number: str) -> None:
    assert plain(f"甲乙丙丁。\n{number}\n戊己庚辛。\n") == "甲乙丙丁。\n戊己庚辛。\n"


def test_running_heads_beside_page_numbers_stand_once() -> None:
    head = "云岭县水务局2024年法治政府建设年度报告\n"
    page = "办理案件12件，结案11件，公示执法信息并主动接受社会监督，\n"
    text = "".join(f"{head}{page * 2}- {i} -\n" for i in range(1, 5))
    assert plain(text).count(head.strip()) == 1


BROKEN_OFF = [
    ("我局全面贯彻法治思想，\n推进依法行政。\n", "我局全面贯彻法治思想,推进依法行政。\n"),
    (
        "2025年，我局全面贯彻\n习近平法治思想，推进依法行政。\n",
        "2025年,我局全面贯彻习近平法治思想,推进依法行政。\n",
    ),
    ("我局办理案件12件\n，结案率百分之百。\n", "我局办理案件12件,结案率百分之百。\n"),
]


@pytest.mark.parametrize(("text", "joined"), BROKEN_OFF)
def test_a_sentence_that_plainly_goes_on_is_joined(text: str, joined: str) -> None:
    assert plain(text) == joined


def test_other_blocks_are_never_joined_and_what_is_not_seen_is_left_out() -> None:
    text = "我局认真落实，\n办理案件。\n页眉\n"
    blocks = (Block(0, 7, "paragraph"), Block(8, 13, "paragraph"), Block(14, 16, "header"))
    assert normalise(Reading(text, blocks, "docx"))[0].text == "我局认真落实,\n办理案件。\n"


def test_blanks_and_unseen_characters_vanish() -> None:
    assert plain("法 治\u3000政\u200b府\u00a0建\x00设\ufe0f\n") == "法治政府建设\n"


PIECES = st.sampled_from(
    [*"法治政府建设，。：；（）“”１２ab 　\u200b\x00\n\r\t\u2028", "\r\n", "一、", "（二）", "- 1 -\n"]
)


@given(st.lists(PIECES, max_size=200).map("".join))
def test_every_plain_character_leads_back_to_its_own(text: str) -> None:
    result, leads = normalise(Reading(text, lines(text), "text"))
    places = [result.original(at) for at in range(len(result.text))]
    assert places == sorted(set(places))
    assert all(fold(text[p]) == c for p, c in zip(places, result.text, strict=True) if c != "\n")
    assert len(leads) == result.text.count("\n")
    assert result.original(len(result.text) - 1) <= len(text) if result.text else True


def corpus() -> list[Path]:
    folder = os.environ.get("LAWGOV_CORPUS")
    return sorted(Path(folder).glob("*/*.txt")) if folder else []


@pytest.mark.skipif(not corpus(), reason="LAWGOV_CORPUS is not set")
@pytest.mark.parametrize("path", corpus(), ids=lambda path: path.stem)
@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_the_corpus_in_other_encodings(path: Path, encoding: str) -> None:
    text = path.read_bytes().decode()
    assert read(text.encode(encoding), path.name).text == text
