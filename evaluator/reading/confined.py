"""A reader in a child process, which is ended when it takes too long or too much memory.

For formats whose libraries can be made to run for ever: only time stops an endless loop in one of them.
"""

import multiprocessing
import os
import signal
import sys
import tempfile
import threading
import traceback
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

from evaluator.document import Reading
from evaluator.limits import MEBIBYTE, MOST_MEMORY, MOST_SECONDS
from evaluator.reading.finding import Reader, reader
from evaluator.reading.scratch import private_folder
from evaluator.refusal import ReportError

# What the child sends: a Reading, or what a ReportError is made of, or the traceback of our own fault.
Answer = Reading | tuple[str, str, str] | str


def confined(reader_name: str, data: bytes, seconds: float = MOST_SECONDS) -> Reading:
    """What `read_NAME` of the module evaluator.reading.NAME makes of the bytes. Raises ReportError."""
    # Once imported here, a forked child has the reader and its libraries for nothing.
    reader(reader_name)
    # A fork is ready at once, but a process with threads must not be forked, and Windows knows no fork.
    alone = sys.platform == "linux" and threading.active_count() == 1
    context = multiprocessing.get_context("fork") if alone else multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    with private_folder() as scratch:
        told = theirs, scratch, reader_name, data, seconds
        child = context.Process(target=_answer, args=told, daemon=True)
        child.start()
        theirs.close()
        try:
            answer = _awaited(ours, seconds)
        finally:
            child.kill()
            child.join()
            child.close()
            ours.close()
    return _reading(answer)


def _awaited(pipe: Connection, seconds: float) -> Answer:
    try:
        if not pipe.poll(seconds):
            raise _too_long(seconds)
        return cast(Answer, pipe.recv())
    except EOFError:
        raise _crashed() from None


def _reading(answer: Answer) -> Reading:
    if isinstance(answer, str):
        raise RuntimeError(f"in a confined reader:\n{answer}")
    if isinstance(answer, tuple):
        raise ReportError(*answer)
    return answer


def _answer(pipe: Connection, scratch: str, reader_name: str, data: bytes, seconds: float) -> None:
    """The child: reads within its limits and says what came of it, if anybody is still there to hear.

    Whatever it leaves in the folder for temporary files, the parent removes.
    """
    tempfile.tempdir = scratch
    _limit(seconds)
    with suppress(BrokenPipeError):
        try:
            pipe.send(_tried(reader(reader_name), data))
        except MemoryError:
            pipe.send(_too_much_memory())


def _tried(read: Reader, data: bytes) -> Answer:
    try:
        return read(data)
    except ReportError as error:
        return error.code, error.message, error.hint
    except MemoryError:
        raise
    except Exception as fault:
        # Libraries stumble over broken files in a hundred ways; where our own code does, it is our bug.
        return traceback.format_exc() if _is_ours(fault) else _stumbled(fault)


def _is_ours(fault: Exception) -> bool:
    *_, (frame, _line) = traceback.walk_tb(fault.__traceback__)
    return str(frame.f_globals.get("__name__", "")).startswith("evaluator.")


def _limit(seconds: float) -> None:
    """Ctrl-C and a closed terminal are for the parent to judge; should that die, the alarm still ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if sys.platform == "win32":
        return
    import resource

    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, seconds + 1)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _address_space() + MOST_MEMORY
    if hard == resource.RLIM_INFINITY or most < hard:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))


def _address_space() -> int:
    """What the process has mapped already, mostly its parent's; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except OSError:
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def _too_long(seconds: float) -> ReportError:
    return ReportError(
        "too-slow",
        f"读了 {seconds:g} 秒还没有读完，已经停止",
        "文件可能已损坏；请用原来的程序打开，另存为 .docx 或 .txt 再核查",
    )


def _too_much_memory() -> tuple[str, str, str]:
    return (
        "too-much-memory",
        f"读取这个文件要用的内存超过 {MOST_MEMORY // MEBIBYTE} MB，已经停止",
        "文件可能已损坏；请用原来的程序打开，另存为 .docx 或 .txt 再核查",
    )


def _stumbled(fault: Exception) -> tuple[str, str, str]:
    return (
        "damaged",
        f"文件已损坏，或有读不懂的内容（{type(fault).__name__}）",
        "请用原来的程序打开，确认内容完整后另存为 .docx 或 .txt 再核查",
    )


def _crashed() -> ReportError:
    return ReportError(
        "crashed",
        "读取这个文件的进程意外中止，文件可能已损坏",
        "请用原来的程序打开，确认内容完整后另存为 .docx 或 .txt 再核查",
    )
