"""Openings that begin nothing where they stand: the marked sentence of small reports, a role it opens, and why not."""

import pytest
from proofs import OPENING, TITLE
from shipped import checklist

from checklist.matching import Searchable
from evaluator.reading import read
from evaluator.roles.chapters import chapters_of
from evaluator.roles.openings import AGAINST, Opening, opened_by, why_not
from evaluator.roles.role import CAUSE, DONE, PLAN, PROBLEM, RECTIFIED
from evaluator.roles.signals import find_signals
from evaluator.structure import understand

HEAD = f"{TITLE}\n{OPENING}\n一、主要举措和成效\n组织执法培训4次，办理行政处罚案件12件。\n"
WORK = "二、普法宣传\n"
FLAWS = "二、存在的不足\n"
PLANS = "二、2025年工作安排\n将增配人员。\n"
MENDED = "二、上年度问题整改情况\n"
# As much as stands behind no plan at the end of a report.
LATER = "\n" + "全年开展宣传12场，发放资料4000份，参加群众9000人次，制作短片8部，设置宣传栏22块。" * 3

PASSING, MEASURE = [why for why, _ in AGAINST[PLAN]]
LATE, FLAW_FIRST, NO_FLAWS = [why for why, _ in AGAINST[CAUSE]]
(PLANNED,) = [why for why, _ in AGAINST[RECTIFIED]]
UNLIKE, LAST_YEARS, AT_ONCE, LATE_BELOW_MENDED = [why for why, _ in AGAINST[PROBLEM]]

# The role that the marked sentence opens, that of the sentence before it, the text, and why the opening does not count.
ROWS = [
    (PLAN, DONE, f"{WORK}【聚焦窗口建设和队伍管理两件事情，下一步将增配人员2名。】{LATER}", PASSING),
    (PLAN, DONE, f"{WORK}【下一步，将增配窗口人员2名。】{LATER}", MEASURE),
    (CAUSE, PROBLEM, f"{FLAWS}【一是涉企检查统筹仍有短板，重复检查37次，主要原因是各排各的计划。】", LATE),
    (CAUSE, PROBLEM, f"{FLAWS}【持证人员不足，主要原因是编制少。】", FLAW_FIRST),
    (CAUSE, DONE, f"{WORK}【究其原因，是办案人员多为新手。】{LATER}", NO_FLAWS),
    (RECTIFIED, PLAN, f"{PLANS}【针对2023年度报告指出的审核滞后问题，将配备专职审核员1名。】", PLANNED),
    (PROBLEM, DONE, f"{WORK}【对照上级意见自我评估，形成得分、失分清单，逐项落实到人。】{LATER}", UNLIKE),
    (PROBLEM, RECTIFIED, f"{MENDED}【针对2023年度报告指出的不足，已配备审核员1名，但也存在一些不足。】", AT_ONCE),
    (PROBLEM, RECTIFIED, f"{MENDED}已配备审核员。【平均用时缩短到3天，但仍存在一些不足。】", LATE_BELOW_MENDED),
    (PROBLEM, DONE, f"{WORK}【2023年度报告承认两件没做好的事：小岛上没有人执法，许可证发得慢。】{LATER}", LAST_YEARS),
    # The same or nearly the same words where they count.
    (PROBLEM, DONE, f"{WORK}【2023年度报告指出的审核滞后问题已整改，但仍存在一些不足，执法力量薄弱。】{LATER}", ""),
    (PLAN, DONE, f"{WORK}【尊敬的各位委员，下一步，推进法治政府建设，增配人员2名。】{LATER}", ""),
    (PLAN, DONE, f"{WORK}【下一步，将增配窗口人员2名。】", ""),
    (PLAN, PROBLEM, f"{FLAWS}力量薄弱。\n【下一步，将增配窗口人员2名。】{LATER}", ""),
    (CAUSE, PROBLEM, f"{FLAWS}力量薄弱。【究其原因，是办案人员多为新手。】", ""),
    (RECTIFIED, DONE, f"{WORK}【针对2023年度报告指出的审核滞后问题，已配备专职审核员1名。】{LATER}", ""),
    (PROBLEM, DONE, f"{WORK}【应当看到，我局办案人员偏少，文书质量不高。】{LATER}", ""),
    (PROBLEM, RECTIFIED, f"{MENDED}已配备审核员。\n【平均用时缩短到3天，但仍存在一些不足。】", ""),
]


def opening(role: str, within: str, body: str) -> Opening:
    """How the sentence between the marks 【】 opens the role after sentences of the role `within`."""
    at = len(HEAD) + body.index("【")
    text = HEAD + body.replace("【", "").replace("】", "") + "\n"
    document = understand(read(text.encode(), "报告.txt"))
    words = Searchable(document.plain.text, document.metadata.year, checklist().vocabulary)
    chapters = chapters_of(document, find_signals(document, words, checklist().roles))
    index = next(i for i, sentence in enumerate(document.sentences) if document.plain.original(sentence.start) >= at)
    return Opening(role, chapters.signals.opens[index][role], index, within, chapters)


@pytest.mark.parametrize(("role", "within", "body", "why"), ROWS, ids=[f"{row[0]}-{i}" for i, row in enumerate(ROWS)])
def test_why_an_opening_does_not_count(role: str, within: str, body: str, why: str) -> None:
    opens = opening(role, within, body)
    assert why_not(opens) == why
    assert (role in opened_by(within, opens.index, opens.chapters)) is not bool(why)


def test_every_reason_has_its_row() -> None:
    assert {why for *_, why in ROWS if why} == {why for reasons in AGAINST.values() for why, _ in reasons}
