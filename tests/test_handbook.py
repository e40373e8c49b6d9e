"""The handbook and `explain`: the same words, every item, nothing unverified printed as law."""

import pytest
from rulebooks import sample

from checklist.citing import basis_text
from checklist.errors import UserError
from checklist.handbook import explain, handbook
from checklist.norm import Basis, Norm
from checklist.profiles import checklist_for

EMERGENCY = """\
### area-emergency 突发事件应对

应急预案、演练、队伍和突发事件的依法处置。

- 分值：30；不是必备
- 适用：2021年度起；县（区）级、乡镇（街道）
- 依据：
  - 《法治政府建设实施纲要（2021—2025年）》（中发〔2021〕33号）第六部分
- 在哪里找：在写“主要举措”的句子里
  - 标题有 `突发事件` `应急`
  - 正文有 `应急预案`
  - 正文有 `演练`，同一句或下一句还有 `应急` `消防`，除外 `军事`
- 貌似而不算：
  - `安全生产`：讲的是安全生产监管执法，不是突发事件应对
- 只有这些算提到，判为不完整：在写“开头的引言”的句子里
  - 正文有 `突发事件`
- 怎样算具备（每一条都要满足）：
  - more-than-a-clause：至少 1 个数据；或者至少 1 份书名号文件；或者至少 2 句。不满足时提示：写明演练几次
- 缺了写在哪里：“存在的不足”之后
- 怎么写：写明修订了哪些预案
- 例文：
  - 具备：修订突发事件总体应急预案，组织演练5次。
  - 不完整：完善应急预案。
  - 缺失：检查企业120家次，整改隐患56处。
"""
TERM = """\
### term 固定用语写错

- 轻重：错误；种类：term
- 依据：
  - 《法治政府建设实施纲要（2021—2025年）》（中发〔2021〕33号）
- 固定用语：
  - `法制思想` → `法治思想`：固定提法用“法治”，除外 `社会主义法制思想史`
- 成套的提法：
  - 三治融合：`自治` `法治` `德治`，除外 `智治`
- 怎么改：改为规范用语
- 例文：
  - 应当找到：深入学习习近平法制思想。
  - 不应找到：重大行政执法决定法制审核。
"""


@pytest.mark.parametrize(("name", "text"), [("area-emergency", EMERGENCY), ("term", TERM)])
def test_explains_one_item_or_rule_in_the_words_of_the_handbook(name: str, text: str) -> None:
    assert explain(sample(), name) == text
    assert explain(checklist_for(sample(), "national"), name) == text
    assert text in handbook(sample())


def test_an_unverified_article_is_not_printed() -> None:
    text = explain(sample(), "shortcomings")
    assert "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）条款待核" in text
    assert "第二十五条" not in handbook(sample())


@pytest.mark.parametrize(
    ("basis", "expected"),
    [
        (Basis("law"), ("《法》", "主席令第1号", "", "")),
        (Basis("law", note="未单独要求"), ("《法》", "主席令第1号", "", "未单独要求")),
        (Basis("law", "第一条"), ("《法》", "主席令第1号", "条款待核", "")),
        (Basis("law", "第一条", verified=True, note="公开"), ("《法》", "主席令第1号", "第一条", "")),
    ],
)
def test_basis_text(basis: Basis, expected: tuple[str, ...]) -> None:
    assert basis_text(basis, {"law": Norm("law", "法", "主席令第1号")}) == expected


def test_the_handbook_has_everything_once() -> None:
    text = handbook(sample())
    for name in (
        *(i.id for i in sample().items),
        *(r.id for r in sample().rules),
        *(p.id for p in sample().profiles),
    ):
        assert text.count(f"\n### {name} ") == 1
    for norm in sample().norms:
        assert text.count(f"\n| {norm.id} |") == 1
    assert "- 要素和分值：area-emergency 40，shortcomings 60，budget 0" in text
    assert "- secrecy-review：不要求" in text
    assert "- 2026年度起：2021—2025年纲要已到期" in text
    assert "`2015—2020年`（2020年度及以前）→ 2021—2025年" in text


def test_the_handbook_of_a_checklist_has_its_items_only() -> None:
    text = handbook(checklist_for(sample(), "shenzhen"))
    assert "### budget" in text and "### secrecy-review" not in text and "## 适用方案" not in text


def test_measured_figures_stand_by_their_item() -> None:
    text = handbook(sample(), {"budget": {"查准率": "0.98", "查全率": "0.97"}})
    assert text.count("- 实测：") == 1
    assert text.count("规则是在这些报告上调好的，没见过的报告会低一些") == 1
    assert "调好的" not in handbook(sample())
    assert explain(sample(), "budget", {"budget": {"查准率": "0.98"}}).count("没见过的报告会低一些") == 1
    assert "没见过" not in explain(sample(), "shortcomings", {"budget": {"查准率": "0.98"}})
    assert "- 实测：查准率 0.98；查全率 0.97\n- 例文：\n  - 具备：安排法治工作经费30万元。" in text


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("shortcoming", "是不是 shortcomings？"),
        ("没有", "可以写：shortcomings，area-emergency，budget，secrecy-review，term，outline"),
    ],
)
def test_an_unknown_id(name: str, hint: str) -> None:
    with pytest.raises(UserError) as error:
        explain(sample(), name)
    assert (error.value.message, error.value.hint) == (f"没有编号为“{name}”的要素或核查规则", hint)
