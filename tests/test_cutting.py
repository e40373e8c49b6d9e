"""Passages cut out of a report and pasted in elsewhere."""

import pytest
from changeable import TEXT, understood

from checklist.loading import load
from evaluator.assessment import Verdict
from evaluator.judging.view import look_at
from evaluator.mutating.cutting import Excerpt, listed_passages
from evaluator.mutating.pasting import pastes


def test_a_passage_is_cut_out_and_stands_elsewhere() -> None:
    start, end = TEXT.index("二、存在"), TEXT.index("三、2025")
    piece = Excerpt("删", ((start, end),), {})
    rest = piece.cut_from(TEXT)
    assert "不足" not in rest and len(rest) == len(TEXT) - (end - start)
    cut = understood(rest)
    places = dict(pastes(cut, look_at(cut, load()).roles, tuple(piece.pieces(TEXT)), ["shortcomings", "causes"]))
    assert list(places) == ["贴到第一部分末尾"]
    lines = places["贴到第一部分末尾"].split("\n")
    assert lines[lines.index("　　二、存在的不足和原因") - 1].startswith("　　（二）规范水行政执法。")


def test_a_cause_alone_goes_where_a_problem_went_before() -> None:
    document = understood(TEXT)
    roles = look_at(document, load()).roles
    pasted = [text for _, text in pastes(document, roles, ["原因是编制不足。"], ["causes"])]
    assert pasted
    for text in pasted:
        lines = text.split("\n")
        assert "执法人员偏少" in lines[lines.index("原因是编制不足。") - 1]


@pytest.mark.parametrize(
    ("cut", "piece"),
    [
        ("专题学习习近平法治思想。", "　　专题学习习近平法治思想。"),
        ("局党组召开会议4次，", "　　局党组召开会议4次。"),
        ("学习贯彻习近平法治思想", "　　学习贯彻习近平法治思想。"),
        ("（一）学习贯彻习近平法治思想\n　　局党组召开", "　　（一）学习贯彻习近平法治思想\n　　局党组召开"),
    ],
)
def test_pieces_end_like_sentences(cut: str, piece: str) -> None:
    start = TEXT.index(cut)
    assert list(Excerpt("", ((start, start + len(cut)),), {}).pieces(TEXT)) == [piece]


def test_all_that_the_program_lists_goes() -> None:
    document = understood(TEXT)
    passages = {passage.name: passage for passage in listed_passages(document, load())}
    rest = passages["删去列出的全部原文（shortcomings）"].cut_from(TEXT)
    assert "二、" not in rest and "执法人员偏少" not in rest and "三、2025年工作安排" in rest
    assert passages["删去列出的全部原文（study）"].labels == {"study": Verdict.MISSING}
    assert "（measures）" not in "".join(passages)
