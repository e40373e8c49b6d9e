"""Patterns -> phrases: words, gaps, choices, options, anchors, years and lists, in every width."""

import pytest

from checklist.phrases import LONG_GAP, MOST_WORDS, SHORT_GAP, PhraseError, expand, parse, year_forms

LISTS = {"problem": ("问题", "不足"), "last-year": ("上年度", "{previous_year}"), "empty-first": ("", "甲")}


@pytest.mark.parametrize(
    ("pattern", "words", "gaps"),
    [
        ("学习", (("学习",),), ()),
        (" 学 习\n", (("学习",),), ()),
        ("（学习｜研讨）班", (("学习班", "研讨班"),), ()),
        ("学习|研讨", (("学习", "研讨"),), ()),
        ("学习(强国)?", (("学习", "学习强国"),), ()),
        ("学习？班", (("学习班", "学班"),), ()),
        ("(甲|乙)(丙|丁)", (("丙甲",),) and (("乙丁", "乙丙", "甲丁", "甲丙"),), ()),
        ("(甲|乙(丙|丁)?)戊", (("乙丁戊", "乙丙戊", "乙戊", "甲戊"),), ()),
        ("〔2021〕33号", (("[2021]33号",),), ()),
        ("[2021]33号", (("[2021]33号",),), ()),
        ("【待补充】", (("[待补充]",),), ()),
        ("针对…问题", (("针对",), ("问题",)), (SHORT_GAP,)),
        ("针对……问题…整改", (("针对",), ("问题",), ("整改",)), (LONG_GAP, SHORT_GAP)),
        ("(针对|就)…{problem}", (("就", "针对"), ("不足", "问题")), (SHORT_GAP,)),
        ("{problem}的整改", (("不足的整改", "问题的整改"),), ()),
        ("{year}工作", (("{year}工作",),), ()),
        ("{year}年度?工作", (("{year}工作", "{year}度工作"),), ()),
        ("{last-year}", (("{previous_year}", "上年度"),), ()),
        ("“一件事”", (('"一件事"',),), ()),
        ("互联网＋监管", (("互联网+监管",),), ()),
        ("甲|甲|乙乙…丙", (("乙乙", "甲"), ("丙",)), (SHORT_GAP,)),
    ],
)
def test_words_and_gaps(pattern: str, words: tuple[tuple[str, ...], ...], gaps: tuple[int, ...]) -> None:
    phrase = parse(pattern, LISTS)
    assert tuple(map(set, phrase.words)) == tuple(map(set, words))
    assert (phrase.gaps, phrase.source) == (gaps, pattern)


@pytest.mark.parametrize(
    ("pattern", "start", "end"),
    [("学习", False, False), ("^将", True, False), ("^学习$", True, True), ("好好$", False, True)],
)
def test_anchors(pattern: str, start: bool, end: bool) -> None:
    phrase = parse(pattern)
    assert (phrase.at_start, phrase.at_end) == (start, end)


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("", "里面没有词"),
        (" ", "里面没有词"),
        ("^", "里面没有词"),
        ("…学习", "省略号两边都要有词"),
        ("学习………法律", "省略号两边都要有词"),
        ("()", "这一段的词都是可有可无的，等于什么都匹配"),
        ("学习|", "这一段的词都是可有可无的，等于什么都匹配"),
        ("{empty-first}", "这一段的词都是可有可无的，等于什么都匹配"),
        ("学习??", "“?”前面没有词"),
        ("学|习", "只有一个字“习”，几乎处处匹配"),
        ("学习|研", "只有一个字“研”，几乎处处匹配"),
        ("学$", "只有一个字“学”，几乎处处匹配"),
        (r"\d件", r"“\d”是正则表达式的写法，这里只写词"),
        ("经费[甲乙]", "“[甲乙]”是正则表达式的写法，这里只写词"),
        ("[0-9]件", "“[0-9]”是正则表达式的写法，这里只写词"),
        ("[^学]习", "“[^”是正则表达式的写法，这里只写词"),
        ("学习！", "“学习!”里有句末标点，永远匹配不到"),
        ("学习；研讨", "“学习;研讨”里有句末标点，永远匹配不到"),
        ("{none}学习", "没有名为“none”的词表"),
        ("(" * 500 + "学习" + ")" * 500, "括号套了不止 8 层"),
        ("(甲|乙)?" * 40, f"选择太多，展开后超过 {MOST_WORDS} 个词"),
    ],
)
def test_refused(pattern: str, message: str) -> None:
    with pytest.raises(PhraseError) as error:
        parse(pattern, LISTS)
    assert str(error.value) == message


def test_entries_of_lists_may_be_short_and_use_lists() -> None:
    assert expand("{problem}点?", LISTS) == ("不足", "不足点", "问题", "问题点")
    assert expand("无", LISTS) == ("无",)
    with pytest.raises(PhraseError, match="词表里的词不能有省略号"):
        expand("学习…法律", LISTS)


def test_years_in_every_way_they_are_written() -> None:
    assert year_forms(2024) == ("2024年", "二〇二四年", "二零二四年", "二O二四年", "二o二四年", "二0二四年")
