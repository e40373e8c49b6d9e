"""Characters that look alike are compared alike, one for one, so that places stay true."""

import unicodedata

import draft
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sameness import assert_same
from worddocuments import docx, p

from checklist.folding import WHOLE_CHARACTERS, fold, is_short_form


@pytest.mark.parametrize("text", ["法治政府", "吉林①", "⿱⿰", "㎡", "ﬁ", "々〆"])
def test_what_stays(text: str) -> None:
    assert fold(text) == text


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("⼀、主要⼯作", "一、主要工作"),
        ("⻓江⻋站⻚⾯", "长江车站页面"),
        ("⽴⽂⾏政", "立文行政"),
        ("\uf9e8民\uf9e1\uf90a", "裡民李金"),
        ("２０２４年（一）", "2024年(一)"),
    ],
)
def test_what_is_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize(
    ("short", "long", "expected"),
    [
        ("执法公示", "行政执法公示制度", True),
        ("公示", "公示", True),
        ("公示执法", "行政执法公示制度", False),
        ("决策审核", "重大执法决定法制审核制度", False),
        ("行政执法公示制度", "执法公示", False),
    ],
)
def test_what_is_a_short_form(short: str, long: str, expected: bool) -> None:
    assert is_short_form(short, long) is expected


@given(st.text(st.characters(min_codepoint=0x2E80, max_codepoint=0xFFFD)))
def test_every_character_has_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_the_table_is_what_unicode_says() -> None:
    for code, image in WHOLE_CHARACTERS.items():
        said = unicodedata.normalize("NFKC", chr(code))
        assert said in (chr(image), chr(code))


def as_a_browser_prints(text: str) -> str:
    """With the Kangxi radical for each character that has one."""
    radicals = {unicodedata.normalize("NFKC", chr(code)): chr(code) for code in range(0x2F00, 0x2FD6)}
    return "".join(radicals.get(char, char) for char in text)


@pytest.mark.parametrize("form", ["txt", "docx"])
def test_a_report_with_radicals_is_judged_as_the_same_without(form: str) -> None:
    lines = [as_a_browser_prints(line) for line in draft.LINES]
    assert lines != list(draft.LINES)
    data = "\n".join(lines).encode() if form == "txt" else docx("".join(map(p, lines)))
    document = assert_same(data, f"报告.{form}", draft.LINES)
    assert document.reading.text.split("\n") == lines
