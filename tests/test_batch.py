"""Which files a run is about, and that each gets one result whatever becomes of it."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from assessments import CHECKLIST, PASSED

from checklist.errors import UserError
from evaluator.assessment import Assessment, Verdict
from evaluator.evaluation import Options
from evaluator.reading import READERS, UNREAD, read
from evaluator.refusal import ReportError
from evaluator.running import checking
from evaluator.running.batch import check_all
from evaluator.running.checking import Checked, check, contents
from evaluator.running.collecting import SUFFIXES, Collection, Source, collect

OPTIONS = Options(year=2024)
FORKS = pytest.mark.skipif(
    multiprocessing.get_start_method() != "fork",
    reason="a stage replaced here is replaced in a forked process only",
)


def collected(*paths: Path | str, stdin: bytes = b"") -> Collection:
    return collect([str(path) for path in paths], lambda: stdin)


def names(collection: Collection) -> list[str]:
    return [Path(source.path).name for source in collection.sources]


def left_out(collection: Collection) -> dict[str, str]:
    return {Path(ignored.path).name: ignored.reason for ignored in collection.ignored}


def fill(folder: Path, *files: str) -> Path:
    for name in files:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def test_every_reader_has_suffixes() -> None:
    assert set(SUFFIXES.values()) == set(READERS)


def test_a_folder_is_searched_in_the_order_of_names(tmp_path: Path) -> None:
    fill(tmp_path, "b.txt", "a/2.md", "a/1.txt", "c.TXT", "a.txt")
    assert names(collected(tmp_path)) == ["1.txt", "2.md", "a.txt", "b.txt", "c.TXT"]
    assert collected(tmp_path).ignored == ()


def test_what_is_no_report_is_left_out_with_the_reason(tmp_path: Path) -> None:
    fill(tmp_path, "稿.txt", "~$稿.docx", "x.tmp", "Thumbs.db", ".DS_Store", ".git/a.txt", "无后缀", "记录.log")
    found = collected(tmp_path)
    assert names(found) == ["稿.txt"]
    assert left_out(found) == {
        "~$稿.docx": "Word/WPS 打开文档时留下的临时文件",
        "x.tmp": "临时文件",
        "Thumbs.db": "系统文件",
        ".DS_Store": "系统文件",
        ".git": "隐藏的文件或文件夹",
        "无后缀": "不是能检查的格式（没有扩展名）",
        "记录.log": "不是能检查的格式（.log）",
    }


# (name, what such a file begins with)
UNREADABLE = [
    ("报告.uof", b"<?xml version='1.0'?><uof:UOF xmlns:uof='a'/>"),
    ("报告.XML", b"<?xml version='1.0'?><w:wordDocument xmlns:w='a'/>"),
    ("图.jpg", b"\xff\xd8\xff"),
    ("图.png", b"\x89PNG"),
    ("稿件.rar", b"Rar!"),
    ("稿件.7z", b"7z\xbc\xaf\x27\x1c"),
]


@pytest.mark.parametrize(("name", "data"), UNREADABLE, ids=[row[0] for row in UNREADABLE])
def test_what_to_do_is_said_of_a_file_in_a_folder_as_of_one_that_is_named(
    name: str, data: bytes, tmp_path: Path
) -> None:
    fill(tmp_path, "稿.txt")
    (tmp_path / name).write_bytes(data)
    with pytest.raises(ReportError) as refused:
        read(data, name)
    suffix = Path(name).suffix.lower()
    assert left_out(collected(tmp_path)) == {name: f"不是能检查的格式（{suffix}）；{refused.value.hint}"}


def test_no_suffix_is_both_read_and_not() -> None:
    assert not SUFFIXES.keys() & UNREAD.keys()


def test_a_named_file_may_be_called_anything_but_a_lock_file(tmp_path: Path) -> None:
    fill(tmp_path, "图.jpg", ".藏", "~$稿.docx")
    assert names(collected(tmp_path / "图.jpg", tmp_path / ".藏")) == ["图.jpg", ".藏"]
    with pytest.raises(UserError, match=r"^没有可以检查的报告：\S+~\$稿\.docx$"):
        collected(tmp_path / "图.jpg", tmp_path / "~$稿.docx")


# What *.docx names while Word is open; the lock file's name is short of two characters of a long one.
@pytest.mark.parametrize(("document", "lock"), [("稿.docx", "~$稿.docx"), ("2024年度报告.docx", "~$24年度报告.docx")])
def test_a_lock_file_is_left_out_where_its_document_is_named_too(document: str, lock: str, tmp_path: Path) -> None:
    fill(tmp_path, document, lock)
    found = collected(tmp_path / lock, tmp_path / document)
    assert names(found) == [document]
    assert left_out(found) == {lock: "Word/WPS 打开文档时留下的临时文件"}


# (files below the folder, what is said of them)
BARREN = [
    ([], "文件夹里没有文件，请核对路径"),
    (["下级/"], "文件夹里没有文件，请核对路径"),
    ([".DS_Store"], "有 1 个文件没有检查（barren/.DS_Store：系统文件）"),
    (["表.xlsx", "a/b.csv"], "有 2 个文件没有检查（barren/a/b.csv：不是能检查的格式（.csv）"),
]


@pytest.mark.parametrize(("files", "said"), BARREN, ids=lambda value: "-".join(value) or "nothing")
def test_a_folder_without_reports_is_named_and_nothing_runs(
    files: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("barren").mkdir()
    for file in files:
        Path("barren", file).mkdir(parents=True) if file.endswith("/") else fill(Path("barren"), file)
    fill(tmp_path, "a.txt")
    for beside in ([], ["a.txt"], ["."], ["-"]):
        with pytest.raises(UserError) as caught:
            collect([*beside, "barren", "barren"], lambda: pytest.fail("read standard input"))
        assert str(caught.value) == "没有可以检查的报告：barren"
        assert caught.value.hint.startswith(said)
        assert caught.value.hint.endswith("；不用检查的，请从命令里去掉") is bool(beside)


def test_folders_without_reports_are_named_together(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "x/b.csv")
    (tmp_path / "y").mkdir()
    with pytest.raises(UserError, match=f"：{tmp_path / 'y'}、{tmp_path / 'x'}$"):
        collected(tmp_path / "y", tmp_path / "a.txt", tmp_path / "x")


def test_a_folder_whose_reports_were_named_before_gave_something(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "x/b.txt")
    found = collected(tmp_path / "x" / "b.txt", tmp_path / "x")
    assert (names(found), left_out(found)) == (["b.txt"], {"b.txt": "重复给出，只检查一次"})


def test_one_file_by_several_names_is_checked_once(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "same-content.txt")
    (tmp_path / "same-content.txt").write_text("a.txt")
    os.link(tmp_path / "a.txt", tmp_path / "hard.txt")
    (tmp_path / "soft.txt").symlink_to("a.txt")
    found = collected(tmp_path / "a.txt", tmp_path, tmp_path / "a.txt")
    assert names(found) == ["a.txt", "same-content.txt"]
    reason = f"与 {tmp_path / 'a.txt'} 是同一个文件，只检查一次"
    assert left_out(found) == {"a.txt": "重复给出，只检查一次", "hard.txt": reason, "soft.txt": reason}


def test_what_is_named_twice_is_said_once_for_each_time(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt", "x/b.txt", "x/c.txt")
    given = (tmp_path / "a.txt", tmp_path / "x", "-")
    found = collected(*given, *given, stdin=b"x")
    assert names(found) == ["a.txt", "b.txt", "c.txt", "-"]
    assert [file.path for file in found.ignored] == list(map(str, given))
    assert {file.reason for file in found.ignored} == {"重复给出，只检查一次"}


def test_links_lead_nowhere_and_loops_end(tmp_path: Path) -> None:
    inside = fill(tmp_path / "in", "a/1.txt")
    fill(tmp_path / "out", "secret.txt")
    (inside / "loop").symlink_to(".")
    (inside / "a" / "up").symlink_to("..")
    (inside / "away").symlink_to(tmp_path / "out")
    (inside / "secret.txt").symlink_to(tmp_path / "out" / "secret.txt")
    (inside / "broken.txt").symlink_to("nothing")
    found = collected(inside)
    assert names(found) == ["1.txt"]
    assert left_out(found) == {
        "loop": "链接指向的文件夹已在检查范围内",
        "up": "链接指向的文件夹已在检查范围内",
        "away": "链接指向所给文件夹之外",
        "secret.txt": "链接指向所给文件夹之外",
        "broken.txt": "链接指向的文件不存在",
    }


def test_a_pipe_in_a_folder_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    fill(tmp_path, "a.txt")
    assert left_out(collected(tmp_path)) == {"pipe.txt": "不是普通文件"}


def test_absent_paths_are_named_together(tmp_path: Path) -> None:
    fill(tmp_path, "a.txt")
    with pytest.raises(UserError, match="找不到文件或文件夹：没有1、没有2"):
        collect(["没有1", str(tmp_path), "没有2", "-"], lambda: pytest.fail("read standard input"))


def test_standard_input_is_read_once() -> None:
    assert collected("-", "-", stdin=b"x").sources == (Source("-", b"x"),)


@pytest.mark.parametrize(
    "name", ["有 空格.txt", "年度报告😀.txt", "长" * 80 + ".txt", os.fsdecode(b"\xff\xfe.txt"), "[a]*?.txt"]
)
def test_odd_names(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"x")
    assert names(collected(tmp_path)) == [name]
    assert contents(Source(str(tmp_path / name))) == b"x"


def refusal(source: Source) -> tuple[str, str, str]:
    with pytest.raises(ReportError) as caught:
        contents(source)
    return caught.value.code, caught.value.message, caught.value.hint


def test_contents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    assert contents(Source(str(tmp_path / "a.txt"))) == b""
    monkeypatch.setattr(checking, "MOST_BYTES", 3)
    (tmp_path / "a.txt").write_bytes(b"abc")
    assert contents(Source(str(tmp_path / "a.txt"))) == b"abc"
    (tmp_path / "a.txt").write_bytes(b"abcd")
    large = (
        "too-large",
        "文件超过 0 MB，没有读取",
        "请确认是否为单份报告；图片较多的，请压缩图片或另存为文字版",
    )
    assert refusal(Source(str(tmp_path / "a.txt"))) == large
    assert refusal(Source("-", b"abcd")) == large


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(10 * 2**30)
    assert refusal(Source(str(tmp_path / "huge.txt")))[0] == "too-large"


def test_a_file_that_goes_or_is_a_folder(tmp_path: Path) -> None:
    assert refusal(Source(str(tmp_path / "gone.txt")))[0] == "vanished"
    assert refusal(Source(str(tmp_path)))[0] == "unreadable"


def test_no_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(Source(str(tmp_path / "a.txt"))) == (
        "unreadable",
        "没有读取权限，或正被别的程序占用",
        "请先在 Word/WPS 里关闭这份文档，并确认有读取权限",
    )


@pytest.mark.parametrize(("changes", "expected"), [(0, b"2"), (1, b"2"), (2, None)])
def test_a_file_that_is_being_written(
    changes: int, expected: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"2")
    fstat, calls = os.fstat, iter(range(100))

    def changing(handle: int) -> os.stat_result:
        call = next(calls)
        if call % 2 and call // 2 < changes:
            os.utime(path, ns=(call, call))
        return fstat(handle)

    monkeypatch.setattr(checking.os, "fstat", changing)
    if expected is None:
        assert refusal(Source(str(path)))[0] == "changing"
    else:
        assert contents(Source(str(path))) == expected


def judged(data: bytes, path: str, *_: object) -> Assessment:
    """A stage in place of the real one: what it does is told by the contents."""
    match data:
        case b"bug":
            raise ZeroDivisionError("ours")
        case b"memory":
            raise MemoryError
        case b"kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case b"stop":
            raise KeyboardInterrupt
    return replace(PASSED, report=replace(PASSED.report, path=path))


@pytest.fixture
def reports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[Source]]:
    monkeypatch.setattr(checking, "evaluate", judged)
    for number in range(40):
        (tmp_path / f"{number:02}.txt").write_bytes(b"good")
    yield [Source(str(tmp_path / f"{number:02}.txt")) for number in range(40)]


def spoil(source: Source, data: bytes) -> None:
    Path(source.path).write_bytes(data)


def codes(results: Iterator[Checked]) -> list[str]:
    return [checked.assessment.unjudged.code if checked.assessment.unjudged else "" for checked in results]


@pytest.mark.parametrize("jobs", [1, pytest.param(3, marks=FORKS)])
def test_one_bad_report_stops_no_other(reports: list[Source], jobs: int) -> None:
    spoil(reports[3], b"bug")
    spoil(reports[7], b"memory")
    Path(reports[20].path).unlink()
    results = list(check_all(reports, CHECKLIST, OPTIONS, jobs))
    assert [checked.assessment.report.path for checked in results] == [source.path for source in reports]
    expected = {3: "internal", 7: "out-of-memory", 20: "vanished"}
    assert codes(iter(results)) == [expected.get(number, "") for number in range(40)]
    assert "ZeroDivisionError: ours" in results[3].trace
    assert [number for number, checked in enumerate(results) if checked.trace] == [3]


@FORKS
def test_a_process_that_dies_takes_one_report_with_it(reports: list[Source]) -> None:
    spoil(reports[5], b"kill")
    spoil(reports[33], b"kill")
    expected = {5: "crashed", 33: "crashed"}
    got = codes(check_all(reports, CHECKLIST, OPTIONS, 2))
    assert got == [expected.get(number, "") for number in range(40)]


@pytest.mark.parametrize("jobs", [1, pytest.param(2, marks=FORKS)])
def test_no_more_is_begun_than_is_asked_for(reports: list[Source], jobs: int) -> None:
    results = check_all(reports, CHECKLIST, OPTIONS, jobs)
    assert next(results).assessment.report.path == reports[0].path
    spoil(reports[39], b"bug")
    assert codes(results)[-1] == "internal"


def test_an_unjudged_report_lists_every_item(reports: list[Source]) -> None:
    Path(reports[0].path).unlink()
    got = check(reports[0], CHECKLIST, OPTIONS).assessment
    assert [(item.id, item.verdict, item.reason) for item in got.items] == [
        ("study", Verdict.UNJUDGED, "文件在检查时被移走或删除了"),
        ("sign-off", Verdict.MANUAL, "程序不能判断，请人工确认"),
    ]
    assert got.report.year == 2024
    assert got.gate.reasons == ("无法判定：文件在检查时被移走或删除了",)
    assert (got.score, got.missing, got.report.sha256) == (None, (), "")


def test_a_wish_to_stop_is_no_fault_of_a_report(reports: list[Source]) -> None:
    spoil(reports[1], b"stop")
    results = check_all(reports, CHECKLIST, OPTIONS)
    next(results)
    with pytest.raises(KeyboardInterrupt):
        next(results)
