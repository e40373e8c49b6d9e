"""The program's figures on labelled reports, and those of a plain keyword search beside them."""

from collections.abc import Iterable
from typing import NamedTuple

from checklist.model import Checklist
from evaluator.console.progress import Progress
from evaluator.evaluation import Options, evaluate, refused
from evaluator.measuring.corpus import text_of
from evaluator.measuring.figures import Figures, total
from evaluator.measuring.gold import Gold
from evaluator.measuring.keyword_baseline import search
from evaluator.measuring.tallying import tally
from evaluator.refusal import ReportError
from evaluator.running.checking import contents
from evaluator.running.collecting import Source


class Measured(NamedTuple):
    program: Figures
    baseline: Figures


def measure(golds: Iterable[Gold], checklist: Checklist) -> Measured:
    """Both held against the same labels, report by report."""
    golds = tuple(golds)
    progress = Progress(len(golds))
    both = []
    for gold in golds:
        both.append(_measured(gold, checklist))
        progress.step()
    progress.clear()
    return Measured(total(one.program for one in both), total(one.baseline for one in both))


def _measured(gold: Gold, checklist: Checklist) -> Measured:
    path = str(gold.report)
    text = text_of(gold.report)
    asked = {item.id for item in checklist.items}
    try:
        assessment = evaluate(contents(Source(path)), path, checklist, Options())
    except ReportError as error:
        assessment = refused(path, error, checklist, Options())
    return Measured(tally(gold, text, assessment, asked), tally(gold, text, search(text, path, checklist.items), asked))
