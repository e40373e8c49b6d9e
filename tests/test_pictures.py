"""A picture where text should be makes absence uncertain; a seal or a photograph does not."""

from itertools import pairwise

import pytest
from worddocuments import docx, p, picture, run

from checklist.loading import load
from evaluator.assessment import Verdict
from evaluator.document import Block, Picture, Reading
from evaluator.evaluation import Options, evaluate
from evaluator.structure import understand

TITLE = "云岭县水务局2024年法治政府建设年度报告"
LINES = (
    TITLE,
    "2024年，我局坚持以习近平新时代中国特色社会主义思想为指导，推进依法行政。现将有关情况报告如下：",
    "一、推进法治政府建设的主要举措和成效",
    "（一）加强组织领导。局主要负责人主持召开会议4次，研究法治议题9个，听取法治工作汇报3次，解决问题5个。",
    "（二）规范水行政执法",
    "全年办理行政处罚案件12件，结案11件，公示执法信息30条，举行执法人员培训3次，参训人员96人次，考试合格率百分之百。",
    "二、存在的不足和原因",
    "三、下一步工作安排",
    "2025年将增配执法人员2名，组织执法培训3次，争取办案质量评查优秀率再提高五个百分点，解决积压的案件。",
    "云岭县水务局",
    "2025年1月19日",
)
TEXT = "\n".join(LINES)


def unread(*pictures: tuple[int, float | None]) -> str:
    """Pictures behind lines (from 1), each with its share of the page."""
    ends = [0]
    for line in LINES:
        ends.append(ends[-1] + len(line) + 1)
    blocks = tuple(Block(a, b - 1, "paragraph") for a, b in pairwise(ends))
    placed = tuple(Picture(max(0, ends[line] - 2), share) for line, share in pictures)
    return understand(Reading(TEXT, blocks, "docx", pictures=placed)).reading.unread


NOTHING = [
    ("no picture", ()),
    ("a seal over the signature", ((11, 0.03),)),
    ("a seal below a bare heading", ((7, 0.03),)),
    ("a photograph in a section with text", ((6, 0.3),)),
    ("a photograph below a heading with sections", ((3, 0.3),)),
    ("one of unknown size beside text", ((6, None),)),
    ("a banner above the title", ((0, 0.1),)),
    ("a picture after the end", ((11, 0.3),)),
]


@pytest.mark.parametrize("pictures", [row[1] for row in NOTHING], ids=[row[0] for row in NOTHING])
def test_pictures_that_hide_nothing(pictures: tuple[tuple[int, float | None], ...]) -> None:
    assert unread(*pictures) == ""


@pytest.mark.parametrize(
    ("pictures", "message"),
    [
        (((7, 0.3),), "第 7 行后面的图片里可能有正文"),
        (((7, None),), "第 7 行后面的图片里可能有正文"),
        (((6, 0.7),), "第 6 行后面的图片里可能有正文"),
        (((11, 0.7), (7, 0.2), (6, 0.2), (7, 0.1)), "第 11、7 行后面的 3 张图片里可能有正文"),
        (tuple((line, 0.9) for line in range(1, 9)), "第 1、2、3、4、5 行等处后面的 8 张图片里可能有正文"),
    ],
)
def test_pictures_that_may_hold_text(pictures: tuple[tuple[int, float | None], ...], message: str) -> None:
    assert unread(*pictures) == message


def test_pictures_after_one_line_are_counted() -> None:
    assert unread((7, 0.9), (7, 0.9), (7, 0.9)) == "第 7 行后面的 3 张图片里可能有正文"


def test_a_title_and_a_scanned_page_are_no_page_without_text() -> None:
    data = docx(p(TITLE) + p(picture(180, 240)))
    assessment = evaluate(data, "报告.docx", load(), Options())
    assert assessment.unjudged is not None
    assert assessment.unjudged.message == "几乎没有文字，正文像是在图片里（1 张），图片里的文字读不出来"


def test_numbers_in_tables_and_notes_are_no_headings() -> None:
    lines = (*LINES[:8], "一、办案", "二、结案", *LINES[8:])
    kinds = ["cell" if line in ("一、办案", "二、结案") else "paragraph" for line in lines]
    blocks, at = [], 0
    for line, kind in zip(lines, kinds, strict=True):
        blocks.append(Block(at, at + len(line), kind))
        at += len(line) + 1
    document = understand(Reading("\n".join(lines), tuple(blocks), "docx"))
    assert [section.number for section in document.sections] == ["", "一、", "(一)", "(二)", "二、", "三、"]


def written(plan: str) -> bytes:
    """The report as a document, its plan as inline XML."""
    body = [p(line) for line in LINES]
    body[8] = p(plan)
    return docx("".join(body))


@pytest.mark.parametrize(
    ("plan", "verdict", "unjudged"),
    [
        (picture(150, 60), Verdict.UNJUDGED, "第 8 行后面的图片里可能有正文，不能断定没有写"),
        (picture(30, 30), Verdict.MISSING, None),
        (LINES[8] + picture(150, 60), Verdict.MET, None),
    ],
)
def test_what_may_stand_in_a_picture_is_not_called_missing(plan: str, verdict: Verdict, unjudged: str | None) -> None:
    plan = plan if plan.startswith("<") else run(plan.partition("<")[0]) + "<" + plan.partition("<")[2]
    assessment = evaluate(written(plan), "报告.docx", load(), Options())
    item = next(item for item in assessment.items if item.id == "next-plan")
    assert item.verdict is verdict
    assert (assessment.unjudged and assessment.unjudged.message) == unjudged
