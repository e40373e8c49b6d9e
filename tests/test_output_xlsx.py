"""The ledger as a workbook: what stands in it, that words stay words, and how it prints."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from assessments import CHECKLIST, FAILED, FINDING, PASSED, RESULTS, UNJUDGED
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ledgers import MEASURED, TODAY, opened, shown, table, written
from offices import converted, needs_calc

from checklist.errors import UserError
from checklist.loading import load
from checklist.waivers import Waiver
from evaluator.assessment import SHOWN, Assessment, Verdict
from evaluator.evaluation import Options, evaluate
from evaluator.ledger.columns import SHEET, SHEETS, Column
from evaluator.output import xlsx
from evaluator.output.xlsx import XlsxRenderer
from evaluator.output.xlsx import table as tables
from evaluator.output.xlsx.cells import MOST_CHARACTERS, words
from evaluator.run import Ignored, Run

SNAPSHOT = Path(__file__).parent / "snapshots" / "xlsx-several.txt"
DRAFTS = Path(__file__).parent.parent / "examples" / "drafts"
IGNORED = (Ignored("~$稿.docx", "Word/WPS 打开文档时留下的临时文件"),)
SEVERAL = (PASSED, FAILED, UNJUDGED)


def overview(data: bytes) -> list[dict[str, Any]]:
    sheet = opened(data)[SHEETS[0]]
    top = next(row for row in range(1, 20) if sheet.cell(row, 1).value == "序号")
    return table(data, SHEETS[0], top)


def test_nothing_found_is_an_empty_table() -> None:
    data = written()
    assert [table(data, name) for name in (SHEET, SHEETS[4])] == [[], []]
    assert overview(data) == []
    assert opened(data).sheetnames == list(SHEETS)


def test_a_report_without_problems_has_no_row() -> None:
    assert table(written(PASSED)) == []


def test_an_unjudged_report_has_no_problem_and_no_figures() -> None:
    data = written(UNJUDGED)
    assert table(data) == []
    (row,) = overview(data)
    assert {name for name, value in row.items() if value is not None} == {
        "序号", "文件", "结论", "不通过的原因", "检查日期",
    }  # fmt: skip


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "xlsxwriter", None)
    with pytest.raises(UserError) as fault:
        XlsxRenderer(Run(CHECKLIST, 1), {})
    assert fault.value.message == "要安装 XlsxWriter 才能写台账（.xlsx）"
    assert fault.value.hint == "请在下载的程序文件夹里执行 pip install \".[office]\""


FORMULAS = [
    '=HYPERLINK("http://x","y")', "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "{=1}",
    "=cmd|' /C calc'!A0", "http://x.example", "mailto:a@b", "internal:Sheet1!A1", "#N/A", "TRUE", "1e9", "2026-3-1",
    "'=1", " =1", "\u202e=1", "\x00=1", "_x0041_", "<script>", "&amp;", "]]>", '"', "%s {0}",
]  # fmt: skip


def told(text: str) -> Assessment:
    """A report that says the text wherever words of a report may come to stand."""
    facts = replace(FAILED.report, organ=text, path=text, title=text)
    findings = (replace(FINDING, quote=text, message=text, suggestion=text),)
    return replace(FAILED, report=facts, findings=findings, items=(replace(RESULTS[1], reason=text, advice=text),))


@pytest.mark.parametrize("text", FORMULAS, ids=repr)
def test_words_of_a_report_stay_words(text: str) -> None:
    data = written(told(text), ignored=(Ignored(text, text),))
    book = opened(data)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value == words(text)]
    assert len(cells) >= 11
    assert {cell.data_type for cell in cells} == {"s"}
    risky = words(text).startswith(("=", "+", "-", "@", "＝", "\t"))
    assert {bool(cell.quotePrefix) for cell in cells} == {risky}
    with ZipFile(BytesIO(data)) as archive:
        parts = b"".join(archive.read(name) for name in archive.namelist() if "worksheets" in name)
    assert b"<f>" not in parts and b"hyperlink" not in parts


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x00\x1b[31m红\x07", "[31m红"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        ("\u202e反\u2066", "反"),
        ("\ud800半", "半"),
        ("\ufffe\uffff", ""),
        ("法" * MOST_CHARACTERS, "法" * MOST_CHARACTERS),
        ("法" * (MOST_CHARACTERS + 1), "法" * (MOST_CHARACTERS - 1) + "…"),
        ("𠀀" * 20_000, "𠀀" * 16_383 + "…"),
    ],
    ids=range(9),
)
def test_what_a_cell_cannot_hold(text: str, kept: str) -> None:
    assert words(text) == kept
    assert table(written(told(text)))[1][Column.PROBLEM] == (kept or None)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(st.characters(), max_size=60))
def test_any_words_come_back(text: str) -> None:
    item, finding = table(written(told(text)))
    for row, name in ((item, Column.UNIT), (item, Column.ADVICE), (finding, Column.QUOTE)):
        assert (row[name] or "").startswith(words(text))


def test_rows_that_do_not_fit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert len(table(written(FAILED))) == 4
    monkeypatch.setattr(tables, "MOST_ROWS", 4)
    rows = table(written(FAILED))
    assert [row["序号"] for row in rows] == [1, 2, "还有 2 行放不下（一张工作表最多 4 行），请分批检查"]


def test_snapshot(update_snapshots: bool) -> None:
    got = shown(written(*SEVERAL, ignored=IGNORED, of=5))
    if update_snapshots:
        SNAPSHOT.write_text(got, "utf-8")
    assert got == SNAPSHOT.read_text("utf-8")


def test_everything_that_failed_is_a_row() -> None:
    first, second, third, fourth = table(written(FAILED))
    assert [row[Column.SUBJECT] for row in (first, second, third, fourth)] == [
        "causes", "rectification", "next-plan", "plan-year",
    ]  # fmt: skip
    assert {name: first[name] for name in list(Column)[:12]} == {
        "序号": 1, "单位": "某县人民政府", "文件": "甲.txt", "要素编号": "causes", "要素名称": "要素causes",
        "依据": "《督察工作规定》（厅字〔2019〕28号）第二十四条", "要求程度": "必备", "是否符合": "× 缺失",
        "问题描述": "因为如此", "原文摘录": "事故的原因\n（最接近，但不算：讲的是事故）", "位置": "第 3-4 行",
        "整改建议": "应当这样写\n写在“二、存在的问题”之后。",
    }  # fmt: skip
    assert third[Column.VERDICT] == "△ 不完整"
    assert third[Column.ADVICE] == "应当这样写\n还缺：写明做什么"
    assert (fourth[Column.VERDICT], fourth[Column.QUOTE], fourth[Column.ADVICE]) == (
        "× 错误", "2023年安排", "改为2025年",
    )  # fmt: skip
    assert {row[Column.STATUS] for row in (first, second, third, fourth)} == {"未整改"}
    assert all(row[name] is None for row in (first, fourth) for name in (Column.DEADLINE, Column.REMARK))


def test_numbers_and_dates_are_no_words() -> None:
    row = overview(written(FAILED))[0]
    assert (row["年度"], row["得分"], row["缺失数"]) == (2024, 24.6, 2)
    assert row["检查日期"] == date(2026, 3, 1)
    weights = [row["分值"] for row in table(written(FAILED), SHEETS[3])]
    assert weights == [6, 0]


def real() -> tuple[Assessment, ...]:
    checklist = load()
    return tuple(
        evaluate(path.read_bytes(), path.name, checklist, Options()) for path in sorted(DRAFTS.glob("*.txt"))
    )


@pytest.mark.parametrize("of", [lambda: SEVERAL, real], ids=["made", "real"])
def test_it_agrees_with_the_assessments(of: Callable[[], tuple[Assessment, ...]]) -> None:
    several = of()
    data = written(*several, checklist=load())
    across = table(data, SHEETS[2], 2)[: len(several)]
    for assessment, head, line in zip(several, overview(data), across, strict=True):
        score, judged = assessment.score, not assessment.unjudged
        count = [item.verdict for item in assessment.items].count
        assert head["得分"] == line["得分"] == (score.value if score else None)
        assert head["缺失数"] == (count(Verdict.MISSING) if judged else None)
        assert (head["不完整数"] or 0) == count(Verdict.PARTIAL)
        assert (head["文字问题数"] or 0) == len(assessment.findings)
        assert head["不通过的原因"] == ("\n".join(assessment.gate.reasons) or None)
        assert {item.title: SHOWN[item.verdict][0] for item in assessment.items} == {
            title: symbol for title, symbol in list(line.items())[4:] if symbol
        }
        rows = [row for row in table(data) if row[Column.FILE] == assessment.report.path]
        failed = [item for item in assessment.items if item.verdict in (Verdict.MISSING, Verdict.PARTIAL)]
        assert [(row[Column.SUBJECT], row[Column.VERDICT]) for row in rows[: len(failed)]] == [
            (item.id, " ".join(SHOWN[item.verdict])) for item in failed
        ]
        assert [(row[Column.SUBJECT], row[Column.QUOTE]) for row in rows[len(failed) :]] == [
            (finding.rule, finding.quote) for finding in assessment.findings
        ]
        for row, finding in zip(rows[len(failed) :], assessment.findings, strict=True):
            assert row[Column.PLACE].startswith(f"第 {finding.place.line}")


def test_sums_of_the_matrix() -> None:
    lines = table(written(*SEVERAL), SHEETS[2], 2)
    assert [line["单位"] for line in lines[3:]] == ["缺失合计", "不完整合计"]
    assert [[line[f"要素{item.id}"] for item in RESULTS] for line in lines[3:]] == [
        [0, 1, 1, 0, 0, 0], [0, 0, 0, 1, 0, 0],
    ]  # fmt: skip


def test_verdicts_have_a_colour_each() -> None:
    sheet = opened(written(FAILED, UNJUDGED))[SHEETS[2]]
    colours = {cell.value: cell.fill.start_color.rgb for row in sheet["E3:J4"] for cell in row}
    assert set(colours) == {shown[0] for shown in SHOWN.values()}
    assert len(set(colours.values())) == len(colours)


WAIVER = Waiver("causes", "甲.txt", "另文报告", "张三", date(2026, 12, 31), origin="豁免.yaml")


def test_what_is_waived_is_shown_as_missing_and_waived() -> None:
    items = tuple(replace(item, waiver=WAIVER) if item.id == "causes" else item for item in RESULTS)
    data = written(replace(FAILED, items=items))
    first, second, *_ = table(data)
    assert [first[name] for name in (Column.VERDICT, Column.STATUS, Column.REASON, Column.APPROVER)] == [
        "× 缺失", "豁免", "另文报告", "张三",
    ]  # fmt: skip
    assert (first[Column.EXPIRES], second[Column.STATUS]) == (date(2026, 12, 31), "未整改")
    assert overview(data)[0]["豁免数"] == 1
    assert table(data, SHEETS[2], 2)[0]["要素causes"] == "×豁"


def test_what_could_not_be_checked() -> None:
    rows = table(written(*SEVERAL, ignored=IGNORED, of=5), SHEETS[4])
    assert [(row["文件"], row["情形"], row["原因"]) for row in rows] == [
        ("丙.txt", "无法判定", "空文件"),
        ("~$稿.docx", "没有检查", "Word/WPS 打开文档时留下的临时文件"),
        ("其余 2 份报告", "没有检查", "检查中途停止"),
    ]
    assert all(row["怎么办"] for row in rows)


def test_rules_with_their_basis_and_measured_figures() -> None:
    checklist = load()
    rows = table(written(checklist=checklist), SHEETS[3])
    assert [row["编号"] for row in rows] == [thing.id for thing in (*checklist.items, *checklist.rules)]
    study = next(row for row in rows if row["编号"] == "study")
    assert study["实测准确度"] == "\n".join(f"{label} {figure}" for label, figure in MEASURED["study"].items())
    assert study["依据"].startswith("《法治政府建设实施纲要（2021—2025年）》")


def test_every_sheet_can_be_used_and_printed() -> None:
    book = opened(written(*SEVERAL))
    for sheet in book:
        top = 1 if sheet["A1"].value in ("序号", "类别") else 2 if sheet.title == SHEETS[2] else 6
        assert sheet.merged_cells.ranges == set()
        assert sheet.auto_filter.ref.startswith(f"A{top}:"), sheet.title
        assert sheet.freeze_panes in (f"C{top + 1}", f"D{top + 1}"), sheet.title
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        # One page wide is what the format takes for granted.
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.print_title_rows == f"${top}:${top}"
        assert sheet.oddFooter.center.text == "第 &P 页，共 &N 页"


def test_staff_are_helped_in_filling_in() -> None:
    sheet = opened(written(FAILED))[SHEET]
    letters = {cell.value: cell.column_letter for cell in sheet[1]}
    rules = {str(rule.sqref).partition(":")[0]: rule for rule in sheet.data_validations.dataValidation}
    assert rules[f"{letters[Column.STATUS]}2"].formula1 == '"未整改,整改中,已整改,已销号,豁免"'
    for name in (Column.DEADLINE, Column.EXPIRES):
        assert rules[f"{letters[name]}2"].type == "date"
        assert sheet[f"{letters[name]}2"].number_format == "yyyy-mm-dd"
    assert sheet.column_dimensions[letters[Column.KEY]].hidden
    assert not any(sheet.column_dimensions[letters[name]].hidden for name in letters if name != Column.KEY)


def test_the_same_results_are_the_same_bytes() -> None:
    assert written(*SEVERAL) == written(*SEVERAL)
    assert written(*SEVERAL) != written(*SEVERAL, today=date(2026, 3, 2))
    assert opened(written(FAILED)).properties.created == datetime(TODAY.year, TODAY.month, TODAY.day)


def test_many_reports() -> None:
    many = [replace(FAILED, report=replace(FAILED.report, path=f"{n}.txt")) for n in range(100)]
    rows = table(written(*many))
    assert [row["序号"] for row in rows] == list(range(1, 401))
    assert len({row[Column.KEY] for row in rows}) == 400


def test_personal_numbers_stay_covered() -> None:
    draft = (DRAFTS / "with-gaps.txt").read_text("utf-8").replace("。", "，联系人李四13800138000。", 3)
    got = evaluate(draft.encode(), "a.txt", load(), Options())
    assert any(finding.rule == "personal-info" for finding in got.findings)
    assert "13800138000" not in shown(written(got))


@needs_calc
def test_every_page_fits_its_width() -> None:
    import pypdfium2

    pages = pypdfium2.PdfDocument(converted(written(*real(), checklist=load()), "xlsx", "pdf"))
    texts = [page.get_textpage().get_text_range() for page in pages]
    assert {(round(page.get_width()), round(page.get_height())) for page in pages} == {(842, 595)}
    # One page wide: each begins with the first column of its sheet.
    assert all(re.search("序号|类别", text) for text in texts)
    assert all(any(name in text for text in texts) for name in SHEETS)
