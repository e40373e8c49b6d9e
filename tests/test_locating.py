"""What counts for an area and what does not: under headings, beside look-alikes, of which year."""

import pytest

from checklist.loading import load
from evaluator.assessment import Verdict
from evaluator.evaluation import Options, evaluate

REPORT = """\
临江县人民政府2023年法治政府建设年度报告
2023年，临江县推进法治政府建设。现将有关情况报告如下：
一、主要举措和成效
{}
二、存在的不足
一是法治队伍力量薄弱，全县持证人员只有31人。
"""


def verdict(area: str, text: str) -> Verdict:
    got = evaluate(REPORT.format(text).encode(), "报告.txt", load(), Options())
    return next(item.verdict for item in got.items if item.id == f"area-{area}")


@pytest.mark.parametrize(
    ("area", "text"),
    [
        ("decisions", "处罚决定前举行听证会9场，拟处罚内容有改变的，均经负责人集体讨论后作出。"),
        ("decisions", "县属国有企业修订章程，3家设立总法律顾问，重大投资风险评估率100%。"),
        ("institutions", "应急预案全部完成修订，按规定报送备案38件。"),
        ("oversight", "抽检餐饮食品320批次，聘请社会监督员12名。"),
        ("digital", "县工业和信息化局走访企业36家。"),
        ("disputes", "县信访局、县妇联慰问困难群众86户。"),
        ("disputes", "为企业协调解决用地手续9宗，协调处理用电申请12件。"),
        ("institutions", "县政府常务会议学法8次，内容包括《公平竞争审查条例》和新修订的立法法。"),
        ("institutions", "县委清理党内规范性文件，废止6件。"),
        ("functions", "临江城投集团制定权责清单12项。"),
        ("decisions", "县人民法院召开听证会9场，对重大决策出具意见。"),
        ("emergency", "翻译法律读本，送到每一顶帐篷。"),
    ],
)
def test_what_only_looks_so_is_missing(area: str, text: str) -> None:
    assert verdict(area, text) is Verdict.MISSING


@pytest.mark.parametrize(
    ("heading", "text", "expected"),
    [
        ("监督常态化", "自觉接受各方面监督。对县委巡察反馈的11个问题，已整改10个。", Verdict.PARTIAL),
        ("化解矛盾纠纷，强化监督制约", "自觉接受各方面监督。对集市占道开展劝导12次。", Verdict.PARTIAL),
        ("监督常态化", "自觉接受各方面监督。对提出的12条意见逐条回复。", Verdict.MET),
    ],
)
def test_below_a_heading(heading: str, text: str, expected: Verdict) -> None:
    assert verdict("oversight", f"（一）{heading}\n{text}") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2022年，全县调解纠纷2400件。", Verdict.PARTIAL),
        ("早在2021年，全县就建成调解室86个。", Verdict.PARTIAL),
        ("2022年，全县调解纠纷2400件；今年调解2600件。", Verdict.MET),
        ("2022年，全县调解纠纷2400件。2023年，调解纠纷2600件。", Verdict.MET),
        ("2022年以来，全县调解纠纷4900件。", Verdict.MET),
        ("2022年度结转的调解案件12件全部办结。", Verdict.MET),
        ("2022年成立的调解组织办理案件36件。", Verdict.MET),
    ],
)
def test_another_years_facts_are_not_enough(text: str, expected: Verdict) -> None:
    assert verdict("disputes", text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("严格执行《重大行政决策程序暂行条例》，坚持依法决策。", Verdict.PARTIAL),
        ("印发《临江县重大行政决策程序规定》，坚持依法决策。", Verdict.MET),
    ],
)
def test_a_law_that_is_kept_is_no_act(text: str, expected: Verdict) -> None:
    assert verdict("decisions", text) is expected


def test_measures_are_what_speaks_of_nothing_else() -> None:
    study = "县政府常务会议专题学习习近平法治思想4次，培训干部120人。县委党校举办习近平法治思想培训班2期，培训96人。"
    told = {text: _measures(text) for text in (study, study + "调解纠纷12件。处罚案件9件。检查企业30家。")}
    assert list(told.values()) == [Verdict.MISSING, Verdict.MET]


def _measures(text: str) -> Verdict:
    got = evaluate(REPORT.format(text).encode(), "报告.txt", load(), Options())
    return next(item.verdict for item in got.items if item.id == "measures")


def test_a_long_chapter_is_not_on_one_matter_alone() -> None:
    """A chapter on the heads that has very much text holds measures too: its other headings were not known as such."""
    heading = "（一）党政主要负责人履行推进法治建设第一责任人职责\n"
    told = {count: _measures(heading + "组织调解员排查化解各类矛盾纠纷12件。" * count) for count in (24, 72)}
    assert list(told.values()) == [Verdict.MISSING, Verdict.MET]


def test_what_only_looks_like_any_area_is_near_to_none() -> None:
    told = "组织习近平法治思想专题学习4次，举办培训班2期。"
    got = evaluate(REPORT.format(told).encode(), "报告.txt", load(), Options())
    nearest = next(item.nearest for item in got.items if item.id == "area-digital")
    assert nearest is None


def test_one_point_of_a_chapter_is_not_announced_by_the_chapter() -> None:
    points = "（一）规范执法\n处罚案件9件。检查企业30家。培训3次。\n"
    mended = "（二）上年度问题整改\n针对2022年度考核指出的案卷不规范问题，评查案卷60卷，已整改到位。"
    got = evaluate(REPORT.format(points + mended).encode(), "报告.txt", load(), Options())
    evidence = next(item.evidence for item in got.items if item.id == "rectification")
    assert evidence[0].quote == "（二）上年度问题整改"


AT_HOME = "（一）数字法治政府\n不断提升信息化水平，科技支撑作用日益显现。\n"


@pytest.mark.parametrize(
    ("elsewhere", "expected"),
    [
        ("（二）规范执法\n配备无人机19架。\n", Verdict.PARTIAL),
        ("（二）规范执法\n配备无人机19架。\n（三）优化服务\n政务数据共享平台新挂接目录68条。\n", Verdict.MET),
    ],
)
def test_one_word_in_passing_does_not_fill_an_empty_section(elsewhere: str, expected: Verdict) -> None:
    assert verdict("digital", AT_HOME + elsewhere) is expected


CHAPTERS = """\
临江县人民政府2023年法治政府建设年度报告
{}现将有关情况报告如下：
一、主要举措和成效
（一）规范执法。评查案卷60卷，培训执法人员31人。
{}
"""
REPORTED = "2022年度报告提出的文书不规范问题，今年组织评查4轮，已经解决。"
FIRMS = "二、存在的问题\n执法检查中发现，部分企业台账不全。之所以这样，主要是因为企业人员流动大。"
OWN = "二、存在的问题\n12个乡镇持证执法人员仅31人。主要是因为编制多年没有增加。"
ALONE = "二、原因分析\n编制多年没有增加，人员流动快。"


@pytest.mark.parametrize(
    ("item", "opening", "chapter", "expected"),
    [
        ("shortcomings", "", FIRMS, Verdict.MISSING),
        ("causes", "", FIRMS, Verdict.MISSING),
        ("causes", "", ALONE, Verdict.MET),
        ("causes", "", OWN, Verdict.MET),
        ("rectification", "本报告分主要举措、上年度问题整改情况等四个部分。", OWN, Verdict.MISSING),
        ("rectification", REPORTED, OWN, Verdict.MET),
    ],
)
def test_whose_flaws_they_are_and_what_the_opening_tells(
    item: str, opening: str, chapter: str, expected: Verdict
) -> None:
    got = evaluate(CHAPTERS.format(opening, chapter).encode(), "报告.txt", load(), Options())
    assert next(each.verdict for each in got.items if each.id == item) is expected
