"""A folder as offices keep them, every format and every accident in it: each file gets a result or a reason."""

import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import draft
import ofds
import pdfs
import pytest
from worddocuments import p, parts_of, zipped

from evaluator import limits
from evaluator.cli import main

SOUND = draft.word()
PDF = pdfs.report([line for line in draft.LINES if line not in ("12", *draft.TABLE[0])])
OFD = ofds.ofd(*ofds.pages(draft.LINES))
HTML = "".join(("<html><body>", *(f"<p>{line}</p>" for line in draft.LINES), "</body></html>")).encode()
RTF = (
    b"{\\rtf1\\ansi\\ansicpg936 "
    + b"".join(b"".join(b"\\'%02x" % byte for byte in line.encode("gb18030")) + b"\\par\n" for line in draft.LINES)
    + b"}"
)
FODT = (
    '<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>'
    + "".join(f"<text:p>{line}</text:p>" for line in draft.LINES)
    + "</office:text></office:body></office:document>"
).encode()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
BOMB = zipped({**parts_of(p(draft.TITLE)), "word/document.xml": b" " * (limits.RATIO_COUNTS_FROM + 1)})

READ: Mapping[str, bytes] = {
    "好.docx": SOUND,
    "好.txt": draft.TEXT.encode(),
    "国标码.txt": draft.TEXT.encode("gb18030"),
    "好.md": draft.TEXT.replace("\n", "\n\n").encode(),
    "好.pdf": PDF,
    "好.ofd": OFD,
    "好.html": HTML,
    "好.rtf": RTF,
    "好.fodt": FODT,
    "其实是.doc": SOUND,
    "其实是.pdf": HTML,
    "其实是.docx": draft.TEXT.encode(),
    "下级/好.docm": SOUND,
}
# Each with the code of the reason.
FAILED: Mapping[str, tuple[bytes, str]] = {
    "断.docx": (SOUND[:2000], "damaged"),
    "断.pdf": (PDF[:2000], "damaged"),
    "断.ofd": (OFD[:800], "damaged"),
    "密.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "密.pdf": (pdfs.drawn(pdfs.text(draft.OPENING), password="秘密"), "encrypted"),
    "炸弹.docx": (BOMB, "zip-bomb"),
    "毒.docx": (zipped(parts_of(p(draft.TITLE)) | {"word/document.xml": "<!DOCTYPE a><a/>"}), "doctype"),
    "空.rtf": (b"", "empty"),
    "空白.txt": (("\u3000\n" * 9).encode(), "empty"),
    "表.doc": (OLE + "Workbook".encode("utf-16-le"), "unsupported"),
    "扫描.pdf": (pdfs.drawn(pdfs.picture(), pdfs.picture()), "scanned"),
    "标文通.doc": (b'<?xml version="1.0"?><uof:UOF xmlns:uof="http://a"/>', "unsupported"),
    "老格式.doc": (b'<?xml version="1.0"?><w:wordDocument xmlns:w="a"/>', "unsupported"),
    "图.docx": (b"\x89PNG\r\n\x1a\n", "unsupported"),
    "乱码.txt": (draft.TEXT.encode().decode("latin-1").encode(), "garbled"),
    "登录.html": ("<html><body><input type=password>登录</body></html>".encode(), "no-report-text"),
    "通知.txt": (("关于开展学习活动的通知\n请各单位认真组织学习，按时报送材料。\n" * 3).encode(), "not-a-report"),
}
LITTER = {
    "图.png": b"\x89PNG",
    "~$好.docx": b"x",
    "~WRL0001.tmp": b"x",
    "Thumbs.db": b"x",
    "表.xlsx": b"x",
    "无后缀": b"x",
}


def fill(folder: Path) -> None:
    files = {**READ, **{name: data for name, (data, _) in FAILED.items()}, **LITTER}
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    (folder / "圈").symlink_to(".")
    (folder / "下级" / "圈.docx").symlink_to("圈.docx")
    (folder / "空文件夹").mkdir()


LINKS = {"圈": "链接指向的文件夹已在检查范围内", "圈.docx": "链接指向的文件不存在"}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_every_file_gets_a_result_or_a_reason(jobs: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(tmp_path)
    assert main(["-f", "json", "-j", jobs, str(tmp_path)]) == 3
    found = json.loads(capsys.readouterr().out)
    reports = {os.path.relpath(r["report"]["path"], tmp_path): r for r in found["reports"]}
    codes = {name: r["unjudged"] and r["unjudged"]["code"] for name, r in reports.items()}
    assert codes == dict.fromkeys(READ) | {name: code for name, (_, code) in FAILED.items()}
    assert all(r["unjudged"]["message"] and r["unjudged"]["hint"] for r in reports.values() if r["unjudged"])
    ignored = {Path(row["path"]).name: row["reason"] for row in found["ignored"]}
    assert (set(ignored), ignored | LINKS) == ({*LITTER, *LINKS}, ignored)
    judged = found["summary"]
    assert (judged["reports"], judged["unjudged"]) == (len(READ) + len(FAILED), len(FAILED))
    assert judged["passed"] + judged["failed"] == len(READ)


def test_the_summary_on_the_screen_counts_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(tmp_path)
    # A long path would be broken over two lines.
    monkeypatch.chdir(tmp_path)
    assert main(["."]) == 3
    shown = capsys.readouterr().out
    assert f"汇总  {len(READ) + len(FAILED)} 份：" in shown
    assert f"无法判定 {len(FAILED)}" in shown
    assert all(name in shown for name in (*FAILED, *LITTER))


@pytest.mark.parametrize("name", ["断.docx", "空白.txt", "通知.txt"])
def test_a_result_begins_with_the_file_and_the_reason(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_bytes(FAILED[name][0])
    assert main([name]) == 3
    first, second, *rest = capsys.readouterr().out.splitlines()
    assert first == name and second.startswith("？ 无法判定：")
    assert any(line.startswith("建议  ") for line in rest[:2])


def test_all_that_is_read_is_judged_alike(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    fill(tmp_path)
    main(["-f", "json", str(tmp_path)])
    reports = json.loads(capsys.readouterr().out)["reports"]
    verdicts = {tuple((item["id"], item["verdict"]) for item in r["items"]) for r in reports if not r["unjudged"]}
    assert len(verdicts) == 1


def test_a_path_of_many_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    deep = tmp_path
    for _ in range(4):
        deep /= "很长的文件夹名" * 10
    deep.mkdir(parents=True)
    (deep / "报告 稿😀.txt").write_text(draft.TEXT, "utf-8")
    assert len(str(deep)) > 280
    main(["-f", "json", str(tmp_path)])
    (report,) = json.loads(capsys.readouterr().out)["reports"]
    assert (report["report"]["path"], report["unjudged"]) == (str(deep / "报告 稿😀.txt"), None)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such mode there")
def test_what_lies_in_a_folder_that_may_not_be_entered(tmp_path: Path) -> None:
    """Named itself, or led to by a link: it gets its reason, and the others are judged."""
    (tmp_path / "锁").mkdir()
    (tmp_path / "锁" / "内.txt").write_text(draft.TEXT, "utf-8")
    (tmp_path / "链接.txt").symlink_to("锁/内.txt")
    (tmp_path / "好.txt").write_text(draft.TEXT, "utf-8")
    (tmp_path / "锁").chmod(0)
    command = [sys.executable, "-m", "evaluator.cli", "-f", "json", str(tmp_path / "锁" / "内.txt"), str(tmp_path)]
    try:
        done = subprocess.run([*powerless(), *command], capture_output=True, cwd=Path(__file__).parent.parent)
    finally:
        (tmp_path / "锁").chmod(0o700)
    assert (done.returncode, done.stderr) == (3, b"")
    reports = {Path(one["report"]["path"]).name: one["unjudged"] for one in json.loads(done.stdout)["reports"]}
    assert reports.pop("好.txt") is None
    folder = f"文件夹 {tmp_path / '锁'} 打不开（没有权限），里面的文件都没有检查"
    file = "没有读取权限，或正被别的程序占用"
    assert {name: one["message"] for name, one in reports.items()} == {"锁": folder, "内.txt": file, "链接.txt": file}


SHUT = [(errno.EACCES, "没有权限"), (errno.EIO, "磁盘或网络读写出错"), (errno.ENOENT, "文件或文件夹不存在")]


@pytest.mark.parametrize(("number", "why"), SHUT)
@pytest.mark.parametrize("named", [".", "锁"])
def test_a_folder_that_will_not_open_is_named(
    number: int,
    why: str,
    named: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "锁").mkdir()
    (tmp_path / "好.txt").write_text(draft.TEXT, "utf-8")
    monkeypatch.chdir(tmp_path)
    scandir = os.scandir

    def locked(folder: "os.DirEntry[str] | str") -> object:
        if Path(folder).name == "锁":
            raise OSError(number, "locked")
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", locked)
    assert main(["-f", "json", named, "好.txt"]) == 3
    (shut, sound) = sorted(json.loads(capsys.readouterr().out)["reports"], key=lambda r: r["unjudged"] is None)
    path = shut["report"]["path"]
    assert (Path(path), sound["unjudged"]) == (Path("锁"), None)
    assert shut["unjudged"]["message"] == f"文件夹 {path} 打不开（{why}），里面的文件都没有检查"
    assert "Word" not in shut["unjudged"]["hint"] and "文件夹" in shut["unjudged"]["hint"]


def powerless() -> list[str]:
    """The superuser may enter every folder, unless that power is laid down."""
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("the superuser enters every folder, and setpriv is not installed")
    powers = "-dac_override,-dac_read_search"
    return ["setpriv", "--bounding-set", powers, "--inh-caps", powers]
