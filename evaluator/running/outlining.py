"""`lawgov-check --outline`: what was understood of each report, on standard output, and nothing judged."""

from collections.abc import Iterable

from checklist.model import Checklist
from evaluator.console.page import Page
from evaluator.console.printing import ReaderGone, StandardOutput
from evaluator.console.terminal import screen_of
from evaluator.console.usage import complain
from evaluator.evaluation import Options, document_of
from evaluator.judging.view import look_at
from evaluator.outline import write_outline
from evaluator.refusal import ReportError
from evaluator.running.checking import contents
from evaluator.running.collecting import Source


def outline_all(sources: Iterable[Source], checklist: Checklist, options: Options) -> int:
    """The exit code; a report that cannot be understood keeps no other from being shown."""
    output = StandardOutput()
    page, code = Page(screen_of(output.stream)), 0
    for source in sources:
        try:
            document = document_of(contents(source), source.path, options)
            view = look_at(document, checklist)
            write_outline(page, source.path, document, view.roles, view.role_titles)
            output.write(page.take())
        except ReportError as error:
            complain(f"{source.path} 无法判定：{error.message}", error.hint)
            code = 3
        except ReaderGone:
            break
    return code
