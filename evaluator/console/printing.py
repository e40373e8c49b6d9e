"""Standard output that takes every character, and says when nobody reads it any more."""

import io
import os
import sys
from pathlib import Path
from typing import TextIO

from checklist.errors import UserError
from checklist.obstacles import obstacle


class ReaderGone(Exception):
    """The program at the other end of the pipe has seen enough (| head)."""


class StandardOutput:
    """Text in the terminal's own encoding; a character that it lacks is replaced, never a crash."""

    def __init__(self) -> None:
        self.stream = readable(sys.stdout)

    def write(self, part: str | bytes) -> None:
        try:
            if isinstance(part, bytes):
                self.stream.buffer.write(part)
            else:
                self.stream.write(part)
            self.stream.flush()
        except BrokenPipeError:
            silence(self.stream)
            raise ReaderGone from None
        except OSError as error:
            silence(self.stream)
            raise UserError(f"屏幕输出写不出去（{obstacle(error)}）", "请检查磁盘空间，或用 -o 写到别处") from None

    def put(self) -> None:
        """Nothing is left to do: what was printed was printed."""


def readable(stream: TextIO) -> TextIO:
    """The stream, made to replace what it cannot show."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=_better_encoding(stream), errors="replace")
    return stream


def _better_encoding(stream: TextIO) -> str | None:
    """ASCII under LANG=C is nobody's choice, and has no Chinese; PYTHONIOENCODING is somebody's."""
    try:
        "法".encode(stream.encoding)
    except (UnicodeEncodeError, LookupError):
        return None if os.environ.get("PYTHONIOENCODING") else "utf-8"
    return None


def silence(stream: TextIO) -> None:
    """Python flushes once more when it ends, and would complain then."""
    with Path(os.devnull).open("w") as nowhere:
        os.dup2(nowhere.fileno(), stream.fileno())
