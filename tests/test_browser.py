"""The page as people use it, in Chromium: clicks, filters, keys, paper, both colour schemes; nobody is asked."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pages import DRAFTS, ROOT, of_file, rendered

pytest.importorskip("playwright", reason="playwright is not installed")

from browsing import Seen, browser, needs_chromium, seen
from playwright.sync_api import Browser, expect

pytestmark = needs_chromium
SUPPORT = Path(__file__).parent / "support"
NAMED, CONTRAST = ((SUPPORT / name).read_text("utf-8") for name in ("named.js", "contrast.js"))
GAPS = ROOT / "examples/drafts/with-gaps.txt"
FAULTY = ROOT / "tests/data/reports/township-yibashou.txt"
CAUSES = "[data-item=causes]"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with browser() as launched:
        yield launched


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pages")
    pages = {"gaps": [GAPS], "faulty": [FAULTY], "many": DRAFTS[:5]}
    for name, paths in pages.items():
        (folder / f"{name}.html").write_bytes(rendered(*map(of_file, paths)))
    return {name: folder / f"{name}.html" for name in pages}


@pytest.fixture
def gaps(chromium: Browser, files: dict[str, Path]) -> Iterator[Seen]:
    with seen(chromium, files["gaps"]) as found:
        yield found


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_from_a_missing_element_to_its_place_and_back(
    chromium: Browser, files: dict[str, Path], script: bool
) -> None:
    with seen(chromium, files["gaps"], script=script) as found:
        page, causes = found.page, found.page.locator(CAUSES)
        expect(page.locator("a:target")).to_have_count(0)
        causes.get_by_role("link", name="二、存在的问题").click()
        here = page.locator(".here a:target")
        expect(here).to_have_text("不足的原因")
        expect(here).to_be_in_viewport()
        here.click()
        expect(page.locator(".result:target")).to_have_attribute("data-item", "causes")
        expect(causes).to_be_in_viewport()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
def test_from_the_evidence_to_its_words_and_back(chromium: Browser, files: dict[str, Path], script: bool) -> None:
    with seen(chromium, files["gaps"], script=script) as found:
        page, weak = found.page, found.page.locator("[data-item=shortcomings]")
        weak.get_by_role("link", name="第 15 行").click()
        mark = page.locator("mark:target")
        expect(mark).to_contain_text("需要在今后工作中不断改进。")
        expect(mark).to_be_in_viewport()
        # Beside the text the results stay where they were.
        expect(weak).to_be_in_viewport()
        page.get_by_role("link", name="回到不完整：存在的不足").last.click()
        expect(page.locator(".result:target")).to_have_attribute("data-item", "shortcomings")


def test_from_a_fault_to_its_words(chromium: Browser, files: dict[str, Path]) -> None:
    findings = of_file(FAULTY).findings
    assert findings
    with seen(chromium, files["faulty"]) as found:
        for number, finding in enumerate(findings, 1):
            found.page.locator(f"#r1-f{number}").locator("a.place").click()
            mark = found.page.locator("mark:target")
            expect(mark).to_contain_text(finding.quote[:10])
            expect(mark).to_be_in_viewport()


def test_filters(gaps: Seen) -> None:
    page = gaps.page
    shown = {kind: page.locator(f".result[data-kind={kind}]:visible") for kind in ("missing", "partial", "met")}
    expect(shown["missing"]).to_have_count(7)
    page.get_by_role("checkbox", name="× 缺失").uncheck()
    expect(shown["missing"]).to_have_count(0)
    expect(shown["partial"]).to_have_count(4)
    expect(page.locator("#r1-missing")).to_be_hidden()
    expect(page.locator(".here:visible")).to_have_count(0)
    expect(page.locator("mark.missing:not(.off)")).to_have_count(0)
    expect(page.locator("mark.partial.off")).to_have_count(0)
    expect(page.locator("output")).to_have_text("显示 11 条，共 18 条")
    page.get_by_role("checkbox", name="× 缺失").check()
    expect(shown["missing"]).to_have_count(7)
    expect(page.locator("output")).to_have_text("")
    # What the page has none of needs no filter.
    assert page.locator("label:visible").all_inner_texts()[:4] == ["√ 具备", "△ 不完整", "× 缺失", "○ 待人工"]
    expect(page.locator("[value=error]")).to_be_hidden()


def test_looks_for_words(gaps: Seen) -> None:
    page = gaps.page
    page.get_by_label("查找").fill("约谈企业主要负责人")
    # Two quote it as evidence, two come near it.
    expect(page.locator(".result:visible")).to_have_count(4)
    page.get_by_label("查找").fill("没有这样的话")
    expect(page.locator(".result:visible")).to_have_count(0)
    page.get_by_label("查找").fill("")
    expect(page.locator(".result:visible")).to_have_count(18)


def test_steps_from_what_is_to_do_to_the_next(gaps: Seen) -> None:
    page = gaps.page
    reached = []
    for _ in range(12):
        page.get_by_role("button", name="下一处").click()
        expect(page.locator(".result:focus")).to_be_in_viewport()
        reached.append(page.locator(".result:focus").get_attribute("data-item"))
    assert (reached[0], reached[6], reached[11]) == ("first-responsible", "area-digital", "first-responsible")
    assert len(set(reached)) == 11 and "measures" not in reached
    page.get_by_role("button", name="上一处").click()
    expect(page.locator("output")).to_have_text("第 11 处，共 11 处")


def test_keys_alone(gaps: Seen) -> None:
    page = gaps.page
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="跳到核查结果")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_attribute("href", "#r1-missing")
    assert focused.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"


def test_without_script_everything_is_there(chromium: Browser, files: dict[str, Path]) -> None:
    with seen(chromium, files["many"], script=False) as found:
        expect(found.page.locator("form")).to_be_hidden()
        assert found.page.locator("article:visible").count() == 5
        found.page.get_by_role("link", name="总表").click()
        expect(found.page.locator("table")).to_be_in_viewport()


def test_the_table_comes_first_and_leads_to_the_reports(chromium: Browser, files: dict[str, Path]) -> None:
    with seen(chromium, files["many"]) as found:
        page = found.page
        assert page.evaluate("document.querySelector('main').firstElementChild.id") == "overview"
        row = page.get_by_role("row").filter(has_text="with-gaps.txt")
        row.get_by_role("link", name="不足的原因：缺失").click()
        expect(page.locator(".result:target")).to_have_attribute("data-item", "causes")
        expect(page.locator(".result:target")).to_be_in_viewport()
        page.get_by_label("查找").fill("with-gaps.txt")
        expect(page.locator("tbody tr:visible")).to_have_count(1)


@pytest.mark.parametrize("name", ["gaps", "faulty", "many"])
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_everybody_can_read_it(chromium: Browser, files: dict[str, Path], name: str, dark: bool, width: int) -> None:
    with seen(chromium, files[name], width, dark) as found:
        assert found.page.evaluate(NAMED) == []
        contrast = found.page.evaluate(CONTRAST)
        assert contrast["faint"] == [] and contrast["looked"] > 100


def test_the_checks_see_what_is_wrong(gaps: Seen) -> None:
    gaps.page.evaluate(
        "document.querySelector('main').innerHTML = '<h4>一</h4><p>二 <a href=\"#\"></a></p><input>';"
        "document.querySelector('main p').attributeStyleMap.set('color', '#999')"
    )
    assert gaps.page.evaluate(NAMED) == ["input without label", "no name: A.", "h4 after h1: 一"]
    assert [name for name, _ in gaps.page.evaluate(CONTRAST)["faint"]] == ["P."]


@pytest.mark.parametrize("name", ["gaps", "many"])
def test_asks_nobody_and_complains_of_nothing(chromium: Browser, files: dict[str, Path], name: str) -> None:
    with seen(chromium, files[name]) as found:
        found.page.get_by_role("button", name="下一处").click()
        found.page.emulate_media(media="print")
        found.page.wait_for_load_state("networkidle")
        assert (found.asked, found.said) == ([files[name].as_uri()], [])


def test_the_policy_stops_what_the_page_does_not_hold(
    chromium: Browser, files: dict[str, Path], tmp_path: Path
) -> None:
    """Were a word of a report ever to become markup, it would still do nothing."""
    spoilt = tmp_path / "spoilt.html"
    evil = b"<script>document.title = 'run'</script><img src='https://example.org/x.png'><b style='color: red'>"
    spoilt.write_bytes(files["gaps"].read_bytes().replace(b"<footer>", evil + b"<footer>"))
    with seen(chromium, spoilt) as found:
        assert found.page.title() == "法治政府建设年度报告核查结果"
        found.page.wait_for_load_state("networkidle")
        assert found.refused == [("https://example.org/x.png", "csp")]
        assert sorted(line.split(" ")[0] for line in found.said) == ["Applying", "Executing", "Loading"]


def test_two_panes_where_there_is_room(chromium: Browser, files: dict[str, Path]) -> None:
    for width, beside in ((1280, True), (390, False)):
        with seen(chromium, files["gaps"], width) as found:
            boxes = [found.page.locator(part).bounding_box() for part in (".results", ".text")]
            left, right = (box or pytest.fail("not shown") for box in boxes)
            assert (right["x"] >= left["x"] + left["width"]) is beside
            assert (right["y"] >= left["y"] + left["height"]) is not beside


def test_on_paper(gaps: Seen) -> None:
    pdfium = pytest.importorskip("pypdfium2", reason="pypdfium2 is not installed")
    document = pdfium.PdfDocument(gaps.page.pdf(prefer_css_page_size=True))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    assert {tuple(round(side) for side in page.get_size()) for page in document} == {(595, 842)}
    text = "\n".join(pages)
    assert "46.5" in pages[0] and "× 不通过" in pages[0] and "上年度问题整改情况" in pages[0]
    assert "此处应写：不足的原因" in text and "三、2025年工作打算" in text
    assert [word for word in ("下一处", "查找", "跳到") if word in text] == []
    document.close()
