"""Score and gate: arithmetic only, against fractions."""

from dataclasses import replace
from fractions import Fraction

import pytest
from assessments import FINDING, result
from hypothesis import given
from hypothesis import strategies as st

from evaluator.assessment import Gate, ItemResult, Score, Unjudged, Verdict
from evaluator.gate.scoring import FAIL_ON, gate, grade, score, shut

UNCOUNTED = (Verdict.NOT_APPLICABLE, Verdict.UNJUDGED, Verdict.MANUAL)
MET, PARTIAL, MISSING = Verdict.MET, Verdict.PARTIAL, Verdict.MISSING


def items(*given: tuple[Verdict, float]) -> list[ItemResult]:
    return [result(f"i{n}", verdict, weight) for n, (verdict, weight) in enumerate(given)]


@pytest.mark.parametrize(
    "given",
    [(), *(((verdict, 10),) for verdict in UNCOUNTED), ((MET, 0),)],
    ids=["no items", *UNCOUNTED, "weighs nothing"],
)
def test_nothing_judged_has_no_score(given: tuple[tuple[Verdict, float], ...]) -> None:
    assert score(items(*given)) is None


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (((MET, 10),), Score(100.0, 10, 10, "优秀")),
        (((PARTIAL, 10),), Score(50.0, 5, 10, "较差")),
        (((MISSING, 10),), Score(0.0, 0, 10, "较差")),
        (((MET, 10), (Verdict.NOT_APPLICABLE, 90)), Score(100.0, 10, 10, "优秀")),
        (((MET, 2), (MISSING, 1)), Score(66.7, 2, 3, "一般")),
        (((MET, 1), (MISSING, 2)), Score(33.3, 1, 3, "较差")),
        # 0.1 + 0.2 is not 0.3 in binary.
        (((MET, 0.1), (MET, 0.2)), Score(100.0, 0.3, 0.3, "优秀")),
        (((MET, 12.5), (PARTIAL, 2.5), (MISSING, 5)), Score(68.8, 13.75, 20, "一般")),
        # 62.25 rounds up, where the nearest even tenth and binary floats would go down.
        (((MET, 62.25), (MISSING, 37.75)), Score(62.3, 62.25, 100, "一般")),
        (((MET, 89.95), (MISSING, 10.05)), Score(90.0, 89.95, 100, "优秀")),
        (((MET, 89.94), (MISSING, 10.06)), Score(89.9, 89.94, 100, "良好")),
    ],
)
def test_score(given: tuple[tuple[Verdict, float], ...], expected: Score) -> None:
    assert score(items(*given)) == expected


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (100, "优秀"),
        (90, "优秀"),
        (89.9, "良好"),
        (80, "良好"),
        (79.9, "一般"),
        (60, "一般"),
        (59.9, "较差"),
        (0, "较差"),
    ],
)
def test_grade(value: float, name: str) -> None:
    assert grade(value) == name


WEIGHTS = st.integers(1, 10_000).map(lambda n: n / 100)
JUDGED = st.lists(st.tuples(st.sampled_from([MET, PARTIAL, MISSING]), WEIGHTS), min_size=1, max_size=20)


@given(JUDGED)
def test_score_is_the_exact_share_rounded_half_up(given: list[tuple[Verdict, float]]) -> None:
    got = score(items(*given))
    shares = {MET: Fraction(1), PARTIAL: Fraction(1, 2), MISSING: Fraction(0)}
    possible = sum(Fraction(str(weight)) for _, weight in given)
    exact = 100 * sum(shares[verdict] * Fraction(str(weight)) for verdict, weight in given) / possible
    assert got is not None
    assert 0 <= got.value <= 100
    assert -Fraction(1, 20) < exact - Fraction(str(got.value)) < Fraction(1, 20) or (
        Fraction(str(got.value)) - exact == Fraction(1, 20)
    )


@given(JUDGED, st.data())
def test_a_better_verdict_never_lowers_the_score(
    given: list[tuple[Verdict, float]], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(given) - 1))
    better = [*given]
    better[at] = (MET, given[at][1])
    before, after = score(items(*given)), score(items(*better))
    assert before and after and after.value >= before.value


SCORE = Score(61.5, 61.5, 100, "一般")
LACKING = {
    "nothing": [result("title", MET, required=True), result("area-digital", MISSING)],
    "partial": [result("title", PARTIAL, required=True)],
    "missing": [result("title", MISSING, required=True)],
}
FOUND = {"nothing": [], **{s: [replace(FINDING, severity=s)] for s in ("info", "warning", "error")}}


@pytest.mark.parametrize(
    ("fail_on", "lacking", "found"),
    [
        *(("missing", "partial", s) for s in FOUND),
        ("partial", "nothing", "error"),
        ("error", "partial", "warning"),
        ("warning", "nothing", "info"),
        *(("never", "missing", s) for s in FOUND),
    ],
)
def test_passes(fail_on: str, lacking: str, found: str) -> None:
    assert gate(LACKING[lacking], FOUND[found], SCORE, fail_on) == Gate(True)


MISSES, TOUCHES = "必备要素缺失：要素title", "必备要素不完整：要素title"
WRONG, DOUBTFUL = "文字核查发现错误 1 处", "文字核查发现警告 1 处"


@pytest.mark.parametrize(
    ("fail_on", "lacking", "found", "reasons"),
    [
        ("missing", "missing", "error", (MISSES,)),
        ("partial", "missing", "nothing", (MISSES,)),
        ("partial", "partial", "error", (TOUCHES,)),
        ("error", "missing", "nothing", (MISSES,)),
        ("error", "partial", "error", (WRONG,)),
        ("error", "missing", "error", (MISSES, WRONG)),
        ("warning", "partial", "info", (TOUCHES,)),
        ("warning", "nothing", "warning", (DOUBTFUL,)),
        ("warning", "missing", "error", (MISSES, WRONG)),
    ],
)
def test_fails(fail_on: str, lacking: str, found: str, reasons: tuple[str, ...]) -> None:
    assert gate(LACKING[lacking], FOUND[found], SCORE, fail_on) == Gate(False, reasons)


@pytest.mark.parametrize(
    ("least", "expected"),
    [
        (0, Gate(True)),
        (61.5, Gate(True)),
        (61.6, Gate(False, ("得分 61.5，低于要求的 61.6",))),
        (80, Gate(False, ("得分 61.5，低于要求的 80",))),
    ],
)
def test_fail_under(least: float, expected: Gate) -> None:
    assert gate(LACKING["nothing"], [], SCORE, "never", least) == expected


def test_what_was_not_judged_never_passes() -> None:
    assert shut(Unjudged("empty", "空文件", "")) == Gate(False, ("无法判定：空文件",))


@pytest.mark.parametrize("fail_on", FAIL_ON)
def test_without_anything_scored_nothing_passes(fail_on: str) -> None:
    assert gate([], [], None, fail_on) == Gate(False, ("没有可以评分的要素",))
