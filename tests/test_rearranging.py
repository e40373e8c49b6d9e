"""The same words in other lines and paragraphs: each layout is what it says."""

import pytest
from changeable import TEXT, understood

from evaluator.mutating.rearranging import LAYOUTS, one_line_each


def laid_out(name: str) -> list[str]:
    return LAYOUTS[name](understood(TEXT)).split("\n")


# What each layout makes of some lines of the report: lines that stand in it, lines that do not any more.
@pytest.mark.parametrize(
    ("name", "there", "gone"),
    [
        (
            "去掉标题编号",
            [
                "　　推进法治政府建设的主要举措和成效",
                "　　规范水行政执法",
                "　　全年办理行政处罚案件12件，结案11件。公示执法信息30条。",
                "　　一是执法人员偏少，持证人员仅6人。因编制多年未增，案件积压7件。",
            ],
            ["　　二、存在的不足和原因"],
        ),
        (
            "标题接排正文",
            [
                "　　（一）学习贯彻习近平法治思想。"
                "局党组召开会议4次，专题学习习近平法治思想。举办培训班2期，培训干部60人。",
                "　　二、存在的不足和原因",
            ],
            ["　　（一）学习贯彻习近平法治思想"],
        ),
        (
            "两段并一段",
            [
                "　　局党组召开会议4次，专题学习习近平法治思想。"
                "举办培训班2期，培训干部60人。列入全年学习计划。",
                "　　（一）学习贯彻习近平法治思想",
            ],
            ["　　列入全年学习计划。"],
        ),
        (
            "一段分两段",
            ["　　局党组召开会议4次，专题学习习近平法治思想。", "　　举办培训班2期，培训干部60人。"],
            [],
        ),
        (
            "逐句分段",
            [
                "　　（二）规范水行政执法。全年办理行政处罚案件12件，结案11件。",
                "　　公示执法信息30条。",
                "　　因编制多年未增，案件积压7件。",
            ],
            [],
        ),
        (
            "每 30 字硬换行",
            [
                "2024年，我局坚持以习近平新时代中国特色社会主义思想为指导",
                "，推进依法行政。现将有关情况报告如下：",
                "　　局党组召开会议4次，专题学习习近平法治思想。举办培训班2",
                "期，培训干部60人。",
            ],
            [],
        ),
        ("每段一行", TEXT.split("\n"), []),
    ],
)
def test_layouts(name: str, there: list[str], gone: list[str]) -> None:
    lines = laid_out(name)
    assert [line for line in there if line not in lines] == []
    assert [line for line in gone if line in lines] == []
    flat = "".join(lines).replace("。", "").replace("　", "")
    assert name == "去掉标题编号" or flat == TEXT.replace("\n", "").replace("。", "").replace("　", "")


def test_wrapped_lines_are_put_together_first() -> None:
    wrapped = understood(LAYOUTS["每 30 字硬换行"](understood(TEXT)))
    assert one_line_each(wrapped) == TEXT
