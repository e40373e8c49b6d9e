"""YAML as rule authors write it: what is read, where it stands, and every surprise of YAML refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.parsing import MOST_BYTES, MOST_LEVELS, Source, parse


def faults(text: str | bytes) -> list[str]:
    raw = text if isinstance(text, bytes) else text.encode()
    found = parse("a.yaml", raw, ("begins",)).faults
    return [str(fault).replace("\n  提示：", " | ") for fault in found]


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("a: 文字", {"a": "文字"}),
        ("a: 1\nb: -2\nc: 0\nd: 2.5", {"a": 1, "b": -2, "c": 0, "d": 2.5}),
        ("a: true\nb: false", {"a": True, "b": False}),
        ("a:\nb: ~\nc: null", {"a": None, "b": None, "c": None}),
        ('a: "no"\nb: \'1.10\'\nc: "2024-01-01"', {"a": "no", "b": "1.10", "c": "2024-01-01"}),
        ("begins: 2024-01-01", {"begins": "2024-01-01"}),
        ("a: 2021..", {"a": "2021.."}),
        ("a: ..2020", {"a": "..2020"}),
        ("a: [甲, {b: 乙}]", {"a": ["甲", {"b": "乙"}]}),
        ("a: |\n  一行\n  二行\n", {"a": "一行\n二行\n"}),
        ('a: "# 不是注释"  # 注释', {"a": "# 不是注释"}),
        ("- 甲\n- 乙", ["甲", "乙"]),
        ("n: 甲\ny: 乙", {"n": "甲", "y": "乙"}),
        ("a: 甲\n# \t注释里的制表符\nb: 乙\tb", {"a": "甲", "b": "乙\tb"}),
        (b"\xef\xbb\xbfa: \xe7\x94\xb2", {"a": "甲"}),
        ("a: 甲\r\nb:\r\n  - 乙\r\n", {"a": "甲", "b": ["乙"]}),
    ],
)
def test_reads_plain_data(text: str | bytes, data: object) -> None:
    raw = text if isinstance(text, bytes) else text.encode()
    source = parse("a.yaml", raw, ("begins",))
    assert (source.data, source.faults) == (data, ())


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_remembers_where_keys_and_values_stand(end: str) -> None:
    text = end.join(["\ufeffitems:", "  - id: 甲", "    says: [乙, 丙丁]", "名称:  戊"])
    source = parse("a.yaml", text.encode())
    assert source.keys[("items", 0, "says")] == (3, 5)
    assert source.values[("items", 0, "says", 1)] == (3, 15)
    assert source.keys[("名称",)] == (4, 1)
    assert source.values[("名称",)] == (4, 6)
    assert str(source.fault(("items", 0, "none", 3), "缺")) == "a.yaml:2:5: 缺"
    assert str(source.fault(("items", 0, "says"), "多", at_key=True)) == "a.yaml:3:5: 多"


QUOTE = '要的是文字就加上引号，写成 "{}"'
NUMBER = QUOTE + "；要的是数字，用不带前导零、末尾零和冒号的十进制写法"
TRUTH = QUOTE + "；要表示是或否，写 true 或 false"


@pytest.mark.parametrize(
    ("word", "kind", "hint"),
    [
        *[(word, "是或否", TRUTH) for word in ("no", "yes", "on", "Off", "TRUE", "True", "NO")],
        *[
            (word, "数字", NUMBER)
            for word in ("1.10", "12:30", "010", "0x1F", "0b1", "1_000", "+5", ".5", "1.0e+3")
        ],
        *[(word, "数字", NUMBER) for word in (".inf", ".NaN", "1234567890123456789", "1.")],
        ("2024-01-01", "日期", QUOTE),
        ("2024-01-01 12:00:00", "日期", QUOTE),
        ("=", "特殊标记", QUOTE),
        ("<<", "合并标记", QUOTE),
    ],
)
def test_coercions_are_refused(word: str, kind: str, hint: str) -> None:
    fault = f"“{word}”没有加引号，会被当成{kind} | {hint.format(word)}"
    assert faults(f"a: {word}") == [f"a.yaml:1:4: {fault}"]
    assert faults(f"{word}: 甲") == [f"a.yaml:1:1: {fault}"]


def test_a_date_is_refused_where_none_is_expected() -> None:
    assert faults("begins: 2024-01-01\nids: [2024-01-01]") == [
        f"a.yaml:2:7: “2024-01-01”没有加引号，会被当成日期 | {QUOTE.format('2024-01-01')}"
    ]


SYNTAX = "常见原因：缩进没有对齐，冒号后面少了空格，冒号是全角的，引号或括号不成对，* 或 & 开头的词没有加引号"
ANCHOR = (
    "规则里不用锚点和引用（& 和 *）"
    " | 把内容写全；共用的词放进 words，共用的说法放进 patterns；要写 & 或 * 本身就加引号"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["a.yaml: 文件是空的"]),
        ("# 只有注释\n", ["a.yaml: 文件是空的"]),
        ("a: [甲", [f"a.yaml:1:4: 这里不合 YAML 的写法 | {SYNTAX}"]),
        ("a: 甲\n b: 乙", [f"a.yaml:2:3: 这里不合 YAML 的写法 | {SYNTAX}"]),
        ("a: 甲\na: 乙", ["a.yaml:2:1: “a”写了两次 | 第 1 行已经写过，合成一个或者删去一个"]),
        (
            "a: {b: 1, b: 2}\na: no",
            [
                "a.yaml:1:11: “b”写了两次 | 第 1 行已经写过，合成一个或者删去一个",
                "a.yaml:2:1: “a”写了两次 | 第 1 行已经写过，合成一个或者删去一个",
                f"a.yaml:2:4: “no”没有加引号，会被当成是或否 | {TRUTH.format('no')}",
            ],
        ),
        ("a:\n\t- 甲\n\t- 乙", [f"a.yaml:{n}:1: 缩进用了制表符（Tab） | 改用空格缩进" for n in (2, 3)]),
        ("a: &x 甲\nb: *x", [f"a.yaml:1:4: {ANCHOR}", f"a.yaml:2:4: {ANCHOR}"]),
        ("a: !!str 1", ["a.yaml:1:4: 规则里不用标签（tag:yaml.org,2002:str） | 要写“!”本身就加引号"]),
        ("a: !x 1", ["a.yaml:1:4: 规则里不用标签（!x） | 要写“!”本身就加引号"]),
        ("a: 甲\n---\nb: 乙", ["a.yaml:2:1: 一个文件里只能有一份内容 | 去掉中间的“---”，或者分成两个文件"]),
        ("? [甲]\n: 乙", [f"a.yaml:1:3: 键必须是一个词 | {SYNTAX}"]),
        ("a: 甲\nb: \x07", ["a.yaml:2:4: 有看不见的控制字符（U+0007） | 删去这个字符"]),
        ("a: 甲乙\x00".encode(), ["a.yaml:1:6: 有看不见的控制字符（U+0000） | 删去这个字符"]),
    ],
)
def test_refuses(text: str | bytes, expected: list[str]) -> None:
    assert faults(text) == expected


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        ("a: 1\nb: 中文".encode("gbk"), "a.yaml:2:4: 文件是 GBK 编码，应为 UTF-8"),
        ("a: 中文".encode("utf-16"), "a.yaml:1:1: 文件是 UTF-16（记事本的“Unicode”）编码，应为 UTF-8"),
        (b"a: \xe4\xb8\xad\xff\xff", "a.yaml:1:5: 文件不是 UTF-8 文本"),
    ],
)
def test_other_encodings(raw: bytes, message: str) -> None:
    assert faults(raw) == [f"{message} | 用记事本打开，另存为，编码选 UTF-8"]


def test_depth_is_limited_before_anything_is_built() -> None:
    for opening in ("[", "{a: ", "- "):
        assert [f.message for f in parse("a.yaml", (opening * 100_000).encode()).faults] == [
            f"嵌套超过 {MOST_LEVELS} 层"
        ]


def test_a_bomb_of_aliases_does_not_grow() -> None:
    lines = ["a0: &a0 [甲, 甲]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    source = parse("a.yaml", "\n".join(lines).encode())
    assert len(source.values) < 200
    assert {fault.message for fault in source.faults} == {"规则里不用锚点和引用（& 和 *）"}


@given(st.text() | st.text("-:?[]{}|>&*!%@'\"#, \nab", max_size=30))
def test_whatever_is_written_ends_as_data_or_faults(text: str) -> None:
    assert isinstance(parse("a.yaml", text.encode("utf-8", "surrogatepass")), Source)


def test_size_is_limited() -> None:
    assert faults(b"#" * (MOST_BYTES + 1)) == ["a.yaml: 文件超过 2 MB，不像规则文件"]
