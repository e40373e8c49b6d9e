"""One report against the list: every item with one result, what is known of the report, and nobody's numbers."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from checklist.loading import load
from checklist.model import Applies, Checklist, YearNote
from evaluator import evaluation
from evaluator.assessment import Gate, Verdict
from evaluator.document import Note
from evaluator.evaluation import Options, evaluate, refused
from evaluator.refusal import ReportError

DATA = (Path(__file__).parent.parent / "examples" / "drafts" / "with-gaps.txt").read_bytes()


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return load()


def test_every_item_has_one_result_in_the_order_of_the_list(checklist: Checklist) -> None:
    for data in (DATA, b""):
        got = evaluate(data, "a.txt", checklist, Options())
        assert [item.id for item in got.items] == [item.id for item in checklist.items]


def test_facts(checklist: Checklist) -> None:
    got = evaluate(DATA, "a.txt", checklist, Options()).report
    assert (got.path, got.year, got.level, got.published) == ("a.txt", 2024, "township", "2025-01-20")
    assert (got.characters, got.sha256) == (len(DATA.decode()), sha256(DATA).hexdigest())


def test_what_the_user_says_holds(checklist: Checklist) -> None:
    got = evaluate(DATA, "a.txt", checklist, Options(2020, "另一机关", "county"))
    assert (got.report.year, got.report.organ, got.report.level) == (2020, "另一机关", "county")
    assert {item.verdict for item in got.items if item.id.startswith("area-")} == {Verdict.NOT_APPLICABLE}


def unread(monkeypatch: pytest.MonkeyPatch, why: str) -> None:
    read = evaluation.read
    monkeypatch.setattr(evaluation, "read", lambda data, name: replace(read(data, name), unread=why))


def test_what_was_not_read_is_never_called_missing(checklist: Checklist, monkeypatch: pytest.MonkeyPatch) -> None:
    before = evaluate(DATA, "a.txt", checklist, Options())
    assert before.missing
    unread(monkeypatch, "第 3 页是图片")
    got = evaluate(DATA, "a.txt", checklist, Options(fail_on="never"))
    for old, new in zip(before.items, got.items, strict=True):
        if old.verdict is Verdict.MISSING:
            assert (new.verdict, new.reason) == (Verdict.UNJUDGED, "第 3 页是图片，不能断定没有写")
        else:
            assert new == old
    assert got.unjudged and got.unjudged.code == "incomplete"
    assert (got.score, got.missing, got.gate.passed) == (None, (), False)


def test_a_report_not_wholly_read_is_judged_where_nothing_is_missing(
    checklist: Checklist, monkeypatch: pytest.MonkeyPatch
) -> None:
    met = {item.id for item in evaluate(DATA, "a.txt", checklist, Options()).items if item.verdict is Verdict.MET}
    alone = replace(checklist, items=tuple(item for item in checklist.items if item.id in met))
    unread(monkeypatch, "第 3 页是图片")
    got = evaluate(DATA, "a.txt", alone, Options())
    assert got.unjudged is None
    assert got.score and got.score.value == 100


def test_an_unjudged_report_keeps_what_is_certain(checklist: Checklist) -> None:
    items = tuple(replace(item, applies=Applies(first_year=2021)) for item in checklist.items[:1])
    manual = tuple(item for item in checklist.items if item.manual)
    some = replace(checklist, items=items + manual)
    for year, verdict in ((2020, Verdict.NOT_APPLICABLE), (2021, Verdict.UNJUDGED), (None, Verdict.UNJUDGED)):
        got = evaluate(b"", "a.txt", some, Options(year))
        assert [item.verdict for item in got.items] == [verdict, *[Verdict.MANUAL] * len(manual)]
        assert (got.score, got.gate.passed, got.missing) == (None, False, ())


@pytest.mark.parametrize(
    ("first", "last", "given"),
    [(2025, None, False), (None, 2023, False), (2024, 2024, True), (None, None, True), (2023, None, True)],
)
def test_notes_of_a_year(checklist: Checklist, first: int | None, last: int | None, given: bool) -> None:
    noted = replace(checklist, year_notes=(YearNote("new-outline", "换了纲要", first, last),))
    assert (Note("new-outline", "换了纲要") in evaluate(DATA, "a.txt", noted, Options()).notes) is given


def test_numbers_of_persons_are_covered(checklist: Checklist) -> None:
    data = DATA.decode().replace("　　二、", "　　二、联系人13800138000").encode()
    got = evaluate(data, "13900139000.txt", checklist, Options(organ="某局13700137000"))
    assert (got.report.path, got.report.organ) == ("139****9000.txt", "某局137****7000")
    assert not {"13800138000", "13900139000"} & set(repr(got).split("'"))
    assert "13800138000" not in repr(got)


def test_a_text_too_long_is_no_report(checklist: Checklist, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluation, "MOST_CHARACTERS", 100)
    got = evaluate(DATA, "a.txt", checklist, Options())
    assert got.unjudged and got.unjudged.code == "too-long"
    assert got.report.sha256 == sha256(DATA).hexdigest()


def test_only_bytes_that_were_read_have_a_digest_and_only_where_it_is_asked_for(checklist: Checklist) -> None:
    assert evaluate(DATA, "a.txt", checklist, Options(digest=False)).report.sha256 == ""
    gone = refused("a.txt", ReportError("vanished", "文件不见了"), checklist, Options())
    assert gone.report.sha256 == ""


DRAFTS = Path(__file__).parents[1] / "examples" / "drafts"
COMPLETE = (DRAFTS / "complete.txt").read_text("utf-8")


@pytest.mark.parametrize("fail_on", ["missing", "never"])
def test_of_several_reports_in_one_file_none_passes(checklist: Checklist, fail_on: str) -> None:
    other = (DRAFTS / "with-gaps.txt").read_text("utf-8")
    options = Options(fail_on=fail_on)
    assert evaluate(COMPLETE.encode(), "a.txt", checklist, options).gate.passed
    got = evaluate((COMPLETE + other).encode(), "a.txt", checklist, options)
    assert got.unjudged and got.unjudged.code == "several-reports"
    assert got.gate == Gate(False, ("无法判定：文件里有不止一份报告，只核查了第一份",))
    assert (got.score, got.missing) == (None, ())
    assert got.items[0].verdict is Verdict.MET


@pytest.mark.parametrize("size", [1_000, 10_000, 100_000])
def test_rubbish_on_one_line_takes_nothing_away(checklist: Checklist, size: int) -> None:
    got = evaluate(f"{COMPLETE.rstrip()}\n{'甲乙丙丁' * (size // 4)}\n".encode(), "a.txt", checklist, Options())
    assert got.missing == ()
