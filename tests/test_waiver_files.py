"""Waiver files as they are written -> their faults, word for word, or the decisions that they record."""

import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from checklist import loading, waiver_files
from checklist.errors import RuleError
from checklist.model import Checklist
from checklist.waivers import Waiver
from evaluator import rules_cli

GOOD = """\
waivers:
  - accepts: causes
    report: 石桥镇.txt
    reason: 与县里合并行文
    approver: 王某
    expires: 2026-12-31
"""


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return loading.load()


def faults(text: str, checklist: Checklist) -> list[str]:
    with pytest.raises(RuleError) as caught:
        waiver_files.load([("w.yaml", text.encode())], checklist)
    assert caught.value.of == "豁免文件"
    return [str(fault).replace("\n  提示：", " | ") for fault in caught.value.faults]


def changed(old: str, new: str) -> str:
    assert old in GOOD
    return GOOD.replace(old, new)


REPORT = "缺少“report” | 哪一份报告：文件名、路径、带 * 的路径，或者单位名称"

SYNTAX = "常见原因：缩进没有对齐，冒号后面少了空格，冒号是全角的，引号或括号不成对，* 或 & 开头的词没有加引号"
ALIAS = (
    "规则里不用锚点和引用（& 和 *）"
    " | 把内容写全；共用的词放进 words，共用的说法放进 patterns；要写 & 或 * 本身就加引号"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ["w.yaml: 文件是空的"]),
        ("- accepts: causes\n", ["w.yaml:1:1: 应为若干“键: 值”，这里是列表"]),
        (
            "waiver: []\n",
            [
                "w.yaml:1:1: 缺少“waivers” | 豁免：每一条写明接受什么、哪一份报告、理由、批准人和期限",
                "w.yaml:1:1: 不认识“waiver” | 是不是 waivers？",
            ],
        ),
        ("waivers: 全部\n", ["w.yaml:1:10: 豁免：应为一个列表，这里是文字“全部” | 每一项另起一行，前面加“- ”"]),
        (changed("    report: 石桥镇.txt\n", ""), [f"w.yaml:2:5: 第 1 个豁免：{REPORT}"]),
        (
            changed("approver: 王某", "aprover: 王某"),
            [
                "w.yaml:2:5: 第 1 个豁免：缺少“approver” | 批准人：谁批准的",
                "w.yaml:5:5: 第 1 个豁免：不认识“aprover” | 是不是 approver？",
            ],
        ),
        (
            changed("与县里合并行文", "") + "    quote:\n",
            [
                "w.yaml:4:12: 第 1 个豁免：reason：是空的 | 在冒号后面写上内容（理由：为什么可以接受）",
                "w.yaml:7:5: 第 1 个豁免：quote：只用于核查规则，这里接受的是要素 | 删去这一行",
                "w.yaml:7:11: 第 1 个豁免：quote：是空的 | 在冒号后面写上内容，不需要就把这个键删去",
            ],
        ),
        (changed("与县里合并行文", '" "'), ["w.yaml:4:13: 第 1 个豁免：reason：不能是空的"]),
        (
            changed("2026-12-31", "2026-02-30"),
            ["w.yaml:6:14: 第 1 个豁免：expires：“2026-02-30”不是日期 | 写成 2024-01-31"],
        ),
        (
            changed("2026-12-31", "长期"),
            ["w.yaml:6:14: 第 1 个豁免：expires：“长期”不是日期 | 写成 2024-01-31"],
        ),
        (
            changed("causes", "cause"),
            ["w.yaml:2:14: 第 1 个豁免：accepts：没有编号为“cause”的要素或核查规则 | 是不是 causes？"],
        ),
        (
            changed("causes", "不足的原因"),
            ["w.yaml:2:14: 第 1 个豁免：accepts：没有编号为“不足的原因”的要素或核查规则 | 写编号：causes"],
        ),
        (
            changed("causes", "xyzzy"),
            ["w.yaml:2:14: 第 1 个豁免：accepts：没有编号为“xyzzy”的要素或核查规则 | 编号见 lawgov-rules list"],
        ),
        (
            changed("causes", "sign-off"),
            ["w.yaml:2:14: 第 1 个豁免：accepts：“签发”由人确认，没有可以豁免的结论 | 删去这一条"],
        ),
        (
            GOOD + "    quote: 原因\n",
            ["w.yaml:7:5: 第 1 个豁免：quote：只用于核查规则，这里接受的是要素 | 删去这一行"],
        ),
        (
            GOOD + GOOD.removeprefix("waivers:\n").replace("2026", "2027"),
            ["w.yaml:7:5: 第 2 个豁免：写了两次 | 第 2 行已经写过；期限延长了的，只留较晚的一条"],
        ),
        (
            GOOD + "    reason: 又一个\n",
            ["w.yaml:7:5: “reason”写了两次 | 第 4 行已经写过，合成一个或者删去一个"],
        ),
        (
            changed("王某", "no"),
            [
                "w.yaml:5:15: “no”没有加引号，会被当成是或否 | 要的是文字就加上引号，"
                '写成 "no"；要表示是或否，写 true 或 false'
            ],
        ),
        (changed("石桥镇.txt", "*.txt"), [f"w.yaml:3:14: 这里不合 YAML 的写法 | {SYNTAX}"]),
        (changed("石桥镇.txt", "*all"), [f"w.yaml:3:13: {ALIAS}"]),
    ],
)
def test_every_fault_is_told_with_its_place(text: str, expected: list[str], checklist: Checklist) -> None:
    assert faults(text, checklist) == expected


def test_all_faults_of_a_file_are_told_at_once(checklist: Checklist) -> None:
    text = changed("causes", "cause").replace("2026-12-31", "明年") + "  - report: a\n"
    assert [fault.split(": ")[0] for fault in faults(text, checklist)] == [
        "w.yaml:2:14",
        "w.yaml:6:14",
        *["w.yaml:7:5"] * 4,
    ]


def test_a_file_without_decisions_is_no_mistake(checklist: Checklist) -> None:
    assert waiver_files.load([("w.yaml", b"waivers: []\n")], checklist) == ()


def test_what_a_file_records(checklist: Checklist) -> None:
    text = GOOD + "  - {accepts: rate, report: '*', reason: a, approver: b, expires: 2026-01-01, quote: 办结率}\n"
    assert waiver_files.load([("w.yaml", text.encode())], checklist) == (
        Waiver("causes", "石桥镇.txt", "与县里合并行文", "王某", date(2026, 12, 31), "", "w.yaml:2"),
        Waiver("rate", "*", "a", "b", date(2026, 1, 1), "办结率", "w.yaml:7"),
    )


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(json.loads(waiver_files.SCHEMA_PATH.read_text("utf-8")))


OWN = """\
items:
  - id: fund
    title: 经费
    asks: 数额
    basis: [{norm: supervision-rules}]
    weight: 0
    required: false
    found_in: {roles: [done], passages: [经费]}
    advice: 写明
    examples: {met: [安排经费1万元。], partial: [安排经费。], missing: [无]}
"""


@pytest.mark.usefixtures("small_rules")
@pytest.mark.parametrize(
    ("waivers", "code", "said"),
    [
        (changed("causes", "shortcomings"), 0, "没有问题\n"),
        (changed("causes", "fund"), 0, "没有问题\n"),
        (changed("causes", "funds"), 2, "是不是 fund？\n共 1 处问题\n"),
        ("waivers: [\n", 2, "豁免.yaml 没有读出来，别处用到它的地方没有核对，改好后请再检查一次\n"),
        (changed("causes", "secrecy-review"), 2, "由人确认，没有可以豁免的结论\n  提示：删去这一条\n共 1 处问题\n"),
    ],
)
def test_the_rules_are_linted_with_the_waivers(
    waivers: str, code: int, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "规则.yaml").write_text(OWN, "utf-8")
    (tmp_path / "豁免.yaml").write_text(waivers, "utf-8")
    assert rules_cli.main(["lint", str(tmp_path)]) == code
    assert capsys.readouterr().out.endswith(said)


@pytest.mark.usefixtures("small_rules")
def test_ids_are_not_called_unknown_where_rules_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "规则.yaml").write_text("items: [", "utf-8")
    (tmp_path / "豁免.yaml").write_text(changed("causes", "budget"), "utf-8")
    (fault,) = loading.lint([tmp_path])
    assert fault.path.endswith("规则.yaml")


def test_waivers_are_no_rules(tmp_path: Path) -> None:
    (tmp_path / "规则.yaml").write_text(OWN, "utf-8")
    (tmp_path / "豁免.yaml").write_text(GOOD, "utf-8")
    with pytest.raises(RuleError) as caught:
        loading.rulebook([tmp_path])
    (fault,) = caught.value.faults
    assert (fault.path, fault.message) == (str(tmp_path / "豁免.yaml"), "这是豁免文件，不是规则")
    assert fault.hint == "用 lawgov-check --waivers 给出，不要放在规则文件夹里"
