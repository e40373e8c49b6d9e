"""What passages sound like: told by their characters, learned from reports, used where nothing else tells."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from proofs import OPENING, TITLE
from shipped import checklist

from checklist import loading
from checklist.errors import UserError
from checklist.loading import load
from evaluator.cli import main as check
from evaluator.judging.view import look_at
from evaluator.learning.regression import told_apart
from evaluator.learning.tables import learned
from evaluator.learning.truth import speaks_of
from evaluator.measuring.gold import VALUES, Cut, Gold
from evaluator.reading import read
from evaluator.rules_cli import main
from evaluator.structure import understand
from evaluator.tones import TONES, _table, file_of, grams, sound, telling

REPORTS = Path(__file__).parent / "data" / "reports"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", set()),
        ("2024 年, 12%", {"年"}),
        ("人少", {"人", "少", "人少"}),
        ("人,少", {"人", "少"}),
    ],
)
def test_grams(text: str, expected: set[str]) -> None:
    assert grams(text) == expected


# (tone, a sentence without it, one with it); none is in the words of a rule.
SOUNDS = [
    (
        "problem",
        "乡镇一级办案的人手已经配齐，案子办得细，送达有人上门，文书逐份签收。",
        "乡镇一级办案的人手仍然紧巴巴，案子办得粗，送达靠电话，文书常有漏签。",
    ),
    ("problem", "全年组织培训4次，参加人员320人次，修订制度3项。", "有些所站一年只办了一两个案子，老办法还在用。"),
    ("cause", "一些单位台账不全。", "说起来，是因为人员多从别处转来，没有受过训练。"),
    ("area-emergency", "公布权责清单412项。", "入汛前逐村演了一遍转移路线，备齐沙袋、冲锋舟。"),
    ("area-digital", "组织案卷评查2次。", "部门之间的数据经统一接口互通，证照线上就能调用。"),
]


@pytest.mark.parametrize(("tone", "without", "with_it"), SOUNDS)
def test_what_sounds_so(tone: str, without: str, with_it: str) -> None:
    assert sound(without, tone) < 0 < sound(with_it, tone)
    assert telling(with_it, tone)
    assert all(word in with_it for word in telling(with_it, tone))


def test_a_tone_without_a_table_is_told() -> None:
    with pytest.raises(UserError) as caught:
        sound("人少", "没有这张表")
    assert "没有这张表" in caught.value.message
    assert "learn" in caught.value.hint


OWN = """
items:
  - id: own-hotline
    title: 热线办理
    asks: 政务热线办了多少
    basis: [{norm: supervision-rules}]
    weight: 0
    required: false
    found_in: {roles: [done], passages: [政务热线]}
    sounds: SOUNDS
    advice: 写明办了多少件
    examples: {met: [政务热线办理98件。], partial: [抓好政务热线。], missing: [办理案件3件。]}
profiles:
  - {id: own, title: 本地, extends: national, adds: [own-hotline]}
"""


@pytest.fixture
def few_rules(small_rules: None, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: ARG001
    """The sample of rules, beside the tables of the package."""
    monkeypatch.setattr(loading, "TONES", TONES)


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(("tone", "code"), [("area-functions", 0), ("own-hotline", 2)])
def test_a_tone_of_own_rules_is_asked_for_before_the_run(
    tone: str, code: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own.yaml").write_text(OWN.replace("SOUNDS", tone), "utf-8")
    (tmp_path / "报告.txt").write_text(f"{TITLE}\n{OPENING}\n一、主要举措\n政务热线办理98件。\n", "utf-8")
    options = ["--rules", str(tmp_path / "own.yaml"), "--profile", "own", "--fail-on", "never"]
    assert check([*options, str(tmp_path / "报告.txt")]) == code
    captured = capsys.readouterr()
    assert bool(captured.out) is (code == 0)
    assert ("没有“own-hotline”的用词倾向表" in captured.err) is (code == 2)


SHIPPED = "area-decisions，area-digital，area-disputes，area-emergency，area-enforcement，area-functions，" + (
    "area-institutions，area-oversight，cause，plan，problem"
)
WRITE_ONE = "  提示：写 rules/tones 里有的表，或者写要素自己的编号再统计一份。"


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize(
    ("tone", "hint"),
    [
        (
            "own-hotline",
            "  提示：在克隆的源码里用 lawgov-rules learn 报告文件夹 --rules {file} -o rules/tones 统计一份，"
            "或者删去 sounds",
        ),
        ("area-functoins", WRITE_ONE + "是不是 area-functions？"),
        ("Plan", WRITE_ONE + "是不是 plan？"),
        ("tone", WRITE_ONE + f"可以写：{SHIPPED}，own-hotline"),
    ],
)
def test_lint_tells_a_tone_without_a_table(
    tone: str, hint: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(OWN.replace("SOUNDS", tone), "utf-8")
    assert main(["lint", str(file)]) == 2
    where = f"{file}:10:13: 要素 'own-hotline'：sounds："
    told = f"{where}没有“{tone}”的用词倾向表（rules/tones/{tone}.json）\n{hint.format(file=file)}\n"
    assert capsys.readouterr().out == told + "共 1 处问题\n"


@pytest.mark.usefixtures("few_rules")
def test_lint_tells_it_beside_other_faults(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "own.yaml"
    file.write_text(OWN.replace("SOUNDS", "tone").replace("[done]", "[dome]"), "utf-8")
    assert main(["lint", str(file)]) == 2
    assert [line.split("：")[1] for line in capsys.readouterr().out.splitlines() if "own.yaml:" in line] == [
        "found_in.roles[0]",
        "sounds",
    ]


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize("sounds", ["    sounds: area-functions\n", ""])
def test_lint_says_nothing_of_tones_that_have_a_table(
    sounds: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own.yaml").write_text(OWN.replace("    sounds: SOUNDS\n", sounds), "utf-8")
    assert main(["lint", str(tmp_path / "own.yaml")]) == 0
    assert capsys.readouterr().out == "没有问题\n"


def test_a_tone_of_own_rules_is_learned_and_then_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rules, reports, tones = tmp_path / "own.yaml", tmp_path / "报告", tmp_path / "tones"
    rules.write_text(OWN.replace("SOUNDS", "own-hotline"), "utf-8")
    reports.mkdir()
    hotline = "政务热线办理98件。\n政务热线按时答复。\n政务热线坐席6个。\n"
    done = f"办理案件12件。\n{hotline}培训执法人员12人。\n评查案件案卷9本。\n"
    for number in range(8):
        (reports / f"{number}.txt").write_text(f"{TITLE}\n{OPENING}\n一、主要举措\n{done}", "utf-8")
    assert main(["learn", str(reports), "--rules", str(rules), "-o", str(tones)]) == 0
    assert "own-hotline" in {file.stem for file in tones.iterdir()}
    weights = json.loads(file_of("own-hotline", tones).read_bytes())["weights"]
    assert weights["热线"] > 0 > weights["案件"]
    monkeypatch.setattr("evaluator.tones.file_of", lambda tone: file_of(tone, tones))
    # No table that was read before is used here, and none of these afterwards.
    monkeypatch.setattr("evaluator.tones._table", cache(_table.__wrapped__))
    options = ["--rules", str(rules), "--profile", "own", "--fail-on", "never"]
    capsys.readouterr()
    assert check([*options, str(reports / "0.txt")]) == 0
    assert "热线办理" in capsys.readouterr().out


@pytest.mark.usefixtures("few_rules")
@pytest.mark.parametrize("command", [["test"], ["measure", str(REPORTS), "--profile", "own"]])
def test_a_tone_without_a_table_is_asked_for_before_anything_is_judged(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own.yaml").write_text(OWN.replace("SOUNDS", "own-hotline"), "utf-8")
    assert main([*command, "--rules", str(tmp_path / "own.yaml")]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("错误：没有“own-hotline”的用词倾向表")


def test_every_tone_in_use_has_its_table_and_no_other() -> None:
    used = {item.sounds for item in load().items if item.sounds} | {"problem", "cause", "plan"}
    assert {file.stem for file in TONES.iterdir()} == used
    for tone in used:
        table = json.loads(file_of(tone).read_bytes())
        weights = list(table["weights"].values())
        assert weights == sorted(weights, reverse=True)
        assert all(0 < len(gram) <= 2 for gram in table["weights"])


def test_two_kinds_are_told_apart_the_same_way_each_time() -> None:
    few, many = [grams("力量薄弱，人员不足")] * 4, [grams("组织培训，办理案件")] * 40
    bias, weights = told_apart(few, many)
    assert (bias, weights) == told_apart(few, many)
    assert weights["薄弱"] > 0 > weights["培训"]
    odds = [bias + sum(weights.get(gram, 0) for gram in said) for said in (few[0], many[0])]
    assert odds[0] > odds[1]


def test_what_is_met_once_tells_nothing() -> None:
    assert told_apart([grams("力量薄弱")], [grams("组织培训")])[1] == {}
    assert told_apart([], []) == (0.0, {})


def test_reports_teach() -> None:
    text = f"{TITLE}\n{OPENING}\n一、主要举措\n组织培训4次，办理案件12件。\n二、存在的不足\n力量薄弱，人员偏少。\n"
    view = look_at(understand(read(text.encode(), "报告.txt")), checklist())
    tables = learned([(view, None)] * 8, checklist())
    assert tables.keys() == {file.stem for file in TONES.iterdir()}
    table = json.loads(tables["problem"])
    assert "8 份报告" in table["about"]
    assert table["weights"]["薄弱"] > 0 > table["weights"]["培训"]


def test_an_item_is_learned_from_sentences_of_its_roles() -> None:
    done = "办理案件12件。\n调解纠纷90件。\n培训调解员12人。\n新建调解室6个。\n"
    text = f"{TITLE}\n{OPENING}\n一、主要举措\n{done}二、存在的不足\n调解力量薄弱。\n"
    view = look_at(understand(read(text.encode(), "报告.txt")), checklist())
    weights = json.loads(learned([(view, None)] * 8, checklist())["area-disputes"])["weights"]
    assert weights["调解"] > 0 > weights["案件"]
    assert "薄弱" not in weights


# What the labels say of a report that calls for mediators only in passing, and how its sentence on them then counts.
LABELS: list[tuple[dict[str, object], bool | None]] = [
    ({}, None),
    ({"elements": {"area-disputes": "missing"}}, False),
    ({"elements": {"area-disputes": "weak"}}, True),
    ({"elements": {"area-disputes": "missing"}, "ambiguous": ["area-disputes"]}, None),
    ({"elements": {"area-disputes": "present"}, "cuts": [("办理案件", "培训调解员")]}, False),
    ({"elements": {"area-disputes": "present"}, "cuts": [("培训调解员", "二、")]}, True),
]


@pytest.mark.parametrize(("said", "expected"), LABELS)
def test_labels_tell_look_alikes(said: dict[str, object], expected: bool | None) -> None:
    text = f"{TITLE}\n{OPENING}\n一、主要举措\n办理案件12件。\n培训调解员12人。\n二、存在的不足\n力量薄弱。\n"
    view = look_at(understand(read(text.encode(), "报告.txt")), checklist())
    item = next(item for item in checklist().items if item.id == "area-disputes")
    told = speaks_of(view, item, _gold(**said) if said else None)
    (index,) = (i for i, s in enumerate(view.sentences) if "调解员" in view.document.plain.text[s.start : s.end])
    assert told[index] is expected


def _gold(
    elements: dict[str, str], ambiguous: Sequence[str] = (), cuts: Sequence[tuple[str, str]] = ()
) -> Gold:
    passages = tuple(Cut("area-disputes", begin, end, {}) for begin, end in cuts)
    labels = {name: VALUES[value] for name, value in elements.items()}
    return Gold(Path("a.txt"), labels, {}, frozenset(ambiguous), (), passages, {})


def test_the_command_writes_every_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "新" / "表"
    assert main(["learn", str(REPORTS), "-o", str(folder)]) == 0
    assert {file.name for file in folder.iterdir()} == {file.name for file in TONES.iterdir()}
    captured = capsys.readouterr()
    assert captured.out.count("已写入") == len(list(folder.iterdir()))
    assert captured.err.startswith("注意：只有 12 份读得懂的报告，统计出来的表不可靠")
    assert f"注意：写进 {folder} 的表不影响判定" in captured.err


def test_tables_that_judging_uses_are_replaced_only_where_they_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = {file: file.read_bytes() for file in TONES.iterdir()}
    assert main(["learn", str(REPORTS)]) == 2
    assert capsys.readouterr().err.startswith("错误：没有给出 --output 文件夹")
    assert {file: file.read_bytes() for file in TONES.iterdir()} == before
    monkeypatch.setattr("evaluator.learning.command.TONES", tmp_path)
    assert main(["learn", str(REPORTS), "-o", str(tmp_path / ".." / tmp_path.name)]) == 0
    assert "不影响判定" not in capsys.readouterr().err


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "文件").write_text("")
    assert main(["learn", str(REPORTS), "-o", str(tmp_path / "文件" / "表")]) == 2
    assert "（路径中间有一段不是文件夹）" in capsys.readouterr().err


def test_a_folder_without_reports_teaches_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.txt").write_text("会议通知。", "utf-8")
    assert main(["learn", str(tmp_path), "-o", str(tmp_path)]) == 2
    assert "没有一份读得懂的报告" in capsys.readouterr().err
