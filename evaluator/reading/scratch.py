"""A folder for what a reader must have on disk: for its user alone, and gone afterwards, even when it is stopped."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from types import FrameType


class _Ended(BaseException):
    """SIGTERM has come: no handler of errors may hold it up."""


@contextmanager
def private_folder() -> Iterator[str]:
    """The path of a new folder that only the user can open; mkdtemp makes it so (0700)."""
    with _ending_late(), TemporaryDirectory(prefix="lawgov-", ignore_cleanup_errors=True) as folder:
        yield folder


@contextmanager
def _ending_late() -> Iterator[None]:
    """Where SIGTERM would end the process on the spot, as in a worker, it does so when what is within has tidied up."""
    in_main = threading.current_thread() is threading.main_thread()
    if not in_main or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, _end)
    try:
        yield
    except _Ended:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.raise_signal(signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _end(_number: int, _frame: FrameType | None) -> None:
    raise _Ended
