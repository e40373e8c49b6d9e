"""What `lawgov-rules test --mutate` does: every mutation of every report, then the patterns that idle."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from checklist.errors import UserError
from checklist.model import Rulebook
from checklist.profiles import checklist_for
from evaluator.console.page import Page
from evaluator.console.progress import Progress
from evaluator.document import Document
from evaluator.evaluation import Options, document_of
from evaluator.measuring.corpus import Report, reports
from evaluator.mutating.deleting import groups
from evaluator.mutating.idling import idle, write_idle
from evaluator.mutating.mutating import Mutated, mutate, write_mutated
from evaluator.refusal import ReportError
from evaluator.running.checking import contents
from evaluator.running.collecting import Source

Write = Callable[[str], None]


def mutate_all(folders: Sequence[Path], rulebook: Rulebook, page: Page, write: Write) -> bool:
    """Whether every mutation came to what it should. Raises UserError where no report could be judged."""
    found = reports(folders, {item.id for item in rulebook.items})
    results = list(_mutated(found, rulebook, page, write))
    mutations = sum(mutated.mutations for mutated in results)
    if not mutations:
        raise UserError("没有一份报告能判定，什么也没有变动", "用 lawgov-check 看每一份为什么不能判定")
    failed = sum(len(mutated.failures) for mutated in results)
    page.blank()
    page.text(f"报告 {len(results)} 份，变动 {mutations} 次，判得不对 {failed} 处")
    page.blank()
    _write_idle(found, rulebook, page)
    write(page.take())
    return not failed


def _mutated(found: Sequence[Report], rulebook: Rulebook, page: Page, write: Write) -> Iterator[Mutated]:
    checklist = checklist_for(rulebook, rulebook.profiles[0].id)
    progress = Progress(len(found))
    for report in found:
        mutated = mutate(report, checklist)
        write_mutated(page, mutated)
        progress.clear()
        write(page.take())
        progress.step()
        yield mutated
    progress.clear()


def _write_idle(found: Sequence[Report], rulebook: Rulebook, page: Page) -> None:
    left = idle(rulebook, _documents(found))
    total = sum(1 for _ in groups(rulebook))
    if not left:
        page.text(f"词语 {total} 组，删去任何一组都有结论改变")
        return
    page.text(f"词语 {total} 组，删去后这些报告和例文的结论都不变的（未起作用）{len(left)} 组：")
    write_idle(page, left)


def _documents(found: Sequence[Report]) -> Iterator[Document]:
    progress = Progress(len(found))
    for report in found:
        path = str(report.path)
        # What cannot be judged was listed before.
        with suppress(ReportError):
            yield document_of(contents(Source(path)), path, Options())
        progress.step()
    progress.clear()
