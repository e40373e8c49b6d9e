"""Reports changed on purpose: each change is what it says, and what the rules do not bear is told."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from checklist.loading import load
from checklist.model import (
    Checklist,
    Examples,
    Expectation,
    FoundIn,
    Item,
    LookAlike,
    Passage,
    Profile,
    Rulebook,
)
from checklist.phrases import parse
from evaluator import rules_cli
from evaluator.assessment import Verdict
from evaluator.corpus import Report, reports
from evaluator.cutting import Passage as Piece
from evaluator.cutting import listed_passages
from evaluator.deleting import groups, idle
from evaluator.document import Document
from evaluator.evaluation import Options, document_of
from evaluator.judging import look_at
from evaluator.mutating import Failure, mutate
from evaluator.pasting import pastes
from evaluator.rearranging import LAYOUTS, one_line_each
from evaluator.respelling import respelled, shifted

MET, PARTIAL, MISSING = Verdict.MET, Verdict.PARTIAL, Verdict.MISSING
TEXT = """云岭县水务局2024年法治政府建设年度报告

2024年，我局坚持以习近平新时代中国特色社会主义思想为指导，推进依法行政。现将有关情况报告如下：

　　一、推进法治政府建设的主要举措和成效
　　（一）学习贯彻习近平法治思想
　　局党组召开会议4次，专题学习习近平法治思想。举办培训班2期，培训干部60人。
　　列入全年学习计划。
　　（二）规范水行政执法。全年办理行政处罚案件12件，结案11件。公示执法信息30条。
　　二、存在的不足和原因
　　一是执法人员偏少，持证人员仅6人。因编制多年未增，案件积压7件。
　　三、2025年工作安排
　　增配执法人员2名，组织执法培训3次，完成规范性文件清理和评估。
云岭县水务局
2025年1月20日
"""


def understood(text: str) -> Document:
    return document_of(text.encode(), "", Options())


def laid_out(name: str) -> list[str]:
    return LAYOUTS[name](understood(TEXT)).split("\n")


# What each layout makes of some lines of the report: lines that stand in it, lines that do not any more.
@pytest.mark.parametrize(
    ("name", "there", "gone"),
    [
        (
            "去掉标题编号",
            [
                "　　推进法治政府建设的主要举措和成效",
                "　　规范水行政执法",
                "　　全年办理行政处罚案件12件，结案11件。公示执法信息30条。",
                "　　一是执法人员偏少，持证人员仅6人。因编制多年未增，案件积压7件。",
            ],
            ["　　二、存在的不足和原因"],
        ),
        (
            "标题接排正文",
            [
                "　　（一）学习贯彻习近平法治思想。"
                "局党组召开会议4次，专题学习习近平法治思想。举办培训班2期，培训干部60人。",
                "　　二、存在的不足和原因",
            ],
            ["　　（一）学习贯彻习近平法治思想"],
        ),
        (
            "两段并一段",
            [
                "　　局党组召开会议4次，专题学习习近平法治思想。"
                "举办培训班2期，培训干部60人。列入全年学习计划。",
                "　　（一）学习贯彻习近平法治思想",
            ],
            ["　　列入全年学习计划。"],
        ),
        (
            "一段分两段",
            ["　　局党组召开会议4次，专题学习习近平法治思想。", "　　举办培训班2期，培训干部60人。"],
            [],
        ),
        (
            "逐句分段",
            [
                "　　（二）规范水行政执法。全年办理行政处罚案件12件，结案11件。",
                "　　公示执法信息30条。",
                "　　因编制多年未增，案件积压7件。",
            ],
            [],
        ),
        (
            "每 30 字硬换行",
            [
                "2024年，我局坚持以习近平新时代中国特色社会主义思想为指导",
                "，推进依法行政。现将有关情况报告如下：",
                "　　局党组召开会议4次，专题学习习近平法治思想。举办培训班2",
                "期，培训干部60人。",
            ],
            [],
        ),
        ("每段一行", TEXT.split("\n"), []),
    ],
)
def test_layouts(name: str, there: list[str], gone: list[str]) -> None:
    lines = laid_out(name)
    assert [line for line in there if line not in lines] == []
    assert [line for line in gone if line in lines] == []
    flat = "".join(lines).replace("。", "").replace("　", "")
    assert name == "去掉标题编号" or flat == TEXT.replace("\n", "").replace("。", "").replace("　", "")


def test_wrapped_lines_are_put_together_first() -> None:
    wrapped = understood(LAYOUTS["每 30 字硬换行"](understood(TEXT)))
    assert one_line_each(wrapped) == TEXT


# Years move together; names and numbers of documents keep theirs, and what is no year stays.
@pytest.mark.parametrize(
    ("text", "offset", "expected"),
    [
        ("2024年比2023年多", -1, "2023年比2022年多"),
        ("2023—2024年度，二〇二四年，二零二三年", 1, "2024—2025年度，二〇二五年，二〇二四年"),
        ("２０２４年", -3, "２０２１年"),
        ("发布时间：2025-01-20 2025/1/20 2025.1.20", -2, "发布时间：2023-01-20 2023/1/20 2023.1.20"),
        ("《纲要（2021—2025年）》实施的2024年", -1, "《纲要（2021—2025年）》实施的2023年"),
        ("厅字〔2019〕33号，2024件，12024年，电话2024", 1, "厅字〔2019〕33号，2024件，12024年，电话2024"),
    ],
)
def test_years_are_shifted(text: str, offset: int, expected: str) -> None:
    assert shifted(text, offset) == expected


def test_spellings() -> None:
    changed = dict(respelled("A市2024年(1)，\n", 2024))
    assert changed["全改全角"].decode() == "Ａ市２０２４年（１），\n"
    assert changed["全改半角"].decode() == "A市2024年(1),\n"
    assert changed["GB18030 编码"].decode("gb18030") == changed["UTF-16 编码"].decode("utf-16")
    assert changed["CRLF 换行"] == "A市2024年(1)，\r\n".encode()
    years = [name for name in changed if name.startswith("年份")]
    assert years == [f"年份整体改为 {year} 年度" for year in (2021, 2022, 2023, 2025)]
    assert not [name for name, _ in respelled("2019年", 2019) if name.startswith("年份")]


def test_a_passage_is_cut_out_and_stands_elsewhere() -> None:
    start, end = TEXT.index("二、存在"), TEXT.index("三、2025")
    piece = Piece("删", ((start, end),), {})
    rest = piece.cut_from(TEXT)
    assert "不足" not in rest and len(rest) == len(TEXT) - (end - start)
    cut = understood(rest)
    places = dict(pastes(cut, look_at(cut, load()).roles, tuple(piece.pieces(TEXT))))
    assert list(places) == ["贴到第一部分末尾"]
    lines = places["贴到第一部分末尾"].split("\n")
    assert lines[lines.index("　　二、存在的不足和原因") - 1].startswith("　　（二）规范水行政执法。")


@pytest.mark.parametrize(
    ("cut", "piece"),
    [
        ("专题学习习近平法治思想。", "　　专题学习习近平法治思想。"),
        ("局党组召开会议4次，", "　　局党组召开会议4次。"),
        ("学习贯彻习近平法治思想", "　　学习贯彻习近平法治思想。"),
        ("（一）学习贯彻习近平法治思想\n　　局党组召开", "　　（一）学习贯彻习近平法治思想\n　　局党组召开"),
    ],
)
def test_pieces_end_like_sentences(cut: str, piece: str) -> None:
    start = TEXT.index(cut)
    assert list(Piece("", ((start, start + len(cut)),), {}).pieces(TEXT)) == [piece]


def test_all_that_the_program_lists_goes() -> None:
    document = understood(TEXT)
    passages = {passage.name: passage for passage in listed_passages(document, load())}
    rest = passages["删去列出的全部原文（shortcomings）"].cut_from(TEXT)
    assert "二、" not in rest and "执法人员偏少" not in rest and "三、2025年工作安排" in rest
    assert passages["删去列出的全部原文（study）"].labels == {"study": MISSING}
    assert "（measures）" not in "".join(passages)


def test_a_sound_checklist_bears_every_mutation(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text(TEXT, "utf-8")
    mutated = mutate(Report(path), load())
    assert (mutated.failures, mutated.skipped) == ((), "")
    assert mutated == mutate(Report(path), load())
    assert mutated.mutations > 20


def rulebook(*places: FoundIn, examples: Examples = Examples()) -> Rulebook:  # noqa: B008
    items = tuple(
        Item(name, "学习", "学了什么", (), 10, False, "写明", found_in=place, examples=examples)
        for name, place in zip(("study", "causes"), places, strict=False)
    )
    return Rulebook("r", "1", "年度报告", (), (), items, (), (Profile("national", "全国"),), ())


def checklist(*places: FoundIn) -> Checklist:
    return replace(load(), items=rulebook(*places).items, roles=(), vocabulary=None)


def words(*patterns: str) -> FoundIn:
    return FoundIn(("done",), passages=(Passage(tuple(map(parse, patterns))),))


def labelled(folder: Path, *cuts: Mapping[str, object]) -> Report:
    (folder / "甲.txt").write_text(TEXT, "utf-8")
    labels = {"elements": {"study": "present"}, "cuts": cuts}
    (folder / "甲.gold.json").write_text(json.dumps(labels), "utf-8")
    return reports((folder,), ("study", "causes"))[0]


CUT = {"element": "study", "from": "（一）", "to": "（二）", "also": {"causes": "weak"}}


def test_an_item_that_is_found_without_its_passage(tmp_path: Path) -> None:
    weak = checklist(words("执法"), words("会议"))
    assert mutate(labelled(tmp_path, CUT), weak).failures == (
        Failure("按标注第 1 处删去一段（study）", "study", MET, MET),
        Failure("按标注第 1 处删去一段（study）", "causes", MET, MISSING),
    )


def test_an_item_that_hangs_on_the_number_of_its_heading(tmp_path: Path) -> None:
    weak = checklist(FoundIn(("done",), headings=(parse("二、存在"),)))
    assert mutate(labelled(tmp_path), weak).failures == (Failure("去掉标题编号", "study", MET, MISSING),)


def test_an_item_that_hangs_on_its_year(tmp_path: Path) -> None:
    weak = checklist(FoundIn(("done",), headings=(parse("2025年工作安排"),)))
    failed = [failure.mutation for failure in mutate(labelled(tmp_path), weak).failures]
    assert failed == [f"年份整体改为 {year} 年度" for year in (2021, 2022, 2023, 2025)]


def test_a_report_that_cannot_be_judged_is_told(tmp_path: Path) -> None:
    path = tmp_path / "甲.txt"
    path.write_text("通知\n", "utf-8")
    mutated = mutate(Report(path), load())
    assert (mutated.mutations, mutated.failures) == (0, ())
    assert mutated.skipped.startswith("不是报告正文")


# One item with groups that matter to the text or to its examples, and groups that do not.
PLACE = FoundIn(
    ("done",),
    headings=(parse("没有的标题"),),
    passages=(
        Passage((parse("培训班"),)),
        Passage((parse("案件"),), along=(parse("处罚"),), unless=(parse("没有的词"),)),
        Passage((parse("公示"),)),
    ),
    unless=(LookAlike((parse("执法信息"),), "讲的是公示"),),
)


def idle_names(book: Rulebook) -> list[str]:
    return [f"{group.owner} {group.where}" for group in idle(book, (understood(TEXT),))]


def test_groups_that_change_nothing() -> None:
    only = replace(PLACE, passages=PLACE.passages[1:2], unless=())
    names = [
        "study found_in.headings",
        "study found_in.passages[0].along",
        "study found_in.passages[0].unless",
    ]
    assert idle_names(rulebook(only)) == names
    both = replace(PLACE, passages=PLACE.passages[:2], headings=(), unless=())
    assert "study found_in.passages[0]" in idle_names(rulebook(both))


def test_an_example_keeps_a_group_alive() -> None:
    place = replace(PLACE, headings=())
    assert {"study found_in.passages[2]", "study found_in.unless[0]"} <= set(idle_names(rulebook(place)))
    examples = Examples(met=("公示决定9件。",), missing=("公示执法信息。",))
    alive = idle_names(rulebook(place, examples=examples))
    assert not {"study found_in.passages[2]", "study found_in.unless[0]"} & set(alive)


def test_every_group_of_an_item_and_of_the_roles_is_tried() -> None:
    item = replace(
        rulebook(PLACE).items[0],
        touched_by=words("学习"),
        hollow=(parse("高度重视"),),
        complete_when=(
            Expectation("a", "", figures=1, says=(parse("会议"),)),
            Expectation("b", "", points=2),
        ),
    )
    book = replace(rulebook(), items=(item,), roles=load().roles[:1])
    found = [f"{group.owner} {group.where}" for group in groups(book)]
    assert found[:2] == ["study found_in.headings", "study found_in.passages[0]"]
    assert "study touched_by.passages[0]" in found and "study hollow" in found
    assert [name for name in found if "complete_when" in name] == [
        "study complete_when.a",
        "study complete_when.a.says",
        "study complete_when.b",
    ]
    assert f"roles.{load().roles[0].id} headings" in found


def test_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    labelled(tmp_path, {**CUT, "also": {}})
    examples = Examples(met=("举办培训班2期。",))
    book = replace(rulebook(words("执法", "培训班"), examples=examples), roles=load().roles)
    monkeypatch.setattr("checklist.loading.rulebook", lambda _: book)
    assert rules_cli.main(["test", "--mutate", str(tmp_path)]) == 1
    out = capsys.readouterr().out
    assert out.startswith("例文 1 条，判对 1 条，判错 0 条\n\n× ")
    assert "    按标注第 1 处删去一段（study）  study：原判具备，变动后判具备\n" in out
    assert "判得不对 1 处\n" in out and "未起作用" in out


def test_the_command_where_nothing_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "甲.txt").write_text(TEXT, "utf-8")
    assert rules_cli.main(["test", "--mutate", str(tmp_path)]) == 0
    assert "判得不对 0 处\n" in capsys.readouterr().out


def test_the_command_where_nothing_is_mutated(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "甲.txt").write_text("通知\n", "utf-8")
    assert rules_cli.main(["test", "--mutate", str(tmp_path)]) == 2
    captured = capsys.readouterr()
    assert "没有变动：不是报告正文" in captured.out
    assert captured.err.startswith("错误：没有一份报告能判定")
