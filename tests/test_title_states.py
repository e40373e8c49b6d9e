"""What a title states: the organ and the year, as everything else reads them; other digits are no year."""

import pytest
from proofs import report
from shipped import checklist

from evaluator.evaluation import Options, evaluate

# A title, and which of organ and year it states.
TITLES = [
    ("法治政府建设年度报告", set()),
    ("年度全面推进法治政府建设报告", set()),
    ("关于推进2024年法治政府建设情况的报告", {"year"}),
    ("青山县12345热线服务中心法治政府建设年度报告", {"organ"}),
    ("青山县水务局（机构代码3256）法治政府建设年度报告", {"organ"}),
    ("青水发〔2024〕12号青山县水务局法治政府建设年度报告", {"organ"}),
    ("青山县水务局1024年法治政府建设年度报告", {"organ"}),
    ("青山县水务局二〇年法治政府建设年度报告", {"organ"}),
    ("青山县水务局2024年法治政府建设年度报告", {"organ", "year"}),
    ("青山县水务局2024法治政府建设年度报告", {"organ", "year"}),
    ("青山县水务局二〇二四年度法治政府建设年度报告", {"organ", "year"}),
    ("青山县水务局法治政府建设年度报告（2024年）", {"organ", "year"}),
    ("关于青山县2024年度法治政府建设情况的报告", {"organ", "year"}),
]


@pytest.mark.parametrize(("title", "stated"), TITLES)
def test_what_a_title_states(title: str, stated: set[str]) -> None:
    # Who reports is known from elsewhere, which makes no title state it.
    items = evaluate(report(title).encode(), "报告.txt", checklist(), Options(organ="青山县水务局")).items
    met = {test.id: test.met for test in items[0].expectations}
    assert {what for what in ("organ", "year") if met[f"names-the-{what}"]} == stated
