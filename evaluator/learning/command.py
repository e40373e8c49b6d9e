"""What `lawgov-rules learn` does: reads reports, learns what roles and items sound like, and writes the tables.

Each table is a small linear classifier over characters and pairs of them (evaluator/tones.py).
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from checklist import loading
from checklist.errors import UserError
from checklist.model import Checklist
from checklist.obstacles import obstacle
from checklist.profiles import checklist_for
from evaluator.console.usage import remind
from evaluator.judging.view import View, look_at
from evaluator.learning.tables import learned
from evaluator.measuring.corpus import Report, reports
from evaluator.measuring.gold import Gold
from evaluator.reading import read
from evaluator.refusal import ReportError
from evaluator.running.checking import contents
from evaluator.running.collecting import Source
from evaluator.running.writing import write
from evaluator.structure import understand
from evaluator.tones import TONES, file_of

# Of fewer reports the tables tell more of their authors than of the tones.
FEWEST = 30


def learn(folders: Sequence[Path], rules: Sequence[Path], into: Path) -> tuple[Path, ...]:
    """The files written, one for each tone. Raises UserError where no report can be read or a file not be written."""
    rulebook = loading.rulebook(rules)
    # What only some profile asks for is to be learned too.
    checklist = replace(checklist_for(rulebook, rulebook.profiles[0].id), items=rulebook.items)
    views = list(_views(reports(folders, {item.id for item in rulebook.items}), checklist))
    if not views:
        raise UserError("文件夹里没有一份读得懂的报告", "报告应为能检查的法治政府建设年度报告")
    if len(views) < FEWEST:
        remind(f"只有 {len(views)} 份读得懂的报告，统计出来的表不可靠", f"请用 {FEWEST} 份以上的报告重新统计")
    _make(into)
    if into.resolve() != TONES.resolve():
        remind(f"写进 {into} 的表不影响判定：判定时只用 {TONES} 里的", "要用的，写进或复制到那里")
    return tuple(_written(file_of(tone, into), table) for tone, table in learned(views, checklist).items())


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"不能新建文件夹 {folder}（{obstacle(error)}）", "请换一个可以写入的文件夹") from None


def _written(path: Path, table: str) -> Path:
    write(str(path), table)
    return path


def _views(reports: Sequence[Report], checklist: Checklist) -> Iterator[tuple[View, Gold | None]]:
    """What can be understood, with its labels; a text that is no report teaches nothing."""
    for path, gold in reports:
        try:
            yield look_at(understand(read(contents(Source(str(path))), path.name)), checklist), gold
        except ReportError:
            continue
