"""Phrases in texts: tables, and a comparison with what a regular expression of the same meaning finds."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from checklist.folding import squeeze
from checklist.matching import MOST_BITS, Searchable
from checklist.phrases import CLAUSE_ENDS, SENTENCE_ENDS, SHORT_GAP, Phrase, parse
from checklist.vocabulary import Vocabulary, pack


def found(pattern: str, text: str, year: int | None = 2024) -> list[str]:
    folded = squeeze(text)
    return [folded[start:end] for start, end in Searchable(folded, year).spans((parse(pattern),))]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("学习", "学而时习"),
        ("针对…问题", "针对。问题"),
        ("针对…问题", "针对以下，问题"),
        ("针对……问题", "针对甲。乙问题"),
        ("针对…问题", "针对" + "某" * (SHORT_GAP + 1) + "问题"),
        ("问题…针对", "针对问题"),
        ("^下一步", "在下一步"),
        ("不足$", "不足之处"),
        ("{year}工作", "2023年工作"),
        ("{previous_year}工作", "2024年工作"),
        ("甲甲…乙乙…丙丙", "甲甲乙乙。丙丙"),
    ],
)
def test_nothing_is_found(pattern: str, text: str) -> None:
    assert found(pattern, text) == []


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("学习", "学 习，学\n习", ["学习", "学习"]),
        ("一一", "一一一", ["一一", "一一"]),
        ("(学习|研讨)班", "学习班和研讨班", ["学习班", "研讨班"]),
        ("学习?法", "学法和学习法", ["学法", "学习法"]),
        ("针对…问题", "针对" + "某" * SHORT_GAP + "问题", ["针对" + "某" * SHORT_GAP + "问题"]),
        ("针对…问题", "针对问题", ["针对问题"]),
        ("针对……问题", "针对甲，乙问题", ["针对甲,乙问题"]),
        ("甲甲…乙乙…丙丙", "甲甲乙乙" + "某" * 10 + "乙乙" + "某" * 10 + "丙丙", None),
        ("^下一步", "下一步。一是下一步，（三）下一步", ["下一步"] * 3),
        ("不足$", "不足。不足，有不足", ["不足"] * 3),
        ("存在…(差距|差距和不足)$", "存在差距和不足。", ["存在差距和不足"]),
        ("{year}工作", "2024 年工作、２０２４年工作、二〇二四年工作、二○二四年工作、二零二四年工作", None),
        ("{year}工作", "二Ｏ二四年工作", ["二O二四年工作"]),
        ("{next_year}", "2025年", ["2025年"]),
        ("“一件事”", "‘一件事’“一件事”", ['"一件事"']),
    ],
)
def test_found(pattern: str, text: str, expected: list[str] | None) -> None:
    if expected is None:
        assert len(found(pattern, text)) == {"甲": 1, "{": 5}[pattern[0]]
    else:
        assert found(pattern, text) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("丙丙", False),
        ("甲甲", False),
        ("乙乙", True),
        ("甲甲……乙乙", True),
        ("甲甲……丙丙", False),
        ("某某……乙乙", False),
    ],
)
def test_what_reaches_a_clause_ends_in_it(pattern: str, expected: bool) -> None:
    text = "某某。甲甲,有乙乙,丙丙。"
    sentence, clause = text.index("甲甲"), (text.index("有乙乙"), text.index(",丙丙"))
    assert Searchable(text).reaches((parse(pattern),), sentence, clause) is expected


def test_years_stand_nowhere_while_the_reports_year_is_not_known() -> None:
    assert found("{year}工作", "2024年工作", None) == []


LETTERS = "甲乙丙丁,。"
WORD = st.text(LETTERS.replace("。", ""), min_size=1, max_size=3)
WORDS = st.lists(WORD, min_size=1, max_size=3, unique=True).map(tuple)


@st.composite
def phrases(draw: st.DrawFn) -> Phrase:
    words = tuple(draw(st.lists(WORDS, min_size=1, max_size=3)))
    gaps = tuple(draw(st.sampled_from((SHORT_GAP, 50))) for _ in words[1:])
    return Phrase("", words, gaps, at_end=draw(st.booleans()))


def expression(phrase: Phrase) -> re.Pattern[str]:
    """A regular expression of the same meaning."""
    written = _any(phrase.words[0])
    for gap, words in zip(phrase.gaps, phrase.words[1:], strict=True):
        marks = CLAUSE_ENDS if gap == SHORT_GAP else SENTENCE_ENDS
        written += f"[^{re.escape(marks)}]{{0,{gap}}}{_any(words)}"
    return re.compile(f"(?={written}{f'(?=[{re.escape(CLAUSE_ENDS)}]|$)' if phrase.at_end else ''})")


def _any(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(map(re.escape, words))})"


@given(phrases(), st.text(LETTERS, max_size=60))
def test_a_phrase_begins_where_the_expression_does(phrase: Phrase, text: str) -> None:
    begins = {start for start, _ in Searchable(text).spans((phrase,))}
    assert begins == {match.start() for match in expression(phrase).finditer(text)}


@given(st.lists(phrases(), min_size=1, max_size=4), st.text(LETTERS, max_size=60))
@example([Phrase("", (("丁",), (",",), ("丙",)), (SHORT_GAP, SHORT_GAP), False, False)], "丁,丙")
def test_one_pass_finds_what_single_searches_find(many: list[Phrase], text: str) -> None:
    groups = [tuple(many), *((phrase,) for phrase in many)]
    vocabulary = Vocabulary(groups, pack(groups))
    alone, together = Searchable(text, 2024), Searchable(text, 2024, vocabulary)
    for group in groups:
        assert together.spans(group) == alone.spans(group)


@pytest.mark.parametrize(
    ("between", "pattern", "times"),
    [
        ("某,", "甲甲…乙乙", 0),  # in clauses that share a bit
        ("某。", "甲甲……乙乙", 0),  # in sentences that do
        ("", "甲甲…乙乙", 1),
        ("某,", "甲甲…丙丙", 1),  # far down in a long text
    ],
)
def test_one_pass_over_a_text_of_many_clauses(between: str, pattern: str, times: int) -> None:
    group = (parse(pattern),)
    text = "某,某。" * MOST_BITS + "甲甲" + between * MOST_BITS + "乙乙,甲甲某丙丙。"
    searched = Searchable(text, vocabulary=Vocabulary([group], pack([group])))
    assert len(searched.spans(group)) == times
    assert searched.spans(group) == Searchable(text).spans(group)


@given(phrases(), st.text(LETTERS, max_size=60))
def test_a_span_lies_within_a_sentence(phrase: Phrase, text: str) -> None:
    for start, end in Searchable(text).spans((phrase,)):
        assert 0 <= start < end <= len(text)
        assert not set(SENTENCE_ENDS) & set(text[start:end])


class Counting(Searchable):
    """Counts how often it is asked how far a gap may reach."""

    asked = 0

    def clause_end(self, at: int) -> int:
        self.asked += 1
        return super().clause_end(at)

    def sentence_end(self, at: int) -> int:
        self.asked += 1
        return super().sentence_end(at)


@pytest.mark.parametrize(
    "pattern", ["问题…问题…问题…问题", "(问|问题)……(问题|题)……(问题|题问)……没有", "问题……问题……问题$"]
)
def test_the_work_grows_with_the_text_and_no_faster(pattern: str) -> None:
    def work(size: int) -> int:
        text = Counting("问题" * size)
        text.spans((parse(pattern),))
        return text.asked

    assert work(1000) <= 2.1 * work(500) + 100
    assert work(500) <= 500 * 300
