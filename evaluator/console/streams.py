"""The standard streams before anything is said: each is there, and takes all that is written to it."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from checklist.errors import UserError


@contextmanager
def prepared() -> Iterator[None]:
    """With usable streams in the place of standard output and error. Raises UserError without standard output."""
    if sys.stderr is None:
        # Else print() would write complaints into the results.
        sys.stderr = Path(os.devnull).open("w")  # noqa: SIM115, open to the end
    if sys.stdout is None:
        raise UserError("屏幕输出已被关闭，结果没有地方写", "请去掉命令末尾的 >&-；不想看屏幕输出的，改用 > /dev/null")
    given = sys.stdout, sys.stderr
    taken = whole(sys.stdout), whole(sys.stderr)
    sys.stdout, sys.stderr = taken
    try:
        yield
    finally:
        sys.stdout, sys.stderr = given
        for stream, before in zip(taken, given, strict=True):
            if stream is not before and isinstance(stream, io.TextIOWrapper):
                # Else the end of ours would close the one that was given.
                buffer = stream.detach()
                if isinstance(buffer, io.BufferedWriter):
                    buffer.detach()


def whole(stream: TextIO) -> TextIO:
    """Without a buffer (PYTHONUNBUFFERED) a write into a full pipe that a signal cuts short would go unnoticed."""
    if isinstance(stream, io.TextIOWrapper) and isinstance(stream.buffer, io.RawIOBase):
        buffer = io.BufferedWriter(stream.buffer)
        return io.TextIOWrapper(buffer, stream.encoding, stream.errors, line_buffering=True)
    return stream
