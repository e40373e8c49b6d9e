"""What is written of a run: RENDERERS by name, one format a file, assessments in and text or bytes out."""

from collections.abc import Callable
from importlib import import_module
from typing import Protocol

from checklist.records import record
from evaluator.assessment import Assessment
from evaluator.console.terminal import Screen
from evaluator.run import Run, Summary


class Renderer(Protocol):
    """What a format makes of a run, part by part; one that needs all reports gives everything at the end."""

    def begin(self) -> str | bytes: ...

    def add(self, assessment: Assessment) -> str | bytes: ...

    def end(self, summary: Summary) -> str | bytes: ...


@record
class Format:
    """`suffix` is that of files that -o writes, empty where there are none; `printed` that -f has it.

    `original` is true of formats that show the report itself, `digest` of those that give the sha256 of its bytes:
    it is kept, and that is computed, for them alone.
    """

    renderer: Callable[[Run, Screen], Renderer]
    suffix: str = ""
    printed: bool = True
    original: bool = False
    digest: bool = False


def _by(module: str, name: str) -> Callable[[Run, Screen], Renderer]:
    """A renderer that is imported when it is asked for: a plain check pays for no other format."""

    def renderer(run: Run, screen: Screen) -> Renderer:
        made: Renderer = getattr(import_module(module), name)(run, screen)
        return made

    return renderer


def _opinion(run: Run, screen: Screen) -> Renderer:
    from evaluator.official.requiring import require_office

    require_office()
    from evaluator.output.opinion import OpinionRenderer

    return OpinionRenderer(run, screen)


def _xlsx(run: Run, _screen: Screen) -> Renderer:
    from checklist import loading, measured
    from evaluator.output.xlsx import XlsxRenderer

    return XlsxRenderer(run, measured.read(loading.RULES))


RENDERERS: dict[str, Format] = {
    "text": Format(_by("evaluator.output.text", "TextRenderer")),
    "json": Format(_by("evaluator.output.json", "JsonRenderer"), ".json", digest=True),
    "markdown": Format(_by("evaluator.output.markdown", "MarkdownRenderer"), ".md"),
    "sarif": Format(_by("evaluator.output.sarif", "SarifRenderer"), ".sarif", digest=True),
    "junit": Format(_by("evaluator.output.junit", "JunitRenderer"), ".xml"),
    "github": Format(_by("evaluator.output.github", "GithubRenderer")),
    "csv": Format(_by("evaluator.output.csv", "CsvRenderer"), ".csv"),
    "html": Format(_by("evaluator.output.html", "HtmlRenderer"), ".html", original=True),
    # Asked for with --opinion: a name that ends in .docx does not tell an opinion from a reviewed copy.
    "opinion": Format(_opinion, printed=False),
    "xlsx": Format(_xlsx, ".xlsx", printed=False),
    "docx": Format(_by("evaluator.output.docx", "DocxRenderer"), ".docx", printed=False, original=True),
}


def format_of(path: str) -> Format | None:
    """The format of a file by its suffix, None where there is none."""
    return next((f for f in RENDERERS.values() if f.suffix and path.lower().endswith(f.suffix)), None)
