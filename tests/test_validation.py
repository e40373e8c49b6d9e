"""Rules as they are written -> their faults, word for word; rules without faults first."""

from copy import deepcopy
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rulebooks import ADVICE, FRAME, ITEM, RULE, RULES, faults, item

from checklist.building import build
from checklist.errors import unchecked
from checklist.loading import read_files
from checklist.parsing import Source, Trail, parse
from checklist.validation import DATES, faults_of

FOUND_IN = "found_in: {roles: [done], passages: [学习]}"
EXAMPLES = "examples: {met: [甲], partial: [乙], missing: [丙]}"
PROFILES = "profiles:\n  - {id: national, title: 全国}\n"
ABOUT_WEIGHTS = "调整各要素的 weight；自己新增的要素写进自己的方案（adds），或者 weight 写 0"


ANYTHING = (
    st.none() | st.booleans() | st.integers(-1, 3) | st.sampled_from(["", "甲", "a", "[", "{x}", "2021.."])
)


@cache
def sample() -> tuple[Source, list[Trail]]:
    """All of it as one file, and the trails of its values."""
    source = parse("a.yaml", b"\n".join(raw for _, raw in read_files((RULES,))), DATES)
    return source, sorted(filter(None, source.values), key=repr)


@st.composite
def spoilt(draw: st.DrawFn) -> Source:
    """The sample with one or two of its values replaced by something else, or taken out."""
    whole, trails = sample()
    source = replace(whole, data=deepcopy(whole.data))
    for _ in range(draw(st.integers(1, 2))):
        *above, last = draw(st.sampled_from(trails))
        parent = source.data
        for key in above:
            parent = parent[key] if isinstance(parent, dict | list) and _has(parent, key) else None
        if isinstance(parent, dict | list) and _has(parent, last):
            if draw(st.booleans()):
                del parent[last]
            else:
                parent[last] = draw(
                    ANYTHING | st.lists(ANYTHING, max_size=2) | st.dictionaries(st.just("id"), ANYTHING)
                )
    return source


def _has(parent: Any, key: str | int) -> bool:
    return key in parent if isinstance(parent, dict) else isinstance(key, int) and key < len(parent)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(spoilt())
def test_whatever_is_wrong_is_told_and_what_is_not_wrong_is_built(source: Source) -> None:
    if not faults_of([source]):
        assert build([source]).items


def test_the_sample_has_no_faults() -> None:
    sources = [parse(name, raw, DATES) for name, raw in read_files((RULES,))]
    assert faults_of(sources) == ()


@pytest.mark.parametrize(
    "text",
    [
        FRAME,
        item(),
        item(FOUND_IN, "found_in: {roles: [title, preamble, done]}"),
        item(FOUND_IN, "found_in: {roles: [done], headings: ['{year}…学习'], headings_unless: [学习型]}"),
        item(FOUND_IN, "found_in: {roles: [done], passages: [{says: [学习], unless: [学习型]}]}"),
        item(FOUND_IN, "found_in: {roles: [done], passages: [{says: ['(学习|研讨)'], unless: [学习]}]}"),
        item(FOUND_IN, "found_in: {roles: [done], passages: [{says: ['学习…法律'], unless: ['学习法律']}]}"),
        item(FOUND_IN, "found_in: {roles: [done], passages: [{says: [学习], unless: ['学习$']}]}"),
        item(FOUND_IN, "found_in: {roles: [done], passages: [{says: ['{year}'], along: [学习]}]}"),
        item(FOUND_IN, "found_in: {roles: [done], passages: ['{year}…学习', '{previous_year}']}"),
        item(FOUND_IN, "found_in: {roles: [done]}\n    complete_when: [{id: a, says: ['{year}'], advice: 写}]"),
        item(ADVICE, ADVICE + "    applies: {years: 2021, levels: [county]}\n"),
        item(ADVICE, ADVICE + "    applies: {years: ..2020}\n"),
        item(EXAMPLES, "manual: true").replace("weight: 100", "weight: 0").replace(f"    {FOUND_IN}\n", ""),
        item() + PROFILES,
        FRAME + "words: {flaw: ['{trouble}', 短板], trouble: [问题, '(不足|缺)点?']}",
        FRAME + RULE + "    limits: {days: 1.5}\n    words: [甲乙]\n    unless: [甲乙丙]\n",
        FRAME + "year_notes: [{code: a, message: 说明, first_year: 2026, last_year: 2026}]",
    ],
)
def test_nothing_is_said_of_rules_in_order(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            item("basis: [{norm: law}]", "basis: [{norm: lav}]"),
            "8:20: 要素 'study'：basis[0].norm：没有编号为“lav”的依据文件 | 是不是 law？",
        ),
        (
            item("roles: [done]", "roles: [dine]"),
            "11:24: 要素 'study'：found_in.roles[0]：没有编号为“dine”的作用 | 是不是 done？",
        ),
        (
            item(ADVICE, ADVICE + "    follows: [stud]\n"),
            "13:15: 要素 'study'：follows[0]：没有编号为“stud”的要素 | 是不是 study？",
        ),
        (
            item("roles: [done]", "roles: [done], apart_from: [stud]"),
            "11:44: 要素 'study'：found_in.apart_from[0]：没有编号为“stud”的要素 | 是不是 study？",
        ),
        (
            FRAME + "look_alikes:\n  - {says: [学习……], why: 只是题目}\n" + item()[len(FRAME) :],
            "5:13: 第 1 个常见的误认：says[0]：省略号两边都要有词",
        ),
        (
            item(ADVICE, ADVICE + "    follows: [study]\n"),
            "13:15: 要素 'study'：follows[0]：写的是它自己 | 删去，或者换成别的编号",
        ),
        (
            item() + PROFILES + "  - {id: sz, title: 深圳, extends: natonal}\n",
            "16:34: 适用方案 'sz'：extends：没有编号为“natonal”的适用方案 | 是不是 national？",
        ),
        (
            item() + PROFILES.replace("全国}", "全国, order: [studdy]}"),
            "15:39: 适用方案 'national'：order[0]：没有编号为“studdy”的要素 | 是不是 study？",
        ),
        (
            item() + PROFILES.replace("全国}", "全国, adjusts: [{id: budget, omit: true}]}"),
            "15:46: 适用方案 'national'：adjusts[budget].id：没有编号为“budget”的要素 | 可以写：study",
        ),
        (
            item() + PROFILES.replace("全国}", "全国, extends: national}"),
            "15:40: 适用方案 'national'：extends：写的是它自己 | 删去，或者换成别的编号",
        ),
        (
            item("basis: [{norm: law}]", "basis: [{norm: law, verified: true}]"),
            "8:35: 要素 'study'：basis[0].verified：写了 verified: true 却没有写 article"
            " | 写上核对过的条款，或者删去 verified",
        ),
        (
            item(f"    {FOUND_IN}\n", ""),
            "5:5: 要素 'study'：没有写 found_in，永远找不到 | 写明在哪里找；机器判断不了的写 manual: true",
        ),
        (
            item(EXAMPLES, "examples: {met: [甲], partial: [], missing: [丙]}"),
            "13:15: 要素 'study'：examples：缺少 partial 的例文，至少要一个 | partial: [一句判为不完整的话]",
        ),
        (
            item("weight: 100", "weight: 100\n    manual: true").replace(f"    {EXAMPLES}\n", ""),
            "9:13: 要素 'study'：weight：人工确认的要素不计分，weight 应为 0",
        ),
        (
            item("passages: [学习]", "passages: ['(今年|{year})']"),
            "11:42: 要素 'study'：found_in.passages[0]：“(今年|{year})”只有年份，几乎处处匹配"
            " | 写上这一年做的是什么，如 {year}…经费",
        ),
        (
            item(FOUND_IN, "found_in: {roles: [done], headings: ['{year}']}"),
            "11:42: 要素 'study'：found_in.headings[0]：“{year}”只有年份，几乎处处匹配"
            " | 写上这一年做的是什么，如 {year}…经费",
        ),
        (
            item(FOUND_IN, "found_in: {roles: [done]}"),
            "11:15: 要素 'study'：found_in：只要报告写了做的事，就算写到了这一项"
            " | 写 headings 或 passages（有哪些词才算），或者写 complete_when（写到什么程度才算）",
        ),
        (
            item("weight: 100", "weight: 0\n    manual: true"),
            "14:15: 要素 'study'：examples：人工确认的要素不判，不用写例文 | 删去 examples",
        ),
        (
            item(ADVICE, ADVICE + "    complete_when: [{id: a, heading: false, advice: 写}]\n"),
            "13:21: 要素 'study'：complete_when[a]：没有写任何判断的办法 | 至少写一项："
            "says，figures，documents，points，clauses，sentences，heading，own_year，states",
        ),
        (
            item(
                ADVICE,
                ADVICE
                + "    complete_when: [{id: a, points: 1, advice: 写}, {id: a, points: 2, advice: 写}]\n",
            ),
            "13:57: 要素 'study'：complete_when[a].id：“a”写了两次 | 换一个编号",
        ),
        (
            item(ADVICE, ADVICE + "    applies: {years: '2025..2021'}\n"),
            "13:22: 要素 'study'：applies.years：年度写反了：2025 在 2021 之后 | 写成 2021..2025",
        ),
        (
            FRAME.replace("title: 法", "title: 法, begins: 2026-01-02, ends: 2020-01-01"),
            "3:33: 依据文件 'law'：begins：施行日期 2026-01-02 在失效日期 2020-01-01 之后"
            " | 对调 begins 和 ends",
        ),
        (
            FRAME + "year_notes: [{code: a, message: b, first_year: 2026, last_year: 2020}]",
            "4:48: 年度说明 'a'：first_year：年度写反了：2026 在 2020 之后 | 对调 first_year 和 last_year",
        ),
        (
            FRAME + RULE.replace("{found: [甲], clean: [乙]}", "{found: [甲]}"),
            "10:15: 核查规则 'term'：examples：缺少 clean 的例文，至少要一个 | clean: [一句看着像、不应找到的话]",
        ),
        (
            FRAME + RULE + "    words: [甲乙]\n    unless: [乙]\n",
            "12:13: 核查规则 'term'：unless：“甲乙”里就有除外的“乙”，永远找不到 | 删去其中一个",
        ),
        (
            FRAME + RULE + "    terms: [{wrong: 甲, right: 甲, reason: 错}]\n",
            "11:31: 核查规则 'term'：terms[0].right：和 wrong 一样",
        ),
        (
            FRAME + RULE + "    lists: [{name: 三治, members: [自治, 法治, 治法, 自治法]}]\n",
            "11:34: 核查规则 'term'：lists[0].members[0]：“自治”和“自治法”分不清：其中一项是另一项，或者是它的简写"
            " | 写成能分清的全称",
        ),
        (
            FRAME + RULE + "    lists: [{name: 三治, members: [自治, 法律, 德政], unless: [治]}]\n",
            "11:55: 核查规则 'term'：lists[0].unless：“自治”里就有除外的“治”，永远找不到 | 删去其中一个",
        ),
        (
            FRAME + RULE + "    lists:\n" + "    - {name: 三治, members: [自治, 法治, 德治]}\n" * 2,
            "13:14: 核查规则 'term'：lists[1].name：“三治”前面已经列过 | 合成一条",
        ),
        (
            FRAME + RULE + "    names: [{name: 甲, instead: 乙}]\n",
            "11:13: 核查规则 'term'：names[0]：没有写 first_year 或 last_year，等于不限年度",
        ),
        (
            item("weight: 100", "weight: 90") + PROFILES,
            f"15:5: 适用方案 'national'：各要素的分值合计 90，应为 100 | {ABOUT_WEIGHTS}",
        ),
        (
            item()
            + PROFILES
            + "  - {id: sz, title: 深圳, extends: national, adjusts: [{id: study, weight: 60.5}]}\n",
            f"16:5: 适用方案 'sz'：各要素的分值合计 60.5，应为 100 | {ABOUT_WEIGHTS}",
        ),
        (
            "norms: [{id: law, title: 法}]",
            " 没有一个文件写了 checklist（清单的编号、版本和名称） | 这不是一整套规则；另加的规则跟在 --rules 后面，"
            "如 lawgov-rules explain 编号 --rules 文件",
        ),
    ],
)
def test_faults_of_meaning(text: str, expected: str) -> None:
    assert faults(text) == [f"a.yaml:{expected}"]


NEW_ITEM = "items:\n" + ITEM.replace("id: study", "id: budget").replace("weight: 100", "weight: 4")
EXTENDED = "profiles:\n  - {id: sz, title: 深圳, extends: national%s}\n"


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        (NEW_ITEM + EXTENDED % ", adds: [budget], adjusts: [{id: study, weight: 96}]", []),
        (NEW_ITEM.replace("weight: 4", "weight: 0"), []),
        (
            # The fault is the item's that a later file brings, not the profile's that its author never wrote.
            NEW_ITEM,
            [
                "b.yaml:2:5: 要素 'budget'：没有一个方案增加这个要素（adds），所有方案都要它，"
                "各要素的分值合计就超过了 100 | 把它的编号写进自己的方案的 adds，或者 weight 写 0"
            ],
        ),
        (
            NEW_ITEM + EXTENDED % ", adds: [budget], adjusts: [{id: study, weight: 90}]",
            [f"b.yaml:12:5: 适用方案 'sz'：各要素的分值合计 94，应为 100 | {ABOUT_WEIGHTS}"],
        ),
        (
            # Written twice: nobody can say what the weights should sum to.
            "items:\n" + ITEM.replace("weight: 100", "weight: 4"),
            ["b.yaml:2:5: 要素 'study'：写了两次 | a.yaml 第 5 行已经写过；要改动已有的要素，用适用方案的 adjusts"],
        ),
    ],
    ids=["added", "weightless", "stray", "adjusted-wrongly", "twice"],
)
def test_weights_over_several_files(second: str, expected: list[str]) -> None:
    assert faults(item() + PROFILES, second) == expected


def test_lacking_examples_are_told_beside_whatever_else_lacks() -> None:
    rule = RULE.replace("    examples: {found: [甲], clean: [乙]}\n", "    terms: [{wrong: 甲, right: 乙}]\n")
    assert faults(FRAME + rule) == [
        "a.yaml:5:5: 核查规则 'term'：examples：缺少 found 的例文，至少要一个 | found: [一句应当找到的话]",
        "a.yaml:5:5: 核查规则 'term'：examples：缺少 clean 的例文，至少要一个 | clean: [一句看着像、不应找到的话]",
        "a.yaml:10:13: 核查规则 'term'：terms[0]：缺少“reason” | 理由：为什么错",
    ]


PARTIAL = "examples：缺少 partial 的例文，至少要一个 | partial: [一句判为不完整的话]"


@pytest.mark.parametrize(
    ("examples", "told"),
    [
        ("{met: [甲], partial: [乙], missing: [丙]}", []),
        # What the schema says of them is not said twice.
        ("{met: [甲], partial: , missing: [丙]}", ["examples.partial：是空的"]),
        ("{met: [甲], partial: 乙, missing: [丙]}", ["examples.partial：应为一个列表，这里是文字“乙”"]),
        ("[甲]", ["examples：应为若干“键: 值”，这里是列表"]),
        ("{met: [甲], missing: [丙]}", [PARTIAL]),
        ("{met: [甲], partial: [], missing: [丙]}", [PARTIAL]),
        ("{met: [甲], parital: [乙], missing: [丙]}", [PARTIAL, "examples：不认识“parital”"]),
    ],
)
def test_lacking_examples_are_told_beside_other_faults(examples: str, told: list[str]) -> None:
    text = item(EXAMPLES, f"examples: {examples}").replace("title: 学习", "titel: 学习").replace("100", "no")
    said = (fault.split(" ", 1)[1].removeprefix("要素 'study'：") for fault in faults(text))
    lacking, unknown, unquoted, *found = said
    assert lacking.startswith("缺少“title”") and unknown.startswith("不认识“titel”")
    assert unquoted.startswith("“no”没有加引号")
    assert all(one.startswith(start) for one, start in zip(found, told, strict=True))


@pytest.mark.parametrize("manual", ["true", "'yes'"])
def test_no_examples_are_asked_of_what_a_person_confirms(manual: str) -> None:
    text = item("weight: 100", f"weight: no\n    manual: {manual}").replace(f"    {EXAMPLES}\n", "")
    assert not any("examples" in fault for fault in faults(text))


def test_ids_are_given_once_over_all_files() -> None:
    second = (
        "items:\n" + ITEM + "norms: [{id: law, title: 法}]\nchecklist: {id: b, version: '1', title: 乙}\n"
    )
    assert faults(item(), second) == [
        "b.yaml:2:5: 要素 'study'：写了两次 | a.yaml 第 5 行已经写过；要改动已有的要素，用适用方案的 adjusts",
        "b.yaml:11:9: 依据文件 'law'：写了两次 | a.yaml 第 3 行已经写过",
        "b.yaml:12:1: 清单：写了两次 | a.yaml 第 1 行已经写过",
    ]


def test_profiles_that_extend_each_other() -> None:
    text = (
        item()
        + PROFILES.replace("全国}", "全国, extends: sz}")
        + "  - {id: sz, title: 深圳, extends: national}\n"
    )
    assert faults(text) == [
        "a.yaml:15:40: 适用方案 'national'：extends：适用方案互相引用，绕回了自己：national → sz → national"
        " | 删去其中一个 extends",
        "a.yaml:16:34: 适用方案 'sz'：extends：适用方案互相引用，绕回了自己：sz → national → sz"
        " | 删去其中一个 extends",
    ]


APART = "found_in: {roles: [done], passages: [学习], apart_from: [%s]}"
TELLS = FOUND_IN + "\n    tells_of: %s"


@pytest.mark.parametrize(
    ("leaning", "uses", "ways"),
    [
        (APART, {"a": "b, c", "b": "c"}, []),
        (APART, {"c": "a, b", "b": "a"}, []),
        (TELLS, {"a": "b", "b": "c"}, []),
        (APART, {"a": "b", "b": "a"}, ["a → b → a", "b → a → b"]),
        (APART, {"a": "c, b", "b": "c", "c": "b"}, ["b → c → b", "c → b → c"]),
        (TELLS, {"a": "b", "b": "c", "c": "a"}, ["a → b → c → a", "b → c → a → b", "c → a → b → c"]),
    ],
)
def test_items_never_lean_on_themselves(leaning: str, uses: dict[str, str], ways: list[str]) -> None:
    items = [
        ITEM.replace("id: study", f"id: {name}").replace(FOUND_IN, leaning % uses[name] if name in uses else FOUND_IN)
        for name in "abc"
    ]
    found = faults(FRAME + "items:\n" + "".join(items))
    assert [fault.partition("：要素互相引用，绕回了自己：")[2].partition(" | ")[0] for fault in found] == ways
    assert all(
        fault.endswith(" | 删去其中一个 " + ("tells_of" if leaning is TELLS else "apart_from")) for fault in found
    )


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (ITEM, False),
        (ITEM.replace(FOUND_IN, "found_in: {roles: [title], passages: [学习]}"), True),
        (ITEM.replace("weight: 100", "weight: 0").replace(FOUND_IN, "manual: true"), True),
    ],
)
def test_what_stands_in_no_sentence_takes_none_away(other: str, told: bool) -> None:
    found = faults(FRAME + "items:\n" + ITEM.replace("study", "other").replace(FOUND_IN, APART % "study") + other)
    vain = "a.yaml:11:60: 要素 'other'：found_in.apart_from[0]：“study”不在正文里找，写在这里不起作用"
    assert (f"{vain} | 删去，或者换成在正文里找的要素" in found) is told


def test_a_circle_is_told_where_it_is_written() -> None:
    items = ITEM.replace(FOUND_IN, APART % "other") + ITEM.replace("study", "other").replace(FOUND_IN, APART % "study")
    assert faults(FRAME + "items:\n" + items) == [
        "a.yaml:11:60: 要素 'study'：found_in.apart_from[0]：要素互相引用，绕回了自己：study → other → study"
        " | 删去其中一个 apart_from",
        "a.yaml:20:60: 要素 'other'：found_in.apart_from[0]：要素互相引用，绕回了自己：other → study → other"
        " | 删去其中一个 apart_from",
    ]


def test_all_faults_of_all_files_in_their_order() -> None:
    first = item("passages: [学习]", "passages: ['(学', '{stduy}', {says: [学习], unles: [学法]}]")
    second = "norms: [{id: other, title: no}]\nwords: {a: [甲, '{b}']}\n"
    assert faults(first, second) == [
        "a.yaml:11:42: 要素 'study'：found_in.passages[0]：括号没有配对",
        "a.yaml:11:48: 要素 'study'：found_in.passages[1]：没有名为“stduy”的词表"
        " | 可以写：a，previous_year，year，next_year",
        "a.yaml:11:72: 要素 'study'：found_in.passages[2]：不认识“unles” | 是不是 unless？",
        'b.yaml:1:28: “no”没有加引号，会被当成是或否 | 要的是文字就加上引号，写成 "no"'
        "；要表示是或否，写 true 或 false",
        "b.yaml:2:16: 词表 'a'：[1]：没有名为“b”的词表 | 可以写：a，previous_year，year，next_year",
    ]


UNREAD = [
    item("norm: law", "norm: other"),
    item("roles: [done]", "roles: [told]"),
    item("passages: [学习]", "passages: ['{theirs}学习']"),
    item("passages: [学习]", "passages: [{says: ['{own}学习'], unless: [甲学习]}]")
    + "words: {own: [甲, '{theirs}']}\n",
    item("weight: 100", "weight: 90") + PROFILES + "  - {id: sz, title: 深圳, extends: city}\n",
    "norms: [{id: law, title: 法}]\n",
]


@pytest.mark.parametrize("text", UNREAD)
def test_a_file_that_cannot_be_read_does_not_make_others_wrong(text: str) -> None:
    assert faults("norms: [", text) == [
        "a.yaml:1:9: 这里不合 YAML 的写法"
        " | 常见原因：缩进没有对齐，冒号后面少了空格，冒号是全角的，引号或括号不成对，* 或 & 开头的词没有加引号"
    ]


def test_a_file_that_cannot_be_read_hides_nothing_else() -> None:
    second = item("passages: [学习]", "passages: ['(学', '{theirs}学习']").replace("weight: 100", "weight: four")
    third = item(EXAMPLES, "follows: [study]") + "words: {a: ['甲)']}\n"
    sources = [
        parse(name, text.encode(), DATES)
        for name, text in (("a.yaml", 'items: [{id: "x}]'), ("b.yaml", second), ("c.yaml", third))
    ]
    found = faults_of(sources)
    assert [(fault.path, fault.message) for fault in found] == [
        ("a.yaml", "这里不合 YAML 的写法"),
        ("b.yaml", "要素 'study'：weight：应为数字，这里是文字“four”"),
        ("b.yaml", "要素 'study'：found_in.passages[0]：括号没有配对"),
        ("c.yaml", "清单：写了两次"),
        ("c.yaml", "依据文件 'law'：写了两次"),
        ("c.yaml", "要素 'study'：写了两次"),
        ("c.yaml", "要素 'study'：examples：缺少 met 的例文，至少要一个"),
        ("c.yaml", "要素 'study'：examples：缺少 partial 的例文，至少要一个"),
        ("c.yaml", "要素 'study'：examples：缺少 missing 的例文，至少要一个"),
        ("c.yaml", "要素 'study'：follows[0]：写的是它自己"),
        ("c.yaml", "词表 'a'：[0]：多了一个“)”"),
    ]
    assert unchecked(found) == "a.yaml 没有读出来，别处用到它的地方没有核对，改好后请再检查一次"
    assert unchecked(found[1:]) == ""


def test_what_looks_like_any_item_excuses_those_that_are_looked_for_by_clauses() -> None:
    common = FRAME + "look_alikes:\n  - {says: [讲课], why: 只是题目}\nitems:\n"
    (clause,) = build([parse("a.yaml", (common + ITEM.replace("[done],", "[done], scope: clause,")).encode())]).items
    (sentence,) = build([parse("a.yaml", (common + ITEM).encode())]).items
    assert clause.found_in and [each.why for each in clause.found_in.unless] == ["只是题目"]
    assert sentence.found_in and not sentence.found_in.unless
