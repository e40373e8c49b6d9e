"""Rates, changes and portions with figures in words: 百分之九十五, 三分之一, 七成五, 一半, 翻番, 一倍."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proofs import in_passage

from evaluator.proofreading.fault import TextFault
from evaluator.proofreading.rate.spelling import spelled


@pytest.mark.parametrize(
    "text",
    [
        "受理案件二百件，审结一百九十件，审结率百分之九十五。",
        "受理案件两百余件，审结一百九十余件，审结率百分之九十五以上。",
        "上年结转案件36件，收到864件，办结855件，办结率百分之九十五。",
        "办理建议14件，办复14件，办复率百分之百。",
        "办理时限由15个工作日缩短至5个工作日，压缩三分之二。",
        "办理时限由15个工作日缩短至10个工作日，压缩近三分之一。",
        "合作社由上年的320家增加到650家，翻了一番。",
        "合作社由上年的320家增加到900家，翻了一番多。",
        "许可事项由40项减少到19项，减少超过一半。",
        "许可事项由40项减少到18项，减少一半以上。",
        "投诉27件，与上年的45件相比下降四成。",
        "投诉31件，与上年的45件相比下降三成多。",
        "办件量由200件增加到440件，增长1.2倍。",
        "办件量由200件增加到590件，增长近两倍。",
        "办件量由200件增加到440件，是上年的2.2倍。",
        "发放问卷400份，收回400份，满意306份，满意率达七成五。",
        "查处案件300件，其中涉企99件，占三分之一。",
        "查处案件300件，其中涉企99件，占总数的三成多。",
        "一成不变的做法少了，第三成员单位到会，三成立案前先行提醒。",
        "按三七分成，二十大精神进机关十二次，八五普法有序推进。",
        "百分之二十的股权由一百二十户村民持有。",
        "受理1000件，办结955件，办结率百分之95.5。",
        "受理1000件，办结992件，办结率98%以上。",
        "受理1000件，办结992件，办结率超过九成。",
        "执法人员468人，其中具有法律专业背景的162人，占三分之一强。",
        "执法人员60人，其中通过法律职业资格考试的5人，占比不到一成。",
        "投诉27件，与上年的45件相比下降近一半。",
        "调解员由12人增加到30人，是原来的2.5倍。",
        "调解员由12人增加到37人，是原来的三倍。",
        "受理件数由200件增加到270件，增长三分之一以上。",
        "市场类占46%，治安类占33%，征收补偿类占14%，其他类占7%。",
        "问卷可多选，认为办事快的占66%，认为态度好的占53%，认为流程清楚的占41%。",
    ],
)
def test_figures_that_fit_or_cannot_be_judged(text: str) -> None:
    assert in_passage(text, "rate") == []


@pytest.mark.parametrize(
    ("text", "quote", "message"),
    [
        (
            "受理案件四百八十件，审结四百三十二件，审结率百分之九十五。",
            "审结率百分之九十五",
            "“审结率”写的是95%，按这里的数字算是432÷480=90%",
        ),
        (
            "受理案件一千零五十件，审结九百八十件，审结率为百分之九十八点六。",
            "审结率为百分之九十八点六",
            "“审结率”写的是98.6%，按这里的数字算是980÷1050=93.3%",
        ),
        (
            "回访四百人，满意的260人，满意率达七成五。",
            "满意率达七成五",
            "“满意率”写的是75%，按这里的数字算是260÷400=65%",
        ),
        (
            "平均时限由15个工作日缩短至10个工作日，压缩三分之二。",
            "三分之二",
            "从15到10的变化是33.3%，这里写的是66.7%",
        ),
        ("合作社由上年的320家增加到480家，翻了一番。", "翻了一番", "从320到480的变化是50%，这里写的是100%"),
        ("合作社由上年的320家增加到480家，增长一倍。", "一倍", "从320到480的变化是50%，这里写的是100%"),
        ("投诉27件，与上年的45件相比下降二成。", "二成", "从45到27的变化是40%，这里写的是20%"),
        ("审批事项由40项压减到30项，减少了一半。", "一半", "从40到30的变化是25%，这里写的是50%"),
        (
            "受理纠纷210件，调解成功194件，调解成功率98%以上。",
            "调解成功率98%",
            "“调解成功率”写的是98%，按这里的数字算是194÷210=92.4%",
        ),
        (
            "应公示信息1240条，公示1054条，公示率超过九成。",
            "公示率超过九成",
            "“公示率”写的是90%，按这里的数字算是1054÷1240=85%",
        ),
        (
            "执法人员468人，其中具有法律专业背景的93人，占三分之一强。",
            "93人，占三分之一",
            "93人占468人的19.9%，这里写的是33.3%",
        ),
        (
            "执法人员18名，其中通过法律职业资格考试的4人，占比不到一成。",
            "4人，占比不到一成",
            "4人占18人的22.2%，这里写的是10%",
        ),
        ("调解员由12人增加到30人，是原来的三倍。", "三倍", "30是12的2.5倍，这里写的是3倍"),
        (
            "市场类占46.2%，治安类占33.5%，征收补偿类占21.8%，其他类占9.6%。",
            "市场类占46.2%，治安类占33.5%，征收补偿类占21.8%，其他类占9.6%",
            "各项占比相加是46.2%+33.5%+21.8%+9.6%=111.1%，超过100%",
        ),
        (
            "查处案件300件，其中涉企案件60件，占三分之一。",
            "60件，占三分之一",
            "60件占300件的20%，这里写的是33.3%",
        ),
    ],
)
def test_figures_that_are_contradicted(text: str, quote: str, message: str) -> None:
    (found,) = in_passage(text, "rate")
    assert (found.quote, found.message) == (quote, message)


@given(st.lists(st.sampled_from(["审结", "百分之九十", "一半", "，", "两百件", "翻了一番", "9%"])), st.data())
def test_places_are_those_of_the_text_given(words: list[str], data: st.DataObject) -> None:
    text = "".join(words)
    digits = spelled(text)
    within = {at for piece in digits.pieces for at in range(piece.given[0] + 1, piece.given[1])}
    places = st.sampled_from([at for at in range(len(text) + 1) if at not in within])
    start, end = sorted((data.draw(places), data.draw(places)))
    if start < end:
        fault = digits.as_given(TextFault(digits.place(start), digits.place(end), ""))
        assert (fault.start, fault.end) == (start, end)


@given(st.text(st.sampled_from("百分之一二半三成五翻番了增长两倍千万零点十件，。9.%")))
def test_any_words_are_read(text: str) -> None:
    digits = spelled(text)
    assert all(text[slice(*piece.given)] and digits.text[slice(*piece.spelled)] for piece in digits.pieces)
