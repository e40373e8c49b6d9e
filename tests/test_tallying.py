"""One report's answers held against its labels: what counts as what, by hand."""

from dataclasses import replace
from pathlib import Path

import pytest
from assessments import FAILED, result

from evaluator.assessment import Assessment, Evidence, Finding, Unjudged, Verdict
from evaluator.document import Place
from evaluator.measuring.figures import Counts, Difference, Faults, Figures, total
from evaluator.measuring.gold import Defect, Gold
from evaluator.measuring.tallying import tally
from evaluator.measuring.wilson import Share

TEXT = (
    "某县2024年报告\r\n一、学习情况\r\n学习了4次。\r\n二、原因\r\n人少。受理100件，办结90件，办结率95%。\r\n"
)
MET, PARTIAL, MISSING, NOT_ASKED = Verdict.MET, Verdict.PARTIAL, Verdict.MISSING, Verdict.NOT_APPLICABLE


def gold(**labels: Verdict) -> Gold:
    elements = {name.replace("_", "-"): label for name, label in labels.items()}
    return Gold(Path("甲.txt"), elements, {}, frozenset(), (), (), {})


def answered(**verdicts: Verdict) -> Assessment:
    items = tuple(result(name.replace("_", "-"), verdict) for name, verdict in verdicts.items())
    return replace(FAILED, items=items, findings=())


def tallied(labels: Gold, assessment: Assessment) -> Figures:
    return tally(labels, TEXT, assessment, set(labels.elements))


# What the labels say, what the program, and what it counts as.
@pytest.mark.parametrize(
    ("wanted", "got", "counts"),
    [
        (MISSING, MISSING, Counts(hits=1, agreed=1)),
        (MISSING, PARTIAL, Counts(missed=1)),
        (MISSING, Verdict.UNJUDGED, Counts(missed=1)),
        (MISSING, NOT_ASKED, Counts(hits=1)),
        (MET, MET, Counts(true_rest=1, agreed=1)),
        (MET, PARTIAL, Counts(true_rest=1)),
        (PARTIAL, MET, Counts(true_rest=1)),
        (MET, Verdict.UNJUDGED, Counts(true_rest=1)),
        (PARTIAL, MISSING, Counts(false_hits=1)),
        (MET, NOT_ASKED, Counts(false_hits=1)),
        (NOT_ASKED, NOT_ASKED, Counts(not_asked=Share(1, 1))),
        (NOT_ASKED, MISSING, Counts(not_asked=Share(0, 1))),
    ],
)
def test_one_verdict(wanted: Verdict, got: Verdict, counts: Counts) -> None:
    assert tallied(gold(study=wanted), answered(study=got)).items == {"study": counts}


def test_an_item_that_the_program_does_not_have_is_missing() -> None:
    assert tallied(gold(study=MET), answered()).items == {"study": Counts(false_hits=1)}
    assert tallied(gold(study=NOT_ASKED), answered()).items == {"study": Counts(not_asked=Share(1, 1))}


def test_ambiguous_labels_and_those_of_other_profiles_are_not_counted() -> None:
    labels = replace(gold(study=MET, causes=MET, title=MET), ambiguous=frozenset({"causes"}))
    assert list(tally(labels, TEXT, answered(), {"study", "causes"}).items) == ["study"]


# The quote 学习了4次 stands on line 3: the evidence, and whether it is at the right place.
@pytest.mark.parametrize(
    ("line", "end_line", "quote", "right"),
    [
        (3, 3, "学习了4次", 1),
        (2, 2, "学习情况", 1),
        (4, 5, "二、原因", 1),
        (1, 1, "某县2024", 0),
        (5, 5, "人少。受理", 0),
        (3, 3, "4次", 0),
    ],
)
def test_evidence_on_the_line_of_the_quote_or_next_to_it(
    line: int, end_line: int, quote: str, right: int
) -> None:
    labels = replace(gold(study=PARTIAL), quotes={"study": "学习了4次"})
    place = Place(0, 9, line, 1, end_line)
    item = result("study", MET, evidence=(Evidence(quote, "", place),))
    figures = tallied(labels, replace(FAILED, items=(item,), findings=()))
    assert figures.items["study"].at_line == Share(right, 1)


@pytest.mark.parametrize(("wanted", "got"), [(MISSING, MET), (MET, MISSING), (MET, Verdict.UNJUDGED)])
def test_evidence_is_counted_where_both_found_it(wanted: Verdict, got: Verdict) -> None:
    labels = replace(gold(study=wanted), quotes={"study": "学习了4次"})
    assert tallied(labels, answered(study=got)).items["study"].at_line == Share()


@pytest.mark.parametrize(
    ("name", "wanted", "right"),
    [
        ("organ", "某县人民政府", 1),
        ("organ", "中共某县委、某县人民政府", 1),
        ("organ", "某县", 1),
        ("organ", "另一县", 0),
        ("organ", None, 0),
        ("year", 2024, 1),
        ("year", None, 0),
        ("level", "city", 0),
        ("published", "2025-01-20", 1),
    ],
)
def test_facts(name: str, wanted: str | int | None, right: int) -> None:
    labels = replace(gold(), facts={name: wanted})
    assert tallied(labels, FAILED).facts == {name: Share(right, 1)}


RATE = Defect("rate", "办结90件，办结率95%")
AT = TEXT.index(RATE.quote)


def finding(
    start: int = AT, rule: str = "rate", severity: str = "error", length: int = 5, line: int = 5
) -> Finding:
    place = Place(start, start + length, line, 1, line)
    return Finding(rule, severity, "不对", TEXT[start : start + length], place)


def faults(defects: tuple[Defect, ...], *findings: Finding) -> dict[str, Faults]:
    labels = replace(gold(), defects=defects)
    return dict(tallied(labels, replace(FAILED, items=(), findings=findings)).faults)


FOUND, NOT_FOUND, ALARM = Faults(Share(1, 1)), Faults(Share(0, 1)), Faults(alarms=1)


# Planted faults, findings, and what they come to by kind.
@pytest.mark.parametrize(
    ("defects", "findings", "counts"),
    [
        ((), (), {}),
        ((RATE,), (), {"rate": NOT_FOUND}),
        ((RATE,), (finding(),), {"rate": FOUND}),
        ((RATE,), (finding(AT - 6),), {"rate": FOUND}),
        ((RATE,), (finding(AT - 7),), {"rate": NOT_FOUND + ALARM}),
        ((RATE,), (finding(0, length=401, line=1),), {"rate": NOT_FOUND + ALARM}),
        ((RATE,), (finding(rule="term"),), {"rate": NOT_FOUND, "term": ALARM}),
        ((RATE,), (finding(rule="own-rule"),), {"rate": NOT_FOUND}),
        ((RATE,), (finding(severity="info"),), {"rate": FOUND}),
        ((), (finding(severity="info"),), {}),
        ((), (finding(severity="warning"),), {"rate": ALARM}),
        ((RATE,), (finding(), finding(AT + 2)), {"rate": FOUND + ALARM}),
        ((RATE, RATE), (finding(), finding(AT + 2)), {"rate": FOUND + FOUND}),
        ((replace(RATE, hard=True),), (), {"rate": Faults(hard=Share(0, 1))}),
        ((replace(RATE, hard=True),), (finding(),), {"rate": Faults(hard=Share(1, 1))}),
        ((Defect("duplicate", "人少"),), (finding(AT + 4, "duplicate"),), {"duplicate": FOUND}),
        ((Defect("heading-number", "二、", from_cut=True),), (finding(0, "enumeration"),), {}),
        ((Defect("heading-number", "二、", from_cut=True),), (finding(),), {"rate": ALARM}),
    ],
)
def test_faults_found_and_alarms(
    defects: tuple[Defect, ...], findings: tuple[Finding, ...], counts: dict[str, Faults]
) -> None:
    assert faults(defects, *findings) == counts


def test_figures_add_up() -> None:
    one = Figures(1, {"study": Counts(hits=2, missed=1, agreed=2)}, {"rate": FOUND}, {"year": Share(1, 1)})
    other = Figures(
        1, {"study": Counts(false_hits=1), "causes": Counts(true_rest=4, agreed=3)}, {"rate": ALARM}
    )
    both = total((one, other))
    assert both.items["study"] == Counts(hits=2, false_hits=1, missed=1, agreed=2)
    assert (both.reports, both.all_faults, both.alarms_per_report) == (2, FOUND + ALARM, 0.5)
    counts = both.all_items
    assert (counts.precision, counts.recall, counts.agreement) == (Share(2, 3), Share(2, 3), Share(5, 8))
    assert counts.f1 == pytest.approx(2 / 3)
    low, high = counts.f1_interval or (0, 0)
    assert 0 < low < 2 / 3 < high < 1


def test_differences_are_listed_in_words() -> None:
    labels = replace(gold(study=MET, causes=MISSING), facts={"year": 2023}, defects=(RATE,))
    answer = replace(answered(study=PARTIAL, causes=MISSING), findings=(finding(0, "term", line=1),))
    assert tallied(labels, answer).differences == (
        Difference("甲.txt", "年度", "2023", "2024"),
        Difference("甲.txt", "study", "具备", "不完整"),
        Difference("甲.txt", "rate", "“办结90件，办结率95%”", "没有找到"),
        Difference("甲.txt", "term", "没有标注", "第 1 行“某县202”"),
    )


def test_a_report_that_was_not_judged_is_one_difference() -> None:
    answer = replace(answered(study=Verdict.UNJUDGED), unjudged=Unjudged("empty", "文件是空的", ""))
    expected = Difference("甲.txt", "全部", "可以判定", "无法判定：文件是空的")
    assert tallied(gold(study=MET), answer).differences == (expected,)
