"""Documents turned into .docx by LibreOffice where it is installed, in a folder and a profile that are thrown away."""

import os
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from evaluator.document import Reading
from evaluator.extras import installing
from evaluator.limits import MOST_SECONDS
from evaluator.reading.guarding import guarded
from evaluator.reading.scratch import private_folder
from evaluator.refusal import ReportError

NAMES = ("soffice", "libreoffice")
USUAL_PLACES = (
    "C:/Program Files/LibreOffice/program/soffice.com",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
)
SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
# No macros, nothing fetched that a document links to.
SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    + "".join(
        f'<item oor:path="{SCRIPTING}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for name, value in (
            ("MacroSecurityLevel", "3"),
            ("DisableMacrosExecution", "true"),
            ("BlockUntrustedRefererLinks", "true"),
        )
    )
    + "</oor:items>"
)
SAVE_AS = "在 Word 或 WPS 里打开，另存为 .docx 再核查"


def read_office(data: bytes, form: str) -> Reading:
    """Raises ReportError; `form` is LibreOffice's name for the format, without which it takes any bytes for text."""
    found = program()
    if found is None:
        install = f"{installing('legacy')}，或安装 LibreOffice"
        message = "读旧版 Word、WPS 文档（.doc、.wps）要另装组件，这台机器上没有"
        raise ReportError("missing-reader", message, f"{install}；也可以{SAVE_AS}")
    with private_folder() as folder:
        source = Path(folder, "source")
        source.write_bytes(data)
        _convert(found, form, Path(folder), source)
        target = Path(folder, "target", "source.docx")
        if not target.is_file():
            raise ReportError("damaged", "文件已损坏，LibreOffice 也打不开", f"请{SAVE_AS}")
        return replace(guarded("docx", target.read_bytes()), format="doc")


def program() -> str | None:
    """LibreOffice, where it is installed."""
    found = (shutil.which(name) for name in (*NAMES, *USUAL_PLACES))
    return next(filter(None, found), None)


def _convert(office: str, form: str, folder: Path, source: Path) -> None:
    user = folder / "profile" / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(SETTINGS, "utf-8")
    command = [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--nolockcheck", "--nodefault"),
        f"--infilter={form}",
        *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(folder / "target"), str(source)),
    ]
    quiet = subprocess.DEVNULL
    child = subprocess.Popen(command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        child.wait(MOST_SECONDS)
    except subprocess.TimeoutExpired:
        message = f"LibreOffice 转换了 {MOST_SECONDS:g} 秒还没有完成，已经停止"
        raise ReportError("too-slow", message, f"请{SAVE_AS}") from None
    finally:
        _end(child)


def _end(child: "subprocess.Popen[bytes]") -> None:
    """The program and what it started: soffice is a script that starts the real one."""
    if sys.platform == "win32":
        child.kill()
    else:
        with suppress(ProcessLookupError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()
