"""The assessments of a run handed to every output as they come; what cannot be written stops only itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Protocol

from checklist.errors import UserError
from checklist.records import record
from evaluator.assessment import Assessment
from evaluator.console.printing import ReaderGone
from evaluator.output import Renderer
from evaluator.run import Run, Summary
from evaluator.running.checking import Checked
from evaluator.running.interrupting import Interruption


class Sink(Protocol):
    """Where an output goes. Raises UserError where it cannot be written, ReaderGone at a closed pipe."""

    def write(self, part: str | bytes) -> None: ...

    def put(self) -> None: ...


@record
class Output:
    renderer: Renderer
    sink: Sink


class Delivery:
    """What is still written to, and what went wrong with the rest."""

    def __init__(self, outputs: list[Output]) -> None:
        self.outputs = outputs
        self.faults: list[UserError] = []
        self.reader_gone = False
        self.interrupted = False

    def each(self, act: Callable[[Output], None]) -> None:
        for output in tuple(self.outputs):
            try:
                act(output)
            except ReaderGone:
                self.reader_gone = True
                self.outputs.remove(output)
            except UserError as fault:
                self.faults.append(fault)
                self.outputs.remove(output)


def deliver(
    run: Run,
    results: Iterator[Checked],
    outputs: list[Output],
    interruption: Interruption,
    seen: Callable[[Checked], None],
) -> tuple[Summary, Delivery]:
    """Takes results until they end, a signal comes or no output is left; then finishes every output."""
    delivery, summary = Delivery(outputs), Summary()
    delivery.each(lambda output: output.sink.write(output.renderer.begin()))
    while delivery.outputs and not interruption.wished:
        checked = _next(results, interruption)
        if checked is None:
            break
        summary = summary.plus(checked.assessment)
        seen(checked)
        delivery.each(partial(_add, checked.assessment))
    summary = replace(summary, complete=summary.reports == run.reports)
    delivery.interrupted = bool(delivery.outputs) and not summary.complete
    delivery.each(lambda output: output.sink.write(output.renderer.end(summary)))
    delivery.each(lambda output: output.sink.put())
    return summary, delivery


def _add(assessment: Assessment, output: Output) -> None:
    output.sink.write(output.renderer.add(assessment))


def _next(results: Iterator[Checked], interruption: Interruption) -> Checked | None:
    """The next result; None where there is none or a wish to stop comes first."""
    try:
        with interruption.obeyed_at_once():
            return next(results, None)
    except KeyboardInterrupt:
        return None
