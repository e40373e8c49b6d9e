"""Markdown is read as the text that it shows, every character at its own place."""

import time

import draft
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sameness import assert_same, texts

from evaluator.reading import read
from evaluator.reading.markdown import is_markdown, unmarked

HEADED = {"一、": "## ", "二、": "## ", "三、": "## ", "四、": "## ", "（一": "### ", "（二": "### "}


def marked() -> str:
    body = [HEADED.get(line[:2], "") + line for line in draft.LINES[1:]]
    text = "\n\n".join([f"# {draft.TITLE}", *body])
    text = text.replace("事项\n\n件数\n\n行政处罚\n\n12", "| 事项 | 件数 |\n|---|---:|\n| 行政处罚 | 12 |")
    return text.replace("案件12件", "案件**12**件")


def test_the_same_report() -> None:
    plain = [line.replace("案件12件", "案件  12  件") for line in draft.LINES]
    reading = assert_same(marked().encode(), "报告.md", plain).reading
    assert texts(reading, "cell") == ["事项", "件数", "行政处罚", "12"]
    assert [block.level for block in reading.blocks if block.kind == "heading"] == [1, 2, 3, 3, 2, 2, 2]


MARKS = [
    ("**一是**加强", "一是加强"),
    ("- 一是加强", "一是加强"),
    ("> * 一是", "一是"),
    ("`a`与~~删~~与*重*", "a与删与重"),
    ("[《水法》](http://a.b/c_(d)", "[《水法》](http://a.b/c_(d)"),
    ("见[《水法》](http://a.b/c)。", "见《水法》。"),
    ("![图](a.png)附图", "附图"),
    ("<!-- 草稿\n存在的不足 -->完", "完"),
    ("甲<br>乙<center>丙</center>", "甲乙丙"),
    ("1\\. 甲\\*", "1.甲*"),
    ("---\n***\n```\n甲\n```", "甲"),
    ("| 甲 | 乙 |\n| :-- | --: |", "甲乙"),
]
KEPT = ["2 * 3 * 4", "____年__月", "a < b > c", "#标签", "[2024]5号", "3|4", "甲 - 乙", "`", "**", "1. 甲"]


@pytest.mark.parametrize(("text", "shown"), MARKS)
def test_marks_become_blanks(text: str, shown: str) -> None:
    reading = read(f"# 法治政府建设年度报告\n{text}\n".encode(), "报告.md")
    assert "".join("".join(texts(reading)[1:]).split()) == shown
    assert len(reading.text) == len(f"# 法治政府建设年度报告\n{text}\n")


@pytest.mark.parametrize("text", KEPT)
def test_what_only_looks_like_a_mark(text: str) -> None:
    assert unmarked(text) == text


def test_what_stands_in_front_is_left_out() -> None:
    reading = read("---\ntitle: 甲\ndraft: true\n---\n# 法治政府建设年度报告\n正文。".encode(), "报告.md")
    assert texts(reading) == ["法治政府建设年度报告", "正文。"]


@pytest.mark.parametrize("text", ["", "法治", "#法治", "1. 甲\n- 乙\n**丙**", "　# 甲"])
def test_text_without_headings_is_no_markdown(text: str) -> None:
    assert not is_markdown(text)


PIECES = st.sampled_from([*"#*`[]()<>!|-\\法治 \n\t", "**", "# ", "<!--", "-->", "](", "---\n", "\r\n", "　"])


@given(st.lists(PIECES, max_size=200).map("".join))
def test_every_character_stays_in_its_place(text: str) -> None:
    shown = unmarked(text)
    assert len(shown) == len(text)
    assert all(a == b or b == " " for a, b in zip(text, shown, strict=True))


@pytest.mark.parametrize("piece", ["#", "**", "[", "![a](", "<!--", "| - |\n", "\\", "> ", "`a", "---\n"])
def test_it_takes_linear_time(piece: str) -> None:
    began = time.perf_counter()
    unmarked("# x\n" + piece * (300_000 // len(piece)))
    assert time.perf_counter() - began < 20
