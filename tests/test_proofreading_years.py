"""Years that are not the report's, reports that are published late, outlines and names that are over."""

from dataclasses import replace

import pytest
from proofs import PARTS, TITLE, in_passage, in_report, report, rule

from evaluator.proofreading.late_publication import late_publication
from evaluator.reading import read
from evaluator.structure import understand


def said(text: str, name: str, year: int = 2024) -> list[tuple[str, str]]:
    return [(finding.quote, finding.message) for finding in in_passage(text, name, year)]


@pytest.mark.parametrize(
    "text",
    [
        "四、2025年工作安排\n加强执法监督。",
        "四、 2025 年工作安排\n加强执法监督。",
        "四、二〇二五年工作安排\n加强执法监督。",
        "四、下一步工作安排\n加强执法监督。",
        "四、2024年存在的问题和2025年工作打算\n力量不足。",
        "三、2024年存在的不足和下一步工作安排\n力量不足。",
        "三、2025—2027年工作规划\n分三年实施。",
        "一、2024年度工作要点安排落实情况\n26项任务全部完成。",
        "一、2024年重点工作\n我局将学法列入年度计划，组织学法4次。\n二、不足\n力量不足。",
        "四、下一步工作安排\n2025年，我局将继续推进依法行政。",
        "四、下一步工作安排\n2024年取得的成绩来之不易，我局将继续努力。",
        "四、2025年工作安排\n到2027年建成数字法治政府，2025年底前完成全部任务。",
        "一、主要举措\n2024年，我局将学习宣传贯彻作为首要任务，组织学习4次。",
        "四、下一步工作安排\n一是清理2024年底前印发的文件；二是推广2024年的经验；三是巩固2024年创建成果。",
        "四、下一步工作安排\n一是2025年底前完成修订；二是到2026年底基本建成。",
        "四、下一步工作安排\n一是抓学习；二是2024年启动的工程将继续推进，三是2024年的做法，将在全局推广。",
    ],
)
def test_years_of_the_plan_that_are_right(text: str) -> None:
    assert said(text, "plan-year") == []


@pytest.mark.parametrize(
    ("text", "quote", "year"),
    [
        ("四、2024年工作计划\n加强学习。", "四、2024年工作计划", 2024),
        ("五、2023年主要工作安排。\n加强学习。", "五、2023年主要工作安排", 2023),
        ("四、2026年工作展望\n加强学习。", "四、2026年工作展望", 2026),
        ("三、2025 年工作打算\n加强学习。", None, None),
        ("三、2024 年工作打算\n加强学习。", "三、2024 年工作打算", 2024),
        ("五、二〇二四年工作思路\n加强学习。", "五、二〇二四年工作思路", 2024),
        ("三、存在的不足和2024年工作打算\n力量不足。", "三、存在的不足和2024年工作打算", 2024),
        ("四、2023年重点任务\n拟在五个方面发力。", "四、2023年重点任务", 2023),
        ("四、下一步工作安排（2024年）\n加强学习。", "四、下一步工作安排（2024年）", 2024),
        ("四、展望2024年\n加强学习。", "四、展望2024年", 2024),
        ("四、2024年下一步工作安排\n加强学习。", "四、2024年下一步工作安排", 2024),
        ("四、2024年推进依法行政的工作举措\n拟在五个方面发力。", "四、2024年推进依法行政的工作举措", 2024),
    ],
)
def test_a_heading_of_the_plan(text: str, quote: str | None, year: int | None) -> None:
    message = f"报告年度是2024年，下一年度安排应是2025年的，这里的标题写的是{year}年"
    assert said(text, "plan-year") == ([(quote, message)] if quote else [])


def test_the_first_words_of_the_plan() -> None:
    (found,) = in_passage("四、下一步工作安排\n2024年，我局将继续深入推进依法行政。", "plan-year")
    assert found.quote == "2024年，我局将继续深入推进依法行政"
    assert found.message == "报告年度是2024年，下一年度安排应是2025年的，这里的开头写的是2024年"
    assert found.suggestion == "核对后把“2024年”改为“2025年”"


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("在2024年的工作中，我局将重点抓好培训。", "2024年的工作中"),
        ("为做好2024年法治政府建设工作，我局将重点抓好培训。", "2024年法治政府建设工作"),
        ("下一步，2024年我局将重点抓好培训。", "2024年我局将重点抓好培训"),
        ("一是抓学习。2024年，全局将以更大力度推进依法行政。", "2024年，全局将以更大力度推进依法行政"),
        ("一是抓学习；二是2024年推进示范创建。", "2024年推进示范创建"),
        ("一是抓学习；二是修订规定，2024年6月底前完成。", "2024年6月底前完成"),
        ("一是抓学习；二是紧扣2024年目标任务招录执法人员。", "2024年目标任务招录执法人员"),
        ("一是抓学习；二是按照2024年工作要点招录执法人员。", "2024年工作要点招录执法人员"),
        ("一是抓学习；二是力争2024年建成示范点10个。", "2024年建成示范点10个"),
        ("一是抓学习；二是力争到2024年底前招录执法人员6名。", "2024年底前招录执法人员6名"),
        ("2026年，我局将招录执法人员6名。", "2026年，我局将招录执法人员6名"),
    ],
)
def test_a_sentence_of_the_plan(text: str, quote: str) -> None:
    parts = PARTS.replace("2025年工作安排\n增加执法人员2名，组织培训3次。", f"下一步工作安排\n{text}")
    assert [finding.quote for finding in in_report(report(parts=parts), "plan-year")] == [quote]


@pytest.mark.parametrize(
    ("told", "quotes"),
    [
        ("2024年法治政府建设情况和2025年工作安排", []),
        ("2024年工作情况和下一年度工作安排", []),
        ("2024年工作安排落实情况", []),
        ("2024年法治政府建设情况及2024年工作安排", ["2024年工作安排报告如下"]),
        ("2024年度工作开展情况和2026年度主要工作打算", ["2026年度主要工作打算报告如下"]),
    ],
)
def test_the_plan_in_the_opening_of_the_report(told: str, quotes: list[str]) -> None:
    opening = f"2024年，我局推进依法行政。现将{told}报告如下："
    assert [finding.quote for finding in in_report(report(opening=opening), "plan-year")] == quotes


def test_a_measure_of_the_plan() -> None:
    (found,) = in_passage("四、下一步工作安排\n一是抓实学习培训；二是2024年我局将继续推进试点。", "plan-year")
    assert found.quote == "2024年我局将继续推进试点"


@pytest.mark.parametrize(
    "text",
    [
        "一、2024年主要举措和成效\n组织学习4次。",
        "二、2023年度法治督察反馈问题整改情况\n2023年督察反馈的3个问题全部完成整改。",
        "二、上年度（2023年）存在问题整改情况\n2023年全年共查摆问题5个，已全部整改。",
        "二、2023年存在问题的改进情况、2024年存在的不足\n力量不足。",
        "四、2025年工作安排\n加强学习。",
        "现有持证人员23名，比2023年增加5名，2023年同期为18名。",
        "对2023年以来办结的31件案件补充归档。",
        "独立办案数量由2023年的37件增加到214件，较2022年增长4倍。",
        "在2023年度法治建设考评中获评优秀等次。",
        "我局被评为2023年度法治建设优秀单位。",
        "2023年，我县被确定为全国法治政府建设示范县。",
        "组织开展2023年度行政执法案卷评查，抽取2023年办结的案卷120卷。",
        "公开2023年度部门决算和2024年度部门预算。",
        "2023年9月1日，全国人大常委会修订通过《行政复议法》。",
        "2019年建成的法治文化公园接待群众3万人次，2016年公布的清单同步更新。",
        "2023年为98件，2024年为120件。",
        "2022年、2023年、2024年分别办理案件98件、105件、120件。",
        "2023年我局在全市率先推行说理式执法，今年扩大到全部领域。",
        "截至2023年底共有执法人员6名。2024年新增5名。",
        "受理案件142件，其中2023年结转8件。",
        "落实提升行政执法质量三年行动计划（2023—2025年），修订《2023年工作要点》。",
        "2023年底前印发的文件全部清理，2022年版清单废止。",
        "对截至2023年底的76件文件开展集中清理。",
        "将截至2023年末仍有效的76件文件全部纳入清理。",
        "执法人员补充到位，其中2023年招录6人。",
        "修订预案，2023年修订的细则同步执行。",
        "2023年10月，市委巡察反馈问题5个。",
        "2021年开播以来，累计播出普法节目41期。",
        "2023年全县生产总值186亿元。",
        "2023年以来，累计培养“法律明白人”1166名。",
        "2023年立项的政务数据平台建成投用。",
        "以上各项数据的统计时段为2024年1月1日至12月31日。",
        "数据的统计时段为2023年12月1日至2024年11月30日。",
        "数据统计口径自2023年起调整，按案件来源分类。",
        "评查范围为2023年1月1日至12月31日办结的案卷。",
        "对比的基期数据为2023年的，专项行动时间为2023年1月1日至12月31日。",
        "数据显示，2023年为98件，2024年为120件。",
        "2023年1月1日，《条例》正式施行，2023年1月10日至12月20日开展整治。",
        "总的看，2023年以来行政争议持续下降。",
        "2023年首批赋权的85项事项中，37项至今没有办过案件。",
        "总体看，2023年度考核反馈的问题全部整改。",
        "总的看，2024年的各项指标都好于2023年。",
        "回顾2023年以来的历程，深感责任重大。",
    ],
)
def test_other_years_that_are_right(text: str) -> None:
    assert said(text, "body-year") == []


@pytest.mark.parametrize(
    ("text", "quote", "year"),
    [
        ("一、2023年主要举措和成效\n组织学习4次。", "一、2023年主要举措和成效", 2023),
        ("三、2023年存在的不足及原因。\n力量不足。", "三、2023年存在的不足及原因", 2023),
        ("（四）2022年行政执法工作开展情况。办理案件26件。", "（四）2022年行政执法工作开展情况", 2022),
        ("二、2023年看得见的短处\n力量不足。", "二、2023年看得见的短处", 2023),
        ("二、2023年第一责任人职责履行情况\n听取汇报3次。", "二、2023年第一责任人职责履行情况", 2023),
    ],
)
def test_a_heading_left_over(text: str, quote: str, year: int) -> None:
    (found,) = in_passage(text, "body-year")
    assert (found.quote, found.severity) == (quote, "error")
    assert found.message == f"标题写的是{year}年，报告年度是2024年，像是沿用了别的年度的文字"
    assert found.suggestion == f"核对后把“{year}年”改为“2024年”；下面的内容和数据也要核对是不是2024年的"


def test_a_title_left_over() -> None:
    (found,) = in_report(report(TITLE.replace("2024", "2023"), end="青山县水务局\n2025年1月12日"), "body-year")
    assert (found.quote, found.severity) == ("2023年", "error")
    assert found.message == "标题写的是2023年，正文写的是2024年的情况，像是沿用了别的年度的文字"
    assert found.suggestion == "核对后把标题里的“2023年”改为“2024年”"


@pytest.mark.parametrize("title", [TITLE, TITLE.replace("2024年", "二〇二四年度"), "青山县水务局法治政府建设年度报告"])
def test_a_title_of_the_year(title: str) -> None:
    assert in_report(report(title, end="青山县水务局\n2025年1月12日"), "body-year") == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("2023年全年共出动执法人员1460人次。", "2023年全年共出动执法人员1460人次"),
        ("2022年全年累计受理投诉120件。", "2022年全年累计受理投诉120件"),
        ("2023年共检查420次，较上年增长12%。", "2023年共检查420次"),
        ("截至2023年底，全县共有执法人员462人。", "截至2023年底"),
        ("截止2023年12月底，执法人员6名。", "截止2023年12月底"),
        ("2023年度，我局办理案件120件。", "2023年度，我局办理案件120件"),
        ("2023年立案查处违法案件117件。", "2023年立案查处违法案件117件"),
        ("修订预案，2023年组织演练11场。", "2023年组织演练11场"),
        ("2023年，县政府对外公布便民事项86项。", "2023年，县政府对外公布便民事项86项"),
        ("2023年，修订应急预案9件，组织演练4次。", "2023年，修订应急预案9件"),
        ("修订预案，2023年汛期组织演练11场。", "2023年汛期组织演练11场"),
        ("局党组会议2023年安排学法4次。", "2023年安排学法4次"),
        ("2023年1—12月，受理投诉120件。", "2023年1—12月"),
        ("我局2023年法治政府建设还存在一些不足。", "2023年法治政府建设还存在一些不足"),
        ("复议机构2023年共收到申请148件。", "2023年共收到申请148件"),
        ("2023年，全镇组织普法宣传28场。", "2023年，全镇组织普法宣传28场"),
        ("2023年，全市共收到申请412件，加上上年结转37件，办结431件。", "2023年，全市共收到申请412件"),
        ("回顾2023年，法治政府建设还存在一些短板。", "2023年，法治政府建设还存在一些短板"),
        ("一是力量薄弱，截至2023年末仅有6人。", "截至2023年末仅有6人"),
        ("以上各项数据的统计时段为2023年1月1日至12月31日。", "2023年1月1日至12月31日"),
        ("办件数据统计期限为2022年1月1日至2022年12月31日。", "2022年1月1日至2022年12月31日"),
        ("本报告数据统计期间为2022年1月1日至2022年12月31日。", "2022年1月1日至2022年12月31日"),
        ("统计口径：2023年1月至12月。", "2023年1月至12月"),
        ("以上数据均为2023年度全年数据。", "2023年度全年数据"),
        ("报告期为2023年度，涉及金额以万元计。", "2023年度，涉及金额以万元计"),
        ("2023年1月1日至12月31日，受理投诉120件。", "2023年1月1日至12月31日"),
        ("总的看，2023年全县法治政府建设任务圆满完成。", "2023年全县法治政府建设任务圆满完成"),
        ("总体来看，2022年度法治政府建设取得一定成效。", "2022年度法治政府建设取得一定成效"),
        ("综上所述，2023年依法行政水平明显提升。", "2023年依法行政水平明显提升"),
        ("回顾2023年，我们做了一些工作，也走了弯路。", "2023年，我们做了一些工作"),
    ],
)
def test_a_fact_left_over(text: str, quote: str) -> None:
    (found,) = in_passage(text, "body-year")
    year = quote.removeprefix("截至").removeprefix("截止")[:4]
    assert found.quote == quote
    assert found.message == f"这里写的是{year}年的情况，报告年度是2024年，像是沿用了别的年度的文字"
    assert found.suggestion == f"核对是不是2024年的情况和数据；如确实要写{year}年，请写明与2024年对比"


def test_single_mentions_count_below_what_is_left_over() -> None:
    text = "三、2023年存在的不足\n宣讲形式单一，2023年集中宣讲大部分取消；此类纠纷在2023年占四分之一。"
    found = in_passage(text, "body-year")
    assert [(finding.quote, finding.severity) for finding in found] == [
        ("三、2023年存在的不足", "error"),
        ("2023年集中宣讲大部分取消", "warning"),
        ("2023年占四分之一", "warning"),
    ]
    assert in_passage(text.replace("2023年存在", "存在"), "body-year") == []


@pytest.mark.parametrize(
    ("opening", "quotes"),
    [
        ("2024年，我局推进依法行政。现将2024年情况报告如下：", []),
        ("我局推进依法行政。现将2024年情况报告如下：", []),
        ("2023年12月以来，我局推进依法行政。现将有关情况报告如下：", []),
        ("2023年，我局推进依法行政。现将有关情况报告如下：", ["2023年，我局推进依法行政"]),
        ("2023年是关键之年，我局推进依法行政。现将情况报告如下：", ["2023年是关键之年"]),
        ("我局推进依法行政。现将2023年情况报告如下：", ["2023年情况报告如下"]),
        ("我局推进依法行政。现将我局2023年度情况报告如下：", ["2023年度情况报告如下"]),
        ("我局推进依法行政。现将我局2024年度情况报告如下：", []),
        ("2024年，我局推进依法行政，现将2023年情况报告如下：", ["2023年情况报告如下"]),
        ("2024年，我局推进依法行政，现将2023年以来情况报告如下：", []),
        ("2024年，我局推进依法行政，现将2023年和2024年情况报告如下：", []),
    ],
)
def test_the_opening_of_the_report(opening: str, quotes: list[str]) -> None:
    assert [finding.quote for finding in in_report(report(opening=opening), "body-year")] == quotes


@pytest.mark.parametrize("page", ["", "发布时间：2025-03-31", "发布时间：2024年12月24日", "（2025年3月31日公布）"])
@pytest.mark.parametrize("end", ["", "青山县水务局\n2025年3月31日", "青山县水务局\n二〇二五年三月"])
def test_published_in_time(page: str, end: str) -> None:
    assert in_report(report(page=page, end=end), "late-publication") == []


@pytest.mark.parametrize(
    ("page", "end"),
    [
        ("发布时间：2025-02-11", "青山县水务局\n2025年4月9日"),
        ("（2025年5月28日在县人大常委会第九次会议上）", ""),
        ("", "青山县水务局\n2025年2月9日\n《青山县供水条例》自2025年5月1日起施行。"),
    ],
)
def test_later_dates_of_other_things(page: str, end: str) -> None:
    assert in_report(report(page=page, end=end), "late-publication") == []


@pytest.mark.parametrize(
    ("page", "end", "quote", "said"),
    [
        ("（2025年4月30日公布）", "", "2025年4月30日", "公开日期是2025年4月30日，"),
        ("发布时间：二〇二五年四月八日", "", "二〇二五年四月八日", "公开日期是2025年4月8日，"),
        ("", "（本报告于2025年4月21日在局网站公开）", "2025年4月21日", "公开日期是2025年4月21日，"),
        ("", "青山县水务局\n2025年3月5日\n（2025年4月21日发布）", "2025年4月21日", "公开日期是2025年4月21日，"),
        ("", "青山县水务局\n2025 年 4 月 1 日", "2025 年 4 月 1 日", "落款日期是2025年4月1日，公开不会早于"),
        ("", "青山县水务局\n二○二五年五月", "二○二五年五月", "落款日期是2025年5月1日，公开不会早于"),
        ("成文日期：2025-05-06", "", "2025-05-06", "落款日期是2025年5月6日，公开不会早于"),
    ],
)
def test_a_date_that_is_late_wherever_it_stands(page: str, end: str, quote: str, said: str) -> None:
    (found,) = in_report(report(page=page, end=end), "late-publication")
    assert (found.quote, found.severity) == (quote, "warning")
    assert found.message.startswith(said) and found.message.endswith("2024年的报告应在2025年4月1日之前公开")


def published_late(text: str, words: tuple[str, ...], unless: tuple[str, ...]) -> list[str]:
    changed = replace(rule("late-publication"), words=words, unless=unless)
    document = understand(read(text.encode(), "报告.txt"))
    return [document.quote(fault.start, fault.end) for fault in late_publication(document, changed, ())]


def test_what_the_report_calls_itself_stands_in_the_rule() -> None:
    text = report(end="本总结于2025年4月21日在局网站公开。")
    assert in_report(text, "late-publication") == []
    assert published_late(text, ("本总结",), ()) == ["2025年4月21日"]


def test_what_stands_beside_other_days_stands_in_the_rule() -> None:
    text = report(end="青山县水务局\n2025年4月21日存档")
    assert [found.quote for found in in_report(text, "late-publication")] == ["2025年4月21日"]
    assert published_late(text, (), ("存档",)) == []


def test_published_late() -> None:
    (found,) = in_report(report(page="来源：水务局　发布时间：2025年4月1日　阅读：12"), "late-publication")
    assert found.quote == "2025年4月1日"
    assert found.message == "公开日期是2025年4月1日，2024年的报告应在2025年4月1日之前公开"
    assert found.suggestion == "年度报告应在每年4月1日之前公开；确已逾期的，尽快公开并说明原因"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("对照《法治政府建设实施纲要（2021—2025年）》推进工作。", 2024),
        ("以《法治政府建设实施纲要（2015—2020年）》为遵循。", 2020),
        ("在总结《法治政府建设实施纲要（2015—2020年）》完成情况的基础上开展工作。", 2021),
        ("《法治政府建设实施纲要（2015—2020年）》圆满收官。", 2021),
        ("《法治社会建设实施纲要（2020—2025年）》全面落实。", 2024),
        ("从2017年县里头一回按《法治政府建设实施纲要（2015—2020年）》分解任务起。", 2024),
        ("自《法治政府建设实施纲要（2015—2020年）》任务完成以来。", 2024),
        ("落实《中国儿童发展纲要（2011—2020年）》，清理2015—2020年印发的法治政府建设文件。", 2024),
        ("落实2021年印发的《法治政府建设实施纲要》。", 2024),
        ("2016年以来每年对照《法治政府建设实施纲要》自查。", 2024),
    ],
)
def test_outlines_that_may_be_cited(text: str, year: int) -> None:
    assert said(text, "stale-outline", year) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("以《法治政府建设实施纲要（2015—2020年）》为遵循。", "《法治政府建设实施纲要（2015—2020年）》"),
        ("按照《法治政府建设实施纲要(2015-2020年)》推进。", "《法治政府建设实施纲要(2015-2020年)》"),
        ("落实《某省法治政府建设实施方案（2016-2020年）》。", "《某省法治政府建设实施方案（2016-2020年）》"),
        ("围绕法治政府建设实施纲要（2015—2020年）开展。", "法治政府建设实施纲要（2015—2020年）"),
        ("以《法治政府建设实施纲要（二○一五至二○二○年）》为总纲。", "《法治政府建设实施纲要（二○一五至二○二○年）》"),
        ("按照《法治政府建设实施纲要（2015——2020年）》部署。", "《法治政府建设实施纲要（2015——2020年）》"),
        ("按照《法治政府建设实施纲要》（2015年至2020年）部署。", "《法治政府建设实施纲要》（2015年至2020年）"),
        ("落实《2015—2020年某县法治政府建设规划》。", "《2015—2020年某县法治政府建设规划》"),
        ("对照《纲要（2015—20年）》逐条推进。", "《纲要（2015—20年）》"),
        ("对照2015年12月国务院印发的《法治政府建设实施纲要》，还有差距。", "《法治政府建设实施纲要》"),
        ("根据《法治政府建设实施纲要》（中发〔2015〕36号），原则上每季度调度。", "《法治政府建设实施纲要》"),
    ],
)
def test_an_outline_that_is_over(text: str, quote: str) -> None:
    (found,) = in_passage(text, "stale-outline", 2022)
    assert (found.quote, found.severity) == (quote, "error")
    assert found.message == "这份纲要的规划期到2020年为止，2022年的报告不应再以它为当前依据"


def test_an_outline_whose_successor_may_not_be_out_is_a_question() -> None:
    (found,) = in_passage("对照《法治政府建设实施纲要（2021—2025年）》推进。", "stale-outline", 2026)
    assert (found.severity, found.suggestion) == ("info", "核对新的实施纲要是否已经施行")
    assert found.message == "这份纲要的规划期到2025年为止，2026年的报告不应再以它为当前依据"


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("深入推进“八五”普法。", 2024),
        ("深入推进“七五”普法。", 2020),
        ("“七五”普法期间建成的公园继续开放。", 2024),
        ("贯彻党的十九大、二十大和二十届三中全会精神。", 2024),
        ("贯彻党的十九大和十九届六中全会精神。", 2022),
        ("原区环保局移交的档案全部整理。", 2024),
        ("宣传《劳动合同法》《民法典》。", 2024),
        ("2023年启动提升行政执法质量三年行动。", 2022),
    ],
)
def test_names_that_are_current_or_told_as_history(text: str, year: int) -> None:
    assert said(text, "stale-name", year) == []


@pytest.mark.parametrize(
    ("text", "quote", "message"),
    [
        ("推进“七五”普法。", "“七五”普法", "“‘七五’普法”到2020年为止，报告年度是2024年，请核对是否仍然适用"),
        ("推进七五普法。", "七五普法", "“七五普法”到2020年为止，报告年度是2024年，请核对是否仍然适用"),
        ("联合区环保局检查。", "环保局", "“环保局”到2019年为止，报告年度是2024年，请核对是否仍然适用"),
    ],
)
def test_a_stale_name(text: str, quote: str, message: str) -> None:
    (found,) = in_passage(text, "stale-name")
    assert (found.quote, found.message, found.severity) == (quote, message, "warning")


def test_a_name_that_ended_last_year_is_a_question() -> None:
    (found,) = in_passage("推进“七五”普法。", "stale-name", 2021)
    assert (found.severity, found.suggestion) == ("info", "2021—2025年是“八五”普法")


def test_a_name_that_is_not_yet() -> None:
    (found,) = in_passage("推进“八五”普法。", "stale-name", 2018)
    assert found.message == "“‘八五’普法”从2021年起才有，报告年度是2018年，请核对是否仍然适用"


def test_a_name_is_told_once() -> None:
    assert len(in_passage("推进七五普法。\n七五普法成效明显。", "stale-name")) == 1


def test_the_year_is_the_titles() -> None:
    parts = PARTS.replace("2025年", "2024年")
    assert (
        in_report(report(TITLE.replace("2024", "2023"), opening="现将2023年情况报告如下：", parts=parts), "plan-year")
        == []
    )


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("过去的2021年，我县法治政府建设取得新成效。", ["2021年，我县法治政府建设取得新成效"]),
        ("过去的2022年，我县法治政府建设取得新成效。", []),
    ],
)
def test_what_is_over(text: str, quotes: list[str]) -> None:
    assert [found.quote for found in in_passage(text, "body-year", 2022)] == quotes


@pytest.mark.parametrize(
    "named",
    [
        "今年（2021年）",
        "本年(2023年)",
        "本年度（2025年度）",
        "全年（2021年1月至12月）",
        "一年来（2021年）",
        "过去一年（2021年1—12月）",
    ],
)
def test_this_year_with_another_year_in_brackets(named: str) -> None:
    (found,) = in_passage(f"{named}共服务项目37个。", "body-year", 2022)
    assert found.quote.startswith(named[named.index("20") :])


@pytest.mark.parametrize(
    "text",
    [
        "今年（2022年）共服务项目37个。",
        "全年（2022年1月至12月）共服务项目37个。",
        "受理纠纷43件，其中2021年转入5件、当年申请38件。",
        "办理案件43件，其中2021年接转5件。",
    ],
)
def test_this_year_in_brackets_and_what_was_carried_over(text: str) -> None:
    assert said(text, "body-year", 2022) == []


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("明年（2025年）将组织执法人员轮训两期。", []),
        ("下一年度（即2025年）拟再下放权限20项。", []),
        ("明年（2026年）将组织执法人员轮训两期。", ["2026年"]),
        ("下一年度（2024年），拟再下放权限20项。", ["2024年"]),
    ],
)
def test_which_year_is_said_to_be_the_next(text: str, quotes: list[str]) -> None:
    assert [finding.quote for finding in in_passage(text, "plan-year")] == quotes
