"""Headings without a number that lead into their paragraph: seen in a row of them, and only there."""

import pytest
from proofs import OPENING, TITLE

from evaluator.reading import read
from evaluator.structure import understand

STUDY = "理论武装。局党组两次集中研读必读书目，组织干部参加考试46人次。"
CASES = "严格执法。检查企业486家次，办理行政处罚案件58件，罚款173万元。"
DRILLS = "应急准备。修编专项预案18个，组织桌面推演和实战演练各2次。"
PLAIN = "全年受理群众来信126件，都在规定的期限内作了答复。"
CHAPTER, FLAWS = "一、主要举措\n", "二、不足\n执法力量不足。\n"


def headings(body: str) -> list[tuple[str, int, bool]]:
    document = understand(read(f"{TITLE}\n{OPENING}\n{CHAPTER}{body}\n{FLAWS}".encode(), "报告.txt"))
    return [(section.title, section.level, section.run_in) for section in document.sections[1:]]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (STUDY, CASES),
        (STUDY, CASES, CASES.replace("58", "59")),
        (STUDY, PLAIN, CASES, PLAIN, DRILLS),
        (STUDY, "严格执法。办案58件。", DRILLS),
        (STUDY, CASES, "办理案件12件。罚款17万元，其余案件按照规定移送有关机关。"),
        (STUDY, CASES, "坚持严格规范公正文明执法，持续提升执法队伍的能力。办案58件，罚款17万元。"),
        (STUDY, "（二）" + CASES, DRILLS),
    ],
    ids=["two", "the same twice", "every other one", "little behind", "figures", "a sentence", "numbered between"],
)
def test_what_heads_nothing(paragraphs: tuple[str, ...]) -> None:
    found = [title for title, _, _ in headings("\n".join(paragraphs))]
    assert not {"理论武装", "应急准备"}.intersection(found)


def test_leads_stand_below_their_chapter() -> None:
    assert headings("\n".join((STUDY, CASES, DRILLS))) == [
        ("主要举措", 1, False),
        ("理论武装", 4, True),
        ("严格执法", 4, True),
        ("应急准备", 4, True),
        ("不足", 1, False),
    ]


def test_one_paragraph_of_a_row_may_have_none() -> None:
    assert len(headings("\n".join((STUDY, CASES, PLAIN, DRILLS)))) == 5
