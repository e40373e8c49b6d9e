"""The same over many reports, in one process or several: one result each, in their order."""

from collections.abc import Iterator, Sequence

from checklist.model import Checklist
from evaluator.evaluation import Options
from evaluator.running.checking import Checked, check
from evaluator.running.collecting import Source


def check_all(sources: Sequence[Source], checklist: Checklist, options: Options, jobs: int = 1) -> Iterator[Checked]:
    """Nothing is kept; only a few chunks with workers are begun before they are asked for."""
    jobs = min(jobs, len(sources))
    if jobs <= 1:
        return (check(source, checklist, options) for source in sources)
    # Costs as much as click, for nothing where there is one report.
    from evaluator.running.workers import in_processes

    return in_processes(sources, checklist, options, jobs)
