"""The labels of pages: each is known wherever labels are, and says of a report what it says."""

from datetime import date

import pytest

from checklist.folding import squeeze
from evaluator.document import Metadata
from evaluator.reading import read
from evaluator.structure import understand
from evaluator.understanding.chrome import is_metadata
from evaluator.understanding.page_labels import (
    BEFORE_OTHER_DAYS,
    DAYS,
    EDITORS,
    LABELS,
    OTHER_DAYS,
    PUBLICATION_DAYS,
    PUBLISHERS,
)

TITLE = "2024年法治政府建设年度报告\n"
BODY = """2024年，我局坚持依法行政。现将有关情况报告如下：
一、主要举措和成效
组织执法培训4次，办理行政处罚案件26件。
二、存在的不足
执法力量不足。
三、下一步工作安排
加强培训。
"""
WRITTEN = tuple(label for label in OTHER_DAYS if label.startswith(BEFORE_OTHER_DAYS))


def described(line: str) -> Metadata:
    return understand(read(f"{line}\n{TITLE}{BODY}".encode(), "报告.txt")).metadata


@pytest.mark.parametrize(
    "text", ["来源于群众的线索56条", "公开政府信息412条", "编辑普法读本3种", "审核文件26件，办结率：100%。"]
)
def test_no_label(text: str) -> None:
    assert not is_metadata(squeeze(text))


@pytest.mark.parametrize("label", LABELS)
def test_every_label_with_a_value(label: str) -> None:
    assert is_metadata(squeeze(f"{label}：云岭"))
    assert is_metadata(squeeze(f"【{label}】 云岭"))


def test_no_label_stands_twice() -> None:
    assert sorted(LABELS) == sorted(set(LABELS))


@pytest.mark.parametrize("label", EDITORS)
def test_who_put_the_page_up_is_not_whose_report_it_is(label: str) -> None:
    assert described(f"{label}：云岭县水务局").organ is None


@pytest.mark.parametrize("label", PUBLISHERS)
def test_whose_report_it_is(label: str) -> None:
    assert described(f"{label}：云岭县水务局").organ == "云岭县水务局"


@pytest.mark.parametrize("label", [*WRITTEN, *(f"{before}{day}" for before in BEFORE_OTHER_DAYS for day in DAYS)])
def test_when_it_was_written_is_not_when_it_was_published(label: str) -> None:
    assert described(f"{label}：2025-01-19").published is None


@pytest.mark.parametrize("label", PUBLICATION_DAYS)
def test_when_it_was_published(label: str) -> None:
    assert described(f"{label}：2025-01-19\n更新时间：2025-03-02").published == date(2025, 1, 19)


@pytest.mark.parametrize("label", ["时间", "发文日期", "更新时间"])
def test_a_weaker_label_where_nothing_says_better(label: str) -> None:
    assert described(f"{label}：2025-01-19").published == date(2025, 1, 19)
    assert described(f"{label}：2019-01-19").published is None
