"""Rules without faults -> what they say for nothing; rules that say nothing twice first."""

from pathlib import Path

import pytest
from rulebooks import FRAME, ITEM, RULE, RULES, faults, item, surplus

from checklist import loading
from checklist.loading import read_files
from evaluator import rules_cli

SAYS = "passages: [学习]"
USED = item(SAYS, "passages: ['{talk}法律']")
ROLE = FRAME + "roles: [{id: plan, title: 安排, headings: ['{talk}']}]\n"


@pytest.mark.parametrize(
    "text",
    [
        item(),
        item(SAYS, "passages: [学习, 学习法律, '{year}学习', '学习…法律', '学习……法律']"),
        item(SAYS, "passages: [{says: [学习, 研讨], along: [法律]}, {says: [学习], along: [宪法]}]"),
        item(SAYS, "passages: [学习], headings: [学习], unless: [{says: [学习班], why: 学习班}]"),
        item(SAYS, "passages: [学习], unless: [{says: [讲课], why: 讲课}, {says: [听课], why: 讲课}]"),
        item("met: [甲]", "met: [甲, 甲]"),
        USED + "words: {talk: [学习, 宣讲]}",
        USED + "words: {talk: ['{tell}', 学习], tell: [宣讲, 讲解]}",
        item(SAYS, "passages: ['{talk}']") + "patterns: {talk: ['学习…法律', '{tell}']}\nwords: {tell: [宣讲]}",
        ROLE + "words: {talk: [打算]}",
        FRAME + "look_alikes: [{says: ['{talk}'], why: 讲课}]\nwords: {talk: [讲课, 听课]}",
        item() + RULE + "    words: [甲乙, 乙丙]\n    unless: [甲乙丙, 乙丙丁]\n",
    ],
)
def test_nothing_is_said_of_rules_that_need_all_they_say(text: str) -> None:
    assert faults(text) == []
    assert surplus(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            item(SAYS, "passages: [学习, 研讨, 学习]"),
            "11:50: 要素 'study'：found_in.passages[2]："
            "“学习”在这个列表里写了两次 | 第 11 行第 42 列已经写过，删去其中一个",
        ),
        (
            item(SAYS, "passages: [{says: ['学习(甲|乙)', 研讨, '学习（甲|乙）']}]"),
            "11:65: 要素 'study'：found_in.passages[0].says[2]："
            "“学习（甲|乙）”在这个列表里写了两次 | 第 11 行第 50 列已经写过，删去其中一个",
        ),
        (
            USED + "words:\n  talk:\n    - 学习\n    - 宣讲\n    - 学习\n",
            "18:7: 词表 'talk'：[2]：“学习”在这个列表里写了两次 | 第 16 行第 7 列已经写过，删去其中一个",
        ),
        (
            item(SAYS, "passages: ['{talk}']") + "patterns: {talk: [学习, 学 习]}",
            "14:23: 说法表 'talk'：[1]：“学 习”在这个列表里写了两次 | 第 14 行第 19 列已经写过，删去其中一个",
        ),
        (
            item() + RULE + "    words: [甲乙, 甲乙]\n",
            "21:17: 核查规则 'term'：words[1]：“甲乙”在这个列表里写了两次 | 第 21 行第 13 列已经写过，删去其中一个",
        ),
        (
            item() + "words: {talk: [学习]}",
            "14:9: 词表 'talk'：没有一条规则用到 | 在要用的地方写 {talk}，不用就删去",
        ),
        (
            item() + "patterns: {talk: ['学习…法律']}",
            "14:12: 说法表 'talk'：没有一条规则用到 | 在要用的地方写 {talk}，不用就删去",
        ),
        (
            item("asks: 学了什么", "asks: 学了{talk}") + "words: {talk: [学习]}",
            "14:9: 词表 'talk'：没有一条规则用到 | 在要用的地方写 {talk}，不用就删去",
        ),
    ],
)
def test_what_rules_say_for_nothing(text: str, expected: str) -> None:
    assert faults(text) == []
    assert surplus(text) == [f"a.yaml:{expected}"]


def test_a_list_that_only_an_unused_list_uses_is_unused_too() -> None:
    second = "words: {talk: ['{tell}'], tell: [宣讲]}\n"
    assert surplus(item(), second) == [
        "b.yaml:1:9: 词表 'talk'：没有一条规则用到 | 在要用的地方写 {talk}，不用就删去",
        "b.yaml:1:27: 词表 'tell'：没有一条规则用到 | 在要用的地方写 {tell}，不用就删去",
    ]


def test_a_list_is_used_from_other_files() -> None:
    assert surplus("words: {talk: [学习, 宣讲]}\n", USED) == []


def test_the_sample_says_nothing_for_nothing() -> None:
    assert surplus(*(raw.decode() for _, raw in read_files((RULES,)))) == []


OWN = "items:\n" + ITEM.replace("norm: law", "norm: supervision-rules").replace("weight: 100", "weight: 0")
OWN = OWN.replace("id: study", "id: talk")


@pytest.mark.usefixtures("small_rules")
@pytest.mark.parametrize(
    ("text", "told"),
    [
        (OWN, "没有问题\n"),
        (
            OWN.replace("[学习]", "[学习, 学习]"),
            "本市.yaml:8:46: 要素 'talk'：found_in.passages[1]：“学习”在这个列表里写了两次\n"
            "  提示：第 8 行第 42 列已经写过，删去其中一个\n共 1 处问题\n",
        ),
    ],
)
def test_lint_tells_and_a_run_goes_on(
    text: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("本市.yaml").write_text(text, "utf-8")
    assert rules_cli.main(["lint", "本市.yaml"]) == (0 if told == "没有问题\n" else 2)
    assert capsys.readouterr().out == told
    assert [found.id for found in loading.rulebook([Path("本市.yaml")]).items][-1] == "talk"


@pytest.mark.usefixtures("small_rules")
def test_of_rules_with_faults_lint_tells_the_faults_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    # Of a misspelt key every list that stands below it looks unused.
    (tmp_path / "a.yaml").write_text("words: {talk: [学习, 学习]}\nitmes: []\n", "utf-8")
    assert rules_cli.main(["lint", str(tmp_path / "a.yaml")]) == 2
    assert capsys.readouterr().out.endswith("共 1 处问题\n")
