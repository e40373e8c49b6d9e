"""Annotations for GitHub Actions: one workflow command a problem, which GitHub shows at the lines of the file.

Whatever begins a line with :: is obeyed by the runner; so words of a report stand on no line's beginning.
"""

from collections import Counter
from collections.abc import Mapping

from evaluator.assessment import Assessment, acceptance
from evaluator.console.layout import visible
from evaluator.console.terminal import Screen
from evaluator.presenting.addresses import address
from evaluator.presenting.problems import Problem, problems
from evaluator.run import Run, Summary

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
# Of each kind, GitHub shows so many of one step; all of them stay in the log.
MOST_SHOWN = 10


class GithubRenderer:
    def __init__(self, run: Run, _screen: Screen) -> None:
        self._run = run
        self._given: Counter[str] = Counter()

    def begin(self) -> str:
        return ""

    def add(self, assessment: Assessment) -> str:
        path, unjudged = assessment.report.path, assessment.unjudged
        lines = [self._line(_command(problem), _place(path, problem), problem.told) for problem in problems(assessment)]
        if unjudged:
            where = {"file": address(path), "title": f"无法判定 {unjudged.code}"}
            lines.insert(0, self._line("error", where, (unjudged.message, f"建议：{unjudged.hint}")))
        return "".join(lines)

    def end(self, summary: Summary) -> str:
        lines = [
            f"共 {summary.reports} 份：通过 {summary.passed}，不通过 {summary.failed}，无法判定 {summary.unjudged}",
            f"标注：错误 {self._given['error']}，警告 {self._given['warning']}，提示 {self._given['notice']}",
        ]
        if any(self._given[command] > MOST_SHOWN for command in COMMANDS.values()):
            lines.append(f"GitHub 每一步每一类只显示前 {MOST_SHOWN} 条，全部标注在上面的日志里")
        lines += [visible(f"没有检查：{file.path}（{file.reason}）") for file in self._run.ignored]
        stopped = f"已中断：共 {self._run.reports} 份，只检查了前 {summary.reports} 份"
        end = "" if summary.complete else self._line("error", {"title": "未完成"}, (stopped,))
        return end + "".join(line + "\n" for line in lines)

    def _line(self, command: str, properties: Mapping[str, str | int], told: tuple[str, ...]) -> str:
        self._given[command] += 1
        given = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
        return f"::{command} {given}::{'%0A'.join(map(_message, told))}\n"


def _command(problem: Problem) -> str:
    return "notice" if problem.accepted else COMMANDS[problem.severity]


def _place(path: str, problem: Problem) -> dict[str, str | int]:
    """What is missing stands nowhere; its annotation hangs on the first line. Columns are for one line only."""
    title = {"title": f"{problem.title} {problem.id}" + acceptance(problem.waiver, problem.accepted)}
    if not problem.evidence:
        return {"file": address(path), "line": 1, **title}
    place = problem.evidence[0].place
    lines: dict[str, str | int] = {"file": address(path), "line": place.line, "endLine": place.end_line}
    if place.line < place.end_line:
        return {**lines, **title}
    return {**lines, "col": place.column, "endColumn": place.column + place.end - place.start, **title}


def _message(text: str) -> str:
    return visible(text).replace("%", "%25")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
