"""Files are written whole or not at all: beside the target first, then put in its place."""

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from checklist.errors import UserError
from checklist.obstacles import obstacle


class NewFile:
    """Takes the place of `path` when it is complete. Raises UserError where it cannot be written."""

    def __init__(self, path: str) -> None:
        self.path = path
        # Through a link the file it leads to is replaced, not the link.
        self._target = Path(os.path.realpath(path))
        _require_writable(path, self._target)
        try:
            handle, beside = tempfile.mkstemp(prefix=".lawgov-", suffix=".tmp", dir=self._target.parent)
        except OSError as error:
            raise _cannot(path, error) from None
        self._beside = Path(beside)
        self._file = os.fdopen(handle, "wb")

    def write(self, part: str | bytes) -> None:
        try:
            self._file.write(part.encode("utf-8", "backslashreplace") if isinstance(part, str) else part)
        except OSError as error:
            raise _cannot(self.path, error) from None

    def put(self) -> None:
        try:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            self._beside.chmod(_mode(self._target))
            self._beside.replace(self._target)
        except OSError as error:
            raise _cannot(self.path, error) from None

    def discard(self) -> None:
        """Leaves no trace; after put() there is nothing to discard."""
        # A full disk is noticed again when what is left over is flushed.
        with suppress(OSError):
            self._file.close()
        self._beside.unlink(missing_ok=True)


def write(path: str, content: str | bytes) -> None:
    """A file of which everything is known. Raises UserError where it cannot be written."""
    file = NewFile(path)
    try:
        file.write(content)
        file.put()
    finally:
        file.discard()


def _require_writable(path: str, target: Path) -> None:
    """Opening an old file for writing fails where Excel has it open or it is read-only; it is not changed."""
    try:
        if target.is_dir():
            raise UserError(f"不能写入 {path}：这是一个文件夹", "请在后面加上文件名")
        if target.exists() and not target.is_file():
            raise UserError(f"不能写入 {path}：这不是普通文件", "请换一个文件名")
        with suppress(FileNotFoundError), target.open("r+b"):
            pass
    except OSError as error:
        raise _cannot(path, error) from None


def _mode(target: Path) -> int:
    """The permissions of the file replaced, or those that a new file gets here."""
    try:
        return stat.S_IMODE(target.stat().st_mode)
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _cannot(path: str, error: OSError) -> UserError:
    return UserError(
        f"不能写入 {path}（{obstacle(error)}）",
        "请先关闭打开着它的程序，并确认文件夹存在、可以写入、磁盘有空间",
    )
