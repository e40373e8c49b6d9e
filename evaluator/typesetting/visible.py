"""Which words of a page a person sees: none beside it, but those that were recognised in a picture of it."""

from dataclasses import replace

from evaluator.typesetting.sheet import Run, Sheet
from evaluator.typesetting.unread import SCANNED

# In points the largest page that PDF allows, and the largest letter that anybody sets.
WIDEST, LARGEST = 14_400.0, 1_000.0


def settled(sheet: Sheet) -> Sheet:
    """The same page with its words as they are seen."""
    traced = sheet.pictured >= SCANNED and any(run.role == "hidden" for run in sheet.runs)
    return replace(sheet, runs=tuple(_seen(run, sheet, traced) for run in sheet.runs), traced=traced)


def _seen(run: Run, sheet: Sheet, traced: bool) -> Run:
    across = run.left <= min(sheet.width, WIDEST) and run.right >= 0 and run.left > -WIDEST and run.right < 2 * WIDEST
    if not across or not 0 <= run.baseline <= min(sheet.height, WIDEST) + run.size or not run.size < LARGEST:
        # Broken files set words millions of pages away; where does not matter.
        return replace(run, left=0.0, right=0.0, baseline=0.0, size=1.0, role="hidden")
    return replace(run, role="") if traced and run.role == "hidden" else run
