"""What answers come to against labels, counted by hand; the Wilson interval against known values."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from assessments import FAILED, result

from checklist import loading, measured
from checklist.errors import UserError
from checklist.loading import load
from evaluator import rules_cli
from evaluator.assessment import Assessment, Evidence, Finding, Unjudged, Verdict
from evaluator.document import Place
from evaluator.figures import Counts, Difference, Faults, Figures, total
from evaluator.figures_table import tables
from evaluator.gold import Defect, Gold
from evaluator.keyword_baseline import WORDS, search
from evaluator.layout import cells
from evaluator.tallying import tally
from evaluator.wilson import Share, wilson

TEXT = (
    "某县2024年报告\r\n一、学习情况\r\n学习了4次。\r\n二、原因\r\n人少。受理100件，办结90件，办结率95%。\r\n"
)
MET, PARTIAL, MISSING, NOT_ASKED = Verdict.MET, Verdict.PARTIAL, Verdict.MISSING, Verdict.NOT_APPLICABLE


# Newcombe 1998, table I, method 3, and the limits that follow from the formula.
@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
        (20, 20, 0.8389, 1.0),
        (1, 1, 0.2065, 1.0),
    ],
)
def test_the_wilson_interval(hits: int, of: int, low: float, high: float) -> None:
    assert wilson(hits, of) == pytest.approx((low, high), abs=0.00005)


def test_of_no_cases_there_is_no_share() -> None:
    assert (Share().value, Share().interval) == (None, None)
    assert Share(1, 2) + Share(2, 2) == Share(3, 4)


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


def test_the_keyword_search_knows_nothing_but_words() -> None:
    checklist = load()
    answer = search("某县2024年报告\n没有什么原因\n", "甲.txt", checklist.items)
    found = {item.id: item.verdict for item in answer.items}
    assert set(found) == {item.id for item in checklist.items if not item.manual} >= set(WORDS)
    assert [name for name, verdict in found.items() if verdict is MET] == ["causes"]
    evidence = next(item for item in answer.items if item.id == "causes").evidence[0]
    assert (evidence.quote, evidence.place.line, evidence.place.column) == ("原因", 2, 5)
    assert answer.report.year == 2024


@pytest.mark.parametrize("width", [80, 120])
def test_tables_fit(width: int) -> None:
    counts = Counts(hits=20, false_hits=3, missed=10, true_rest=900, agreed=800, at_line=Share(9, 11))
    names = ("first-responsible", "area-institutions")
    figures = Figures(130, dict.fromkeys(names, counts), {"late-publication": FOUND})
    shown = tables(figures, figures, width)
    assert [line for line in shown.splitlines() if cells(line) > width] == []
    assert "first-responsible" in shown and "0.87 0.74-0.94 40/46" in shown


def labelled(folder: Path, **elements: str) -> Path:
    text = (Path(__file__).parent.parent / "examples" / "drafts" / "with-gaps.txt").read_text("utf-8")
    (folder / "甲.txt").write_text(text, "utf-8")
    (folder / "甲.gold.json").write_text(json.dumps({"elements": elements}), "utf-8")
    return folder


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = labelled(tmp_path, measures="present", title="missing")
    assert rules_cli.main(["measure", str(folder)]) == 0
    shown = capsys.readouterr().out
    assert shown.startswith("有标注的报告 1 份，计入的标注 2 条\n")
    assert "结论一致" in shown and "甲.txt" in shown
    assert rules_cli.main(["measure", str(folder), "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["reports"] == 1
    assert data["program"]["agreement"]["hits"] == 1
    assert data["program"]["missing"]["recall"] == {
        "hits": 0,
        "of": 1,
        "value": 0.0,
        "low": 0.0,
        "high": 0.7935,
    }
    assert data["baseline"]["items"]["title"]["labels"] == 1
    assert [difference["what"] for difference in data["differences"]] == ["title"]


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ([], "错误：标注有 1 处问题，没有开始"),
        (["--date", "今天"], "错误：--date 不是日期：今天"),
        (["--update-rules", "--rules", "."], "错误：--update-rules 写的是自带规则的数字"),
    ],
)
def test_wrong_use(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], message: str
) -> None:
    folder = labelled(tmp_path, stduy="present")
    assert rules_cli.main(["measure", str(folder), *options]) == 2
    assert capsys.readouterr().err.startswith(message)


def test_figures_are_kept_for_the_handbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = labelled(tmp_path, measures="present", title="missing")
    file = tmp_path / measured.FILE
    assert rules_cli.main(["measure", str(folder), "--write", str(file), "--date", "2025-01-31"]) == 0
    capsys.readouterr()
    version = load().version
    where = f"1 份有标注的报告（清单 {version}，2025-01-31）"
    assert measured.read(tmp_path)["measures"] == {
        "结论与标注一致": "1.00（1/1，95% 区间 0.21-1.00）",
        "测于": where,
    }
    assert measured.read(tmp_path)["title"]["判缺失的查全率"] == "0.00（0/1，95% 区间 0.00-0.79）"


def test_where_nothing_was_measured(tmp_path: Path) -> None:
    assert measured.read(tmp_path) == {}


@pytest.mark.parametrize("stored", ["{", "[]", '{"items": {"study": []}, "rules": {}}'])
def test_a_file_that_was_not_written_so(tmp_path: Path, stored: str) -> None:
    (tmp_path / measured.FILE).write_text(stored, "utf-8")
    with pytest.raises(UserError, match="读不懂"):
        measured.read(tmp_path)


def test_explain_tells_what_was_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(measured, "read", lambda _: {"study": {"测于": "9 份报告"}})
    assert rules_cli.main(["explain", "study"]) == 0
    assert "- 实测：测于 9 份报告\n" in capsys.readouterr().out


def test_the_rules_take_the_figures_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    written: list[Path] = []
    monkeypatch.setattr(loading, "rebuild", written.append)
    folder = labelled(tmp_path, study="present")
    rulebook = loading.rulebook()
    monkeypatch.setattr(loading, "rulebook", lambda _: rulebook)
    monkeypatch.setattr(loading, "RULES", rules)
    assert rules_cli.main(["measure", str(folder), "--update-rules"]) == 0
    capsys.readouterr()
    assert "study" in measured.read(rules)
    assert written == [rules]
