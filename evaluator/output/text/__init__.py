"""Plain Chinese for a person: one report in full; of several each in short, and at the end all in sum."""

from functools import cached_property
from typing import TYPE_CHECKING

from evaluator.assessment import Assessment
from evaluator.console.page import Page
from evaluator.console.terminal import Screen
from evaluator.output.text.full import write_full
from evaluator.run import Run, Summary

if TYPE_CHECKING:
    from evaluator.output.text.overview import Overview


class TextRenderer:
    def __init__(self, run: Run, screen: Screen) -> None:
        self._run = run
        self._page = Page(screen)

    def begin(self) -> str:
        return ""

    def add(self, assessment: Assessment) -> str:
        if self._run.reports == 1:
            write_full(self._page, assessment)
        else:
            self._add_in_short(assessment)
        return self._page.take()

    def end(self, summary: Summary) -> str:
        if self._run.reports != 1 or self._run.ignored or not summary.complete:
            self._overview.write(self._page, self._run, summary)
        return self._page.take()

    def _add_in_short(self, assessment: Assessment) -> None:
        from evaluator.output.text.brief import write_brief

        write_brief(self._page, assessment)
        self._overview.add(assessment)

    @cached_property
    def _overview(self) -> "Overview":
        # Like what is written in short not loaded for one report, most of whose time goes into loading.
        from evaluator.output.text.overview import Overview

        return Overview()
