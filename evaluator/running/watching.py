"""What a user is told on standard error of a run: how far it is, what went wrong, what is to be done next."""

import sys
from collections.abc import Sequence

from checklist.waivers import Waiver
from evaluator.console.progress import Progress
from evaluator.console.usage import complain, remind
from evaluator.run import Run, Summary
from evaluator.running.checking import Checked
from evaluator.running.delivering import Delivery
from evaluator.running.reminding import Reminders


class Watch:
    """Sees the reports of a run one by one and keeps none."""

    def __init__(self, run: Run, waivers: Sequence[Waiver]) -> None:
        self._run = run
        self._progress = Progress(run.reports)
        self._reminders = Reminders(waivers)

    def see(self, checked: Checked) -> None:
        self._progress.step()
        self._reminders.add(checked.assessment)
        if checked.trace:
            self._progress.clear()
            print(checked.trace, file=sys.stderr)

    def tell(self, summary: Summary, delivery: Delivery) -> None:
        """What is to be said when the run has ended."""
        self._progress.clear()
        for fault in delivery.faults:
            complain(fault.message, fault.hint)
        if delivery.interrupted:
            complain(
                f"已中断，只检查了 {summary.reports} 份（共 {self._run.reports} 份）",
                "已检查的结果已经写出，并标明不完整",
            )
        for reminder in self._reminders.said(summary):
            remind(*reminder)
