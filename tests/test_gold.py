"""Gold labels: what is read of them, and every fault told with file and key."""

import json
from pathlib import Path
from typing import Any

import pytest

from checklist.errors import UserError
from evaluator.assessment import Verdict
from evaluator.measuring.corpus import Report, labelled, reports, text_of
from evaluator.measuring.gold import Cut, Defect, Gold, labels_of, report_of
from evaluator.measuring.labelling import parse

KNOWN = ("study", "causes", "measures")
TEXT = "某县2024年报告\r\n一、学习情况\r\n学习了4次。\r\n二、原因\r\n人少。\r\n"


def parsed(said: object) -> tuple[Gold, list[str]]:
    noted: list[str] = []
    raw = said if isinstance(said, bytes) else json.dumps(said).encode()
    gold = parse(raw, Path("甲.txt"), KNOWN, lambda key, message: noted.append(f"{key}：{message}"))
    return gold, noted


def test_everything_that_labels_say() -> None:
    gold, noted = parsed(
        {
            "origin": "authored",
            "organ": "某县",
            "level": "county",
            "year": 2024,
            "published": None,
            "elements": {"study": "present", "causes": "weak", "measures": "na"},
            "quotes": {"study": "一、学习情况"},
            "ambiguous": ["causes"],
            "defects": [{"kind": "rate", "quote": "4次", "hard": True}, {"kind": "term", "quote": "人"}],
            "cuts": [
                {
                    "element": "study",
                    "from": "一、",
                    "to": None,
                    "also": {"causes": "missing", "measures": "ambiguous"},
                }
            ],
            "checked_rates": "a remark of somebody's own",
        }
    )
    assert noted == []
    assert gold == Gold(
        report=Path("甲.txt"),
        elements={
            "study": Verdict.MET,
            "causes": Verdict.PARTIAL,
            "measures": Verdict.NOT_APPLICABLE,
        },
        quotes={"study": "一、学习情况"},
        ambiguous=frozenset({"causes"}),
        defects=(Defect("rate", "4次", hard=True), Defect("term", "人")),
        cuts=(Cut("study", "一、", None, {"causes": Verdict.MISSING}),),
        facts={"organ": "某县", "level": "county", "year": 2024, "published": None},
    )
    assert gold.counted == {"study": Verdict.MET, "measures": Verdict.NOT_APPLICABLE}


def test_what_is_not_stated_is_not_counted() -> None:
    gold, noted = parsed({"elements": {"study": "missing"}, "year": 2024})
    assert (gold.facts, gold.quotes, gold.defects, noted) == ({"year": 2024}, {}, (), [])


@pytest.mark.parametrize(
    ("said", "noted"),
    [
        (b"{", "第 1 行第 2 列：不是 JSON，从这里起读不下去"),
        ("习近平".encode("gb18030"), "：不是 UTF-8 编码"),
        ([], "：最外层应当是一个 {}"),
        ({}, "elements：没有写各要素的结论"),
        (b'{"elements": {"study": "weak", "study": "weak"}}', "study：这个键写了两次"),
        ({"elements": []}, "elements：应当是一个 {}"),
        (
            {"elements": {"study": "met"}},
            "elements.study：应为 present、weak、missing、na 之一，写成了 'met'",
        ),
        ({"elements": {"stduy": "weak"}}, "elements.stduy：没有这个要素"),
        ({"elements": {}, "quotes": {"study": ""}}, "quotes.study：应为报告里的一句话"),
        ({"elements": {}, "ambiguous": ["all"]}, "ambiguous：没有这个要素：all"),
        ({"elements": {}, "ambiguous": "study"}, "ambiguous：应当是一个 []"),
        ({"elements": {}, "defects": ["rate"]}, "defects 第 1 条：应当是一个 {}"),
        (
            {"elements": {}, "defects": [{"kind": "rates", "quote": "4次"}]},
            "defects 第 1 条 kind：没有这一类问题：'rates'",
        ),
        ({"elements": {}, "defects": [{"kind": "rate"}]}, "defects 第 1 条 quote：应为报告里的一句话"),
        ({"elements": {}, "cuts": [{"element": ["study"]}]}, "cuts 第 1 条 element：没有这个要素：['study']"),
        ({"elements": {}, "cuts": [{"element": "study"}]}, "cuts 第 1 条 from、to：应为报告里的话"),
        (
            {"elements": {}, "cuts": [{"element": "study", "from": "一", "also": {"causes": "gone"}}]},
            "cuts 第 1 条 also.causes：应为 present、weak、missing、na、ambiguous 之一，写成了 'gone'",
        ),
        (
            {"elements": {}, "level": "village"},
            "level：应为 province、city、county、township、department 之一，写成了 'village'",
        ),
        ({"elements": {}, "year": "2024"}, "year：应为 四位数的年份，不加引号，写成了 '2024'"),
        (
            {"elements": {}, "published": "2025-1-3"},
            "published：应为 2025-01-31 这样的日期，写成了 '2025-1-3'",
        ),
        ({"elements": {}, "organ": ""}, "organ：应为 机关的名称，写成了 ''"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_is_told_by_its_key(said: Any, noted: str) -> None:
    assert parsed(said)[1] == [noted]


def test_faults_do_not_take_the_rest_along() -> None:
    gold, noted = parsed(
        {"elements": {"study": "weak", "causes": 1}, "defects": [{}, {"kind": "term", "quote": "x"}]}
    )
    assert len(noted) == 2
    assert (gold.elements, gold.defects) == ({"study": Verdict.PARTIAL}, (Defect("term", "x"),))


@pytest.mark.parametrize(
    ("begin", "end", "cut"),
    [
        ("一、", "二、", "一、学习情况。"),
        ("二、", None, "二、原因。一、"),
        ("三、", None, None),
        ("二、", "一、学", None),
    ],
)
def test_where_a_passage_stands(begin: str, end: str | None, cut: str | None) -> None:
    text = "一、学习情况。二、原因。一、"
    span = Cut("study", begin, end, {}).span(text)
    assert (span and text[slice(*span)]) == cut


def write(folder: Path, name: str, said: object, text: str = TEXT) -> Path:
    (folder / f"{name}.txt").write_bytes(text.encode())
    labels = folder / f"{name}.gold.json"
    labels.write_text(json.dumps(said), "utf-8")
    return labels


def test_the_labels_of_folders(tmp_path: Path) -> None:
    (tmp_path / "内" / ".隐").mkdir(parents=True)
    write(tmp_path, "b", {"elements": {"study": "weak"}, "quotes": {"study": "一、学习情况"}})
    write(tmp_path / "内", "a", {"elements": {"study": "missing"}})
    write(tmp_path / "内" / ".隐", "c", {"elements": {"study": "missing"}})
    found = labelled((tmp_path, tmp_path / "内"), KNOWN)
    assert [gold.report for gold in found] == [tmp_path / "b.txt", tmp_path / "内" / "a.txt"]


def test_every_fault_of_every_file_at_once(tmp_path: Path) -> None:
    first = write(tmp_path, "a", {"elements": {"study": "weak"}, "quotes": {"study": "学习了 5 次"}})
    defects = [{"kind": "rate", "quote": "九成"}]
    second = write(tmp_path, "b", {"elements": {"study": "wek"}, "defects": defects})
    alone = tmp_path / "c.gold.json"
    alone.write_text("{}", "utf-8")
    with pytest.raises(UserError) as caught:
        labelled((tmp_path,), KNOWN)
    assert caught.value.message.split("\n") == [
        "标注有 4 处问题，没有开始",
        f"{first}: quotes.study：报告里没有这句话“学习了 5 次”",
        f"{second}: elements.study：应为 present、weak、missing、na 之一，写成了 'wek'",
        f"{second}: defects 第 1 条：报告里没有这句话“九成”",
        f"{alone}: 旁边没有同名的报告",
    ]


def test_a_passage_to_cut_must_stand_in_the_text(tmp_path: Path) -> None:
    cuts = [{"element": "study", "from": "一、", "to": "九、"}]
    labels = write(tmp_path, "a", {"elements": {"study": "weak"}, "cuts": cuts})
    with pytest.raises(UserError) as caught:
        reports((tmp_path,), KNOWN)
    assert caught.value.message.split("\n")[1:] == [
        f"{labels}: cuts 第 1 条：报告里找不到从“一、”到“九、”的一段"
    ]
    # A copy without its passage is measured like any report.
    assert labelled((tmp_path,), KNOWN)


def test_nothing_labelled(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    with pytest.raises(UserError, match="没有找到有标注的报告"):
        labelled((tmp_path,), KNOWN)


def test_the_quotes_of_an_ambiguous_element_are_not_looked_for(tmp_path: Path) -> None:
    said = {"elements": {"study": "weak"}, "ambiguous": ["study"], "quotes": {"study": "没有的话"}}
    write(tmp_path, "a", said)
    assert labelled((tmp_path,), KNOWN)


def test_reports_with_and_without_labels(tmp_path: Path) -> None:
    labels = write(tmp_path, "a", {"elements": {"study": "missing"}})
    (tmp_path / "b.md").write_text(TEXT, "utf-8")
    found = reports((tmp_path,), KNOWN)
    assert [report.path.name for report in found] == ["a.txt", "b.md"]
    assert found[0].gold and found[1] == Report(tmp_path / "b.md", None)
    assert (labels_of(found[0].path), report_of(labels)) == (labels, tmp_path / "a.txt")


def test_a_folder_without_reports(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="没有可以检查的报告"):
        reports((tmp_path,), KNOWN)


def test_the_text_is_that_which_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("gb18030"))
    (tmp_path / "b.txt").write_bytes(b"")
    assert text_of(tmp_path / "a.txt") == TEXT
    assert text_of(tmp_path / "b.txt") == ""
