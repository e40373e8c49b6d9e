"""Why a report cannot be judged, said in the words of the person who sent it."""


class ReportError(Exception):
    """This report cannot be read or is no such report; the others go on. `code` is stable, `hint` says what to do."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


def too_long(how_much: str) -> ReportError:
    """Of what is longer than any report; `how_much` begins the sentence that says so."""
    return ReportError("too-long", f"{how_much}，不像是一份年度报告", "请按单位拆成单份报告再检查")
