"""Areas told in words of no list are heard by their tone, in a report that tells several so and is not just short."""

import pytest
from proofs import OPENING, TITLE
from shipped import checklist

from evaluator.evaluation import Options, evaluate

# No listed words of the area, but what it sounds like.
PLAIN = "处罚四万元以上的案子，案卷先送法规科看，今年退回重做的有六件。"
LISTED = (
    "公布权责清单186项，压减审批时限三成。制定规范性文件2件，均按时报备。重大行政决策均经合法性审查和集体讨论。"
    "修订应急预案3件，组织应急演练5次。人民调解委员会化解矛盾纠纷312件。办理人大代表建议26件。"
)
OTHER = "全年种树三万株，修路十二公里，新建广场两处。"
MUCH = (
    "春耕面积比上年多了两成。水稻单产创下新高。茶叶卖到了三个省。村里的老戏台修好了。秋天办了一场丰收节。"
    "图书室添了四千册书。中学篮球队拿了冠军。新建的幼儿园九月开学。养老院换了新床。乡间铺了石板路。"
    "河边栽了柳树。果园套种了花生。民宿多了十二家。放映队去了三十个村。剧团排了两出新戏。"
)

ROWS = [
    ("in words of no list", PLAIN + MUCH, "met"),
    ("in a short report", PLAIN + OTHER, "missing"),
    ("where nearly all else is told in listed words", PLAIN + MUCH + LISTED, "missing"),
    ("not told", MUCH, "missing"),
    ("told of another body", f"县法院的合议庭也忙。由县水利局{PLAIN}{MUCH}", "missing"),
]


@pytest.mark.parametrize(("told", "verdict"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_an_area_in_words_of_no_list(told: str, verdict: str) -> None:
    text = f"{TITLE}\n{OPENING}\n一、全年工作\n{told}\n二、存在的不足\n持证人员只有6名。\n"
    items = {item.id: item for item in evaluate(text.encode(), "x.txt", checklist(), Options()).items}
    area = items["area-enforcement"]
    assert area.verdict.value == verdict
    assert ("从用词" in area.reason) == (verdict == "met")
    assert [evidence.quote for evidence in area.evidence][:1] == ([PLAIN] if verdict == "met" else [])
