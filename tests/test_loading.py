"""Rules folders -> checklist: built, stored, kept and renewed, or refused with what to do."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import fields
from datetime import date
from pathlib import Path

import pytest
from rulebooks import RULES, sample

from checklist import caching, loading, model, profile, rule, storing
from checklist import fields as kinds
from checklist.errors import RuleError, UserError
from checklist.phrases import Phrase

SHEET = """\
profiles:
  - id: district
    title: 区
    extends: national
    adjusts: [{id: shortcomings, title: 不足}]
"""


@pytest.fixture(autouse=True)
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The sample as the rules of a package that is installed, and a cache folder of its own."""
    folder = tmp_path / "package" / "rules"
    shutil.copytree(RULES, folder)
    monkeypatch.setattr(loading, "RULES", folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "cache"))
    loading.rebuild(folder)
    yield folder


def kept(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "cache").rglob("rules-*.json"))


def test_what_is_stored_is_what_was_built() -> None:
    assert storing.load(storing.dump(sample(), "x")) == sample()
    assert loading.rulebook() == sample()


def test_dates_numbers_and_phrases_come_back_as_they_were() -> None:
    checklist = loading.load()
    assert checklist.norms["outline-2021"].begins == date(2021, 8, 2)
    assert isinstance(checklist.items[0].weight, float)
    role = checklist.roles[0]
    assert [phrase.words for phrase in role.headings] == [
        (("存在的不足", "存在的困难", "存在的差距", "存在的短板", "存在的问题"),)
    ]
    assert checklist.items[1].applies == model.Applies(2021, None, ("county", "township"))
    assert checklist.rules[1].limits == {"days": 30.0}
    assert hash(checklist.items) == hash(checklist.items)


def test_an_installed_package_reads_no_yaml(shipped: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (shipped / "report.yaml").write_text("坏了: [")
    monkeypatch.setattr(loading, "stored_form", None)
    assert [item.id for item in loading.load().items] == ["shortcomings", "area-emergency", "secrecy-review"]


def test_loading_imports_neither_yaml_nor_its_checking(shipped: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from checklist import loading;"
        f"loading.RULES = Path({str(shipped)!r}); loading.load();"
        "print(sorted({'yaml', 'jsonschema', 'click', 'jieba', 'importlib.resources'} & sys.modules.keys()))"
    )
    root = Path(__file__).parent.parent
    run = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, cwd=root, check=True
    )
    assert run.stdout == "[]\n"


def test_a_checkout_builds_anew_when_the_yaml_changes(shipped: Path) -> None:
    (shipped.parent / "pyproject.toml").touch()
    report = shipped / "report.yaml"
    report.write_text(report.read_text("utf-8").replace("title: 存在的不足", "title: 还有的不足"), "utf-8")
    assert loading.load().items[0].title == "还有的不足"
    report.write_text("坏了: [", "utf-8")
    with pytest.raises(RuleError):
        loading.load()


def test_a_checkout_without_a_built_file_builds_it_in_memory(shipped: Path) -> None:
    (shipped.parent / "pyproject.toml").touch()
    (shipped / "built.json").unlink()
    assert loading.load().profile == "national"
    assert not (shipped / "built.json").exists()


def test_rules_of_a_user_are_added(tmp_path: Path) -> None:
    sheet = tmp_path / "district.yaml"
    sheet.write_text(SHEET, "utf-8")
    assert loading.load([sheet], "district").items[0].title == "不足"
    assert [profile.id for profile in loading.profiles([sheet])] == [
        "national",
        "shenzhen",
        "nanshan",
        "district",
    ]
    assert [profile.id for profile in loading.profiles()] == ["national", "shenzhen", "nanshan"]


def test_rules_of_a_user_are_kept_built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = tmp_path / "district.yaml"
    sheet.write_text(SHEET, "utf-8")
    first = loading.load([sheet], "district")
    assert len(kept(tmp_path)) == 1
    with monkeypatch.context() as patch:
        patch.setattr(loading, "stored_form", None)
        assert loading.load([sheet], "district") == first
    sheet.write_text(SHEET.replace("title: 不足", "title: 改了"), "utf-8")
    assert loading.load([sheet], "district").items[0].title == "改了"
    assert len(kept(tmp_path)) == 2


@pytest.mark.parametrize("damage", [b"", b"[2,", b"[1]\n", b"{}"])
def test_a_damaged_copy_is_replaced(tmp_path: Path, damage: bytes) -> None:
    sheet = tmp_path / "district.yaml"
    sheet.write_text(SHEET, "utf-8")
    first = loading.load([sheet], "district")
    (copy,) = kept(tmp_path)
    whole = copy.read_bytes()
    for content in (damage, whole[:-100], whole.replace(b"[", b"{")):
        copy.write_bytes(content)
        assert loading.load([sheet], "district") == first
        assert copy.read_bytes() == whole


def test_nothing_depends_on_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = tmp_path / "district.yaml"
    sheet.write_text(SHEET, "utf-8")
    (tmp_path / "cache").write_text("a file where the folder should be")
    assert loading.load([sheet], "district").profile == "district"
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setattr(Path, "home", lambda: (_ for _ in ()).throw(RuntimeError("no home")))
    assert loading.load([sheet], "district").profile == "district"


def test_only_the_latest_copies_are_kept(tmp_path: Path) -> None:
    for number in range(caching.MOST_KEPT + 3):
        caching.write(f"{number:02}", b"x")
        os.utime(caching._folder() / f"rules-{number:02}.json", (number, number))
    caching.write("last", b"x")
    assert len(kept(tmp_path)) == caching.MOST_KEPT
    assert caching.read("last") == b"x"
    assert caching.read("00") is None


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _: None, "找不到规则文件或文件夹：{}"),
        (lambda path: path.mkdir(), "文件夹里没有规则文件（.yaml）：{}"),
    ],
)
def test_paths_that_hold_no_rules(tmp_path: Path, make: object, message: str) -> None:
    path = tmp_path / "none"
    assert callable(make)
    make(path)
    with pytest.raises(UserError) as error:
        loading.load([path])
    assert error.value.message == message.format(path)


@pytest.mark.parametrize("name", ["tones/cause.json", "tones/own.json", "cause.json", "a/b/cause.json", "lexicon.txt"])
@pytest.mark.parametrize("load", [loading.load, loading.lint])
def test_what_only_the_package_brings_is_refused(
    load: Callable[[list[Path]], object], name: str, tmp_path: Path, shipped: Path
) -> None:
    table = tmp_path / "own" / name
    for file in (shipped / "tones" / "cause.json", tmp_path / "own" / "own.yaml", table):
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("norms: []", "utf-8")
    for given in (tmp_path / "own", table):
        with pytest.raises(UserError) as error:
            load([given])
        assert error.value.message == f"--rules 只读要素和规则（.yaml），{table} 用不上"
        assert "rules 文件夹" in error.value.hint


@pytest.mark.parametrize("name", ["结果.json", "built.json", "tones.txt", "说明.md", "词表/lexicon.csv"])
def test_other_files_beside_rules_are_left_alone(name: str, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text("norms: []", "utf-8")
    (tmp_path / name).parent.mkdir(exist_ok=True)
    (tmp_path / name).write_text("{}", "utf-8")
    assert loading.load([tmp_path]) == loading.load()
    assert loading.lint([tmp_path, loading.RULES]) == ()


def test_folders_are_read_in_order_and_nothing_twice(tmp_path: Path, shipped: Path) -> None:
    for name in ("b/2.yaml", "b/1.yml", "a.yaml", ".hidden/3.yaml", "notes.txt"):
        (tmp_path / "own" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "own" / name).write_text("norms: []", "utf-8")
    files = loading.read_files((shipped, tmp_path / "own", tmp_path / "own" / "a.yaml", shipped))
    assert [name for name, _ in files] == [
        *(
            str(Path("rules") / name)
            for name in ("norms.yaml", "profiles.yaml", "proofreading.yaml", "report.yaml")
        ),
        *(str(tmp_path / "own" / name) for name in ("a.yaml", "b/1.yml", "b/2.yaml")),
    ]


def test_lint_gives_every_fault_of_every_file(tmp_path: Path) -> None:
    (tmp_path / "1.yaml").write_text("items: [{id: budget}]", "utf-8")
    (tmp_path / "2.yaml").write_text("words: {problem: [甲乙]}", "utf-8")
    faults = loading.lint([tmp_path / "1.yaml", tmp_path / "2.yaml"])
    assert loading.lint() == ()
    assert [fault.message for fault in faults[:-1]] == [
        *(
            f"要素 'budget'：缺少“{key}”"
            for key in ("title", "asks", "basis", "weight", "required", "advice")
        ),
        "要素 'budget'：写了两次",
        *(f"要素 'budget'：examples：缺少 {kind} 的例文，至少要一个" for kind in ("met", "partial", "missing")),
    ]
    assert str(faults[-1]) == (
        f"{tmp_path / '2.yaml'}:1:9: 词表 'problem'：写了两次\n"
        f"  提示：{Path('rules/report.yaml')} 第 7 行已经写过"
    )
    with pytest.raises(RuleError) as error:
        loading.load([tmp_path / "1.yaml", tmp_path / "2.yaml"])
    assert error.value.faults == faults


def test_the_digest_is_that_of_the_checklist_and_of_nothing_else(tmp_path: Path) -> None:
    national, shenzhen = loading.load().digest, loading.load(profile="shenzhen").digest
    sheet = tmp_path / "district.yaml"
    sheet.write_text(SHEET, "utf-8")
    assert len(national) == 16 and national != shenzhen
    assert loading.load([sheet]).digest == national
    assert loading.load([sheet], "district").digest not in (national, shenzhen)


def test_rebuilding_writes_both_files_whole(tmp_path: Path) -> None:
    shutil.copytree(RULES, tmp_path / "own")
    assert loading.rebuild(tmp_path / "own") == (
        tmp_path / "own" / "built.json",
        tmp_path / "own" / "README.md",
    )
    assert sorted(path.name for path in (tmp_path / "own").iterdir() if path.suffix != ".yaml") == [
        "README.md",
        "built.json",
    ]


def test_every_field_that_is_not_plain_is_known_to_be_so() -> None:
    defined = (*vars(model).values(), *vars(profile).values(), *vars(rule).values())
    records = {kind: kind.__name__ for kind in defined if hasattr(kind, "__dataclass_fields__")}
    for kind in records.keys() - {model.Checklist, Phrase}:
        for field in fields(kind):
            known = any(field.name in table.get(kind, ()) for table in (kinds.ONE, kinds.MANY))
            assert known == any(name in str(field.type) for name in records.values() if name != "Phrase"), (
                field
            )
            assert ("Phrase" in str(field.type)) == (field.name in kinds.PHRASES.get(kind, ())), field
            assert ("date" in str(field.type)) == (field.name in kinds.DATES.get(kind, ())), field
