"""Texts on a grid of cells: their width, where they break, what never reaches a terminal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluator.console.layout import cells, pad, right, shorten, visible, wrap


@pytest.mark.parametrize("text", ["", "法治 abc", "√△×－？○ “引号”", "é", "😀"])
def test_harmless_text_is_shown_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m红", "\\x1b[31m红"),
        ("\x9b2J", "\\x9b2J"),
        ("a\x00\x07\x7f", "a\\x00\\x07\\x7f"),
        ("\u202e倒\u2066", "\\u202e倒\\u2066"),
        ("零\u200b宽", "零\\u200b宽"),
        ("\udc80", "\\udc80"),
        ("\U000e0041", "\\U000e0041"),
        ("第一行\r\n　　第二行\t末", "第一行 第二行 末"),
    ],
)
def test_what_a_terminal_would_obey_or_hide_is_written_out(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    ("text", "width"), [("", 0), ("abc", 3), ("法治", 4), ("“√”", 6), ("e\u0301", 1), ("😀", 2)]
)
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("", 10, [""]),
        ("法治政府建设", 12, ["法治政府建设"]),
        ("法治政府建设", 8, ["法治政府", "建设"]),
        ("法治政府，建设", 8, ["法治政", "府，建设"]),
        ("法治政（府）建", 8, ["法治政", "（府）建"]),
        ("a bc def", 5, ["a bc", "def"]),
        ("印发 lawgov-check 手册", 14, ["印发", "lawgov-check", "手册"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("《》", 1, ["《", "》"]),
        ("存为、.xlsx、.csv", 12, ["存为、", ".xlsx、.csv"]),
        ("结束.", 4, ["结", "束."]),
    ],
)
def test_wrap(text: str, width: int, lines: list[str]) -> None:
    assert wrap(text, width) == lines


@given(st.text(st.sampled_from("法治（），。《》 ab1%“”\u3000")), st.integers(4, 30))
def test_wrapping_loses_nothing_and_fits(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(cells(line) <= width for line in lines)


@given(st.text(st.sampled_from("法a（…")), st.integers(2, 20))
def test_shortening_fits(text: str, width: int) -> None:
    short = shorten(text, width)
    assert cells(short) <= width
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_columns() -> None:
    assert pad("法治", 6) + "|" + right("12", 4) == "法治  |  12"
