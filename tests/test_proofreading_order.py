"""Numbers of headings and of enumerations that skip, repeat, go back or are lost."""

import pytest
from proofs import in_passage

from evaluator.mentions import enumerators
from evaluator.mentions.enumerators import han
from evaluator.mentions.series import breaks


def said(text: str, name: str) -> list[tuple[str, str]]:
    return [(finding.quote, finding.message) for finding in in_passage(text, name)]


@pytest.mark.parametrize(
    ("values", "found"),
    [
        ([], []),
        ([1, 2, 3], []),
        ([1, 1, 2], [(1, 2)]),
        ([1, 2, 2, 3], [(2, 3)]),
        ([1, 2, 2, 4], [(2, 3)]),
        ([1, 2, 4, 5], [(2, 3)]),
        ([1, 2, 4, 4], [(2, 3)]),
        ([1, 3, 2, 4], [(1, 2)]),
        ([1, 2, 1], [(2, 3)]),
        ([1, None, 3], [(1, 2)]),
        ([2, 3], [(0, 1)]),
        ([1, 2, 3, 3, 5, 5], [(3, 4), (5, 6)]),
    ],
)
def test_one_break_for_one_slip(values: list[int | None], found: list[tuple[int, int]]) -> None:
    assert [(broken.index, broken.expected) for broken in breaks(values)] == found


def test_numerals() -> None:
    written = {1: "一", 9: "九", 10: "十", 11: "十一", 20: "二十", 25: "二十五", 99: "九十九"}
    assert {number: han(number) for number in written} == written
    assert all(enumerators.numeral(han(number)) == number for number in range(1, 100))


def paragraphs(*headings: str) -> str:
    return "\n".join(f"{heading}。组织培训4次，办理案件12件。" for heading in headings)


@pytest.mark.parametrize(
    "headings",
    [
        ["一、学习", "二、决策", "三、执法"],
        ["一、学习", "（一）集中学", "（二）个人学", "二、决策", "（一）审查", "（二）听证"],
        ["（一）学习", "1.集中学", "2.个人学", "（二）决策", "1.审查", "2.听证"],
        ["（一）学习", "1.集中学", "2.个人学", "（二）决策", "3.审查", "4.听证"],
        ["第一部分 工作", "一、学习", "二、决策", "第二部分 问题", "一、力量", "二、经费"],
        ["一、学习", "1.集中学", "（1）周一学", "（2）周五学", "2.个人学", "二、决策"],
        ["一、学习", "二、决策", "一、审查", "二、听证", "三、执法"],
        ["（四）执法"],
        ["九、学习"],
        ["一、学习", "12.4国家宪法日宣传", "二、决策", "3.15消费者权益日宣传"],
        ["①学习", "②决策", "③执法"],
    ],
    ids=str,
)
def test_numbers_that_are_right(headings: list[str]) -> None:
    assert said(paragraphs(*headings), "heading-number") == []


@pytest.mark.parametrize(
    "text",
    [
        "（一）学习。组织4次。（二）决策。审查12份。\n（三）执法。办案6件。",
        "一、力量不足\n编制偏少，难以招到人。\n存在的原因\n一、认识不足\n重视不够，抓得不紧。\n二、经费不足\n没有专项资金。",
    ],
)
def test_numbers_inside_a_paragraph_and_after_a_heading_without_number(text: str) -> None:
    assert said(text, "heading-number") == []


@pytest.mark.parametrize(
    ("headings", "quote", "message"),
    [
        (["一、学习", "二、决策", "二、执法"], "二、执法", "序号“二、”重复，按顺序应是“三、”"),
        (["一、学习", "二、决策", "二、执法", "三、监督"], "二、执法", "序号“二、”重复，按顺序应是“三、”"),
        (["一、学习", "二、决策", "四、执法", "五、监督"], "四、执法", "序号跳到“四、”，按顺序应是“三、”"),
        (["（一）学习", "（二）决策", "（五）执法"], "（五）执法", "序号跳到“（五）”，按顺序应是“（三）”"),
        (["（一）学习", "（三）决策", "（二）执法"], "（三）决策", "序号跳到“（三）”，按顺序应是“（二）”"),
        (["1.学习", "2.决策", "2.执法", "3.监督"], "2.执法", "序号“2.”重复，按顺序应是“3.”"),
        (["三、学习", "四、决策"], "三、学习", "序号跳到“三、”，按顺序应是“一、”"),
        (["四、学习", "五、决策", "二、执法"], "四、学习", "序号跳到“四、”，按顺序应是“一、”"),
        (["（一）学习", "（）决策", "（三）执法"], "（）决策", "序号里的数字丢了，按前后顺序应是“（二）”"),
        (["一、学习", "二、决策", "（三）执法", "四、监督"], "（三）执法", "序号的样式和同级标题不一致，应是“三、”"),
        (["一、一、学习", "二、决策"], "一、一、学习", "序号“一、”写了两遍"),
        (["第一部分 学习", "第三部分 执法"], "第三部分 执法", "序号跳到“第三部分”，按顺序应是“第二部分”"),
        (
            ["（一）学习", "（三）决策", "（四）执法", "（二）监督"],
            "（三）决策",
            "序号跳到“（三）”，按顺序应是“（二）”",
        ),
        (["一、学习", "二、决策", "三、执法", "一、监督"], "一、监督", "序号“一、”重复，按顺序应是“四、”"),
    ],
    ids=str,
)
def test_a_number_that_is_wrong(headings: list[str], quote: str, message: str) -> None:
    assert said(paragraphs(*headings), "heading-number")[:1] == [(quote, message)]


@pytest.mark.parametrize(
    "text",
    [
        "一是加强学习；二是规范执法；三是强化监督。",
        "一是加强学习。\n二是规范执法。\n三是强化监督。",
        "一是加强学习，一是规范执法。",
        "一是定标准，归为“一是必报、二是选报、三是免报”三类；二是建专班；三是严考评。",
        '一是定标准，归为"一是必报、二是选报"两类；二是建专班；三是严考评。',
        "一是加强学习。二是规范执法。此外，突出三点：一是培训；二是评查；三是考核。",
        "一是加强学习。（1）集中学；（2）个人学。二是规范执法。",
        "一是加强学习：一是集中学，二是个人学。二是规范执法。三是强化监督。",
        "其一，力量不足。其二，经费不足。",
        "首先，加强领导。其次，完善制度。二是规范执法。",
        "一方面加强宣传，二是完善制度。",
        "1.加强宣传。二是完善制度。",
        "一要抓学习，二要抓执法，三要抓监督。",
        "第一责任人带头，第一、第二季度听取汇报，第三方评估。",
        "落实三项制度。二十届三中全会以来，三级联动。",
        "一是完善机制。二级以上医院全覆盖。二是加强监管。三年来检查120次。三是强化宣传。四川籍工人三成。",
        "重点有：1.学习；2.决策；3.执法。完成率分别为100%、98%和96%。",
        "依据第三条第（二）项和第（四）项规定办理。",
        "（一）学习不够。（二）执法不严。（三）监督不力。",
        "①学习；②决策；③执法。",
        "一是学习。\n二是执法。\n一是监督。\n二是普法。",
        "一是学习。\n二是执法。\n工作有序推进。\n一是监督。",
        "一是一，二是二，实事求是。",
        "存在两个短板：一是合力不足，二是取证难。今年的做法是：一是统一着装；二是设告示牌。",
        "首先，加强领导；其次，完善制度；第三，规范执法。",
        "对第三，第四项任务逐条落实。",
        "首先，全面摸底；其次，联合检查；再次，公布名单；最后，回访。",
        "首先是认识不够。执法中，再次检查的12家全部合格。",
        "首先，摸底；其次，检查。首先，公布；其次，回访。",
        "首先，摸底。\n再次，检查。",
        "必须首先摸清底数，再次，联合检查。",
        "推行三项制度工作。一是公示到位。二是记录到位。",
        "推动三级联动工作。一是建立清单。二是开展会商。",
        "列出二十项工作：一是清单；二是流程。",
        "完成下达的5项任务。一是出台方案。二是开展检查。",
        "落实“三项制度”：一是公示到位；二是记录到位。",
        "办好第三方面工作：一是培训；二是考核。",
        "着力解决问题：一是文书不规范；二是送达不及时。",
        "紧盯三个环节：一是事前审查，做到两个前置：一是清单，二是提醒；二是事中监督；三是事后评估。",
        "主要抓了四件事：（1）清单；（2）流程；（3）监督；（4）评估。",
    ],
)
def test_enumerations_that_are_right(text: str) -> None:
    assert said(text, "enumeration") == []


@pytest.mark.parametrize(
    ("text", "quote", "message"),
    [
        ("一是学习；三是执法；四是监督。", "三是执法", "列举跳到“三是”，前面没有“二是”"),
        ("一是学习；二是执法；四是监督。", "四是监督", "列举跳到“四是”，前面没有“三是”"),
        ("一是学习。二是执法。二是监督。三是普法。", "二是监督", "列举的“二是”重复，按顺序应是“三是”"),
        ("一是学习。二是执法。一是监督。", "一是监督", "列举的“一是”重复，按顺序应是“三是”"),
        ("一是学习。一是执法。", "一是执法", "列举的“一是”重复，按顺序应是“二是”"),
        ("一是学习。三是执法。二是监督。", "三是执法", "列举跳到“三是”，前面没有“二是”"),
        ("问题有：二是力量不足；三是经费不足。", "二是力量不足", "列举跳到“二是”，前面没有“一是”"),
        ("第一责任人带头，化解率91.7%。二是执法；三是监督。", "二是执法", "列举跳到“二是”，前面没有“一是”"),
        ("一是学习。\n二是执法。\n一是监督。", "一是监督", "列举的“一是”重复，按顺序应是“三是”"),
        ("一是学习。\n二是执法。\n四是监督。", "四是监督", "列举跳到“四是”，前面没有“三是”"),
        ("一是学习。\n二是执法。\n一是监督。\n四是普法。", "一是监督", "列举的“一是”重复，按顺序应是“三是”"),
        ("其一，学习。其二，执法。其四，监督。", "其四，监督", "列举跳到“其四”，前面没有“其三”"),
        ("第一，学习。第三，执法。", "第三，执法", "列举跳到“第三”，前面没有“第二”"),
        ("首先，加强领导；第三，完善制度；第四，规范执法。", "第三，完善制度", "列举跳到“第三”，前面没有“第二”"),
        (
            "存在短板：一是合力不足，二是取证难。今年的做法是：一是统一着装；三是设告示牌。",
            "三是设告示牌",
            "列举跳到“三是”，前面没有“二是”",
        ),
        ("抓好：（1）学习；（2）执法；（4）监督。", "（4）监督", "列举跳到“（4）”，前面没有“（3）”"),
        ("抓好：（一）学习；（三）执法。", "（三）执法", "列举跳到“（三）”，前面没有“（二）”"),
        ("一要抓学习，三要抓监督。", "三要抓监督", "列举跳到“三要”，前面没有“二要”"),
        ("82.6%的案件：一是学习；三是执法；三是监督；四是普法。", "三是执法", "列举跳到“三是”，前面没有“二是”"),
    ],
)
def test_an_enumeration_that_breaks(text: str, quote: str, message: str) -> None:
    (found,) = in_passage(text, "enumeration")
    assert (found.quote, found.message) == (quote, message)
    assert found.suggestion == "核对是序号写错，还是漏了、多了一点"


@pytest.mark.parametrize(
    ("text", "quote", "message"),
    [
        (
            "紧盯四个环节：一是事前审查；二是事中监督；三是事后评估。",
            "四个环节：一是事前审查；二是事中监督；三是事后评估",
            "前面说是“四个环节”，列出的却是3点，是不是漏了？",
        ),
        (
            "解决两个突出问题。一是文书不规范。二是送达不及时。三是告知不充分。",
            "两个突出问题。一是文书不规范。二是送达不及时。三是告知不充分",
            "前面说是“两个突出问题”，列出的却是3点，是不是说错了？",
        ),
        (
            "重点做好以下3项工作：其一，修订预案；其二，组织演练。",
            "3项工作：其一，修订预案；其二，组织演练",
            "前面说是“3项工作”，列出的却是2点，是不是漏了？",
        ),
        (
            "从两个方面发力：一是严格审核；二是加强备案；三是定期清理。",
            "两个方面发力：一是严格审核；二是加强备案；三是定期清理",
            "前面说是“两个方面发力”，列出的却是3点，是不是说错了？",
        ),
    ],
)
def test_a_list_that_is_not_as_long_as_announced(text: str, quote: str, message: str) -> None:
    (found,) = in_passage(text, "enumeration")
    assert (found.quote, found.message, found.severity) == (quote, message, "warning")


@pytest.mark.parametrize(
    ("text", "quote", "message"),
    [
        ("首先，全面摸底；再次，联合检查；最后，公布名单。", "再次，联合检查", "列举跳到“再次”，前面没有“其次”"),
        ("首先是摸底。其次是检查。其次是公布。", "其次是公布", "列举的“其次”重复"),
    ],
)
def test_an_enumeration_in_words_that_breaks(text: str, quote: str, message: str) -> None:
    (found,) = in_passage(text, "enumeration")
    assert (found.quote, found.message) == (quote, message)
    assert found.suggestion == "核对是用词写错，还是漏了、多了一点"


def test_two_that_changed_places_are_one_slip() -> None:
    (found,) = in_passage("一是学习。二是执法。三是监督。五是普法。四是培训。", "enumeration")
    assert found.message == "列举跳到“五是”，前面没有“四是”"


def test_a_number_that_comes_too_late() -> None:
    headings = said(paragraphs("（一）学习", "（三）决策", "（四）执法", "（二）监督"), "heading-number")
    assert headings[1] == ("（二）监督", "序号“（二）”顺序颠倒，按顺序应是“（五）”")
    points = said("一是学习。三是决策。四是执法。二是监督。", "enumeration")
    assert points[1] == ("二是监督", "列举的“二是”顺序颠倒，按顺序应是“五是”")


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("一是学习；二规范执法；三是监督。", ["二规范执法"]),
        ("一是学习；二个别部门执法不严；三是监督。", ["二个别部门执法不严"]),
        (
            "存在问题：一是力度不够；二行政执法还需规范；三重点领域监督仍需加强。",
            ["二行政执法还需规范", "三重点领域监督仍需加强"],
        ),
        ("一是资格管理。二是三项制度。三深入开展案卷评查。对案件抽样评查。", ["三深入开展案卷评查"]),
        ("一是学习不够。二是执法不严。三全面监督不力。", ["三全面监督不力"]),
    ],
)
def test_a_point_without_its_verb(text: str, quotes: list[str]) -> None:
    found = in_passage(text, "enumeration")
    assert [finding.quote for finding in found] == quotes
    numeral = quotes[0][0]
    assert found[0].message == f"“{numeral}”后面缺“是”字，前面的各点都写作“一是”的样式"
    assert found[0].suggestion == f"改为“{numeral}是”"


def test_a_list_that_breaks_off_is_a_question() -> None:
    (found,) = in_passage("存在的问题主要有：一是力量不足。", "enumeration")
    assert (found.severity, found.message) == ("info", "只有“一是”，后面没有“二是”")
    assert found.suggestion == "只有一点的不必列举；漏了的请补上"


def test_numbers_of_a_pasted_paragraph_are_not_told() -> None:
    pasted = "（一）联合公安、交通部门开展道路运输专项整治，检查企业120家次，查处违法行为56起，罚款26.8万元。"
    text = f"{pasted}\n（二）推进政务公开，公开信息120条。\n{pasted}\n（三）接受监督，办理建议12件。"
    assert said(text, "heading-number") == []
