"""What a run accepts of its reports: read from the files that the user names."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from checklist.loading import read_files
from checklist.model import Checklist
from evaluator.evaluation import Options
from evaluator.running.collecting import Source

if TYPE_CHECKING:  # openpyxl takes a quarter of a second
    from evaluator.ledger.entry import Ledger


def with_decisions(options: Options, checklist: Checklist, waivers: str | None, earlier: str | None) -> Options:
    """The options with the waivers of a file and an earlier result as the baseline. Raises RuleError, UserError."""
    if waivers:
        # Reading YAML costs 100 ms.
        from checklist import waiver_files

        options = replace(options, waivers=waiver_files.load(read_files((Path(waivers),)), checklist))
    if earlier:
        from evaluator.gate import baseline

        options = replace(options, baseline=baseline.load(earlier, checklist.id))
    return options


def ledger_for(path: str | None, books: Iterable[str]) -> "Ledger | None":
    """The ledger that staff have filled in. Raises UserError, also where -o would take the place of one unread."""
    standing = [book for book in books if _stands(book)]
    if path is None and not standing:
        return None
    from evaluator.ledger.keeping import read_and_keep

    return read_and_keep(path, standing)


def _stands(book: str) -> bool:
    """Where it cannot be told, opening the output tells why."""
    try:
        return Path(book).exists()
    except OSError:
        return False


def with_ledger(options: Options, ledger: "Ledger | None", sources: Iterable[Source]) -> Options:
    """The options with what the ledger's rows waive of these reports."""
    if ledger is None:
        return options
    from evaluator.ledger.waiving import waivers

    return replace(options, waivers=(*options.waivers, *waivers(ledger, (source.path for source in sources))))
