"""What the system says of files is told in Chinese, with its own words only where the number is unknown."""

import errno
import os
from pathlib import Path

import pytest

from checklist.errors import UserError
from checklist.obstacles import obstacle
from evaluator.running.writing import NewFile


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (OSError(9999, "Strange fault"), "Strange fault"),
        (OSError("no number"), "原因不明"),
        (OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)), "磁盘满了"),
        (PermissionError(errno.EACCES, os.strerror(errno.EACCES)), "没有权限"),
        (OSError(errno.EROFS, os.strerror(errno.EROFS)), "磁盘是只读的"),
    ],
)
def test_an_error_is_said(error: OSError, said: str) -> None:
    assert obstacle(error) == said


@pytest.mark.parametrize(
    ("path", "said"),
    [("没有/结果.csv", "文件或文件夹不存在"), ("文件/结果.csv", "路径中间有一段不是文件夹"), ("长" * 300, "名称太长")],
)
def test_what_cannot_be_written_is_said_in_chinese(
    path: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("文件").write_text("")
    with pytest.raises(UserError) as caught:
        NewFile(path)
    assert caught.value.message == f"不能写入 {path}（{said}）"
