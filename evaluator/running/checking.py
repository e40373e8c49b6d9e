"""The frame round one report: read within the limits, judged, and whatever goes wrong kept to that report."""

import os
import stat
from pathlib import Path

from checklist.model import Checklist
from checklist.obstacles import obstacle
from checklist.records import record
from evaluator.assessment import Assessment
from evaluator.evaluation import Options, evaluate, refused
from evaluator.limits import MEBIBYTE, MOST_BYTES
from evaluator.refusal import ReportError
from evaluator.run import INTERNAL
from evaluator.running.collecting import Source

_NO_MEMORY = ReportError("out-of-memory", "内存不够，没有检查完", "请关闭其他程序，或减少 --jobs 后单独检查这一份")
_OURS = "这是程序的问题，不是报告的问题；请把屏幕上的出错信息发给维护人员"


@record
class Checked:
    """One report's assessment; `trace` is the traceback where our own fault kept it from being judged."""

    assessment: Assessment
    trace: str = ""


def check(source: Source, checklist: Checklist, options: Options) -> Checked:
    try:
        return Checked(evaluate(contents(source), source.path, checklist, options))
    except ReportError as error:
        return Checked(refused(source.path, error, checklist, options))
    except MemoryError:
        return Checked(refused(source.path, _NO_MEMORY, checklist, options))
    except Exception as fault:
        import traceback

        ours = ReportError(INTERNAL, f"程序内部出错（{type(fault).__name__}）", _OURS)
        return Checked(refused(source.path, ours, checklist, options), traceback.format_exc())


def contents(source: Source) -> bytes:
    """The bytes of a source. Raises ReportError."""
    if source.data is not None:
        _require_size(len(source.data))
        return source.data
    if source.closed:
        raise ReportError(
            "unreadable",
            f"文件夹 {source.path} 打不开（{source.closed}），里面的文件都没有检查",
            "请确认能打开这个文件夹（没有权限的，请向管理员申请），再检查一次",
        )
    try:
        for _ in range(2):
            data = _unchanged(source.path)
            if data is not None:
                return data
    except FileNotFoundError:
        raise ReportError("vanished", "文件在检查时被移走或删除了", "请确认文件还在，再检查一次") from None
    except PermissionError:
        raise ReportError(
            "unreadable",
            "没有读取权限，或正被别的程序占用",
            "请先在 Word/WPS 里关闭这份文档，并确认有读取权限",
        ) from None
    except OSError as error:
        raise ReportError("unreadable", f"读不出来（{obstacle(error)}）", "请复制到本机硬盘后再检查") from None
    raise ReportError("changing", "文件正在被写入，两次都没有读到完整内容", "请等保存完成后再检查")


def _unchanged(path: str) -> bytes | None:
    """The bytes, or None when the file was written to while it was read. A pipe can be read only once."""
    with Path(path).open("rb") as file:
        before = os.fstat(file.fileno())
        _require_size(before.st_size)
        data = file.read(MOST_BYTES + 1)
        after = os.fstat(file.fileno())
    _require_size(len(data))
    same = (before.st_size, before.st_mtime_ns) == (after.st_size, after.st_mtime_ns)
    return data if same or not stat.S_ISREG(before.st_mode) else None


def _require_size(size: int) -> None:
    if size > MOST_BYTES:
        limit = MOST_BYTES // MEBIBYTE
        raise ReportError(
            "too-large",
            f"文件超过 {limit} MB，没有读取",
            "请确认是否为单份报告；图片较多的，请压缩图片或另存为文字版",
        )
