"""What a reader needs on disk is for nobody else, and nothing of it stays."""

import signal
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from evaluator.reading.scratch import private_folder

WAITING = """
import sys, tempfile, time
from pathlib import Path
from evaluator.reading.scratch import private_folder
tempfile.tempdir = sys.argv[1]
with private_folder() as folder:
    Path(folder, "source").write_text("草稿")
    print("ready", flush=True)
    time.sleep(60)
"""


def test_only_its_user_can_open_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with private_folder() as folder:
        assert Path(folder).parent == tmp_path
        assert sys.platform == "win32" or stat.S_IMODE(Path(folder).stat().st_mode) == 0o700
    assert list(tmp_path.iterdir()) == []


def test_a_fault_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(ValueError), private_folder():
        raise ValueError
    assert list(tmp_path.iterdir()) == []
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_it_can_be_had_in_a_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    had: list[str] = []

    def use() -> None:
        with private_folder() as folder:
            had.append(folder)

    thread = threading.Thread(target=use)
    thread.start()
    thread.join()
    assert had and list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_being_stopped_leaves_nothing(number: signal.Signals, tmp_path: Path) -> None:
    command = [sys.executable, "-c", WAITING, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as child:
        assert child.stdout and child.stdout.readline() == "ready\n"
        assert len(list(tmp_path.iterdir())) == 1
        child.send_signal(number)
        assert child.wait(20) == -number
    assert list(tmp_path.iterdir()) == []
