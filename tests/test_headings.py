"""Which paragraphs are headings, how deep, and where a heading ends that stands before its body."""

import pytest

from checklist.folding import squeeze
from evaluator.document import Document
from evaluator.structure import fragment
from evaluator.understanding.headings import heading, looks_unnumbered, numbered


def outline(text: str) -> list[tuple[int, str, str]]:
    document = fragment(text, 2024)
    return [(s.level, s.number, s.title) for s in document.sections[1:] if s.title or s.number]


def sentences(document: Document) -> list[tuple[str, str]]:
    return [(s.mark, document.plain.text[s.start : s.end]) for s in document.sentences]


NO_NUMBER = [
    "2024年，我局坚持依法行政。",
    "12.4国家宪法日活动开展顺利。",
    "3.5亿元用于河道治理。",
    "一年来，我局认真履职。",
    "十二届县委第七轮巡察反馈后立即整改。",
    "第一责任人职责落实到位。",
    "一体推进法治建设。",
    "100件案件全部办结。",
    "1,200人次参加培训。",
    "二三产业融合发展。",
    "一",
    "一、",
    "",
]


@pytest.mark.parametrize("text", NO_NUMBER)
def test_no_number(text: str) -> None:
    assert numbered(squeeze(text)) is None


NUMBERS = [
    ("一、工作开展情况", "一、", 1),
    ("十一、2022年工作打算", "十一、", 1),
    ("一． 主要举措", "一.", 1),
    ("第一部分 主要举措", "第一部分", 1),
    ("（一）加强组织领导", "(一)", 2),
    ("(十二）加强组织领导", "(十二)", 2),
    ("（一）、加强组织领导", "(一)", 2),
    ("一）加强组织领导", "一)", 2),
    ("（）严格规范执法", "()", 2),
    ("㈠加强组织领导", "㈠", 2),
    ("1.加强行政应诉", "1.", 3),
    ("１、加强行政应诉", "1、", 3),
    ("1．加强行政应诉", "1.", 3),
    ("⒈加强行政应诉", "⒈", 3),
    ("1.2024年应诉情况", "1.", 3),
    ("（1）加强行政应诉", "(1)", 4),
    ("1）加强行政应诉", "1)", 4),
    ("⑴加强行政应诉", "⑴", 4),
    ("①加强行政应诉", "①", 5),
    ("一是加强领导", "一是", 6),
    ("其一，加强领导", "其一,", 6),
    ("第一，加强领导", "第一,", 6),
]


@pytest.mark.parametrize(("text", "number", "level"), NUMBERS)
def test_numbering_styles(text: str, number: str, level: int) -> None:
    assert numbered(squeeze(text)) == (number, level)


# The words are no heading: the number marks a sentence.
ITEMS = [
    "（一）深入开展规范涉企行政执法专项行动，推行亮码检查，上半年实现涉企检查全部扫码留痕，全年总量再降一成。",
    "（二）全年办理案件12件。",
    "（三）审查文件30件，组织培训5次",
    "1.完善制度；",
    "（七）对存在的问题，我镇高度重视，逐条对照，进行了全面整改。",
]


@pytest.mark.parametrize("text", ITEMS)
def test_sentences_with_a_number_are_items(text: str) -> None:
    found = heading(squeeze(text))
    assert found is not None
    assert found.item


ENDS = [
    ("（二）街道登记人口1.86万户，被评为先进集体。", "街道登记人口1.86万户,被评为先进集体"),
    ("（一）加强组织领导", "加强组织领导"),
    ("（一）加强组织领导。成立领导小组，定期研究。", "加强组织领导"),
    ("（一）加强组织领导。", "加强组织领导"),
    ("（一）提高站位，为了群众办实事，了解民意。", "提高站位,为了群众办实事,了解民意"),
    ("（四）2022年行政执法工作开展情况。乡综合行政执法队挂牌。", "2022年行政执法工作开展情况"),
    (
        "（五）健全调解机制，完善“1+9+N”联调机制一是推进体系建设，排查纠纷30件。",
        '健全调解机制,完善"1+9+N"联调机制',
    ),
    ("（一）主要问题：执法力量不足，持证人员只有6人。", "主要问题"),
    ("三、存在问题。一是力量不足。", "存在问题"),
    (
        "四、下一步，我镇将加强培训，规范执法，把各项工作落到实处，为全面推进乡村振兴提供坚强有力的法治保障和服务。",
        "下一步",
    ),
    ("2.强化监督！我局认真办理建议。", "强化监督"),
]


@pytest.mark.parametrize(("text", "title"), ENDS)
def test_where_a_heading_ends(text: str, title: str) -> None:
    found = heading(squeeze(text))
    assert found is not None
    assert (found.title, found.item) == (title, False)


def test_a_blank_parts_heading_and_body() -> None:
    text = "五、存在的不足 一年来，各县区执法不均衡，力量不足。"
    document = fragment(text, 2024)
    assert [s.title for s in document.sections[1:]] == ["存在的不足"]
    assert sentences(document) == [("", "一年来,各县区执法不均衡,力量不足。")]


@pytest.mark.parametrize(
    "text",
    [
        "一、 主要工作",
        "三、2025 年工作计划",
        "（二）落实“三项制度” 规范执法行为",
        "（二）推进 12345 热线与法治督察联动",
    ],
)
def test_a_blank_that_parts_nothing(text: str) -> None:
    found = outline(text + "\n我局认真落实，办理12件。")
    assert [title for _, _, title in found] == [squeeze(text).split("、", 1)[-1].removeprefix("(二)")]


NOT_UNNUMBERED = [
    "我局认真履职。",
    "办理案件12件",
    "3月12日",
    "法治",
    "- 附表",
    "县人民政府：",
    "加强领导，",
    "我局全年坚持把习近平法治思想作为学习的首要内容并且不断推进各项具体工作落实到位取得成效明显",
]


@pytest.mark.parametrize("text", NOT_UNNUMBERED)
def test_no_unnumbered_heading(text: str) -> None:
    assert not looks_unnumbered(squeeze(text))


@pytest.mark.parametrize("text", ["存在的不足", "2025年工作安排", "坚持党的领导，强化统筹"])
def test_an_unnumbered_heading(text: str) -> None:
    assert looks_unnumbered(squeeze(text))


# What the lines around a line make of it.
NO_HEADINGS = [
    ("marks in one paragraph", "一年来有差距。（一）执法不均衡，力量弱。（二）普法不深入，形式少。"),
    ("the first number opens the paragraph", "（一）执法不均衡。各区差别大。（二）普法不深入。形式少。"),
    ("a list of sentences", "1.执法力量不足。\n2.普法形式单一。"),
    ("a list before a closing word", "（一）提升能力。\n（二）强化监督。\n特此报告。"),
    ("no list that has specifics", "（一）办理案件12件。\n（二）修订应急预案，开展演练。\n（三）培训3次。"),
    ("points", "一是强化学习。全年学习4次。\n二是强化培训。全年培训3次。"),
    ("a short line without a body", "我局认真落实责任，办理12件。\n云岭县水务局"),
    ("a short line after an open sentence", "主要问题有，\n执法力量不足\n我局办理案件12件，结案率高。"),
]


@pytest.mark.parametrize("text", [row[1] for row in NO_HEADINGS], ids=[row[0] for row in NO_HEADINGS])
def test_no_headings_in_context(text: str) -> None:
    assert outline(text) == []


HEADED = "（一）加强领导。成立小组，统筹推进。\n（二）规范执法。办理案件12件。\n"
HEADED_TWO = [(2, "(一)", "加强领导"), (2, "(二)", "规范执法")]
IN_CONTEXT = [
    (
        "a chapter after a forgotten stop",
        "存在的不足\n普法形式单一，以发放资料为主，针对性不强。执法力量薄弱，全局持证人员只有6名，难以承担日常巡查\n下一步工作安排\n我局将增配人员2名，组织培训3次。",
        [(1, "", "存在的不足"), (1, "", "下一步工作安排")],
    ),
    (
        "nested",
        "一、主要举措\n（一）加强领导\n1.成立小组\n全县成立小组，统筹推进。\n（二）规范执法\n全年办案。\n二、不足\n力量弱。",
        [
            (1, "一、", "主要举措"),
            (2, "(一)", "加强领导"),
            (3, "1.", "成立小组"),
            (2, "(二)", "规范执法"),
            (1, "二、", "不足"),
        ],
    ),
    (
        "repeated numerals",
        "一、举措\n我局落实。\n二、成效\n我局落实。\n二、不足\n我局落实。",
        [(1, "一、", "举措"), (1, "二、", "成效"), (1, "二、", "不足")],
    ),
    (
        "a closed sentence with a body below",
        "（一）规范执法行为。\n全面推行亮码检查，办理案件12件。\n（二）自觉接受监督。\n办理建议9件，均按时办结。",
        [(2, "(一)", "规范执法行为"), (2, "(二)", "自觉接受监督")],
    ),
    (
        "unnumbered between numbered",
        "一、主要举措\n我局落实各项任务。\n下一步工作安排\n2025年，我局将增加人员2名，组织培训3次。",
        [(1, "一、", "主要举措"), (1, "", "下一步工作安排")],
    ),
    (
        "unnumbered everywhere",
        "主要举措和成效\n我局落实各项任务，办案12件。\n存在的不足\n执法力量不足，持证人员只有6人。",
        [(1, "", "主要举措和成效"), (1, "", "存在的不足")],
    ),
    (
        "unnumbered below a numbered one",
        "一、主要举措\n强化思想引领\n局党组学习4次，研究议题9个。\n规范权力运行\n办理案件12件，结案11件。",
        [(1, "一、", "主要举措"), (2, "", "强化思想引领"), (2, "", "规范权力运行")],
    ),
    (
        "without a body among headings with one",
        f"{HEADED}（三）提高应急处置能力。\n（四）接受监督。办理建议9件。",
        [*HEADED_TWO, (2, "(三)", "提高应急处置能力"), (2, "(四)", "接受监督")],
    ),
    (
        "the last without a body among headings with one",
        f"{HEADED}（三）提高应急处置能力。\n二、不足\n力量弱。",
        [*HEADED_TWO, (2, "(三)", "提高应急处置能力"), (1, "二、", "不足")],
    ),
    (
        "over headings counted from the first",
        "乡里一年做的事\n（一）办事少跑腿\n便民中心办件1.2万件，认领事项86项。\n（二）执法有分寸\n办理案件41件，结案40件。",
        [(1, "", "乡里一年做的事"), (2, "(一)", "办事少跑腿"), (2, "(二)", "执法有分寸")],
    ),
    (
        "measures against flaws are no chapter on them",
        "存在的不足和原因\n执法力量薄弱，人员仅31名。\n2025年工作安排\n补齐执法短板\n下沉编制20名，开展培训4次。",
        [(1, "", "存在的不足和原因"), (1, "", "2025年工作安排"), (2, "", "补齐执法短板")],
    ),
    (
        "next year's tasks are a chapter of their own",
        "存在的不足\n执法力量薄弱，人员仅31名，文书质量不高。\n下年度任务\n下沉编制20名，开展培训4次。",
        [(1, "", "存在的不足"), (1, "", "下年度任务")],
    ),
    (
        "a part over very short lines",
        "存在的不足\n执法力量薄弱，人员仅31名，文书质量不高。\n2025年工作安排\n抓队伍\n下沉编制20名，开展培训4次。",
        [(1, "", "存在的不足"), (1, "", "2025年工作安排")],
    ),
    (
        "an item among headings",
        "（一）加强领导。成立小组，统筹推进。\n（二）2024年全年共办理行政处罚案件12件，罚款3万元。",
        [(2, "(一)", "加强领导"), (2, "(二)", "2024年全年共办理行政处罚案件12件")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in IN_CONTEXT], ids=[row[0] for row in IN_CONTEXT]
)
def test_headings_in_context(text: str, expected: list[tuple[int, str, str]]) -> None:
    assert outline(text) == expected


SENTENCES = [
    ("no cut at ；", "健全制度；加强培训。", [("", "健全制度;加强培训。")]),
    ("之一是", "原因之一是人手少，二者统一是目标。", [("", "原因之一是人手少,二者统一是目标。")]),
    ("第一责任人", "落实第一责任人职责，第一时间研究。", [("", "落实第一责任人职责,第一时间研究。")]),
    ("a decimal", "投入。3.5亿元用于治理。", [("", "投入。"), ("", "3.5亿元用于治理。")]),
    ("a bracket in a title", "清理《办法（二）》。", [("", "清理《办法(二)》。")]),
    ("quotes after the stop", "他说“好。”我们去。", [("", '他说"好。"'), ("", "我们去。")]),
    (
        "points after stops",
        "有差距：一是人少；二是钱少。三是办法少。",
        [("", "有差距:"), ("一是", "一是人少;"), ("二是", "二是钱少。"), ("三是", "三是办法少。")],
    ),
    (
        "lost stops",
        "完善机制一是深入推进，率达100%二是加强培训。",
        [("", "完善机制"), ("一是", "一是深入推进,率达100%"), ("二是", "二是加强培训。")],
    ),
    (
        "other marks",
        "如下：其一，人少。第二，钱少。（三）办法少。4.意识弱。",
        [
            ("", "如下:"),
            ("其一", "其一,人少。"),
            ("第二", "第二,钱少。"),
            ("(三)", "(三)办法少。"),
            ("4.", "4.意识弱。"),
        ],
    ),
    ("the number of an item", "（二）全年办理案件12件。", [("(二)", "(二)全年办理案件12件。")]),
    (
        "points in other words",
        "有差距：其一是人少；其二是钱少。",
        [("", "有差距:"), ("其一是", "其一是人少;"), ("其二是", "其二是钱少。")],
    ),
    ("a heading is no sentence", "（一）加强领导。成立小组。", [("", "成立小组。")]),
]


@pytest.mark.parametrize(
    ("text", "expected"), [row[1:] for row in SENTENCES], ids=[row[0] for row in SENTENCES]
)
def test_sentences(text: str, expected: list[tuple[str, str]]) -> None:
    assert sentences(fragment(text, 2024)) == expected
