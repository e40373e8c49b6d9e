"""Plain Chinese for a person: one report in full; of several each in short, and at the end all in sum."""

from evaluator.assessment import Assessment
from evaluator.console.page import Page
from evaluator.console.terminal import Screen
from evaluator.output.text.brief import write_brief
from evaluator.output.text.full import write_full
from evaluator.output.text.overview import Overview
from evaluator.run import Run, Summary


class TextRenderer:
    def __init__(self, run: Run, screen: Screen) -> None:
        self._run = run
        self._page = Page(screen)
        self._overview = Overview()

    def begin(self) -> str:
        return ""

    def add(self, assessment: Assessment) -> str:
        if self._run.reports == 1:
            write_full(self._page, assessment)
        else:
            write_brief(self._page, assessment)
            self._overview.add(assessment)
        return self._page.take()

    def end(self, summary: Summary) -> str:
        self._overview.write(self._page, self._run, summary)
        return self._page.take()
