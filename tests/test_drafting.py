"""The drafting outline: every heading that is owed and no other, what to write, and nothing that passes as written."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from papers import opened, shown
from rulebooks import sample

from checklist import loading
from checklist.drafting import Draft, Task, draft
from checklist.model import LEVELS
from checklist.profiles import checklist_for
from evaluator import rules_cli
from evaluator.assessment import Verdict
from evaluator.drafting.command import shown as markdown
from evaluator.drafting.command import word
from evaluator.evaluation import Options, evaluate

SNAPSHOTS = Path(__file__).parent / "snapshots"
YEARS = range(2019, 2028)
DAY = date(2026, 12, 1)
Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*args: str) -> tuple[int, str, str]:
        code = rules_cli.main(["outline", *args])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run


def tasks(outline: Draft) -> Iterator[Task]:
    yield from outline.opening
    for chapter in outline.chapters:
        yield from (chapter.task,) if chapter.task else ()
        yield from chapter.sections
    yield from outline.checks


@pytest.mark.parametrize("profile", ["national", "shenzhen"])
@pytest.mark.parametrize("level", LEVELS)
def test_every_applicable_item_and_no_other(profile: str, level: str) -> None:
    rules = loading.rulebook()
    for year in YEARS:
        outline = draft(rules, profile, level, year)
        items = [item for item in checklist_for(rules, profile).items if item.applies.to(year, level)]
        named = [task.id for task in tasks(outline)]
        assert sorted(named) == sorted(item.id for item in items)
        text = markdown(outline)
        for item in items:
            assert item.title in text and item.advice in text and item.asks in text
            asked = (each for each in item.complete_when if not each.own_year)
            assert all(expectation.advice in text for expectation in asked)
        assert ("数字法治政府" in text) == (year >= 2021)


def test_an_unverified_article_is_not_printed() -> None:
    text = markdown(draft(loading.rulebook(), "national", "county", 2026))
    assert "第二十五条" not in text and "条款待核" in text


def test_what_a_profile_adds_has_its_place() -> None:
    outline = draft(sample(), "shenzhen", "county", 2026)
    assert [task.id for task in tasks(outline)].count("budget") == 1
    assert "secrecy-review" not in [task.id for task in tasks(outline)]


@pytest.mark.parametrize(
    ("name", "profile", "level", "year"),
    [
        ("county-2026", "national", "county", 2026),
        ("township-2024", "national", "township", 2024),
        ("shenzhen-2024", "shenzhen", "department", 2024),
        ("county-2019", "national", "county", 2019),
    ],
)
def test_snapshot(name: str, profile: str, level: str, year: int, update_snapshots: bool) -> None:
    path = SNAPSHOTS / f"outline-{name}.md"
    got = markdown(draft(loading.rulebook(), profile, level, year))
    if update_snapshots:
        path.write_text(got, "utf-8")
    assert got == path.read_text("utf-8")


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("form", ["md", "docx"])
def test_it_does_not_pass_as_a_report(level: str, form: str) -> None:
    outline = draft(loading.rulebook(), "national", level, 2024)
    data = markdown(outline).encode() if form == "md" else word(outline, DAY)
    assessment = evaluate(data, f"提纲.{form}", loading.load(), Options())
    assert (assessment.report.year, assessment.report.level) == (2024, level)
    found = {item.id: item.verdict for item in assessment.items}
    assert not assessment.gate.passed and assessment.score and assessment.score.value < 20
    assert [name for name, verdict in found.items() if verdict is Verdict.MET] == ["title"]
    placeholders = [finding for finding in assessment.findings if finding.rule == "placeholder"]
    assert len(placeholders) > len(assessment.items)


@pytest.mark.parametrize(
    ("written", "met"),
    [
        ("【待补充：组织培训12期。评查案卷60卷。印发《办法》（云府〔2024〕3号）。审查文件12件。】", False),
        ("【待补充】组织培训12期。评查案卷60卷。印发《办法》。审查文件12件【待核】", True),
        ("组织培训12期。评查案卷60卷【待补充：哪些】。印发《办法》。审查文件12件。", True),
        ("【已完成】组织培训12期。评查案卷60卷。印发《办法》。审查文件12件。", True),
    ],
)
def test_only_a_paragraph_in_brackets_says_nothing(written: str, met: bool) -> None:
    text = f"云溪县人民政府2024年法治政府建设年度报告\n\n一、主要举措和成效\n{written}\n\n二、下一步安排\n"
    text += "2025年，一是招录执法人员6名；二是开展案卷评查2轮；三是修订裁量基准。\n" * 3
    assessment = evaluate(text.encode(), "a.txt", loading.load(), Options())
    verdict = next(item.verdict for item in assessment.items if item.id == "measures")
    assert (verdict is Verdict.MET) == met


def test_word_and_markdown_say_the_same() -> None:
    outline = draft(loading.rulebook(), "national", "county", 2026)
    data = word(outline, DAY)
    text = shown(data).replace("2026年\n", "2026年")
    plain = [line.lstrip("# ") for line in markdown(outline).rstrip("\n").split("\n\n") if line != "---"]
    assert [line.partition("] ")[2] for line in text.splitlines()] == plain
    assert data == word(outline, DAY)


def test_the_page_is_that_of_the_standard() -> None:
    document = opened(word(draft(loading.rulebook(), "national", "county", 2026), DAY))
    section = document.sections[0]
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(length.mm) for length in margins] == [37, 35, 28, 26]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    body = document.styles["Body Text"]
    assert (body.font.size.pt, body.paragraph_format.line_spacing.pt) == (16, 28.95)
    fonts = {
        style.name: style.element.rPr.rFonts.get(f"{{{style.element.nsmap['w']}}}eastAsia")
        for style in document.styles
        if style.element.rPr is not None
    }
    assert fonts["Body Text"] == "仿宋_GB2312" and fonts["Title"] == "方正小标宋简体"
    assert (fonts["Heading 1"], fonts["Heading 2"], fonts["Footer"]) == ("黑体", "楷体_GB2312", "宋体")
    assert section.footer.paragraphs[0].text == section.even_page_footer.paragraphs[0].text == "— 1 —"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["--year", "2026"], "没有给出 --level 级别"),
        (["--level", "county"], "没有给出 --year 年度"),
        (["--level", "village", "--year", "2026"], "--level 只能是：province（省级）、city（市级）"),
        (["--level", "county", "--year", "26"], "--year 应为 2000 到 2100 之间的年份，如 2024 或 2024年"),
        (["--level", "county", "--year", "2026", "--profile", "mars"], "没有名为“mars”的适用方案"),
        (["--level", "county", "--year", "2026", "-o", "a.pdf"], "不能保存为 a.pdf：不认识这种扩展名"),
    ],
)
def test_wrong_use(run: Run, args: list[str], message: str) -> None:
    code, out, err = run(*args)
    assert (code, out) == (2, "")
    assert err.startswith(f"错误：{message}")


def test_without_the_library_nothing_is_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("evaluator.official.requiring.find_spec", lambda _: None)
    code, out, err = run("--level", "county", "--year", "2026", "-o", str(tmp_path / "a.docx"))
    assert (code, out) == (2, "") and err.startswith("错误：要安装 python-docx 才能写 Word 文档")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("level", ["county", "township", "department"])
def test_an_outline_left_as_it_is_says_nothing_but_its_title(level: str) -> None:
    text = markdown(draft(loading.rulebook(), "national", level, 2024))
    judged = evaluate(text.encode(), "提纲.md", loading.load(), Options())
    assert [item.id for item in judged.items if item.verdict in (Verdict.MET, Verdict.PARTIAL)] == ["title"]


def test_the_command_prints_or_writes(run: Run, tmp_path: Path) -> None:
    asked = ("--level", "county", "--year", "2026")
    expected = (SNAPSHOTS / "outline-county-2026.md").read_text("utf-8")
    assert run(*asked) == (0, expected, "")
    for name in ("提纲.md", "提纲.docx"):
        assert run(*asked, "-o", str(tmp_path / name)) == (0, "", "")
    assert (tmp_path / "提纲.md").read_text("utf-8") == expected
    assert shown((tmp_path / "提纲.docx").read_bytes()).startswith("[Title] ××县人民政府2026年\n法治政府建设年度报告\n")
