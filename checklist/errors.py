"""What a user is told when something is wrong: where, what, and what to do next."""

from collections.abc import Iterable

from checklist.records import record


@record
class Fault:
    """One thing wrong in a file that the user wrote; line and column are 1-based, 0 where there is none.

    `unread` says that nothing of the file could be used, so that the others were checked without it.
    """

    path: str
    line: int
    column: int
    message: str
    hint: str = ""
    unread: bool = False

    def __str__(self) -> str:
        where = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        return f"{where}: {self.message}" + (f"\n  提示：{self.hint}" if self.hint else "")


def unchecked(faults: Iterable[Fault]) -> str:
    """What could not be checked for want of files that have these faults; empty where everything was."""
    files = dict.fromkeys(fault.path for fault in faults if fault.unread)
    return f"{'、'.join(files)} 没有读出来，别处用到它的地方没有核对，改好后请再检查一次" if files else ""


class UserError(Exception):
    """Something that the user can mend; the command ends with exit code 2 unless a child says otherwise."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class RuleError(UserError):
    """The rules cannot be used; carries every fault of every file, never only the first. `of` names what is wrong."""

    def __init__(self, faults: tuple[Fault, ...], of: str = "规则") -> None:
        super().__init__("\n".join(str(fault) for fault in faults))
        self.faults = faults
        self.of = of
