"""A whole report on one line: title, organ and year are those of the title with which the line begins."""

import pytest
from proofs import PARTS

from evaluator.document import Metadata
from evaluator.reading import read
from evaluator.structure import understand

OPENING = "2024年,全局干部认真学习习近平法治思想，扎实推进依法行政。现将有关情况报告如下："
LONG = "组织执法培训4次，办理行政处罚案件12件，法治政府建设稳步推进。" * 20
CHAPTERS = PARTS.replace("\n", "").replace("组织执法培训4次，办理行政处罚案件12件。", LONG)
BURIED = CHAPTERS.replace("一、", "首先是").replace("二、", "其次是").replace("三、", "最后是")


def said(text: str) -> Metadata:
    return understand(read(text.encode(), "报告.txt")).metadata


# (title, organ, year), the year of a title that names none told by the body.
TITLES = [
    ("青山县水务局2024年法治政府建设年度报告", "青山县水务局", 2024),
    ("青山县水务局2024年度法治政府建设情况报告", "青山县水务局", 2024),
    ("青山县水务局关于2024年度法治政府建设情况的报告", "青山县水务局", 2024),
    ("青山县人民政府二〇二四年法治政府建设工作总结", "青山县人民政府", 2024),
    ("2024年青山县人民政府法治政府建设情况年度报告", "青山县人民政府", 2024),
    ("青山县人民政府法治政府建设年度报告（2024年度）", "青山县人民政府", 2024),
    ("青山县水务局关于法治政府建设工作的报告", "青山县水务局", 2024),
    ("2024年法治政府建设年度报告", None, 2024),
    ("关于青山县2024年推进依法行政情况的报告", "青山县", 2024),
]


@pytest.mark.parametrize("body", [CHAPTERS, BURIED], ids=["chapters", "none"])
@pytest.mark.parametrize("between", ["", " ", "\u3000\u3000"], ids=["joined", "blank", "wide"])
@pytest.mark.parametrize(("title", "organ", "year"), TITLES)
def test_the_title_with_which_a_line_begins(
    title: str, organ: str | None, year: int, between: str, body: str
) -> None:
    found = said(title + between + OPENING + body)
    assert (found.title, found.organ, found.year) == (title, organ, year)


@pytest.mark.parametrize(
    "opening",
    [OPENING.removeprefix("2024年,"), "县委、县政府：现将情况报告如下：", "青山县水务局坚持依法治水，成效明显。", ""],
)
def test_whatever_follows_the_title(opening: str) -> None:
    title, organ, year = TITLES[0]
    found = said(title + opening + CHAPTERS)
    assert (found.title, found.organ, found.year) == (title, organ, year)


@pytest.mark.parametrize(
    "opening",
    [
        OPENING,
        "现将青山县水务局2024年法治政府建设情况报告如下：",
        "青山县水务局2024年法治政府建设情况报告如下：",
        "青山县水务局2024年法治政府建设情况、经验和做法报告如下：",
        "青山县水务局按照要求，对2024年法治政府建设情况总结如下：",
        "青山县水务局2024年法治政府建设工作情况的主要特点是抓得早。现将有关情况报告如下：",
        "《青山县水务局2024年法治政府建设年度报告》已经印发。现将有关情况报告如下：",
    ],
)
def test_a_sentence_is_no_title(opening: str) -> None:
    assert said(opening + CHAPTERS).title == ""
