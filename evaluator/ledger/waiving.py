"""The rows that staff marked as 豁免, as waivers for the next run."""

import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from checklist.waivers import Waiver
from evaluator.ledger.columns import Column, Status
from evaluator.ledger.entry import Entry, Ledger


def waivers(ledger: Ledger, paths: Iterable[str]) -> Iterator[Waiver]:
    """One for each such row. `paths` are those of this run: a file keeps its waivers however its path is typed.

    By its path alone: where two files have the same name, or two organs, a decision must not slip to the other.
    """
    typed = {os.path.realpath(path): path for path in paths}
    for entry in ledger.entries:
        if entry.key and entry.cells.get(Column.STATUS) == Status.WAIVED:
            yield _waiver(ledger, entry, typed)


def _waiver(ledger: Ledger, entry: Entry, typed: Mapping[str, str]) -> Waiver:
    assert entry.key
    cells, path = entry.cells, str(entry.cells[Column.FILE])
    expires = cells[Column.EXPIRES]
    assert isinstance(expires, date)
    return Waiver(
        accepts=entry.key.subject,
        # Absolute, since the end of a path would name the files of other folders too.
        report=os.path.abspath(typed.get(os.path.realpath(path), path)),  # noqa: PTH100 - Path.absolute() keeps a/../b
        reason=str(cells[Column.REASON]),
        approver=str(cells[Column.APPROVER]),
        expires=expires,
        # Only a finding stands on words; those beside an item may change from run to run.
        quote=str(cells[Column.QUOTE] or "") if entry.key.quote else "",
        origin=f"{ledger.path} 第 {entry.line} 行",
    )
