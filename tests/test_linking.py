"""Shortcomings, their causes and measures: which belong together, and which only seem to."""

import pytest
from passages import DONE, PLAN, PROBLEMS, STAFF, asked, assess, linked, measures

NOTHING_TO_LINK = [
    ("no problems", "我县法治政府建设还存在一些差距和不足，需要在今后的工作中加以改进。", "招录执法人员6名。"),
    ("compared with", "对标水利高质量发展要求，不少方面抓得不够扎实。", "建成水库监测设施3处。"),
]

NOT_ANSWERED = [
    ("another matter", STAFF, "一是推行信访事项闭环办理。二是清理证明事项12项。"),
    (
        "the same side of another matter",
        "存在以下不足：一是人民调解员队伍老化，专职调解员仅4人。",
        "一是为交警大队招录辅助人员20名。二是开展公文写作培训2期。",
    ),
    (
        "the same place",
        "存在以下不足：一是村级合同管理松散，承包合同没有期限。",
        "一是规范村规民约备案，完成12个村全覆盖。二是建成镇级文化站3处。",
    ),
    (
        "only words of every plan",
        "存在以下不足：一是政务公开不及时，栏目更新滞后。",
        "一是进一步加强组织领导，健全工作机制。二是不断提升依法行政水平。",
    ),
    (
        "what the problem names in passing",
        "存在以下不足：一是法制审核队伍不稳，审核人员兼职多，全年被投诉举报2次。",
        "一是提高消费投诉举报调解成功率。二是压缩企业开办时限。",
    ),
    (
        "means that are filled in",
        "存在以下不足：一是执法力量不足。",
        "一是抓好普法。二是【待补充】。",
    ),
    ("a formula", "存在以下不足：一是普法能力不强。", "一是健全制度。二是提升能力。"),
    ("means for another matter", "存在以下不足：一是执法力量不足。", "一是充实调解力量，招录调解员8人。"),
    (
        "named for another problem",
        "存在以下不足：一是行政复议办案力量不足，人均办案62件。",
        "针对政务公开不及时的问题，由复议机构所在的司法局牵头更新栏目。",
    ),
]

ANSWERED = [
    ("the same words", STAFF, "一是补充执法力量，招录执法人员6名。", "一是补充执法力量，招录执法人员6名。"),
    ("other words", STAFF, "招录综合行政执法大队队员6名；建设文化广场。", "招录综合行政执法大队队员6名；"),
    (
        "a synonym",
        "存在以下不足：一是信息孤岛没有打通，基层重复录入。",
        "一是推进政务数据共享，新增数据接口20个。二是抓好防汛。",
        "一是推进政务数据共享，新增数据接口20个。",
    ),
    (
        "under a heading",
        "存在以下不足：一是公众参与不足，听证会很少召开。",
        "（一）扩大公众参与。重要规划提前30日公布。\n（二）加强普法。宣讲40场。",
        "重要规划提前30日公布。",
    ),
    (
        "named by the measure",
        STAFF,
        "一是抓好普法。二是针对执法力量薄弱的问题，从各乡镇选派6人。",
        "二是针对执法力量薄弱的问题，从各乡镇选派6人。",
    ),
    (
        "a name that no lexicon has",
        "存在以下不足：一是“雁栖驿站”闲置，来的人少。",
        "一是重修雁栖驿站，配齐值守人员。二是抓好普法。",
        "一是重修雁栖驿站，配齐值守人员。",
    ),
]


@pytest.mark.parametrize(
    ("problems", "plan"), [row[1:] for row in NOTHING_TO_LINK], ids=[r[0] for r in NOTHING_TO_LINK]
)
def test_formulas_are_no_problems(problems: str, plan: str) -> None:
    assert linked(problems, plan) == ()
    assert asked(problems, plan) == []


@pytest.mark.parametrize(("problems", "plan"), [row[1:] for row in NOT_ANSWERED], ids=[r[0] for r in NOT_ANSWERED])
def test_not_answered(problems: str, plan: str) -> None:
    (link,) = linked(problems, plan)
    assert (link.measures, link.unanswered) == ((), True)


@pytest.mark.parametrize(
    ("problems", "plan", "expected"), [row[1:] for row in ANSWERED], ids=[row[0] for row in ANSWERED]
)
def test_answered(problems: str, plan: str, expected: str) -> None:
    links = linked(problems, plan)
    assert measures(links) == [[expected]]
    assert not links[0].unanswered


def test_several_problems_each_with_its_own() -> None:
    links = linked(
        "存在以下不足：一是行政执法案卷质量不高；二是行政复议办案力量不足；三是应急物资储备不够。",
        "评查执法案卷200本；给行政复议机构增配办案人员3名；完成普法规划编制。",
    )
    assert measures(links) == [["评查执法案卷200本；"], ["给行政复议机构增配办案人员3名；"], []]
    assert [link.unanswered for link in links] == [False, False, True]


def test_one_problem_with_several_measures() -> None:
    (link,) = linked(
        "存在以下不足：一是行政复议纠错率偏高。",
        "一是逐案复盘复议纠错案件。二是就复议纠错案件制发建议书。三是抓好普法。",
    )
    assert measures((link,)) == [["一是逐案复盘复议纠错案件。", "二是就复议纠错案件制发建议书。"]]


def test_sub_sections_are_problems() -> None:
    (first, second) = linked(
        "（一）行政执法不规范。个别案卷证据不全。\n（二）普法形式单一。发放资料居多。",
        "（一）规范行政执法。开展案卷评查2轮。\n（二）创新普法形式。拍摄短视频20部。",
    )
    assert (first.problem.quote, second.problem.quote) == ("（一）行政执法不规范。", "（二）普法形式单一。")
    assert measures((first, second)) == [["开展案卷评查2轮。"], ["拍摄短视频20部。"]]


def test_a_plan_in_the_same_sub_section_answers() -> None:
    (link,) = linked("（一）奖补兑付慢。公示到账平均97天。下一步，改为线上会签，压到45天以内。")
    assert [(m.quote, m.why) for m in link.measures] == [("下一步，改为线上会签，压到45天以内。", "写在同一小节")]


PARALLEL = "存在以下不足：一是行政复议办案力量不足。二是所里人手老化。三是应急物资储备不够。"


NAMELESS = "一是充实力量。计划招录8人。"


def test_means_without_a_matter_answer_the_one_who_lacks_them() -> None:
    links = linked("存在以下不足：一是执法力量不足。二是普法形式单一。", NAMELESS)
    assert measures(links) == [["一是充实力量。"], []]
    assert [link.unanswered for link in links] == [False, True]


def test_whose_means_they_are_nobody_can_tell() -> None:
    """Neither linked nor asked: it is for a human to compare."""
    links = linked("存在以下不足：一是执法力量不足。二是复议人手紧张。", NAMELESS)
    assert [(link.measures, link.unanswered) for link in links] == [((), False), ((), False)]


def test_parallel_lists_need_only_a_side_of_the_matter() -> None:
    links = linked(PARALLEL, "一是推行行政复议听证。二是招聘年轻专业人员4名。三是采购应急物资。")
    assert links[1].measures[0].why == "同为第 2 项，都说到：人手/招聘"
    assert links[1].measures[0].quote == "二是招聘年轻专业人员4名。"


def test_the_same_number_alone_ties_nothing() -> None:
    links = linked(PARALLEL, "一是推行行政复议听证。二是办好庙会。三是采购应急物资。")
    assert [link.unanswered for link in links] == [False, True, False]


def test_lists_in_another_order_are_not_parallel() -> None:
    links = linked(PARALLEL, "一是采购应急物资。二是招聘年轻专业人员4名。三是推行行政复议听证。")
    assert measures(links) == [["三是推行行政复议听证。"], [], ["一是采购应急物资。"]]


def test_without_a_plan_nothing_is_asked() -> None:
    (link,) = linked(STAFF)
    assert (link.measures, link.unanswered) == ((), False)
    assert asked(STAFF) == []


def test_a_plan_without_content_answers_nothing_and_nothing_is_asked() -> None:
    (link,) = linked(STAFF, "下一步，我县将继续努力，再上新台阶。")
    assert not link.unanswered


CAUSES = [
    ("none", "一是执法力量薄弱，持证人员只有31人。", None),
    ("of something else", "一是合同管理松散，因承包费引起的纠纷占四分之一。", None),
    (
        "in the same point",
        "一是执法力量薄弱，由于编制多年未增，持证人员只有31人。",
        ("由于编制多年未增，持证人员只有31人。", "写在同一条里"),
    ),
    (
        "before its name",
        "一是争议源头预防不够，送达不规范，是争议反复发生的重要成因。",
        ("一是争议源头预防不够，送达不规范，是争议反复发生的重要成因。", "写在同一条里"),
    ),
    (
        "in a sentence of its own",
        "（一）执法力量薄弱。持证人员只有31人。主要原因是编制多年未增。",
        ("主要原因是编制多年未增。", "写在同一小节"),
    ),
]


@pytest.mark.parametrize(("problem", "cause"), [row[1:] for row in CAUSES], ids=[row[0] for row in CAUSES])
def test_cause(problem: str, cause: tuple[str, str] | None) -> None:
    (link,) = linked(problem)
    assert (link.cause and (link.cause.quote, link.cause.why)) == cause


def test_causes_in_a_section_of_their_own() -> None:
    links = linked(
        "（一）存在的不足\n一是行政复议办案力量不足。二是数据共享不畅。\n"
        "（二）原因分析\n一是数据接口标准不一。二是行政复议机构编制偏少。三是认识不足。",
    )
    assert [link.cause and link.cause.quote for link in links] == [
        "二是行政复议机构编制偏少。",
        "一是数据接口标准不一。",
    ]


def test_ties_say_what_they_rest_on() -> None:
    (link,) = linked("存在以下不足：一是信息孤岛没有打通。", "一是推进政务数据共享。")
    (tie,) = link.measures
    assert tie.why == "都说到：信息孤岛/政务数据"
    assert tie.shared == ("信息孤岛/政务数据",)
    assert 0.42 <= tie.similarity <= 1


def test_places_are_those_of_the_quotes() -> None:
    text = DONE + PROBLEMS + STAFF.replace("，", "，\n") + "\n" + PLAN + "　　一是招录执法人员6名。\n"
    links = assess(text).links
    assert links
    for passage in (links[0].problem, *links[0].measures):
        assert text[passage.place.start : passage.place.end] == passage.quote
    assert links[0].measures[0].section == "三、2025年工作安排"
    assert links[0].measures[0].place.line == text[: text.index("一是招录")].count("\n") + 1


def test_who_does_not_ask_gets_no_links() -> None:
    assessment = assess(DONE + PROBLEMS + STAFF + "\n" + PLAN + "一是抓好普法。\n", links=False)
    assert assessment.links is None
    assert "unanswered-problem" not in {finding.rule for finding in assessment.findings}


def test_a_report_that_is_none_has_no_links() -> None:
    assert assess("").links == ()


PRIVATE = "13812345678"


def test_personal_numbers_are_covered() -> None:
    (link,) = linked(f"存在以下不足：一是执法力量薄弱，联系人{PRIVATE}。", f"一是招录执法人员，联系人{PRIVATE}。")
    assert PRIVATE not in repr(link) and "138****5678" in repr(link)


def test_of_thousands_of_problems_the_first_are_linked() -> None:
    """Every one is compared with every measure; what was not compared is not asked either."""
    problems = "".join(f"第{n}项工作不足，执法力量薄弱。" for n in range(1000))
    links = linked(problems, "".join(f"招录执法人员{n}名；" for n in range(1000)))
    assert len(links) == 300
    assert not any(link.unanswered for link in links)
