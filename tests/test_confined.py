"""A reader in a child process cannot take the program with it: not by time, memory, crashing or litter."""

import os
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from types import ModuleType

import draft
import pytest

from evaluator.document import Block, Reading
from evaluator.limits import MOST_MEMORY
from evaluator.reading.confined import confined
from evaluator.reading.odt import read_odt
from evaluator.refusal import ReportError

NAME = "made_for_a_test"
Reader = Callable[[bytes], Reading]
Made = Callable[[Reader], None]
FLAT = f"""<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
 <text:p>{draft.TITLE}</text:p></office:text></office:body></office:document>""".encode()

forks = pytest.mark.skipif(sys.platform != "linux", reason="the reader is made here; only a fork has it too")


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> Made:
    """A module of the family with one reader."""

    def make(reader: Reader) -> None:
        module = ModuleType(f"evaluator.reading.{NAME}")
        setattr(module, f"read_{NAME}", reader)
        monkeypatch.setitem(sys.modules, module.__name__, module)

    return make


def refused(data: bytes = b"", seconds: float = 20) -> ReportError:
    with pytest.raises(ReportError) as caught:
        confined(NAME, data, seconds)
    assert caught.value.hint
    return caught.value


@forks
def test_the_reading_comes_back(made: Made) -> None:
    made(lambda data: Reading(data.decode() * 100_000, (Block(0, 6),), "made"))
    assert confined(NAME, "法治政府".encode()) == Reading("法治政府" * 100_000, (Block(0, 6),), "made")


@forks
def test_a_refusal_comes_back(made: Made) -> None:
    def refuse(_data: bytes) -> Reading:
        raise ReportError("encrypted", "加了密码", "去掉密码")

    made(refuse)
    error = refused()
    assert (error.code, error.message, error.hint) == ("encrypted", "加了密码", "去掉密码")


@forks
def test_one_that_never_ends_is_ended(made: Made) -> None:
    def loop(_data: bytes) -> Reading:
        while True:
            pass

    made(loop)
    started = time.monotonic()
    error = refused(seconds=0.5)
    assert (error.code, error.message) == ("too-slow", "读了 0.5 秒还没有读完，已经停止")
    assert time.monotonic() - started < 10


@forks
def test_one_that_will_not_be_ended_politely(made: Made) -> None:
    def cling(_data: bytes) -> Reading:
        for number in (signal.SIGTERM, signal.SIGALRM):
            signal.signal(number, signal.SIG_IGN)
        while True:
            time.sleep(1)

    made(cling)
    assert refused(seconds=0.3).code == "too-slow"


@forks
def test_one_that_eats_memory_is_stopped(made: Made) -> None:
    def eat(_data: bytes) -> Reading:
        return Reading(str(len(bytearray(2 * MOST_MEMORY))), (), "made")

    made(eat)
    assert refused().code == "too-much-memory"


@forks
@pytest.mark.parametrize("end", [lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL)])
def test_one_that_crashes(made: Made, end: Callable[[], None]) -> None:
    def crash(_data: bytes) -> Reading:
        end()
        raise AssertionError

    made(crash)
    assert refused().code == "crashed"


@forks
def test_a_library_that_stumbles_is_the_fault_of_the_file(made: Made) -> None:
    made(lambda data: Reading(str(tempfile.template.index("never there")), (), data.decode()))
    assert refused().message == "文件已损坏，或有读不懂的内容（ValueError）"


@forks
def test_our_own_fault_is_our_own(made: Made, monkeypatch: pytest.MonkeyPatch) -> None:
    made(read_odt)
    monkeypatch.setattr("evaluator.reading.odt.parse", None)
    with pytest.raises(RuntimeError, match="'NoneType' object is not callable"):
        confined(NAME, FLAT)


@forks
def test_nothing_is_left_behind(made: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def litter(_data: bytes) -> Reading:
        Path(tempfile.mkdtemp(), "left.doc").write_bytes(b"secret")
        while True:
            time.sleep(1)

    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    made(litter)
    assert refused(seconds=0.5).code == "too-slow"
    assert list(tmp_path.iterdir()) == []


def test_beside_threads_a_new_process_is_begun() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert confined("odt", FLAT).text == draft.TITLE
    finally:
        done.set()
        thread.join()


def read_in_worker(data: bytes) -> str:
    return confined("odt", data).text


def test_within_a_worker_of_a_pool() -> None:
    with ProcessPoolExecutor(2) as pool:
        assert list(pool.map(read_in_worker, [FLAT] * 4)) == [draft.TITLE] * 4
