"""Rates, changes and parts that their own numbers contradict."""

import pytest
from proofs import in_passage


@pytest.mark.parametrize(
    "text",
    [
        "受理纠纷3208件，调解成功3162件，成功率98.6%。",
        "立案11204起，破6723起，破案率60.0%。",
        "收到复议申请46件，审结44件，维持41件，维持率93.2%。",
        "审结25件，胜诉24件，败诉1件，胜诉率96.0%。",
        "218项服务事项中203项实现网上办理，网办率93.1%。",
        "受理劳动争议124件，涉及127人，上年度结余案件6件，结案124件，仲裁结案率达95.4%。",
        "受理申请97件，受理后转办8件，受理89件，办结82件，办结率92.1%。",
        "应由负责人出庭58件，实际出庭58件，出庭应诉率100%。",
        "办理案件1605宗，办结1349宗，复议首选率达88.8%。",
        "受理群众来信312件，办结298件，按期办结率100%。",
        "受理纠纷1.2万件，化解1.18万件，化解率98.3%。",
        "受理纠纷400余件，化解390余件，化解率97%以上。",
        "742人参加考试，参考率、合格率均达100%。",
        "312人参加考试，补考后合格率98.4%。",
        "办理建议121件、提案143件，办复率均为100%，满意率99%。",
        "检查企业120家，整改隐患382处，整改率100%。",
        "年度目标完成率112%，税收增长率105%，办事效率提高120%，资金到位率103%。",
        "案件数同比增长118.6%，超额完成28.6%。",
        "办结率达98.6%，较上年提高1.2个百分点。",
        "受理投诉200件，办结约190件，办结率约95%。",
    ],
)
def test_rates_that_fit_or_cannot_be_judged(text: str) -> None:
    assert in_passage(text, "rate") == []


@pytest.mark.parametrize(
    ("text", "quote", "message"),
    [
        (
            "受理申请142件，审结131件，审结率96.8%。",
            "审结率96.8%",
            "“审结率”写的是96.8%，按这里的数字算是131÷142=92.3%",
        ),
        (
            "应由负责人出庭63件，实际出庭58件，出庭率100%。",
            "出庭率100%",
            "“出庭率”写的是100%，按这里的数字算是58÷63=92.1%",
        ),
        (
            "办理来信312件，按期办结298件，按期办结率98.5%。",
            "办结率98.5%",
            "“办结率”写的是98.5%，按这里的数字算是298÷312=95.5%",
        ),
        (
            "受理草场、婚姻等纠纷1840件，调解成功1798件，成功率99.2%。",
            "成功率99.2%",
            "“成功率”写的是99.2%，按这里的数字算是1798÷1840=97.7%",
        ),
        (
            "调处纠纷500起，成功490起，成功率达99%。",
            "成功率达99%",
            "“成功率”写的是99%，按这里的数字算是490÷500=98%",
        ),
        (
            "组织82名干部参加考试，80人合格，合格率100%。",
            "合格率100%",
            "“合格率”写的是100%，按这里的数字算是80÷82=97.6%",
        ),
        (
            "抽检食品1,200批次，合格1,150批次，合格率98.8%。",
            "合格率98.8%",
            "“合格率”写的是98.8%，按这里的数字算是1150÷1200=95.8%",
        ),
        (
            "排查隐患386处，整改到位350处，整改率为99%。",
            "整改率为99%",
            "“整改率”写的是99%，按这里的数字算是350÷386=90.7%",
        ),
    ],
)
def test_a_rate_that_its_numbers_contradict(text: str, quote: str, message: str) -> None:
    (found,) = in_passage(text, "rate")
    assert (found.quote, found.message, found.severity) == (quote, message, "error")
    assert found.suggestion == "核对分子、分母和百分比后改正"


def test_a_rate_whose_base_is_unclear_is_asked() -> None:
    (found,) = in_passage("行政应诉案件91件，负责人出庭58件，负责人出庭应诉率100%。", "rate")
    assert found.severity == "info"
    assert found.message == "“出庭应诉率”写的是100%，按相近的数字算是58÷91=63.7%，是不是以别的数为分母？"
    assert found.suggestion == "核对后写明这个比率以什么为分母"


def test_carried_over_cases_make_it_a_question() -> None:
    (found,) = in_passage("受理142件（含上年结转8件），审结131件，审结率99%。", "rate")
    assert found.severity == "info"


@pytest.mark.parametrize("text", ["主动评价率达103.5%。", "满意率由102.5%升至103%。", "按时办结率为100.5%。"])
def test_above_a_hundred(text: str) -> None:
    for found in in_passage(text, "rate"):
        name, value = found.quote.split("率")[0] + "率", found.quote.lstrip("主动评价满意按时办结率达为由")
        assert found.message.startswith(f"“{name}”写的是{value}") and found.message.endswith("，不可能超过100%")
    assert in_passage(text, "rate")


def test_all_done_and_yet_not() -> None:
    (found,) = in_passage("办理复议案件100件，全部按期审结，审结率90%。", "rate")
    assert (found.quote, found.suggestion) == ("审结率90%", "核对后统一")
    assert found.message == "前面写全部审结，“审结率”却写90%，前后不一致"


@pytest.mark.parametrize(
    "text",
    [
        "负责人出庭应诉率由86.4%提高到100%，提高13.6个百分点。",
        "网办率由88.2%升至99.1%，提高10.9个百分点。",
        "案件由100件增加到150件，增长50%。",
        "由15个工作日压减到6个，压减60%。",
        "由2023年的37件增加到214件，增长478.4%。",
        "由2022年的40名增加到2024年的52名，增长30%。",
    ],
)
def test_changes_that_fit(text: str) -> None:
    assert in_passage(text, "rate") == []


@pytest.mark.parametrize(
    ("text", "quote", "message"),
    [
        (
            "网办率由88.2%提高到99.1%，提高12.9个百分点。",
            "12.9个百分点",
            "从88.2%到99.1%相差10.9个百分点，这里写的是12.9个百分点",
        ),
        ("案件由100件增加到150件，增长40%。", "40%", "从100到150的变化是50%，这里写的是40%"),
        ("由2022年的40名增加到52名，增长40%。", "40%", "从40到52的变化是30%，这里写的是40%"),
        ("投诉从90件下降到60件，降幅达30%。", "30%", "从90到60的变化是33.3%，这里写的是30%"),
    ],
)
def test_a_change_that_does_not_fit(text: str, quote: str, message: str) -> None:
    (found,) = in_passage(text, "rate")
    assert (found.quote, found.message, found.suggestion) == (quote, message, "核对后改正")


@pytest.mark.parametrize(
    "text",
    [
        "清理文件107件，保留82件、修改6件、废止19件。",
        "清理文件37件，废止9件、宣布失效4件、修改2件。",
        "抽检120批次，合格118批次，不合格2批次。",
        "审结44件，维持41件、撤销3件。",
        "修改文件6件，废止2件。",
        "制定文件5件，均按时备案，清理中废止8件、宣布失效11件。",
        "受理63件，上年结转5件，其中维持38件、撤销7件、终止11件、驳回9件。",
    ],
)
def test_parts_within_their_whole(text: str) -> None:
    assert in_passage(text, "rate") == []


def test_parts_above_their_whole() -> None:
    (found,) = in_passage("清理规范性文件100件，保留80件，修改15件，废止20件。", "rate")
    assert found.quote == "80件，修改15件，废止20件"
    assert found.message == "总数是100件，分项相加是80+15+20=115件，多于总数"
    assert found.suggestion == "核对总数和各分项后改正"


def test_parts_above_the_whole_of_which_they_are() -> None:
    (found,) = in_passage("收到申请74件，受理63件，其中维持38件、撤销7件、终止11件、驳回9件。", "rate")
    assert found.message == "总数是63件，分项相加是38+7+11+9=65件，多于总数"


@pytest.mark.parametrize(
    "text",
    [
        "现有执法人员9名，其中持证7名，占77.8%。",
        "收到申请620件，上年结转97件，审结568件，其中调解结案98件，占审结案件的17.3%。",
        "新登记主体9846户，增长130.4%，其中企业3012户，占30.6%。",
        "查处案件500件，罚款32万元；其中占道经营类200件，占53.4%。",
        "查处案件500余件，其中占道经营类200件，占比约40%。",
        "受理案件300件、申请200件，其中线上100件，占50%。",
    ],
)
def test_portions_that_fit(text: str) -> None:
    assert in_passage(text, "rate") == []


@pytest.mark.parametrize(
    ("text", "severity", "message"),
    [
        ("查处案件500件，其中占道经营类200件，占53.4%。", "error", "200件占500件的40%，这里写的是53.4%"),
        ("聘请监督员40名（其中法学人员13名，占总数的35%）。", "error", "13人占40人的32.5%，这里写的是35%"),
        ("受理案件300件、申请200件，其中线上100件，占60%。", "info", "100件占200件的50%，这里写的是60%"),
    ],
)
def test_a_portion_that_does_not_fit(text: str, severity: str, message: str) -> None:
    (found,) = in_passage(text, "rate")
    assert (found.severity, found.message, found.suggestion) == (severity, message, "核对后改正")


@pytest.mark.parametrize(
    "text",
    [
        "对存在问题的136家机构督促整改，整改率98.4%（应改248家，完成整改244家）。",
        "参加轮训1037人次，考试合格1028人次，合格率99.1%。",
    ],
)
def test_rates_that_their_own_numbers_give(text: str) -> None:
    assert in_passage(text, "rate") == []


def test_who_is_examined_and_passes_is_counted() -> None:
    (found,) = in_passage("参加轮训1037人次，考试合格1028人次，合格率98.1%。", "rate")
    assert found.message == "“合格率”写的是98.1%，按这里的数字算是1028÷1037=99.1%"


def test_excused_ones_may_be_left_out_of_a_rate() -> None:
    text = "应当出庭30件，由其他人员出庭的2件，负责人出庭应诉率93.3%。"
    assert in_passage(text, "rate") == []
