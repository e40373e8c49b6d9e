"""Patterns and word lists as they are written in rules -> their faults."""

import pytest
from rulebooks import FRAME, faults, item

from checklist.loading import compiled

PATTERN = "11:42: 要素 'study'：found_in.passages[0]："


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("(学习", f"{PATTERN}括号没有配对"),
        ("学习)", f"{PATTERN}多了一个“)”"),
        (
            "(学…习)法",
            f"{PATTERN}括号没有配对，或者括号里写了省略号"
            " | 省略号只能写在括号外面：(甲|乙)…丙；不行就拆成几条",
        ),
        ("学习…", f"{PATTERN}省略号两边都要有词"),
        ("学习...法律", f"{PATTERN}省略号写成了句点 | 短间隔写 …，长间隔写 ……"),
        (".*学习", f"{PATTERN}“.*”是正则表达式的写法，这里只写词 | 中间隔着别的字用 …，任选其一用 (甲|乙)"),
        ("?学习", f"{PATTERN}“?”前面没有词"),
        ("学^习", f"{PATTERN}“^”只能写在最前面，“$”只能写在最后面"),
        ("(学习)?", f"{PATTERN}这一段的词都是可有可无的，等于什么都匹配"),
        ("学", f"{PATTERN}只有一个字“学”，几乎处处匹配 | 写成两个字以上的词"),
        ("，、", f"{PATTERN}只有标点“,、”，几乎处处匹配"),
        ("学习。法律", f"{PATTERN}“学习。法律”里有句末标点，永远匹配不到"),
        ("{previous-year}学习", f"{PATTERN}没有名为“previous-year”的词表 | 是不是 previous_year？"),
        ("{year学习", f"{PATTERN}花括号没有配对"),
        ("((((((((((学习))))))))))", f"{PATTERN}括号套了不止 8 层 | 拆成几条"),
        ("(一|二|三|四)" * 6, f"{PATTERN}选择太多，展开后超过 1024 个词 | 拆成几条，或者把可有可无的词去掉"),
    ],
)
def test_faults_of_patterns(pattern: str, expected: str) -> None:
    assert faults(item("passages: [学习]", f"passages: ['{pattern}']")) == [f"a.yaml:{expected}"]


NEVER = "永远找不到 | 删去其中一个，或者把除外的词写得更具体"


@pytest.mark.parametrize(
    ("found_in", "expected"),
    [
        (
            "passages: [{says: ['学习…法律', 研讨], unless: [学习]}]",
            f"11:50: 要素 'study'：found_in.passages[0].says[0]：“学习…法律”总是碰上除外的“学习”，{NEVER}",
        ),
        (
            "passages: [{says: ['(学|自)习法'], unless: ['(学|练)习', 自习]}]",
            "11:50: 要素 'study'：found_in.passages[0].says[0]："
            f"“(学|自)习法”总是碰上除外的“(学|练)习”，{NEVER}",
        ),
        (
            "headings: ['{year}学习'], headings_unless: ['{year}']",
            f"11:42: 要素 'study'：found_in.headings[0]：“{{year}}学习”总是碰上除外的“{{year}}”，{NEVER}",
        ),
        (
            "passages: [学习], unless: [{says: [学习], why: 别的事}]",
            f"11:42: 要素 'study'：found_in.passages[0]：“学习”总是碰上除外的“学习”，{NEVER}",
        ),
    ],
)
def test_patterns_that_their_own_exceptions_turn_away(found_in: str, expected: str) -> None:
    assert faults(item("passages: [学习]", found_in)) == [f"a.yaml:{expected}"]


def test_word_lists() -> None:
    text = FRAME + "words: {a: ['{b}'], b: ['{c}', 乙], c: ['{a}'], d: ['{dd}', '(', 甲…乙]}"
    assert faults(text) == [
        "a.yaml:4:40: 词表 'c'：[0]：词表互相引用，绕回了自己：a → b → c → a",
        "a.yaml:4:52: 词表 'd'：[0]：没有名为“dd”的词表 | 是不是 d？",
        "a.yaml:4:60: 词表 'd'：[1]：括号没有配对",
        "a.yaml:4:65: 词表 'd'：[2]：词表里的词不能有省略号",
    ]


def test_a_pattern_is_not_blamed_for_the_list_it_uses() -> None:
    text = item("passages: [学习]", "passages: ['{a}', '{a}学习']") + "words: {a: ['(']}"
    assert faults(text) == ["a.yaml:14:13: 词表 'a'：[0]：括号没有配对"]


def test_word_lists_use_each_other_only_so_deep() -> None:
    lists = ", ".join(f"a{n}: ['{{a{n + 1}}}']" for n in range(2000))
    found = faults(FRAME + f"words: {{{lists}, a2000: [词语]}}")
    assert found[0].endswith("词表 'a9'：[0]：词表套了不止 8 层")
    assert len(found) < 2000 / 8


GROUP = "patterns: {a: ['学…法', 研讨]}"


@pytest.mark.parametrize(
    ("passages", "groups", "expected"),
    [
        ("['{a}', 培训]", GROUP, []),
        ("['{a}培训']", GROUP, [f"{PATTERN}没有名为“a”的词表 | 说法表只能单独写成一条"]),
        ("['{b}']", GROUP, [f"{PATTERN}没有名为“b”的词表 | 可以写：a，previous_year，year，next_year"]),
        ("['{a}']", "patterns: {a: ['(']}", ["14:16: 说法表 'a'：[0]：括号没有配对"]),
        ("['{a}']", "patterns: {a: ['{a}']}", ["14:16: 说法表 'a'：[0]：没有名为“a”的词表 | 说法表只能单独写成一条"]),
        ("['{a}']", "words: {a: [学法]}\n" + GROUP, ["15:12: 说法表 'a'：和一个词表重名 | 换一个名字"]),
        (
            "[{says: ['{a}'], unless: [研讨]}]",
            GROUP,
            [f"11:50: 要素 'study'：found_in.passages[0].says[0]：“研讨”总是碰上除外的“研讨”，{NEVER}"],
        ),
        (
            "[{says: [研讨会], unless: ['{a}']}]",
            GROUP,
            [f"11:50: 要素 'study'：found_in.passages[0].says[0]：“研讨会”总是碰上除外的“研讨”，{NEVER}"],
        ),
    ],
)
def test_groups_of_patterns(passages: str, groups: str, expected: list[str]) -> None:
    text = item("passages: [学习]", f"passages: {passages}") + groups
    assert faults(text) == [f"a.yaml:{fault}" for fault in expected]


def test_a_group_is_as_good_as_its_patterns() -> None:
    written = item("passages: [学习]", "passages: ['学…法', 研讨, 培训]")
    named = item("passages: [学习]", "passages: ['{a}', 培训]") + GROUP
    built = [compiled((("a.yaml", text.encode()),)).items for text in (written, named)]
    assert built[0] == built[1]
