"""The page: everything that was concluded, the worst first, each result linked with its words."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from assessments import FAILED, PASSED, UNJUDGED
from pages import DRAFTS, ROOT, Node, judged, of_file, parsed, rendered, squeezed

from checklist.waivers import Waiver
from evaluator.assessment import SEVERITIES_SHOWN, SHOWN, Assessment, Verdict
from evaluator.cli import main
from evaluator.console.layout import visible
from evaluator.masking import cover
from evaluator.output import html as output
from evaluator.output.html import overview
from evaluator.presenting.placing import where
from evaluator.quotation import quoted
from evaluator.run import Ignored

SNAPSHOT = ROOT / "tests" / "snapshots" / "html-one.html"
WAIVER = Waiver("causes", "甲.txt", "市局同意明年补写", "王某", date(2027, 3, 31))


def test_nothing_wrong_says_nothing() -> None:
    page = parsed(rendered(PASSED))
    assert page.all(class_="missing", data_kind="missing") == page.all("mark") == page.all("table") == []
    assert page.all(data_rule="plan-year") == page.all(class_="text") == page.all(class_="ignored") == []
    assert page.one(class_="gate").text() == "√ 通过"


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_agrees_with_the_assessment(path: Path) -> None:
    assessment = of_file(path)
    page = parsed(rendered(assessment))
    score = assessment.score
    assert score and page.one(class_="score").text() == f"{score.value:.1f} 分 {score.grade}"
    assert page.one(class_="gate").text() == ("√ 通过" if assessment.gate.passed else "× 不通过")
    assert {node["data-item"]: node["data-kind"] for node in page.all() if node["data-item"]} == {
        item.id: item.verdict for item in assessment.items
    }
    for verdict in Verdict:
        count = sum(item.verdict is verdict for item in assessment.items)
        shown = [h.text() for h in page.all("h3") if h["id"] == f"r1-{verdict}"]
        assert shown == ([f"{' '.join(SHOWN[verdict])} {count} 项"] if count else [])
    for item in assessment.items:
        agrees(page, page.one(data_item=item.id), assessment, item.id)
    found = [(node["data-rule"], node["data-kind"]) for node in page.all() if node["data-rule"]]
    assert found == [(finding.rule, finding.severity) for finding in assessment.findings]


def agrees(page: Node, shown: Node, assessment: Assessment, name: str) -> None:
    """An element says what the result says, and its links lead to the words it stands on."""
    item = next(item for item in assessment.items if item.id == name)
    told = shown.told()
    assert told[0] == ("原因", item.reason)
    assert [said for term, said in told if term == "依据"] == [basis.cited for basis in item.basis]
    todo = item.verdict in (Verdict.MISSING, Verdict.PARTIAL, Verdict.MANUAL)
    assert [said for term, said in told if term == "写法"] == ([item.advice] if todo else [])
    passages = [*item.evidence, *([item.nearest] if item.nearest else [])]
    links = shown.all("a", class_="place")
    assert [link.text() for link in links] == [where(passage.place) for passage in passages]
    assert [q.text() for q in shown.all("q")] == [visible(quoted(passage.quote)) for passage in passages]
    for link, passage in zip(links, passages, strict=True):
        mark = page.one("mark", id=link["href"][1:])
        assert mark.text(without="back") and squeezed(passage.quote).startswith(squeezed(mark.text(without="back")))
    backs = [back for back in page.all("a", class_="back") if back["href"] == f"#{shown['id']}"]
    assert len(backs) == len(passages)
    assert [said for term, said in told if term == "位置"] == (
        [f"写在{quoted(item.insert_after)}之后"] if item.insert_after else []
    )


@pytest.mark.parametrize("path", DRAFTS, ids=lambda path: path.stem)
def test_the_full_text_is_the_text(path: Path) -> None:
    assessment = of_file(path)
    assert assessment.original
    document = assessment.original.document
    shown = parsed(rendered(assessment)).one("section", class_="text")
    lines = shown.all(class_="line")
    assert squeezed("".join(line.text(without="back") for line in lines)) == squeezed(cover(document.reading.text))
    assert [int(line["data-line"]) for line in lines] == sorted({int(line["data-line"]) for line in lines})
    headings = [h.text(without="back") for h in shown.all() if h.tag in ("h4", "h5", "h6")]
    expected = [document.quote(s.start, s.heading_end) for s in document.sections[1:]]
    title = document.metadata.title_span
    assert [squeezed(h) for h in headings] == [
        squeezed(cover(words)) for words in ([document.quote(*title)] if title else []) + expected
    ]


def test_what_is_missing_stands_where_it_belongs() -> None:
    page = parsed(rendered(of_file(ROOT / "examples/drafts/with-gaps.txt")))
    text = page.one("section", class_="text")
    around = [node.text(without="back").strip() for node in text.all() if node["class"] in ("line", "here")]
    causes = next(i for i, words in enumerate(around) if words.startswith("✎ 此处应写：不足的原因"))
    assert around[causes - 1].startswith("一年来，我镇") and around[causes + 1] == "三、2025年工作打算"
    (others,) = [words for words in around if "此处应写：党政主要负责人" in words]
    assert others.endswith("上年度问题整改情况") and around[around.index(others) - 1].startswith("（五）")
    # A work area belongs behind the one before it, and not behind the chapter.
    (areas,) = [words for words in around if words.endswith("此处应写：行政权力制约监督、数字法治政府")]
    assert around[around.index(areas) - 1].startswith("（四）")


def test_of_marks_on_the_same_words_the_gravest_is_innermost() -> None:
    page = parsed(rendered(of_file(ROOT / "examples/drafts/with-gaps.txt")))
    heading = page.one("section", class_="text").all("h5")[0]
    assert heading.text("back").strip() == "一、主要工作"
    assert [mark["class"] for mark in heading.all("mark")] == ["met"] * 4 + ["partial"]


def test_a_heading_over_two_lines_is_one_heading() -> None:
    title = "云岭县人民政府2024年\n法治政府建设年度报告"
    text = f"{title}\n\n现将有关情况报告如下：\n一、主要举措和成效\n全年办理行政处罚案件12件。\n"
    page = parsed(rendered(judged(text)))
    assert page.one("section", class_="text").one("h4").text(without="back") == title.replace("\n", " ")


def test_missing_first_then_incomplete() -> None:
    page = parsed(rendered(FAILED))
    assert [h["id"] for h in page.all("h3")] == [
        "r1-missing", "r1-partial", "r1-met", "r1-manual", "r1-not-applicable", "r1-findings", "r1-notes",
    ]  # fmt: skip
    assert [node["data-item"] for node in page.all(data_kind="missing")] == ["rectification", "causes"]


def test_what_was_not_judged_says_why_and_what_to_do() -> None:
    page = parsed(rendered(UNJUDGED))
    assert page.one(class_="gate").text() == "？ 无法判定"
    told = page.one("article").one("header").told()
    assert told[:3] == [("原因", "空文件"), ("建议", "请核对文件"), ("文件", "丙.txt")]
    assert page.all(class_="score") == page.all(data_kind="missing") == page.all(class_="link") == []
    assert "写法" not in page.one("article").one(class_="unjudged", data_item="causes").text()


def test_a_waived_verdict_stays_missing_and_says_why() -> None:
    items = tuple(replace(item, waiver=WAIVER) if item.id == "causes" else item for item in FAILED.items)
    findings = (replace(FAILED.findings[0], waiver=WAIVER),)
    page = parsed(rendered(replace(FAILED, items=items, findings=findings)))
    causes = page.one(data_item="causes")
    assert causes["data-kind"] == "missing"
    said = "（已豁免：市局同意明年补写；王某；到 2027-03-31）"
    assert causes.one(class_="said").text() == f"× 缺失{said}"
    assert page.one(data_rule="plan-year").one(class_="said").text() == f"× 错误{said}"
    assert "已豁免" not in page.one(data_item="rectification").text()


def test_several_reports_are_a_table_from_worst_to_best() -> None:
    page = parsed(rendered(PASSED, FAILED, UNJUDGED, ignored=(Ignored("a.jpg", "不是能检查的格式"),)))
    table = page.one("table")
    rows = table.one("tbody").all("tr")
    assert [row.one("th").one("a")["href"] for row in rows] == ["#r3", "#r2", "#r1"]
    assert [row.all("td")[0].text() for row in rows] == ["？ 无法判定", "× 不通过", "√ 通过"]
    assert [cell.text() for cell in rows[1].all("td")[1:5]] == ["24.6", "2", "1", "1"]
    shown = [(cell.text(), cell["class"]) for cell in rows[1].all("td")[5:]]
    assert shown == [(SHOWN[item.verdict][0], item.verdict.value) for item in FAILED.items]
    links = {a["aria-label"]: a["href"] for a in rows[1].all("a")[1:]}
    expected = [("causes：缺失", "#r2-i2"), ("rectification：缺失", "#r2-i3"), ("next-plan：不完整", "#r2-i4")]
    assert links == {f"要素{said}": href for said, href in expected}
    assert [[td.text() for td in row.all("td")][:4] for row in table.one("tfoot").all("tr")] == [
        ["0", "1", "1", "0"], ["0", "0", "0", "1"],
    ]  # fmt: skip
    assert "共 3 份：通过 1，不通过 1，无法判定 1。" in page.one(id="overview").text()
    assert "a.jpg：不是能检查的格式" in page.one(class_="ignored").text()


def test_an_interrupted_run_says_so() -> None:
    page = parsed(rendered(PASSED, FAILED, of=5))
    assert page.one(role="alert").text() == "× 已中断：共 5 份，只检查了前 2 份"
    assert parsed(rendered(PASSED, FAILED)).all(role="alert") == []


def test_of_many_reports_the_page_quotes_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    reports = [of_file(path) for path in DRAFTS[:3]]
    assert len(parsed(rendered(*reports)).all("section", class_="text")) == 3
    quotes = [q.text() for q in parsed(rendered(*reports)).all("q")]
    monkeypatch.setattr(output, "MOST_TEXTS", 2)
    page = parsed(rendered(*reports))
    assert page.all("section", class_="text") == page.all("mark") == []
    assert "报告超过 2 份，本页只引用有关原文，不附全文" in page.one("header", class_="page").text()
    assert [q.text() for q in page.all("q")] == quotes != []


def test_what_is_kept_does_not_grow_with_the_reports(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "MOST_ROWS", 3)
    kept = overview.Overview()
    for number in range(20):
        kept.add(FAILED if number == 7 else PASSED, f"r{number}")
        assert len(kept._rows) <= 6
    assert [row.anchor for row in kept.rows] == ["r7", "r0", "r1"]
    assert kept.counted(Verdict.MET)[0] == 20


def test_findings_and_links_lead_to_their_words() -> None:
    report = of_file(ROOT / "tests/data/reports/township-yibashou.txt")
    page = parsed(rendered(report))
    assert report.findings and report.links
    for number, finding in enumerate(report.findings, 1):
        shown = page.one(id=f"r1-f{number}")
        symbol, name = SEVERITIES_SHOWN[finding.severity]
        assert shown.one("h4").text() == f"{finding.message} {symbol} {name}"
        assert shown.one("a", class_="place")["href"] == f"#r1-f{number}-e"
        mark = page.one("mark", id=f"r1-f{number}-e")
        assert squeezed(finding.quote).startswith(squeezed(mark.text("back")))
    assert len(page.all(class_="result", data_kind="link")) == len(report.links)
    for number, link in enumerate(report.links, 1):
        shown = page.one(id=f"r1-l{number}")
        ties = [link.problem, *([link.cause] if link.cause else []), *link.measures]
        assert [a.text() for a in shown.all("a", class_="place")] == [where(tie.place) for tie in ties]


def test_snapshot(update_snapshots: bool) -> None:
    """After a change: pytest --update-snapshots."""
    html = rendered(FAILED).decode()
    got = html[html.index("<article") : html.index("</main>")]
    got = re.sub(r"\n\n+", "\n", got)
    if update_snapshots:
        SNAPSHOT.write_text(got, "utf-8")
    assert got == SNAPSHOT.read_text("utf-8")


def test_printed_and_saved_are_the_same(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    draft, saved = str(ROOT / "examples/drafts/with-gaps.txt"), tmp_path / "结果.html"
    assert main([draft, "--links", "-f", "html", "-o", str(saved)]) == 1
    printed = capsysbinary.readouterr().out
    assert printed == saved.read_bytes()
    assert parsed(printed).one("section", class_="text").all("mark")
