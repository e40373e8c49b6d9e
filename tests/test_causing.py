"""Causes of several shortcomings: which are shared, which go in order, and which are of one alone."""

import pytest
from passages import linked

ORDER, SHARED = "不足和原因各 3 条，按顺序对应", "几条不足合写的原因，没有逐条对应"
POINT, SECTION = "写在同一条里", "写在同一小节"
LIST = "一是执法力量不足，持证人员仅8人。二是普法形式单一，群众参与不多。三是合同审查走过场，先签后审。"
HEADED = "（一）执法力量不足。持证人员仅8人。\n（二）普法形式单一。群众参与不多。\n（三）合同审查走过场。先签后审。\n"
ROOT = "究其根源，在于编制紧、创新少、顾问作用发挥不够。"
LED = "以上问题的原因，一是编制不足；二是创新不够；三是法律顾问作用发挥不充分。"
THREE = ["一是编制不足；", "二是创新不够；", "三是法律顾问作用发挥不充分。"]

NOT_SHARED = [
    (
        "between two of a list",
        "一是执法力量不足。究其原因，编制多年未增。二是普法形式单一。",
        [("究其原因，编制多年未增。", POINT), None],
    ),
    (
        "of the last, as each has its own",
        "一是执法力量不足。主要原因是编制多年未增。二是普法形式单一。主要原因是创新不够。",
        [("主要原因是编制多年未增。", POINT), ("主要原因是创新不够。", POINT)],
    ),
    (
        "in the sub-section of the last",
        "（一）执法力量不足。持证人员仅8人。\n（二）普法形式单一。群众参与不多。究其根源，在于创新不够。",
        [None, ("究其根源，在于创新不够。", SECTION)],
    ),
    (
        "each at the end of its sub-section",
        "（一）执法力量不足。持证人员仅8人。\n究其根源，在于编制紧。\n"
        "（二）普法形式单一。群众参与不多。\n究其根源，在于创新不够。",
        [("究其根源，在于编制紧。", SECTION), ("究其根源，在于创新不够。", SECTION)],
    ),
    (
        "of the last or of all: nobody can tell",
        "一是执法力量不足，持证人员仅8人。二是普法形式单一，群众参与不多。主要原因是重视不够。",
        [None, None],
    ),
    (
        "of a problem that only a heading names",
        "（一）执法力量不足。持证人员仅8人。\n（二）普法形式单一。主要原因是创新不够。",
        [None],
    ),
]

OF_SEVERAL = [
    (
        "之所以如此 is no problem",
        "主要问题有：执法队员15人中持证仅8人，一线执法力量不足。个别村普法流于形式，群众参与不多。"
        "之所以如此，主要是编制紧、培训少、投入不足。",
        [("之所以如此，主要是编制紧、培训少、投入不足。", SHARED)] * 2,
    ),
    ("after a list", LIST + ROOT, [(ROOT, SHARED)] * 3),
    ("after a list, named 上述", LIST + "上述不足，主要是投入不够。", [("上述不足，主要是投入不够。", SHARED)] * 3),
    ("after sub-sections", HEADED + ROOT, [(ROOT, SHARED)] * 3),
    ("as many points as problems", LIST + LED, [(point, ORDER) for point in THREE]),
    ("as many points as sub-sections", HEADED + LED, [(point, ORDER) for point in THREE]),
    (
        "as many points in a section of their own",
        LIST + "\n三、原因分析\n一是编制多年未增。二是工作创新不够。三是顾问作用发挥不充分。",
        [("一是编制多年未增。", ORDER), ("二是工作创新不够。", ORDER), ("三是顾问作用发挥不充分。", ORDER)],
    ),
    (
        "fewer points in a section of their own",
        LIST + "\n三、原因分析\n一是思想认识不到位。二是经验不足。",
        [("一是思想认识不到位。二是经验不足。", SHARED)] * 3,
    ),
    (
        "as many in another order",
        LIST + "\n三、原因分析\n一是合同审查没有专人。二是编制多年未增。三是认识不足。",
        [
            ("一是合同审查没有专人。二是编制多年未增。三是认识不足。", SHARED),
            ("一是合同审查没有专人。二是编制多年未增。三是认识不足。", SHARED),
            ("一是合同审查没有专人。", "都说到：合同"),
        ],
    ),
    (
        "as many, but of two lists",
        "（一）执法方面。一是执法力量不足。二是装备老旧。\n（二）普法方面。一是普法形式单一。"
        "\n三、原因分析\n一是编制多年未增。二是资金偏少。三是经验不足。",
        [("一是编制多年未增。二是资金偏少。三是经验不足。", SHARED)] * 3,
    ),
    (
        "one has its own besides",
        "一是执法力量不足，由于编制多年未增。二是普法形式单一。\n究其根源，在于认识不足。",
        [("由于编制多年未增。", POINT), ("究其根源，在于认识不足。", SHARED)],
    ),
]


@pytest.mark.parametrize(
    ("problems", "expected"),
    [row[1:] for row in [*NOT_SHARED, *OF_SEVERAL]],
    ids=[row[0] for row in [*NOT_SHARED, *OF_SEVERAL]],
)
def test_causes(problems: str, expected: list[tuple[str, str] | None]) -> None:
    assert [link.cause and (link.cause.quote, link.cause.why) for link in linked(problems)] == expected
