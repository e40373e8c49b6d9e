"""What a run accepts of its reports: read from the files that the user names."""

from dataclasses import replace
from pathlib import Path

from checklist.loading import read_files
from checklist.model import Checklist
from evaluator import baseline
from evaluator.evaluation import Options


def with_decisions(options: Options, checklist: Checklist, waivers: str | None, earlier: str | None) -> Options:
    """The options with the waivers of a file and an earlier result as the baseline. Raises RuleError, UserError."""
    if waivers:
        # Reading YAML costs 100 ms.
        from checklist import waiver_files

        options = replace(options, waivers=waiver_files.load(read_files((Path(waivers),)), checklist))
    if earlier:
        options = replace(options, baseline=baseline.load(earlier, checklist.id))
    return options
