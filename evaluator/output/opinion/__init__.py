"""审查意见书: one opinion for each report, in official form, each beginning on a new page of one Word document."""

from evaluator.assessment import Assessment
from evaluator.console.terminal import Screen
from evaluator.official.paper import Paper
from evaluator.official.parts import Line
from evaluator.output.opinion.wording import TITLE, opinion
from evaluator.run import Run, Summary


class OpinionRenderer:
    """Gives everything at the end: a Word document is one zip file."""

    def __init__(self, run: Run, _screen: Screen) -> None:
        self._run = run
        self._paper = Paper(TITLE, run.day)
        self._begun = False

    def begin(self) -> bytes:
        return b""

    def add(self, assessment: Assessment) -> bytes:
        self._open()
        self._paper.add(opinion(assessment, self._run.day))
        return b""

    def end(self, summary: Summary) -> bytes:
        if not summary.complete:
            self._open()
            told = f"审查中途停止，共{self._run.reports}份，只审查了前{summary.reports}份，其余的没有意见。"
            self._paper.add((Line(told),))
        return self._paper.finish()

    def _open(self) -> None:
        if self._begun:
            self._paper.next_paper()
        self._begun = True
