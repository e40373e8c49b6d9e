"""What `lawgov-rules measure` does with the figures: shows them, keeps them, puts them into the rules."""

import json
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from checklist import loading, measured
from checklist.errors import UserError
from checklist.model import Checklist
from checklist.profiles import checklist_for
from evaluator import tones
from evaluator.console.page import Page
from evaluator.console.terminal import Screen
from evaluator.measuring import figures_json
from evaluator.measuring.corpus import labelled
from evaluator.measuring.figures import Difference
from evaluator.measuring.figures_table import EXPLAINED, tables
from evaluator.measuring.measuring import Measured, measure
from evaluator.running.writing import write


def require(day: str, into_rules: bool, rules: Sequence[Path]) -> None:
    """Raises UserError for options that do not go together, before anything is measured."""
    if into_rules and rules:
        message = "--update-rules 写的是自带规则的数字，不能与 --rules 同用"
        raise UserError(message, "自己的规则用 --write 写到别处")
    try:
        well_formed = not day or date.fromisoformat(day).isoformat() == day
    except ValueError:
        well_formed = False
    if not well_formed:
        raise UserError(f"--date 不是日期：{day}", "写成 2025-01-31 这样")


def measure_all(folders: Sequence[Path], rules: Sequence[Path], profile: str) -> tuple[Measured, Checklist]:
    """Raises UserError where there is nothing to measure or labels are faulty."""
    rulebook = loading.rulebook(rules)
    checklist = checklist_for(rulebook, profile)
    tones.require(checklist.items)
    golds = labelled(folders, {item.id for item in rulebook.items})
    return measure(golds, checklist), checklist


def shown(figures: Measured, checklist: Checklist, screen: Screen, as_json: bool) -> str:
    if as_json:
        data = figures_json.document(*figures, checklist)
        return json.dumps(data, ensure_ascii=not screen.unicode, indent=1) + "\n"
    page = Page(screen)
    _write_differences(page, figures.program.differences)
    page.text(EXPLAINED)
    return tables(*figures, screen.width) + "\n" + page.take()


def _write_differences(page: Page, differences: Sequence[Difference]) -> None:
    for report, listed in groupby(differences, attrgetter("report")):
        page.text(f"{report} 与标注不同：")
        for difference in listed:
            said = f"标注 {difference.wanted}，本程序 {difference.got}"
            page.text(said, label=difference.what, indent=4)
    page.blank()


def keep(figures: Measured, checklist: Checklist, day: str, file: Path) -> None:
    """Writes what the handbook quotes. Raises UserError where it cannot be written."""
    write(str(file), measured.dump(figures_json.measured(figures.program, checklist, day)))


def update_rules(figures: Measured, checklist: Checklist, day: str) -> None:
    """Puts the figures beside the rules of the package, and into their handbook."""
    keep(figures, checklist, day, loading.RULES / measured.FILE)
    loading.rebuild(loading.RULES)
