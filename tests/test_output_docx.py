"""The reviewed copy says on the document itself what every other output says of it."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx as python_docx
import draft
import pytest
from assessments import FAILED, FINDING, PASSED, UNJUDGED
from faultydraft import PHONE, PLAN, TITLE, VAGUE, faulty
from reviewedcopies import anchored, assessed, comments, copied, copy_of, part, parts, saying, unmarked
from worddocuments import docx, p, zipped

from checklist.waivers import Waiver
from evaluator.assessment import Assessment, Verdict
from evaluator.output.docx.comments import said
from evaluator.output.docx.summing import summary
from evaluator.reading.docx import read_docx

FAULTY = faulty()


def concluded(assessment: Assessment) -> tuple[object, ...]:
    return assessment.items, assessment.findings, assessment.score, assessment.gate


def test_the_document_is_untouched_but_for_comments() -> None:
    after = copy_of(FAULTY)
    assert unmarked(part(after), [*comments(after)]) == part(FAULTY)
    assert read_docx(after).text == read_docx(FAULTY).text


def test_the_copy_is_judged_as_the_original() -> None:
    assert concluded(assessed(copy_of(FAULTY))) == concluded(assessed(FAULTY))


def test_a_second_run_changes_nothing() -> None:
    once = copy_of(FAULTY)
    assert copy_of(once) == once


def test_one_comment_for_each_finding_and_each_element_that_lacks_something() -> None:
    assessment = assessed(FAULTY)
    after = copied(assessment)
    lacking = [i for i in assessment.items if i.verdict in (Verdict.MISSING, Verdict.PARTIAL)]
    assert assessment.findings and lacking
    assert len(comments(after)) == 1 + len(lacking) + len(assessment.findings)
    firsts = [lines[0] for lines in comments(after).values()]
    assert all(sum(f"：{item.title}（" in first for first in firsts) == 1 for item in lacking)


def test_findings_stand_on_their_words() -> None:
    after = copy_of(FAULTY)
    assert saying(after, "“××”") == {"× 错误：“××”处还没有填写": "××"}
    assert saying(after, "“XX”") == {"× 错误：“XX”处还没有填写": "XX"}
    assert [*saying(after, "手机号码").values()] == [PHONE]
    assert [*saying(after, "安排应是2025年的").values()] == ["2024年将进一步加强学习"]


def test_an_incomplete_element_stands_on_its_sentence_and_not_on_its_heading() -> None:
    assert [*saying(copy_of(FAULTY), "△ 不完整：学习贯彻").values()] == [VAGUE]


def test_an_incomplete_element_without_evidence_is_not_lost() -> None:
    assessment = assessed(FAULTY)
    items = tuple(replace(i, evidence=()) if i.id == "study" else i for i in assessment.items)
    assert [*saying(copied(replace(assessment, items=items)), "△ 不完整：学习贯彻").values()] == [PLAN]


def test_a_missing_element_stands_on_the_heading_it_follows_and_says_what_to_write() -> None:
    after = copy_of(FAULTY)
    causes = next(item for item in assessed(FAULTY).items if item.id == "causes")
    assert [*saying(after, "× 缺失：不足的原因").values()] == ["存在的不足"]
    (lines,) = [lines for lines in comments(after).values() if "不足的原因（" in lines[0]]
    assert f"应写：{causes.advice}" in lines
    assert "位置：写在“二、存在的不足”之后" in lines
    assert [f"依据：{basis.cited}" for basis in causes.basis] == [line for line in lines if line.startswith("依据")]


def test_where_no_heading_is_known_it_stands_on_the_last_paragraph() -> None:
    data = docx(p(TITLE) + p(draft.OPENING) + p("全年办理行政处罚案件12件。") + p("会议开了4次。"))
    assert all(item.insert_after is None for item in assessed(data).items)
    assert set(saying(copy_of(data), "× 缺失").values()) == {"会议开了4次。"}


def test_a_missing_title_stands_on_the_first_line() -> None:
    lines = draft.LINES[1:]
    data = docx("".join(map(p, lines)))
    assert [*saying(copy_of(data), "× 缺失：标题").values()] == [draft.OPENING]


def test_the_summary_stands_on_the_title() -> None:
    assert anchored(copy_of(FAULTY))[0] == TITLE


def test_what_the_summary_says() -> None:
    assert [*summary(FAILED, ("原件设有编辑限制。",))] == [
        "法治政府建设年度报告核查意见",
        "结论：× 不通过",
        "不通过的原因：必备要素缺失：要素causes",
        "得分：24.6（较差）",
        "要素：√ 具备 1 项，△ 不完整 1 项，× 缺失 2 项，－ 不适用 1 项，○ 待人工 1 项",
        "缺失：要素causes、要素rectification",
        "不完整：要素next-plan",
        "文字：错误 1 处",
        "请人工确认：要素sign-off",
        "正文很短",
        "原件设有编辑限制。",
        "以上由程序自动核查，只供修改参考，不替代人工审查；批注不改动正文，处理完可以删除。",
    ]
    assert [*summary(UNJUDGED, ())] == [
        "法治政府建设年度报告核查意见",
        "结论：？ 无法判定。空文件",
        "怎么办：请核对文件",
        "要素：？ 无法判定 6 项",
        "以上由程序自动核查，只供修改参考，不替代人工审查；批注不改动正文，处理完可以删除。",
    ]
    assert "结论：√ 通过" in summary(PASSED, ())
    asked = replace(FINDING, severity="info")
    assert "另有 1 处程序拿不准，批注里写明“请核对”，请逐处核对" in summary(replace(FAILED, findings=(asked,)), ())


def test_a_clean_report_has_the_summary_alone() -> None:
    assessment = replace(assessed(FAULTY), items=(), findings=())
    assert [*comments(copied(assessment))] == [0]


def test_numbers_of_a_person_stay_in_the_document_and_are_masked_in_the_comments() -> None:
    after = copy_of(FAULTY)
    assert PHONE in part(after).decode() and PHONE not in part(after, "word/comments.xml").decode()
    assert "138****5678" in part(after, "word/comments.xml").decode()


def test_the_heading_of_a_gap_is_found_though_it_has_a_number_of_a_person() -> None:
    body = (
        p(TITLE)
        + p(draft.OPENING)
        + p(f"一、存在的不足（电话{PHONE}）")
        + p(draft.SHORT[:30] + "。")
        + p("二、其他")
        + p("无。")
    )
    after = copy_of(docx(body))
    assert [*saying(after, "× 缺失：下一年度安排").values()] == [f"一、存在的不足（电话{PHONE}）"]


WAIVER = Waiver("causes", "报告.docx", "已另文说明", "李主任", date(2026, 12, 31))


def test_what_is_waived_is_labelled_with_the_reason() -> None:
    assessment = assessed(FAULTY)
    items = tuple(replace(i, waiver=WAIVER) if i.id == "causes" else i for i in assessment.items)
    findings = tuple(replace(f, waiver=WAIVER) for f in assessment.findings)
    after = comments(copied(replace(assessment, items=items, findings=findings)))
    waived = [lines for lines in after.values() if lines[0].startswith("【已豁免：已另文说明；李主任；到 2026-12-31】")]
    assert len(waived) == 1 + len(findings)
    assert sum("】× 缺失：不足的原因" in lines[0] for lines in waived) == 1
    assert any("不足的原因（已豁免）" in line for line in after[0])


def test_a_mended_fault_loses_its_comment_and_the_others_stay() -> None:
    once = copy_of(FAULTY)
    text = part(once).replace("，，".encode(), "，".encode())
    again = copy_of(zipped(parts(once) | {"word/document.xml": text}))
    assert saying(once, "重复") and not saying(again, "重复")
    old, new = comments(once), comments(again)
    # The counts of the summary changed, and with them the summary.
    changed = {number for number in old if old[number] != new.get(number)}
    assert {old[number][0] for number in changed} == {old[0][0], "△ 警告：标点“，，”重复"}
    assert sorted(new.values()) == sorted(comments(copy_of(faulty(PLAN.replace("，，", "，")))).values())


def test_what_cannot_be_judged_has_the_reason_in_the_summary() -> None:
    body = "".join(map(p, (TITLE, draft.OPENING, "一、主要举措", draft.ORDER))) + '<w:altChunk r:id="rIdaFChunk"/>'
    after = copy_of(docx(body, aFChunk="chunk.html"))
    summary = comments(after)[0]
    assert summary[1].startswith("结论：？ 无法判定。文档里插入了另一个文件（chunk.html）")
    assert not any(line.startswith("得分") for line in summary)
    assert saying(after, "缺失") == {}


def test_what_is_no_report_has_the_reason_in_the_summary() -> None:
    notice = docx(p("关于召开会议的通知") + p("各有关单位：") + p("请于2025年3月1日准时参加全县工作会议。"))
    assert assessed(notice).unjudged
    (summary,) = comments(copy_of(notice)).values()
    assert summary[1].startswith("结论：？ 无法判定。这不是法治政府建设年度报告")
    assert not any(line.startswith("文字") for line in summary)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("甲\x00乙\ufffe", "甲\\x00乙\\ufffe"),
        ("甲\n乙\u202e丙", "甲 乙\\u202e丙"),
        ("电话13812345678", "电话138****5678"),
        ("<w:t>&", "<w:t>&"),
    ],
)
def test_no_line_of_a_comment_is_obeyed_or_breaks_the_file(line: str, written: str) -> None:
    assert said([line]) == (written,)
    after = copied(replace(assessed(FAULTY), findings=(replace(assessed(FAULTY).findings[0], message=line),)))
    assert f"× 错误：{written}" in [lines[0] for lines in comments(after).values()]


def test_python_docx_reads_the_comments() -> None:
    after = copy_of(FAULTY)
    opened = python_docx.Document(BytesIO(after))
    found = {c.comment_id: [p.text for p in c.paragraphs] for c in opened.comments}
    assert found == comments(after)
    assert {(c.author, c.initials) for c in opened.comments} == {("lawgov-check", "法审")}


def test_after_another_program_saved_the_copy_nothing_is_doubled() -> None:
    once = copy_of(FAULTY)
    saved = BytesIO()
    python_docx.Document(BytesIO(once)).save(saved)
    again = copy_of(saved.getvalue())
    assert part(again) == part(saved.getvalue())
    assert comments(again) == comments(once)
