"""Headings numbered 1, 1.1 and 1.1.1: seen in their row, and what only begins with such a number is none."""

import pytest
from proofs import OPENING, TITLE, in_report

from evaluator.reading import read
from evaluator.structure import understand

CHAPTERS = """1 主要举措和成效
1.1 制度建设
组织执法培训4次，修订裁量基准1部。
1.2 行政执法
办理行政处罚案件12件，评查案卷30卷。
1.3 监督制约
行政应诉案件2件，负责人全部出庭。
2 存在的不足
执法力量不足，现有执法人员6名。
3 下年度任务
增加执法人员2名，组织培训3次。
"""


def headings(body: str) -> list[tuple[str, str, int]]:
    document = understand(read(f"{TITLE}\n{OPENING}\n{body}".encode(), "报告.txt"))
    return [(section.number, section.title, section.level) for section in document.sections[1:]]


@pytest.mark.parametrize(
    "body",
    [
        "一、主要举措\n1.1万件案件全部办结\n2.5万人次参加\n3.6万户受益\n二、不足\n力量不足。\n",
        "一、主要举措\n6月 开展培训\n12月 组织演练\n二、不足\n力量不足。\n",
        "一、主要举措\n1.1 制度建设\n修订1部。\n1.2 行政执法\n办案12件。\n二、不足\n力量不足。\n",
        "一、主要举措\n2.1 制度建设\n修订1部。\n4.4 行政执法\n办案12件。\n6.7 监督\n应诉2件。\n二、不足\n力量不足。\n",
    ],
)
def test_numbers_that_go_on_with_no_other_head_nothing(body: str) -> None:
    assert [number for number, _, _ in headings(body)] == ["一、", "二、"]


def test_chapters_and_their_parts() -> None:
    assert headings(CHAPTERS) == [
        ("1", "主要举措和成效", 1),
        ("1.1", "制度建设", 2),
        ("1.2", "行政执法", 2),
        ("1.3", "监督制约", 2),
        ("2", "存在的不足", 1),
        ("3", "下年度任务", 1),
    ]


def test_three_parts_and_full_width_digits() -> None:
    body = CHAPTERS.replace("组织执法培训", "1.1.1 培训工作\n组织执法培训").replace("1.2 行政", "１．２　行政")
    assert ("1.1.1", "培训工作", 3) in headings(body)
    assert ("1.2", "行政执法", 2) in headings(body)


def test_below_chinese_chapters() -> None:
    body = CHAPTERS.replace("1 主要", "一、主要").replace("2 存在", "二、存在").replace("3 下年", "三、下年")
    assert [level for _, _, level in headings(body)] == [1, 2, 2, 2, 1, 1]


@pytest.mark.parametrize(
    ("written", "instead", "quote", "message"),
    [
        ("1.3", "1.4", "1.4 监督制约", "序号跳到“1.4”，按顺序应是“1.3”"),
        ("1.2", "1.1", "1.1 行政执法", "序号“1.1”重复，按顺序应是“1.2”"),
        ("3 下", "4 下", "4 下年度任务", "序号跳到“4”，按顺序应是“3”"),
    ],
)
def test_numbers_that_are_wrong(written: str, instead: str, quote: str, message: str) -> None:
    found = in_report(f"{TITLE}\n{OPENING}\n{CHAPTERS.replace(written, instead)}", "heading-number")
    assert [(each.quote, each.message) for each in found] == [(quote, message)]


def test_numbers_that_are_right() -> None:
    assert in_report(f"{TITLE}\n{OPENING}\n{CHAPTERS}", "heading-number") == []
