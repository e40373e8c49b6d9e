"""The reviewed copy: the user's own Word document, untouched but for comments; from other formats a new one."""

import sys

from checklist.errors import UserError
from evaluator.assessment import Assessment, Original
from evaluator.console.printing import readable
from evaluator.console.terminal import Screen
from evaluator.masking import cover
from evaluator.output.docx.original import Word, word
from evaluator.output.docx.remarks import remarks
from evaluator.output.docx.retyping import retyped
from evaluator.output.docx.reviewing import Trace, reviewed
from evaluator.output.docx.tracing import NOWHERE, Tracing, trace
from evaluator.refusal import ReportError
from evaluator.run import Run, Summary

REDRAWN = "原件不是 .docx，这份文档是按读出的文字另做的，版式、图片和表格线与原件不同；修改请以原件为准。"


class DocxRenderer:
    """One report only; what the copy lacks of the original is told on standard error."""

    def __init__(self, run: Run, _screen: Screen) -> None:
        if run.reports != 1:
            hint = "请逐份检查：lawgov-check 报告.docx -o 报告_审查意见.docx；多份一起检查的，请另存为别的格式"
            raise UserError(f"批注稿（.docx）一次只写一份报告，这次有 {run.reports} 份", hint)
        self._written = False
        self._notices: tuple[str, ...] = ()

    def begin(self) -> bytes:
        return b""

    def add(self, assessment: Assessment) -> bytes:
        if assessment.original is None:
            why = assessment.unjudged.message if assessment.unjudged else ""
            hint = assessment.unjudged.hint if assessment.unjudged else ""
            raise UserError(f"没有写出批注稿：报告读不出来（{why}）", hint)
        copy, self._notices = review(assessment, assessment.original)
        self._written = True
        return copy

    def end(self, _summary: Summary) -> bytes:
        if not self._written:
            raise UserError("没有写出批注稿：检查中断了", "请再检查一次")
        for notice in self._notices:
            print(f"提示：{cover(notice)}", file=readable(sys.stderr))
        return b""


def review(assessment: Assessment, original: Original) -> tuple[bytes, tuple[str, ...]]:
    """The copy, and what a user should know of it. Raises UserError."""
    try:
        base, tracer, notices = _base(original)
        return reviewed(base, remarks(assessment, original.document, notices), tracer), notices
    except ReportError as error:
        # A part that no reading needs, like the comments of others.
        raise UserError(f"没有写出批注稿：{error.message}", error.hint) from error
    except RecursionError:
        hint = "请在 Word 或 WPS 里打开，另存为新的 .docx 再核查"
        raise UserError("没有写出批注稿：文档内容一层套一层，套得太深", hint) from None


def _base(original: Original) -> tuple[Word, Trace, tuple[str, ...]]:
    """What the comments are written into, how to find places in it, and what to say of it."""
    document, text = original.document, original.document.reading.text
    if document.reading.format == "docx" and original.data.startswith(b"PK"):
        own = word(original.data)
        return own, lambda scan, part: trace(scan, part, own.package(), text), own.notices
    new = retyped(document)
    serials = [NOWHERE] * len(text)
    for serial, origin in enumerate(new.origins):
        serials[origin] = serial
    return word(new.data), lambda scan, _part: Tracing(scan, text, serials), (REDRAWN,)
