"""One report that stands twice in its file is told once, where it begins anew; what only looks so is not told."""

from pathlib import Path

import pytest
from proofs import OPENING, PARTS, TITLE, in_report

from evaluator.cli import main
from evaluator.proofreading.duplicate import TWICE

ONE = f"{TITLE}\n{OPENING}\n{PARTS}"
OTHER = """一、主要举措和成效
全年办结处罚案件14件，举办培训班5期，参训人员230人次。
二、存在的不足
持证执法人员只有6名，案卷质量不高。
三、2025年工作安排
招录执法人员2名，评查案卷40本。
"""
LOOSE = "组织执法培训4次，办理行政处罚案件12件，案卷评查合格率98%。\n"
SPLIT = TITLE.replace("2024年", "\n2024年")
LONGER = ONE + "县水务局\n2025年1月20日\n"


@pytest.mark.parametrize(
    "text",
    [
        ONE + ONE,
        LONGER + LONGER,
        f"{ONE}{TITLE}\n{OPENING.replace('认真', '深入')}\n{OTHER}",
        f"{ONE}青山县水务局关于2024年度法治政府建设情况的报告\n{OPENING}\n{OTHER}",
        f"{ONE}{TITLE}\n{OTHER}{LOOSE}",
        (ONE + "\n").replace(TITLE, SPLIT) * 2,
        f"{TITLE}\n{OPENING}\n{LOOSE}持证执法人员只有6名，有待增加。\n{TITLE}\n{OPENING}\n{LOOSE}",
        ONE * 3,
    ],
    ids=["pasted", "signed", "two versions", "other words", "no opening", "two lines", "no chapters", "thrice"],
)
def test_a_report_that_stands_twice(text: str) -> None:
    first, *others = in_report(text, "duplicate")
    assert (first.message, first.severity) == (TWICE, "error")
    assert "法治政府建设" in first.quote and first.place.line > 4
    assert [finding.message for finding in others if "段落" in finding.message] == []


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        f"{TITLE}\n{TITLE}\n{OPENING}\n{PARTS}",
        ONE.replace("一、主要", f"{LOOSE}{TITLE}\n一、主要") + LOOSE * 2,
        ONE.replace("二、存在", f"{TITLE}\n二、存在") + LOOSE * 2,
        f"{TITLE}\n一、主要举措和成效\n二、存在的不足\n三、2025年工作安排\n{ONE}",
        ONE + f"附件：《{TITLE}》\n{LOOSE}{LOOSE}",
        ONE + "附件\n青山县水务局2024年法治政府建设工作情况统计表\n" + LOOSE * 2,
    ],
    ids=["once", "two titles", "head of the second page", "head of a page", "contents", "attachment", "table"],
)
def test_what_is_no_second_report(text: str) -> None:
    assert TWICE not in [finding.message for finding in in_report(text, "duplicate")]


@pytest.mark.parametrize(
    ("other", "fail_on", "code"),
    [
        (TITLE, "missing", 1),
        (TITLE.replace("2024", "2023"), "never", 3),
        (TITLE.replace("青山", "碧水"), "never", 3),
        (TITLE, "never", 0),
    ],
)
def test_exit_codes(
    other: str, fail_on: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "报告.txt").write_text(ONE + ONE.replace(TITLE, other) + LOOSE * 20, "utf-8")
    assert main([str(tmp_path), "--fail-on", fail_on]) == code
    assert ("从这里起又是一份" in capsys.readouterr().out) is (code != 3)
